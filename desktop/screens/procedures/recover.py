"""A forgotten login ID or password: the ID for the customer alone, the password made anew."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from db.commands.member_changes import set_password
from db.commands.member_recovery import LetterSecret, reset_by_letter, reset_by_mail, show_login_id
from db.guard.member_secrets import PreparedOneTime, prepare_one_time
from db.queries.members import MemberForm as MemberOnFile
from db.queries.members import member_full
from db.rules.contact_words import Channel
from db.rules.control_copy import Field, NextStep, Withheld
from db.rules.member_words import Procedure
from db.rules.receipts import receipt_number
from desktop.screens.procedures.form import Checked, Done
from desktop.screens.procedures.letter import LetterOut
from desktop.screens.procedures.member_form import MemberForm, entered
from desktop.screens.procedures.typed_password import TypedPassword
from desktop.widgets.combo import ComboField
from desktop.widgets.labels import Paragraph
from desktop.widgets.layouts import STRETCH, column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from db.engine import Database
    from desktop.case import Case
    from desktop.customer_asks import CustomerGave, Typing
    from desktop.desk import Desk
    from desktop.screens.procedures.form import Problem, Work


class RecoveryWay(StrEnum):
    """How the customer gets in again."""

    TYPED = "typed"
    MAIL = "mail"
    LETTER = "letter"
    SHOW_ID = "show_id"


_BY_CHANNEL = {
    Channel.COUNTER: tuple(RecoveryWay),
    Channel.PHONE: (RecoveryWay.MAIL, RecoveryWay.LETTER),
}


class RecoverForm(MemberForm):
    """By phone only mail and letter; at the counter also the customer's own typing, and the ID."""

    procedure: ClassVar[Procedure] = Procedure.RECOVER

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self._on_file: MemberOnFile | None = None
        self._prepared: PreparedOneTime | None = None
        self._receipt = ""
        self._letter = LetterOut(desk, self)
        self.way: ComboField[RecoveryWay] = self.add("way", ComboField(self))
        self.way.setMaximumWidth(520)
        self.typed = TypedPassword(desk, self)
        self._means = Paragraph("", "sub", self)
        self.setLayout(column(self.way, self._means, self.typed, STRETCH, gap=10))
        self.way.chosen.connect(self._show_way)
        self.typed.wanted.connect(self.customer_wanted)
        self.typed.changed.connect(self.changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.way.set_label(self.tr("How the customer gets in again"))
        words = {
            RecoveryWay.TYPED: self.tr("The customer types a new password here"),
            RecoveryWay.MAIL: self.tr("One-time password by mail, valid 24 hours"),
            RecoveryWay.LETTER: self.tr("One-time password by letter, valid 14 days"),
            RecoveryWay.SHOW_ID: self.tr("Login ID, on paper for the customer"),
        }
        offered = _BY_CHANNEL.get(self.case.contact.channel, (RecoveryWay.LETTER,))
        self.way.set_choices([(way, words[way]) for way in offered])
        self._show_way()

    def title(self) -> str:
        return self.tr("ID and password recovery")

    def load(self, database: Database) -> Any:
        member = super().load(database)
        with database.reading() as session:
            return member, member_full(session, member.member_id)

    def fill(self, facts: Any) -> None:
        member, self._on_file = facts
        super().fill(member)
        self.typed.begin(self.member, self.case)
        self._show_way()

    def first_focus(self) -> QWidget | None:
        return self.way.editor

    def ask_customer(self) -> None:
        if self.way.value() is RecoveryWay.TYPED:
            self.typed.ask()

    def customer_is(self, state: Typing) -> None:
        self.typed.take_typing(state)

    def customer_gave(self, gave: CustomerGave) -> None:
        self.typed.take(gave)

    def restore(self, content: Mapping[str, str]) -> None:
        super().restore(content)
        self._show_way()

    def problems(self) -> Mapping[str, Problem]:
        problem = self.typed.problem() if self.way.value() is RecoveryWay.TYPED else ""
        return {"way": problem} if problem else {}

    def summary(self) -> Sequence[Checked]:
        lines = [
            Checked(self.tr("Name"), self.member.name),
            Checked(self.tr("How"), self.way.words()),
        ]
        if self.way.value() is RecoveryWay.MAIL:
            lines.append(Checked(self.tr("E-mail"), self.member.email_masked))
        if self.way.value() is RecoveryWay.LETTER:
            lines.append(Checked(self.tr("Address"), self.member.address_masked))
        return lines

    def act(self, key: str) -> Work:
        member_id, whole = self.member.member_id, self.of_contact(key)
        self._receipt = receipt_number(key, self.desk.now)
        match self.way.value():
            case RecoveryWay.MAIL:
                return self.writing(reset_by_mail, member_id, **whole)
            case RecoveryWay.LETTER:
                return partial(self._make_letter, member_id, whole)
            case RecoveryWay.SHOW_ID:
                contact_id = self.case.contact.contact_id
                return self.writing(show_login_id, member_id, contact_id=contact_id)
        return self.writing(set_password, member_id, self.typed.password, **whole)

    def done(self, outcome: Any) -> Done:
        match self.way.value():
            case RecoveryWay.MAIL:
                return self._done_by_mail(outcome.receipt)
            case RecoveryWay.LETTER:
                return self._done_by_letter(outcome)
            case RecoveryWay.SHOW_ID:
                told = self.tr("Print the copy: the login ID is on it, for the customer alone")
                lines = (entered(Field.LOGIN_ID, str(outcome)),)
                return Done(self._receipt, told, (NextStep.TELL_US_IF_WRONG,), lines)
        return Done(
            outcome.receipt,
            self.tr("The new password is set"),
            (NextStep.SIGN_IN_NOW, NextStep.MAIL_CONFIRMS),
            (entered(Field.PASSWORD, Withheld.CHANGED),),
        )

    def _make_letter(
        self, member_id: int, whole: dict[str, object], database: Database
    ) -> LetterSecret:
        # kept for a repetition of the same act, whose answer may have been lost on the way
        prepared = self._prepared = self._prepared or prepare_one_time()
        work = self.writing(reset_by_letter, member_id, prepared=prepared, **whole)
        secret = work(database)
        if not isinstance(secret, LetterSecret):
            raise TypeError(f"no letter: {type(secret)}")
        return secret

    def _done_by_mail(self, receipt: str) -> Done:
        return Done(
            receipt,
            self.tr("A one-time password is on its way by mail"),
            (NextStep.ONE_TIME_MAIL, NextStep.CHANGE_AT_FIRST_USE),
            (entered(Field.PASSWORD, Withheld.RESET_BY_MAIL),),
        )

    def _done_by_letter(self, secret: LetterSecret) -> Done:
        self._prepared = None
        if self._on_file is not None:
            self._letter.let_out(secret, self._on_file, self.case.head.kind)
        return Done(
            secret.receipt,
            self.tr("The letter goes to the printer; put nothing else into its envelope"),
            (NextStep.ONE_TIME_LETTER, NextStep.CHANGE_AT_FIRST_USE),
            (entered(Field.PASSWORD, Withheld.RESET_BY_LETTER),),
        )

    def _show_way(self) -> None:
        way = self.way.value()
        self.typed.setVisible(way is RecoveryWay.TYPED)
        means = {
            RecoveryWay.MAIL: self.tr("It goes to the address on file and to no other."),
            RecoveryWay.LETTER: self.tr(
                "It goes to the address on file, alone: never with an ID or a portal number."
            ),
            RecoveryWay.SHOW_ID: self.tr("The ID is not shown on this screen."),
        }
        self._means.setText(means.get(way, "") if way else "")
        self._means.setVisible(way in means)
