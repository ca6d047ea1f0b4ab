"""The small rules behind notices: what counts as paid, set off, expected, and why."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.certificate import counted
from db.rules.invoice import Charged, Rated, by_rate
from db.rules.overpayment_notices import CameIn, Overpaid, set_off_against
from db.rules.reading_notice import expected_of, two_months_on
from db.rules.reduction_notice import Ground, ground_of
from db.rules.words import Account, MeterStatus, UsageClass
from db.tariffs import tariffs

MAY, JULY, SEPTEMBER = (dt.date(2024, month, 1) for month in (5, 7, 9))
OVER = Overpaid(MAY, Account.WATER, 1000, dt.date(2024, 6, 18), dt.date(2024, 7, 18))
PAYMENTS = st.lists(st.tuples(st.dates(MAY, SEPTEMBER), st.integers(1, 9000)), max_size=6)


@given(st.integers(1, 20_000), PAYMENTS)
def test_no_more_counts_as_paid_than_was_billed(billed, payments):
    paid, on = counted(billed, payments)
    assert paid == min(billed, sum(yen for _, yen in payments))
    assert (on is None) == (not payments)
    if on is not None:
        until = sum(yen for day, yen in payments if day <= on)
        assert until >= paid  # all of it had come in by then
        assert sum(yen for day, yen in payments if day < on) < billed


def test_rates_are_summed_apart_the_highest_first():
    water, sewerage = (
        Charged(Account.WATER, 2799, 254, 10),
        Charged(Account.SEWERAGE, 2710, 246, 10),
    )
    old = Charged(Account.WATER, 1080, 80, 8)
    assert by_rate((old, water, sewerage)) == (Rated(10, 5509, 500), Rated(8, 1080, 80))
    assert by_rate(()) == ()


def came_in(month=JULY, account=Account.WATER, yen=1000, paid_on=dt.date(2024, 7, 15)):
    return CameIn(month, account, yen, paid_on, 2799)


@pytest.mark.parametrize(
    "other",
    [
        came_in(month=MAY),
        came_in(account=Account.SEWERAGE),
        came_in(yen=999),
        came_in(paid_on=dt.date(2024, 6, 17)),
    ],
)
def test_money_over_pays_only_a_debt_of_its_account_and_yen_after_it_was_found(other):
    assert set_off_against(OVER, [other]) is None
    assert set_off_against(OVER, [other, came_in()]) == came_in()


def test_of_several_payments_the_nearest_to_the_day_is_the_set_off():
    later = came_in(month=SEPTEMBER, paid_on=dt.date(2024, 9, 20))
    assert set_off_against(OVER, [later, came_in()]) == came_in()
    undecided = Overpaid(MAY, Account.WATER, 1000, OVER.found_on)
    assert set_off_against(undecided, [came_in()]) is None


def test_money_over_can_be_asked_back_for_five_years_also_from_a_leap_day():
    assert OVER.claimable_until == dt.date(2029, 6, 18)
    leap = Overpaid(MAY, Account.SEWERAGE, 1, dt.date(2024, 2, 28))
    assert leap.claimable_until == dt.date(2029, 2, 28)


@pytest.mark.parametrize(
    ("read_on", "next_day"),
    [
        (dt.date(2024, 9, 5), dt.date(2024, 11, 5)),
        (dt.date(2024, 12, 31), dt.date(2025, 2, 28)),
        (dt.date(2024, 11, 30), dt.date(2025, 1, 28)),
    ],
)
def test_the_next_reading_is_about_two_months_on(read_on, next_day):
    assert two_months_on(read_on) == next_day


def test_a_reading_is_priced_with_or_without_sewerage():
    tariff = tariffs().on(SEPTEMBER)
    both = expected_of(tariff, UsageClass.HOUSEHOLD, usage_m3=21, sewerage_m3=21)
    assert both == (Charged(Account.WATER, 2799, 254, 10), Charged(Account.SEWERAGE, 2710, 246, 10))
    water = expected_of(tariff, UsageClass.HOUSEHOLD, usage_m3=21, sewerage_m3=None)
    assert water == both[:1]


@pytest.mark.parametrize(
    ("status", "read_m3", "before_m3", "after_m3", "ground"),
    [
        (MeterStatus.LEAK, 155, 155, 95, Ground.LEAK),
        (MeterStatus.LEAK, 21, 121, 21, Ground.MISREADING),
        (MeterStatus.UNUSUAL, 21, 121, 21, Ground.MISREADING),
        (None, 155, 155, 95, Ground.OTHER),
    ],
)
def test_the_reading_tells_why_a_bill_was_made_lower(status, read_m3, before_m3, after_m3, ground):
    assert ground_of(status, read_m3=read_m3, before_m3=before_m3, after_m3=after_m3) is ground
