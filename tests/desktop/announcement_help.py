"""The screen of announcements with a customer in front of the clerk."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from sqlalchemy import select

from db.models import Announcement, AuditEvent
from desktop.screens.announcements import AnnouncementsScreen
from tests.announcement_factories import add_announcement, add_seen

TODAY = dt.date(2024, 9, 18)
DAY = dt.timedelta(days=1)
ESC, SPACE, DOWN, INS = (
    getattr(Qt.Key, f"Key_{name}") for name in ("Escape", "Space", "Down", "Insert")
)


def settled(screen, qtbot):
    """Wait until nothing is under way any more."""
    qtbot.waitUntil(lambda: not screen._desk.tasks.busy)


def open_screen(desk, show, qtbot, case=None):
    """The screen as it is when somebody goes there; what it tells is gathered."""
    screen = show(AnnouncementsScreen(desk))
    screen.resize(1178, 598)
    screen.said, screen.unread = [], []
    desk.messages.noted.connect(screen.said.append)
    screen.unread_changed.connect(screen.unread.append)
    screen.show_case(case)
    screen.reload()
    settled(screen, qtbot)
    screen.setFocus()
    return screen


def announce(desk, case):
    """Two that 山田 花子 does not know, one she read, one that ended, one to come."""
    contract_id = case.contract_id
    with desk.database.writing() as session:
        read = add_announcement(session, TODAY - 9 * DAY, title="検針票", title_en="Reading notice")
        add_seen(session, read, contract_id)
        to_all = add_announcement(session, TODAY - 3 * DAY)
        add_announcement(session, TODAY - 60 * DAY, withdrawn_on=TODAY - 30 * DAY)
        coming = add_announcement(session, TODAY + 3 * DAY, title="停止", title_en="Closure")
        words = {"title": "メーター交換", "title_en": "Meter exchange"}
        own = add_announcement(session, TODAY - DAY, contract_id=contract_id, **words)
    return {"read": read, "to_all": to_all, "coming": coming, "own": own}


def titles(screen):
    """What the list shows."""
    if screen.list.body.currentWidget() is screen.list.nothing:
        return []
    return [each.facts.wording.title_en for each in screen.list.table.records.rows()]


def kept(desk, announcement_id):
    """An announcement as it is in the database."""
    with desk.database.reading() as session:
        row = session.get_one(Announcement, announcement_id)
        session.expunge(row)
        return row


def all_kept(desk):
    """The titles of everything announced."""
    with desk.database.reading() as session:
        return list(session.scalars(select(Announcement.title)))


def kinds(desk):
    """What was recorded."""
    with desk.database.reading() as session:
        return list(session.scalars(select(AuditEvent.kind)))
