"""A sentence that may take a few lines and no more, so that it never squeezes its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from desktop.widgets.labels import Paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_LINES = 2


class ShortParagraph(Paragraph):
    """A wrapped sentence, cut short after some lines; the tooltip then has it whole."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        self._whole = text
        self._lines = _LINES
        super().__init__(text, role, parent)

    def set_lines(self, lines: int) -> None:
        """Take up to that many lines from now on."""
        if lines != self._lines:
            self._lines = lines
            self._cut()

    def setText(self, text: str) -> None:
        self._whole = text
        self._cut()

    def text(self) -> str:
        return self._whole

    def shown_text(self) -> str:
        """What can be read without the tooltip."""
        return self._text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self._fitting(self._whole)
        if shown != self._text:
            super().setText(shown)
        self.setAccessibleName(self._whole)
        self.setToolTip(self._whole if shown != self._whole else "")

    def _fitting(self, text: str) -> str:
        layout = QTextLayout(text, self.font())
        layout.setTextOption(_wrapping())
        layout.beginLayout()
        start = 0
        for _ in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                return text
            line.setLineWidth(self.width())
            start = line.textStart()
            end = start + line.textLength()
        layout.endLayout()
        if end >= len(text):
            return text
        last = self.fontMetrics().elidedText(
            text[start:], Qt.TextElideMode.ElideRight, self.width() - 1
        )
        return text[:start] + last


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option
