"""How debts stand, said in SQL: the twin of ``db.rules.payment_state`` and ``limitation``.

A test holds every expression equal to its rule. All speak of the ``Debt`` of the statement they
are put into. Statements that are sent often are built once, with ``TODAY`` for a date: building
one takes longer than the database takes to answer it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Subquery,
    and_,
    bindparam,
    case,
    distinct,
    func,
    literal,
    not_,
    or_,
    select,
    type_coerce,
)

from db.models import Bill, Contract, Debt, Payment
from db.models.types import Code, Day
from db.rules.payment_state import WORST_FIRST
from db.rules.words import Account, CollectionState, PaymentState

if TYPE_CHECKING:
    import datetime as dt

    Today: TypeAlias = dt.date | BindParameter[dt.date]

TODAY = bindparam("today", type_=Day())


def paid_yen() -> ColumnElement[int]:
    """What came in for the debt and was confirmed, in yen."""
    return _came_in(Payment.confirmed_on.is_not(None))


def reported_yen() -> ColumnElement[int]:
    """What was reported for the debt and not confirmed yet (速報), in yen."""
    return _came_in(Payment.confirmed_on.is_(None))


def state(today: Today) -> ColumnElement[PaymentState]:
    """The payment state of the debt on ``today``."""
    paid = paid_yen()
    code = case(
        (Debt.corrected_on.is_not(None), _code(PaymentState.CORRECTED)),
        (paid >= Debt.yen, _code(PaymentState.PAID)),
        (paid > 0, _code(PaymentState.PART_PAID)),
        (Debt.due_on < today, _code(PaymentState.OVERDUE)),
        else_=_code(PaymentState.NOT_DUE),
    )
    return type_coerce(code, Code(PaymentState))


def is_extinguished(today: Today) -> ColumnElement[bool]:
    """Whether the debt is a sewerage debt that may not be collected any more."""
    return and_(Debt.account == Account.SEWERAGE, Debt.limitation_on < today)


def is_unpaid() -> ColumnElement[bool]:
    """Whether anything is unpaid of the debt, be it asked for or extinguished by now."""
    return and_(not_(_given_up()), paid_yen() < Debt.yen)


def is_asked_for(today: Today) -> ColumnElement[bool]:
    """Whether anything is asked for; ``unpaid_yen`` tells how much, and is slower to ask."""
    return and_(is_unpaid(), not_(is_extinguished(today)))


def unpaid_yen(today: Today) -> ColumnElement[int]:
    """What the customer is still asked for: nothing corrected, written off or extinguished."""
    paid = paid_yen()
    return case(
        (or_(_given_up(), is_extinguished(today)), literal(0)),
        (paid < Debt.yen, Debt.yen - paid),
        else_=literal(0),
    )


def unpaid_by_contract(which: ColumnElement[bool], today: Today) -> Subquery:
    """What is asked for of each contract with anything unpaid, however old, to be joined.

    ``which`` is a condition on ``Contract`` that keeps to a customer or to some ids. The columns:
    ``contract_id``, ``unpaid_yen``, ``overdue_yen``, ``overdue_bills`` and ``state``, the worst
    state of a debt that is still asked for.
    """
    unpaid = unpaid_yen(today)
    overdue = Debt.due_on < today
    return (
        select(
            Bill.contract_id,
            func.sum(unpaid).label("unpaid_yen"),
            func.sum(case((overdue, unpaid), else_=0)).label("overdue_yen"),
            func.count(distinct(case((overdue, Bill.id)))).label("overdue_bills"),
            _worst(today).label("state"),
        )
        .join(Contract, Contract.id == Bill.contract_id)
        .join(Debt, Debt.bill_id == Bill.id)
        .where(which, is_asked_for(today))
        .group_by(Bill.contract_id)
        .subquery("asked")
    )


def _came_in(which: ColumnElement[bool]) -> ColumnElement[int]:
    came_in = select(func.coalesce(func.sum(Payment.yen), 0)).where(
        Payment.debt_id == Debt.id, which
    )
    return came_in.correlate(Debt).scalar_subquery()


def _given_up() -> ColumnElement[bool]:
    written_off = Debt.collection.is_not_distinct_from(CollectionState.WRITTEN_OFF)
    return or_(Debt.corrected_on.is_not(None), written_off)


def _worst(today: Today) -> ColumnElement[PaymentState]:
    rank = case({code.value: place for place, code in enumerate(WORST_FIRST)}, value=state(today))
    worst = func.min(rank)
    code = case({place: _code(code) for place, code in enumerate(WORST_FIRST)}, value=worst)
    return type_coerce(code, Code(PaymentState))


def _code(code: PaymentState) -> ColumnElement[str]:
    return literal(code.value)
