"""The search: what stands in the box along the top is looked for, and listed here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from db.queries.recent import recent_customers
from db.queries.search_filters import SearchFilter
from db.rules.permissions import Action, may
from db.rules.words import OpeningReason
from desktop import errors
from desktop.screens.customer_search import words
from desktop.screens.customer_search.finder import Asked, Finder, Question
from desktop.screens.customer_search.finds import FILTERS, Finds
from desktop.screens.customer_search.recent import RecentCustomers
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from db.queries.recent import RecentCustomer
    from db.queries.search import SearchRow
    from desktop.desk import Desk
    from desktop.screens.customer_search.finder import Answer


class CustomerSearch(Translated, QWidget):
    """Lists the contracts found; the box keeps the focus until the clerk goes into the list."""

    chosen = Signal(int, int, str)  # customer id, contract id, OpeningReason
    back_wanted = Signal()  # Esc outside the box: the clerk wants to type again

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._may_search = may(desk.staff.role, Action.SEARCH)
        self._question = Question("", SearchFilter.ALL)
        self._answer: Answer | None = None
        self._moved = False
        self._finder = Finder(desk, self)
        self._title = Label("", "h1", self)
        self._asked = ElidedLabel("", "sub", self)
        self._keys = Label("", "sub", self)
        self._hint = Banner(Kind.INFO, "", self, icon="help")
        self.caution = Banner(Kind.WARN, "", self)
        self.finds = Finds(desk, self)
        self.recent = RecentCustomers(desk, self)
        self.refusal = Placeholder("lock", self)
        self._build()
        self._connect()
        self.retranslate()

    def look_for(self, text: str) -> None:
        """Look for what is being typed, as soon as the typing pauses."""
        if not text.strip():
            self.clear()
        elif self._may_search:
            self._question = Question(text, self._question.only)
            self._finder.ask_soon(self._question)

    def settle(self, text: str) -> None:
        """Enter in the box: open the only find, or the one moved to, or go into the list."""
        question = Question(text, self._question.only)
        if not text.strip() or not self._may_search:
            return
        answer = self._finder.answer_to(question)
        row = self.finds.table.selected()
        if answer is None:
            self._question = question
            self._finder.ask(question, Asked.ENTERED)
        elif self._moved and row is not None:
            self._open(row)
        else:
            self._finder.settle()
            self._enter(answer)

    def is_under_way(self) -> bool:
        """Whether what is typed has not been answered yet."""
        return self._finder.is_under_way()

    def clear(self) -> None:
        """Look for nothing any more."""
        self._question = Question("", self._question.only)
        self._finder.forget()
        self._show(None)

    def reload(self) -> None:
        """Look once more for the same, and for whom the clerk opened meanwhile."""
        self._ask_recent()
        if self._question.text:
            self._finder.ask(self._question, Asked.AGAIN)

    def move_selection(self, step: int) -> None:
        """Move in the list while the focus stays in the box."""
        if self.isVisible() and self.finds.go(step):
            self._moved = True

    def tab_after(self, box: QWidget) -> None:
        """Have Tab go from the search box to the filter, the list and whom was opened."""
        finds = self.finds
        filters = [finds.filter.button(number) for number in range(len(FILTERS))]
        before = box
        for part in (*filters, finds.table, finds.retry, *self.recent.buttons):
            QWidget.setTabOrder(before, part)
            before = part

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        self.finds.keep_state()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Customer search"))
        self._keys.setText(self.tr("↑↓ choose   Enter open   Esc back"))
        self._hint.say(words.combining())
        self.refusal.say(
            self.tr("Your role does not search for customers"),
            self.tr("Staff at the counter, on the phone and supervisors do."),
        )
        self._say_outcome()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_recent()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        heading = row(self._title, self._asked, STRETCH, self._keys, gap=10)
        heading.setStretchFactor(self._asked, 100)
        work = column(heading, self._hint, self.caution, gap=12)
        work.addWidget(self.finds, 100)
        work.addWidget(self.recent)
        work.addStretch(1)
        self._work = clear_box(work, self)
        self._work.setVisible(self._may_search)
        self.refusal.setVisible(not self._may_search)
        self.recent.hide()
        self.setLayout(column(self._work, self.refusal, gap=0, margins=(20, 12, 20, 12)))

    def _connect(self) -> None:
        self._finder.begun.connect(self.finds.wait)
        self._finder.answered.connect(self._take_answer)
        self._finder.failed.connect(self._take_failure)
        self.finds.filtered.connect(self._filter)
        self.finds.opened.connect(self._open)
        self.finds.retry_wanted.connect(self.reload)
        self.recent.chosen.connect(self._reopen)

    def _ask_recent(self) -> None:
        if self._may_search:
            midnight = self._desk.now.replace(hour=0, minute=0, second=0, microsecond=0)
            staff = self._desk.staff
            work = partial(recent_customers, staff_id=staff.id, role=staff.role, since=midnight)
            self._desk.tasks.read(self, work, self.recent.show_customers)

    def _filter(self, only: SearchFilter) -> None:
        self._question = Question(self._question.text, only)
        if self._question.text:
            self._finder.ask(self._question, Asked.AGAIN)

    def _take_answer(self, answer: Answer, asked: Asked) -> None:
        self._show(answer)
        if not self.isVisible():
            return
        if asked is Asked.ENTERED:
            self._enter(answer)
        elif asked is Asked.TYPED and answer.found.complete_number:
            self._open_single(answer)

    def _take_failure(self, error: Exception) -> None:
        self._show(None)
        self.finds.show_problem(errors.sentence(error))

    def _show(self, answer: Answer | None) -> None:
        self._answer = answer
        self._moved = False
        self.finds.show_answer(answer)
        self._say_outcome()

    def _say_outcome(self) -> None:
        found = self._answer.found if self._answer else None
        asked = self._answer.query.text if self._answer else ""
        told = self.tr("Results for “{text}”").format(text=asked) if asked else ""
        self._asked.setText(told)
        self._keys.setVisible(bool(found and found.rows))
        warning = words.caution(found) if found else ""
        if warning != self.caution.text():
            self.caution.say(warning)
        self.caution.setVisible(bool(warning))
        self._hint.setVisible(not warning)

    def _enter(self, answer: Answer) -> None:
        if not self._open_single(answer) and answer.found.rows:
            self.finds.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_single(self, answer: Answer) -> bool:
        rows = answer.found.rows
        single = len(rows) == 1 and not answer.found.more
        if single:
            self._open(rows[0])
        return single

    def _open(self, row: SearchRow) -> None:
        self._moved = False
        complete = False
        if self._answer is not None:
            self._finder.record(self._answer)
            complete = self._answer.found.complete_number
        how = OpeningReason.NUMBER if complete else OpeningReason.SEARCHED
        told = partial(self.chosen.emit, row.customer_id, row.contract_id, how)
        self._finder.when_recorded(told)

    def _reopen(self, customer: RecentCustomer) -> None:
        self.chosen.emit(customer.customer_id, customer.contract_id, OpeningReason.REOPENED)
