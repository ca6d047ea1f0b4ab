"""Which backups are kept and for how long, and when the next one is due."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.rules.periods import TOKYO, day_in_japan, in_japan, months_before

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MOST_KEPT: Final = 90
"""How many days, weeks or months back may be set."""

_ONE_DAY: Final = dt.timedelta(days=1)
_TIME: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


class BackupStage(StrEnum):
    """What is being done to make a backup, or to bring one back."""

    COPYING = "copying"
    CHECKING = "checking"
    RESTORING = "restoring"


@dataclass(frozen=True, slots=True)
class Keep:
    """How many days back every backup is kept, and how many weeks and months the newest of each."""

    daily: int = 7
    weekly: int = 5
    monthly: int = 12


@dataclass(frozen=True, slots=True)
class Made:
    """One backup as the rule sees it; ``good`` when it was found whole and its audit untouched."""

    name: str
    at: dt.datetime
    good: bool = True


def superfluous(backups: Iterable[Made], keep: Keep, *, now: dt.datetime) -> tuple[str, ...]:
    """The names of those that need not be kept, oldest first.

    All of the last days are kept, and of 24 hours at the least: whoever makes one before a risky
    act finds it again, however many follow. Each of the last weeks and months keeps its newest
    good backup, or its newest where none is good. The newest of all and the newest good one are
    always kept.
    """
    today = day_in_japan(now)
    first = _days_ago(today, keep.daily - 1)
    ordered = sorted(backups, key=lambda made: made.at)
    kept = {made.name for made in (*ordered[-1:], *_good(ordered)[-1:])}
    kept.update(
        made.name for made in ordered if made.at > now - _ONE_DAY or day_in_japan(made.at) >= first
    )
    for since, span in _spans(keep, today):
        newest: dict[object, Made] = {}
        for made in ordered:
            day = day_in_japan(made.at)
            before = newest.get(span(day))
            if day >= since and (made.good or before is None or not before.good):
                newest[span(day)] = made
        kept.update(made.name for made in newest.values())
    return tuple(made.name for made in ordered if made.name not in kept)


def kept_until(backups: Sequence[Made], keep: Keep, *, today: dt.date) -> dict[str, dt.date]:
    """The last day on which each is kept if another good one is made at the end of every day."""
    names = {made.name for made in backups}
    until = {}
    coming = list(backups)
    for day in (today + _ONE_DAY * ahead for ahead in range(1, _longest(keep))):
        at = dt.datetime.combine(day, dt.time(23, 59), TOKYO)
        coming.append(Made(f" {day}", at))
        gone = set(superfluous(coming, keep, now=at))
        until.update(dict.fromkeys(names & gone, day - _ONE_DAY))
        names -= gone
        coming = [made for made in coming if made.name not in gone]
        if not names:
            break
    return until


def read_time(typed: str) -> dt.time:
    """A time of day such as 2:30, in full or half width; raises ``backup.time_malformed``."""
    found = _TIME.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    if found is None:
        raise RuleBroken("backup.time_malformed", typed=typed)
    return dt.time(int(found[1]), int(found[2]))


def next_due(at: dt.time, *, after: dt.datetime) -> dt.datetime:
    """When a backup of every day at that time in Japan is due next after an instant."""
    due = dt.datetime.combine(day_in_japan(after), at, TOKYO)
    return due if due > in_japan(after) else due + _ONE_DAY


def is_missed(last: dt.datetime | None, at: dt.time, *, now: dt.datetime) -> bool:
    """Whether the backup of every day that was due last has not been made."""
    return last is None or last < next_due(at, after=now) - _ONE_DAY


def _good(ordered: Iterable[Made]) -> list[Made]:
    return [made for made in ordered if made.good]


def _spans(keep: Keep, today: dt.date) -> tuple[tuple[dt.date, Callable[[dt.date], object]], ...]:
    monday = _days_ago(today, today.weekday())
    return (
        (_days_ago(monday, 7 * (keep.weekly - 1)), lambda day: day.isocalendar()[:2]),
        (months_before(today, keep.monthly - 1), lambda day: (day.year, day.month)),
    )


def _days_ago(day: dt.date, days: int) -> dt.date:
    return day - _ONE_DAY * days


def _longest(keep: Keep) -> int:
    return max(keep.daily, keep.weekly * 7, keep.monthly * 31) + 1
