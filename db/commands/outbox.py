"""Putting mail to members on its way, and taking it back before it is sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from db.models import Member, Outbox
from db.rules.mail_address import mail_address
from db.rules.member_words import MailKind, MailState, MemberState, SuspensionReason

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


def queue_mail(
    session: Session,
    member_id: int,
    kind: MailKind,
    *,
    to: str | None = None,
    now: dt.datetime,
    **facts: str | int | None,
) -> int | None:
    """Queue a mail to the member's own address, or ``to`` another, and give its number.

    Nothing is queued, and None given, while protection rests the membership: whoever shares the
    mailbox must learn nothing. A one-time password takes the place of one that is still queued.
    The words know the facts ``receipt`` (a receipt's number) and ``fields`` (what was changed,
    as codes with spaces between); a secret is never a fact. Raises ``mail.address_missing`` and
    ``mail.address_unusable``.
    """
    known = select(Member.email, Member.language, Member.state, Member.suspension)
    member = session.execute(known.where(Member.id == member_id).limit(1)).one()
    if rests_for_protection(member.state, member.suspension):
        return None
    if kind is MailKind.ONE_TIME_PASSWORD:
        cancel_one_time_password(session, member_id, now)
    mail = Outbox(
        member_id=member_id,
        kind=kind,
        language=member.language,
        to_address=mail_address(member.email if to is None else to),
        facts=json.dumps(facts, ensure_ascii=False, sort_keys=True),
        state=MailState.QUEUED,
        queued_at=now,
        due_at=now,
    )
    session.add(mail)
    session.flush()
    return mail.id


def cancel_mails(session: Session, member_id: int, now: dt.datetime) -> None:
    """Take back what is still queued for a member; what is being sent cannot be taken back."""
    _cancel(session, Outbox.member_id == member_id, now)


def cancel_one_time_password(session: Session, member_id: int, now: dt.datetime) -> None:
    """Take back a one-time password still queued: another password has taken its place."""
    kind = MailKind.ONE_TIME_PASSWORD
    _cancel(session, (Outbox.member_id == member_id) & (Outbox.kind == kind), now)


def rests_for_protection(state: MemberState, suspension: SuspensionReason | None) -> bool:
    """Whether a membership rests because of protection, and gets no mail therefore."""
    return state is MemberState.SUSPENDED and suspension is SuspensionReason.PROTECTION


def _cancel(session: Session, which: ColumnElement[bool], now: dt.datetime) -> None:
    taken_back = {"state": MailState.CANCELLED, "due_at": now, "version": Outbox.version + 1}
    queued = which & (Outbox.state == MailState.QUEUED)
    session.execute(update(Outbox).where(queued).values(**taken_back))
