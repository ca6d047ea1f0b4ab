"""A customer's holds and protection beside each other."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.commands.holds import end_hold
from db.queries.holds import HoldFacts, holds_of
from db.queries.protections import ProtectionFacts, protection_of
from db.rules.member_words import Procedure
from db.rules.permissions import Action, may
from desktop import errors
from desktop.permission_words import who_can
from desktop.screens.holds.columns import hold_columns
from desktop.screens.holds.protection import ProtectionCard
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QFocusEvent
    from sqlalchemy.orm import Session

    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.tasks import Task

    Found = tuple[tuple[HoldFacts, ...], ProtectionFacts | None]

_BESIDE = 300


class HoldsRoom(Translated, QWidget):
    """Set a hold, end one; protect a customer, review and end that."""

    procedure_wanted = Signal(object)  # Procedure

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._error: Exception | None = None
        self._ending: int | None = None
        self._task: Task[Any] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self._title = Label("", "h2", self)
        self.set = Button("", ButtonKind.PLAIN, "plus", self)
        self.end = Button("", ButtonKind.DANGER, parent=self)
        self.table: RecordTable[HoldFacts] = RecordTable(
            hold_columns(), self, name=self._table_name, identity=_hold_id
        )
        self.nothing = Placeholder("inbox", self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self.protection = ProtectionCard(desk, self)
        self._build()
        self._connect()
        self.retranslate()

    def show_case(self, case: Case | None) -> None:
        """Fetch the holds and the protection of the customer being served."""
        self._case = case
        if self._task is not None:
            self._task.drop()
        self.skeleton.stop()
        if case is None:
            return
        self.skeleton.start(self.tr("Fetching the holds…"))
        work = partial(_fetch, customer_id=case.head.customer_id, today=self._desk.today)
        self._task = self._desk.tasks.read(self, work, self._show, self._fail)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Holds and protection"))
        self._title.setText(self.tr("Holds"))
        self.set.set_text(self.tr("Set a hold…"))
        self.retry.set_text(self.tr("Try again"))
        self.nothing.say(
            self.tr("Nothing is held back"),
            self.tr("A dispute, instalments, a reported payment or returned mail belong here."),
        )
        if self._error is not None:
            self.problem.say(self.tr("Holds cannot be shown"), errors.sentence(self._error))
        self._show_chosen(self.table.selected())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        ways: tuple[QWidget, ...] = (self.table, self.set, self.retry)
        ways[self._body.currentIndex()].setFocus()

    def _build(self) -> None:
        self._body = QStackedWidget(self)
        for part in (self.table, self.nothing, self.problem):
            self._body.addWidget(part)
        self.skeleton = Skeleton(self._body)
        self.problem.add_button(self.retry)
        head = row(self._title, STRETCH, self.end, self.set, gap=8, margins=(16, 10, 12, 6))
        holds = Card(column(clear_box(head), self._body, gap=0, margins=(1, 0, 1, 1)), self)
        self.protection.setFixedWidth(_BESIDE)
        whole = row(holds, self.protection, gap=12, margins=(16, 12, 16, 12))
        whole.setStretch(0, 1)
        self.setLayout(whole)
        for before, after in pairwise((self.table, self.end, self.set, self.protection.begin)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.set.clicked.connect(self._set)
        self.end.clicked.connect(self._end)
        self.retry.clicked.connect(self._again)
        self.table.selection_changed.connect(self._show_chosen)
        self.protection.protect_wanted.connect(self._protect)
        self.protection.changed.connect(self._again)

    def _table_name(self) -> str:
        return self.tr("Holds")

    def _show(self, found: Found) -> None:
        self.skeleton.stop()
        holds, protection = found
        self._error = None
        self.table.show_rows(holds)
        if holds and self.table.selected() is None:
            self.table.select(0)
        inside = self.table.hasFocus()
        self._body.setCurrentIndex(0 if holds else 1)
        self._show_chosen(self.table.selected())
        if inside and not holds:
            self.set.setFocus()  # nothing in the empty list takes keys
        self.protection.show_protection(protection)

    def _show_chosen(self, hold: HoldFacts | None) -> None:
        self._ending = None
        allowed = may(self._desk.staff.role, Action.SET_HOLD)
        self.end.set_text(self.tr("End this hold"))
        self.end.setEnabled(allowed and hold is not None and hold.ended_at is None)
        self.set.setEnabled(allowed)
        for button in (self.set, self.end):
            button.setToolTip("" if allowed else who_can(Action.SET_HOLD))

    def _set(self) -> None:
        self.procedure_wanted.emit(Procedure.HOLD)

    def _protect(self) -> None:
        self.procedure_wanted.emit(Procedure.PROTECT)

    def _end(self) -> None:
        hold = self.table.selected()
        if hold is None:
            return
        if self._ending != hold.hold_id:
            self._ending = hold.hold_id
            self.end.set_text(self.tr("End it? Once more does it"))
            return
        by, now = self._desk.actor, self._desk.now
        work = partial(end_hold, hold_id=hold.hold_id, version=hold.version, by=by, now=now)
        self._desk.tasks.write(self, work, self._again, self._refuse)

    def _again(self, _outcome: object = None) -> None:
        self.show_case(self._case)

    def _refuse(self, error: Exception) -> None:
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))
        self._again()

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._error = error
        self.problem.say(self.tr("Holds cannot be shown"), errors.sentence(error))
        self._body.setCurrentWidget(self.problem)


def _fetch(session: Session, *, customer_id: int, today: dt.date) -> Found:
    protection = protection_of(session, customer_id, today=today)
    return holds_of(session, customer_id, today), protection


def _hold_id(hold: HoldFacts) -> int:
    return hold.hold_id
