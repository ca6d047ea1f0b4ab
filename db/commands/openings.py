"""Recording that somebody is about to look at a customer, before anything is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.commands.audit import Actor, record
from db.errors import RuleBroken
from db.models import Contract, Customer
from db.rules.words import EventKind, OpeningReason

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session


def customer_opened(
    session: Session, customer_id: int, *, reason: OpeningReason, by: Actor, now: dt.datetime
) -> None:
    """Record the opening of a customer; raises ``customer.gone``."""
    if session.scalar(select(Customer.id).where(Customer.id == customer_id).limit(1)) is None:
        raise RuleBroken("customer.gone", customer_id=customer_id)
    opened = EventKind.CUSTOMER_OPENED
    record(session, opened, by=by, now=now, customer_id=customer_id, reason=reason.value)


def bills_viewed(
    session: Session, contract_id: int, *, years: int, by: Actor, now: dt.datetime
) -> None:
    """Record that the bills of ``years`` years are looked at; raises ``contract.gone``."""
    user = select(Contract.customer_id).where(Contract.id == contract_id).limit(1)
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
