"""The form in which a supervisor writes an announcement, Japanese and English side by side."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.rules.announcements import AnnouncementState, Reach, Wording, faults
from desktop import announcement_words as words
from desktop.day_field import DayField
from desktop.moment_field import MomentField
from desktop.screens.announcements.body_field import BodyField
from desktop.widgets.card import Card
from desktop.widgets.field import Field, TextField
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated
from desktop.widgets.typed_text import DigitsEdit

if TYPE_CHECKING:
    from db.errors import RuleBroken
    from db.queries.announcements import AnnouncementFacts
    from desktop.desk import Desk

Problem = Exception | str
_REACHES: Final = tuple(Reach)
_DAY: Final = dt.timedelta(days=1)
_NUMBER_DIGITS: Final = 16
_TIME_WIDTH: Final = 400
_ENDS: Final = ("withdrawn_on", "closed_to")
_CLOSURE: Final = ("closed_from", "closed_to")
_TIMES: Final = ("published_on", "withdrawn_on", *_CLOSURE)


class AnnouncementForm(Translated, QWidget):
    """What is typed stays until it is stored or dropped; the keys of ``fields`` are the rules'."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self.kept: AnnouncementFacts | None = None
        self._loaded: dict[str, str] = {}
        self._loaded_reach = 0
        self._now: dict[str, str] = {}  # what others changed under something typed
        self._reach_title = Label("", "h3", self)
        self.reach = Segments("", len(_REACHES), self)
        self.everybody = Paragraph("", "sub", self)
        self.town = TextField(parent=self)
        self.number = TextField(DigitsEdit(most=_NUMBER_DIGITS), self)
        self.first_day, self.last_day = DayField(desk, self), DayField(desk, self)
        self.closed_from, self.closed_to = MomentField(desk, self), MomentField(desk, self)
        self.title, self.title_en = TextField(parent=self), TextField(parent=self)
        self.body, self.body_en = BodyField(self), BodyField(self)
        self.fields: dict[str, Field] = {
            "town": self.town,
            "portal_number": self.number,
            "published_on": self.first_day,
            "withdrawn_on": self.last_day,
            "closed_from": self.closed_from,
            "closed_to": self.closed_to,
            "title": self.title,
            "body": self.body,
            "title_en": self.title_en,
            "body_en": self.body_en,
        }
        self._build()
        self._connect()
        self.begin(None)

    @property
    def changed(self) -> bool:
        """Whether anything is typed that is not stored."""
        return bool(self._typed()) or self.reach.current() != self._loaded_reach

    @property
    def only_end(self) -> bool:
        """Whether customers read it already, so that only its ends may be moved."""
        return self.kept is not None and self.kept.state is AnnouncementState.SHOWN

    def begin(self, facts: AnnouncementFacts | None) -> None:
        """Show an announcement to be changed, or an empty form that begins today."""
        self.kept = facts
        wording = (
            facts.wording if facts else Wording(title="", body="", published_on=self._desk.today)
        )
        self.reach.choose(_REACHES.index(wording.reach))
        for key in ("town", "portal_number", "title", "body", "title_en", "body_en"):
            _put(self.fields[key], getattr(wording, key))
        self.first_day.set_day(wording.published_on)
        self.last_day.set_day(words.last_day(wording))
        self.closed_from.set_moment(wording.closed_from)
        self.closed_to.set_moment(wording.closed_to)
        self._now = {}
        self._loaded, self._loaded_reach = self._texts(), self.reach.current()
        self._lock()
        self.show_problems({})
        self.retranslate()

    def take_present(self, facts: AnnouncementFacts) -> None:
        """What is typed stays, over what somebody else stored meanwhile; the fields say what."""
        typed, kind = self._typed(), self.reach.current()
        reach_typed = self._loaded_reach != kind
        self.begin(facts)
        for key, text in typed.items():
            self._now[key] = self._loaded[key]
            _put(self.fields[key], text)
        if reach_typed:
            self.reach.choose(kind)
        self._lock()
        self.retranslate()

    def wording(self) -> Wording:
        """What is typed; days and moments that cannot be read raise their RuleBroken."""
        return self._wording(frozenset())

    def problems(self) -> dict[str, Problem]:
        """All that is wrong with what is typed, by field, from the top of the form."""
        found: dict[str, Problem] = dict(self._unreadable())
        wording = self._wording(frozenset(found))
        found |= faults(wording, now=self._desk.now, shown=self.only_end) | found
        kind = _REACHES[self.reach.current()]
        if kind is Reach.TOWN and not wording.town:
            found["town"] = self.tr("Type with what the addresses begin")
        if kind is Reach.CONTRACT and not wording.portal_number:
            found["portal_number"] = self.tr("Type the 16 digits")
        if not self.first_day.text().strip():
            found["published_on"] = self.tr("Type the first day")
        return {key: found[key] for key in self.fields if key in found}

    def show_problems(self, sentences: dict[str, str]) -> None:
        """Say at each field what is wrong with it."""
        for key, field in self.fields.items():
            field.show_error(sentences.get(key, ""))

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self.last_day.editor if self.only_end else self.title.editor

    def retranslate(self) -> None:
        self._reach_title.setText(self.tr("For whom"))
        self.reach.set_name(self.tr("For whom"))
        self.reach.set_labels([words.reach_kind(each) for each in _REACHES])
        self.everybody.setText(self.tr("Every customer finds it on the portal."))
        for key, (label, hint) in self._labels().items():
            now = self.tr("now: {value}").format(value=self._now.get(key) or "–")
            self.fields[key].set_label(label, now if key in self._now else hint)

    def _labels(self) -> dict[str, tuple[str, str]]:
        optional = self.tr("optional")
        return {
            "town": (self.tr("Town"), self.tr("as addresses begin: 本町1丁目")),
            "portal_number": (self.tr("Portal number"), self.tr("16 digits")),
            "published_on": (self.tr("First day"), ""),
            "withdrawn_on": (self.tr("Last day"), optional),
            "closed_from": (self.tr("Portal closed from"), optional),
            "closed_to": (self.tr("Portal opens again"), optional),
            "title": (self.tr("Title"), ""),
            "body": (self.tr("Text"), ""),
            "title_en": (self.tr("Title in English"), optional),
            "body_en": (self.tr("Text in English"), optional),
        }

    def _build(self) -> None:
        self.town.setMaximumWidth(360)
        self.number.setMaximumWidth(260)
        whom = column(self._reach_title, self.reach, STRETCH, gap=3)
        self._asked = QStackedWidget(self)
        for part in (self.everybody, self.town, self.number):  # as Reach has them
            self._asked.addWidget(part)
        first = row(whom, self._asked, gap=20)
        first.setStretch(1, 1)
        times = [self.fields[key] for key in _TIMES]
        days = row(*times, gap=16)
        for at, field in enumerate(times):
            field.setMaximumWidth(_TIME_WIDTH)
            days.setStretch(at, 1)
        japanese = column(self.title, self.body, gap=4)
        english = column(self.title_en, self.body_en, gap=4)
        texts = row(japanese, english, gap=16)
        for at in (0, 1):
            texts.setStretch(at, 1)
        inside = column(first, days, texts, gap=4, margins=(18, 12, 18, 10))
        page = column(Card(inside, self), STRETCH, gap=0)
        self.setLayout(page)
        order = (self.reach, *(field.editor for field in self.fields.values()))
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.reach.chosen.connect(self._hear_reach)
        for field in self.fields.values():
            if isinstance(field, TextField):
                field.edit.textEdited.connect(self.edited)
                field.edit.returnPressed.connect(self._go_on)
            elif isinstance(field, BodyField):
                field.edit.edited.connect(self.edited)

    def _unreadable(self) -> dict[str, RuleBroken]:
        typed = {key: self.fields[key] for key in _TIMES}
        found = {
            key: field.problem()
            for key, field in typed.items()
            if isinstance(field, (DayField, MomentField))
        }
        return {key: problem for key, problem in found.items() if problem is not None}

    def _wording(self, without: frozenset[str]) -> Wording:
        """What is typed, as if nothing stood in the fields that cannot be read."""
        kind = _REACHES[self.reach.current()]
        last = None if "withdrawn_on" in without else self.last_day.day()
        closes = without.isdisjoint(_CLOSURE)
        return Wording(
            title=self.title.text(),
            body=self.body.text(),
            title_en=self.title_en.text(),
            body_en=self.body_en.text(),
            town=self.town.text().strip() if kind is Reach.TOWN else "",
            portal_number=self.number.text() if kind is Reach.CONTRACT else "",
            published_on=self._first_day(without),
            withdrawn_on=last + _DAY if last else None,
            closed_from=self.closed_from.moment() if closes else None,
            closed_to=self.closed_to.moment() if closes else None,
        )

    def _first_day(self, without: frozenset[str]) -> dt.date:
        first = None if "published_on" in without else self.first_day.day()
        return first or self._desk.today

    def _hear_reach(self) -> None:
        self._lock()
        self.edited.emit()

    def _go_on(self) -> None:
        self.focusNextChild()

    def _lock(self) -> None:
        """Show the field of the reach that is chosen, and let only be typed what may change."""
        fixed = self.only_end
        self._asked.setCurrentIndex(self.reach.current())
        self.reach.setEnabled(not fixed)
        for key, field in self.fields.items():
            if isinstance(field, (TextField, BodyField)):
                field.edit.setReadOnly(fixed and key not in _ENDS)
                field.edit.style().polish(field.edit)  # so that it is seen

    def _typed(self) -> dict[str, str]:
        return {key: text for key, text in self._texts().items() if text != self._loaded[key]}

    def _texts(self) -> dict[str, str]:
        return {
            key: field.text()
            for key, field in self.fields.items()
            if isinstance(field, (TextField, BodyField))
        }


def _put(field: Field, text: str) -> None:
    if isinstance(field, BodyField):
        field.set_text(text)
    elif isinstance(field, TextField):
        field.edit.setText(text)
        field.edit.setCursorPosition(0)
