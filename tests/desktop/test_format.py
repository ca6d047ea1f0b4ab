"""Numbers and dates as they are read at the counter."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop import format as as_text
from desktop.format import LanguageCode

JA, EN = LanguageCode.JA, LanguageCode.EN
DUE = dt.date(2024, 9, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (as_text.number(5509), "5,509"),
        (as_text.number(-5509), "−5,509"),
        (as_text.signed(160), "+160"),
        (as_text.signed(-1160), "−1,160"),
        (as_text.signed(0), "0"),
        (as_text.yen(5509, JA), "5,509円"),
        (as_text.yen(5509, EN), "¥5,509"),
        (as_text.yen(-160, JA), "−160円"),
        (as_text.yen(-160, EN), "−¥160"),
        (as_text.cubic_metres(32), "32 m³"),
        (as_text.in_fours("1702445800312296"), "1702 4458 0031 2296"),
        (as_text.long_date(DUE, JA), "2024年9月30日（月）"),
        (as_text.long_date(DUE, EN), "Mon 30 Sep 2024"),
        (as_text.short_date(DUE), "2024/09/30"),
        (as_text.day_of_month(DUE, JA), "9月30日"),
        (as_text.day_of_month(DUE, EN), "30 Sep"),
        (as_text.month(DUE, JA), "2024年09月"),
        (as_text.month(DUE, EN), "2024-09"),
        (as_text.month_name(9, JA), "9月"),
        (as_text.month_name(9, EN), "Sep"),
    ],
)
def test_it_reads(text, expected):
    assert text == expected


def test_moments_read_by_the_clock_they_carry(clock):
    assert as_text.day_and_time(clock()) == "9/18 18:13"
    assert as_text.time_of_day(clock()) == "18:13"


def test_months_of_bills_have_one_width():
    months = [dt.date(2024, number, 1) for number in range(1, 13)]
    assert len({len(as_text.month(day, JA)) for day in months}) == 1
