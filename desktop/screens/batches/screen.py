"""The room of batches (一括発行): a new one, those there are, and decisions on cut-offs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.rules.permissions import Action, may
from desktop import errors, paper_words
from desktop import format as written
from desktop.permission_words import who_can
from desktop.screens.batches.acts import known_offices
from desktop.screens.batches.decisions import CutoffDecisions
from desktop.screens.batches.earlier import EarlierBatches
from desktop.screens.batches.new_batch import NewBatch
from desktop.screens.batches.running import BatchRunner
from desktop.theme import Kind
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from desktop.actions import Commit
    from desktop.batch_run import Ran
    from desktop.desk import Desk
    from desktop.screens.batches.acts import Offices
    from desktop.screens.batches.running import Job, Stand
    from desktop.widgets.record_table import RecordTable

_NEW, _EARLIER, _DECISIONS = range(3)


class BatchesScreen(Translated, QWidget):
    """For supervisors; ``proceed`` is what F12 does while ``commits`` says what that is.

    A batch goes on while another screen shows; ``stop`` ends it after the bundle under way.
    """

    commits_changed = Signal()
    running_changed = Signal(bool)
    decisions_changed = Signal(int)  # how many warnings wait for a decision

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._may = may(desk.staff.role, Action.RUN_BATCH)
        self._waiting = 0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self.runner = BatchRunner(desk, self)
        self._title = Label("", "h1", self)
        self.running = Label("", "sub", self)
        self.part = Segments("", 3, self)
        self.new = NewBatch(desk, self.runner, self)
        self.earlier = EarlierBatches(desk, self.runner, self)
        self.decisions = CutoffDecisions(desk, self)
        self.refusal = Placeholder("lock", self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def commits(self) -> Commit | None:
        """What F12 does here now, None for nothing."""
        shown = self._parts.currentWidget()
        if shown is self.new:
            return self.new.commits
        return self.decisions.commits if shown is self.decisions else None

    def proceed(self) -> None:
        """F12: check, then carry out."""
        shown = self._parts.currentWidget()
        if shown is self.new:
            self.new.proceed()
        elif shown is self.decisions:
            self.decisions.proceed()

    def stop(self) -> None:
        """Let the batch that runs stop after its bundle: whoever started it goes."""
        self.runner.stop()

    def reload(self) -> None:
        """Fetch anew what is shown; what is filled in stays."""
        if not self._may:
            return
        shown = self._parts.currentWidget()
        if shown is self.earlier:
            self.earlier.reload()
        else:
            self.decisions.reload()
        work = partial(known_offices, staff_id=self._desk.staff.id)
        self._desk.tasks.read(self, work, self._offer, self._tell)

    def keep_state(self) -> None:
        """Remember how the columns are arranged."""
        for name, table in self._tables():
            self._desk.memory.keep_state(f"batches/{name}", table.arrangement())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Batches"))
        self._title.setText(self.tr("Batches"))
        decisions = self.tr("Cut-off decisions")
        if self._waiting:
            decisions = f"{decisions} {written.number(self._waiting)}"
        self.part.set_name(self.tr("Part of the room"))
        self.part.set_labels((self.tr("New batch"), self.tr("Earlier batches"), decisions))
        self.refusal.say(self.tr("Your role does not issue batches"), who_can(Action.RUN_BATCH))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._may:
            self._shown().take_focus()

    def _build(self) -> None:
        self._parts = QStackedWidget(self)
        for part in (self.new, self.earlier, self.decisions, self.refusal):
            self._parts.addWidget(part)
        if not self._may:
            self._parts.setCurrentWidget(self.refusal)
        for shown in (self.part, self.new.steps):
            shown.setVisible(self._may)
        head = row(self._title, 8, self.part, self.running, STRETCH, self.new.steps, gap=10)
        page = column(head, self._parts, gap=10, margins=(20, 12, 20, 12))
        page.setStretch(1, 1)
        self.setLayout(page)
        for name, table in self._tables():
            table.arrange(self._desk.memory.state(f"batches/{name}"))

    def _connect(self) -> None:
        self.part.chosen.connect(self._turn)
        self.new.step_changed.connect(self.commits_changed)
        self.decisions.step_changed.connect(self.commits_changed)
        self.decisions.counted.connect(self._count)
        self.earlier.run_wanted.connect(self._run)
        self.new.folder_wanted.connect(self._to_folder)
        self.runner.changed.connect(self._follow)
        self.runner.progressed.connect(self._show_stand)
        self.runner.ended.connect(self._tell_ran)
        self.runner.failed.connect(self._tell_failed)

    def _tables(self) -> tuple[tuple[str, RecordTable[Any]], ...]:
        return (
            ("planned", self.new.plan.planned),
            ("left_out", self.new.plan.left_out),
            ("earlier", self.earlier.table),
            ("decisions", self.decisions.table),
        )

    def _shown(self) -> NewBatch | EarlierBatches | CutoffDecisions:
        return (self.new, self.earlier, self.decisions)[self.part.current()]

    def _turn(self, part: int) -> None:
        self._parts.setCurrentIndex(part)
        self.new.steps.setVisible(part == _NEW)
        self.commits_changed.emit()
        self.reload()

    def _run(self, job: Job) -> None:
        self.part.choose(_NEW)
        self._turn(_NEW)
        self.new.begin(job)

    def _to_folder(self, batch_id: int) -> None:
        self.earlier.ask_folder(batch_id)
        self.part.choose(_EARLIER)
        self._turn(_EARLIER)

    def _offer(self, offices: Offices) -> None:
        self.new.form.offer(offices)

    def _tell(self, error: Exception) -> None:
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))

    def _count(self, waiting: int) -> None:
        self._waiting = waiting
        self.retranslate()
        self.decisions_changed.emit(waiting)

    def _follow(self, running: bool) -> None:
        self.running.setText("")
        self.running_changed.emit(running)
        self.commits_changed.emit()

    def _show_stand(self, stand: Stand) -> None:
        elsewhere = self._parts.currentWidget() is not self.new
        words = self.tr("Issuing: {done} of {total}")
        of = {"done": written.number(stand.done), "total": written.number(stand.total)}
        self.running.setText(words.format(**of) if elsewhere and stand.total else "")

    def _tell_ran(self, ran: Ran) -> None:
        if self.new.run.isVisible():
            return  # it is read there
        batch = ran.batch
        of = {"batch_id": batch.batch_id, "kind": paper_words.paper_kind(batch.kind)}
        done = self.tr("Batch {batch_id} is done: {kind}")
        stopped = self.tr("Batch {batch_id} is stopped: {kind}")
        self._desk.messages.note((done if ran.is_done else stopped).format(**of))
        self._refresh_list()

    def _tell_failed(self, error: Exception) -> None:
        if not self.isVisible():
            self._tell(error)
        self._refresh_list()

    def _refresh_list(self) -> None:
        if self._parts.currentWidget() is self.earlier and self.isVisible():
            self.earlier.reload()
