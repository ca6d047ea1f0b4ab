"""Everything of a contract that is not a bill: its people, its meters, their readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from db.rules.csv_safety import csv_cell
from desktop.saving import Leaving, Saver
from desktop.screens.customer.contract_parts import contract_sheet
from desktop.screens.customer.reading_columns import reading_columns
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from db.queries.contracts import ContractDetails, ReadingLine
    from db.queries.customers import ContractChoice
    from desktop.desk import Desk

_PEOPLE_SHARE, _PEOPLE_WIDEST = 0.33, 420
_STATE = "readings/columns"


class ContractCard(Translated, QWidget):
    """Left who is what and which meters hang there, right what was read from them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._details: ContractDetails | None = None
        self._saver = Saver(desk, self)
        self._contract: ContractChoice | None = None
        self.setObjectName("clear")
        self.people = QScrollArea(self)
        self._title = Label("", "h2", self)
        self._count = Label("", "sub", self)
        self.copy = Button("", ButtonKind.GHOST, "copy", self)
        self.readings: RecordTable[ReadingLine] = RecordTable(
            reading_columns(),
            self,
            name=self._table_name,
            identity=_day_and_meter,
            harmless=csv_cell,
        )
        self.readings.arrange(desk.memory.state(_STATE))
        self._nothing = Placeholder("gauge", self)
        self._build()
        self._connect()
        self.retranslate()

    def show_details(
        self, details: ContractDetails, contract: ContractChoice | None = None
    ) -> None:
        """Show what is known of a contract; ``contract`` adds its numbers and dates."""
        self._details, self._contract = details, contract
        self.readings.show_rows(details.readings)
        self.readings.setVisible(bool(details.readings))
        self._nothing.setVisible(not details.readings)
        self.retranslate()

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        self._desk.memory.keep_state(_STATE, self.readings.arrangement())

    def retranslate(self) -> None:
        self.people.setAccessibleName(self.tr("Contract, people and meters"))
        self._title.setText(self.tr("Meter readings"))
        count = self.readings.records.count()
        self._count.setText(self.tr("%n reading(s)", "", count) if count else "")
        self.copy.set_text(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy every reading shown, with headings"))
        self.copy.setEnabled(count > 0)
        self._nothing.say(
            self.tr("The meter has not been read yet"),
            self.tr("Readings come every two months."),
        )
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # the table has as many columns in a narrow window
        self._left.setFixedWidth(min(_PEOPLE_WIDEST, round(self.width() * _PEOPLE_SHARE)))
        super().resizeEvent(event)

    def _fill(self) -> None:
        if self._details is None:
            return
        at = self.people.verticalScrollBar().value()
        sheet = contract_sheet(
            self._details, self._contract, today=self._desk.today, language=self._desk.language
        )
        self.people.setWidget(sheet)
        self.people.verticalScrollBar().setValue(at)

    def _build(self) -> None:
        self.people.setWidgetResizable(True)
        self.people.setFrameShape(QFrame.Shape.NoFrame)
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        left = Card(column(self.people, gap=0, margins=(2, 2, 2, 2)), self)
        self._left = left
        tools = row(self._title, self._count, STRETCH, self.copy, gap=8, margins=(16, 9, 10, 8))
        right = Card(column(tools, self.readings, self._nothing, gap=0, margins=(1, 0, 1, 1)), self)
        right.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._nothing.hide()
        self.setLayout(row(left, right, gap=12))

    def _connect(self) -> None:
        self.copy.clicked.connect(self._copy_all)
        self.readings.copied.connect(self._say_copied)

    def _table_name(self) -> str:
        return self.tr("Meter readings")

    def _copy_all(self) -> None:
        if self._details is None:
            return
        rows = self.readings.records.rows()
        leaving = Leaving("readings.tsv", len(rows), self._details.contract_id)
        told = self.tr("Copied %n reading(s)", "", leaving.rows)
        self._saver.copy(self.readings.as_tsv(rows, headings=True), leaving, told=told)

    def _say_copied(self) -> None:
        self._desk.messages.note(self.tr("Copied the reading"))


def _day_and_meter(line: ReadingLine) -> object:
    return line.read_on, line.meter_serial
