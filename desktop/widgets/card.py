"""Cards: what belongs together, inside one thin frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget


class Card(QFrame):
    """A white sheet with an edge; give it a layout, or add to its column."""

    def __init__(self, layout: QLayout | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        if layout is None:
            column = QVBoxLayout()
            column.setContentsMargins(16, 12, 16, 12)
            column.setSpacing(8)
            layout = column
        self.setLayout(layout)


class Rule(QFrame):
    """A thin line between two parts, lying or standing."""

    def __init__(self, parent: QWidget | None = None, *, standing: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("rule")
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
