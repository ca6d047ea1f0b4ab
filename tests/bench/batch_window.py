"""How long a supervisor's window stands still while 10,000 notices are looked for and issued.

The real room of batches in a window of its own, on SQLite: the plan is looked at, the batch issued,
stopped half-way and gone on with. Between two turns of the event loop the window neither paints nor
takes a key; the same window at rest in the same run says what this machine adds by itself.
"""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.queries.settings import bureau_facts
from db.queries.staff import staff_facts
from db.rules.paper import PaperKind
from db.rules.periods import in_japan
from db.rules.words import Role
from desktop import theme
from desktop.desk import Desk
from desktop.format import LanguageCode
from desktop.i18n import Language
from desktop.messages import Messages
from desktop.screens.batches import BatchesScreen
from desktop.settings import Memory, Settings
from desktop.tasks import Tasks
from tests.bench.batch import town
from tests.bench.report import alone, at_most
from tests.factories import add_staff

_MOST_MS = 50
_REST_SECONDS = 5
_AFTERWARDS_SECONDS = 2
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

    def worst_ms(self):
        """Give the longest since the beginning, and begin anew."""
        worst = self._worst
        self.start()
        return worst * 1000

    def _turn(self):
        now = time.perf_counter()
        self._worst = max(self._worst, now - self._last)
        self._last = now


def arguments(parser):
    """Take the size of the town."""
    parser.add_argument("--customers", type=int, default=36_367, help="see the benchmark batch")


def measure(options):
    """Look at the plan, issue, stop and go on, while the turns are counted."""
    app = QApplication.instance() or QApplication([])
    theme.apply(app, theme.load())
    with town("sqlite", options.customers) as database, tempfile.TemporaryDirectory() as folder:
        tasks = Tasks(database)
        screen = BatchesScreen(_desk(app, database, tasks, Path(folder)))
        screen.resize(1178, 600)
        screen.show()
        screen.reload()
        _until(app, lambda: not tasks.busy)
        figures = _at_work(app, screen, Path(folder))
        screen.close()
        tasks.close()
    return figures


def _at_work(app, screen, folder):
    turns, new = Turns(), screen.new
    _for_seconds(app, _REST_SECONDS)
    figures = [alone("window at rest: longest turn", turns.worst_ms(), "ms")]
    new.form.kind.choose(PaperKind.REMINDER)
    turns.start()
    screen.proceed()
    _until(app, lambda: new.plan.found is not None and not screen.runner.running)
    _for_seconds(app, _AFTERWARDS_SECONDS)
    looked = turns.worst_ms()
    notices = len(new.plan.found.planned)
    new.plan.folder.edit.setText(str(folder))
    turns.start()
    screen.proceed()
    _until(app, lambda: new.run.bar.value() > notices // 2)
    screen.runner.stop()
    _until(app, lambda: not screen.runner.running)
    new.run.resume.click()
    _until(app, lambda: not screen.runner.running)
    _for_seconds(app, _AFTERWARDS_SECONDS)
    what = f"{notices:,} notices"
    return [
        *figures,
        at_most(f"{what} looked for: longest turn", looked, "ms", most=_MOST_MS),
        at_most(f"{what} issued, stopped, gone on with: longest turn", turns.worst_ms(), "ms",
                most=_MOST_MS),
    ]  # fmt: skip


def _desk(app, database, tasks, folder):
    with database.writing() as session:
        staff = staff_facts(session, add_staff(session, role=Role.SUPERVISOR))
        bureau = bureau_facts(session)
    return Desk(
        tasks=tasks,
        database=database,
        clock=lambda: in_japan(_NOW),
        settings=Settings(desk="bench"),
        memory=Memory(folder / "memory.ini"),
        messages=Messages(),
        language=Language(LanguageCode.JA, app),
        staff=staff,
        bureau=bureau,
    )


def _until(app, is_so):
    while not is_so():
        app.processEvents()
        time.sleep(0.0005)


def _for_seconds(app, seconds):
    end = time.monotonic() + seconds
    _until(app, lambda: time.monotonic() > end)
