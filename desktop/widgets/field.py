"""Form fields: label above, hint beside it, and room below for what is wrong with the answer."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.labels import ElidedLabel, IconLabel, Label, Paragraph
from desktop.widgets.translated import Translated
from desktop.widgets.typed_text import Notice, PasswordEdit


class Field(QWidget):
    """An editor with its label; an error takes room that was kept for it, so nothing jumps.

    ``lines`` is how much room there is for a whole sentence; in one line, a longer one is cut.
    """

    def __init__(self, editor: QWidget, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.editor = editor
        self._label = Label("", "h3", self)
        self._hint = ElidedLabel("", "sub", self)
        self._mark = IconLabel("warn", "err", self, size="icon_chip")
        self._lines = lines
        self._below: Label = (ElidedLabel if lines == 1 else Paragraph)("", "err", self)
        self._label.setBuddy(editor)
        self._lay_out()
        self.show_error("")

    def set_label(self, text: str, hint: str = "") -> None:
        """Name the field, with a word on what is expected, such as its form."""
        self._label.setText(text)
        self._hint.setText(hint)
        self._name_editor()

    def show_error(self, text: str) -> None:
        """Say what is wrong and how to mend it; an empty text says that nothing is."""
        self._say("err", text)
        self.editor.setProperty("state", "error" if text else "")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def show_notice(self, text: str) -> None:
        """Say something less than an error in the same place."""
        if self.error() and not text:
            return
        self._say("warn", text)

    def error(self) -> str:
        """The error shown, or nothing."""
        return self._below.text() if self._below.property("role") == "err" else ""

    def notice(self) -> str:
        """The notice shown, or nothing."""
        return self._below.text() if self._below.property("role") == "warn" else ""

    def _say(self, role: str, text: str) -> None:
        self._below.set_role(role)
        # an empty line stays in the layout: that is the room kept
        self._below.setText(text)
        self._mark.show_icon("warn", theme.of(self).colour(role))
        self._mark.setVisible(bool(text))
        self._name_editor()

    def _name_editor(self) -> None:
        self.editor.setAccessibleName(self._label.text())
        parts = (self._hint.text(), self._below.text())
        self.editor.setAccessibleDescription(" ".join(part for part in parts if part))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self._label)
        above.addWidget(self._hint, 1)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        if self._lines > 1:
            line = ceil(1.45 * theme.of(self).type["sub"].px)
            self._below.setMinimumHeight(self._lines * line)
            self._below.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(above)
        column.addWidget(self.editor)
        column.addLayout(below)


class TextField(Field):
    """A field of one line of text."""

    def __init__(
        self, edit: QLineEdit | None = None, parent: QWidget | None = None, *, lines: int = 1
    ) -> None:
        self.edit = edit or QLineEdit()
        super().__init__(self.edit, parent, lines=lines)

    def text(self) -> str:
        """What has been typed."""
        return self.edit.text()


class PasswordField(Translated, TextField):
    """A password, with a word of warning when Caps Lock or the Japanese input is on."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        self._notice = Notice.NONE
        edit = PasswordEdit()
        super().__init__(edit, parent, lines=lines)
        edit.noticed.connect(self._warn)

    def retranslate(self) -> None:
        self._warn(self._notice)

    def _warn(self, notice: Notice) -> None:
        self._notice = notice
        texts = {
            Notice.NONE: "",
            Notice.CAPS_LOCK: self.tr("Caps Lock is on"),
            Notice.INPUT_METHOD: self.tr("Japanese input is on; switch it off to type"),
        }
        self.show_notice(texts[notice])
