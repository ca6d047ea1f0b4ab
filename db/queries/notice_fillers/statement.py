"""Fills in the usage and payment statement, of two years unless other months are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import RuleBroken
from db.queries.billing import billing_history
from db.rules import payment_state
from db.rules.periods import billed_month, first_month_shown
from db.rules.statement import Statement, StatementBill
from db.rules.words import Account, PaymentState

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.queries.billing import BillRow, DebtLine
    from db.rules.notice_facts import NoticeHead, Wanted

_YEARS = 2


def fill(session: Session, wanted: Wanted, head: NoticeHead, today: dt.date) -> Statement:
    """The valid bills of the months wanted; raises ``notice.nothing`` where there are none."""
    until = billed_month(wanted.until or today)
    since = billed_month(wanted.since or first_month_shown(until, _YEARS))
    years = max(_YEARS, today.year - since.year + 1)
    history = billing_history(session, wanted.contract_id, today=today, years=years)
    bills = [_bill(row) for row in history.rows if since <= row.month <= until and _valid(row)]
    if not bills:
        raise RuleBroken("notice.nothing", kind=wanted.kind)
    return Statement(head, since, until, tuple(reversed(bills)), history.payments_seen_to)


def _valid(row: BillRow) -> bool:
    return any(_told(debt) for debt in row.debts)


def _told(debt: DebtLine) -> bool:
    """Whether paper speaks of the debt: not when it was corrected away or may not be collected."""
    return debt.state is not PaymentState.CORRECTED and not debt.extinguished


def _bill(row: BillRow) -> StatementBill:
    told = [debt for debt in row.debts if _told(debt)]
    yen = {debt.account: debt.yen for debt in told}
    state = payment_state.worst(debt.state for debt in told) or PaymentState.PAID
    days = [debt.paid_on for debt in told if debt.paid_on is not None]
    return StatementBill(
        month=row.month,
        from_on=row.from_on,
        to_on=row.to_on,
        days=row.days,
        usage_m3=row.usage_m3,
        water_yen=yen.get(Account.WATER),
        sewerage_yen=yen.get(Account.SEWERAGE),
        state=state,
        paid_on=max(days, default=None) if state is PaymentState.PAID else None,
        estimated=row.estimated,
    )
