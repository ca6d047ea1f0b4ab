"""What a supervisor does with a membership: unlock, suspend, resume."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from db.commands.member_acts import (
    Done,
    Request,
    finish,
    known_speaker,
    locked_member,
    record_act,
    require_version,
    tell,
)
from db.commands.outbox import cancel_mails
from db.commands.permission import allow
from db.commands.requests import outcome_of
from db.errors import RuleBroken
from db.queries.protections import is_protected
from db.rules.member_states import require_state
from db.rules.member_words import MailKind, MemberState, Procedure, SuspensionReason
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.models import Member


def unlock(
    session: Session,
    member_id: int,
    *,
    version: int,
    by: Actor,
    now: dt.datetime,
    contact_id: int | None = None,
    key: str | None = None,
) -> Done:
    """End a lock before its time, for a member who remembers the password after all.

    Raises ``permission.denied``, ``member.gone``, ``record.changed``, ``member.not_locked`` and, in
    a contact, ``identity.…``.
    """
    request = _request(contact_id, key, by, now)
    member, done = _begin(session, member_id, version, request)
    if done is not None:
        return done
    require_state(member.state, (MemberState.ACTIVE, MemberState.SUSPENDED))
    if member.locked_until is None or member.locked_until <= now:
        raise RuleBroken("member.not_locked")
    member.locked_until = None
    return _finish(session, member, EventKind.MEMBER_UNLOCKED, MailKind.UNLOCKED, request)


def suspend(
    session: Session,
    member_id: int,
    *,
    version: int,
    reason: SuspensionReason,
    by: Actor,
    now: dt.datetime,
    contact_id: int | None = None,
    key: str | None = None,
) -> Done:
    """Let a membership rest; one that rests for protection gets no mail, not even of this.

    Raises as ``unlock``, ``member.suspended`` and ``member.pending``.
    """
    request = _request(contact_id, key, by, now)
    member, done = _begin(session, member_id, version, request)
    if done is not None:
        return done
    require_state(member.state, (MemberState.ACTIVE,))
    member.state, member.suspended_at = MemberState.SUSPENDED, now
    member.suspension = reason
    session.flush()
    if reason is SuspensionReason.PROTECTION:
        cancel_mails(session, member_id, now)
    suspended = EventKind.MEMBER_SUSPENDED
    return _finish(session, member, suspended, MailKind.SUSPENDED, request, reason=reason)


def resume(
    session: Session,
    member_id: int,
    *,
    version: int,
    by: Actor,
    now: dt.datetime,
    contact_id: int | None = None,
    key: str | None = None,
) -> Done:
    """Let a membership that rests go on; not as long as the customer is protected.

    Raises as ``unlock``, ``member.active`` and ``member.protected``.
    """
    request = _request(contact_id, key, by, now)
    member, done = _begin(session, member_id, version, request)
    if done is not None:
        return done
    require_state(member.state, (MemberState.SUSPENDED,))
    if member.suspension is SuspensionReason.PROTECTION and is_protected(
        session, member.customer_id
    ):
        raise RuleBroken("member.protected")
    member.state = MemberState.ACTIVE
    member.suspended_at = member.suspension = None
    session.flush()
    return _finish(session, member, EventKind.MEMBER_RESUMED, MailKind.RESUMED, request)


def _request(contact_id: int | None, key: str | None, by: Actor, now: dt.datetime) -> Request:
    # office work has neither a contact nor, unless its form was opened with one, a key
    return Request(contact_id or 0, key or str(uuid.uuid4()), by, now)


def _begin(
    session: Session, member_id: int, version: int, request: Request
) -> tuple[Member, Done | None]:
    allow(session, request.by, Action.SUSPEND_MEMBER, request.now)
    member = locked_member(session, member_id)
    outcome = outcome_of(session, request.key)
    if outcome is not None:
        return member, Done(**outcome)
    if request.contact_id:
        known_speaker(session, request, member.customer_id)
    require_version(member, version)
    return member, None


def _finish(
    session: Session,
    member: Member,
    event: EventKind,
    mail: MailKind,
    request: Request,
    **facts: Any,
) -> Done:
    record_act(session, event, member, request, **facts)
    tell(session, member, mail, now=request.now, receipt=request.receipt)
    procedure = Procedure.MEMBER_STATE
    finish(session, procedure, request, member_id=member.id, receipt=request.receipt)
    return Done(member.id, request.receipt)
