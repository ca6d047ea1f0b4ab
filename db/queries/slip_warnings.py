"""What speaks against asking for chosen bills again, debt by debt."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, bindparam, select

from db.models import Bill, Debt
from db.queries import debts
from db.queries.holds import held
from db.rules.slip_stops import OF_HOLD, SlipStop
from db.rules.words import Account, CollectionState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from db.queries.holds import HoldFacts

_MOST: Final = 1000
_STOPS: Final = tuple(SlipStop)
_OF_COLLECTION: Final = {
    CollectionState.REQUESTED: SlipStop.DEBIT_REQUESTED,
    CollectionState.INSTALMENTS: SlipStop.INSTALMENTS,
    # the bank has the money of a debit that was not confirmed yet
    CollectionState.DEBITED: SlipStop.PAYMENT_REPORTED,
}


@dataclass(frozen=True, slots=True)
class SlipWarning:
    """One thing that speaks against it; ``reason`` is what was noted when a debt was held.

    ``yen`` is what is unpaid of the debt, of which nothing is asked for once it is extinguished.
    """

    code: SlipStop
    bill_id: int
    debt_id: int
    month: dt.date
    account: Account
    yen: int
    reason: str = ""


def slip_warnings(
    session: Session, bill_ids: Iterable[int], today: dt.date
) -> tuple[SlipWarning, ...]:
    """What speaks against asking for the bills, the oldest first; each thing once for a debt.

    Nothing does for what is paid, corrected or written off: it is not asked for.
    """
    asked = {"ids": sorted(set(bill_ids)), "today": today}
    rows = session.execute(_unpaid_debts(), asked).all()
    holds = held(session, [row.debt_id for row in rows], today)
    found = [each for row in rows for each in _warnings(row, holds.get(row.debt_id, ()))]
    return tuple(found)


def _warnings(row: Row[Any], holds: tuple[HoldFacts, ...]) -> Iterator[SlipWarning]:
    reasons: dict[SlipStop, str] = {}
    if row.extinguished:
        reasons[SlipStop.EXTINGUISHED] = ""
    else:
        moving = _OF_COLLECTION.get(row.collection)
        if moving is not None:
            reasons[moving] = ""
        if row.reported_yen > 0:
            reasons[SlipStop.PAYMENT_REPORTED] = ""
        for hold in holds:
            if hold.kind in OF_HOLD:
                reasons[OF_HOLD[hold.kind]] = hold.reason
    for code in sorted(reasons, key=_STOPS.index):
        yield SlipWarning(
            code=code,
            bill_id=row.bill_id,
            debt_id=row.debt_id,
            month=row.month,
            account=row.account,
            yen=row.unpaid_yen,
            reason=reasons[code],
        )


@functools.cache
def _unpaid_debts() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Bill.id.label("bill_id"),
            Bill.month,
            Debt.id.label("debt_id"),
            Debt.account,
            Debt.collection,
            (Debt.yen - debts.paid_yen()).label("unpaid_yen"),
            debts.reported_yen().label("reported_yen"),
            debts.is_extinguished(debts.TODAY).label("extinguished"),
        )
        .join(Debt, Debt.bill_id == Bill.id)
        .where(Bill.id.in_(bindparam("ids", expanding=True)), debts.is_unpaid())
        .order_by(Bill.month, Bill.contract_id, Bill.id, Debt.account.desc())
        .limit(_MOST)
    )
