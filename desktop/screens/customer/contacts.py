"""What was ever said with a customer: each contact, and one of them in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QWidget

from db.rules.csv_safety import csv_cell
from desktop.screens.customer.contact_columns import contact_columns
from desktop.screens.customer.contact_detail import ContactDetail
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from db.queries.contacts import ContactFacts
    from desktop.desk import Desk

_STATE = "contact_history/columns"
_DETAIL_WIDTH, _DETAIL_HEIGHT = 340, 190
_WIDE_ENOUGH = 1200
_ANY = 16777215


class ContactHistory(Translated, QWidget):
    """The contacts of a customer, the last one first; the one stood on is shown in full."""

    retry_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._problem = ""
        self.setObjectName("clear")
        self.title = ElidedLabel("", "h2", self)
        self.count = ElidedLabel("", "sub", self)
        self.table: RecordTable[ContactFacts] = RecordTable(
            contact_columns(), self, name=self._name, identity=_contact_id, harmless=csv_cell
        )
        self.table.arrange(desk.memory.state(_STATE))
        self.detail = ContactDetail(self)
        self.nothing = Placeholder("note", self)
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self.nothing.add_button(self.retry)
        self._build()
        self.table.selection_changed.connect(self.detail.show_contact)
        self.retry.clicked.connect(self.retry_wanted)
        self.retranslate()

    def show_history(self, history: Sequence[ContactFacts]) -> None:
        """Show these contacts; the one stood on stays if it is still there."""
        self._problem = ""
        self.table.show_rows(history)
        if self.table.selected() is None:
            self.table.select(0)
        self.detail.show_contact(self.table.selected())
        self.setFocusProxy(self.table if history else self.nothing)
        self._stack.setCurrentWidget(self._sheet if history else self.nothing)
        self.retranslate()

    def show_problem(self, told: str) -> None:
        """Say why the contacts cannot be shown."""
        self._problem = told
        self._stack.setCurrentWidget(self.nothing)
        self.setFocusProxy(self.retry)
        self.retranslate()

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        self._desk.memory.keep_state(_STATE, self.table.arrangement())

    def retranslate(self) -> None:
        self.title.setText(self.tr("Contact history"))
        self.count.setText(self.tr("%n contact(s)", "", self.table.records.count()))
        self.retry.set_text(self.tr("Try again  F5"))
        self.retry.setVisible(bool(self._problem))
        if self._problem:
            self.nothing.show_icon("circle-x", "err")
            self.nothing.say(self.tr("The contacts could not be shown"), self._problem)
        else:
            self.nothing.show_icon("note")
            self.nothing.say(
                self.tr("No contacts yet"), self.tr("The first one is written down at the right.")
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _WIDE_ENOUGH
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._detail_card.setMaximumSize(
            _DETAIL_WIDTH if beside else _ANY, _ANY if beside else _DETAIL_HEIGHT
        )
        self._detail_card.setMinimumSize(
            _DETAIL_WIDTH if beside else 0, 0 if beside else min(_DETAIL_HEIGHT, self.height() // 3)
        )

    def _name(self) -> str:
        return self.tr("Contact history")

    def _build(self) -> None:
        heading = row(self.title, self.count, STRETCH, margins=(16, 9, 10, 8))
        whole = column(heading, self.table, gap=0, margins=(1, 0, 1, 1))
        list_card = Card(whole, self)
        room = QScrollArea(self)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(self.detail)
        self._detail_card = Card(column(room, gap=0, margins=(1, 1, 1, 1)), self)
        self._both = row(list_card, self._detail_card, gap=12)
        self._both.setStretch(0, 1)
        self._sheet = clear_box(self._both, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._sheet)
        self._stack.addWidget(self.nothing)
        self.setLayout(column(self._stack, margins=(16, 12, 16, 12)))


def _contact_id(contact: ContactFacts) -> object:
    return contact.contact_id
