"""The bills of one location, two years of them or five: filtered, sorted, copied, exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from db.rules.csv_safety import csv_cell
from db.rules.words import PaymentState
from desktop.saving import Export, Leaving, Saver
from desktop.screens.customer.bill_columns import bill_columns
from desktop.widgets.buttons import Button, ButtonKind, with_key
from desktop.widgets.card import Card
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.segments import Segments
from desktop.widgets.several_rows import SeveralRowsTable
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from db.queries.billing import BillRow, History
    from desktop.desk import Desk

_FEW_YEARS = 2
_MANY_YEARS = 5
_STATE = "billing_history/columns"


def _is_unpaid(bill: BillRow) -> bool:
    return bill.unpaid_yen > 0


def _is_paid(bill: BillRow) -> bool:
    return bill.state is PaymentState.PAID


_FILTERS: tuple[Callable[[BillRow], bool] | None, ...] = (None, _is_unpaid, _is_paid)


class HistoryCard(Translated, Card):
    """One row a bill, the newest first; the bill stood on is told, so that it can be explained."""

    bill_chosen = Signal(int)  # bill id, by Enter or a double click
    bill_selected = Signal(int)  # bill id, by moving to it
    years_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=0, margins=(1, 0, 1, 1))
        super().__init__(frame, parent)
        self._desk = desk
        self._history: History | None = None
        self._saver = Saver(desk, self)
        self._title = ElidedLabel("", "h2", self)
        self._count = ElidedLabel("", "sub", self)
        self.filter = Segments("", len(_FILTERS), self)
        self.years = Button("", ButtonKind.GHOST, "history", self)
        self.copy = Button("", ButtonKind.GHOST, "copy", self)
        self.csv = Button("", ButtonKind.GHOST, "csv", self)
        self.table: SeveralRowsTable[BillRow] = SeveralRowsTable(
            bill_columns(desk.language),
            self,
            name=self._table_name,
            identity=_bill_id,
            harmless=csv_cell,
        )
        self.table.let_choose_several()
        self.table.arrange(desk.memory.state(_STATE))
        self._nothing = Placeholder("list", self)
        self._save = self._action(QKeySequence.StandardKey.Save)
        self._find = self._action(QKeySequence.StandardKey.Find)
        self._build(frame)
        self._connect()
        self.retranslate()

    def show_history(self, history: History) -> None:
        """Show the bills of one location; the bill stood on stays if it is still there."""
        other = self._history is None or self._history.contract_id != history.contract_id
        self._history = history
        self.table.show_rows(history.rows)
        if other:
            self.filter.choose(0)
            self._filter(0)
        if other or self.table.selected() is None:
            self.table.select(0)
        self._show_state()
        self.retranslate()

    def select_bill(self, bill_id: int) -> None:
        """Stand on a bill, if it is shown."""
        chosen = self.table.selected()
        if chosen is None or chosen.bill_id != bill_id:
            at = self.table.records.position(lambda bill: bill.bill_id == bill_id)
            if at >= 0:
                self.table.select(at)

    def bills_chosen(self) -> tuple[int, ...]:
        """The unpaid ones among several bills chosen with Shift or Ctrl."""
        chosen = self.table.all_selected()
        unpaid = tuple(bill.bill_id for bill in chosen if _is_unpaid(bill))
        return unpaid if len(chosen) > 1 else ()

    def export(self) -> None:
        """Save the bills shown as a CSV file that no spreadsheet takes for formulas."""
        leaving = self._leaving("bills.csv")
        if leaving is not None:
            name = self.tr("billing history {day}.csv").format(day=self._desk.today)
            self._saver.save(Export(name, self.table.as_csv(), leaving))

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        self._desk.memory.keep_state(_STATE, self.table.arrangement())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Billing history"))
        self._title.setText(self.tr("Billing history"))
        self.filter.set_name(self.tr("Bills shown"))
        counts = [self.table.records.count(wanted) for wanted in _FILTERS]
        words = [self.tr("All"), self.tr("Unpaid"), self.tr("Paid")]
        self.filter.set_labels(words, counts)
        self.copy.set_text(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy every bill shown, with headings"))
        self._save.setText(self.tr("Save every bill shown as a CSV file"))
        self._find.setText(self.tr("Choose which bills are shown"))
        self.csv.set_text(self.tr("CSV"))
        self.csv.setToolTip(with_key(self._save.text(), self._save))
        self._say_years()
        if self.table.records.count():
            hint = self.tr("The filter hides the others.")
            self._nothing.say(self.tr("There are no bills here"), hint)
        else:
            self._nothing.say(self.tr("No bills yet: the first comes after the first reading"))

    def _say_years(self) -> None:
        years = self._history.years if self._history else _FEW_YEARS
        count = self.table.records.count()
        shown = self.tr("{years} years").format(years=years)
        self._count.setText(shown + "  " + self.tr("%n bill(s)", "", count))
        more = self.tr("Show 5 years") if years < _MANY_YEARS else self.tr("Show 2 years")
        self.years.set_text(more)

    def _table_name(self) -> str:
        return self.tr("Billing history")

    def _build(self, frame: QVBoxLayout) -> None:
        tools = row(
            self._title,
            self._count,
            STRETCH,
            self.filter,
            self.years,
            self.copy,
            self.csv,
            gap=8,
            margins=(16, 9, 10, 8),
        )
        frame.addLayout(tools)
        frame.addWidget(self.table)
        frame.addWidget(self._nothing)
        self._nothing.hide()

    def _connect(self) -> None:
        self.filter.chosen.connect(self._filter)
        self.years.clicked.connect(self._ask_years)
        self.copy.clicked.connect(self._copy_all)
        self.csv.clicked.connect(self.export)
        self.table.chosen.connect(self._choose)
        self.table.selection_changed.connect(self._tell_selected)
        self.table.copied.connect(self._say_copied)
        self._save.triggered.connect(self.export)
        self._find.triggered.connect(self._to_filter)

    def _action(self, key: QKeySequence.StandardKey) -> QAction:
        action = QAction(self)
        action.setShortcut(key)
        self.addAction(action)
        return action

    def _to_filter(self) -> None:
        chosen = self.filter.button(self.filter.current())
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _filter(self, number: int) -> None:
        self.table.show_only(_FILTERS[number])
        if self.table.selected() is None:
            self.table.select(0)
        self._show_state()

    def _show_state(self) -> None:
        empty = self.table.records.rowCount() == 0
        self.table.setVisible(not empty)
        self._nothing.setVisible(empty)

    def _ask_years(self) -> None:
        years = self._history.years if self._history else _FEW_YEARS
        self.years_wanted.emit(_MANY_YEARS if years < _MANY_YEARS else _FEW_YEARS)

    def _leaving(self, what: str) -> Leaving | None:
        if self._history is None:
            return None
        return Leaving(what, self.table.records.rowCount(), self._history.contract_id)

    def _copy_all(self) -> None:
        leaving = self._leaving("bills.tsv")
        if leaving is not None:
            text = self.table.as_tsv(self.table.records.rows(), headings=True)
            told = self.tr("Copied %n bill(s)", "", leaving.rows)
            self._saver.copy(text, leaving, told=told)

    def _say_copied(self) -> None:
        self._desk.messages.note(self.tr("Copied the bill"))

    def _choose(self, bill: BillRow) -> None:
        self.bill_chosen.emit(bill.bill_id)

    def _tell_selected(self, bill: BillRow | None) -> None:
        if bill is not None:
            self.bill_selected.emit(bill.bill_id)


def _bill_id(bill: BillRow) -> object:
    return bill.bill_id
