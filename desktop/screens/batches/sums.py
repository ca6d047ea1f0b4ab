"""Counts and yen below each other, their digits in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.widgets.labels import ElidedLabel, Label

if TYPE_CHECKING:
    from collections.abc import Iterable

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SumList(QWidget):
    """Rows of a name and one or two figures, set to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self._lines: list[tuple[str, ...]] = []

    def show_lines(self, lines: Iterable[tuple[str, ...]]) -> None:
        """Show these names and figures instead of what was shown."""
        self._lines = list(lines)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, *figures) in enumerate(self._lines):
            self._grid.addWidget(ElidedLabel(name, "sub", self), at, 0)
            for place, figure in enumerate(figures, 1):
                label = Label(figure, "figure", self)
                label.setAlignment(_RIGHT)
                label.setAccessibleName(f"{name}: {figure}")
                self._grid.addWidget(label, at, place)

    def lines(self) -> list[tuple[str, ...]]:
        """The names and figures that are shown."""
        return list(self._lines)
