"""The locked screen: whoever is signed in goes on with their password, others after a sign-out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from db.commands.desk_lock import record_locked
from db.guard.desk_lock import unlock
from db.rules.sign_in import Refusal
from desktop.curtain import Curtain
from desktop.errors import refusal_sentence, sentence
from desktop.idle import IdleWatch
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.field import PasswordField
from desktop.widgets.labels import IconLabel, Label, Paragraph
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMainWindow

    from db.rules.sign_in import SignInRefused
    from desktop.desk import Desk

_WIDTH = 456
_LANGUAGE_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class LockScreen(Translated, QFrame):
    """Lies over the whole main window until the password proves who is there.

    It locks by itself after the bureau's idle minutes (desktop.idle), and when told to.
    """

    locked = Signal()  # the work is about to be hidden
    unlocked = Signal()
    sign_out_wanted = Signal()

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._busy = False
        self._refused: SignInRefused | None = None
        self._error: Exception | None = None
        self._curtain = Curtain(window, self)
        self._watch = IdleWatch(desk, self)
        self._title = Label("", "h1", self)
        self._who = Label("", "body", self)
        self._hint = Paragraph("", "sub", self)
        self.problem = Banner(Kind.ERR, "", self)
        self.password = PasswordField(self, lines=2)
        self.button = Button("", ButtonKind.PRIMARY, parent=self)
        self.sign_out = Button("", ButtonKind.PLAIN, parent=self)
        self.language = Button("", ButtonKind.GHOST, "languages", self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    @property
    def is_locked(self) -> bool:
        """Whether the screen is locked now."""
        return self._curtain.is_drawn

    def lock(self) -> None:
        """Lock at once, even while the database is away and nobody can write it down."""
        if self.is_locked:
            return
        self._forget()
        self._watch.rest()
        self.locked.emit()  # whoever closes a window of their own does so before all are hidden
        self._curtain.draw(self._window_title())
        self.password.edit.setFocus()
        work = partial(record_locked, by=self._desk.actor, now=self._desk.now)
        self._desk.tasks.write(self, work, _nothing)

    def rest(self) -> None:
        """Lock no more by itself: whoever worked here is leaving."""
        self._watch.rest()

    def retranslate(self) -> None:
        staff = self._desk.staff
        japanese = self._desk.language.code == "ja"
        name = staff.name if japanese else staff.latin_name or staff.name
        self._title.setText(self.tr("The screen is locked"))
        told = self.tr("{name} ({login_id}) is signed in here.")
        self._who.setText(told.format(name=name, login_id=staff.login_id))
        self._hint.setText(
            self.tr(
                "Everything typed is kept. Somebody else? Sign out first; "
                "what was begun stays with {name}."
            ).format(name=name)
        )
        self.password.set_label(self.tr("Password"))
        self.language.set_text(self.tr("日本語 / English"))
        self.sign_out.set_text(self.tr("Sign out"))
        self._show_state()
        if self.is_locked:
            self._curtain.rename(self._window_title())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        elif event.key() == Qt.Key.Key_L and event.modifiers() == _LANGUAGE_KEYS:
            self._desk.language.toggle()
        elif event.key() == Qt.Key.Key_F5 and self._error is not None:
            self._submit()
        # and no other key goes on to the window behind

    def _submit(self) -> None:
        if self._busy:
            return
        self._refused, self._error = None, None
        if not self.password.text():
            self._show_state()
            self.password.show_error(self.tr("Type your password"))
            self.password.edit.setFocus()
            return
        self._set_busy(True)
        work = partial(
            unlock,
            self._desk.database,
            self._desk.staff,
            self.password.text(),
            desk=self._desk.settings.desk,
            now=self._desk.now,
        )
        self._desk.tasks.run(self, work, self._take_outcome, self._take_failure)

    def _take_outcome(self, refused: SignInRefused | None) -> None:
        self._refused = refused
        self._set_busy(False)
        if refused is not None:
            self.password.edit.setFocus()
            self.password.edit.selectAll()
            return
        self._forget()
        self._curtain.lift()
        self._watch.start()
        self.unlocked.emit()

    def _take_failure(self, error: Exception) -> None:
        self._error = error
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for button in (self.button, self.sign_out):
            button.setEnabled(not busy)
        self._show_state()

    def _leave(self) -> None:
        self._forget()
        self.sign_out_wanted.emit()

    def _forget(self) -> None:
        self._refused, self._error = None, None
        self.password.edit.setText("")
        self._show_state()

    def _show_state(self) -> None:
        self.button.set_text(self.tr("Unlocking…") if self._busy else self.tr("Unlock"))
        self.password.show_error(self._refusal() if self._refused is not None else "")
        self.problem.setVisible(self._error is not None)
        if self._error is not None:
            self.problem.say(sentence(self._error))

    def _refusal(self) -> str:
        if self._refused is None:
            return ""
        if self._refused.reason is Refusal.WRONG:
            return self.tr("This is not your password. Type it again; five failures lock the ID.")
        return refusal_sentence(self._refused)

    def _window_title(self) -> str:
        return self.tr("Mizumado: locked")

    def _connect(self) -> None:
        self._watch.idle.connect(self.lock)
        self.button.clicked.connect(self._submit)
        self.sign_out.clicked.connect(self._leave)
        self.language.clicked.connect(self._desk.language.toggle)

    def _lay_out(self) -> None:
        sheet = column(
            row(IconLabel("lock", "primary", self, size="icon_brand"), self._title, STRETCH),
            4,
            self._who,
            self.problem,
            8,
            self.password,
            row(self.sign_out, STRETCH, self.button),
            6,
            self._hint,
            gap=4,
            margins=(28, 22, 28, 22),
        )
        card = Card(sheet, self)
        card.setFixedWidth(_WIDTH)
        self.setLayout(
            column(
                row(STRETCH, self.language),
                STRETCH,
                row(STRETCH, card, STRETCH),
                STRETCH,
                gap=0,
                margins=(16, 12, 16, 28),
            )
        )


def _nothing(_value: None) -> None:
    """A locked screen shows that it is locked."""
