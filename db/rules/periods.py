"""Months, periods and years as the bureau counts them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Final

TOKYO: Final = dt.timezone(dt.timedelta(hours=9), "JST")
"""Japan's time; it has no summer time, so no time zone data has to be installed."""


class Cycle(StrEnum):
    """Which months a district's meters are read in: the even or the odd ones (偶数月・奇数月)."""

    EVEN = "even"
    ODD = "odd"


def in_japan(instant: dt.datetime) -> dt.datetime:
    """An aware instant as the clock at the counter shows it."""
    if instant.tzinfo is None:
        raise ValueError(f"an instant needs a time zone: {instant}")
    return instant.astimezone(TOKYO)


def day_in_japan(instant: dt.datetime) -> dt.date:
    """The calendar day of an aware instant at the counter."""
    return in_japan(instant).date()


def billed_month(read_on: dt.date) -> dt.date:
    """The month a bill is called by (請求年月): the first of the month of its reading."""
    return read_on.replace(day=1)


def cycle_of(month: dt.date) -> Cycle:
    """The cycle that is read in ``month``."""
    return Cycle.EVEN if month.month % 2 == 0 else Cycle.ODD


def months_before(month: dt.date, count: int) -> dt.date:
    """The first of the month ``count`` months before; a negative count looks ahead."""
    months = month.year * 12 + month.month - 1 - count
    return dt.date(months // 12, months % 12 + 1, 1)


def same_period_last_year(month: dt.date) -> dt.date:
    """The billed month that a bill is compared with (前年同期)."""
    return months_before(month, 12)


def days_of_period(from_on: dt.date, to_on: dt.date) -> int:
    """The days of a bill (利用日数), from the reading before to this one."""
    return (to_on - from_on).days


def first_month_shown(today: dt.date, years: int) -> dt.date:
    """The oldest billed month in a history of ``years`` years: two make twelve bills."""
    return months_before(today, 12 * years - 1)
