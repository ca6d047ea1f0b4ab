"""The window that the customer types in: on their own monitor, or turned towards them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from db.guard.member_secrets import (
    AnswerOutcome,
    PreparedAnswer,
    PreparedPassword,
    prepare_answer,
    prepare_password,
    try_answer,
)
from desktop import theme
from desktop.customer_asks import CustomerAsk, CustomerGave, Typing, Wanted, why_not
from desktop.screens.customer_input.parts import AnswerPart, PasswordPart, both
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import Paragraph
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent
    from PySide6.QtWidgets import QLineEdit

    from db.engine import Database
    from desktop.desk import Desk
    from desktop.tasks import Task

    Prepared = tuple[PreparedPassword | tuple[str, ...] | None, PreparedAnswer | None]

_WIDTH = 820
_TEXT_SIZE = 125  # per cent: it is read across a counter
_FORGET_AFTER_MS = 3 * 60 * 1000
_TITLE = str(QT_TRANSLATE_NOOP("CustomerInput", "Please type this yourself"))
_LEAD = str(QT_TRANSLATE_NOOP("CustomerInput", "The staff cannot see what you type here."))
_OK = str(QT_TRANSLATE_NOOP("CustomerInput", "Hand in"))
_CANCEL = str(QT_TRANSLATE_NOOP("CustomerInput", "Stop"))
_WAIT = str(QT_TRANSLATE_NOOP("CustomerInput", "One moment…"))


class CustomerInput(Translated, QWidget):
    """Takes a new password, an answer to keep or one to try; only hashes ever leave it."""

    gave = Signal(object)  # CustomerGave, an empty one when the customer gave up
    progressed = Signal(object)  # Typing

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk = desk
        self._ask: CustomerAsk | None = None
        self._task: Task[Any] | None = None
        self._busy = False
        self._typing = Typing.NOT_YET
        self._dress()
        self._title = Paragraph("", "h2", self)
        self._lead = Paragraph("", "sub", self)
        self.password = PasswordPart(self)
        self.answer = AnswerPart(self)
        self.cancel = Button("", ButtonKind.PLAIN, parent=self)
        self.ok = Button("", ButtonKind.PRIMARY, parent=self)
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.setInterval(_FORGET_AFTER_MS)
        self._build()
        self._connect()
        self.retranslate()

    def ask(self, ask: CustomerAsk) -> None:
        """Show what to type; nothing when no customer stands there or the role may not."""
        if why_not(self._desk, ask.channel):
            return
        self._forget()
        self._ask = ask
        self.password.begin(ask.login_id)
        self.answer.begin(ask.question)
        self.password.setVisible(Wanted.PASSWORD in ask.wanted)
        self.answer.setVisible(Wanted.ANSWER in ask.wanted or Wanted.TRY in ask.wanted)
        self._place()
        self.show()
        self.raise_()
        self.activateWindow()
        self._edits()[0].setFocus()
        self._forgetting.start()
        self._tell(Typing.NOT_YET)

    def give_up(self) -> None:
        """Blank and close, as on cancelling, locking and leaving the customer."""
        if self._ask is None:
            return
        self._forget()
        self._tell(Typing.NOT_YET)
        self.gave.emit(CustomerGave())

    def finish(self) -> None:
        """Hash what was typed, or compare it, and blank at once."""
        ask = self._ask
        if ask is None or self._busy or not self._all_good():
            return
        work = self._work(ask)
        self._set_busy(True)
        self.password.clear()
        self.answer.clear()
        self._task = self._desk.tasks.run(self, work, self._take, self._fail)

    def retranslate(self) -> None:
        self.setWindowTitle(both(_TITLE, " / "))
        self._title.setText(both(_TITLE, " / "))
        self._lead.setText(both(_LEAD, " / "))
        self.cancel.set_text(both(_CANCEL, " / ") + "  Esc")
        self._set_busy(self._busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go_on()
            case Qt.Key.Key_Escape:
                self.give_up()
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.give_up()
        super().closeEvent(event)

    def _dress(self) -> None:
        look = theme.load(theme.of().name, _TEXT_SIZE)
        self.setProperty(theme.PROPERTY, look)
        self.setFont(look.font())
        self.setStyleSheet(theme.style_sheet(look))
        self.setMinimumWidth(_WIDTH)

    def _build(self) -> None:
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = row(STRETCH, self.cancel, self.ok, gap=16)
        parts = (self._title, self._lead, 10, self.answer, self.password, 14, buttons)
        self.setLayout(column(*parts, gap=8, margins=(40, 28, 40, 28)))

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.give_up)
        self.ok.clicked.connect(self.finish)
        self._forgetting.timeout.connect(self.give_up)
        for part in (self.password, self.answer):
            part.changed.connect(self._tell_progress)

    def _place(self) -> None:
        """On a monitor that the staff do not look at, if there is one; else in the middle."""
        owner = self.parentWidget()
        here = owner.screen() if owner is not None else QGuiApplication.primaryScreen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        room = (others[0] if others else here).availableGeometry()
        self.adjustSize()
        frame = self.frameGeometry()
        frame.moveCenter(room.center())
        self.move(frame.topLeft())

    def _parts(self) -> list[PasswordPart | AnswerPart]:
        parts: tuple[PasswordPart | AnswerPart, ...] = (self.answer, self.password)
        return [part for part in parts if part.isVisibleTo(self)]

    def _edits(self) -> list[QLineEdit]:
        return [edit for part in self._parts() for edit in part.edits()]

    def _go_on(self) -> None:
        """Enter: to the next line that is still empty, or done."""
        empty = [edit for edit in self._edits() if not edit.text()]
        if empty and not empty[0].hasFocus():
            empty[0].setFocus()
        else:
            self.finish()

    def _all_good(self) -> bool:
        wrong = [part for part in self._parts() if not part.judge()]
        if wrong:
            wrong[0].edits()[0].setFocus()
            wrong[0].edits()[0].selectAll()
        return not wrong

    def _tell_progress(self) -> None:
        if self._ask is None or self._busy:
            return
        parts = self._parts()
        self._forgetting.start()
        if all(part.fits() for part in parts):
            self._tell(Typing.FITS)
        else:
            started = any(part.started() for part in parts)
            self._tell(Typing.TYPING if started else Typing.NOT_YET)

    def _tell(self, typing: Typing) -> None:
        if typing is not self._typing:
            self._typing = typing
            self.progressed.emit(typing)

    def _work(self, ask: CustomerAsk) -> Callable[[], AnswerOutcome | Prepared]:
        desk, answer = self._desk, self.answer.answer.text()
        if Wanted.TRY in ask.wanted and ask.member_id is not None:
            return partial(
                try_answer,
                desk.database,
                ask.member_id,
                answer,
                contact_id=ask.contact_id,
                channel=ask.channel,
                by=desk.actor,
                now=desk.now,
            )
        return partial(_prepare, desk.database, ask, self.password.password(), answer)

    def _take(self, outcome: AnswerOutcome | Prepared) -> None:
        self._task = None
        self._set_busy(False)
        if isinstance(outcome, AnswerOutcome):
            self._close_with(CustomerGave(outcome=outcome))
            return
        password, answer = outcome
        if isinstance(password, tuple):
            self.password.refuse(password)
            self.answer.clear()
            self._edits()[0].setFocus()
            self._tell(Typing.NOT_YET)
            return
        self._close_with(CustomerGave(password, answer))

    def _close_with(self, gave: CustomerGave) -> None:
        self._forget()
        self._tell(Typing.SET)
        self.gave.emit(gave)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.give_up()
        self._desk.tasks.failed.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.ok.setEnabled(not busy)
        self.ok.set_text(both(_WAIT if busy else _OK, " / "))

    def _forget(self) -> None:
        self._forgetting.stop()
        if self._task is not None:
            self._task.drop()
        self._task = self._ask = None
        self._set_busy(False)
        self.password.clear()
        self.answer.clear()
        self.hide()


def _prepare(database: Database, ask: CustomerAsk, password: str, answer: str) -> Prepared:
    first: PreparedPassword | tuple[str, ...] | None = None
    second: PreparedAnswer | None = None
    if Wanted.PASSWORD in ask.wanted:
        first = prepare_password(database, password, login_id=ask.login_id, member_id=ask.member_id)
    if isinstance(first, tuple):
        return first, None
    if Wanted.ANSWER in ask.wanted and ask.question is not None:
        second = prepare_answer(ask.question, answer)
    return first, second
