"""How long a supervisor's window stands still while 10,000 notices are looked for and issued.

The real room of batches in a window of its own, on SQLite: the plan is looked at, the batch issued,
stopped half-way and gone on with.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db.rules.paper import PaperKind
from db.rules.words import Role
from desktop.screens.batches import BatchesScreen
from desktop.tasks import Tasks
from tests.bench.batch import town
from tests.bench.report import alone, at_most
from tests.bench.window import MOST_MS, Turns, application, desk_of, for_seconds, until

_REST_SECONDS = 5
_AFTERWARDS_SECONDS = 2


def arguments(parser):
    """Take the size of the town."""
    parser.add_argument("--customers", type=int, default=36_367, help="see the benchmark batch")


def measure(options):
    """Look at the plan, issue, stop and go on, while the turns are counted."""
    app = application()
    with town("sqlite", options.customers) as database, tempfile.TemporaryDirectory() as folder:
        tasks = Tasks(database)
        screen = BatchesScreen(desk_of(app, tasks, Path(folder), role=Role.SUPERVISOR))
        screen.resize(1178, 600)
        screen.show()
        screen.reload()
        until(app, lambda: not tasks.busy)
        figures = _at_work(app, screen, Path(folder))
        screen.close()
        tasks.close()
    return figures


def _at_work(app, screen, folder):
    turns, new = Turns(), screen.new
    for_seconds(app, _REST_SECONDS)
    figures = [alone("window at rest: longest turn", turns.worst_ms(), "ms")]
    new.form.kind.choose(PaperKind.REMINDER)
    turns.start()
    screen.proceed()
    until(app, lambda: new.plan.found is not None and not screen.runner.running)
    for_seconds(app, _AFTERWARDS_SECONDS)
    looked = turns.worst_ms()
    notices = len(new.plan.found.planned)
    new.plan.folder.edit.setText(str(folder))
    turns.start()
    screen.proceed()
    until(app, lambda: new.run.bar.value() > notices // 2)
    screen.runner.stop()
    until(app, lambda: not screen.runner.running)
    new.run.resume.click()
    until(app, lambda: not screen.runner.running)
    for_seconds(app, _AFTERWARDS_SECONDS)
    what = f"{notices:,} notices"
    return [
        *figures,
        at_most(f"{what} looked for: longest turn", looked, "ms", most=MOST_MS),
        at_most(f"{what} issued, stopped, gone on with: longest turn", turns.worst_ms(), "ms",
                most=MOST_MS),
    ]  # fmt: skip
