"""The batches there are: to go on with one that was stopped, or to write files anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from db.queries.batches import BatchFacts, batches
from db.rules.csv_safety import csv_cell
from db.rules.paper import BatchState
from desktop import batch_words, errors, paper_words
from desktop import format as written
from desktop.folder_field import FolderField
from desktop.screens.batches.earlier_columns import batch_columns, moment
from desktop.screens.batches.running import Job
from desktop.screens.batches.sums import SumList
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.fact_list import FactList
from desktop.widgets.labels import Paragraph
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from desktop.desk import Desk
    from desktop.screens.batches.running import BatchRunner

_BESIDE = 324


class EarlierBatches(Translated, QWidget):
    """The newest first; what can be done with the one stood on is at the right."""

    run_wanted = Signal(object)  # Job

    def __init__(self, desk: Desk, runner: BatchRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk, self._runner = desk, runner
        self._asked: int | None = None
        self._wanted: int | None = None
        self._error: Exception | None = None
        self.table: RecordTable[BatchFacts] = RecordTable(
            batch_columns(), self, name=self._name, identity=_batch_id, harmless=csv_cell
        )
        self.facts = FactList(self, name_width=96)
        self.sums = SumList(self)
        self.told = Paragraph("", "warn", self)
        self.folder = FolderField(desk, self)
        self.go_on = Button("", ButtonKind.PRIMARY, "refresh", self)
        self.nothing = Placeholder("inbox", self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self._build()
        self.table.selection_changed.connect(self._stand_on)
        self.table.chosen.connect(self._to_folder)
        self.go_on.clicked.connect(self._go_on)
        self.retry.clicked.connect(self.reload)
        runner.changed.connect(self._follow_runner)
        self.retranslate()

    def reload(self) -> None:
        """Fetch the batches anew."""
        self.skeleton.start(self.tr("Fetching the batches…"))
        self._desk.tasks.read(self, batches, self._show, self._fail)

    def ask_folder(self, batch_id: int) -> None:
        """Stand on a batch as soon as it is there, to choose another folder for it."""
        self._wanted = batch_id

    def take_focus(self) -> None:
        """Go to the list."""
        shown = self._body.currentWidget()
        target = self.retry if shown is self.problem else self.table
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        self.retry.set_text(self.tr("Try again"))
        self.nothing.say(
            self.tr("No batch was planned yet"),
            self.tr("The first one is planned under “New batch”."),
        )
        if self._error is not None:
            self.problem.say(self.tr("The batches cannot be shown"), errors.sentence(self._error))
        self._stand_on(self.table.selected())

    def _build(self) -> None:
        inside = column(self.facts, 4, self.sums, None, gap=6)
        room = QScrollArea(self)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(clear_box(inside))
        below = column(self.told, self.folder, self.go_on, gap=6)
        left = column(room, below, gap=8, margins=(16, 14, 16, 14))
        left.setStretch(0, 1)
        beside = Card(left, self)
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

    def _show(self, found: tuple[BatchFacts, ...]) -> None:
        self.skeleton.stop()
        self._error = None
        self.table.show_rows(found)
        if found and self.table.selected() is None:
            self.table.select(0)
        self._body.setCurrentIndex(0 if found else 1)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.table.select(self.table.records.position(lambda each: each.batch_id == wanted))
            self.folder.edit.setFocus(Qt.FocusReason.TabFocusReason)
            self.folder.edit.selectAll()
        self._stand_on(self.table.selected())

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._error = error
        self._body.setCurrentWidget(self.problem)
        self.retranslate()

    def _follow_runner(self, _running: bool) -> None:
        self._stand_on(self.table.selected())

    def _to_folder(self, _batch: BatchFacts) -> None:
        self.folder.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _stand_on(self, batch: BatchFacts | None) -> None:
        self._asked = None
        self.told.setText("")
        self.folder.recall()
        if batch is None:
            self.go_on.setEnabled(False)
            self.go_on.set_text(self.tr("Go on with it"))
            return
        self.facts.show_facts(self._facts(batch))
        code = self._desk.language.code
        named = (
            (self.tr("Issued"), batch.issued),
            (self.tr("Waiting"), batch.waiting),
            (self.tr("Left out"), batch.left_out),
        )
        self.sums.show_lines(
            (name, written.number(of.notices), written.yen(of.yen, code)) for name, of in named
        )
        self._offer(batch)

    def _facts(self, batch: BatchFacts) -> list[tuple[str, str]]:
        office = (batch.office_name, batch.office_name_latin)
        facts = [
            (self.tr("Notice"), paper_words.paper_kind(batch.kind)),
            (self.tr("Office"), batch_words.office_name(*office, self._desk.language.code)),
        ]
        if batch.limit_on is not None:
            facts.append((self.tr("Limit"), written.short_date(batch.limit_on)))
        if batch.seen_to is not None:
            facts.append((self.tr("Payments until"), written.short_date(batch.seen_to)))
        return [
            *facts,
            (self.tr("Planned at"), moment(batch.planned_at)),
            (self.tr("Begun at"), moment(batch.started_at)),
            (self.tr("Finished at"), moment(batch.ended_at)),
        ]

    def _offer(self, batch: BatchFacts) -> None:
        done = batch.state is BatchState.DONE
        words = {
            BatchState.DONE: self.tr("Write the files again"),
            BatchState.PLANNED: self.tr("Issue it"),
        }
        self.go_on.set_text(words.get(batch.state, self.tr("Go on with it")))
        self.go_on.setEnabled(not self._runner.running and batch.criteria is not None)
        if batch.criteria is None:
            self.told.setText(self.tr("This version of the program cannot read what it was."))
        elif self._runner.running:
            self.told.setText(self.tr("Another batch runs at this desk."))
        elif done:
            self.told.setText("")

    def _go_on(self) -> None:
        batch = self.table.selected()
        folder = self.folder.usable()
        if batch is None or folder is None:
            return
        if batch.state is not BatchState.DONE and self._asked != batch.batch_id:
            self._asked = batch.batch_id
            self._ask(batch)
            return
        self._asked = None
        self.run_wanted.emit(Job(batch.kind, folder, batch.batch_id, batch.criteria))

    def _ask(self, batch: BatchFacts) -> None:
        waiting = self.tr("Issue %n notice(s)? Once more does it.", "", batch.waiting.notices)
        elsewhere = self.tr("If another desk runs it now, leave it there. Once more goes on.")
        self.told.setText(elsewhere if batch.state is BatchState.RUNNING else waiting)

    def _name(self) -> str:
        return self.tr("Earlier batches")


def _batch_id(batch: BatchFacts) -> int:
    return batch.batch_id
