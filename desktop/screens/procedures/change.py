"""Changing what a member has registered: e-mail, mail settings, secret question, login ID."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout

from db.commands.member_changes import Changed, Changes, change_member
from db.errors import RuleBroken
from db.queries.members import MemberForm as OnFile
from db.queries.members import member_full
from db.rules import member_fields
from db.rules.control_copy import Field, Line, NextStep, Withheld
from db.rules.member_masking import mask_login_id
from db.rules.member_words import MailLanguage, Procedure, SecretQuestion
from desktop.customer_asks import CustomerGave, Typing, Wanted
from desktop.member_words import mail_language, procedure, secret_question
from desktop.screens.procedures.form import Checked, Done, Problem, Work
from desktop.screens.procedures.login_id_field import LoginIdField
from desktop.screens.procedures.member_form import MemberForm
from desktop.screens.procedures.secrets_field import SecretsField
from desktop.widgets.choices import ChoicesField
from desktop.widgets.combo import ComboField
from desktop.widgets.contact_edits import EmailEdit
from desktop.widgets.field import TextField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from db.engine import Database
    from desktop.case import Case
    from desktop.desk import Desk

_MAILS = ("reading", "billing", "overdue")
_MAIL_FIELDS = dict(
    zip(_MAILS, (Field.MAILS_READING, Field.MAILS_BILLING, Field.MAILS_OVERDUE), strict=True)
)


class ChangeForm(MemberForm):
    """What is not touched stays; the address registered before is told."""

    procedure = Procedure.CHANGE

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self._before: OnFile | None = None
        self.email = self.add("email", TextField(EmailEdit()))
        self.again = self.add("email_again", TextField(EmailEdit()))
        self.login_id = self.add("login_id", LoginIdField(desk))
        self.question: ComboField[SecretQuestion] = self.add("question", ComboField())
        self.secrets = self.add("secrets", SecretsField(desk, case, (Wanted.ANSWER,)))
        self.language: ComboField[MailLanguage] = self.add("language", ComboField())
        self.mails: ChoicesField[str] = self.add("mails", ChoicesField())
        self._lay_out()
        self.secrets.wanted.connect(self.ask_customer)
        self.secrets.changed.connect(self.changed)
        self.login_id.asked.connect(self.changed)
        self.question.chosen.connect(self._forget_unfit)
        self.retranslate()

    def retranslate(self) -> None:
        self.email.set_label(self.tr("E-mail"))
        self.again.set_label(self.tr("E-mail once more"), self.tr("only when it changes"))
        self.question.set_label(self.tr("Secret question"))
        self.secrets.set_label(self.tr("New answer"), self.tr("optional"))
        self.language.set_label(self.tr("Mail in"))
        self.mails.set_label(self.tr("Mail about"), self.tr("optional"))
        self.question.set_choices([(each, secret_question(each)) for each in SecretQuestion])
        self.language.set_choices([(each, mail_language(each)) for each in MailLanguage])
        words = (self.tr("Readings"), self.tr("Bills"), self.tr("Overdue bills"))
        self.mails.set_choices(list(zip(_MAILS, words, strict=True)))

    def title(self) -> str:
        return procedure(Procedure.CHANGE)

    def load(self, database: Database) -> Any:
        member = super().load(database)
        with database.reading() as session:
            return member, member_full(session, member.member_id)

    def fill(self, facts: Any) -> None:
        member, before = facts
        super().fill(member)
        self._before = before
        self.login_id.belongs_to(member.member_id)
        self.email.edit.setText(before.email)
        self.again.edit.clear()
        self.login_id.edit.clear()  # the present one is the customer's alone to see
        self.question.choose(before.question)
        self.language.choose(before.language)
        self.mails.take(_mails_of(before))

    def first_focus(self) -> QWidget | None:
        self.email.edit.selectAll()
        return self.email.editor

    def problems(self) -> Mapping[str, Problem]:
        found: dict[str, Problem] = {}
        email = self._new_email()
        if isinstance(email, RuleBroken):
            found["email"] = email
        elif email is not None and self.again.text() != self.email.text():
            found["email_again"] = self.tr("The two addresses are not the same")
        taken = self.login_id.problem() if self._has_new_id() else None
        if taken is not None:
            found["login_id"] = taken
        if self._asks_other_question() and self.secrets.answer is None:
            found["secrets"] = self.tr("Another question needs its answer: the customer types it")
        if not found and not self._lines():
            found["email"] = self.tr("Nothing is changed yet")
        return found

    def summary(self) -> Sequence[Checked]:
        before = self.old
        lines = []
        if self._new_email() is not None:
            lines.append(Checked(self.tr("E-mail"), self.email.text(), before.email))
        if self._has_new_id():
            lines.append(
                Checked(self.tr("Login ID"), self.login_id.tidy(), mask_login_id(before.login_id))
            )
        if self.secrets.answer is not None:
            was = secret_question(before.question) if before.question else ""
            lines.append(Checked(self.tr("Secret question"), self.question.words(), was))
        if self.language.value() is not before.language:
            was = mail_language(before.language)
            lines.append(Checked(self.tr("Mail in"), self.language.words(), was))
        if set(self.mails.taken()) != set(_mails_of(before)):
            lines.append(Checked(self.tr("Mail about"), self.mails.words(), self._mails_before()))
        return lines

    def act(self, key: str) -> Work:
        return self.writing(
            change_member,
            self.member.member_id,
            self._changes(),
            version=self.old.version,
            **self.of_contact(key),
        )

    def done(self, outcome: Changed) -> Done:
        told_old = (NextStep.OLD_ADDRESS_TOLD,) if "email" in outcome.fields else ()
        return Done(
            outcome.receipt,
            self.tr("The registration was changed"),
            (*told_old, NextStep.MAIL_CONFIRMS, NextStep.TELL_US_IF_WRONG),
            tuple(self._lines()),
        )

    def ask_customer(self) -> None:
        ask = self.secrets.ask(self.old.login_id, self.question.value())
        if ask is not None:
            self.customer_wanted.emit(ask)

    def customer_is(self, state: Typing) -> None:
        self.secrets.show_typing(state)

    def customer_gave(self, gave: CustomerGave) -> None:
        self.secrets.take(gave)

    @property
    def old(self) -> OnFile:
        """What was registered when the form was filled in."""
        if self._before is None:
            raise RuntimeError("the form is not filled in yet")
        return self._before

    def _new_email(self) -> str | RuleBroken | None:
        try:
            plain = member_fields.email(self.email.text())
        except RuleBroken as error:
            return error
        return plain if plain != self.old.email else None

    def _has_new_id(self) -> bool:
        return self.login_id.tidy() not in ("", self.old.login_id)

    def _asks_other_question(self) -> bool:
        return self.question.value() is not self.old.question and self.old.question is not None

    def _changes(self) -> Changes:
        email, mails = self._new_email(), self.mails.taken()
        return Changes(
            email=email if isinstance(email, str) else None,
            mails_reading="reading" in mails,
            mails_billing="billing" in mails,
            mails_overdue="overdue" in mails,
            language=self.language.value(),
            answer=self.secrets.answer,
            login_id=self.login_id.tidy() if self._has_new_id() else None,
        )

    def _lines(self) -> list[Line]:
        old, lines = self.old, []
        email = self._new_email()
        if isinstance(email, str):
            lines.append(Line(Field.EMAIL, old.email, email))
        if self._has_new_id():
            lines.append(Line(Field.LOGIN_ID, mask_login_id(old.login_id), self.login_id.tidy()))
        if self.secrets.answer is not None:
            lines.append(Line(Field.SECRET_QUESTION, old.question, self.question.value()))
            lines.append(Line(Field.SECRET_ANSWER, None, Withheld.CHANGED))
        if self.language.value() is not old.language:
            lines.append(Line(Field.LANGUAGE, old.language, self.language.value()))
        before, now = set(_mails_of(old)), set(self.mails.taken())
        changed = sorted(before ^ now, key=_MAILS.index)
        return lines + [Line(_MAIL_FIELDS[mail], mail in before, mail in now) for mail in changed]

    def _mails_before(self) -> str:
        words = (self.tr("Readings"), self.tr("Bills"), self.tr("Overdue bills"))
        named = dict(zip(_MAILS, words, strict=True))
        return " / ".join(named[mail] for mail in _mails_of(self.old))

    def _forget_unfit(self) -> None:
        self.secrets.forget_unfit(self.old.login_id, self.question.value())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        pairs = (
            (self.email, self.again),
            (self.question, self.secrets),
            (self.language, self.mails),
            (self.login_id, None),
        )
        for at, pair in enumerate(pairs):
            for place, part in enumerate(pair):
                if part is not None:
                    grid.addWidget(part, at, place)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.setLayout(grid)


def _mails_of(form: OnFile) -> tuple[str, ...]:
    wanted = (form.mails_reading, form.mails_billing, form.mails_overdue)
    return tuple(mail for mail, is_wanted in zip(_MAILS, wanted, strict=True) if is_wanted)
