"""Who is protected (支援措置等), and the condition under which the others may be seen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Select, select, true

from db.models import Customer, Protection
from db.rules.permissions import Action, may

if TYPE_CHECKING:
    from sqlalchemy import RowMapping, SQLColumnExpression
    from sqlalchemy.orm import Session

    from db.rules.contact_words import ProtectionSource
    from db.rules.words import Role

REVIEWED_AHEAD: Final = dt.timedelta(days=30)
_MOST_DUE: Final = 200


@dataclass(frozen=True, slots=True)
class ProtectionFacts:
    """A protection that holds; with ``review_due`` a supervisor has to renew it or to end it.

    It goes on after ``to_on``: nothing but ``commands.protections.end`` lifts it.
    """

    protection_id: int
    version: int
    customer_id: int
    customer_name: str
    source: ProtectionSource
    counterparty: str
    from_on: dt.date
    to_on: dt.date
    note: str
    reviewed_at: dt.datetime | None
    review_due: bool


def protected(customer_id: SQLColumnExpression[Any] = Customer.id) -> ColumnElement[bool]:
    """The condition that the customer of that column is protected, by one look at one index."""
    holds = select(Protection.id).where(
        Protection.customer_id == customer_id, Protection.ended_at.is_(None)
    )
    return holds.correlate_except(Protection).exists()


def visible_to(
    role: Role, customer_id: SQLColumnExpression[Any] = Customer.id
) -> ColumnElement[bool]:
    """The condition under which the customer of that column exists for somebody of this role."""
    return true() if may(role, Action.OPEN_PROTECTED) else ~protected(customer_id)


def is_protected(session: Session, customer_id: int) -> bool:
    """Whether the customer is protected now."""
    holds = select(Protection.id).where(
        Protection.customer_id == customer_id, Protection.ended_at.is_(None)
    )
    return session.scalar(holds.limit(1)) is not None


def protection_of(session: Session, customer_id: int, *, today: dt.date) -> ProtectionFacts | None:
    """The customer's protection as long as nobody ended it."""
    statement = _holding().where(Protection.customer_id == customer_id).limit(1)
    row = session.execute(statement).mappings().one_or_none()
    return None if row is None else _facts(row, today)


def due_for_review(
    session: Session, today: dt.date, *, limit: int = _MOST_DUE
) -> tuple[ProtectionFacts, ...]:
    """The protections that end within thirty days or should have ended, the first one first."""
    due = Protection.to_on <= today + REVIEWED_AHEAD
    statement = _holding().where(due).order_by(Protection.to_on, Protection.id).limit(limit)
    return tuple(_facts(row, today) for row in session.execute(statement).mappings())


def _holding() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Protection.id.label("protection_id"),
            Protection.version,
            Protection.customer_id,
            Customer.name.label("customer_name"),
            Protection.source,
            Protection.counterparty,
            Protection.from_on,
            Protection.to_on,
            Protection.note,
            Protection.reviewed_at,
        )
        .join(Customer, Customer.id == Protection.customer_id)
        .where(Protection.ended_at.is_(None))
    )


def _facts(row: RowMapping, today: dt.date) -> ProtectionFacts:
    return ProtectionFacts(**row, review_due=row["to_on"] <= today + REVIEWED_AHEAD)
