"""Whether the customers' portal is open, and when that changes, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.service_hours import parse_hours

if TYPE_CHECKING:
    import datetime as dt

translate = QCoreApplication.translate


def portal_words(hours: str, now: dt.datetime) -> str:
    """How the portal stands ``now``, with the time of its next opening or closing in Japan."""
    change = parse_hours(hours).next_change(now)
    if change is None:
        return translate("Hours", "Portal open at all hours")
    time = f"{change.hour}:{change:%M}"
    if parse_hours(hours).is_open(now):
        return translate("Hours", "Portal open until {time}").format(time=time)
    return translate("Hours", "Portal closed until {time}").format(time=time)
