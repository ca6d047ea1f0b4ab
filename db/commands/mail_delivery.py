"""Keeping account of a mail while it is handed to the server, so that it never goes out twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, select, update

from db.commands.audit import Actor, record
from db.commands.outbox import rests_for_protection
from db.models import Member, Outbox
from db.rules.mail_delivery import (
    CODE_VALID_FOR,
    SENDING_TAKES_AT_MOST,
    Answer,
    MailProblem,
    next_try,
)
from db.rules.member_words import MailKind, MailState, MemberState
from db.rules.words import EventKind, PasswordKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from db.queries.outbox import DueMail

_ENDED = (MemberState.WITHDRAWN, MemberState.REFUSED)


def claim_mail(
    session: Session, mail: DueMail, *, one_time_hash: str | None, by: Actor, now: dt.datetime
) -> bool:
    """Take a mail to be sent by this process alone; commit it before the server hears of it.

    False when another process has it, when it was taken back, or when it is taken back now because
    what it would tell no longer holds. A one-time password is the member's from this moment on.
    """
    member = session.execute(_member_locked(mail.member_id)).one()
    problem = _overtaken(mail, member)
    if problem is not None:
        _change(session, _as_seen(mail), state=MailState.CANCELLED, due_at=now, problem=problem)
        return False
    until = now + SENDING_TAKES_AT_MOST
    claim = {"state": MailState.SENDING, "due_at": until, "tries": mail.tries + 1}
    claimed = bool(_change(session, _as_seen(mail), **claim))
    if claimed and mail.kind is MailKind.ONE_TIME_PASSWORD:
        _give_password(session, mail.member_id, one_time_hash, now)
        known = {"customer_id": member.customer_id, "member": mail.member_id}
        record(session, EventKind.MEMBER_PASSWORD_SET, by=by, now=now, way="mail", **known)
    return claimed


def settle_mail(
    session: Session, mail: DueMail, answer: Answer, *, problem: str, now: dt.datetime
) -> MailState:
    """Write down what became of a mail that this process claimed."""
    claimed = (Outbox.id == mail.mail_id) & (Outbox.state == MailState.SENDING)
    match answer:
        case Answer.TAKEN:
            state = MailState.SENT
            # whoever was slow enough to be given up knows better
            claimed = (Outbox.id == mail.mail_id) & Outbox.state.in_(
                (MailState.SENDING, MailState.UNCLEAR)
            )
            _change(session, claimed, state=state, sent_at=now, problem="")
        case Answer.NOT_NOW:
            state = _try_again(session, claimed, mail, problem, now)
        case Answer.NEVER | Answer.UNCLEAR:
            never = answer is Answer.NEVER
            state = MailState.FAILED if never else MailState.UNCLEAR
            _change(session, claimed, state=state, problem=problem)
    return state


def put_off(session: Session, mail: DueMail, *, problem: str, now: dt.datetime) -> MailState:
    """Let a mail wait that nobody claimed, because the server is out of reach."""
    return _try_again(session, _as_seen(mail), mail, problem, now, tries=mail.tries + 1)


def refuse_mail(session: Session, mail: DueMail, *, problem: str) -> MailState:
    """Give up a mail that nobody claimed, because it cannot be written at all."""
    _change(session, _as_seen(mail), state=MailState.FAILED, problem=problem)
    return MailState.FAILED


def end_interrupted(session: Session, now: dt.datetime) -> Sequence[int]:
    """Call unclear what a process that died was sending, and give the mails' numbers."""
    left = (Outbox.state == MailState.SENDING) & (Outbox.due_at <= now)
    return _change(session, left, state=MailState.UNCLEAR, problem=MailProblem.INTERRUPTED)


def _member_locked(member_id: int) -> Any:
    # the member before the mail, as every act at a counter does: else each waits for the other
    columns = (
        *(Member.customer_id, Member.state, Member.suspension, Member.email),
        *(Member.password_kind, Member.password_set_at),
    )
    return select(*columns).where(Member.id == member_id).limit(1).with_for_update()


def _overtaken(mail: DueMail, member: Row[Any]) -> MailProblem | None:
    if rests_for_protection(member.state, member.suspension):
        return MailProblem.MEMBERSHIP_RESTS
    if mail.kind is not MailKind.ONE_TIME_PASSWORD:
        return None
    if member.state in _ENDED:
        return MailProblem.MEMBERSHIP_ENDED
    if member.email != mail.to_address:
        return MailProblem.ADDRESS_CHANGED
    set_since = member.password_set_at is not None and member.password_set_at > mail.queued_at
    own_try = mail.tries > 0 and member.password_kind is PasswordKind.ONE_TIME
    return MailProblem.PASSWORD_CHOSEN if set_since and not own_try else None


def _give_password(
    session: Session, member_id: int, one_time_hash: str | None, now: dt.datetime
) -> None:
    if one_time_hash is None:
        raise ValueError("a one-time password cannot be mailed without one")
    password = {
        "password_hash": one_time_hash,
        "password_kind": PasswordKind.ONE_TIME,
        "password_set_at": now,
        "password_expires_at": now + CODE_VALID_FOR,
        "version": Member.version + 1,
    }
    session.execute(update(Member).where(Member.id == member_id).values(**password))


def _try_again(
    session: Session,
    which: ColumnElement[bool],
    mail: DueMail,
    problem: str,
    now: dt.datetime,
    **more: int,
) -> MailState:
    due_at = next_try(mail.tries + 1, queued_at=mail.queued_at, now=now)
    state = MailState.FAILED if due_at is None else MailState.QUEUED
    _change(session, which, state=state, due_at=due_at or now, problem=problem, **more)
    return state


def _as_seen(mail: DueMail) -> ColumnElement[bool]:
    return (
        (Outbox.id == mail.mail_id)
        & (Outbox.state == MailState.QUEUED)
        & (Outbox.version == mail.version)
    )


def _change(session: Session, which: ColumnElement[bool], **values: Any) -> Sequence[int]:
    change = update(Outbox).where(which).values(version=Outbox.version + 1, **values)
    changed = change.returning(Outbox.id).execution_options(synchronize_session=False)
    return session.scalars(changed).all()
