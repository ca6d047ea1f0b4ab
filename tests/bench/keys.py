"""How many keys the tasks of a contact take in the real program, and that none takes the mouse."""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import shiboken6

from db.demo.practice import prepare
from desktop.app import App, make_application
from desktop.settings import Memory, Settings
from tests.bench.report import at_most
from tests.journeys.clerk import Clerk
from tests.journeys.keys import TASKS
from tests.journeys.keys import measure as count_of

_MOMENT = dt.datetime(2024, 9, 18, 18, 13, tzinfo=ZoneInfo("Asia/Tokyo"))
_PATIENCE_S = 60
_PAUSE_S = 0.002


def arguments(parser):
    """Take the language in which the tasks are done."""
    parser.add_argument("--language", choices=["ja", "en"], default="ja")


def measure(options):
    """Do every task once, by whoever does it, and count."""
    app = make_application(["mizumado"])
    counts = {}
    with tempfile.TemporaryDirectory() as folder:
        url = prepare(Path(folder) / "town.sqlite", now=_MOMENT)
        settings = Settings(database=url, desk="窓口3", language=options.language)
        program = App(app, settings, Memory(Path(folder) / "memory.ini"), lambda: _MOMENT)
        program.start()
        clerk = Clerk(program, _looking(app))
        for login_id in dict.fromkeys(task.login_id for task in TASKS):
            clerk.sign_in(login_id)
            for task in TASKS:
                if task.login_id == login_id:
                    counts[task] = count_of(task, clerk)
            clerk.sign_out()
        program.close()
        shiboken6.delete(program.login)
    return [figure for task in sorted(counts, key=_row) for figure in _figures(task, counts[task])]


def _figures(task, count):
    what = f"{task.row} {task.name}"
    yield at_most(f"{what}: keys", count.keys, "keys", most=task.target)
    yield at_most(f"{what}: mouse", count.mouse, "events", most=0)


def _row(task):
    return task.row


def _looking(app):
    def until(is_so):
        end = time.monotonic() + _PATIENCE_S
        while not is_so():
            if time.monotonic() > end:
                raise TimeoutError("the program does not come to rest")
            app.processEvents()
            time.sleep(_PAUSE_S)

    return until
