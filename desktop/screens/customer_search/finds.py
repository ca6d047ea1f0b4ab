"""The list of what was found, or what is to be said where nothing is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent

from db.queries.search_filters import SearchFilter
from db.rules.csv_safety import csv_cell
from desktop import theme
from desktop.screens.customer_search import words
from desktop.screens.customer_search.columns import search_columns
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.segments import Segments
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from db.queries.search import SearchRow
    from desktop.desk import Desk
    from desktop.screens.customer_search.finder import Answer

FILTERS = tuple(SearchFilter)
_COLUMNS = "customer_search/columns"
_ANY_HEIGHT = 16_777_215


class Finds(Translated, Card):
    """A filter, a count and a table, which ends below its last row while there is room."""

    opened = Signal(object)  # SearchRow
    filtered = Signal(object)  # SearchFilter
    retry_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=0, margins=(1, 1, 1, 1))
        super().__init__(frame, parent)
        self._desk = desk
        self._answer: Answer | None = None
        self._problem = ""
        self._filter_title = Label("", "sub", self)
        self.filter = Segments("", len(FILTERS), self)
        self.count = Label("", "sub", self)
        self.table: RecordTable[SearchRow] = RecordTable(
            search_columns(desk.language, self._today),
            self,
            name=self._table_name,
            identity=_contract_id,
            harmless=csv_cell,
        )
        self.table.arrange(desk.memory.state(_COLUMNS))
        self.placeholder = Placeholder("search", self)
        self.retry = self.placeholder.add_button(Button("", ButtonKind.PRIMARY, parent=self))
        self._tools = row(
            self._filter_title, self.filter, STRETCH, self.count, margins=(16, 9, 16, 8)
        )
        body = clear_box(column(self.table, self.placeholder, gap=0))
        self._skeleton = Skeleton(body)
        frame.addLayout(self._tools)
        frame.addWidget(body, 1)
        self._connect()
        self.retranslate()

    def wait(self) -> None:
        """Say, if it takes long, that the search is under way."""
        self._skeleton.start(self.tr("Searching…"))

    def show_answer(self, answer: Answer | None) -> None:
        """List what was found, the first one selected; None shows how to begin."""
        self._show(answer, "")

    def show_problem(self, sentence: str) -> None:
        """Say why the search did not come through, and offer to search again."""
        self._show(None, sentence)

    def go(self, step: int) -> bool:
        """Select another row, and say whether there is any."""
        rows = self.table.records.rowCount()
        if rows:
            now = self.table.currentIndex().row()
            self.table.select(min(max(now + step, 0), rows - 1))
        return rows > 0

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        self._desk.memory.keep_state(_COLUMNS, self.table.arrangement())

    def retranslate(self) -> None:
        self._filter_title.setText(self.tr("Show"))
        self.filter.set_name(self.tr("Show"))
        self.filter.set_labels(
            [
                self.tr("All", "contracts"),
                self.tr("In use only"),
                self.tr("Members only"),
                self.tr("With unpaid bills"),
            ]
        )
        self.retry.set_text(self.tr("Search again  F5"))
        self._say_outcome()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _connect(self) -> None:
        self.filter.chosen.connect(self._filter)
        self.table.chosen.connect(self.opened)
        self.table.copied.connect(self._say_copied)
        self.retry.clicked.connect(self.retry_wanted)

    def _show(self, answer: Answer | None, problem: str) -> None:
        self._skeleton.stop()
        self._answer, self._problem = answer, problem
        self.table.show_rows(answer.found.rows if answer else ())
        self.table.select(0)
        self._say_outcome()
        QAccessible.updateAccessibility(QAccessibleEvent(self.count, QAccessible.Event.Alert))

    def _say_outcome(self) -> None:
        found = self._answer.found if self._answer else None
        listed = bool(found and found.rows)
        self.count.setText(words.count(found) if found and not found.problem else "")
        self.retry.setVisible(bool(self._problem))
        if not listed:
            self._say_nothing_listed()
        self.table.setVisible(listed)
        self.placeholder.setVisible(not listed)
        self._fit()

    def _say_nothing_listed(self) -> None:
        if self._problem:
            self.placeholder.show_icon("warn", "err")
            self.placeholder.say(self.tr("The search did not come through"), self._problem)
            return
        self.placeholder.show_icon("search")
        said = words.nothing(self._answer) if self._answer else words.beginning()
        self.placeholder.say(*said)

    def _fit(self) -> None:
        height = _ANY_HEIGHT
        if self._answer and self._answer.found.rows:
            rows = self.table.verticalHeader().length() + theme.of(self).px("table_header")
            height = rows + self._tools.sizeHint().height() + 4
        self.setMaximumHeight(height)

    def _filter(self, number: int) -> None:
        self.filtered.emit(FILTERS[number])

    def _say_copied(self) -> None:
        self._desk.messages.note(self.tr("Copied the row"))

    def _table_name(self) -> str:
        return self.tr("Contracts found")

    def _today(self) -> dt.date:
        return self._desk.today


def _contract_id(row: SearchRow) -> object:
    return row.contract_id
