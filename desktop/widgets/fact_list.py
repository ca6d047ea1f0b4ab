"""Facts as label and value, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.widgets.labels import Label, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME_WIDTH = 132


class FactList(QWidget):
    """Rows of a name and a value; a long value takes more lines."""

    def __init__(self, parent: QWidget | None = None, *, name_width: int = _NAME_WIDTH) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, name_width)
        self._grid.setColumnStretch(1, 1)
        self._facts: list[tuple[str, str]] = []

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show these names and values instead of what was shown."""
        self._facts = list(facts)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line, (name, value) in enumerate(self._facts):
            title, shown = Label(name, "sub", self), Paragraph(value, "body", self)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{name}: {value}")
            self._grid.addWidget(title, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, line, 1)

    def facts(self) -> list[tuple[str, str]]:
        """The names and values that are shown."""
        return list(self._facts)
