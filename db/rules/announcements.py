"""What the bureau announces to its customers: what may be written, to whom, and when it shows."""

from __future__ import annotations

import dataclasses
import datetime as dt
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from db.errors import RuleBroken
from db.rules.field_text import filled
from db.rules.periods import day_in_japan
from db.rules.time_spans import FIRST_DAY, LAST_DAY

LONGEST: Final = {"title": 100, "body": 4000, "title_en": 200, "body_en": 8000, "town": 60}
"""The most characters of each text."""

LONGEST_REASON: Final = 500
LONGEST_CLOSURE: Final = dt.timedelta(days=14)
TOLD_AHEAD: Final = dt.timedelta(hours=24)
"""How long before the portal closes everybody is told of it."""

_MOMENT: Final = dt.timedelta(microseconds=1)
_NUMBER_DIGITS: Final = 16
_LAPSES: Final = ("withdrawn_on", "closed_to")


class AnnouncementState(StrEnum):
    """How an announcement stands: ``withdrawn`` was taken back before it showed a whole day."""

    SCHEDULED = "scheduled"
    SHOWN = "shown"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


class Reach(StrEnum):
    """Whom an announcement is for."""

    EVERYBODY = "everybody"
    TOWN = "town"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class Closure:
    """The portal is closed to customers from one instant to another."""

    announcement_id: int
    title: str
    title_en: str
    closed_from: dt.datetime
    closed_to: dt.datetime

    def is_now(self, now: dt.datetime) -> bool:
        """Whether the portal is closed at this instant."""
        return self.closed_from <= now < self.closed_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """An announcement as a supervisor writes it; English is optional, both parts or none.

    ``town`` begins the addresses it is for, ``portal_number`` is the one contract it is for,
    neither means everybody. It shows from ``published_on`` until the day before ``withdrawn_on``.
    """

    title: str
    body: str
    published_on: dt.date
    title_en: str = ""
    body_en: str = ""
    town: str = ""
    portal_number: str = ""
    withdrawn_on: dt.date | None = None
    closed_from: dt.datetime | None = None
    closed_to: dt.datetime | None = None

    @property
    def reach(self) -> Reach:
        """Whom it is for."""
        if self.portal_number:
            return Reach.CONTRACT
        return Reach.TOWN if self.town else Reach.EVERYBODY


def state_of(
    published_on: dt.date, withdrawn_on: dt.date | None, today: dt.date
) -> AnnouncementState:
    """How an announcement stands today."""
    if withdrawn_on is not None and withdrawn_on <= published_on:
        return AnnouncementState.WITHDRAWN
    if withdrawn_on is not None and withdrawn_on <= today:
        return AnnouncementState.ENDED
    return AnnouncementState.SCHEDULED if published_on > today else AnnouncementState.SHOWN


def faults(wording: Wording, *, now: dt.datetime, shown: bool = False) -> dict[str, RuleBroken]:
    """All that is wrong with what is written, by field, in the order of the form.

    With ``shown`` it may have been published before today. The codes are ``text.…``,
    ``span.unusable_day`` and ``announcement.…``.
    """
    found: dict[str, RuleBroken] = {}
    for broken in (
        *_wrong_reach(wording),
        *_wrong_days(wording, day_in_japan(now), shown=shown),
        *_wrong_closure(wording, now),
        *_wrong_texts(wording),
    ):
        found.setdefault(str(broken.facts["field"]), broken)
    return found


def cleaned(wording: Wording, *, now: dt.datetime, shown: bool = False) -> Wording:
    """What is written as it may be kept; raises the first of its ``faults``."""
    for broken in faults(wording, now=now, shown=shown).values():
        raise broken
    texts = {field: getattr(wording, field).strip() for field in LONGEST}
    texts["body"], texts["body_en"] = map(_with_line_feeds, (texts["body"], texts["body_en"]))
    return dataclasses.replace(wording, **texts, portal_number=number_digits(wording.portal_number))


def require_end_only(before: Wording, after: Wording) -> None:
    """What customers have read stays: once shown, only the ends may be moved.

    Raises ``announcement.already_shown`` with the first other ``field`` that differs.
    """
    for field in (each.name for each in dataclasses.fields(Wording)):
        if field not in _LAPSES and getattr(before, field) != getattr(after, field):
            raise RuleBroken("announcement.already_shown", field=field)


def number_digits(typed: str) -> str:
    """A portal number without what stands between its digits, in half width."""
    folded = unicodedata.normalize("NFKC", typed)
    return "".join(folded.split()).replace("-", "").replace("\N{MINUS SIGN}", "")


def _wrong_reach(wording: Wording) -> list[RuleBroken]:
    found = []
    digits = number_digits(wording.portal_number)
    if digits and not (len(digits) == _NUMBER_DIGITS and digits.isascii() and digits.isdigit()):
        found.append(RuleBroken("announcement.number_malformed", field="portal_number"))
    if wording.town and wording.portal_number:
        found.append(RuleBroken("announcement.one_audience", field="town"))
    return found + (_wrong_text(wording, "town") if wording.town else [])


def _wrong_days(wording: Wording, today: dt.date, *, shown: bool) -> list[RuleBroken]:
    found = []
    first, end = wording.published_on, wording.withdrawn_on
    for field, day in (("published_on", first), ("withdrawn_on", end)):
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            found.append(RuleBroken("span.unusable_day", field=field, day=day))
    if first < today and not shown:
        found.append(RuleBroken("announcement.past", field="published_on", day=first))
    if end is not None and end <= first:
        found.append(RuleBroken("announcement.ends_before_start", field="withdrawn_on"))
    elif end is not None and end <= today:
        found.append(RuleBroken("announcement.end_past", field="withdrawn_on"))
    return found


def _wrong_closure(wording: Wording, now: dt.datetime) -> list[RuleBroken]:
    closes, opens = wording.closed_from, wording.closed_to
    if closes is None and opens is None:
        return []
    if closes is None or opens is None:
        field = "closed_from" if closes is None else "closed_to"
        return [RuleBroken("announcement.closure_half", field=field)]
    if opens <= closes:
        return [RuleBroken("announcement.closure_backwards", field="closed_to")]
    if opens <= now:
        return [RuleBroken("announcement.closure_past", field="closed_to")]
    if opens - closes > LONGEST_CLOSURE:
        most = LONGEST_CLOSURE.days
        return [RuleBroken("announcement.closure_long", field="closed_to", days=most)]
    if wording.reach is not Reach.EVERYBODY:
        return [RuleBroken("announcement.closure_for_all", field="closed_from")]
    end = wording.withdrawn_on
    if end is not None and end <= day_in_japan(opens - _MOMENT):
        return [RuleBroken("announcement.ends_before_closure", field="withdrawn_on")]
    return []


def _wrong_texts(wording: Wording) -> list[RuleBroken]:
    english = ("title_en", "body_en") if wording.title_en.strip() or wording.body_en.strip() else ()
    return [
        broken for field in ("title", "body", *english) for broken in _wrong_text(wording, field)
    ]


def _wrong_text(wording: Wording, field: str) -> list[RuleBroken]:
    many = field.startswith("body")
    try:
        filled(field, getattr(wording, field), LONGEST[field], multiline=many)
    except RuleBroken as broken:
        return [broken]
    return []


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
