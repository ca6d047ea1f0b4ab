"""Fills in the notices about money over: refunded, or set off against another bill."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, Select, bindparam, select

from db.models import Bill, Debt, Overpayment, Payment
from db.queries.notice_fillers.chosen_bills import nothing
from db.rules.overpayment_notices import (
    CameIn,
    Overpaid,
    Refund,
    SetOff,
    SetOffLine,
    set_off_against,
)
from db.rules.words import OverpaymentWay

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.rules.notice_facts import NoticeHead, Wanted

_MOST: Final = 400
_REFUNDED: Final = (OverpaymentWay.OPEN, OverpaymentWay.REFUND)
_SET_OFF: Final = (OverpaymentWay.SET_OFF,)


def fill_refund(session: Session, wanted: Wanted, head: NoticeHead, today: dt.date) -> Refund:
    """Money over of the bills wanted; else what has not gone back, else what went back last.

    What nobody may ask back any more is not among it. Raises ``notice.nothing`` without any.
    """
    found = _overpaid(session, wanted, _REFUNDED)
    overpaid = tuple(
        over for over in found if over.settled_on is not None or over.claimable_until >= today
    )
    if not overpaid:
        raise nothing(wanted.kind)
    return Refund(head, overpaid)


def fill_set_off(session: Session, wanted: Wanted, head: NoticeHead, today: dt.date) -> SetOff:
    """Money over of the bills wanted, else what was set off last, and against which debt.

    Raises ``notice.nothing`` where nothing was set off until ``today``.
    """
    found = _overpaid(session, wanted, _SET_OFF)
    overpaid = [over for over in found if over.settled_on is None or over.settled_on <= today]
    if not overpaid:
        raise nothing(wanted.kind)
    payments = _came_in(session, wanted.contract_id, {over.yen for over in overpaid})
    return SetOff(
        head, tuple(SetOffLine(over, set_off_against(over, payments)) for over in overpaid)
    )


def _overpaid(
    session: Session, wanted: Wanted, ways: tuple[OverpaymentWay, ...]
) -> tuple[Overpaid, ...]:
    asked = {"contract_id": wanted.contract_id, "ways": ways}
    rows = session.execute(_of_contract(), asked).all()
    if wanted.bill_ids:
        rows = [row for row in rows if row.bill_id in wanted.bill_ids]
    else:
        last = max((row.settled_on for row in rows if row.settled_on), default=None)
        unsettled = [row for row in rows if row.settled_on is None]
        rows = unsettled or [row for row in rows if row.settled_on == last]
    return tuple(
        Overpaid(row.month, row.account, row.yen, row.found_on, row.settled_on) for row in rows
    )


def _came_in(session: Session, contract_id: int, yen: set[int]) -> tuple[CameIn, ...]:
    rows = session.execute(_payments(), {"contract_id": contract_id, "yen": sorted(yen)})
    return tuple(
        CameIn(row.month, row.account, row.yen, row.paid_on, row.billed_yen) for row in rows
    )


@functools.cache
def _of_contract() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Bill.id.label("bill_id"),
            Bill.month,
            Debt.account,
            Overpayment.yen,
            Overpayment.found_on,
            Overpayment.settled_on,
        )
        .join(Debt, Debt.id == Overpayment.debt_id)
        .join(Bill, Bill.id == Debt.bill_id)
        .where(
            Bill.contract_id == bindparam("contract_id", type_=Integer),
            Overpayment.way.in_(bindparam("ways", expanding=True)),
        )
        .order_by(Bill.month, Bill.sequence, Debt.id, Overpayment.id)
        .limit(_MOST)
    )


@functools.cache
def _payments() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Bill.month,
            Debt.account,
            Payment.yen,
            Payment.paid_on,
            Debt.yen.label("billed_yen"),
        )
        .join(Debt, Debt.id == Payment.debt_id)
        .join(Bill, Bill.id == Debt.bill_id)
        .where(
            Bill.contract_id == bindparam("contract_id", type_=Integer),
            Payment.yen.in_(bindparam("yen", expanding=True)),
            Payment.confirmed_on.is_not(None),
            Debt.corrected_on.is_(None),
        )
        .order_by(Payment.paid_on, Payment.id)
        .limit(_MOST)
    )
