"""Whom a staff member has served lately, read from the record of openings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, case, func, select

from db.models import AuditEvent, Contract, Customer
from db.queries.protections import visible_to
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ScalarSelect
    from sqlalchemy.orm import Session

    from db.rules.words import CustomerKind, Role


@dataclass(frozen=True, slots=True)
class RecentCustomer:
    """A customer opened lately, and the contract last looked at, or the first one in use."""

    customer_id: int
    contract_id: int
    name: str
    latin_name: str | None
    kind: CustomerKind
    opened_at: dt.datetime


def recent_customers(
    session: Session, staff_id: int, *, role: Role, since: dt.datetime, limit: int = 5
) -> tuple[RecentCustomer, ...]:
    """Whom the staff member opened ``since`` then, each once, the last one first.

    Who has become protected since is left out for those who may not see them any more.
    """
    mine = (AuditEvent.staff_id == staff_id, AuditEvent.at >= since)
    opened = (
        select(
            AuditEvent.customer_id,
            func.max(AuditEvent.id).label("event_id"),
            func.max(AuditEvent.at).label("at"),
        )
        .where(*mine, AuditEvent.kind == EventKind.CUSTOMER_OPENED)
        .group_by(AuditEvent.customer_id)
        .subquery()
    )
    contract_id = func.coalesce(_last_viewed(mine), _first_in_use())
    statement = (
        select(
            Customer.id.label("customer_id"),
            contract_id.label("contract_id"),
            Customer.name,
            Customer.latin_name,
            Customer.kind,
            opened.c.at.label("opened_at"),
        )
        .join(opened, opened.c.customer_id == Customer.id)
        .where(contract_id.is_not(None), visible_to(role))
        .order_by(opened.c.event_id.desc())
        .limit(limit)
    )
    return tuple(RecentCustomer(**row) for row in session.execute(statement).mappings())


def _last_viewed(mine: tuple[ColumnElement[bool], ...]) -> ScalarSelect[Any]:
    viewed = (
        select(AuditEvent.contract_id)
        .join(Contract, Contract.id == AuditEvent.contract_id)
        .where(*mine, AuditEvent.kind == EventKind.BILLS_VIEWED)
        .where(Contract.customer_id == Customer.id)
        .order_by(AuditEvent.id.desc())
        .limit(1)
    )
    return viewed.correlate(Customer).scalar_subquery()


def _first_in_use() -> ScalarSelect[Any]:
    ended_last = case((Contract.ended_on.is_(None), 0), else_=1)
    first = select(Contract.id).where(Contract.customer_id == Customer.id)
    first = first.order_by(ended_last, Contract.id).limit(1)
    return first.correlate(Customer).scalar_subquery()
