"""Months, periods and years come out as on the bureau's calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.periods import (
    Cycle,
    billed_month,
    cycle_of,
    day_in_japan,
    days_of_period,
    first_month_shown,
    months_before,
    same_period_last_year,
)

days = st.dates(min_value=dt.date(1910, 1, 1), max_value=dt.date(2190, 12, 31))


def test_a_bill_is_called_by_the_month_of_its_reading():
    assert billed_month(dt.date(2024, 9, 5)) == dt.date(2024, 9, 1)


@pytest.mark.parametrize(("month", "cycle"), [(8, Cycle.EVEN), (9, Cycle.ODD), (12, Cycle.EVEN)])
def test_districts_are_read_in_even_or_odd_months(month, cycle):
    assert cycle_of(dt.date(2024, month, 1)) is cycle


@pytest.mark.parametrize(
    ("month", "count", "expected"),
    [
        (dt.date(2024, 9, 1), 2, dt.date(2024, 7, 1)),
        (dt.date(2024, 1, 1), 2, dt.date(2023, 11, 1)),
        (dt.date(2024, 12, 31), 0, dt.date(2024, 12, 1)),
        (dt.date(2024, 11, 1), -2, dt.date(2025, 1, 1)),
        (dt.date(2024, 9, 18), 23, dt.date(2022, 10, 1)),
    ],
)
def test_counting_months_back(month, count, expected):
    assert months_before(month, count) == expected


def test_the_same_period_last_year():
    assert same_period_last_year(dt.date(2024, 9, 1)) == dt.date(2023, 9, 1)


def test_days_of_a_period_are_the_gap_between_two_readings():
    assert days_of_period(dt.date(2024, 7, 5), dt.date(2024, 9, 5)) == 62


@pytest.mark.parametrize("today", [dt.date(2024, 9, 18), dt.date(2024, 10, 1)])
def test_two_years_are_twelve_bills(today):
    first = first_month_shown(today, 2)
    shown = [months_before(today, count) for count in range(36)]
    odd = [month for month in shown if month >= first and cycle_of(month) is Cycle.ODD]
    assert len(odd) == 12


def test_the_day_at_the_counter_is_japans():
    assert day_in_japan(dt.datetime(2024, 9, 17, 15, 0, tzinfo=dt.UTC)) == dt.date(2024, 9, 18)
    assert day_in_japan(dt.datetime(2024, 9, 17, 14, 59, tzinfo=dt.UTC)) == dt.date(2024, 9, 17)


def test_an_instant_without_a_time_zone_is_a_mistake():
    with pytest.raises(ValueError, match="time zone"):
        day_in_japan(dt.datetime(2024, 9, 18, 18, 13))  # noqa: DTZ001


@given(days, st.integers(min_value=-240, max_value=240))
def test_counting_back_and_ahead_returns(day, count):
    assert months_before(months_before(day, count), -count) == day.replace(day=1)
