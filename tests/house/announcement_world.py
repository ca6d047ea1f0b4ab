"""An announcement that shows and one that will, and what their commands are called with."""

from __future__ import annotations

import datetime as dt

from db.commands import announcements
from db.rules.announcements import Wording
from tests.announcement_factories import add_announcement

_LATER = dt.date(2024, 9, 25)


class Announced:
    """What customers are told of already, and what is still to show."""

    def __init__(self, session):
        self.shown_id = add_announcement(session)
        self.scheduled_id = add_announcement(session, _LATER)


def of_announcements(w, key):
    """What the commands of announcements are called with."""
    wording, version = (
        Wording(title="断水", body="断水します。", published_on=_LATER),
        {"version": 1},
    )
    shown, scheduled = w.announced.shown_id, w.announced.scheduled_id
    told = {"contact_id": w.desk.contact_id}
    return {
        announcements.write: ((wording,), {"key": key}),
        announcements.change: ((scheduled, wording), version),
        announcements.withdraw: ((scheduled,), version | {"reason": "中止"}),
        announcements.tell: ((shown, w.desk.contract_id), told),
    }
