"""A choice among five or more, in a list that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from desktop.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget

V = TypeVar("V")


class Combo(QComboBox):
    """A list to choose from with the arrows; the wheel scrolls the page, not the choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ComboField(Field, Generic[V]):
    """A choice with its label; the choices keep their values while their words change."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        self.combo = Combo()
        self._values: list[V] = []
        super().__init__(self.combo, parent, lines=lines)
        self.combo.activated.connect(self.chosen)

    def set_choices(self, choices: Sequence[tuple[V, str]]) -> None:
        """Offer these values under these words; what is chosen stays if it is still offered."""
        before = self.value()
        self._values = [value for value, _ in choices]
        self.combo.blockSignals(True)
        self.combo.clear()
        self.combo.addItems([words for _, words in choices])
        self.combo.blockSignals(False)
        if before is not None:
            self.choose(before)

    def value(self) -> V | None:
        """The value chosen, or None while there is nothing to choose."""
        at = self.combo.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def choose(self, value: V | None) -> None:
        """Choose a value without telling anybody; one that is not offered changes nothing."""
        if value in self._values:
            self.combo.setCurrentIndex(self._values.index(value))

    def values(self) -> tuple[V, ...]:
        """The values offered, in their order."""
        return tuple(self._values)

    def all_words(self) -> tuple[str, ...]:
        """The words of the values offered."""
        return tuple(self.combo.itemText(at) for at in range(self.combo.count()))

    def words(self) -> str:
        """The words of what is chosen."""
        return self.combo.currentText()
