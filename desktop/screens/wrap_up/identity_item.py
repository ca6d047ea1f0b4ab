"""One thing asked for or shown in an identity check, with the digit that ticks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from db.rules.contact_words import CheckItem
from desktop import contact_words
from desktop.widgets.labels import Label
from desktop.widgets.layouts import row
from desktop.widgets.typed_text import CodeEdit, DigitsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

_BY_DIGIT: Final = 9
_MOST_DIGITS: Final = 9
_DIGIT_WIDTH: Final = 14


class IdentityItem(QWidget):
    """A tick, or a field for what the caller says: the program compares that itself."""

    changed = Signal()

    def __init__(self, item: CheckItem, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self.setObjectName("clear")
        self._digit = Label(str(number) if number <= _BY_DIGIT else "", "figure", self)
        self._digit.setFixedWidth(_DIGIT_WIDTH)
        self.tick: QCheckBox | None = None
        self.edit: QLineEdit | None = None
        self.setLayout(self._line())

    def _line(self) -> QLayout:
        words = contact_words.check_item(self.item)
        self.edit = _edit_for(self.item)
        if self.edit is None:
            self.tick = QCheckBox(words.replace("&", "&&"), self)
            self.tick.toggled.connect(self.changed)
            return row(self._digit, self.tick, gap=6)
        self.edit.setPlaceholderText(words)
        self.edit.setAccessibleName(words)
        self.edit.textChanged.connect(self.changed)
        return row(self._digit, self.edit, gap=6)

    def press(self) -> None:
        """Tick it or take the tick away; or go into its field."""
        if self.tick is not None:
            self.tick.setChecked(not self.tick.isChecked())
        elif self.edit is not None:
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_over(self, *, given: bool, text: str) -> None:
        """Show what was given before the form was set anew."""
        if self.tick is not None:
            self.tick.setChecked(given)
        elif self.edit is not None:
            self.edit.setText(text)

    def is_given(self) -> bool:
        """Whether it was shown, said or typed."""
        return self.tick.isChecked() if self.tick is not None else bool(self.text())

    def text(self) -> str:
        """What the caller said, where that is typed."""
        return self.edit.text().strip() if self.edit is not None else ""


def _edit_for(item: CheckItem) -> QLineEdit | None:
    if item is CheckItem.CUSTOMER_NUMBER:
        return CodeEdit()
    if item is CheckItem.LAST_AMOUNT:
        return DigitsEdit(most=_MOST_DIGITS)
    return QLineEdit() if item is CheckItem.DEBIT_BANK else None
