"""Choosing a new password: at the first sign-in because one must, later because one wants to."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog

from db.errors import RuleBroken
from db.guard.passwords import change_password
from db.rules.passwords import MAX_LENGTH, MIN_LENGTH, Problem, problems
from db.rules.sign_in import Refusal
from desktop.errors import refusal_sentence, sentence
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.check_line import CheckLine, CheckState
from desktop.widgets.field import PasswordField
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from db.rules.sign_in import SignInRefused
    from desktop.desk import Desk

_WIDTH = 560
_ESC = "  Esc"
_REUSED = "password.reused"
# what breaks each line of the rules, in their order on the screen
_BROKEN_BY: tuple[tuple[str, ...], ...] = (
    (Problem.TOO_SHORT, Problem.TOO_LONG, Problem.UNREADABLE),
    (Problem.IS_LOGIN_ID,),
    (Problem.COMMON,),
    (Problem.PREDICTABLE,),
    (_REUSED,),
)


class NewPassword(Translated, QDialog):
    """Asks for the present password and twice for a new one; nothing typed outlives its use."""

    done_with = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._must = desk.staff.must_change_password
        self._busy = False
        self._tried = False
        self._refused: SignInRefused | None = None
        self._error: Exception | None = None
        self.setMinimumWidth(_WIDTH)
        self._title = Label("", "h1", self)
        self._reason = Paragraph("", "body", self)
        self.problem = Banner(Kind.ERR, "", self)
        self.current = PasswordField(self, lines=2)
        self.new = PasswordField(self)
        self.rules = [CheckLine(self) for _ in _BROKEN_BY]
        self.again = PasswordField(self)
        self.cancel = Button("", ButtonKind.PLAIN, parent=self)
        self.button = Button("", ButtonKind.PRIMARY, parent=self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.current.edit.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Change password"))
        self._name_purpose()
        self.new.set_label(self.tr("New password"))
        self.again.set_label(self.tr("New password again"))
        lines = (
            self.tr("{least} to {most} characters; longer is safer, Japanese is welcome"),
            self.tr("Not your ID, not even with digits behind it"),
            self.tr("Not one of the commonest passwords"),
            self.tr("Not a simple row or repetition, such as 12345678"),
            self.tr("Not your present password"),
        )
        for line, words in zip(self.rules, lines, strict=True):
            line.say(words.format(least=MIN_LENGTH, most=MAX_LENGTH))
        self.button.set_text(self.tr("Changing…") if self._busy else self.tr("Change password"))
        self._show_faults()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        elif event.key() == Qt.Key.Key_F5 and self._error is not None:
            self._submit()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        if self._busy:
            return
        self._forget()
        self.cancelled.emit()
        super().reject()

    def _name_purpose(self) -> None:
        if self._must:
            self._title.setText(self.tr("Choose your own password"))
            self._reason.setText(
                self.tr(
                    "The password you were given is good for one use. "
                    "Choose one that only you know, then your work begins."
                )
            )
            self.current.set_label(self.tr("The password you were given"))
            self.cancel.set_text(self.tr("Back to sign-in") + _ESC)
        else:
            self._title.setText(self.tr("Change password"))
            self._reason.setText(self.tr("You will need it from your next sign-in on."))
            self.current.set_label(self.tr("Present password"))
            self.cancel.set_text(self.tr("Cancel") + _ESC)

    def _lay_out(self) -> None:
        self.problem.hide()
        for button in (self.cancel, self.button):
            button.setAutoDefault(False)
        self.setLayout(
            column(
                self._title,
                4,
                self._reason,
                self.problem,
                10,
                self.current,
                self.new,
                column(*self.rules, gap=2),
                10,
                self.again,
                10,
                row(STRETCH, self.cancel, self.button),
                gap=6,
                margins=(28, 22, 28, 22),
            )
        )

    def _connect(self) -> None:
        self.current.edit.textEdited.connect(self._forget_refusal)
        for field in self._fields():
            field.edit.textChanged.connect(self._show_faults)
        self.cancel.clicked.connect(self.reject)
        self.button.clicked.connect(self._submit)

    def _fields(self) -> tuple[PasswordField, ...]:
        return (self.current, self.new, self.again)

    def _go_on(self) -> None:
        """Enter: to the next field that is still empty, or on with it."""
        empty = [field for field in self._fields() if not field.text()]
        if not empty or empty[0].edit.hasFocus():
            self._submit()
        else:
            empty[0].edit.setFocus()

    def _submit(self) -> None:
        if self._busy:
            return
        self._tried, self._error, self._refused = True, None, None
        self._show_faults()
        wrong = [field for field in self._fields() if field.error()]
        if wrong:
            self._type_again(wrong[0])
            return
        self._set_busy(True)
        work = partial(
            change_password,
            self._desk.database,
            self._desk.staff,
            current=self.current.text(),
            new=self.new.text(),
            desk=self._desk.settings.desk,
            now=self._desk.now,
        )
        self._desk.tasks.run(self, work, self._take_outcome, self._take_failure)

    def _take_outcome(self, refused: SignInRefused | None) -> None:
        self._set_busy(False)
        self._refused = refused
        self._show_faults()
        if refused is not None:
            self._type_again(self.current)
            return
        self._forget()
        self._desk.messages.note(self.tr("Your password was changed."))
        self.done_with.emit()

    def _take_failure(self, error: Exception) -> None:
        self._set_busy(False)
        self._error = error
        self._show_faults()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for button in (self.button, self.cancel):
            button.setEnabled(not busy)
        self.retranslate()

    def _forget(self) -> None:
        self._tried = False
        for field in self._fields():
            field.edit.setText("")

    def _forget_refusal(self) -> None:
        self._refused = None

    @staticmethod
    def _type_again(field: PasswordField) -> None:
        field.edit.setFocus()
        field.edit.selectAll()

    def _show_faults(self) -> None:
        found = self._found()
        for line, codes in zip(self.rules, _BROKEN_BY, strict=True):
            line.show_state(self._state(found, codes))
        told = (self._about_current(), self._about_new(found), self._about_again())
        for field, words in zip(self._fields(), told, strict=True):
            field.show_error(words if self._tried else "")
        self.problem.setVisible(self._error is not None)
        if self._error is not None:
            self.problem.say(sentence(self._error))

    def _found(self) -> tuple[str, ...]:
        new, current = self.new.text(), self.current.text()
        found: tuple[str, ...] = problems(new, self._desk.staff.login_id)
        same = bool(new) and _folded(new) == _folded(current)
        return (*found, _REUSED) if same else found

    def _state(self, found: tuple[str, ...], codes: tuple[str, ...]) -> CheckState:
        if not self.new.text():
            return CheckState.OPEN
        if found and not set(found).isdisjoint(codes):
            return CheckState.BROKEN if self._tried else CheckState.OPEN
        return CheckState.KEPT

    def _about_current(self) -> str:
        if self._refused is not None:
            if self._refused.reason is Refusal.WRONG:
                return self.tr(
                    "This is not your present password. Type it again; five failures lock the ID."
                )
            return refusal_sentence(self._refused)
        return "" if self.current.text() else self.tr("Type the password you signed in with")

    def _about_new(self, found: tuple[str, ...]) -> str:
        if not self.new.text():
            return self.tr("Type a new password")
        return sentence(RuleBroken(found[0])) if found else ""

    def _about_again(self) -> str:
        if self.again.text() and self.again.text() == self.new.text():
            return ""
        if not self.again.text():
            return self.tr("Type the new password a second time")
        return self.tr("The two are not the same. Type it again.")


def _folded(password: str) -> str:
    return unicodedata.normalize("NFKC", password)
