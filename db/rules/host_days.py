"""Days and months as a billing host writes them, in the form that a layout names.

Their codes of reigns are those of the residents' record: 1 明治, 2 大正, 3 昭和, 4 平成, 5 令和.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from db.errors import RuleBroken
from db.rules.era import Era, year_of_era
from db.rules.typed_dates import parse_day

DAY_FORMS: Final = ("yyyymmdd", "yyyy-mm-dd", "yyyy/mm/dd", "gyymmdd", "wareki")
MONTH_FORMS: Final = ("yyyymm", "yyyy-mm", "gyymm")

_NEVER: Final = re.compile(r"[ 0]*|9{7,8}")
_LEAST: Final = dt.date(1900, 1, 1)
_MOST: Final = dt.date(2200, 12, 31)
_SHAPES: Final = {
    "yyyymmdd": re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII),
    "yyyy-mm-dd": re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII),
    "yyyy/mm/dd": re.compile(r"(\d{4})/(\d\d?)/(\d\d?)", re.ASCII),
    "gyymmdd": re.compile(r"([1-5]\d\d)(\d\d)(\d\d)", re.ASCII),
}
_COUNTED: Final = re.compile("[MTSHRmtshr明大昭平令]")
_BEFORE_ERA: Final = {"1": 1867, "2": 1911, "3": 1925, "4": 1988, "5": 2018}
_CODES: Final = {
    Era.MEIJI: "1",
    Era.TAISHO: "2",
    Era.SHOWA: "3",
    Era.HEISEI: "4",
    Era.REIWA: "5",
}
_LETTERS: Final = dict(zip(_CODES, "MTSHR", strict=True))


def is_no_day(text: str) -> bool:
    """Whether a host means no day at all: nothing, noughts, or nines for an open end."""
    return _NEVER.fullmatch(text) is not None


def read_day(text: str, form: str) -> dt.date:
    """The day that ``text`` means in ``form``; raises ValueError for none from 1900 to 2200."""
    if form == "wareki":
        return _typed(text)
    found = _SHAPES[form].fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = found.groups()
    return _bounded(dt.date(_year(year), int(month), int(day)))


def read_month(text: str, form: str) -> dt.date:
    """The first of the month that ``text`` means in ``form``; raises ValueError."""
    day = f"{text}-01" if form == "yyyy-mm" else f"{text}01"
    return read_day(day, {"yyyymm": "yyyymmdd", "yyyy-mm": "yyyy-mm-dd"}.get(form, "gyymmdd"))


def write_day(day: dt.date, form: str) -> str:
    """The day in ``form``, as ``read_day`` reads it; raises ValueError where no reign counts it."""
    if form in ("gyymmdd", "wareki"):
        counted = year_of_era(day)
        if counted is None:
            raise ValueError(day)
        if form == "wareki":
            return f"{_LETTERS[counted.era]}{counted.year}.{day.month}.{day.day}"
        return f"{_CODES[counted.era]}{counted.year:02}{day:%m%d}"
    return {
        "yyyymmdd": f"{day.year:04}{day:%m%d}",
        "yyyy-mm-dd": day.isoformat(),
        "yyyy/mm/dd": f"{day.year:04}/{day:%m/%d}",
    }[form]


def write_month(month: dt.date, form: str) -> str:
    """The month in ``form``, as ``read_month`` reads it."""
    if form == "gyymm":
        return write_day(month, "gyymmdd")[:-2]
    return f"{month.year:04}{'-' if form == 'yyyy-mm' else ''}{month:%m}"


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else _BEFORE_ERA[text[0]] + int(text[1:])


def _typed(text: str) -> dt.date:
    try:
        # the day in the middle of nowhere: a form without its year would mean the nearest
        day = parse_day(text, _MOST)
    except RuleBroken as error:
        raise ValueError(text) from error
    if not _COUNTED.search(text):
        raise ValueError(text)
    return day


def _bounded(day: dt.date) -> dt.date:
    if not _LEAST <= day <= _MOST:
        raise ValueError(day)
    return day
