"""A forgotten login ID or password: shown to the customer alone, or made anew and sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from db.commands.member_acts import (
    Begun,
    Done,
    Request,
    begin,
    finish,
    known_speaker,
    locked_member,
    record_act,
    require_visible,
    tell,
)
from db.commands.member_changes import require_handing_over
from db.commands.member_passwords import give_password, remember_password
from db.commands.outbox import queue_mail
from db.commands.permission import allow
from db.errors import RuleBroken
from db.rules.contact_words import Channel, CheckMethod
from db.rules.member_states import require_state
from db.rules.member_words import MailKind, MemberState, Procedure
from db.rules.permissions import Action
from db.rules.words import EventKind, PasswordKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.commands.member_secrets import PreparedOneTime

LETTER_VALID_FOR: Final = dt.timedelta(days=14)
_CALLED_BACK: Final = (CheckMethod.CALL_BACK, CheckMethod.OVERRIDE)


@dataclass(frozen=True, slots=True)
class LetterSecret:
    """What a login-information letter (ログイン情報通知書) says, and nothing else keeps."""

    password: str = field(repr=False)
    expires_at: dt.datetime
    member_id: int
    receipt: str


def show_login_id(
    session: Session, member_id: int, *, contact_id: int, by: Actor, now: dt.datetime
) -> str:
    """The login ID, for the customer at the counter to see; it is never read out by phone.

    Raises as ``member_acts.begin``, and ``recovery.counter_only``.
    """
    role = allow(session, by, Action.HANDLE_MEMBERSHIP, now)
    member = locked_member(session, member_id)
    require_visible(session, member.customer_id, role)
    request = Request(contact_id, "", by, now)
    _, channel = known_speaker(session, request, member.customer_id)
    if channel is not Channel.COUNTER:
        raise RuleBroken("recovery.counter_only")
    require_state(member.state, (MemberState.ACTIVE, MemberState.PENDING))
    record_act(session, EventKind.LOGIN_ID_SHOWN, member, request)
    return member.login_id


def reset_by_mail(
    session: Session, member_id: int, *, contact_id: int, key: str, by: Actor, now: dt.datetime
) -> Done:
    """Have a one-time password for 24 hours mailed to the address on file.

    The present password is good until the mail is handed to the server. Raises as
    ``member_acts.begin``, ``recovery.call_back_first``, ``mail.address_…``.
    """
    request = Request(contact_id, key, by, now)
    act = begin(session, member_id, request)
    if act.outcome is not None:
        return Done(**act.outcome)
    _require_recovery(act)
    remember_password(session, act.member)
    kind = MailKind.ONE_TIME_PASSWORD
    queue_mail(session, member_id, kind, now=now, receipt=request.receipt)
    record_act(session, EventKind.MEMBER_PASSWORD_RESET, act.member, request, way="mail")
    finish(session, Procedure.RECOVER, request, member_id=member_id, receipt=request.receipt)
    return Done(member_id, request.receipt)


def reset_by_letter(
    session: Session,
    member_id: int,
    *,
    prepared: PreparedOneTime,
    contact_id: int,
    key: str,
    by: Actor,
    now: dt.datetime,
    handed_over: bool = False,
) -> LetterSecret:
    """Give a member the prepared password for 14 days, to be printed in a letter.

    It is posted to the address on file, or ``handed_over`` at the counter as a chosen password is
    (``member_changes.set_password``). Raises as ``reset_by_mail``, ``recovery.no_address``, and
    ``recovery.letter_made`` for a repetition that does not bring the same prepared password.
    """
    request = Request(contact_id, key, by, now)
    action = Action.HAND_OVER_PASSWORD if handed_over else Action.HANDLE_MEMBERSHIP
    act = begin(session, member_id, request, action=action)
    if act.outcome is not None:
        return _again(act, prepared)
    _require_recovery(act)
    if handed_over:
        require_handing_over(session, act, contact_id)
    elif not act.member.address:
        raise RuleBroken("recovery.no_address")
    until = now + LETTER_VALID_FOR
    one_time = PasswordKind.ONE_TIME
    give_password(session, act.member, prepared.hash, kind=one_time, now=now, expires_at=until)
    way = "handed_over" if handed_over else "post"
    record_act(session, EventKind.LETTER_ISSUED, act.member, request, way=way)
    tell(session, act.member, MailKind.PASSWORD_CHANGED, now=now, receipt=request.receipt)
    finish(session, Procedure.RECOVER, request, member_id=member_id, receipt=request.receipt)
    return LetterSecret(prepared.password, until, member_id, request.receipt)


def _again(act: Begun, prepared: PreparedOneTime) -> LetterSecret:
    # the password of the first time is nowhere to be read, unless the form still has it
    member, outcome = act.member, act.outcome or {}
    if member.password_hash != prepared.hash or member.password_expires_at is None:
        raise RuleBroken("recovery.letter_made")
    until = member.password_expires_at
    return LetterSecret(prepared.password, until, member.id, outcome["receipt"])


def _require_recovery(act: Begun) -> None:
    require_state(act.member.state, (MemberState.ACTIVE,))
    if act.channel is not Channel.PHONE:
        return
    if act.identity is None or act.identity.method not in _CALLED_BACK:
        raise RuleBroken("recovery.call_back_first")
