"""Hours of service, which may run past midnight: the portal is open from 7:00 to 26:00."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from db.errors import RuleBroken
from db.rules.periods import TOKYO, in_japan

_DAY: Final = 24 * 60
_HOURS: Final = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})", re.ASCII)
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑–—−ー~〜～", "-"))


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """Open every day from one minute to another, counted from midnight of the opening day."""

    opens: int
    closes: int

    @property
    def always(self) -> bool:
        """Whether it never closes."""
        return self.closes - self.opens == _DAY

    @property
    def opens_at(self) -> dt.time:
        """The time of day at which it opens."""
        return _time(self.opens)

    @property
    def closes_at(self) -> dt.time:
        """The time of day at which it closes, 2:00 for 26:00."""
        return _time(self.closes)

    @property
    def closes_next_day(self) -> bool:
        """Whether the closing time belongs to the next day; midnight itself does not."""
        return self.closes > _DAY

    @property
    def text(self) -> str:
        """The hours as the bureau writes them: ``7:00-26:00``."""
        return f"{_clock(self.opens)}-{_clock(self.closes)}"

    def is_open(self, at: dt.datetime | dt.time) -> bool:
        """Whether it is open at an aware instant, or at a time of day in Japan."""
        return (_minute_of_day(at) - self.opens) % _DAY < self.closes - self.opens

    def next_change(self, at: dt.datetime) -> dt.datetime | None:
        """When it next opens or closes after an aware instant, in Japan's time; None if never."""
        if self.always:
            return None
        local = in_japan(at)
        midnight = dt.datetime.combine(local.date(), dt.time(), TOKYO)
        changes = (
            midnight + dt.timedelta(days=day, minutes=minute)
            for day in (-1, 0, 1)
            for minute in (self.opens, self.closes)
        )
        return min(change for change in changes if change > local)


def parse_hours(text: str) -> ServiceHours:
    """Hours as written in a setting, in full or half width; raises ``hours.malformed``."""
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES).replace(" ", "")
    found = _HOURS.fullmatch(folded)
    if found is None:
        raise RuleBroken("hours.malformed", text=text)
    opening_hour, opening_minute, closing_hour, closing_minute = map(int, found.groups())
    opens, closes = opening_hour * 60 + opening_minute, closing_hour * 60 + closing_minute
    if max(opening_minute, closing_minute) > 59 or opens >= _DAY or not 0 < closes - opens <= _DAY:
        raise RuleBroken("hours.malformed", text=text)
    return ServiceHours(opens, closes)


def _minute_of_day(at: dt.datetime | dt.time) -> int:
    clock = in_japan(at) if isinstance(at, dt.datetime) else at
    return clock.hour * 60 + clock.minute


def _time(minutes: int) -> dt.time:
    return dt.time(minutes // 60 % 24, minutes % 60)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
