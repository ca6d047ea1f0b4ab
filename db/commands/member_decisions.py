"""Deciding on registrations that wait (会員登録の承認・却下)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from db.commands.audit import record
from db.commands.member_acts import (
    Done,
    lock_customer,
    locked_member,
    require_version,
    require_visible,
    tell,
    welcome,
)
from db.commands.member_contracts import flush_claims
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import Member, MemberContract
from db.queries.member_contracts import require_claimable
from db.rules.member_words import MailKind, MemberRefusal, MemberState
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.receipts import receipt_number
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor

_MOST_CLAIMS = 500


def activate(
    session: Session, member_id: int, *, version: int, by: Actor, now: dt.datetime
) -> Done:
    """Make a pending registration a membership of all the contracts it asks for.

    Raises ``permission.denied``, ``record.changed``, ``location.…`` as ``queries.members.addable``
    and ``location.none_chosen``, ``member.exists`` and ``mail.address_…``.
    """
    member = _decided(session, member_id, version, by, now)
    _require_only_one(session, member)
    claims = _claims(session, member_id)
    if not claims:
        raise RuleBroken("location.none_chosen")
    for claimed in claims:
        require_claimable(
            session,
            claimed.contract_id,
            customer_id=member.customer_id,
            member_id=member_id,
            today=day_in_japan(now),
        )
        claimed.held_from = now
    flush_claims(session)
    member.state, member.activated_at = MemberState.ACTIVE, now
    receipt = _receipt(member, now)
    _record(session, EventKind.MEMBER_ACTIVATED, member, by, now, receipt=receipt)
    welcome(session, member, receipt, now)
    return Done(member_id, receipt)


def refuse(
    session: Session,
    member_id: int,
    *,
    version: int,
    reason: MemberRefusal,
    by: Actor,
    now: dt.datetime,
) -> Done:
    """Refuse a registration; its login ID is free again, and the address it gave is told.

    Raises ``permission.denied`` and ``record.changed``.
    """
    member = _decided(session, member_id, version, by, now)
    member.state, member.refused_at, member.refusal = MemberState.REFUSED, now, reason
    member.password_hash = member.password_kind = None
    member.secret_question = member.secret_answer_hash = None
    receipt = _receipt(member, now)
    _record(session, EventKind.MEMBER_REFUSED, member, by, now, receipt=receipt, reason=reason)
    tell(session, member, MailKind.REFUSED, now=now, receipt=receipt)
    return Done(member_id, receipt)


def _decided(session: Session, member_id: int, version: int, by: Actor, now: dt.datetime) -> Member:
    role = allow(session, by, Action.DECIDE_REGISTRATION, now)
    # the customer before the member, as protection does: else each waits for the other
    customer_id = session.scalar(select(Member.customer_id).where(Member.id == member_id).limit(1))
    if customer_id is None:
        raise RuleBroken("member.gone", member_id=member_id)
    lock_customer(session, customer_id)
    require_visible(session, customer_id, role)
    member = locked_member(session, member_id)
    require_version(member, version)
    if member.state is not MemberState.PENDING:
        raise RuleBroken("record.changed")  # decided already
    return member


def _require_only_one(session: Session, member: Member) -> None:
    others = select(Member.id).where(
        Member.customer_id == member.customer_id,
        Member.state.in_((MemberState.ACTIVE, MemberState.SUSPENDED)),
    )
    if session.scalar(others.limit(1)) is not None:
        raise RuleBroken("member.exists")


def _claims(session: Session, member_id: int) -> Sequence[MemberContract]:
    asked = select(MemberContract).where(
        MemberContract.member_id == member_id, MemberContract.held_to.is_(None)
    )
    return session.scalars(asked.order_by(MemberContract.contract_id).limit(_MOST_CLAIMS)).all()


def _receipt(member: Member, now: dt.datetime) -> str:
    return receipt_number(f"member {member.id} version {member.version}", now)


def _record(
    session: Session,
    kind: EventKind,
    member: Member,
    by: Actor,
    now: dt.datetime,
    **facts: Any,
) -> None:
    customer_id = member.customer_id
    record(
        session,
        kind,
        by=by,
        now=now,
        customer_id=customer_id,
        contact=None,
        member=member.id,
        **facts,
    )
