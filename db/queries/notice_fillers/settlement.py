"""Fills in the final settlement of a use of water that has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.models import Contract
from db.queries.notice_fillers.chosen_bills import meter_read, nothing, valid_bills
from db.rules.final_settlement import EarlierUnpaid, FinalSettlement, SettledDebt
from db.tariffs import tariffs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from db.queries.billing import BillRow, DebtLine
    from db.rules.notice_facts import NoticeHead, Wanted


def fill(session: Session, wanted: Wanted, head: NoticeHead, today: dt.date) -> FinalSettlement:
    """The last bill of a contract that has ended, and what else is unpaid of it.

    Raises ``notice.nothing`` before the end, and until the bill up to that day is made.
    """
    this = select(Contract.ended_on, Contract.payment_method).where(
        Contract.id == wanted.contract_id
    )
    row = session.execute(this.limit(1)).one_or_none()
    bills = valid_bills(session, wanted.contract_id, today=today)
    if row is None or row.ended_on is None or not bills or bills[0].to_on < row.ended_on:
        raise nothing(wanted.kind)
    last, *earlier = bills
    return FinalSettlement(
        head=head,
        ended_on=row.ended_on,
        month=last.month,
        read=meter_read(session, last),
        debts=tuple(_settled(last, debt) for debt in last.debts if not debt.corrected),
        earlier=_unpaid(reversed(earlier)),
        overpaid_yen=sum(debt.overpaid_yen for bill in bills for debt in bill.debts),
        method=row.payment_method,
    )


def _settled(bill: BillRow, debt: DebtLine) -> SettledDebt:
    return SettledDebt(
        account=debt.account,
        billed_yen=debt.yen,
        tax_yen=debt.tax_yen,
        tax_percent=tariffs().coded(bill.tariff).tax_percent,
        paid_yen=debt.paid_yen,
        unpaid_yen=debt.unpaid_yen,
        due_on=debt.due_on,
    )


def _unpaid(bills: Iterable[BillRow]) -> tuple[EarlierUnpaid, ...]:
    return tuple(
        EarlierUnpaid(bill.month, debt.account, debt.unpaid_yen, debt.due_on)
        for bill in bills
        for debt in bill.debts
        if debt.unpaid_yen
    )
