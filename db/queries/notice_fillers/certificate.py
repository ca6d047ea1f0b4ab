"""Fills in the payment certificate from confirmed payments (確報); a report alone is none."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, bindparam, select

from db.models import Debt, Payment
from db.models.types import Day
from db.queries.notice_fillers.chosen_bills import chosen, nothing, valid_bills
from db.rules.certificate import Certificate, CertifiedBill, CertifiedDebt, counted
from db.rules.periods import billed_month, months_before

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from db.queries.billing import BillRow, DebtLine
    from db.rules.notice_facts import NoticeHead, Wanted

    Payments = Mapping[int, list[tuple[dt.date, int]]]

_USUAL_MONTHS: Final = 12
_MOST_PAYMENTS: Final = 20_000


def fill(session: Session, wanted: Wanted, head: NoticeHead, today: dt.date) -> Certificate:
    """The bills of the months wanted, else of the last twelve, with what was paid of each.

    Raises ``notice.nothing`` where nothing was paid.
    """
    until = billed_month(wanted.until or today)
    since = billed_month(wanted.since or months_before(until, _USUAL_MONTHS - 1))
    years = max(1, today.year - since.year + 1)
    bills = valid_bills(session, wanted.contract_id, today=today, years=years)
    about = [bill for bill in chosen(bills, wanted) if since <= bill.month <= until]
    debts = [debt.debt_id for bill in about for debt in bill.debts]
    payments = _payments(session, debts, today)
    certified = tuple(_bill(bill, payments) for bill in reversed(about))
    applicant = head.use.user_name if head.use else head.addressee.name
    certificate = Certificate(head, applicant, wanted.purpose, since, until, certified)
    if not certificate.paid_yen:
        raise nothing(wanted.kind)
    return certificate


def _bill(bill: BillRow, payments: Payments) -> CertifiedBill:
    debts = tuple(_debt(debt, payments) for debt in bill.debts if not debt.corrected)
    return CertifiedBill(bill.month, bill.from_on, bill.to_on, debts)


def _debt(debt: DebtLine, payments: Payments) -> CertifiedDebt:
    paid_yen, paid_on = counted(debt.yen, payments.get(debt.debt_id, ()))
    return CertifiedDebt(debt.account, debt.yen, debt.tax_yen, paid_yen, paid_on)


def _payments(session: Session, debt_ids: list[int], today: dt.date) -> Payments:
    came_in: dict[int, list[tuple[dt.date, int]]] = {}
    for row in session.execute(_confirmed(), {"debt_ids": debt_ids, "today": today}):
        came_in.setdefault(row.debt_id, []).append((row.paid_on, row.yen))
    return came_in


@functools.cache
def _confirmed() -> Select[*tuple[Any, ...]]:
    return (
        select(Payment.debt_id, Payment.paid_on, Payment.yen)
        .join(Debt, Debt.id == Payment.debt_id)
        .where(
            Debt.id.in_(bindparam("debt_ids", expanding=True)),
            Payment.confirmed_on <= bindparam("today", type_=Day()),
        )
        .order_by(Payment.paid_on, Payment.id)
        .limit(_MOST_PAYMENTS)
    )
