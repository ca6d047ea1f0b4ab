"""What is asked of the record: about whom, by whom, which acts, from when to when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from db.errors import RuleBroken
from db.queries.audit_log import AuditFilter
from db.rules.periods import TOKYO
from db.rules.typed_dates import parse_day
from db.rules.words import EventKind
from desktop import format as written
from desktop.errors import sentence
from desktop.event_words import event_groups, event_words
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.combo import ComboField
from desktop.widgets.field import Field, TextField
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated
from desktop.widgets.typed_text import CodeEdit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from db.queries.customers import CustomerHead
    from desktop.desk import Desk

_ONE_DAY = dt.timedelta(days=1)
_EVERYBODY = 0
_WIDTHS = (190, 160, 220, 120, 120)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; ``number`` is a customer's, still to be looked up."""

    wanted: AuditFilter
    number: str = ""


class AuditQuestion(Translated, Card):
    """The fields of the question in one line; Enter in any of them asks."""

    asked = Signal(object)  # Question

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=2, margins=(16, 10, 16, 6))
        super().__init__(frame, parent)
        self._desk = desk
        self._names: Mapping[int, str] = {}
        self._open: CustomerHead | None = None
        self._errors: dict[str, Exception | None] = {}
        self.number = TextField(CodeEdit(), self)
        self.staff: ComboField[int] = ComboField(self)
        self.kinds: ComboField[tuple[EventKind, ...]] = ComboField(self)
        self.since = TextField(CodeEdit(), self)
        self.until = TextField(CodeEdit(), self)
        self.problem = ElidedLabel("", "err", self)
        self.open_customer = Button("", ButtonKind.GHOST, "user", self)
        self.button = Button("", ButtonKind.PRIMARY, "search", self)
        fields: tuple[Field, ...] = (
            self.number,
            self.staff,
            self.kinds,
            self.since,
            self.until,
        )
        for field, width in zip(fields, _WIDTHS, strict=True):
            field.setFixedWidth(width)
        line = row(*fields, STRETCH, self.button, gap=12)
        line.setAlignment(self.button, Qt.AlignmentFlag.AlignVCenter)
        frame.addLayout(line)
        below = row(self.problem, STRETCH, self.open_customer)
        below.setStretchFactor(self.problem, 100)
        frame.addLayout(below)
        self.open_customer.hide()
        self.button.clicked.connect(self.ask)
        self.open_customer.clicked.connect(self.ask_about_open)
        for edit in (self.number.edit, self.since.edit, self.until.edit):
            edit.textEdited.connect(self._forget_errors)
        self.retranslate()

    def show_staff(self, names: Mapping[int, str]) -> None:
        """Offer these people, by their ids."""
        self._names = names
        self._offer_choices()

    def offer_customer(self, head: CustomerHead | None) -> None:
        """Offer to ask about the customer who is open at the desk, if any."""
        self._open = head
        self.open_customer.setVisible(head is not None)
        self._name_open()

    def ask(self) -> None:
        """Ask what stands in the fields, unless a date cannot be read."""
        self._ask(None, self.number.text().strip())

    def ask_about_open(self) -> None:
        """Ask who saw the customer who is open."""
        if self._open is not None:
            self.number.edit.setText("")
            self._ask(self._open.customer_id, "")

    def refuse_number(self, error: Exception) -> None:
        """Say that no customer has the number."""
        self._errors["number"] = error
        self._show_errors()
        self.number.edit.setFocus()

    def retranslate(self) -> None:
        self.number.set_label(self.tr("Customer's number"))
        self.number.edit.setPlaceholderText(self.tr("anybody"))
        self.staff.set_label(self.tr("Staff"))
        self.kinds.set_label(self.tr("Kind of act"))
        self.since.set_label(self.tr("First day"))
        self.until.set_label(self.tr("Last day"))
        self.since.edit.setPlaceholderText(self.tr("earliest"))
        self.until.edit.setPlaceholderText(self.tr("up to today"))
        self.button.set_text(self.tr("Look up"))
        self._offer_choices()
        self._name_open()
        self._show_errors()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask()
        else:
            super().keyPressEvent(event)

    def _ask(self, customer_id: int | None, number: str) -> None:
        self._errors = {}
        since = self._day("since", self.since)
        until = self._day("until", self.until)
        if since and until and until < since:
            self._errors["until"] = RuleBroken("date.end_before_beginning")
        self._show_errors()
        if self._errors:
            wrong = self.since if "since" in self._errors else self.until
            wrong.edit.setFocus()
            return
        wanted = AuditFilter(
            staff_id=self.staff.value() or None,
            customer_id=customer_id,
            kinds=self.kinds.value() or (),
            since=_midnight(since),
            until=_midnight(until + _ONE_DAY if until else None),
        )
        self.asked.emit(Question(wanted, number))

    def _day(self, name: str, field: TextField) -> dt.date | None:
        if not field.text().strip():
            return None
        try:
            day = parse_day(field.text(), self._desk.today)
        except RuleBroken as error:
            self._errors[name] = error
            return None
        field.edit.setText(written.short_date(day))
        return day

    def _show_errors(self) -> None:
        fields = {"number": self.number, "since": self.since, "until": self.until}
        for name, field in fields.items():
            error = self._errors.get(name)
            field.show_error(sentence(error) if error is not None else "")
        # the field is too narrow for the whole sentence
        told = [field.error() for field in fields.values() if field.error()]
        self.problem.setText(told[0] if told else "")

    def _forget_errors(self) -> None:
        if self._errors:
            self._errors = {}
            self._show_errors()

    def _name_open(self) -> None:
        name = self._open.name if self._open else ""
        told = self.tr("Who saw {name}, who is open now")
        self.open_customer.set_text(told.format(name=name))

    def _offer_choices(self) -> None:
        people = sorted(self._names.items(), key=lambda known: known[1])
        self.staff.set_choices([(_EVERYBODY, self.tr("everybody")), *people])
        single = [((kind,), event_words(kind)) for kind in EventKind]
        groups = [(kinds, words) for words, kinds in event_groups()]
        everything: tuple[EventKind, ...] = ()
        self.kinds.set_choices([(everything, self.tr("everything")), *groups, *single])


def _midnight(day: dt.date | None) -> dt.datetime | None:
    return None if day is None else dt.datetime.combine(day, dt.time(), TOKYO)
