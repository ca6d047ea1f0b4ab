"""The customer's own typing in a form: first the secret answer, then the new password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.customer_asks import CustomerAsk, Typing, Wanted, why_not
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.check_line import CheckLine, CheckState
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.guard.member_secrets import PreparedPassword
    from db.queries.members import MemberFacts
    from desktop.case import Case
    from desktop.customer_asks import CustomerGave
    from desktop.desk import Desk


class TypedPassword(Translated, QWidget):
    """Staff see who has typed what: never the answer, never the password."""

    wanted = Signal(object)  # CustomerAsk
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("clear")
        self.password: PreparedPassword | None = None
        self._member: MemberFacts | None = None
        self._passed = False
        self._tries_left: int | None = None
        self._typing = Typing.NOT_YET
        self.button = Button("", ButtonKind.PLAIN, "screen", self)
        self.answer_line = CheckLine(self)
        self.password_line = CheckLine(self)
        self.setLayout(
            column(row(self.button, STRETCH), self.answer_line, self.password_line, gap=8)
        )
        self.button.clicked.connect(self.ask)
        self._case: Case | None = None
        self.retranslate()

    def begin(self, member: MemberFacts, case: Case) -> None:
        """Begin anew with a member in a contact."""
        self._member, self._case = member, case
        self.password, self._passed, self._tries_left = None, False, None
        reason = why_not(self._desk, case.contact.channel)
        self.button.setEnabled(not reason)
        self.button.setToolTip(reason)
        self.retranslate()

    def ask(self) -> None:
        """F9: put the window before the customer, for what is still missing."""
        member, case = self._member, self._case
        if member is None or case is None or not self.button.isEnabled():
            return
        first = Wanted.TRY if self._needs_answer() else Wanted.PASSWORD
        self.wanted.emit(
            CustomerAsk(
                (first,),
                case.contact.channel,
                case.contact.contact_id,
                login_id=member.login_id,
                member_id=member.member_id,
                question=member.question,
            )
        )

    def take_typing(self, state: Typing) -> None:
        """Show how far the customer is."""
        self._typing = state
        self.retranslate()

    def take(self, gave: CustomerGave) -> None:
        """Take what came of it; the right answer leads on to the password."""
        if gave.outcome is not None:
            self._passed = gave.outcome.passed
            self._tries_left = gave.outcome.tries_left
        if gave.password is not None:
            self.password = gave.password
        self._typing = Typing.NOT_YET
        self.retranslate()
        self.changed.emit()
        if gave.outcome is not None and gave.outcome.passed:
            self.ask()

    def problem(self) -> str:
        """What is still missing, or nothing."""
        if self._needs_answer() and self._tries_left == 0:
            return self.tr("No try is left today. Use the letter or the mail instead.")
        if self._needs_answer():
            return self.tr("Have the customer answer the secret question first (F9)")
        if self.password is None:
            return self.tr("Have the customer type the new password (F9)")
        return ""

    def retranslate(self) -> None:
        self.button.set_text(self.tr("The customer types") + "  F9")
        self._say_answer()
        typing = self._typing in (Typing.TYPING, Typing.FITS)
        if self.password is not None:
            words, state = self.tr("New password: set"), CheckState.KEPT
        elif typing and not self._needs_answer():
            words, state = self.tr("New password: being typed ••••••"), CheckState.OPEN
        else:
            words, state = self.tr("New password: not yet"), CheckState.OPEN
        self.password_line.say(words)
        self.password_line.show_state(state)

    def _say_answer(self) -> None:
        member = self._member
        self.answer_line.setVisible(member is None or member.has_secret)
        if self._passed:
            self.answer_line.say(self.tr("Secret answer: right"))
            self.answer_line.show_state(CheckState.KEPT)
        elif self._tries_left is not None:
            left = self._tries_left
            self.answer_line.say(self.tr("Secret answer: wrong, tries left today: %n", "", left))
            self.answer_line.show_state(CheckState.BROKEN)
        else:
            self.answer_line.say(self.tr("Secret answer: not yet"))
            self.answer_line.show_state(CheckState.OPEN)

    def _needs_answer(self) -> bool:
        return self._member is not None and self._member.has_secret and not self._passed
