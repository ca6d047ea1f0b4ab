"""Days in every form that a billing host writes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.host_days import (
    DAY_FORMS,
    MONTH_FORMS,
    is_no_day,
    read_day,
    read_month,
    write_day,
    write_month,
)

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
# the code of a reign leaves two digits for its years
COUNTED = st.dates(dt.date(1900, 1, 1), dt.date(2117, 12, 31))


@given(COUNTED, st.sampled_from(DAY_FORMS))
def test_what_is_written_is_read_again(day, form):
    assert read_day(write_day(day, form), form) == day


@given(COUNTED, st.sampled_from(MONTH_FORMS))
def test_months_too(day, form):
    # a month is of the reign in which it began
    month = day.replace(day=1)
    assert read_month(write_month(month, form), form) == month


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("20240230", "yyyymmdd"),
        ("18991231", "yyyymmdd"),
        ("2024918", "yyyymmdd"),
        ("２０２４０９１８", "yyyymmdd"),
        ("22010101", "yyyymmdd"),
        ("6060918", "gyymmdd"),
        ("2024-9-18", "yyyy-mm-dd"),
        ("9/18", "wareki"),
        ("2024/9/18", "wareki"),
    ],
)
def test_what_is_no_day_in_its_form_is_refused(text, form):
    with pytest.raises(ValueError, match=r".*"):
        read_day(text, form)


def test_the_forms_of_a_reign():
    day = dt.date(2024, 9, 18)
    assert write_day(day, "gyymmdd") == "5060918"
    assert read_day("令和6年9月18日", "wareki") == read_day("R6.9.18", "wareki") == day
    assert read_day("4010108", "gyymmdd") == dt.date(1989, 1, 8)
    assert read_day("2024/9/8", "yyyy/mm/dd") == dt.date(2024, 9, 8)


@pytest.mark.parametrize(("text", "none"), [("", True), ("00000000", True), ("99999999", True)])
def test_noughts_and_nines_mean_no_day(text, none):
    assert is_no_day(text) is none
    assert not is_no_day("20240918")
