"""The billing host's deliveries: chosen, looked at, stored, and what came of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from db.queries.imports import import_runs
from db.rules.csv_safety import csv_cell
from db.rules.import_words import ImportState
from desktop import errors, import_words
from desktop.actions import Commit
from desktop.long_work import LongWork
from desktop.screens.data.acts import look, store_delivery, whole_report
from desktop.screens.data.import_columns import run_columns
from desktop.screens.data.import_files import FileChooser, FoundFiles
from desktop.screens.data.import_result import ImportResult
from desktop.screens.data.progress import ProgressLine
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import clear_box, column
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from pathlib import Path

    from db.rules.import_facts import Delivery, ImportReport
    from desktop.desk import Desk
    from desktop.tasks import Task

_CHOICE, _FOUND, _RESULT = range(3)
_CHOICE_HEIGHT = 196


class ImportPart(Translated, QWidget):
    """Files are taken, shown, and with F12 stored as one delivery; Esc goes back, or cancels."""

    commits_changed = Signal()
    delivered = Signal(object)  # when, a moment

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._paths: tuple[Path, ...] = ()
        self._looking: Task[Delivery] | None = None
        self._error: Exception | None = None
        self.work = LongWork(desk.tasks, self)
        self.banner = Banner(Kind.ERR, "", self)
        self.progress = ProgressLine(self.work, self)
        self.chooser = FileChooser(desk, self)
        self.title = Label("", "h3", self)
        self.earlier: RecordTable[ImportReport] = RecordTable(
            run_columns(), self, name=self._name, identity=_run_id, harmless=csv_cell
        )
        self.nothing = Placeholder("history", self)
        self.found = FoundFiles(self)
        self.result = ImportResult(desk, self)
        self.back = QAction(self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def commits(self) -> Commit | None:
        """What F12 does here now."""
        ready = self._pages.currentIndex() == _FOUND and self.found.usable
        return Commit.RUN if ready and not self.work.running else None

    def proceed(self) -> None:
        """F12: store what was looked at."""
        if self.commits is Commit.RUN:
            self._run(trial=False)

    def take(self, paths: tuple[Path, ...]) -> None:
        """Look at these files; while others are stored nothing happens."""
        if self.work.running:
            return
        if self._looking is not None:
            self._looking.drop()  # on a slow drive the files chosen before may be told last
        self._say(None)
        work = partial(look, paths)
        self._looking = self._desk.tasks.run(
            self, work, partial(self._show_found, paths), self._say
        )

    def reload(self) -> None:
        """Fetch the earlier deliveries anew."""
        self.skeleton.start(self.tr("Fetching the deliveries…"))
        self._desk.tasks.read(self, import_runs, self._show_earlier, self._fail)

    def take_focus(self) -> None:
        """Go to where the administrator goes on."""
        page = self._pages.currentIndex()
        if page == _CHOICE:
            self.chooser.files.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            (self.found if page == _FOUND else self.result).take_focus()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Earlier deliveries"))
        self.nothing.say(self.tr("Nothing has been delivered yet"))
        self.back.setText(self.tr("Back"))
        self._say(self._error)

    def _build(self) -> None:
        self._body = QStackedWidget(self)
        for page in (self.earlier, self.nothing):
            self._body.addWidget(page)
        self.skeleton = Skeleton(self._body)
        self.chooser.setFixedHeight(_CHOICE_HEIGHT)
        listed = column(self.title, self._body, gap=6, margins=(16, 10, 16, 10))
        listed.setStretch(1, 1)
        choice = column(Card(column(self.chooser), self), Card(listed, self), gap=10)
        choice.setStretch(1, 1)
        self._pages = QStackedWidget(self)
        for part in (clear_box(choice), self.found, self.result):
            self._pages.addWidget(part)
        whole = column(self.banner, self.progress, self._pages, gap=8)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.back.setShortcut(QKeySequence("Esc"))
        self.back.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.back)

    def _connect(self) -> None:
        self.chooser.taken.connect(self.take)
        self.found.store_wanted.connect(self.proceed)
        self.found.trial_wanted.connect(self._try)
        self.found.back_wanted.connect(self._go_back)
        self.result.new_wanted.connect(self._go_back)
        self.back.triggered.connect(self._go_back)
        self.earlier.chosen.connect(self._open)
        self.work.changed.connect(self._follow)
        self.work.ended.connect(self._end)
        self.work.failed.connect(self._say_failed)

    def _try(self) -> None:
        if self.commits is Commit.RUN:
            self._run(trial=True)

    def _run(self, *, trial: bool) -> None:
        self._say(None)
        self.work.run(partial(store_delivery, desk=self._desk, paths=self._paths, trial=trial))
        self.progress.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, running: bool) -> None:
        self.found.set_running(running)
        self.back.setEnabled(not running and self._pages.currentIndex() != _CHOICE)
        self.commits_changed.emit()

    def _end(self, report: ImportReport) -> None:
        self.result.show_report(report)
        self._turn(_RESULT)
        if report.state is ImportState.STORED and not report.trial:
            self.delivered.emit(report.ended_at)
        if not self.isVisible():
            words = self.tr("Delivery: {state}")
            self._desk.messages.note(words.format(state=import_words.import_state(report.state)[0]))

    def _say_failed(self, error: Exception) -> None:
        self._say(error)
        if not self.isVisible():
            self._desk.messages.tell(Kind.ERR, errors.sentence(error))

    def _show_found(self, paths: tuple[Path, ...], delivery: Delivery) -> None:
        if self.work.running:
            return
        self._paths = paths
        self.found.show_delivery(delivery)
        self._turn(_FOUND)

    def _show_earlier(self, runs: tuple[ImportReport, ...]) -> None:
        self.skeleton.stop()
        self.earlier.show_rows(runs)
        self._body.setCurrentWidget(self.earlier if runs else self.nothing)

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._say(error)

    def _open(self, run: ImportReport) -> None:
        work = partial(whole_report, run=run)
        self._desk.tasks.read(self, work, self._show_report, self._say)

    def _show_report(self, report: ImportReport) -> None:
        self.result.show_report(report)
        self._turn(_RESULT)

    def _go_back(self) -> None:
        self._turn(_CHOICE)
        self.reload()

    def _turn(self, page: int) -> None:
        focus = QApplication.focusWidget()
        here = focus is None or self.isAncestorOf(focus)
        self._pages.setCurrentIndex(page)
        self._follow(self.work.running)
        # whoever types elsewhere in the window meanwhile goes on there
        if here and self.isVisible():
            self.take_focus()

    def _say(self, error: Exception | None) -> None:
        self._error = error
        self.banner.setVisible(error is not None)
        if error is not None:
            self.banner.say(errors.sentence(error))

    def _name(self) -> str:
        return self.tr("Earlier deliveries")


def _run_id(run: ImportReport) -> int | None:
    return run.run_id
