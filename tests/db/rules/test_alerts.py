"""What a clerk is told of a customer before they speak."""

from __future__ import annotations

import datetime as dt

import pytest

from db.rules.alerts import Alert, AlertKind, Bills, LastReading, alerts
from db.rules.words import MeterStatus

TODAY = dt.date(2024, 9, 18)
READ_ON = dt.date(2024, 9, 10)


def _alerts(**more):
    quiet = {"overdue": Bills(), "debit_failed": Bills(), "overpaid": Bills()}
    quiet |= {"last_reading": None, "exchange_due_on": None}
    return alerts(today=TODAY, **(quiet | more))


def test_a_customer_with_nothing_amiss_has_no_alerts():
    reading = LastReading(READ_ON, estimated=False, status_code=None)
    assert _alerts() == ()
    assert _alerts(last_reading=reading, exchange_due_on=dt.date(2030, 3, 31)) == ()


def test_the_most_urgent_comes_first():
    found = _alerts(
        overdue=Bills(2, 8000),
        debit_failed=Bills(1, 2710),
        overpaid=Bills(1, 300),
        last_reading=LastReading(READ_ON, estimated=True, status_code=MeterStatus.ABSENT),
        exchange_due_on=dt.date(2024, 9, 17),
    )
    assert [alert.kind for alert in found] == [
        AlertKind.OVERDUE,
        AlertKind.DEBIT_FAILED,
        AlertKind.EXCHANGE_LATE,
        AlertKind.ESTIMATED,
        AlertKind.OVERPAID,
    ]
    assert found[0] == Alert(AlertKind.OVERDUE, bills=2, yen=8000)


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (-1, AlertKind.EXCHANGE_LATE),
        (0, AlertKind.EXCHANGE_DUE),
        (60, AlertKind.EXCHANGE_DUE),
        (61, None),
    ],
)
def test_a_meters_exchange_is_told_sixty_days_ahead(days, kind):
    due_on = TODAY + dt.timedelta(days=days)
    found = _alerts(exchange_due_on=due_on)
    assert found == ((Alert(kind, on=due_on),) if kind else ())


@pytest.mark.parametrize(
    ("estimated", "code", "kind"),
    [
        (False, MeterStatus.LEAK, AlertKind.LEAK),
        (True, MeterStatus.LEAK, AlertKind.LEAK),
        (True, MeterStatus.SNOW, AlertKind.ESTIMATED),
        (True, None, AlertKind.ESTIMATED),
        (False, MeterStatus.UNUSUAL, None),
    ],
)
def test_the_last_reading_is_told_when_it_says_more_than_a_number(estimated, code, kind):
    found = _alerts(last_reading=LastReading(READ_ON, estimated=estimated, status_code=code))
    assert found == ((Alert(kind, on=READ_ON, status_code=code),) if kind else ())
