"""From a postal code to the town, as a list to pick from: one code may be of several towns."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from db.postal import towns
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.contact_edits import PostalEdit
from desktop.widgets.field import TextField
from desktop.widgets.layouts import row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.rules.postal import Town
    from desktop.desk import Desk

_WIDTH = 110


class AddressPick(Translated, QWidget):
    """A postal code with the button that lists its towns; nothing is filled in unasked."""

    picked = Signal(str)  # the beginning of an address

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self.postal = PostalEdit()
        self.field = TextField(self.postal, self)
        self.postal.setMinimumWidth(_WIDTH)
        self.button = Button("", ButtonKind.PLAIN, "search", self)
        self.menu = QMenu(self)
        self.setLayout(row(self.field, self.button, gap=8))
        self.button.clicked.connect(self._ask)
        self.menu.triggered.connect(self._pick)
        self.retranslate()

    def retranslate(self) -> None:
        self.button.set_text(self.tr("Find town"))

    def _ask(self) -> None:
        self.field.show_error("")
        self._desk.tasks.run(self, partial(towns, self.postal.code()), self._offer)

    def _offer(self, found: tuple[Town, ...]) -> None:
        if not found:
            self.field.show_error(self.tr("Not in the list"))
            self.postal.setFocus()
            return
        self.menu.clear()
        for town in found:
            words = f"{town.city}{town.town}"
            action = QAction(f"{words}  {town.note}" if town.note else words, self.menu)
            action.setData(words)
            self.menu.addAction(action)
        self.menu.setActiveAction(self.menu.actions()[0])
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _pick(self, action: QAction) -> None:
        self.picked.emit(str(action.data()))
