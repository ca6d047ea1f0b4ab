"""A debt's state follows from what was confirmed and what day it is."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.payment_state import (
    UNPAID,
    WORST_FIRST,
    collection_shown,
    is_overdue,
    state,
    unpaid_yen,
    worst,
)
from db.rules.words import CollectionState, PaymentState

DUE = dt.date(2024, 9, 30)
AFTER = dt.date(2024, 10, 1)
money = st.integers(min_value=0, max_value=999_999_999)


@pytest.mark.parametrize(
    ("paid_yen", "today", "corrected", "expected"),
    [
        (0, DUE, False, PaymentState.NOT_DUE),
        (0, AFTER, False, PaymentState.OVERDUE),
        (1, DUE, False, PaymentState.PART_PAID),
        (1, AFTER, False, PaymentState.PART_PAID),
        (2_798, AFTER, False, PaymentState.PART_PAID),
        (2_799, AFTER, False, PaymentState.PAID),
        (5_598, AFTER, False, PaymentState.PAID),
        (0, AFTER, True, PaymentState.CORRECTED),
        (2_799, AFTER, True, PaymentState.CORRECTED),
    ],
)
def test_the_state_of_a_debt(paid_yen, today, corrected, expected):
    assert state(2_799, paid_yen, due_on=DUE, corrected=corrected, today=today) is expected


def test_a_debt_of_nothing_is_paid():
    assert state(0, 0, due_on=DUE, corrected=False, today=AFTER) is PaymentState.PAID


def test_every_state_has_its_place():
    assert set(WORST_FIRST) == set(PaymentState)
    assert PaymentState.PAID not in UNPAID


def test_a_bill_shows_its_worst_debt():
    assert worst([PaymentState.PAID, PaymentState.OVERDUE]) is PaymentState.OVERDUE
    assert worst([PaymentState.PART_PAID, PaymentState.NOT_DUE]) is PaymentState.PART_PAID
    assert worst([PaymentState.CORRECTED, PaymentState.PAID]) is PaymentState.PAID
    assert worst([]) is None


@pytest.mark.parametrize(
    ("corrected", "collection", "expected"),
    [
        (False, None, 1_799),
        (False, CollectionState.FAILED, 1_799),
        (True, None, 0),
        (False, CollectionState.WRITTEN_OFF, 0),
    ],
)
def test_what_is_still_to_be_paid(corrected, collection, expected):
    assert unpaid_yen(2_799, 1_000, corrected=corrected, collection=collection) == expected


def test_too_much_paid_leaves_nothing():
    assert unpaid_yen(2_799, 5_598, corrected=False, collection=None) == 0


@pytest.mark.parametrize(
    ("left", "today", "expected"), [(1, AFTER, True), (1, DUE, False), (0, AFTER, False)]
)
def test_only_what_is_unpaid_can_be_overdue(left, today, expected):
    assert is_overdue(left, due_on=DUE, today=today) is expected


@pytest.mark.parametrize(
    ("collection", "reported_yen", "paid", "expected"),
    [
        (None, 0, PaymentState.NOT_DUE, None),
        (None, 2_799, PaymentState.NOT_DUE, CollectionState.REPORTED),
        (CollectionState.REQUESTED, 0, PaymentState.NOT_DUE, CollectionState.REQUESTED),
        (CollectionState.REQUESTED, 2_799, PaymentState.NOT_DUE, CollectionState.REPORTED),
        (CollectionState.FAILED, 2_799, PaymentState.OVERDUE, CollectionState.REPORTED),
        (CollectionState.INSTALMENTS, 500, PaymentState.PART_PAID, CollectionState.REPORTED),
        (CollectionState.DEBITED, 2_799, PaymentState.NOT_DUE, CollectionState.DEBITED),
        (CollectionState.WRITTEN_OFF, 2_799, PaymentState.OVERDUE, CollectionState.WRITTEN_OFF),
        (None, 2_799, PaymentState.PAID, None),
    ],
)
def test_what_is_moving_for_a_debt(collection, reported_yen, paid, expected):
    assert collection_shown(collection, reported_yen=reported_yen, state=paid) is expected


@given(money, money, st.dates(), st.booleans(), st.dates())
def test_a_debt_is_unpaid_exactly_while_money_is_missing(yen, paid_yen, due, corrected, today):
    now = state(yen, paid_yen, due_on=due, corrected=corrected, today=today)
    missing = unpaid_yen(yen, paid_yen, corrected=corrected, collection=None)
    assert (now in UNPAID) is (missing > 0)
    if now is PaymentState.OVERDUE:
        assert is_overdue(missing, due_on=due, today=today)
