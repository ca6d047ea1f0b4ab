"""Due dates fall on days when one can pay, and debts end when the law says so."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules.due_dates import days_left, due_on, is_open_day, limitation_on, next_open_day
from db.rules.words import Account

OLD, NEW = dt.date(2020, 3, 31), dt.date(2020, 4, 1)
days = st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (dt.date(2024, 9, 18), True),
        (dt.date(2024, 9, 21), False),  # Saturday
        (dt.date(2024, 9, 22), False),  # Sunday, and the autumnal equinox
        (dt.date(2024, 9, 23), False),  # the holiday in lieu of it
        (dt.date(2024, 5, 3), False),
        (dt.date(2024, 12, 30), True),
        (dt.date(2024, 12, 31), False),
        (dt.date(2025, 1, 2), False),
        (dt.date(2025, 1, 3), False),
        (dt.date(2025, 1, 6), True),
    ],
)
def test_days_when_the_bureau_works(day, is_open):
    assert is_open_day(day) is is_open


@pytest.mark.parametrize(
    ("day", "rolled"),
    [
        (dt.date(2024, 9, 30), dt.date(2024, 9, 30)),
        (dt.date(2024, 9, 21), dt.date(2024, 9, 24)),
        (dt.date(2024, 12, 31), dt.date(2025, 1, 6)),
        (dt.date(2024, 4, 27), dt.date(2024, 4, 30)),
        (dt.date(2025, 5, 3), dt.date(2025, 5, 7)),
    ],
)
def test_a_closed_day_rolls_to_the_next_open_one(day, rolled):
    assert next_open_day(day) == rolled


def test_the_bureau_may_close_on_more_days():
    closed = {dt.date(2024, 12, 30), dt.date(2025, 1, 6)}
    assert next_open_day(dt.date(2024, 12, 28), closed) == dt.date(2025, 1, 7)


def test_a_bureau_that_never_opens_is_a_wrong_setting():
    class EveryDay:
        def __contains__(self, _day):
            return True

    with pytest.raises(RuleBroken) as refused:
        next_open_day(dt.date(2024, 9, 18), EveryDay())
    assert refused.value.code == "due.never_open"


def test_the_due_date_of_a_bill():
    assert due_on(dt.date(2024, 9, 10)) == dt.date(2024, 9, 30)
    assert due_on(dt.date(2024, 9, 1), days=21) == dt.date(2024, 9, 24)
    assert due_on(dt.date(2024, 9, 10), {dt.date(2024, 9, 30)}) == dt.date(2024, 10, 1)


@pytest.mark.parametrize(("day", "left"), [(18, 12), (30, 0)])
def test_days_left_until_the_due_date(day, left):
    assert days_left(dt.date(2024, 9, day), dt.date(2024, 9, 30)) == left


def test_days_left_turn_negative_after_it():
    assert days_left(dt.date(2024, 10, 1), dt.date(2024, 9, 30)) == -1


@pytest.mark.parametrize(
    ("account", "started_on", "limit"),
    [
        (Account.SEWERAGE, OLD, dt.date(2029, 9, 30)),
        (Account.SEWERAGE, NEW, dt.date(2029, 9, 30)),
        (Account.WATER, NEW, dt.date(2029, 9, 30)),
        (Account.WATER, OLD, dt.date(2026, 9, 30)),
    ],
)
def test_how_long_a_debt_may_be_claimed(account, started_on, limit):
    due = dt.date(2024, 9, 30)
    assert limitation_on(account, due, contract_started_on=started_on) == limit


def test_a_bureau_may_claim_old_water_for_five_years():
    limit = limitation_on(
        Account.WATER, dt.date(2024, 9, 30), contract_started_on=OLD, years_before_reform=5
    )
    assert limit == dt.date(2029, 9, 30)


@pytest.mark.parametrize(
    ("due", "limit"),
    [
        (dt.date(2023, 2, 28), dt.date(2028, 2, 29)),  # 1 March to the day before 1 March
        (dt.date(2024, 2, 28), dt.date(2029, 2, 28)),  # no 29 February 2029: the month's last day
        (dt.date(2024, 2, 29), dt.date(2029, 2, 28)),
        (dt.date(2024, 12, 31), dt.date(2029, 12, 31)),
    ],
)
def test_limitation_counts_by_the_calendar(due, limit):
    assert limitation_on(Account.SEWERAGE, due, contract_started_on=NEW) == limit


@given(days, st.integers(min_value=0, max_value=60), st.frozensets(days, max_size=5))
def test_a_due_date_is_open_and_not_far(issued_on, count, closed):
    due = due_on(issued_on, closed, days=count)
    assert is_open_day(due, closed)
    earliest = issued_on + dt.timedelta(days=count)
    between = [earliest + dt.timedelta(days=n) for n in range((due - earliest).days)]
    assert not any(is_open_day(day, closed) for day in between)
