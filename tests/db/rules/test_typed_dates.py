"""A date is understood however the counter types it, and refused when it is none."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules.typed_dates import parse_day

TODAY = dt.date(2024, 9, 18)
DAY = dt.date(2024, 9, 30)


@pytest.mark.parametrize(
    "typed",
    [
        "2024/9/30",
        "2024-09-30",
        "20240930",
        "9/30",
        "９／３０",
        "9月30日",
        "2024年9月30日",
        "R6.9.30",
        "r6/9/30",
        "R060930",
        "令6.9.30",
        "令和6年9月30日",
        " 令和６年９月３０日 ",
    ],
)
def test_the_same_day_however_it_is_typed(typed):
    assert parse_day(typed, TODAY) == DAY


def test_reigns_before_this_one():
    assert parse_day("S40.5.1", TODAY) == dt.date(1965, 5, 1)
    assert parse_day("平成元年1月8日", TODAY) == dt.date(1989, 1, 8)


def test_a_day_without_a_year_is_the_nearest():
    assert parse_day("1/5", dt.date(2024, 12, 20)) == dt.date(2025, 1, 5)
    assert parse_day("12/28", dt.date(2025, 1, 4)) == dt.date(2024, 12, 28)
    assert parse_day("2/29", dt.date(2025, 3, 1)) == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    "typed", ["", "明日", "2024/2/30", "13/1", "2/30", "99999/1/1", "0/0", "9"]
)
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(RuleBroken) as refused:
        parse_day(typed, TODAY)
    assert refused.value.code == "date.unreadable"


@given(st.text(max_size=20))
def test_nothing_typed_is_more_than_refused(typed):
    with contextlib.suppress(RuleBroken):
        assert isinstance(parse_day(typed, TODAY), dt.date)


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 12, 31)))
def test_every_day_can_be_typed_with_its_year(day):
    assert parse_day(f"{day:%Y/%m/%d}", TODAY) == day
    assert parse_day(f"{day:%Y%m%d}", TODAY) == day
