"""Setting and ending what keeps a debt, or a customer, out of batches and reissues (保留事由)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from db.commands.audit import record
from db.commands.permission import allow
from db.commands.requests import keep_outcome, outcome_of
from db.errors import RuleBroken
from db.models import Bill, Contract, Customer, Debt, Hold
from db.queries.protections import visible_to
from db.rules.field_text import filled
from db.rules.member_words import Procedure
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.time_spans import require_span
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.contact_words import HoldKind
    from db.rules.words import Role

LONGEST_REASON: Final = 500


def set_hold(
    session: Session,
    *,
    customer_id: int,
    debt_id: int | None,
    kind: HoldKind,
    from_on: dt.date,
    to_on: dt.date | None,
    reason: str,
    key: str,
    by: Actor,
    now: dt.datetime,
) -> int:
    """Hold one debt, or all of the customer's, and give the hold's id; repeated, the same one.

    Raises ``permission.denied``, ``customer.gone``, ``hold.other_debt``, ``span.…``, ``text.…``
    and ``request.under_way``.
    """
    role = allow(session, by, Action.SET_HOLD, now)
    done = outcome_of(session, key)
    if done is not None:
        return int(done["hold_id"])
    _require_customer(session, customer_id, role)
    _require_own_debt(session, customer_id, debt_id)
    require_span(from_on, to_on, today=day_in_japan(now))
    hold = Hold(
        customer_id=customer_id,
        debt_id=debt_id,
        kind=kind,
        from_on=from_on,
        to_on=to_on,
        reason=filled("hold.reason", reason, LONGEST_REASON),
        set_by=by.staff_id,
    )
    session.add(hold)
    session.flush()
    _record(session, EventKind.HOLD_SET, hold, by, now)
    outcome = {"hold_id": hold.id}
    keep_outcome(session, key, kind=Procedure.HOLD, outcome=outcome, by=by, now=now)
    return hold.id


def end_hold(session: Session, hold_id: int, *, version: int, by: Actor, now: dt.datetime) -> None:
    """Let the debt, or the customer, take part again.

    Raises ``permission.denied``, ``hold.gone`` and ``record.changed``.
    """
    role = allow(session, by, Action.SET_HOLD, now)
    seen = visible_to(role, Hold.customer_id)
    this = select(Hold).where(Hold.id == hold_id, seen).with_for_update()
    hold = session.scalar(this.execution_options(populate_existing=True))
    if hold is None:
        raise RuleBroken("hold.gone", hold_id=hold_id)
    if hold.version != version or hold.ended_at is not None:
        raise RuleBroken("record.changed")
    hold.ended_at = now
    hold.ended_by = by.staff_id
    _record(session, EventKind.HOLD_ENDED, hold, by, now)


def _record(session: Session, event: EventKind, hold: Hold, by: Actor, now: dt.datetime) -> None:
    record(
        session,
        event,
        by=by,
        now=now,
        customer_id=hold.customer_id,
        hold=hold.id,
        debt=hold.debt_id,
        why=hold.kind,
    )


def _require_customer(session: Session, customer_id: int, role: Role) -> None:
    there = select(Customer.id).where(Customer.id == customer_id, visible_to(role)).limit(1)
    if session.scalar(there) is None:
        raise RuleBroken("customer.gone", customer_id=customer_id)


def _require_own_debt(session: Session, customer_id: int, debt_id: int | None) -> None:
    owner = (
        select(Contract.customer_id)
        .join(Bill, Bill.contract_id == Contract.id)
        .join(Debt, Debt.bill_id == Bill.id)
        .where(Debt.id == debt_id)
        .limit(1)
    )
    if debt_id is not None and session.scalar(owner) != customer_id:
        raise RuleBroken("hold.other_debt", debt_id=debt_id)
