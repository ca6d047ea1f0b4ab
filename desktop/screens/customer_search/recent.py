"""Whom the clerk opened today, one press away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from db.rules.words import CustomerKind
from desktop import format as written
from desktop import labels
from desktop.format import LanguageCode
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import column
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from db.queries.recent import RecentCustomer
    from desktop.desk import Desk

MOST_RECENT = 5
_GAP = 8
_SIDE = 16
_NARROWEST = 96


class RecentCustomers(Translated, Card):
    """A button for each, with the name and the time; without anybody it takes no room."""

    chosen = Signal(object)  # RecentCustomer

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=8, margins=(_SIDE, 10, _SIDE, 12))
        super().__init__(frame, parent)
        self._desk = desk
        self._customers: Sequence[RecentCustomer] = ()
        self._title = Label("", "h3", self)
        self.buttons = [Button("", icon="user", parent=self) for _ in range(MOST_RECENT)]
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        for button in self.buttons:
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            # a name is cut short rather than widening the window
            button.setMinimumWidth(_NARROWEST)
            button.clicked.connect(self._choose)
            line.addWidget(button)
        line.addStretch(1)
        frame.addWidget(self._title)
        frame.addLayout(line)
        self.retranslate()

    def show_customers(self, customers: Sequence[RecentCustomer]) -> None:
        """Show these, the last one first."""
        self._customers = customers[:MOST_RECENT]
        self.setVisible(bool(customers))
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Opened lately (by you, today)"))
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(self._customers))
            if at < len(self._customers):
                self._say(button, self._customers[at])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retranslate()

    def _say(self, button: Button, customer: RecentCustomer) -> None:
        english = self._desk.language.code is LanguageCode.EN
        latin = customer.latin_name if english else None
        name = latin or labels.addressed(customer.name, customer.kind)
        time = written.time_of_day(customer.opened_at.astimezone(self._desk.now.tzinfo))
        button.set_icon("building" if customer.kind is CustomerKind.COMPANY else "user")
        button.set_text(f"  {time}")
        count = len(self._customers)
        share = (self.width() - 2 * _SIDE - (count - 1) * _GAP) // count
        room = share - button.sizeHint().width()
        cut = button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, max(0, room))
        button.set_text(f"{cut}  {time}")
        button.setToolTip(name if cut != name else "")
        button.setAccessibleName(f"{name}  {time}")

    def _choose(self) -> None:
        at = next((at for at, button in enumerate(self.buttons) if button is self.sender()), -1)
        if 0 <= at < len(self._customers):
            self.chosen.emit(self._customers[at])
