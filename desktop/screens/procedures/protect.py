"""Protecting a customer (支援措置等): where they live is told to nobody from that moment."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar

from db.commands.protections import LONGEST_COUNTERPARTY, LONGEST_NOTE, begin, review
from db.queries.protections import ProtectionFacts, protection_of
from db.rules.contact_words import Disclosure, ProtectionSource
from db.rules.member_words import Procedure
from desktop import contact_words
from desktop.day_field import DayField
from desktop.screens.procedures.days import span_problem
from desktop.screens.procedures.form import Checked, Done, ProcedureForm
from desktop.screens.procedures.free_text import text_problem
from desktop.widgets.combo import ComboField
from desktop.widgets.field import TextField
from desktop.widgets.labels import Paragraph
from desktop.widgets.layouts import STRETCH, column, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from db.engine import Database
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.procedures.form import Problem, Work

_A_YEAR = 365
_REVIEW_WIDTH = 360


class ProtectForm(ProcedureForm):
    """Begins a protection, or keeps one until another day after it was looked into."""

    procedure: ClassVar[Procedure] = Procedure.PROTECT
    needs: ClassVar[Disclosure | None] = None

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, case, parent)
        self._holding: ProtectionFacts | None = None
        self.source: ComboField[ProtectionSource] = self.add("source", ComboField(self))
        self.counterparty = self.add("protection.counterparty", TextField(parent=self))
        self.from_on = self.add("from_on", DayField(desk, self))
        self.to_on = self.add("to_on", DayField(desk, self))
        self.note = self.add("protection.note", TextField(parent=self))
        self._effect = Paragraph("", "sub", self)
        self.to_on.setMaximumWidth(_REVIEW_WIDTH)
        whom = row(self.source, self.counterparty, gap=16)
        days = row(self.from_on, self.to_on, STRETCH, gap=16)
        for line, at, share in ((whom, 0, 1), (whom, 1, 1), (days, 1, 1)):
            line.setStretch(at, share)
        self.setLayout(column(whom, days, self.note, self._effect, STRETCH, gap=6))
        self.retranslate()

    def retranslate(self) -> None:
        optional = self.tr("optional")
        self.source.set_label(self.tr("By what"))
        sources = [(each, contact_words.protection_source(each)) for each in ProtectionSource]
        self.source.set_choices(sources)
        self.counterparty.set_label(self.tr("From whom"), optional)
        self.from_on.set_label(self.tr("From"))
        self.to_on.set_label(self.tr("To be reviewed by"), self.tr("one year is usual"))
        self.note.set_label(self.tr("Note"), optional)
        self._effect.setText(
            self.tr(
                "Shared memberships and their mail are suspended, and the customer no longer "
                "exists in the search of counter and phone staff. It never ends by itself."
            )
        )

    def title(self) -> str:
        # the title stands before anything is fetched
        is_review = self.case.head.protected
        return self.tr("Review the protection") if is_review else self.tr("Protect a customer")

    def load(self, database: Database) -> Any:
        with database.reading() as session:
            return protection_of(session, self.case.head.customer_id, today=self.desk.today)

    def fill(self, facts: Any) -> None:
        self._holding = facts
        for field in (self.source, self.counterparty, self.from_on, self.note):
            field.editor.setEnabled(facts is None)
        self.to_on.set_day(self.desk.today + dt.timedelta(days=_A_YEAR))
        if facts is None:
            self.from_on.set_day(self.desk.today)
            return
        self.source.choose(facts.source)
        self.counterparty.edit.setText(facts.counterparty)
        self.from_on.set_day(facts.from_on)
        self.note.edit.setText(facts.note)

    def first_focus(self) -> QWidget | None:
        return self.to_on.editor if self._holding else self.source.editor

    def problems(self) -> Mapping[str, Problem]:
        found: dict[str, Problem] = {}
        for key, field in (("from_on", self.from_on), ("to_on", self.to_on)):
            if (problem := field.problem()) is not None:
                found[key] = problem
            elif field.day() is None:
                found[key] = self.tr("Type a day, such as 9/30 or R7.9.30")
        found |= text_problem(
            "protection.counterparty", self.counterparty.text(), most=LONGEST_COUNTERPARTY
        )
        found |= text_problem(
            "protection.note", self.note.text(), most=LONGEST_NOTE, multiline=True
        )
        return found or span_problem(self.from_on, self.to_on, self.desk.today)

    def summary(self) -> Sequence[Checked]:
        before = self._holding
        until = self.to_on.text()
        was = f"{before.to_on:%Y/%m/%d}" if before else None
        return (
            Checked(self.tr("Customer"), self.case.head.name),
            Checked(self.tr("By what"), self.source.words()),
            Checked(self.tr("From whom"), self.counterparty.text() or "–"),
            Checked(self.tr("From"), self.from_on.text()),
            Checked(self.tr("To be reviewed by"), until, was),
            Checked(self.tr("Note"), self.note.text() or "–"),
        )

    def act(self, key: str) -> Work:
        if self._holding is not None:
            held = self._holding
            return self.writing(
                review, held.protection_id, version=held.version, to_on=self.to_on.day()
            )
        return self.writing(
            begin,
            self.case.head.customer_id,
            source=self.source.value(),
            counterparty=self.counterparty.text().strip(),
            from_on=self.from_on.day(),
            to_on=self.to_on.day(),
            note=self.note.text().strip(),
            key=key,
        )

    def done(self, outcome: Any) -> Done:
        number = self._holding.protection_id if self._holding else outcome
        return Done(f"P-{number}", self.tr("The customer is protected"))
