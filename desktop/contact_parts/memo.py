"""The memo of a contact, with the phrases that are written again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.contact_parts.snippets import read_snippets
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.memo_edit import MemoEdit
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.desk import Desk

_BY_DIGIT = 9


class Memo(Translated, QWidget):
    """Free text; a list of phrases opens below the button, a digit takes one of them."""

    changed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("clear")
        self.title = Label("", "h3", self)
        self.phrases = Button("", ButtonKind.GHOST, parent=self)
        self.edit = MemoEdit(self)
        self.title.setBuddy(self.edit)
        self.menu = QMenu(self)
        self.setLayout(column(row(self.title, STRETCH, self.phrases), self.edit, gap=3))
        self._connect()
        self.retranslate()

    def text(self) -> str:
        """What has been written."""
        return self.edit.toPlainText()

    def show_text(self, text: str) -> None:
        """Show the memo of a contact."""
        self.edit.show_text(text)

    def offer_phrases(self) -> None:
        """List the phrases below their button."""
        self._fill_menu()
        self.menu.popup(self.phrases.mapToGlobal(self.phrases.rect().bottomLeft()))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Memo"))
        self.edit.setAccessibleName(self.tr("Memo"))
        self.edit.setPlaceholderText(self.tr("Question and answer"))
        self.phrases.set_text(self.tr("Phrases"))
        self.phrases.setToolTip(self.tr("Phrases for the memo (Ctrl+T)"))
        self.menu.setAccessibleName(self.tr("Phrases for the memo"))

    def _connect(self) -> None:
        self.edit.edited.connect(self.changed)
        self.edit.left.connect(self.left)
        self.phrases.clicked.connect(self.offer_phrases)
        self.menu.triggered.connect(self._write)

    def _fill_menu(self) -> None:
        self.menu.clear()
        for number, phrase in enumerate(read_snippets(self._desk.language.code), start=1):
            title = phrase.title.replace("&", "&&")
            key = f"&{number}  " if number <= _BY_DIGIT else ""
            self.menu.addAction(f"{key}{title}").setData(phrase.text)

    def _write(self, phrase: QAction) -> None:
        self.edit.insert_line(str(phrase.data()))
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
