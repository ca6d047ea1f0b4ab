"""A new password, typed by the customer themself at the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from db.commands.member_changes import set_password
from db.rules.control_copy import Field, NextStep, Withheld
from db.rules.member_words import Procedure
from desktop.screens.procedures.form import Checked, Done
from desktop.screens.procedures.member_form import MemberForm, entered
from desktop.screens.procedures.typed_password import TypedPassword
from desktop.widgets.field import Field as FormField
from desktop.widgets.labels import Paragraph
from desktop.widgets.layouts import STRETCH, clear_box, column, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.case import Case
    from desktop.customer_asks import CustomerGave, Typing
    from desktop.desk import Desk
    from desktop.screens.procedures.form import Problem, Work


class PasswordForm(MemberForm):
    """Staff neither see nor choose it; they see whether it is set."""

    procedure: ClassVar[Procedure] = Procedure.PASSWORD

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self.typed = TypedPassword(desk, self)
        typing = clear_box(row(self.typed.button, STRETCH), self)
        typing.setFocusProxy(self.typed.button)
        self.field = self.add("password", FormField(typing, self))
        self._rules = Paragraph("", "sub", self)
        self.setLayout(column(self.field, self.typed, self._rules, STRETCH, gap=10))
        self.typed.wanted.connect(self.customer_wanted)
        self.typed.changed.connect(self.changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.field.set_label(self.tr("New password"))
        self._rules.setText(
            self.tr(
                "8 to 64 characters; not the login ID, not a common or guessable one, none of "
                "the last five. The customer's window says so while they type."
            )
        )

    def title(self) -> str:
        return self.tr("Password change")

    def fill(self, facts: Any) -> None:
        super().fill(facts)
        self.typed.begin(self.member, self.case)

    def first_focus(self) -> QWidget | None:
        return self.typed.button

    def ask_customer(self) -> None:
        self.typed.ask()

    def customer_is(self, state: Typing) -> None:
        self.typed.take_typing(state)

    def customer_gave(self, gave: CustomerGave) -> None:
        self.typed.take(gave)

    def problems(self) -> Mapping[str, Problem]:
        problem = self.typed.problem()
        return {"password": problem} if problem else {}

    def summary(self) -> Sequence[Checked]:
        return (
            Checked(self.tr("Name"), self.member.name),
            Checked(self.tr("Password"), self.tr("typed by the customer")),
        )

    def act(self, key: str) -> Work:
        return self.writing(
            set_password, self.member.member_id, self.typed.password, **self.of_contact(key)
        )

    def done(self, outcome: Any) -> Done:
        return Done(
            outcome.receipt,
            self.tr("The new password is set"),
            (NextStep.SIGN_IN_NOW, NextStep.MAIL_CONFIRMS),
            (entered(Field.PASSWORD, Withheld.CHANGED),),
        )
