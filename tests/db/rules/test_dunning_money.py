"""Fees and interest come on sewerage alone, rounded as the law on local taxes has it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.dunning import DunnedDebt, StepTaken, fee_yen, interest_yen
from db.rules.dunning_notice import Consequence, consequences_of
from db.rules.paper import DUNNING, PaperKind
from db.rules.paper_settings import PaperSettings
from db.rules.words import Account

REMINDER, DEMAND, WARNING, EXECUTION = DUNNING
WATER, SEWERAGE = Account
DUE = dt.date(2023, 9, 29)
USUAL = PaperSettings()
REMINDED = StepTaken(REMINDER, dt.date(2023, 10, 20), dt.date(2023, 11, 10), fee_yen=100)


def debt_of(account=SEWERAGE, yen=100_000, *steps, due_on=DUE):
    return DunnedDebt(account, yen, due_on, dt.date(2028, 9, 30), steps)


def test_a_reminder_charges_its_fee_and_later_notices_carry_it_on():
    dearer = PaperSettings(reminder_fee_yen=200)
    assert fee_yen(REMINDER, debt_of(), dearer) == 200
    demanded = StepTaken(DEMAND, dt.date(2023, 12, 1), None, fee_yen=100)
    assert fee_yen(DEMAND, debt_of(SEWERAGE, 5000, REMINDED, demanded), dearer) == 100
    assert fee_yen(REMINDER, debt_of(WATER), dearer) == 0


@pytest.mark.parametrize(
    ("yen", "on", "interest"),
    [
        (100_000, DUE, 0),  # nothing before a day has passed
        # 30 days from 30 September to 29 October, a month, at 7.3 %: 600, which is under 1,000
        (100_000, dt.date(2023, 10, 29), 0),
        # then 14.6 %, 40 yen a day: 1,000 are reached after ten days more
        (100_000, dt.date(2023, 11, 7), 0),
        (100_000, dt.date(2023, 11, 8), 1_000),
        (100_000, dt.date(2023, 11, 10), 1_000),
        (100_000, dt.date(2023, 11, 11), 1_100),
        (100_999, dt.date(2023, 11, 11), 1_100),  # of whole thousands only
        (1_999, dt.date(2033, 11, 11), 0),
        (2_000, dt.date(2033, 11, 11), 2_900),
        (2_999, dt.date(2033, 11, 11), 2_900),
    ],
)
def test_interest_by_the_day(yen, on, interest):
    assert interest_yen(debt_of(yen=yen), on, USUAL) == interest


@pytest.mark.parametrize(
    ("due_on", "last_cheap_day"),
    [
        (dt.date(2024, 1, 30), dt.date(2024, 2, 29)),  # there is no 31 February
        (dt.date(2024, 3, 29), dt.date(2024, 4, 29)),
        (dt.date(2024, 3, 31), dt.date(2024, 4, 30)),
        (dt.date(2023, 12, 28), dt.date(2024, 1, 28)),
        (dt.date(2023, 11, 30), dt.date(2023, 12, 31)),
    ],
)
def test_the_first_month_ends_as_the_civil_code_says(due_on, last_cheap_day):
    free = PaperSettings(interest_rate_first_month=0, interest_rate=36_500)
    debt = debt_of(yen=1_000_000, due_on=due_on)
    assert interest_yen(debt, last_cheap_day, free) == 0
    assert interest_yen(debt, last_cheap_day + dt.timedelta(days=1), free) == 10_000


yens = st.integers(0, 9_999_999)
days = st.dates(min_value=dt.date(2015, 1, 1), max_value=dt.date(2045, 12, 31))


@given(yen=yens, on=days, step=st.sampled_from(DUNNING))
def test_water_never_bears_a_fee_or_interest(yen, on, step):
    debt = debt_of(WATER, yen, REMINDED)
    assert (fee_yen(step, debt, USUAL), interest_yen(debt, on, USUAL)) == (0, 0)


@given(yen=yens, on=days, more=st.integers(0, 1000))
def test_interest_grows_in_whole_hundreds_from_a_thousand(yen, on, more):
    now = interest_yen(debt_of(yen=yen), on, USUAL)
    assert now % 100 == 0
    assert now == 0 or now >= 1000
    assert interest_yen(debt_of(yen=yen), on + dt.timedelta(days=more), USUAL) >= now
    assert interest_yen(debt_of(yen=yen + more), on, USUAL) >= now


@pytest.mark.parametrize(
    ("step", "accounts", "following"),
    [
        (REMINDER, {WATER}, (Consequence.DEMAND,)),
        (REMINDER, {SEWERAGE}, (Consequence.DEMAND, Consequence.SEIZURE)),
        (DEMAND, {WATER}, (Consequence.CUTOFF_WARNING,)),
        (DEMAND, set(Account), (Consequence.CUTOFF_WARNING, Consequence.SEIZURE)),
        (DEMAND, {SEWERAGE}, (Consequence.SEIZURE,)),
        (PaperKind.CUTOFF_WARNING, {WATER}, ()),
    ],
)
def test_what_a_notice_says_comes_next(step, accounts, following):
    assert consequences_of(step, accounts) == following
