"""What a clerk should know of a customer before they speak (お知らせ帯), most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from db.rules.words import MeterStatus

if TYPE_CHECKING:
    import datetime as dt

EXCHANGE_NOTICE_DAYS: Final = 60
"""How long before its last day a meter's exchange is told; each bureau chooses its own."""


class AlertKind(StrEnum):
    """What an alert is about, in the order of urgency."""

    OVERDUE = "overdue"
    LEAK = "leak"
    DEBIT_FAILED = "debit_failed"
    EXCHANGE_LATE = "exchange_late"
    ESTIMATED = "estimated"
    OVERPAID = "overpaid"
    EXCHANGE_DUE = "exchange_due"


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert: ``bills`` and ``yen`` of money, the day ``on`` and the meter's ``status_code``.

    OVERDUE counts bills and yen of all places. DEBIT_FAILED and OVERPAID count bills and yen of
    the place shown, EXCHANGE_LATE and EXCHANGE_DUE tell the last day of its meter, LEAK and
    ESTIMATED the day and the code of its last reading.
    """

    kind: AlertKind
    bills: int = 0
    yen: int = 0
    on: dt.date | None = None
    status_code: int | None = None


@dataclass(frozen=True, slots=True)
class Bills:
    """How many bills something concerns, and how many yen."""

    bills: int = 0
    yen: int = 0


@dataclass(frozen=True, slots=True)
class LastReading:
    """The newest reading of the meter at the place shown."""

    read_on: dt.date
    estimated: bool
    status_code: int | None


def alerts(
    *,
    today: dt.date,
    overdue: Bills,
    debit_failed: Bills,
    overpaid: Bills,
    last_reading: LastReading | None,
    exchange_due_on: dt.date | None,
) -> tuple[Alert, ...]:
    """The alerts that these facts call for; a place without a meter has no ``exchange_due_on``."""
    found = [
        _money(AlertKind.OVERDUE, overdue),
        _money(AlertKind.DEBIT_FAILED, debit_failed),
        _money(AlertKind.OVERPAID, overpaid),
        _of_reading(last_reading),
        _of_meter(exchange_due_on, today),
    ]
    urgency = list(AlertKind)
    return tuple(sorted(filter(None, found), key=lambda alert: urgency.index(alert.kind)))


def _money(kind: AlertKind, bills: Bills) -> Alert | None:
    return Alert(kind, bills=bills.bills, yen=bills.yen) if bills.yen > 0 else None


def _of_reading(reading: LastReading | None) -> Alert | None:
    if reading is None:
        return None
    code = reading.status_code
    if code == MeterStatus.LEAK:
        return Alert(AlertKind.LEAK, on=reading.read_on, status_code=code)
    if reading.estimated:
        return Alert(AlertKind.ESTIMATED, on=reading.read_on, status_code=code)
    return None


def _of_meter(exchange_due_on: dt.date | None, today: dt.date) -> Alert | None:
    if exchange_due_on is None or (exchange_due_on - today).days > EXCHANGE_NOTICE_DAYS:
        return None
    late = exchange_due_on < today
    kind = AlertKind.EXCHANGE_LATE if late else AlertKind.EXCHANGE_DUE
    return Alert(kind, on=exchange_due_on)
