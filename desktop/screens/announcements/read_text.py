"""The text of an announcement, to be read and not to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LINE_HEIGHT = 155


class ReadText(QTextBrowser):
    """Plain text from its beginning, set wide enough to be read aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    def show_text(self, text: str) -> None:
        """Show another text; the same one stays where it was scrolled to."""
        if text == self.toPlainText():
            return
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        airy = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        airy.setLineHeight(_LINE_HEIGHT, kind)
        cursor.mergeBlockFormat(airy)
        self.moveCursor(QTextCursor.MoveOperation.Start)
