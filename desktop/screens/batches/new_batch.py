"""A batch from its criteria over the plan to its files; each step goes on with F12."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from db.errors import RuleBroken
from desktop import errors
from desktop.actions import Commit
from desktop.screens.batches.acts import dry_run
from desktop.screens.batches.form import CriteriaForm
from desktop.screens.batches.plan_page import PlanPage
from desktop.screens.batches.run_page import RunPage
from desktop.screens.batches.running import Job
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.error_summary import ErrorSummary
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.step_chips import StepChips
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from desktop.batch_run import Ran
    from desktop.desk import Desk
    from desktop.screens.batches.acts import DryRun
    from desktop.screens.batches.running import BatchRunner, Stand

_FORM, _PLAN, _RUN = range(3)


class NewBatch(Translated, QWidget):
    """The form, the plan, and the run, one at a time; Esc goes a step back or stops the run."""

    step_changed = Signal()
    folder_wanted = Signal(int)  # batch id: its folder took no more

    def __init__(self, desk: Desk, runner: BatchRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk, self._runner = desk, runner
        self._key = ""
        self._busy = False
        self._error: Exception | None = None
        self.steps = StepChips(4, self)
        self.summary = ErrorSummary(self)
        self.banner = Banner(Kind.ERR, "", self)
        self.form = CriteriaForm(desk, self)
        self.check = Button("", ButtonKind.PRIMARY, "arrow-right", self)
        self.plan = PlanPage(desk, self)
        self.run = RunPage(desk, self)
        self.next_error = QAction(self)
        self.back = QAction(self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def commits(self) -> Commit | None:
        """What F12 does here now."""
        page = self._pages.currentIndex()
        if self._busy or page == _RUN:
            return None
        if page == _FORM:
            return Commit.CHECK
        return Commit.CARRY_OUT if self.plan.issue.isEnabled() else None

    def proceed(self) -> None:
        """F12: look at the plan of what is filled in, or issue what was looked at."""
        if self.commits is Commit.CHECK:
            self._look()
        elif self.commits is Commit.CARRY_OUT:
            self._issue()

    def begin(self, job: Job) -> None:
        """Run a batch and show it."""
        self._runner.run(job)
        self.run.begin(job)
        self._show(_RUN)

    def take_focus(self) -> None:
        """Go to where the supervisor goes on."""
        page = self._pages.currentIndex()
        if page == _FORM:
            self.form.kind.combo.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (self.plan if page == _PLAN else self.run).take_focus()

    def retranslate(self) -> None:
        steps = (self.tr("Criteria"), self.tr("Plan"), self.tr("Issue"), self.tr("Result"))
        self.steps.set_names(steps)
        self.check.set_text(self.tr("Look at the plan") + "  F12")
        self.next_error.setText(self.tr("Next error"))
        self.back.setText(self.tr("Back"))
        self.summary.show_faults(self.form.faults())
        if self._error is not None:
            self.banner.say(errors.sentence(self._error))

    def _build(self) -> None:
        room = QScrollArea(self)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(self.form)
        filled = column(self.summary, room, row(STRETCH, self.check), gap=8)
        filled.setStretch(1, 1)
        self._pages = QStackedWidget(self)
        for page in (clear_box(filled), self.plan, self.run):
            self._pages.addWidget(page)
        self.skeleton = Skeleton(self._pages)
        whole = column(self.banner, self._pages, gap=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.banner.hide()
        for action, key in ((self.next_error, "Ctrl+E"), (self.back, "Esc")):
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)

    def _connect(self) -> None:
        self.check.clicked.connect(self.proceed)
        self.next_error.triggered.connect(self.summary.to_next)
        self.back.triggered.connect(self._go_back)
        self.form.edited.connect(self._forget_error)
        self.plan.back_wanted.connect(self._go_back)
        self.plan.run_wanted.connect(self.proceed)
        self.run.stop_wanted.connect(self._go_back)
        self.run.resume_wanted.connect(self._resume)
        self.run.new_wanted.connect(self._start_over)
        self._runner.progressed.connect(self._show_stand)
        self._runner.ended.connect(self._take_ran)
        self._runner.failed.connect(self._take_failure)

    def _look(self) -> None:
        criteria = self.form.criteria()
        self._say(None)
        if criteria is None:
            self.summary.take_focus()
            return
        self._set_busy(True)
        self.skeleton.start(self.tr("Looking for whom to write to…"))
        work = partial(dry_run, desk=self._desk, criteria=criteria)
        self._desk.tasks.read(self, work, self._show_plan, self._refuse)

    def _show_plan(self, found: DryRun) -> None:
        self.skeleton.stop()
        self._key = self._desk.new_key()
        self.plan.show_found(found)
        self._set_busy(False)
        self._show(_PLAN)

    def _refuse(self, error: Exception) -> None:
        self.skeleton.stop()
        self._set_busy(False)
        if isinstance(error, RuleBroken) and self.form.show_refusal(error):
            self.summary.show_faults(self.form.faults())
            self.summary.take_focus()
        else:
            self._say(error)

    def _issue(self) -> None:
        found, folder = self.plan.found, self.plan.folder.usable()
        if found is not None and folder is not None and not self._runner.running:
            criteria = found.criteria
            self._say(None)
            self.begin(Job(criteria.kind, folder, criteria=criteria, key=self._key))

    def _resume(self) -> None:
        job, batch_id = self._runner.job, self._runner.batch_id
        if batch_id is not None and _is_about_folder(self.run.error):
            self.folder_wanted.emit(batch_id)
        elif job is not None:
            self.begin(Job(job.kind, job.folder, batch_id, job.criteria, job.key))

    def _start_over(self) -> None:
        self._show(_FORM)

    def _go_back(self) -> None:
        if self._runner.running and self._pages.currentIndex() == _RUN:
            self._runner.stop()
        elif self._pages.currentIndex() == _PLAN:
            self._say(None)
            self._show(_FORM)

    def _show_stand(self, stand: Stand) -> None:
        self.run.show_stand(stand, stopping=self._runner.stopping)

    def _take_ran(self, ran: Ran) -> None:
        self.run.show_ran(ran)
        self._come_to_end()

    def _take_failure(self, error: Exception) -> None:
        job = self._runner.job
        if self._runner.batch_id is None and job is not None and job.criteria is not None:
            # nothing was kept yet: the plan still stands
            self._show(_PLAN)
            self._refuse_run(error)
        else:
            self.run.show_error(error)
            self._come_to_end()

    def _refuse_run(self, error: Exception) -> None:
        if _is_about_folder(error):
            self.plan.folder.show_error(errors.sentence(error))
            self.plan.folder.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(error)

    def _come_to_end(self) -> None:
        if self.isVisible():
            self.run.take_focus()
        self._tell_step()

    def _forget_error(self) -> None:
        if self._error is not None:
            self._say(None)

    def _say(self, error: Exception | None) -> None:
        self._error = error
        self.banner.setVisible(error is not None)
        self.summary.show_faults(self.form.faults())
        if error is not None:
            self.banner.say(errors.sentence(error))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.check.setEnabled(not busy)
        self._tell_step()

    def _show(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self.take_focus()
        self._tell_step()

    def _tell_step(self) -> None:
        page = self._pages.currentIndex()
        over = page == _RUN and not self._runner.running
        self.steps.set_current(page + 1 if over else page)
        self.step_changed.emit()


def _is_about_folder(error: Exception | None) -> bool:
    return isinstance(error, RuleBroken) and error.code.startswith("batch.folder_")
