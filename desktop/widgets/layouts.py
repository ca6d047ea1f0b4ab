"""Rows and columns of widgets, written as they are read on the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

STRETCH: Final = None
Part = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]


def row(*parts: Part, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Widgets side by side; an int is a gap in px, STRETCH takes what room is left."""
    layout = QHBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def column(*parts: Part, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Widgets below each other; an int is a gap in px, STRETCH takes what room is left."""
    layout = QVBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def clear_box(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """A see-through widget around a layout, for places that take only widgets."""
    box = QWidget(parent)
    box.setObjectName("clear")
    box.setLayout(layout)
    return box


def _fill(layout: QBoxLayout, parts: tuple[Part, ...], gap: int, margins: Margins) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for part in parts:
        match part:
            case None:
                layout.addStretch(1)
            case int():
                layout.addSpacing(part)
            case QLayout():
                layout.addLayout(part)
            case _:
                layout.addWidget(part)
