"""The cut-off warnings whose limit has passed and about which nobody has decided yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, RowMapping, Select, and_, func, or_, select

from db.errors import RuleBroken
from db.models import (
    Batch,
    Contract,
    Customer,
    CutoffDecision,
    Debt,
    Document,
    DocumentDebt,
    Location,
    Staff,
)
from db.queries import debts
from db.queries.protections import protected
from db.rules.paper import PaperKind
from db.rules.periods import day_in_japan
from db.rules.words import Role

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class WarningFacts:
    """A warning: ``unpaid_yen`` is what is unpaid now of the water it names.

    ``planned_by`` is who planned its batch, or issued it singly.
    """

    document_id: int
    number: str
    customer_id: int
    contract_id: int
    customer_number: str
    customer_name: str
    address: str
    issued_on: dt.date
    limit_on: dt.date
    asked_yen: int
    unpaid_yen: int
    planned_by: int
    planned_by_name: str
    decided: bool


def undecided(session: Session, today: dt.date, *, limit: int = _MOST) -> tuple[WarningFacts, ...]:
    """The warnings to be decided on, those that have waited longest first.

    Of a contract only its last warning counts; whoever paid, or is protected, is not among them.
    """
    statement = (
        _warnings(today)
        .where(Document.limit_on < today, CutoffDecision.id.is_(None), _is_last())
        .where(~protected(Document.customer_id))
        .having(func.sum(debts.unpaid_yen(today)) > 0)
        .order_by(Document.limit_on, Document.id)
        .limit(limit)
    )
    return tuple(_facts(row) for row in session.execute(statement).mappings())


def warning_facts(session: Session, warning_id: int, today: dt.date) -> WarningFacts:
    """One warning, decided on or not; raises ``cutoff.no_warning`` for another document."""
    statement = _warnings(today).where(Document.id == warning_id).limit(1)
    row = session.execute(statement).mappings().one_or_none()
    if row is None:
        raise RuleBroken("cutoff.no_warning", document_id=warning_id)
    return _facts(row)


def other_supervisor(session: Session, staff_id: int | None, now: dt.datetime) -> bool:
    """Whether anybody else works here who could decide."""
    still = or_(Staff.left_on.is_(None), Staff.left_on > day_in_japan(now))
    others = and_(Staff.role == Role.SUPERVISOR, Staff.id != staff_id, still)
    return session.scalar(select(Staff.id).where(others).limit(1)) is not None


def _facts(row: RowMapping) -> WarningFacts:
    # PostgreSQL adds sums up to decimal numbers
    yen = {name: int(row[name]) for name in ("asked_yen", "unpaid_yen")}
    return WarningFacts(**{**row, **yen})


_PLANNER: Final = func.coalesce(Batch.planned_by, Document.issued_by)


def _columns(today: dt.date) -> tuple[Any, ...]:
    return (
        Document.id.label("document_id"),
        Document.number,
        Contract.customer_id,
        Document.contract_id,
        Contract.customer_number,
        Customer.name.label("customer_name"),
        Location.address,
        Document.issued_on,
        Document.limit_on,
        _PLANNER.label("planned_by"),
        Staff.name.label("planned_by_name"),
        CutoffDecision.id.is_not(None).label("decided"),
        func.sum(DocumentDebt.yen).label("asked_yen"),
        func.sum(debts.unpaid_yen(today)).label("unpaid_yen"),
    )


def _warnings(today: dt.date) -> Select[*tuple[Any, ...]]:
    return (
        select(*_columns(today))
        .join(DocumentDebt, DocumentDebt.document_id == Document.id)
        .join(Debt, Debt.id == DocumentDebt.debt_id)
        .join(Contract, Contract.id == Document.contract_id)
        .join(Customer, Customer.id == Contract.customer_id)
        .join(Location, Location.id == Contract.location_id)
        .outerjoin(Batch, Batch.id == Document.batch_id)
        .join(Staff, Staff.id == _PLANNER)
        .outerjoin(CutoffDecision, CutoffDecision.warning_id == Document.id)
        .where(
            Document.kind == PaperKind.CUTOFF_WARNING,
            Document.limit_on.is_not(None),
            Document.returned_on.is_(None),
        )
        .group_by(
            Document.id,
            Contract.id,
            Customer.id,
            Location.id,
            Batch.id,
            Staff.id,
            CutoffDecision.id,
        )
    )


def _is_last() -> ColumnElement[bool]:
    later = Document.__table__.alias("later")
    return ~(
        select(later.c.id)
        .where(
            later.c.contract_id == Document.contract_id,
            later.c.kind == PaperKind.CUTOFF_WARNING,
            later.c.id > Document.id,
        )
        .exists()
    )
