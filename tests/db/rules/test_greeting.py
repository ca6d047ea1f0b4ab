"""The customer is greeted by the hour."""

from __future__ import annotations

import datetime as dt

import pytest

from db.rules.greeting import Greeting, greeting
from db.rules.periods import TOKYO


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [
        (4, 59, Greeting.EVENING),
        (5, 0, Greeting.MORNING),
        (10, 59, Greeting.MORNING),
        (11, 0, Greeting.DAY),
        (17, 59, Greeting.DAY),
        (18, 13, Greeting.EVENING),
        (0, 0, Greeting.EVENING),
    ],
)
def test_the_greeting_by_the_hour(hour, minute, expected):
    assert greeting(dt.datetime(2024, 9, 18, hour, minute, tzinfo=TOKYO)) is expected


def test_the_hour_is_japans():
    assert greeting(dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)) is Greeting.EVENING
