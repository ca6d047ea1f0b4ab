"""How long a clerk's window stands still while they search a large city, and while files come in.

The real search in a window of its own, on SQLite; every keystroke is asked and answered. Then the
same while 100,000 readings of the billing host are checked on another thread of the same program,
as a trial, so that the city that is kept stays as it is.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from functools import partial
from pathlib import Path

from db.exchange.importing import import_files
from db.exchange.layout_files import load_layouts
from db.rules.words import Role
from desktop.screens.customer_search import CustomerSearch
from desktop.tasks import Tasks
from tests.bench.report import alone, at_most
from tests.bench.search_town import city
from tests.bench.window import MOST_MS, Turns, application, desk_of, for_seconds, until

READINGS = 100_000
_REST_SECONDS = 5
_WORDS = ("ヤマダ", "田中 本町", "片町2丁目", "髙橋", "金沢設備", "さとう けんいち", "4821", "山")
_NOW = dt.datetime(2024, 11, 12, 1, 0, tzinfo=dt.UTC)


def arguments(parser):
    """Take the size of the city."""
    parser.add_argument("--customers", type=int, default=100_000)


def measure(options):
    """Search at rest, then during an import."""
    app = application()
    with (
        city("sqlite", options.customers) as (database, _),
        tempfile.TemporaryDirectory() as folder,
    ):
        tasks = Tasks(database)
        screen = CustomerSearch(desk_of(app, tasks, Path(folder), role=Role.COUNTER))
        screen.resize(1178, 600)
        screen.show()
        until(app, lambda: not tasks.busy)
        figures = _at_work(app, screen, tasks, Path(folder))
        screen.close()
        tasks.close()
    return figures


def _at_work(app, screen, tasks, folder):
    turns = Turns()
    for_seconds(app, _REST_SECONDS)
    resting = turns.worst_ms()
    keys = _search(app, screen)
    searching = turns.worst_ms()
    file = _readings(tasks.database, folder)
    desk = desk_of(app, tasks, folder, role=Role.ADMIN)
    came = []
    work = partial(
        import_files,
        tasks.database,
        [file],
        by=desk.actor,
        now=_NOW,
        layouts=load_layouts(),
        trial=True,
    )
    turns.start()
    tasks.run(screen, work, came.append)
    while not came:
        keys += _search(app, screen)
    importing = turns.worst_ms()
    (report,) = came
    assert (report.files[0].rows_read, report.refusals) == (READINGS, ()), report
    return [
        alone("window at rest: longest turn", resting, "ms"),
        at_most("searching, every keystroke answered: longest turn", searching, "ms", most=MOST_MS),
        at_most(
            f"searching while {READINGS:,} readings are checked: longest turn",
            importing,
            "ms",
            most=MOST_MS,
        ),
        alone("keystrokes answered", keys, "keys"),
    ]


def _search(app, screen):
    """Type each word letter by letter, without waiting for a pause; gives the keystrokes."""
    keys = 0
    for word in _WORDS:
        for length in range(1, len(word) + 1):
            screen.look_for(word[:length])
            until(app, lambda: not screen.is_under_way())
            keys += 1
        screen.clear()
    return keys


def _readings(database, folder):
    """Write readings of two months later of the first contracts."""
    file = folder / "READING.csv"
    asked = (
        "SELECT c.customer_number, m.serial FROM contract c JOIN meter m USING (location_id)"
        " WHERE c.ended_on IS NULL ORDER BY c.id LIMIT :most"
    )
    with database.engine.connect() as connection, file.open("w", encoding="cp932") as out:
        rows = connection.exec_driver_sql(asked, {"most": READINGS}).all()
        out.write("1,検針,20241111\n")
        for contract, meter in rows:
            out.write(f"2,{contract},{meter},20241110,1021,1042,0,21,\n")
        out.write(f"8,{len(rows)},{21 * len(rows)}\n")
    assert len(rows) == READINGS, "the city is too small for so many readings"
    return file
