"""Deciding (決裁) on the cut-off warnings whose limit has passed: never by one alone."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.commands.cutoff_decisions import LONGEST_REASON, decide
from db.errors import RuleBroken
from db.queries.cutoff_decisions import WarningFacts, other_supervisor, undecided
from db.rules.csv_safety import csv_cell
from desktop import errors
from desktop import format as written
from desktop.actions import Commit
from desktop.day_field import DayField
from desktop.screens.batches.decision_columns import warning_columns
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.fact_list import FactList
from desktop.widgets.field import TextField
from desktop.widgets.labels import Paragraph
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.segments import Segments
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from desktop.desk import Desk

    Found = tuple[tuple[WarningFacts, ...], bool]

_BESIDE = 348
_CUT_OFF = 0


class CutoffDecisions(Translated, QWidget):
    """The warnings at the left; the decision at the right is checked first, then carried out."""

    step_changed = Signal()
    counted = Signal(int)  # how many warnings wait for a decision

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._checked = self._busy = self._others = False
        self._error: Exception | None = None
        self.table: RecordTable[WarningFacts] = RecordTable(
            warning_columns(), self, name=self._name, identity=_document_id, harmless=csv_cell
        )
        self.facts = FactList(self, name_width=104)
        self.which = Segments("", 2, self)
        self.day = DayField(desk, self)
        self.reason = TextField(parent=self, lines=2)
        self.told = Paragraph("", "warn", self)
        self.decide = Button("", ButtonKind.PRIMARY, "check", self)
        self.nothing = Placeholder("check", self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self.day.edit.setMaximumWidth(self.day.maximumWidth())
        self.day.setMaximumWidth(_BESIDE)
        self.reason.edit.setMaxLength(LONGEST_REASON)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def commits(self) -> Commit | None:
        """What F12 does here now."""
        if self._busy or not self.decide.isEnabled():
            return None
        return Commit.CARRY_OUT if self._checked else Commit.CHECK

    def proceed(self) -> None:
        """F12: check the decision, and the second time carry it out."""
        if self.commits is None or not self._is_whole():
            return
        if self._checked:
            self._carry_out()
        else:
            self._set_checked(checked=True)

    def reload(self) -> None:
        """Fetch the warnings anew."""
        self.skeleton.start(self.tr("Fetching the warnings…"))
        work = partial(
            _fetch,
            today=self._desk.today,
            staff_id=self._desk.staff.id,
            now=self._desk.now,
        )
        self._desk.tasks.read(self, work, self._show, self._fail)

    def take_focus(self) -> None:
        """Go to the list."""
        failed = self._body.currentWidget() is self.problem
        (self.retry if failed else self.table).setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        self.which.set_name(self.tr("Decision"))
        self.which.set_labels((self.tr("Cut off"), self.tr("Do not cut off")))
        self.day.set_label(self.tr("Day of the cut-off"), self.tr("a later working day"))
        self.reason.set_label(self.tr("Reason"), self.tr("stays on record"))
        self.retry.set_text(self.tr("Try again"))
        self.nothing.say(
            self.tr("Nothing to decide on"),
            self.tr("Cut-off warnings come here the day after their limit."),
        )
        if self._error is not None:
            self.problem.say(self.tr("The warnings cannot be shown"), errors.sentence(self._error))
        self._say()

    def _build(self) -> None:
        inside = column(
            self.facts,
            STRETCH,
            self.which,
            self.day,
            self.reason,
            self.told,
            row(STRETCH, self.decide),
            gap=8,
            margins=(16, 14, 16, 14),
        )
        beside = Card(inside, self)
        beside.setFixedWidth(_BESIDE)
        listed = Card(column(self.table, margins=(1, 1, 1, 1)), self)
        both = row(listed, beside, gap=12)
        both.setStretch(0, 1)
        self.problem.add_button(self.retry)
        self._body = QStackedWidget(self)
        for part in (clear_box(both), self.nothing, self.problem):
            self._body.addWidget(part)
        self.skeleton = Skeleton(self._body)
        self.setLayout(column(self._body))
        stops = (self.table, self.which, self.day.edit, self.reason.edit, self.decide)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.table.selection_changed.connect(self._stand_on)
        self.table.chosen.connect(self._to_decision)
        self.which.chosen.connect(self._edited)
        self.day.edit.textEdited.connect(self._edited)
        self.reason.edit.textEdited.connect(self._edited)
        self.decide.clicked.connect(self.proceed)
        self.retry.clicked.connect(self.reload)

    def _show(self, found: Found) -> None:
        warnings, self._others = found
        self.skeleton.stop()
        self._error = None
        self.table.show_rows(warnings)
        if warnings and self.table.selected() is None:
            self.table.select(0)
        self._body.setCurrentIndex(0 if warnings else 1)
        self._stand_on(self.table.selected())
        self.counted.emit(len(warnings))

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._error = error
        self._body.setCurrentWidget(self.problem)
        self.retranslate()

    def _stand_on(self, _each: WarningFacts | None) -> None:
        for field in (self.day, self.reason):
            field.edit.clear()
            field.show_error("")
        self._set_checked(checked=False)

    def _to_decision(self, _each: WarningFacts) -> None:
        self.which.button(self.which.current()).setFocus(Qt.FocusReason.TabFocusReason)

    def _edited(self, _what: object = None) -> None:
        self.day.show_error("")
        self.reason.show_error("")
        self._set_checked(checked=False)

    def _set_checked(self, *, checked: bool) -> None:
        self._checked = checked
        self._say()

    def _say(self) -> None:
        each = self.table.selected()
        own = each is not None and each.planned_by == self._desk.staff.id and self._others
        cut_off = self.which.current() == _CUT_OFF
        self.day.setVisible(cut_off)
        self.decide.setEnabled(each is not None and not own and not self._busy)
        act = self.tr("Carry out") if self._checked else self.tr("Check")
        self.decide.set_text(f"{act}  F12")
        self.facts.show_facts(() if each is None else self._facts(each))
        self.told.setText(self._told(each, own=own, cut_off=cut_off))
        self.step_changed.emit()

    def _told(self, each: WarningFacts | None, *, own: bool, cut_off: bool) -> str:
        if each is None:
            return ""
        if own:
            return self.tr("You planned this warning: another supervisor decides on it.")
        if not self._checked:
            return ""
        if not cut_off:
            told = self.tr("{name} keeps the water. F12 once more decides it.")
            return told.format(name=each.customer_name)
        day = self.day.day()
        told = self.tr("The water of {name} is cut off on {day}. F12 once more decides it.")
        shown = written.long_date(day, self._desk.language.code) if day else "–"
        return told.format(name=each.customer_name, day=shown)

    def _facts(self, each: WarningFacts) -> list[tuple[str, str]]:
        code = self._desk.language.code
        return [
            (self.tr("Warning"), each.number),
            (self.tr("Customer"), each.customer_name),
            (self.tr("Customer no."), each.customer_number),
            (self.tr("Place"), each.address),
            (self.tr("Issued"), written.short_date(each.issued_on)),
            (self.tr("Asked for"), written.yen(each.asked_yen, code)),
            (self.tr("Unpaid now"), written.yen(each.unpaid_yen, code)),
            (self.tr("Planned by"), each.planned_by_name),
        ]

    def _is_whole(self) -> bool:
        cut_off = self.which.current() == _CUT_OFF
        wrong = self.day.problem() if cut_off else None
        if cut_off and wrong is None and self.day.day() is None:
            wrong = RuleBroken("cutoff.day")
        self.day.show_error("" if wrong is None else errors.sentence(wrong))
        missing = not self.reason.text().strip()
        self.reason.show_error(self.tr("Type why it is decided so.") if missing else "")
        first = self.day if wrong is not None else self.reason
        if wrong is not None or missing:
            first.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong is None and not missing

    def _carry_out(self) -> None:
        each = self.table.selected()
        if each is None:
            return
        approved = self.which.current() == _CUT_OFF
        self._busy = True
        self._say()
        work = partial(
            decide,
            warning_id=each.document_id,
            approved=approved,
            execute_on=self.day.day() if approved else None,
            reason=self.reason.text(),
            by=self._desk.actor,
            now=self._desk.now,
        )
        self._desk.tasks.write(self, work, self._take_decided, self._refuse)

    def _take_decided(self, _decision_id: int) -> None:
        self._busy = False
        self._desk.messages.note(self.tr("The decision is on record"))
        self.take_focus()
        self.reload()

    def _refuse(self, error: Exception) -> None:
        self._busy = False
        self._set_checked(checked=False)
        if isinstance(error, RuleBroken) and error.code == "cutoff.day":
            self.day.show_error(errors.sentence(error))
            self.day.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))
        self.reload()

    def _name(self) -> str:
        return self.tr("Warnings to decide on")


def _fetch(session: Session, *, today: dt.date, staff_id: int, now: dt.datetime) -> Found:
    return undecided(session, today), other_supervisor(session, staff_id, now)


def _document_id(each: WarningFacts) -> int:
    return each.document_id
