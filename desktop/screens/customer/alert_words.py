"""What the alerts about a customer say, and what their chips look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.alerts import Alert, AlertKind
from desktop import format as written
from desktop import labels
from desktop.labels import ChipWords
from desktop.theme import Kind

if TYPE_CHECKING:
    import datetime as dt

    from desktop.format import LanguageCode

translate = QCoreApplication.translate


def alert_words(alert: Alert, code: LanguageCode) -> ChipWords:
    """The chip of an alert: red only for what is past its due date."""
    return ChipWords(_short(alert, code), *_looks(alert.kind))


def alert_hint(alert: Alert) -> str:
    """The sentence behind an alert's chip, with what to do about it."""
    told = {
        AlertKind.OVERDUE: translate(
            "Alerts", "Bills past their due date, over all locations. Shows the unpaid bills."
        ),
        AlertKind.LEAK: translate(
            "Alerts", "The meter reader suspected a leak at the last reading. Shows the readings."
        ),
        AlertKind.DEBIT_FAILED: translate(
            "Alerts", "The bank could not debit this location's bills. Shows the bills."
        ),
        AlertKind.EXCHANGE_LATE: translate(
            "Alerts", "The meter should have been exchanged by now. Shows the meter."
        ),
        AlertKind.ESTIMATED: translate(
            "Alerts",
            "The meter could not be read; the next reading settles it. Shows the readings.",
        ),
        AlertKind.OVERPAID: translate(
            "Alerts", "Money paid over has not gone back yet. Shows the bills."
        ),
        AlertKind.EXCHANGE_DUE: translate(
            "Alerts", "The meter is to be exchanged soon. Shows the meter."
        ),
    }[alert.kind]
    if alert.status_code is None or alert.kind is AlertKind.LEAK:
        return told
    return f"{labels.meter_status(alert.status_code)}\n{told}"


def _short(alert: Alert, code: LanguageCode) -> str:
    yen = written.yen(alert.yen, code)
    match alert.kind:
        case AlertKind.OVERDUE:
            bills = alert.bills
            overdue = translate("Alerts", "%n overdue  {yen}", "bills", bills)
            return overdue.format(yen=yen)
        case AlertKind.DEBIT_FAILED:
            return translate("Alerts", "Debit failed  {yen}").format(yen=yen)
        case AlertKind.OVERPAID:
            return translate("Alerts", "Overpaid  {yen}").format(yen=yen)
        case AlertKind.LEAK:
            return translate("Alerts", "Leak suspected")
        case AlertKind.ESTIMATED:
            return translate("Alerts", "Estimated {day}").format(day=_day(alert.on))
        case AlertKind.EXCHANGE_LATE:
            late = translate("Alerts", "Meter exchange late since {day}")
            return late.format(day=_day(alert.on))
        case AlertKind.EXCHANGE_DUE:
            return translate("Alerts", "Meter exchange by {day}").format(day=_day(alert.on))


def _looks(kind: AlertKind) -> tuple[Kind, str]:
    return {
        AlertKind.OVERDUE: (Kind.ERR, "warn"),
        AlertKind.LEAK: (Kind.WARN, "drop"),
        AlertKind.DEBIT_FAILED: (Kind.WARN, "circle-x"),
        AlertKind.EXCHANGE_LATE: (Kind.WARN, "bell"),
        AlertKind.ESTIMATED: (Kind.INFO, "gauge"),
        AlertKind.OVERPAID: (Kind.INFO, "yen"),
        AlertKind.EXCHANGE_DUE: (Kind.WARN, "bell"),
    }[kind]


def _day(day: dt.date | None) -> str:
    return "" if day is None else f"{day.month}/{day.day}"
