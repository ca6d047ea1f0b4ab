"""Dates as they are typed at a counter: 2024/9/30, 20240930, 9/30, R6.9.30, R060930, 令6.9.30."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Final

from db.errors import RuleBroken

# the year before the first one of each reign
_BEFORE: Final = {
    "r": 2018, "令": 2018, "h": 1988, "平": 1988, "s": 1925, "昭": 1925,
    "t": 1911, "大": 1911, "m": 1867, "明": 1867,
}  # fmt: skip
_FIRST: Final = re.compile("元")
_REIGN: Final = "(令和?|平成?|昭和?|大正?|明治?|[rhstm])"
_ERA: Final = re.compile(rf"{_REIGN}(\d{{1,2}})\D(\d{{1,2}})\D(\d{{1,2}})\D?")
_ERA_RUN: Final = re.compile(rf"{_REIGN}(\d{{2}})(\d{{2}})(\d{{2}})")
_FULL: Final = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D?")
_RUN: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT: Final = re.compile(r"(\d{1,2})\D(\d{1,2})\D?")


def parse_day(text: str, today: dt.date) -> dt.date:
    """The day meant; one without a year is the nearest to ``today``. Raises ``date.unreadable``."""
    folded = _plain(text)
    try:
        day = _with_year(folded) or _nearest(folded, today)
    except ValueError as error:
        raise RuleBroken("date.unreadable", text=text) from error
    if day is None or not 1900 <= day.year <= 2200:
        raise RuleBroken("date.unreadable", text=text)
    return day


def day_with_year(text: str) -> dt.date | None:
    """The day meant, if the text names one in full, from 1900 to 2200."""
    try:
        day = _with_year(_plain(text))
    except ValueError:
        return None
    return day if day is not None and 1900 <= day.year <= 2200 else None


def _plain(text: str) -> str:
    return _FIRST.sub("1", "".join(unicodedata.normalize("NFKC", text).lower().split()))


def _with_year(text: str) -> dt.date | None:
    if found := _ERA.fullmatch(text) or _ERA_RUN.fullmatch(text):
        reign, year, month, day = found.groups()
        return dt.date(_BEFORE[reign[0]] + int(year), int(month), int(day))
    found = _FULL.fullmatch(text) or _RUN.fullmatch(text)
    return dt.date(*map(int, found.groups())) if found else None


def _nearest(text: str, today: dt.date) -> dt.date | None:
    found = _SHORT.fullmatch(text)
    if found is None:
        return None
    month, day = map(int, found.groups())
    near = [_day(today.year + step, month, day) for step in (-1, 0, 1)]
    days = [each for each in near if each is not None]
    if not days:
        raise ValueError(text)
    return min(days, key=lambda each: abs(each - today))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None  # 29 February, in most years
