"""The right side of the login: ID, password, and why somebody is turned away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame

from desktop.errors import refusal_sentence, sentence
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.field import PasswordField, TextField
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated
from desktop.widgets.typed_text import CodeEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db.rules.sign_in import SignInRefused
    from desktop.settings import Memory

_WIDTH = 456
_REMEMBERED = "login/id"


class SignInForm(Translated, QFrame):
    """ID and password; usable before the database is known, and it never loses what was typed."""

    submitted = Signal(str, str)
    retry_wanted = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setFixedWidth(_WIDTH)
        self._memory = memory
        self._busy = False
        self._refused: SignInRefused | None = None
        self._error: Exception | None = None
        self._title = Label("", "h1", self)
        self.problem = Banner(Kind.ERR, "", self)
        self.retry = QAction(self)
        self.retry.setShortcut(QKeySequence("F5"))
        self.login_id = TextField(CodeEdit(), self)
        self.password = PasswordField(self, lines=2)
        self.remember = QCheckBox(self)
        self.button = Button("", ButtonKind.PRIMARY, parent=self)
        self.again = Button("", ButtonKind.PRIMARY, parent=self)
        self.practice = PracticeLogin(self)
        self._lay_out()
        self._connect()
        self._recall()
        self._show_problem()
        self.retranslate()
        self.begin()

    def begin(self) -> None:
        """Put the cursor where the first thing is missing."""
        first = self.password if self.login_id.text() else self.login_id
        first.edit.setFocus()

    def submit(self) -> None:
        """Hand over ID and password, unless one is missing or a check is under way."""
        if self._busy or self._error is not None:
            return
        self._refused = None
        self._show_refusal()
        for field, told in self._asked():
            if not field.text().strip():
                field.show_error(told)
                field.edit.setFocus()
                return
        self.submitted.emit(self.login_id.text().strip(), self.password.text())

    def set_busy(self, busy: bool) -> None:
        """Say that the password is being checked; until then another Enter does nothing."""
        self._busy = busy
        self.button.setEnabled(not busy)
        self._name_button()

    def is_broken(self) -> bool:
        """Whether nobody can sign in until the database is mended."""
        return self._error is not None

    def show_problem(self, error: Exception | None) -> None:
        """Say what is wrong with the database, or None for nothing; what was typed stays."""
        was_broken, self._error = self.is_broken(), error
        self._show_problem()
        if was_broken and error is None:
            self.begin()

    def show_refused(self, refused: SignInRefused) -> None:
        """Say why nobody was let in, with the password selected to be typed anew."""
        self._refused = refused
        self._show_refusal()
        self.password.edit.setFocus()
        self.password.edit.selectAll()

    def reset(self) -> None:
        """Empty the form for the next person; the ID stays if the desk remembers it."""
        self._refused = None
        self.password.edit.setText("")
        self._recall()
        self._show_refusal()
        self.set_busy(False)
        self.begin()

    def keep_id(self) -> None:
        """Remember the ID that just got in, or forget it, as ticked."""
        wanted = self.remember.isChecked()
        self._memory.keep_text(_REMEMBERED, self.login_id.text().strip() if wanted else "")

    def retranslate(self) -> None:
        self._title.setText(self.tr("Sign in"))
        self.login_id.set_label(self.tr("ID"))
        self.password.set_label(self.tr("Password"))
        self.remember.setText(self.tr("Remember my ID on this desk"))
        self.retry.setText(self.tr("Try again"))
        self._name_button()
        self._show_refusal()
        if self._error is not None:
            self.problem.say(sentence(self._error))

    def _asked(self) -> tuple[tuple[TextField, str], ...]:
        return (
            (self.login_id, self.tr("Type your ID")),
            (self.password, self.tr("Type your password")),
        )

    def _name_button(self) -> None:
        self.button.set_text(self.tr("Signing in…") if self._busy else self.tr("Sign in"))

    def _recall(self) -> None:
        remembered = self._memory.text(_REMEMBERED)
        self.login_id.edit.setText(remembered)
        self.remember.setChecked(bool(remembered))

    def _show_refusal(self) -> None:
        self.login_id.show_error("")
        self.password.show_error(refusal_sentence(self._refused) if self._refused else "")

    def _show_problem(self) -> None:
        broken = self._error is not None
        self.problem.setVisible(broken)
        self.retry.setEnabled(broken)
        self.again.setVisible(broken)
        self.button.setVisible(not broken)
        for part in (self.login_id, self.password, self.remember, self.practice):
            part.setEnabled(not broken)
        if self._error is not None:
            self._refused = None
            self._show_refusal()
            self.problem.say(sentence(self._error))
            self.again.setFocus()

    def _connect(self) -> None:
        self.button.clicked.connect(self.submit)
        self.retry.triggered.connect(self.retry_wanted)
        self.practice.taken.connect(self._take_practice)

    def _take_practice(self, login_id: str, password: str) -> None:
        self.login_id.edit.setText(login_id)
        self.password.edit.setText(password)
        self.button.setFocus()

    def _lay_out(self) -> None:
        self.again.follow(self.retry, shows_key=True)
        self.addAction(self.retry)
        self.setLayout(
            column(
                self._title,
                6,
                self.problem,
                self.login_id,
                self.password,
                self.remember,
                4,
                self.button,
                self.again,
                8,
                self.practice,
                gap=4,
                margins=(28, 20, 28, 24),
            )
        )


class PracticeLogin(Translated, QFrame):
    """The sign-in of the fictional town, shown to everybody, and a key that types it."""

    taken = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "quiet")
        self._login = ("", "")
        self._words = Label("", "figure", self, selectable=True)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._heading = Label("", "sub", self)
        self.action = QAction(self)
        self.action.setShortcut(QKeySequence("Alt+P"))
        self.action.triggered.connect(self._hand_over)
        self.addAction(self.action)
        self.button = Button("", ButtonKind.PLAIN, parent=self)
        self.button.follow(self.action, shows_key=True)
        words = column(self._heading, self._words, gap=0)
        self.setLayout(row(words, STRETCH, self.button, margins=(12, 8, 12, 8)))
        self.retranslate()
        self.hide()

    def offer(self, login: tuple[str, str] | None) -> None:
        """Show an ID and its password, or nothing outside practice."""
        self.setVisible(login is not None)
        self._login = login or ("", "")
        self._words.setText("  ".join(self._login))

    def retranslate(self) -> None:
        self._heading.setText(self.tr("ID and password for practice"))
        self.action.setText(self.tr("Fill in"))

    def _hand_over(self) -> None:
        self.taken.emit(*self._login)
