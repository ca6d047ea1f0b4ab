"""A small procedure with everything a real one may have, on facts of its own."""

from __future__ import annotations

from db.errors import RuleBroken
from db.rules.control_copy import NextStep
from db.rules.member_words import MailLanguage, Procedure
from desktop.screens.procedures.form import Checked, Done, ProcedureForm
from desktop.widgets.combo import ComboField
from desktop.widgets.contact_edits import EmailEdit
from desktop.widgets.field import PasswordField, TextField
from desktop.widgets.layouts import column


class Shop:
    """What is on file, and what became of it: stands for the database behind a real procedure."""

    def __init__(self):
        self.facts = {"email": "old@example.jp", "town": "", "language": MailLanguage.JA}
        self.version = 1
        self.acts = []
        self.errors = []


class SmallForm(ProcedureForm):
    """An e-mail address, a town and a language to change."""

    procedure = Procedure.CHANGE

    def __init__(self, desk, case, shop):
        super().__init__(desk, case)
        self.shop = shop
        self.email = self.add("email", TextField(EmailEdit()))
        self.town = self.add("town", TextField())
        self.secret = self.add("secret", PasswordField())
        self.language = self.add("language", ComboField())
        self.setLayout(column(*self.fields.values()))
        self.retranslate()

    def retranslate(self):
        self.email.set_label("E-mail")
        self.town.set_label("Town")
        self.secret.set_label("Secret")
        self.language.set_label("Language")
        self.language.set_choices([(MailLanguage.JA, "Japanese"), (MailLanguage.EN, "English")])

    def title(self):
        return "Change the address"

    def consent(self):
        return "Explained & agreed"

    def load(self, database):
        if "nothing" in self.shop.facts:
            raise RuleBroken("customer.gone")
        return dict(self.shop.facts), self.shop.version

    def fill(self, facts):
        values, self.version = facts
        self.before = values
        self.email.edit.setText(values["email"])
        self.town.edit.setText(values["town"])
        self.language.choose(values["language"])

    def problems(self):
        return {} if self.town.text() else {"town": "Type the town"}

    def summary(self):
        return [
            Checked("E-mail", self.email.text(), self.before["email"]),
            Checked("Town", self.town.text()),
        ]

    def act(self, key):
        typed, version = self.content(), self.version

        def work(database):
            self.shop.acts.append((key, typed))
            if self.shop.errors:
                raise self.shop.errors.pop(0)
            if version != self.shop.version:
                raise RuleBroken("record.changed")
            return "20240918-0000-0001"

        return work

    def done(self, outcome):
        return Done(outcome, "The address was changed", (NextStep.OLD_ADDRESS_TOLD,))
