"""Fills the alerts' rule with what was read of a customer; asks the database nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.alerts import Alert, Bills, LastReading, alerts
from db.rules.words import CollectionState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from db.queries.billing import DebtLine, History
    from db.queries.contracts import ContractDetails
    from db.queries.customers import CustomerHead


def customer_alerts(
    head: CustomerHead, history: History, details: ContractDetails, *, today: dt.date
) -> tuple[Alert, ...]:
    """The alerts for the strip, with ``history`` and ``details`` of the contract shown.

    A contract that ended says nothing of a meter that now serves somebody else.
    """
    serving = _still_serves(head, history.contract_id, today)
    hanging = [meter for meter in details.meters if serving and meter.removed_on is None]
    return alerts(
        today=today,
        overdue=Bills(head.overdue_bills, head.overdue_yen),
        debit_failed=_bills(history, _failed_yen),
        overpaid=_bills(history, lambda debt: debt.overpaid_yen),
        last_reading=_last_reading(details) if serving else None,
        exchange_due_on=min((meter.exchange_due_on for meter in hanging), default=None),
    )


def _still_serves(head: CustomerHead, contract_id: int, today: dt.date) -> bool:
    shown = (choice for choice in head.contracts if choice.contract_id == contract_id)
    return any(choice.ended_on is None or choice.ended_on >= today for choice in shown)


def _last_reading(details: ContractDetails) -> LastReading | None:
    if not details.readings:
        return None
    last = details.readings[0]
    return LastReading(last.read_on, last.estimated, last.status_code)


def _bills(history: History, yen: Callable[[DebtLine], int]) -> Bills:
    sums = [sum(map(yen, bill.debts)) for bill in history.rows]
    return Bills(sum(1 for one in sums if one), sum(sums))


def _failed_yen(debt: DebtLine) -> int:
    return debt.unpaid_yen if debt.collection is CollectionState.FAILED else 0
