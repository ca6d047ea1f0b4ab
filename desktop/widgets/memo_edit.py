"""A few lines of free text: plain, airy, and left with Tab."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

_LINE_HEIGHT = 145
_INVISIBLE = {"Cc", "Cf", "Cs"}


class MemoEdit(QTextEdit):
    """Takes text without its looks; what cannot be seen stays out when it is pasted."""

    edited = Signal()  # by the clerk, not by the program
    left = Signal()  # the focus has gone elsewhere

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._air()
        self.textChanged.connect(self.edited)

    def show_text(self, text: str) -> None:
        """Show another text, which is nobody's edit and cannot be undone."""
        told = self.blockSignals(True)
        self.setPlainText(text)
        self._air()
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.blockSignals(told)

    def insert_line(self, text: str) -> None:
        """Write a text where the cursor stands, on a line of its own."""
        cursor = self.textCursor()
        before = "" if cursor.atBlockStart() else "\n"
        cursor.insertText(before + text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(_visible(source.text()))
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _air(self) -> None:
        # a line plainly set touches the next one in this type
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        airy = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        airy.setLineHeight(_LINE_HEIGHT, kind)
        cursor.mergeBlockFormat(airy)


def _visible(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in _INVISIBLE)
