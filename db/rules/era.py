"""Years as Japan's paper counts them (和暦): by the reign in which a day lies."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Era(StrEnum):
    """A reign by which years are counted (元号)."""

    MEIJI = "meiji"
    TAISHO = "taisho"
    SHOWA = "showa"
    HEISEI = "heisei"
    REIWA = "reiwa"


_FIRST_DAYS: Final = (
    (dt.date(2019, 5, 1), Era.REIWA),
    (dt.date(1989, 1, 8), Era.HEISEI),
    (dt.date(1926, 12, 25), Era.SHOWA),
    (dt.date(1912, 7, 30), Era.TAISHO),
    (dt.date(1868, 1, 25), Era.MEIJI),
)
# Japan counts days as everybody does since this one; before it a date is of another calendar
_FIRST_COMMON_DAY: Final = dt.date(1873, 1, 1)


@dataclass(frozen=True, slots=True)
class YearOfEra:
    """A year of a reign; the first one is written 元年."""

    era: Era
    year: int


def year_of_era(day: dt.date) -> YearOfEra | None:
    """The reign's year in which a day lies; None before 1873, when months were the moon's."""
    if day < _FIRST_COMMON_DAY:
        return None
    begun, era = next(known for known in _FIRST_DAYS if known[0] <= day)
    return YearOfEra(era, day.year - begun.year + 1)
