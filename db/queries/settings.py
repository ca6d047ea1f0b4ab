"""What the bureau has set once for all its desks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from db.errors import RuleBroken
from db.models import Setting
from db.rules.service_hours import parse_hours

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

T = TypeVar("T")
_MOST_SETTINGS = 1000
_LOCK_MINUTES = range(1, 61)


@dataclass(frozen=True, slots=True)
class BureauFacts:
    """The bureau, its hours, and how fresh what the billing host delivered is.

    ``lock_minutes`` is how long nobody touches a desk before its screen locks.
    """

    bureau_name: str
    bureau_name_en: str
    portal_hours: str
    staff_hours: str
    fictional: bool
    delivered_at: dt.datetime | None
    payments_seen_to: dt.date | None
    extra_closed_days: tuple[dt.date, ...]
    bureau_phone: str = ""
    bureau_postal_code: str = ""
    bureau_address: str = ""
    bureau_address_en: str = ""
    lock_minutes: int = 10


def bureau_facts(session: Session) -> BureauFacts:
    """What is set, or the usual where nothing is: 7:00-26:00 for the portal, always for staff.

    Raises RuleBroken ``setting.unreadable`` with the ``name`` of a setting nobody can read.
    """
    rows = session.execute(select(Setting.name, Setting.value).limit(_MOST_SETTINGS))
    values = {name: value for name, value in rows if value}
    return BureauFacts(
        bureau_name=values.get("bureau.name", ""),
        bureau_name_en=values.get("bureau.name_latin", ""),
        portal_hours=_hours(values, "hours.portal", "7:00-26:00"),
        staff_hours=_hours(values, "hours.staff", "0:00-24:00"),
        fictional=values.get("database.fictional") == "yes",
        delivered_at=_read(values, "delivery.at", _instant),
        payments_seen_to=_read(values, "delivery.payments_seen_to", dt.date.fromisoformat),
        extra_closed_days=_read(values, "days.closed", _days) or (),
        bureau_phone=values.get("bureau.phone", ""),
        bureau_postal_code=values.get("bureau.postal_code", ""),
        bureau_address=values.get("bureau.address", ""),
        bureau_address_en=values.get("bureau.address_latin", ""),
        lock_minutes=_read(values, "desk.lock_minutes", _lock_minutes) or 10,
    )


def _hours(values: dict[str, str], name: str, usual: str) -> str:
    value = values.get(name, usual)
    try:
        return parse_hours(value).text
    except RuleBroken as error:
        raise RuleBroken("setting.unreadable", name=name, value=value) from error


def _read(values: dict[str, str], name: str, read: Callable[[str], T]) -> T | None:
    value = values.get(name)
    if value is None:
        return None
    try:
        return read(value)
    except ValueError as error:
        raise RuleBroken("setting.unreadable", name=name, value=value) from error


def _instant(value: str) -> dt.datetime:
    instant = dt.datetime.fromisoformat(value)
    if instant.tzinfo is None:
        raise ValueError("no time zone")
    return instant.astimezone(dt.UTC)


def _days(value: str) -> tuple[dt.date, ...]:
    return tuple(sorted(dt.date.fromisoformat(day) for day in value.split()))


def _lock_minutes(value: str) -> int:
    minutes = int(value)
    if minutes not in _LOCK_MINUTES:
        raise ValueError("1 to 60 minutes")
    return minutes
