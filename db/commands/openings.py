"""Recording that somebody is about to look at a customer, before anything is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.commands.audit import Actor, record
from db.errors import RuleBroken
from db.models import Contract, Customer
from db.queries.protections import visible_to
from db.rules.words import EventKind, OpeningReason, Role

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session


def customer_opened(
    session: Session,
    customer_id: int,
    *,
    reason: OpeningReason,
    role: Role,
    by: Actor,
    now: dt.datetime,
) -> None:
    """Record the opening of a customer.

    Raises ``customer.gone``, for a protected customer whom the role may not open just so.
    """
    there = select(Customer.id).where(Customer.id == customer_id, visible_to(role)).limit(1)
    if session.scalar(there) is None:
        raise RuleBroken("customer.gone", customer_id=customer_id)
    opened = EventKind.CUSTOMER_OPENED
    record(session, opened, by=by, now=now, customer_id=customer_id, reason=reason.value)


def bills_viewed(
    session: Session, contract_id: int, *, years: int, role: Role, by: Actor, now: dt.datetime
) -> None:
    """Record that the bills of ``years`` years are looked at; raises ``contract.gone`` alike."""
    seen = visible_to(role, Contract.customer_id)
    user = select(Contract.customer_id).where(Contract.id == contract_id, seen).limit(1)
    customer_id = session.scalar(user)
    if customer_id is None:
        raise RuleBroken("contract.gone", contract_id=contract_id)
    record(
        session,
        EventKind.BILLS_VIEWED,
        by=by,
        now=now,
        customer_id=customer_id,
        contract_id=contract_id,
        years=years,
    )
