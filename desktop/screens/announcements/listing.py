"""The lists: what this customer is told, or all that is announced; shown, scheduled, ended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from db.queries.announcements import AnnouncementLine, CustomerAnnouncement
from db.rules.announcements import AnnouncementState
from db.rules.csv_safety import csv_cell
from db.rules.permissions import Action, may
from desktop.screens.announcements.columns import all_columns, customer_columns
from desktop.widgets.card import Card
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk import Desk

Row = CustomerAnnouncement | AnnouncementLine
HERE, EVERYWHERE = 0, 1
_STATES: Final = {HERE: "announcements/here", EVERYWHERE: "announcements/all"}
_FILTERS: Final = (
    frozenset({AnnouncementState.SHOWN}),
    frozenset({AnnouncementState.SCHEDULED}),
    frozenset({AnnouncementState.ENDED, AnnouncementState.WITHDRAWN}),
)


class AnnouncementList(Translated, Card):
    """Two tables in one place; Space in the customer's notes that they were told."""

    selection_changed = Signal(object)  # Row or None
    chosen = Signal(object)  # Row
    scope_changed = Signal(int)

    def __init__(self, desk: Desk, told: QAction, parent: QWidget | None = None) -> None:
        inside = column(gap=0, margins=(1, 0, 1, 1))
        super().__init__(inside, parent)
        self._desk = desk
        self.scope = Segments("", len(_STATES), self)
        self.filter = Segments("", len(_FILTERS), self)
        counts = may(desk.staff.role, Action.WRITE_ANNOUNCEMENT)
        self.here: RecordTable[CustomerAnnouncement] = RecordTable(
            customer_columns(desk.language),
            self,
            name=self._here_name,
            identity=_number,
            harmless=csv_cell,
        )
        self.everywhere: RecordTable[AnnouncementLine] = RecordTable(
            all_columns(desk.language, counts=counts),
            self,
            name=self._everywhere_name,
            identity=_number,
            harmless=csv_cell,
        )
        self.nothing = Placeholder("bell", self)
        self.body = QStackedWidget(self)
        self._awaited = False
        told.setShortcut(QKeySequence(Qt.Key.Key_Space))
        told.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.here.addAction(told)
        tools = row(self.scope, STRETCH, self.filter, gap=8, margins=(14, 9, 14, 8))
        for part in (self.here, self.everywhere, self.nothing):
            self.body.addWidget(part)
        inside.addLayout(tools)
        inside.addWidget(self.body, 1)
        self._connect()
        self.offer_customer(offered=False)
        self.retranslate()

    @property
    def table(self) -> RecordTable[CustomerAnnouncement] | RecordTable[AnnouncementLine]:
        """The table of the scope that is chosen."""
        return self.here if self.scope.current() == HERE else self.everywhere

    def selected(self) -> Row | None:
        """What the clerk stands on."""
        return None if self.body.currentWidget() is self.nothing else self.table.selected()

    def offer_customer(self, *, offered: bool) -> None:
        """Let what one customer is told be chosen, and choose it; or rest while nobody is open."""
        self.scope.button(HERE).setEnabled(offered)
        self.scope.choose(HERE if offered else EVERYWHERE)
        self.show_filtered()

    def show_customer(self, rows: Sequence[CustomerAnnouncement]) -> None:
        """Show what one customer is told."""
        self.here.show_rows(rows)
        self._take_rows()

    def show_all(self, rows: Sequence[AnnouncementLine]) -> None:
        """Show all that is announced."""
        self.everywhere.show_rows(rows)
        self._take_rows()

    def stand_on(self, announcement_id: int) -> None:
        """Select one announcement, whatever was filtered by."""
        for number, states in enumerate(_FILTERS):
            self.filter.choose(number)
            self.table.show_only(partial(_is_one_of, states))
            at = self.table.records.position(partial(_is_number, announcement_id))
            if at >= 0:
                self.table.select(at)
                break
        self.show_filtered()

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        for scope, table in ((HERE, self.here), (EVERYWHERE, self.everywhere)):
            self._desk.memory.keep_state(_STATES[scope], table.arrangement())

    def show_filtered(self) -> None:
        """Show the rows of the state that is chosen, and say how many there are of each."""
        table = self.table
        self._count()
        table.show_only(partial(_is_one_of, _FILTERS[self.filter.current()]))
        if table.selected() is None:
            table.select(0)
        inside = self.here.hasFocus() or self.everywhere.hasFocus()
        empty = table.records.rowCount() == 0
        self.body.setCurrentWidget(self.nothing if empty else table)
        if inside:
            (self.filter.button(self.filter.current()) if empty else table).setFocus()
        self.selection_changed.emit(self.selected())

    def take_focus(self) -> None:
        """Let the keyboard work in the list."""
        self._awaited = self.body.currentWidget() is self.nothing
        place = self.filter.button(self.filter.current()) if self._awaited else self.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.scope.set_name(self.tr("Whose announcements"))
        self.scope.set_labels((self.tr("This customer"), self.tr("All")))
        self.filter.set_name(self.tr("Announcements shown"))
        self._count()
        self.nothing.say(
            self.tr("No announcement is like that"),
            self.tr("The filter above hides the others."),
        )

    def _connect(self) -> None:
        self.scope.chosen.connect(self._change_scope)
        self.filter.chosen.connect(self.show_filtered)
        for scope, table in ((HERE, self.here), (EVERYWHERE, self.everywhere)):
            table.arrange(self._desk.memory.state(_STATES[scope]))
            table.selection_changed.connect(self._pass_selection)
            table.chosen.connect(self.chosen)
            table.copied.connect(self._say_copied)

    def _here_name(self) -> str:
        return self.tr("Announcements to this customer")

    def _everywhere_name(self) -> str:
        return self.tr("All announcements")

    def _change_scope(self, scope: int) -> None:
        self.show_filtered()
        self.scope_changed.emit(scope)

    def _take_rows(self) -> None:
        self.show_filtered()
        at = QApplication.focusWidget()
        if self._awaited and at is not None and self.filter.isAncestorOf(at):
            self.take_focus()  # the keyboard waited beside the list until there were rows
        self._awaited = False

    def _pass_selection(self, selected: Row | None) -> None:
        if self.sender() in (None, self.table):
            self.selection_changed.emit(selected)

    def _say_copied(self) -> None:
        self._desk.messages.note(self.tr("Copied the row"))

    def _count(self) -> None:
        words = (self.tr("Shown"), self.tr("Scheduled"), self.tr("Ended or withdrawn"))
        records = self.table.records
        self.filter.set_labels(
            words, [records.count(partial(_is_one_of, states)) for states in _FILTERS]
        )


def _number(line: Row) -> object:
    return line.facts.announcement_id


def _is_number(announcement_id: int, line: Row) -> bool:
    return line.facts.announcement_id == announcement_id


def _is_one_of(states: frozenset[AnnouncementState], line: Row) -> bool:
    return line.facts.state in states
