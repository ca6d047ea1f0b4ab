"""Registering a customer as a member of the portal (会員登録)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from db.commands.member_registration import Registration, register
from db.commands.reveals import ContactDetails, reveal
from db.errors import RuleBroken
from db.queries.member_settings import member_settings
from db.queries.members import member_of
from db.queries.place_address import PlaceAddress, place_address
from db.queries.protections import is_protected
from db.rules.member_fields import problems_of
from db.rules.member_states import HOLDING
from db.rules.member_words import MailLanguage, MemberState, Procedure, SecretQuestion
from desktop.customer_asks import CustomerGave, Typing, Wanted
from desktop.format import in_fours
from desktop.member_words import mail_language, procedure, secret_question
from desktop.screens.procedures import register_paper
from desktop.screens.procedures.address_pick import AddressPick
from desktop.screens.procedures.form import Checked, Done, Problem, ProcedureForm, Work
from desktop.screens.procedures.login_id_field import LoginIdField
from desktop.screens.procedures.secrets_field import SecretsField
from desktop.widgets.choices import ChoicesField
from desktop.widgets.combo import ComboField
from desktop.widgets.contact_edits import EmailEdit
from desktop.widgets.field import TextField
from desktop.widgets.kana_edit import KanaField, NameEdit
from desktop.widgets.typed_text import DigitsEdit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from db.commands.member_registration import Registered
    from db.engine import Database
    from desktop.case import Case
    from desktop.desk import Desk

_BY_CUSTOMER = (Wanted.PASSWORD, Wanted.ANSWER)
_MAILS = ("reading", "billing", "overdue")


@dataclass(frozen=True, slots=True)
class OnFile:
    """What the form begins with."""

    details: ContactDetails = field(repr=False)
    place: PlaceAddress | None = field(repr=False)
    terms_version: str


class RegisterForm(ProcedureForm):
    """Everything prefilled that is on file; passwords and answers only in the customer's window."""

    procedure = Procedure.REGISTER

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self._terms = ""
        self._sent = CustomerGave()
        name = NameEdit()
        self.name = self.add("name", TextField(name))
        self.kana = self.add("kana", KanaField(name))
        self.phone = self.add("phone", TextField(DigitsEdit(keeps_hyphens=True, most=13)))
        self.pick = AddressPick(desk)
        self.postal = self.add("postal_code", self.pick.field)
        self.address = self.add("address", TextField())
        self.email = self.add("email", TextField(EmailEdit(), lines=2))
        self.again = self.add("email_again", TextField(EmailEdit(), lines=2))
        self.login_id = self.add("login_id", LoginIdField(desk))
        self.question: ComboField[SecretQuestion] = self.add("question", ComboField())
        self.secrets = self.add(
            "secrets", SecretsField(desk, case, (Wanted.PASSWORD, Wanted.ANSWER))
        )
        self.language: ComboField[MailLanguage] = self.add("language", ComboField())
        self.mails: ChoicesField[str] = self.add("mails", ChoicesField())
        self.numbers: ChoicesField[int] = self.add("contracts", ChoicesField(standing=True))
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return procedure(Procedure.REGISTER)

    def consent(self) -> str:
        told = self.tr("Terms of use and privacy were explained and agreed to (version {version})")
        return told.format(version=self._terms) if self._terms else ""

    def retranslate(self) -> None:
        optional = self.tr("optional")
        self.name.set_label(self.tr("Name"))
        self.kana.set_label(self.tr("Furigana"))
        self.phone.set_label(self.tr("Phone number"))
        self.postal.set_label(self.tr("Postal code"))
        self.address.set_label(self.tr("Address"))
        self.email.set_label(self.tr("E-mail"))
        self.again.set_label(self.tr("E-mail once more"), self.tr("have it read back"))
        self.question.set_label(self.tr("Secret question"))
        self.secrets.set_label(self.tr("Password and answer"), optional)
        self.language.set_label(self.tr("Mail in"))
        self.mails.set_label(self.tr("Mail about"), optional)
        self.numbers.set_label(self.tr("Locations shown on the portal"))
        self.question.set_choices([(each, secret_question(each)) for each in SecretQuestion])
        self.language.set_choices([(each, mail_language(each)) for each in MailLanguage])
        words = (self.tr("Readings"), self.tr("Bills"), self.tr("Overdue bills"))
        self.mails.set_choices(list(zip(_MAILS, words, strict=True)))
        self.numbers.set_choices(list(self._places().items()))

    def load(self, database: Database) -> OnFile:
        desk, case = self.desk, self.case
        customer_id = case.head.customer_id
        with database.reading() as session:
            member = member_of(session, customer_id)
            if member is not None and member.state in HOLDING:
                raise RuleBroken("member.exists")
            place = place_address(session, case.contract_id) if case.contract_id else None
            terms = member_settings(session).terms_version
        with database.writing() as session:
            if is_protected(session, customer_id):  # typed anew, from what they say themself
                return OnFile(ContactDetails(None, None, None, None), None, terms)
            contact_id = case.contact.contact_id
            details = reveal(
                session, customer_id, contact_id=contact_id, by=desk.actor, now=desk.now
            )
        return OnFile(details, place, terms)

    def fill(self, facts: OnFile) -> None:
        head, details = self.case.head, facts.details
        self._terms = facts.terms_version
        place = facts.place or PlaceAddress("", "")
        written_to = details.address or ""
        self.name.edit.setText(head.name)
        self.kana.kana.set_known(head.kana)
        self.phone.edit.setText(details.phone or "")
        self.pick.postal.set_code((details.postal_code if written_to else place.postal_code) or "")
        self.address.edit.setText(written_to or place.address)
        self.email.edit.setText(details.email or "")
        self.mails.take(_MAILS)
        self.numbers.take([self.case.contract_id] if self.case.contract_id else [])

    def problems(self) -> Mapping[str, Problem]:
        found: dict[str, Problem] = dict(problems_of(self._registration()))
        if "email" not in found and self.again.text() != self.email.text():
            found["email_again"] = self.tr("The two addresses are not the same")
        taken = self.login_id.problem()
        if taken is not None:
            found["login_id"] = taken
        if self.secrets.problem():
            found["secrets"] = self.secrets.problem()
        if not self.numbers.taken():
            found["contracts"] = self.tr("Tick at least one location")
        return found

    def summary(self) -> list[Checked]:
        return [
            Checked(self.tr("Name"), f"{self.name.text()}（{self.kana.text()}）"),
            Checked(self.tr("Phone number"), self.phone.text()),
            Checked(self.tr("Address"), f"〒{self.postal.text()} {self.address.text()}"),
            Checked(self.tr("E-mail"), self.email.text()),
            Checked(self.tr("Login ID"), self.login_id.tidy()),
            *self._secret_words(),
            Checked(self.tr("Mail about"), self.mails.words()),
            Checked(self.tr("Mail in"), self.language.words()),
            Checked(self.tr("Locations shown on the portal"), self.numbers.words()),
            Checked(self.tr("Version of the terms"), self._terms),
        ]

    def act(self, key: str) -> Work:
        self._sent = CustomerGave(self.secrets.password, self.secrets.answer)
        return self.writing(
            register,
            self._registration(),
            password=self._sent.password,
            answer=self._sent.answer,
            contact_id=self.case.contact.contact_id,
            key=key,
        )

    def done(self, outcome: Registered) -> Done:
        active = outcome.state is MemberState.ACTIVE
        headline = (
            self.tr("The customer is a member of the portal")
            if active
            else self.tr("The registration is with the bureau to be checked")
        )
        with_password = self._sent.password is not None
        steps = register_paper.next_steps(active=active, with_password=with_password)
        entered = register_paper.lines(
            self._registration(),
            outcome.login_id,
            places=[self._places()[each] for each in self.numbers.taken()],
            with_password=with_password,
            with_answer=self._sent.answer is not None,
        )
        return Done(outcome.number, headline, steps, entered, self._terms)

    def ask_customer(self) -> None:
        """F9: only for a login ID that will do, since the password must not be like it."""
        ask = self.secrets.ask(self.login_id.tidy(), self.question.value())
        problem = self.login_id.problem()
        if ask is not None and problem is not None:
            self.refused.emit({"login_id": problem})
        elif ask is not None:
            self.customer_wanted.emit(ask)

    def customer_is(self, state: Typing) -> None:
        self.secrets.show_typing(state)

    def customer_gave(self, gave: CustomerGave) -> None:
        self.secrets.take(gave)

    def _connect(self) -> None:
        self.pick.picked.connect(self._take_town)
        self.secrets.wanted.connect(self.ask_customer)
        self.login_id.asked.connect(self.changed)
        self.login_id.edit.textChanged.connect(self._forget_unfit)
        self.question.chosen.connect(self._forget_unfit)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        rows: tuple[tuple[tuple[QWidget, int], ...], ...] = (
            ((self.name, 1), (self.kana, 1), (self.phone, 1)),
            ((self.pick, 1), (self.address, 2)),
            ((self.email, 1), (self.again, 1), (self.login_id, 1)),
            ((self.question, 1), (self.secrets, 2)),
            ((self.language, 1), (self.mails, 2)),
            ((self.numbers, 3),),
        )
        for at, parts in enumerate(rows):
            column = 0
            for part, span in parts:
                grid.addWidget(part, at, column, 1, span, Qt.AlignmentFlag.AlignTop)
                column += span
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.setLayout(grid)

    def _take_town(self, town: str) -> None:
        edit = self.address.edit
        edit.setFocus()
        edit.selectAll()
        edit.insert(town)  # Ctrl+Z brings back what stood there

    def _places(self) -> dict[int, str]:
        return {
            each.contract_id: f"{each.address}  {in_fours(each.portal_number)}"
            for each in self.case.head.contracts
            if each.ended_on is None or each.ended_on >= self.desk.today
        }

    def _secret_words(self) -> list[Checked]:
        question = self.question.words() if self.secrets.answer else self.tr("Set on the portal")
        password = (
            self.tr("Typed by the customer")
            if self.secrets.password
            else self.tr("A one-time password is mailed")
        )
        return [
            Checked(self.tr("Password"), password),
            Checked(self.tr("Secret question"), question),
        ]

    def _forget_unfit(self) -> None:
        self.secrets.forget_unfit(self.login_id.tidy(), self.question.value())

    def _registration(self) -> Registration:
        mails = self.mails.taken()
        return Registration(
            customer_id=self.case.head.customer_id,
            contract_ids=self.numbers.taken(),
            name=self.name.text(),
            kana=self.kana.text(),
            phone=self.phone.text(),
            postal_code=self.pick.postal.code(),
            address=self.address.text(),
            email=self.email.text(),
            login_id=self.login_id.text(),
            question=self.question.value() or SecretQuestion.FIRST_PET,
            mails_reading="reading" in mails,
            mails_billing="billing" in mails,
            mails_overdue="overdue" in mails,
            language=self.language.value() or MailLanguage.JA,
            terms_version=self._terms,
        )
