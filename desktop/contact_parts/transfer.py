"""Passing a caller on: to which desk, and the number to read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.queries.transfer_desks import transfer_desks
from db.rules.transfer_desks import TransferDesk, parse_desks
from desktop.assets import resource
from desktop.format import LanguageCode
from desktop.widgets.choice import Choice
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from desktop.desk import Desk


class TransferChooser(Translated, QWidget):
    """The desks of the bureau (取次ぎ先); the one chosen shows its number in large figures."""

    changed = Signal()
    desks_come = Signal(object)  # tuple of TransferDesk

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._desks = parse_desks(resource("desks", "transfer.txt").read_text("utf-8"))
        self._kept = ""
        self.setObjectName("clear")
        self.title = Label("", "h3", self)
        self.choice: Choice[str] = Choice(self)
        self.title.setBuddy(self.choice)
        self.phone = Label("", "num", self, selectable=True)
        number = row(IconLabel("phone", parent=self, size="icon_small"), self.phone, STRETCH, gap=6)
        self._number = clear_box(number, self)
        self.setLayout(column(self.title, self.choice, self._number, gap=5))
        self.choice.picked.connect(self._take)
        desk.tasks.read(self, transfer_desks, self._take_desks)
        self.retranslate()

    def desks(self) -> tuple[TransferDesk, ...]:
        """The desks there are."""
        return self._desks

    def value(self) -> str:
        """The desk's name as it is recorded, or nothing."""
        return self.choice.value() or ""

    def show_desk(self, name: str) -> None:
        """Show to which desk a contact was passed on; one no longer listed stays listed here."""
        self._kept = name
        self.retranslate()
        self.choice.choose(name)
        self._say_number()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Pass on to"))
        self.choice.setAccessibleName(self.tr("Desk to pass the caller on to"))
        listed = [(desk.name, self._words(desk)) for desk in self._desks]
        if self._kept and all(desk.name != self._kept for desk in self._desks):
            listed.append((self._kept, self._kept))
        self.choice.set_choices([("", self.tr("Nobody")), *listed])
        self._say_number()

    def _words(self, desk: TransferDesk) -> str:
        return desk.name_en if self._desk.language.code is LanguageCode.EN else desk.name

    def _take_desks(self, desks: tuple[TransferDesk, ...]) -> None:
        if desks:
            self._desks = desks
            self.retranslate()
            self.desks_come.emit(desks)

    def _take(self) -> None:
        self._say_number()
        self.changed.emit()

    def _say_number(self) -> None:
        phone = next((desk.phone for desk in self._desks if desk.name == self.value()), "")
        self.phone.setText(phone)
        self.phone.setAccessibleName(self.tr("Number to read out: {phone}").format(phone=phone))
        self._number.setVisible(bool(phone))
