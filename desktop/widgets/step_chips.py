"""Where one stands in an act of several steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.theme import Kind
from desktop.widgets.chip import Chip
from desktop.widgets.layouts import row

if TYPE_CHECKING:
    from collections.abc import Sequence


class StepChips(QWidget):
    """The steps in a row: those behind ticked, the present one lit, those to come quiet."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._current = 0
        self._names: list[str] = [""] * count
        self.chips = [Chip(parent=self) for _ in range(count)]
        self.setLayout(row(*self.chips, gap=6))

    @property
    def current(self) -> int:
        """The number of the present step, from 0."""
        return self._current

    def set_names(self, names: Sequence[str]) -> None:
        """What the steps are called."""
        self._names = list(names)
        self._show()

    def set_current(self, number: int) -> None:
        """Stand on a step."""
        self._current = number
        self._show()

    def _show(self) -> None:
        for number, (chip, name) in enumerate(zip(self.chips, self._names, strict=True)):
            words = f"{number + 1} {name}"
            if number < self._current:
                chip.show_state(words, Kind.OK, "check")
            else:
                now = number == self._current
                chip.show_state(words, Kind.INFO if now else Kind.MUTE)
        self.setAccessibleName(f"{self._current + 1}/{len(self._names)} {self._present()}")

    def _present(self) -> str:
        return self._names[self._current]
