"""What a batch is to hold, filled in by a supervisor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from db.queries.batch_rows import ASKING
from db.rules.batch_criteria import ALL_EXCLUSIONS, BATCHED, BatchCriteria
from db.rules.paper import DUNNING, PaperKind, PaperLanguage
from db.rules.periods import Cycle
from desktop import batch_words, errors, paper_words
from desktop.day_field import DayField
from desktop.screens.batches.exclusions import ExclusionsField
from desktop.widgets.card import Card
from desktop.widgets.combo import ComboField
from desktop.widgets.error_summary import Fault
from desktop.widgets.field import Field, TextField
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated
from desktop.widgets.typed_text import DigitsEdit

if TYPE_CHECKING:
    from db.errors import RuleBroken
    from desktop.desk import Desk
    from desktop.screens.batches.acts import Offices

_CYCLES: Final = (None, *Cycle)
_LANGUAGES: Final = tuple(PaperLanguage)
_LIMITED: Final = DUNNING[:-1]
_BESIDE: Final = ("exclusions", "language")
_ANY: Final = 16_777_215
_AT: Final = {
    "batch.due_range": "due_to",
    "batch.minimum": "minimum",
    "batch.issued_on": "issued_on",
    "batch.limit_on": "limit_on",
    "dunning.limit_too_early": "limit_on",
    "office.gone": "office",
}


class CriteriaForm(Translated, QWidget):
    """Gives the criteria, or says at each field what is wrong with it."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._offices: Offices | None = None
        self._wrong: dict[str, RuleBroken] = {}
        self.kind: ComboField[PaperKind] = ComboField(self)
        self.office: ComboField[int] = ComboField(self)
        self.cycle = Segments("", len(_CYCLES))
        self._cycle_field = Field(self.cycle, self)
        self.minimum = TextField(DigitsEdit(), self)
        self.due_from = DayField(desk, self)
        self.due_to = DayField(desk, self)
        self.issued_on = DayField(desk, self)
        self.limit_on = DayField(desk, self)
        self.exclusions = ExclusionsField(self)
        self.language = Segments("", len(_LANGUAGES))
        self._language_field = Field(self.language, self)
        for day in (self.due_from, self.due_to, self.issued_on, self.limit_on):
            day.edit.setMaximumWidth(day.maximumWidth())
            day.setMaximumWidth(_ANY)  # so that what is wrong can be read whole
        for choice in (self.kind, self.office):
            short = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            choice.combo.setSizeAdjustPolicy(short)
        self.issued_on.set_day(desk.today)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by name, in reading order."""
        return {
            "kind": self.kind,
            "office": self.office,
            "cycle": self._cycle_field,
            "minimum": self.minimum,
            "due_from": self.due_from,
            "due_to": self.due_to,
            "issued_on": self.issued_on,
            "limit_on": self.limit_on,
            "exclusions": self.exclusions,
            "language": self._language_field,
        }

    def offer(self, offices: Offices) -> None:
        """Offer the offices; the supervisor's own is chosen first."""
        first = self._offices is None
        self._offices = offices
        self.retranslate()
        if first:
            self.office.choose(offices.own)

    def criteria(self) -> BatchCriteria | None:
        """What is filled in; None when a field is wrong, which is said at it."""
        days = (self.due_from, self.due_to, self.issued_on, self.limit_on)
        names = ("due_from", "due_to", "issued_on", "limit_on")
        wrong = {name: day.problem() for name, day in zip(names, days, strict=True)}
        self._wrong = {name: broken for name, broken in wrong.items() if broken is not None}
        kind = self.kind.value()
        self._tell()
        if self._wrong or kind is None:
            return None
        limited, asking = kind in _LIMITED, kind in ASKING
        return BatchCriteria(
            kind=kind,
            issued_on=self.issued_on.day() or self._desk.today,
            language=_LANGUAGES[self.language.current()],
            office_id=self.office.value(),
            cycle=_CYCLES[self.cycle.current()],
            due_from=self.due_from.day(),
            due_to=self.due_to.day(),
            minimum_yen=int(self.minimum.text() or 0) if asking else 0,
            exclude=self.exclusions.taken() if asking else ALL_EXCLUSIONS,
            limit_on=self.limit_on.day() if limited else None,
        )

    def show_refusal(self, broken: RuleBroken) -> bool:
        """Say at its field what the criteria were refused for; whether there is such a field."""
        name = _AT.get(broken.code)
        if name is not None:
            self._wrong = {name: broken}
            self._tell()
        return name is not None

    def faults(self) -> list[Fault]:
        """What is wrong, from the top of the form."""
        return [
            Fault(field.editor.accessibleName(), field.error(), field.editor)
            for field in self.fields.values()
            if field.error()
        ]

    def retranslate(self) -> None:
        self.kind.set_choices([(kind, paper_words.paper_kind(kind)) for kind in BATCHED])
        if self._offices is not None:
            code, name = self._desk.language.code, batch_words.office_name
            every = self._offices.every
            self.office.set_choices(
                [(each.office_id, name(each.name, each.name_latin, code)) for each in every]
            )
        self._name_fields()
        self._follow_kind()
        self._tell()

    def _name_fields(self) -> None:
        self.kind.set_label(self.tr("Kind of notice"))
        self.office.set_label(self.tr("Issuing office"))
        self.cycle.set_name(self.tr("Months read"))
        self.cycle.set_labels([batch_words.cycle(each) for each in _CYCLES])
        self._cycle_field.set_label(self.tr("Months read"))
        self.due_from.set_label(self.tr("Due from"), self.tr("R6.7.1 or 2024/7/1"))
        self.due_to.set_label(self.tr("Due until"), self.tr("empty: no end"))
        self.issued_on.set_label(self.tr("Day of issue"), self.tr("today or later"))
        self.language.set_name(self.tr("Language of the notices"))
        self.language.set_labels([paper_words.paper_language(each) for each in _LANGUAGES])
        self._language_field.set_label(self.tr("Language of the notices"))

    def _follow_kind(self) -> None:
        kind = self.kind.value()
        limited, asking = kind in _LIMITED, kind in ASKING
        self.limit_on.edit.setEnabled(limited)
        usual = self.tr("empty: by the rule")
        self.limit_on.set_label(self.tr("Limit"), usual if limited else self.tr("none here"))
        self.minimum.edit.setEnabled(asking)
        every = self.tr("yen; empty: all")
        self.minimum.set_label(
            self.tr("Owing at least"), every if asking else self.tr("asks for no money")
        )
        self.exclusions.follow(asking=asking)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        first = list(self.fields.values())[: -len(_BESIDE)]
        for number, field in enumerate(first):
            grid.addWidget(field, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        left = Card(column(grid, margins=(16, 12, 16, 4)), self)
        right = Card(
            column(self.exclusions, self._language_field, gap=6, margins=(16, 12, 16, 4)), self
        )
        whole = row(column(left, STRETCH), column(right, STRETCH), gap=12)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._take_kind)
        self.exclusions.chosen.connect(self.edited)
        self.office.chosen.connect(self.edited)
        for segments in (self.cycle, self.language):
            segments.chosen.connect(self.edited)
        for field in (self.minimum, self.due_from, self.due_to, self.issued_on, self.limit_on):
            field.edit.textEdited.connect(self.edited)

    def _take_kind(self) -> None:
        self._follow_kind()
        self.edited.emit()

    def _tell(self) -> None:
        for name, field in self.fields.items():
            broken = self._wrong.get(name)
            field.show_error("" if broken is None else errors.sentence(broken))
