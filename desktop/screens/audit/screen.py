"""The record of acts and looks: who saw this customer, what did this staff member do."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.errors import RuleBroken
from db.queries.audit_log import MOST_EXPORTED
from db.rules.csv_safety import csv_cell
from db.rules.permissions import Action, may
from db.rules.safe_name import safe_name
from desktop import errors
from desktop.permission_words import who_can
from desktop.saving import save_dialog
from desktop.screens.audit.acts import Answer, Known, answer, export, known
from desktop.screens.audit.columns import audit_columns
from desktop.screens.audit.question import AuditQuestion
from desktop.screens.audit.verification import Verification
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind, with_key
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent

    from db.queries.audit_log import AuditRow
    from db.queries.customers import CustomerHead
    from desktop.desk import Desk
    from desktop.screens.audit.question import Question

_STATE = "audit_log/columns"


class AuditLog(Translated, QWidget):
    """A question above, the events below it, the seals at the foot; every reading is recorded."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._may_read = may(desk.staff.role, Action.READ_OFFICE_AUDIT)
        self._reads_all = may(desk.staff.role, Action.READ_AUDIT)
        self._names: Mapping[int, str] = {}
        self._question: Question | None = None
        self._answer: Answer | None = None
        self._error: Exception | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self._title = Label("", "h1", self)
        self._scope = Label("", "sub", self)
        self.question = AuditQuestion(desk, self)
        self.count = Label("", "sub", self)
        self.save = QAction(self)
        self.csv = Button("", ButtonKind.GHOST, "csv", self)
        self.table: RecordTable[AuditRow] = RecordTable(
            audit_columns(self._staff_names),
            self,
            name=self._table_name,
            identity=_event_id,
            harmless=csv_cell,
        )
        self.table.arrange(desk.memory.state(_STATE))
        self.more = Button("", ButtonKind.PLAIN, "chevron-down", self)
        self.nothing = Placeholder("audit", self)
        self.seals = Verification(desk, self)
        self.refusal = Placeholder("lock", self)
        self._build()
        self._connect()
        self._show_state()
        self.retranslate()

    def reload(self) -> None:
        """Fetch who works here and how far the record is sealed; ask the last question anew."""
        if not self._may_read:
            return
        mine = None if self._reads_all else self._desk.staff.id
        self._desk.tasks.read(self, partial(known, colleagues_of=mine), self._take_known)
        if self._question is not None:
            self._ask(self._question)

    def offer_customer(self, head: CustomerHead | None) -> None:
        """Offer to ask who saw the customer who is open at the desk; None when nobody is."""
        self.question.offer_customer(head)

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        self._desk.memory.keep_state(_STATE, self.table.arrangement())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Audit log"))
        self._title.setText(self.tr("Audit log"))
        self._scope.setText("" if self._reads_all else self.tr("of your own office"))
        self.save.setText(self.tr("Save the events asked for as a CSV file"))
        self.csv.set_text(self.tr("CSV"))
        self.csv.setToolTip(with_key(self.save.text(), self.save))
        self.more.set_text(self.tr("Show more"))
        self.refusal.say(
            self.tr("Your role does not read the audit log"), who_can(Action.READ_OFFICE_AUDIT)
        )
        self._say_outcome()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.question.number.edit.setFocus()

    def _build(self) -> None:
        tools = row(self.count, STRETCH, self.csv, margins=(16, 6, 10, 4))
        listed = column(gap=0, margins=(1, 1, 1, 1))
        listed.addLayout(tools)
        listed.addWidget(self.table, 1)
        listed.addWidget(self.nothing, 1)
        listed.addLayout(row(STRETCH, self.more, STRETCH, margins=(8, 6, 8, 6)))
        self._listed = Card(listed, self)
        self.skeleton = Skeleton(self._listed)
        work = column(self.question, gap=10)
        work.addWidget(self._listed, 1)
        work.addWidget(self.seals)
        self._body = QStackedWidget(self)
        for part in (clear_box(work), self.refusal):
            self._body.addWidget(part)
        self._body.setCurrentIndex(0 if self._may_read else 1)
        self.save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.save.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.save)
        head = row(self._title, self._scope, STRETCH, gap=10)
        page = column(head, self._body, gap=10, margins=(20, 12, 20, 12))
        page.setStretch(1, 1)
        self.setLayout(page)

    def _connect(self) -> None:
        self.question.asked.connect(self._ask)
        self.more.clicked.connect(self._ask_more)
        self.csv.clicked.connect(self.save.trigger)
        self.save.triggered.connect(self._ask_where)
        self.table.copied.connect(self._say_copied)

    def _table_name(self) -> str:
        return self.tr("Audit log")

    def _staff_names(self) -> Mapping[int, str]:
        return self._names

    def _say_copied(self) -> None:
        self._desk.messages.note(self.tr("Copied the row"))

    def _take_known(self, found: Known) -> None:
        self._names = found.names
        self.question.show_staff(found.names)
        self.seals.show_state(found.state)
        self.table.records.retranslate()

    def _ask(self, question: Question) -> None:
        self._question, self._error = question, None
        self.skeleton.start(self.tr("Reading the audit log…"))
        work = partial(answer, self._desk, question)
        self._desk.tasks.run(self, work, self._show, self._fail)

    def _ask_more(self) -> None:
        if self._answer is not None and self._answer.rows:
            self.more.setEnabled(False)
            work = partial(answer, self._desk, self._answer.question, after=self._answer.rows)
            self._desk.tasks.run(self, work, self._show, self._fail)

    def _show(self, found: Answer) -> None:
        self.skeleton.stop()
        longer = self._answer is not None and len(found.rows) > len(self._answer.rows) > 0
        self._answer, self._error = found, None
        self.table.show_rows(found.rows)
        self._show_state()
        if found.rows and not longer:
            self.table.select(0)
        if found.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        if isinstance(error, RuleBroken) and error.code == "customer.number_unknown":
            self.question.refuse_number(error)
            return
        self._answer, self._error = None, error
        self.table.show_rows(())
        self._show_state()

    def _show_state(self) -> None:
        rows = self._answer.rows if self._answer else ()
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.more.setVisible(self._answer is not None and self._answer.more)
        self.more.setEnabled(True)
        self.save.setEnabled(bool(rows))
        self.csv.setEnabled(bool(rows))
        self._say_outcome()

    def _say_outcome(self) -> None:
        self.count.setText("")
        if self._error is not None:
            self.nothing.show_icon("circle-x", "err")
            told = errors.sentence(self._error)
            self.nothing.say(self.tr("The audit log cannot be read"), told)
            return
        self.nothing.show_icon("audit")
        if self._answer is None:
            hint = self.tr("Every reading is itself recorded.")
            self.nothing.say(self.tr("Say what to look for, then press Enter"), hint)
            return
        count = len(self._answer.rows)
        at_least = self.tr("the newest %n event(s)", "", count)
        self.count.setText(at_least if self._answer.more else self.tr("%n event(s)", "", count))
        hint = self.tr("Ask for a longer time, or for everybody.")
        self.nothing.say(self.tr("Nothing of the kind is recorded"), hint)

    def _ask_where(self) -> None:
        name = self.tr("audit log {day}.csv").format(day=self._desk.today)
        dialog = save_dialog(self.window(), safe_name(name))
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, file: str) -> None:
        """Record that the events asked for leave, then write them to ``file``."""
        if self._answer is None:
            return
        columns = list(self.table.records.columns)
        work = partial(export, self._desk, self._answer.question.wanted, columns, Path(file))
        self._desk.tasks.run(self, work, self._say_saved, self._say_not_saved)

    def _say_saved(self, rows: int) -> None:
        told = self.tr("Saved %n event(s)", "", rows)
        if rows == MOST_EXPORTED:
            told = self.tr("Saved the newest %n event(s); ask for a shorter time", "", rows)
        self._desk.messages.note(told)

    def _say_not_saved(self, error: Exception) -> None:
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))


def _event_id(row: AuditRow) -> object:
    return row.id
