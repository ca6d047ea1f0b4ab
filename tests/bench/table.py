"""The record table fed 100,000 rows, against QTableWidget and QStandardItemModel.

Every measurement has a process of its own, so that no table pays for what another left in memory.
The rows exist before the clock starts; the peers get plain texts only, which is their cheapest.
Each is first shown with a few rows, so that type, style and painting are paid for by none.
"""

from __future__ import annotations

import gc
import os
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView, QTableWidget, QTableWidgetItem

from desktop import theme
from desktop.widgets.record_model import Column
from desktop.widgets.record_table import RecordTable
from tests.bench.report import alone, times_better

_FASTER, _LIGHTER = 100, 20
_WARM_ROWS = 200
_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Row:
    """A bill's row of nine cells."""

    number: int
    month: str
    usage_m3: int
    days: int
    water_yen: int
    sewerage_yen: int
    state: str
    due: str
    paid: str

    @property
    def yen(self):
        """Water and sewerage together."""
        return self.water_yen + self.sewerage_yen


@dataclass(frozen=True, slots=True)
class Measured:
    """What filling one table took."""

    filled_ms: float
    painted_ms: float
    memory: int


def rows_of(count):
    """Make the rows of a town's bills, unlike each other."""
    return tuple(
        Row(n, f"20{n % 20:02}-{n % 12 + 1:02}", n % 97, 58 + n % 6, 2000 + n % 9973,
            1800 + n % 8999, "paid", f"2024/09/{n % 28 + 1:02}", f"2024/09/{n % 27 + 1:02}")
        for n in range(count)
    )  # fmt: skip


TEXTS = {
    "Period": lambda row: row.month,
    "Usage m³": lambda row: str(row.usage_m3),
    "Days": lambda row: str(row.days),
    "Water ¥": lambda row: f"{row.water_yen:,}",
    "Sewerage ¥": lambda row: f"{row.sewerage_yen:,}",
    "Amount ¥": lambda row: f"{row.yen:,}",
    "State": lambda row: row.state,
    "Due": lambda row: row.due,
    "Paid on": lambda row: row.paid,
}


class Own:
    """The program's own table."""

    def __init__(self):
        columns = [Column(key=t, title=lambda t=t: t, text=text) for t, text in TEXTS.items()]
        self.view = RecordTable(columns, name=lambda: "Bills")

    def fill(self, rows):
        """Show the rows."""
        self.view.show_rows(rows)


class Widget:
    """QTableWidget: one item a cell."""

    def __init__(self):
        self.view = QTableWidget(0, len(TEXTS))
        self.view.setHorizontalHeaderLabels(list(TEXTS))

    def fill(self, rows):
        """Show the rows, without repainting in between."""
        self.view.setUpdatesEnabled(False)
        self.view.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(TEXTS.values()):
                self.view.setItem(at, column, QTableWidgetItem(text(row)))
        self.view.setUpdatesEnabled(True)


class Standard:
    """QStandardItemModel: one item a cell, filled before a view looks at it."""

    def __init__(self):
        self.view = QTableView()

    def fill(self, rows):
        """Show the rows."""
        model = QStandardItemModel(0, len(TEXTS), self.view)
        model.setHorizontalHeaderLabels(list(TEXTS))
        for row in rows:
            model.appendRow([QStandardItem(text(row)) for text in TEXTS.values()])
        self.view.setModel(model)


TABLES = {"record table": Own, "QTableWidget": Widget, "QStandardItemModel": Standard}


def resident():
    """Give the memory this process holds, in bytes."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def measure_one(name, count):
    """Fill one table in this process, which has done nothing else."""
    app = QApplication.instance() or QApplication([])
    theme.apply(app, theme.load())
    table = TABLES[name]()
    rows = rows_of(count)
    table.view.resize(900, 500)
    table.view.show()
    table.fill(rows[:_WARM_ROWS])
    table.view.viewport().grab()
    gc.collect()
    before, start = resident(), time.perf_counter()
    table.fill(rows)
    filled = time.perf_counter()
    table.view.viewport().grab()
    painted = time.perf_counter()
    gc.collect()
    # a page is the least the kernel can tell
    memory = max(resident() - before, os.sysconf("SC_PAGE_SIZE"))
    return Measured((filled - start) * 1000, (painted - start) * 1000, memory)


def measure_alone(name, count, repeats):
    """Fill a table in fresh processes and give the middle of what was measured."""
    every = []
    for _ in range(repeats):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
            every.append(fresh.submit(measure_one, name, count).result())
    return Measured(
        statistics.median(one.filled_ms for one in every),
        statistics.median(one.painted_ms for one in every),
        int(statistics.median(one.memory for one in every)),
    )


def arguments(parser):
    """Take how many rows and how often."""
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--repeats", type=int, default=3)


def measure(options):
    """Fill the three tables and compare them."""
    found = {name: measure_alone(name, options.rows, options.repeats) for name in TABLES}
    own = found.pop("record table")
    what = f"{options.rows:,} rows"
    figures = [alone(f"{what}: first paint after filling", own.painted_ms - own.filled_ms, "ms")]
    for peer, its in found.items():
        figures += [
            times_better(
                f"{what}: filling", own.filled_ms, "ms",
                peer=peer, peer_value=its.filled_ms, at_least=_FASTER,
            ),
            times_better(
                f"{what}: filling and first paint", own.painted_ms, "ms",
                peer=peer, peer_value=its.painted_ms, at_least=_FASTER,
            ),
            times_better(
                f"{what}: memory", own.memory / _MIB, "MiB",
                peer=peer, peer_value=its.memory / _MIB, at_least=_LIGHTER,
            ),
        ]  # fmt: skip
    return figures
