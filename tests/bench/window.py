"""A window under the clock: the longest time in which it neither paints nor takes a key.

That is what lies between two turns of the event loop. The same window at rest in the same run says
what the machine adds by itself; so does the processor time of the window's own thread, of which
neither other programs nor other threads are part.
"""

from __future__ import annotations

import datetime as dt
import secrets
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.models import Office
from db.queries.settings import bureau_facts
from db.queries.staff import staff_facts
from db.rules.periods import in_japan
from desktop import theme
from desktop.desk import Desk
from desktop.format import LanguageCode
from desktop.i18n import Language
from desktop.messages import Messages
from desktop.settings import Memory, Settings
from tests.factories import add_staff

MOST_MS = 50
_NOW = dt.datetime(2024, 9, 18, 1, 0, tzinfo=dt.UTC)


class Turns:
    """The longest time between two turns of the event loop, since it was last asked for."""

    def __init__(self):
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)
        self._timer.start(1)
        self.start()

    def start(self):
        """Begin anew."""
        self._last, self._worst = time.perf_counter(), 0.0
        self._last_busy, self._worst_busy = time.thread_time(), 0.0

    def worst_ms(self):
        """Give the longest since the beginning, and begin anew."""
        worst = self._worst
        self.start()
        return worst * 1000

    def both_ms(self):
        """Give the longest turn, and the longest of the thread's own work; begin anew."""
        busy = self._worst_busy * 1000
        return self.worst_ms(), busy

    def _turn(self):
        now, busy = time.perf_counter(), time.thread_time()
        self._worst = max(self._worst, now - self._last)
        self._worst_busy = max(self._worst_busy, busy - self._last_busy)
        self._last, self._last_busy = now, busy


def application():
    """Give the one QApplication, dressed as the program."""
    app = QApplication.instance() or QApplication([])
    theme.apply(app, theme.load())
    return app


def desk_of(app, tasks, folder, *, role):
    """Give a desk at which somebody new in this role works on the database of ``tasks``."""
    with tasks.database.writing() as session:
        # a town that is kept has an office, and somebody of each run before
        office_id = session.scalar(select(Office.id).limit(1))
        staff_id = add_staff(session, secrets.token_hex(8), office_id=office_id, role=role)
        staff = staff_facts(session, staff_id)
        bureau = bureau_facts(session)
    return Desk(
        tasks=tasks,
        database=tasks.database,
        clock=lambda: in_japan(_NOW),
        settings=Settings(desk="bench"),
        memory=Memory(folder / "memory.ini"),
        messages=Messages(),
        language=Language(LanguageCode.JA, app),
        staff=staff,
        bureau=bureau,
    )


def until(app, is_so):
    """Turn the event loop until something is so."""
    while not is_so():
        app.processEvents()
        time.sleep(0.0005)


def for_seconds(app, seconds):
    """Turn the event loop for so long."""
    end = time.monotonic() + seconds
    until(app, lambda: time.monotonic() > end)
