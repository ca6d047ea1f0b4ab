"""What is still to be paid of chosen bills, as notices ask for it: each debt by itself."""

from __future__ import annotations

import functools
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, bindparam, select

from db.models import Bill, Contract, Debt, Location
from db.queries import debts
from db.rules.notice_facts import BillAsked, DebtAsked
from db.rules.periods import days_of_period
from db.rules.words import Account
from db.tariffs import tariffs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

_AT_ONCE: Final = 5000
_ACCOUNTS: Final = tuple(Account)


def bills_asked(session: Session, bill_ids: Iterable[int], today: dt.date) -> tuple[BillAsked, ...]:
    """What is asked for of the bills, oldest first, water before sewerage.

    Nothing is asked for of what is paid, corrected, written off or extinguished: a bill of which
    nothing is left is not among them. Fees and interest are not reckoned here.
    """
    ids = sorted(set(bill_ids))
    found: list[tuple[Any, BillAsked]] = []
    for start in range(0, len(ids), _AT_ONCE):
        asked = {"ids": ids[start : start + _AT_ONCE], "today": today}
        rows = session.execute(_unpaid_debts(), asked).all()
        for _, group in groupby(rows, key=lambda row: row.bill_id):
            debts_of_bill = list(group)
            found.append((_order(debts_of_bill[0]), _bill(debts_of_bill)))
    return tuple(bill for _, bill in sorted(found, key=lambda each: each[0]))


def _order(row: Row[Any]) -> tuple[dt.date, int, int]:
    return row.month, row.contract_id, row.bill_id


def _bill(rows: list[Row[Any]]) -> BillAsked:
    rows = sorted(rows, key=lambda row: _ACCOUNTS.index(row.account))
    first = rows[0]
    return BillAsked(
        month=first.month,
        from_on=first.from_on,
        to_on=first.to_on,
        days=days_of_period(first.from_on, first.to_on),
        usage_m3=first.usage_m3,
        sewerage_m3=first.sewerage_m3,
        payment_number=first.payment_number,
        debts=tuple(_debt(row) for row in rows),
        address=first.address,
        customer_number=first.customer_number,
        debt_ids=tuple(row.debt_id for row in rows),
    )


def _debt(row: Row[Any]) -> DebtAsked:
    return DebtAsked(
        account=row.account,
        yen=row.unpaid_yen,
        billed_yen=row.yen,
        tax_yen=row.tax_yen,
        tax_percent=tariffs().coded(row.tariff).tax_percent,
        due_on=row.due_on,
        limitation_on=row.limitation_on,
    )


@functools.cache
def _unpaid_debts() -> Select[*tuple[Any, ...]]:
    unpaid = debts.unpaid_yen(debts.TODAY)
    return (
        select(
            Bill.id.label("bill_id"),
            Bill.contract_id,
            Bill.month,
            Bill.from_on,
            Bill.to_on,
            Bill.usage_m3,
            Bill.sewerage_m3,
            Bill.payment_number,
            Bill.tariff,
            Location.address,
            Contract.customer_number,
            Debt.id.label("debt_id"),
            Debt.account,
            Debt.yen,
            Debt.tax_yen,
            Debt.due_on,
            Debt.limitation_on,
            unpaid.label("unpaid_yen"),
        )
        .join(Debt, Debt.bill_id == Bill.id)
        .join(Contract, Contract.id == Bill.contract_id)
        .join(Location, Location.id == Contract.location_id)
        .where(Bill.id.in_(bindparam("ids", expanding=True)), debts.is_asked_for(debts.TODAY))
        .order_by(Bill.id)
        .limit(_AT_ONCE * len(Account))
    )
