"""A field of several lines, for the text of an announcement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.widgets.field import Field
from desktop.widgets.memo_edit import MemoEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_HEIGHT = 132


class BodyField(Field):
    """Takes the text as it will be read, line by line; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.edit = MemoEdit()
        self.edit.setFixedHeight(_HEIGHT)
        super().__init__(self.edit, parent)

    def text(self) -> str:
        """What has been typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text instead."""
        self.edit.show_text(text)
