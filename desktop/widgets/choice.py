"""One of a few things, chosen from a list that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget

V = TypeVar("V")
_NARROWEST = 6


class Choice(QComboBox, Generic[V]):
    """A combo box that knows values, not texts; the wheel turns it only once it has the focus."""

    picked = Signal()  # by the clerk, not by the program

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[V, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_NARROWEST)
        self.activated.connect(self.picked)

    def set_choices(self, choices: Sequence[tuple[V, str]]) -> None:
        """Offer these values in these words; the one chosen stays if it is still there."""
        chosen = self.value()
        values = tuple(value for value, _ in choices)
        told = self.blockSignals(True)
        self.clear()
        self._values = values
        self.addItems([words for _, words in choices])
        self.blockSignals(told)
        self.choose(chosen)

    def value(self) -> V | None:
        """What is chosen, or None while nothing can be."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def choose(self, value: V | None) -> None:
        """Choose a value without telling anybody; an unknown one chooses the first."""
        told = self.blockSignals(True)
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)
        self.blockSignals(told)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
