"""A day with a time of day, as they are typed at a counter: 2024/9/30 22:00, 9/30 26:00."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Final

from db.errors import RuleBroken
from db.rules.periods import TOKYO
from db.rules.typed_dates import parse_day

_MOMENT: Final = re.compile(r"(.*\S)\s+(\d{1,2})[:時](\d{2})?分?", re.ASCII)
_LAST_HOUR: Final = 29
_LAST_MINUTE: Final = 59


def parse_moment(text: str, today: dt.date) -> dt.datetime:
    """The instant meant, in Japan's time; 26:00 is 2:00 of the next day.

    Raises ``moment.unreadable``.
    """
    found = _MOMENT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        raise RuleBroken("moment.unreadable", text=text)
    hour, minute = int(found[2]), int(found[3] or 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise RuleBroken("moment.unreadable", text=text)
    try:
        day = parse_day(found[1], today)
    except RuleBroken as broken:
        raise RuleBroken("moment.unreadable", text=text) from broken
    midnight = dt.datetime.combine(day, dt.time(), TOKYO)
    return midnight + dt.timedelta(hours=hour, minutes=minute)
