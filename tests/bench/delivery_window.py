"""How long an administrator's window stands still while a delivery is stored, and is shown.

The real data screen and the real search in one program on SQLite: 100,000 readings are stored while
a clerk types; then a delivery is shown with the most refused lines that the program lists, opened
again from the earlier ones, narrowed and sorted.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt

from db.commands.audit import Actor
from db.engine import Database, open_engine
from db.exchange.importing import import_files
from db.exchange.layout_files import load_layouts
from db.rules.import_facts import MOST_LISTED
from db.rules.import_words import ImportState
from db.rules.words import Role
from db.upgrade import upgrade
from desktop.screens.customer_search import CustomerSearch
from desktop.screens.data import DataScreen
from desktop.tasks import Tasks
from tests.bench.report import alone, at_most
from tests.bench.window import MOST_MS, Turns, application, desk_of, for_seconds, until
from tests.db.exchange.night import Night

_REST_SECONDS = 5
_AFTERWARDS_SECONDS = 2
_BEFORE = ["customers", "locations", "meters", "contracts"]
_NOW = dt.datetime(2024, 9, 18, 1, 0, tzinfo=dt.UTC)
_WORDS = ("山田", "ヤマダ ハナコ", "本町", "1")


def arguments(parser):
    """Take the size of the city: each household has two readings."""
    parser.add_argument("--households", type=int, default=50_000)


def measure(options):
    """Store readings while somebody types, then show what was refused."""
    app = application()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        database = _city(folder, options.households)
        tasks = Tasks(database)
        desk = desk_of(app, tasks, folder, role=Role.ADMIN)
        search = CustomerSearch(desk_of(app, tasks, folder, role=Role.COUNTER))
        data = DataScreen(desk)
        for screen in (search, data):
            screen.resize(1178, 600)
            screen.show()
        until(app, lambda: not tasks.busy)
        turns = Turns()
        for_seconds(app, _REST_SECONDS)
        figures = _told("window at rest", turns, bound=False)
        figures += _stored(app, data, search, folder / "readings", turns)
        figures += _shown(app, data, _refused(folder), turns)
        for screen in (search, data):
            screen.close()
        tasks.close()
        database.dispose()
    return figures


def _city(folder, households):
    url = f"sqlite:///{folder / 'city.db'}"
    upgrade(url)
    database = Database(open_engine(url))
    for name, kinds in (("before", _BEFORE), ("readings", ["readings"])):
        (folder / name).mkdir()
        Night(households).write(folder / name, kinds)
    by, layouts = Actor(None, "bench"), load_layouts()
    report = import_files(database, [folder / "before"], by=by, now=_NOW, layouts=layouts)
    assert report.state is ImportState.STORED, report
    return database


def _stored(app, data, search, folder, turns):
    part, stages = data.imports, {}

    def heed(stand):
        if stand.stage not in stages:
            stages[stand.stage] = None
            turns.start()

    part.take((folder,))
    until(app, lambda: part.commits is not None)
    part.work.progressed.connect(heed)
    turns.start()
    data.proceed()
    while part.work.running:
        _type(app, search)
    for_seconds(app, _AFTERWARDS_SECONDS)
    (file,) = part.result.files.records.rows()
    assert "storing" in stages, stages
    return _told(f"{file.rows_new:,} readings, the switch, while somebody types", turns)


def _type(app, search):
    for word in _WORDS:
        for length in range(1, len(word) + 1):
            search.look_for(word[:length])
            until(app, lambda: not search.is_under_way())
        search.clear()


def _refused(folder):
    """Readings of which every line has a day that is none."""
    file = folder / "READING_20240919.csv"
    with file.open("w", encoding="cp932") as out:
        out.write("1,検針,20240919\n")
        out.writelines(f"2,{n:010},{n:08},20241399,1021,1042,0,21,\n" for n in range(MOST_LISTED))
        out.write(f"8,{MOST_LISTED},{21 * MOST_LISTED}\n")
    return file


def _shown(app, data, file, turns):
    part, refusals = data.imports, data.imports.result.refusals
    turns.start()
    part.take((file,))
    until(app, lambda: part.commits is not None)
    data.proceed()
    until(app, lambda: not part.work.running)
    for_seconds(app, _AFTERWARDS_SECONDS)
    count = refusals.records.rowCount()
    what = f"{count:,} refused lines"
    figures = _told(f"{what} found and shown", turns)
    part.back.trigger()
    until(app, lambda: part.earlier.records.rowCount() == 3)  # with what was there before
    (*_, run) = (each for each in part.earlier.records.rows() if each.rows_refused)
    turns.start()
    part.earlier.chosen.emit(run)
    until(app, refusals.isVisible)
    for_seconds(app, _AFTERWARDS_SECONDS)
    figures += _told(f"{what} opened again", turns)
    for what_is_done, act in (
        ("narrowed", lambda: part.result.sought.setText("13")),
        ("all again", part.result.sought.clear),
        ("sorted", lambda: refusals.sortByColumn(4, Qt.SortOrder.AscendingOrder)),
    ):
        turns.start()
        act()
        for_seconds(app, _AFTERWARDS_SECONDS)
        figures += _told(f"{what} {what_is_done}", turns)
    return figures


def _told(what, turns, *, bound=True):
    longest, busy = turns.both_ms()
    told = f"{what}: longest turn"
    clock = at_most(told, longest, "ms", most=MOST_MS) if bound else alone(told, longest, "ms")
    return [clock, alone(f"{what}: longest work of the window's thread", busy, "ms")]
