"""The bills of which something is still to be paid, to be chosen for a slip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.models import Bill, Contract, Debt, Location
from db.queries import debts

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

_MOST = 600


@dataclass(frozen=True, slots=True)
class UnpaidBill:
    """A bill and what is still asked for of it, in yen; ``address`` is its place of use."""

    bill_id: int
    contract_id: int
    month: dt.date
    yen: int
    address: str


def unpaid_bills(session: Session, customer_id: int, today: dt.date) -> tuple[UnpaidBill, ...]:
    """The unpaid bills of all contracts of a customer, the oldest first; at most 600."""
    unpaid = debts.unpaid_yen(debts.TODAY)
    rows = session.execute(
        select(
            Bill.id,
            Bill.contract_id,
            Bill.month,
            func.sum(unpaid).label("yen"),
            Location.address,
        )
        .join(Debt, Debt.bill_id == Bill.id)
        .join(Contract, Contract.id == Bill.contract_id)
        .join(Location, Location.id == Contract.location_id)
        .where(Contract.customer_id == customer_id, debts.is_asked_for(debts.TODAY))
        .group_by(Bill.id, Bill.contract_id, Bill.month, Location.address)
        .order_by(Bill.month, Bill.contract_id, Bill.id)
        .limit(_MOST),
        {"today": today},
    )
    return tuple(
        UnpaidBill(row.id, row.contract_id, row.month, int(row.yen), row.address) for row in rows
    )
