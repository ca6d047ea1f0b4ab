"""Protecting a customer (支援措置等), renewing it in time, and ending it: nothing lapses by itself.

Who shares a membership with a protected customer would read there where they live now; so every
membership that touches a contract of theirs rests, and its mail is taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError

from db.commands.audit import record
from db.commands.outbox import cancel_mails
from db.commands.permission import allow
from db.commands.requests import keep_outcome, outcome_of
from db.errors import RuleBroken
from db.models import Contract, Customer, Member, MemberContract, Protection
from db.queries.protections import is_protected
from db.rules.field_text import clean, filled
from db.rules.member_states import HOLDING
from db.rules.member_words import MemberState, Procedure, SuspensionReason
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.time_spans import require_span
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.contact_words import ProtectionSource

LONGEST_COUNTERPARTY: Final = 200
LONGEST_NOTE: Final = 2000
LONGEST_REASON: Final = 500


def begin(
    session: Session,
    customer_id: int,
    *,
    source: ProtectionSource,
    counterparty: str,
    from_on: dt.date,
    to_on: dt.date,
    note: str,
    key: str,
    by: Actor,
    now: dt.datetime,
) -> int:
    """Protect a customer from now on, and give the protection's id; repeated, the same one.

    Raises ``permission.denied``, ``customer.gone``, ``protection.exists``, ``span.…``, ``text.…``
    and ``request.under_way``.
    """
    allow(session, by, Action.OPEN_PROTECTED, now)
    done = outcome_of(session, key)
    if done is not None:
        return int(done["protection_id"])
    require_span(from_on, to_on, today=day_in_japan(now))
    protection = Protection(
        customer_id=_locked(session, customer_id),
        source=source,
        counterparty=clean("protection.counterparty", counterparty.strip(), LONGEST_COUNTERPARTY),
        from_on=from_on,
        to_on=to_on,
        note=clean("protection.note", note.strip(), LONGEST_NOTE, multiline=True),
        begun_by=by.staff_id,
    )
    _add(session, protection)
    begun, until = EventKind.PROTECTION_BEGUN, to_on.isoformat()
    record(session, begun, by=by, now=now, customer_id=customer_id, source=source, to_on=until)
    _rest_memberships(session, customer_id, by, now)
    outcome = {"protection_id": protection.id}
    keep_outcome(session, key, kind=Procedure.PROTECT, outcome=outcome, by=by, now=now)
    return protection.id


def review(
    session: Session,
    protection_id: int,
    *,
    version: int,
    to_on: dt.date,
    by: Actor,
    now: dt.datetime,
) -> None:
    """Keep the protection until another day, having looked into it.

    Raises ``permission.denied``, ``protection.gone``, ``record.changed`` and ``span.…``.
    """
    allow(session, by, Action.OPEN_PROTECTED, now)
    protection = _holding(session, protection_id, version)
    require_span(protection.from_on, to_on, today=day_in_japan(now))
    protection.to_on = to_on
    protection.reviewed_at = now
    customer_id, until = protection.customer_id, to_on.isoformat()
    reviewed = EventKind.PROTECTION_REVIEWED
    record(session, reviewed, by=by, now=now, customer_id=customer_id, to_on=until)


def end(
    session: Session, protection_id: int, *, version: int, reason: str, by: Actor, now: dt.datetime
) -> None:
    """Lift the protection; the memberships rest until a supervisor resumes each of them.

    Raises ``permission.denied``, ``protection.gone``, ``record.changed`` and ``text.…``.
    """
    allow(session, by, Action.OPEN_PROTECTED, now)
    protection = _holding(session, protection_id, version)
    why = filled("protection.reason", reason, LONGEST_REASON)
    protection.ended_at = now
    protection.ended_by = by.staff_id
    customer_id, ended = protection.customer_id, EventKind.PROTECTION_ENDED
    record(session, ended, by=by, now=now, customer_id=customer_id, reason=why)


def _locked(session: Session, customer_id: int) -> int:
    this = select(Customer.id).where(Customer.id == customer_id).with_for_update(key_share=True)
    if session.scalar(this) is None:
        raise RuleBroken("customer.gone", customer_id=customer_id)
    if is_protected(session, customer_id):
        raise RuleBroken("protection.exists", customer_id=customer_id)
    return customer_id


def _add(session: Session, protection: Protection) -> None:
    session.add(protection)
    try:
        session.flush()
    except IntegrityError as error:  # at another counter somebody was faster
        raise RuleBroken("protection.exists", customer_id=protection.customer_id) from error


def _holding(session: Session, protection_id: int, version: int) -> Protection:
    this = select(Protection).where(Protection.id == protection_id).with_for_update()
    protection = session.scalar(this.execution_options(populate_existing=True))
    if protection is None:
        raise RuleBroken("protection.gone", protection_id=protection_id)
    if protection.version != version or protection.ended_at is not None:
        raise RuleBroken("record.changed")
    return protection


def _rest_memberships(session: Session, customer_id: int, by: Actor, now: dt.datetime) -> None:
    theirs = (
        select(MemberContract.member_id)
        .join(Contract, Contract.id == MemberContract.contract_id)
        .where(Contract.customer_id == customer_id, MemberContract.held_to.is_(None))
    )
    touching = or_(Member.customer_id == customer_id, Member.id.in_(theirs))
    these = select(Member).where(touching, Member.state.in_(HOLDING)).order_by(Member.id)
    locked = these.with_for_update().execution_options(populate_existing=True)
    for member in session.scalars(locked).all():
        cancel_mails(session, member.id, now)
        if member.state is MemberState.ACTIVE:
            _rest(session, member, by, now)


def _rest(session: Session, member: Member, by: Actor, now: dt.datetime) -> None:
    member.state = MemberState.SUSPENDED
    member.suspension = SuspensionReason.PROTECTION
    member.suspended_at = now
    record(
        session,
        EventKind.MEMBER_SUSPENDED,
        by=by,
        now=now,
        customer_id=member.customer_id,
        member=member.id,
        reason=SuspensionReason.PROTECTION,
    )
