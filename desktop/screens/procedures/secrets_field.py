"""What the customer types themself, as the staff see it: set or not yet, never what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.customer_asks import CustomerAsk, CustomerGave, Typing, Wanted, why_not
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.chip import Chip
from desktop.widgets.field import Field
from desktop.widgets.layouts import STRETCH, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.guard.member_secrets import PreparedAnswer, PreparedPassword
    from db.rules.member_words import SecretQuestion
    from desktop.case import Case
    from desktop.desk import Desk


class SecretsField(Translated, Field):
    """A button that opens the customer's window, and how far they are in it."""

    wanted = Signal()  # F9 or the button
    changed = Signal()

    def __init__(
        self, desk: Desk, case: Case, parts: tuple[Wanted, ...], parent: QWidget | None = None
    ) -> None:
        self._desk = desk
        self._case = case
        self._parts = parts
        self._typing = Typing.NOT_YET
        self.password: PreparedPassword | None = None
        self.answer: PreparedAnswer | None = None
        box = QWidget()
        box.setObjectName("clear")
        self.button = Button("", ButtonKind.PLAIN, "screen", box)
        self.chips = {part: Chip(parent=box) for part in parts}
        box.setLayout(row(self.button, *self.chips.values(), STRETCH))
        box.setFocusProxy(self.button)
        super().__init__(box, parent)
        self.button.clicked.connect(self.wanted)
        self.retranslate()

    def ask(
        self, login_id: str, question: SecretQuestion | None, member_id: int | None = None
    ) -> CustomerAsk | None:
        """What to ask the customer, or None when no customer can type now."""
        contact = self._case.contact
        if why_not(self._desk, contact.channel):
            return None
        return CustomerAsk(
            wanted=self._parts,
            channel=contact.channel,
            contact_id=contact.contact_id,
            login_id=login_id,
            member_id=member_id,
            question=question,
        )

    def take(self, gave: CustomerGave) -> None:
        """Keep what came; a customer who gave up leaves what was set before."""
        self.password = gave.password or self.password
        self.answer = gave.answer or self.answer
        self._typing = Typing.NOT_YET
        self.retranslate()
        self.changed.emit()

    def show_typing(self, typing: Typing) -> None:
        """Say how far the customer is."""
        self._typing = typing
        self.retranslate()

    def forget_unfit(self, login_id: str, question: SecretQuestion | None) -> None:
        """Drop what was made for another login ID or another question."""
        if self.password is not None and self.password.login_id != login_id:
            self.password = None
        if self.answer is not None and self.answer.question is not question:
            self.answer = None
        self.retranslate()

    def state(self, part: Wanted) -> str:
        """The words for how far one part is."""
        return self._states()[self._state_of(part)]

    def problem(self) -> str:
        """What to wait for before going on."""
        typing = self._typing in (Typing.TYPING, Typing.FITS)
        return self.tr("The customer is still typing in their own window") if typing else ""

    def chips_text(self) -> str:
        """What the staff read of it."""
        return " ".join(chip.text() for chip in self.chips.values())

    def retranslate(self) -> None:
        self.button.set_text(self.tr("Customer types") + "  F9")
        reason = why_not(self._desk, self._case.contact.channel)
        self.button.setEnabled(not reason)
        self.button.setToolTip(reason)
        names = {
            Wanted.PASSWORD: self.tr("Password: {state}"),
            Wanted.ANSWER: self.tr("Answer: {state}"),
        }
        for part, chip in self.chips.items():
            done = self._state_of(part) in (Typing.SET, Typing.FITS)
            words = names.get(part, "{state}").format(state=self.state(part))
            chip.show_state(words, Kind.OK if done else Kind.MUTE, "check" if done else "minus")

    def _state_of(self, part: Wanted) -> Typing:
        given = self.password if part is Wanted.PASSWORD else self.answer
        if self._typing in (Typing.TYPING, Typing.FITS):
            return self._typing
        return Typing.SET if given is not None else Typing.NOT_YET

    def _states(self) -> dict[Typing, str]:
        return {
            Typing.NOT_YET: self.tr("not set yet"),
            Typing.TYPING: "••••",
            Typing.FITS: "•••• " + self.tr("fits the rules"),
            Typing.SET: self.tr("set"),
        }
