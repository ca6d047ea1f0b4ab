"""The statement that reads a contract's bills, a row for each debt of each bill."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, bindparam, exists, func, or_, select

from db.models import Bill, Debt, Overpayment, Payment, Reading
from db.queries import debts
from db.rules.words import Account, OverpaymentWay

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ScalarSelect

_MOST_BILLS = 400
_REFUNDED = and_(Overpayment.way == OverpaymentWay.REFUND, Overpayment.settled_on.is_not(None))


@functools.cache
def bills_with_debts() -> Select[Any]:
    """The bills of ``:contract_id``, newest first, debt by debt.

    They are those of the month ``:since`` and later, and every unpaid one.
    """
    bill = _chosen()
    return (
        select(
            bill,
            Debt.id.label("debt_id"),
            Debt.account,
            Debt.yen,
            Debt.tax_yen,
            Debt.due_on,
            debts.paid_yen().label("paid_yen"),
            debts.reported_yen().label("reported_yen"),
            _last_day(Payment.confirmed_on.is_not(None)).label("paid_on"),
            _last_day(Payment.confirmed_on.is_(None)).label("reported_on"),
            _over(_REFUNDED).label("refunded_yen"),
            _over(Overpayment.settled_on.is_(None)).label("overpaid_yen"),
            Debt.corrected_on,
            Debt.collection,
            Debt.collection_on,
            Debt.limitation_on,
        )
        .outerjoin_from(bill, Debt, Debt.bill_id == bill.c.bill_id)
        .order_by(bill.c.month.desc(), bill.c.sequence.desc(), bill.c.bill_id)
        .limit(_MOST_BILLS * len(Account))
    )


def _chosen() -> Subquery:
    unpaid = exists().where(Debt.bill_id == Bill.id, debts.is_unpaid())
    return (
        select(
            Bill.id.label("bill_id"),
            Bill.contract_id,
            Bill.month,
            Bill.sequence,
            Bill.from_on,
            Bill.to_on,
            Bill.usage_m3,
            Bill.sewerage_m3,
            Bill.settled_m3,
            Bill.usage_class,
            Bill.tariff,
            Bill.payment_number,
            Reading.status_code,
            Reading.current_value.is_(None).label("estimated"),
        )
        .join(Reading, Reading.id == Bill.reading_id)
        .where(
            Bill.contract_id == bindparam("contract_id"),
            or_(Bill.month >= bindparam("since"), unpaid),
        )
        .order_by(Bill.month.desc(), Bill.sequence.desc())
        .limit(_MOST_BILLS)
        .subquery("chosen")
    )


def _last_day(which: ColumnElement[bool]) -> ScalarSelect[dt.date]:
    day = select(func.max(Payment.paid_on)).where(Payment.debt_id == Debt.id, which)
    return day.correlate(Debt).scalar_subquery()


def _over(which: ColumnElement[bool]) -> ScalarSelect[int]:
    over = select(func.coalesce(func.sum(Overpayment.yen), 0)).where(
        Overpayment.debt_id == Debt.id, which
    )
    return over.correlate(Debt).scalar_subquery()
