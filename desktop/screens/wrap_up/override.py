"""A supervisor taking it upon themselves that somebody is who they say they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog

from db.commands.audit import Actor
from db.guard.sign_in import SignInRefused, confirm
from desktop import contact_words
from desktop.errors import refusal_sentence, sentence
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.field import PasswordField, TextField
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated
from desktop.widgets.typed_text import CodeEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from db.rules.contact_words import Speaker
    from desktop.desk import Desk

_WIDTH = 520
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OverrideDialog(Translated, QDialog):
    """Asks for a supervisor's own ID and password, and for the reason; F12 or Enter carries on."""

    approved = Signal(object, str)  # Actor (the supervisor), reason

    def __init__(self, desk: Desk, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._speaker = speaker
        self._reason = ""
        self.setMinimumWidth(_WIDTH)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.title = Label("", "h1", self)
        self.advice = Paragraph("", "body", self)
        self.problem = Banner(Kind.ERR, "", self)
        self.login_id = TextField(CodeEdit(), self)
        self.password = PasswordField(self)
        self.reason = TextField(None, self, lines=2)
        self.cancel = Button("", parent=self)
        self.button = Button("", ButtonKind.PRIMARY, parent=self)
        self._build()
        self.cancel.clicked.connect(self.reject)
        self.button.clicked.connect(self._submit)
        self.retranslate()
        self.login_id.edit.setFocus()

    def show_problem(self, text: str) -> None:
        """Say why it was not done; the password is to be typed again."""
        self.password.edit.clear()
        self.problem.say(text)
        self.problem.setVisible(bool(text))
        self.button.setEnabled(True)
        if text:
            self.password.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("A supervisor decides"))
        self.title.setText(self.tr("A supervisor decides"))
        told = self.tr(
            "The speaker is taken for known as: {speaker}. Name and reason of the supervisor are "
            "recorded with the contact."
        )
        self.advice.setText(told.format(speaker=contact_words.speaker(self._speaker)))
        self.login_id.set_label(self.tr("Supervisor's ID"))
        self.password.set_label(self.tr("Supervisor's password"))
        self.reason.set_label(self.tr("Reason"), self.tr("what convinced you"))
        self.cancel.set_text(self.tr("Cancel  Esc"))
        self.button.set_text(self.tr("Take for known  F12"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F12:
            self._submit()
        elif event.key() in _ENTER:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self.password.edit.clear()
        super().done(result)

    def _build(self) -> None:
        self.problem.hide()
        for button in (self.cancel, self.button):
            button.setAutoDefault(False)
        fields = (self.login_id, self.password, self.reason)
        buttons = row(STRETCH, self.cancel, self.button)
        parts = (self.title, self.advice, self.problem, *fields, buttons)
        self.setLayout(column(*parts, gap=8, margins=(28, 22, 28, 22)))

    def _fields(self) -> tuple[TextField, ...]:
        return (self.login_id, self.password, self.reason)

    def _go_on(self) -> None:
        empty = [field for field in self._fields() if not field.text().strip()]
        if not empty or empty[0].edit.hasFocus():
            self._submit()
        else:
            empty[0].edit.setFocus()

    def _submit(self) -> None:
        if not self.button.isEnabled():
            return
        wanting = [field for field in self._fields() if not field.text().strip()]
        for field in self._fields():
            field.show_error(self.tr("Please fill this in") if field in wanting else "")
        if wanting:
            wanting[0].edit.setFocus()
            return
        self.button.setEnabled(False)
        self._reason = self.reason.text().strip()
        work = partial(
            confirm,
            self._desk.database,
            self.login_id.text().strip(),
            self.password.text(),
            desk=self._desk.settings.desk,
            now=self._desk.now,
        )
        self.password.edit.clear()
        self._desk.tasks.run(self, work, self._take, self._fail)

    def _take(self, outcome: int | SignInRefused) -> None:
        if isinstance(outcome, SignInRefused):
            self.show_problem(refusal_sentence(outcome))
        else:
            self.approved.emit(Actor(outcome, self._desk.settings.desk), self._reason)

    def _fail(self, error: Exception) -> None:
        self.show_problem(sentence(error))
