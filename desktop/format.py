"""Numbers and dates as the counter reads them, in Japanese and in English; pure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

_WEEKDAYS_JA = "月火水木金土日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_MINUS = "\N{MINUS SIGN}"


class LanguageCode(StrEnum):
    """A language the screens speak."""

    JA = "ja"
    EN = "en"


def number(value: int) -> str:
    """A number of yen or m³ with its thousands apart: 5,509."""
    return f"{value:,}".replace("-", _MINUS)


def signed(value: int) -> str:
    """A difference in yen or m³ with its sign, nothing being plain 0: +160."""
    return f"{value:+,}".replace("-", _MINUS) if value else "0"


def yen(amount: int, code: LanguageCode) -> str:
    """An amount with its unit: 5,509円, ¥5,509."""
    if code is LanguageCode.JA:
        return f"{number(amount)}円"
    return f"{_MINUS if amount < 0 else ''}¥{abs(amount):,}"


def cubic_metres(volume: int) -> str:
    """A usage with its unit: 32 m³."""
    return f"{number(volume)} m³"


def in_fours(digits: str) -> str:
    """A long number in groups of four: 1702 4458 0031 2296."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def long_date(day: dt.date, code: LanguageCode) -> str:
    """A date with its weekday: 2024年9月30日（月）, Mon 30 Sep 2024."""
    if code is LanguageCode.JA:
        return f"{day.year}年{day.month}月{day.day}日（{_WEEKDAYS_JA[day.weekday()]}）"
    return f"{_WEEKDAYS_EN[day.weekday()]} {day.day} {_MONTHS_EN[day.month - 1]} {day.year}"


def short_date(day: dt.date) -> str:
    """A date in a table, of one width in both languages: 2024/09/30."""
    return f"{day:%Y/%m/%d}"


def day_of_month(day: dt.date, code: LanguageCode) -> str:
    """A date whose year goes without saying: 9月30日, 30 Sep."""
    if code is LanguageCode.JA:
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS_EN[day.month - 1]}"


def month(day: dt.date, code: LanguageCode) -> str:
    """The month of a bill, of one width: 2024年09月, 2024-09."""
    return f"{day:%Y年%m月}" if code is LanguageCode.JA else f"{day:%Y-%m}"


def month_name(number_of_month: int, code: LanguageCode) -> str:
    """A month under a bar of the chart: 9月, Sep."""
    if code is LanguageCode.JA:
        return f"{number_of_month}月"
    return _MONTHS_EN[number_of_month - 1]


def time_of_day(moment: dt.datetime) -> str:
    """The time on a 24-hour clock: 10:44."""
    return f"{moment:%H:%M}"


def day_and_time(moment: dt.datetime) -> str:
    """A moment of this year, short enough for the top bar: 9/18 18:13."""
    return f"{moment.month}/{moment.day} {moment:%H:%M}"
