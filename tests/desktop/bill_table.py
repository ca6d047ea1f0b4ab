"""A table of a few bills, for the tests of tables."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.theme import Kind
from desktop.widgets.record_model import Column
from desktop.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill as a table shows it."""

    month: str
    yen: int
    paid_on: dt.date | None = None
    note: str = ""


BILLS = (
    Bill("2024-09", 5509, None),
    Bill("2024-07", 5010, None, "meter\tfogged"),
    Bill("2024-05", 12340, dt.date(2024, 6, 3)),
    Bill("2024-03", 5010, dt.date(2024, 3, 27)),
)


def state_chip(bill):
    """Say whether a bill is paid."""
    return ("Paid", Kind.OK, "check") if bill.paid_on else ("Not due", Kind.INFO, "clock")


def columns(**changes):
    """Declare the columns, some of them changed: ``columns(month={"weight": 0})``."""
    declared = [
        Column(key="month", title=lambda: "Month", text=lambda b: b.month, room=9),
        Column(
            key="yen",
            title=lambda: "Amount ¥",
            text=lambda b: f"{b.yen:,}",
            plain=lambda b: str(b.yen),
            sort=lambda b: b.yen,
            numeric=True,
            bold=True,
        ),
        Column(key="state", title=lambda: "State", text=lambda b: state_chip(b)[0]),
        Column(
            key="paid",
            title=lambda: "Paid on",
            text=lambda b: b.paid_on.isoformat() if b.paid_on else "—",
            sort=lambda b: b.paid_on,
            muted=lambda b: b.paid_on is None,
            figures=True,
        ),
        Column(
            key="note",
            title=lambda: "Note",
            text=lambda b: b.note,
            tooltip=lambda b: b.note,
            shown=False,
        ),
    ]
    return [replace(column, **changes.get(column.key, {})) for column in declared]


def bill_table():
    """Give a table of the four bills, 700 px wide."""
    table = RecordTable(columns(), name=lambda: "Bills", identity=lambda b: b.month)
    table.show_rows(BILLS)
    table.resize(700, 240)
    return table


def months(table):
    """Name the months shown, from above."""
    return [bill.month for bill in table.records.rows()]


def click_heading(table, number):
    """Click on the middle of a heading."""
    header = table.horizontalHeader()
    middle = header.sectionViewportPosition(number) + header.sectionSize(number) // 2
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))
