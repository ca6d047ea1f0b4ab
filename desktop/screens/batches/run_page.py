"""A batch under way, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from desktop import batch_words, errors, paper_words
from desktop import format as written
from desktop.screens.batches.running import Stand
from desktop.screens.batches.sums import SumList
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.record_model import Column
from desktop.widgets.record_table import RecordTable
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.batch_run import Ran
    from desktop.desk import Desk
    from desktop.screens.batches.running import Job

translate = QCoreApplication.translate
_UNDER_WAY, _OVER = range(2)
_KILO = 1024


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file that was written, and its size in bytes."""

    name: str
    size: int


class RunPage(Translated, QWidget):
    """How far it is, and how to stop it; then its files, its totals, and how to go on."""

    stop_wanted = Signal()
    resume_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._job: Job | None = None
        self._ran: Ran | None = None
        self._error: Exception | None = None
        self._stand, self._stopping = Stand(), False
        self.title = Label("", "h2", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.count = Label("", "num", self)
        self.left = Label("", "sub", self)
        self.stays = Label("", "sub", self)
        self.stop = Button("", ButtonKind.DANGER, "x", self)
        self.done = Banner(Kind.OK, "", self)
        self.stopped = Banner(Kind.WARN, "", self)
        self.problem = Banner(Kind.ERR, "", self)
        self.sums = SumList(self)
        self.place = ElidedLabel("", "sub", self, selectable=True)
        self.files: RecordTable[FileLine] = RecordTable(_columns(), self, name=self._files_name)
        self.open = Button("", ButtonKind.PLAIN, "doc", self)
        self.resume = Button("", ButtonKind.PRIMARY, "refresh", self)
        self.new = Button("", ButtonKind.PLAIN, "plus", self)
        self._build()
        self.stop.clicked.connect(self.stop_wanted)
        self.resume.clicked.connect(self.resume_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self._open)
        self.retranslate()

    @property
    def error(self) -> Exception | None:
        """Why it ended before its end, if it did."""
        return self._error

    @property
    def can_resume(self) -> bool:
        """Whether something of the batch shown still waits."""
        return self.resume.isVisibleTo(self)

    def begin(self, job: Job) -> None:
        """Show a batch that begins to run."""
        self._job, self._ran, self._error = job, None, None
        self._stand, self._stopping = Stand(), False
        self._pages.setCurrentIndex(_UNDER_WAY)
        self.retranslate()

    def show_stand(self, stand: Stand, *, stopping: bool) -> None:
        """Show how far it is."""
        self._stand, self._stopping = stand, stopping
        self.bar.setMaximum(max(stand.total, 1))
        self.bar.setValue(stand.done)
        of = {"done": written.number(stand.done), "total": written.number(stand.total)}
        known = self.tr("{done} of {total}").format(**of) if stand.total else self.tr("Preparing…")
        self.count.setText(known)
        told = self.tr("Stopping after this bundle…")
        self.left.setText(told if stopping else batch_words.remaining(stand.seconds))
        self.stop.setEnabled(not stopping)

    def show_ran(self, ran: Ran) -> None:
        """Show what came of it."""
        self._ran = ran
        lines = [FileLine(file.name, _size(file)) for file in ran.files]
        self.files.show_rows(lines)
        self._pages.setCurrentIndex(_OVER)
        self.retranslate()

    def show_error(self, error: Exception) -> None:
        """Show why it ended before its end."""
        self._error = error
        self.files.show_rows(())
        self._pages.setCurrentIndex(_OVER)
        self.retranslate()

    def take_focus(self) -> None:
        """Go to what is done next here."""
        if self._pages.currentIndex() == _UNDER_WAY:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.can_resume:
            self.resume.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.stop.set_text(self.tr("Stop after this bundle") + "  Esc")
        self.open.set_text(self.tr("Open the folder"))
        self.resume.set_text(self.tr("Go on with it"))
        self.new.set_text(self.tr("New batch"))
        self.stays.setText(self.tr("It goes on while you work elsewhere in this window."))
        if self._job is not None:
            self.title.setText(paper_words.paper_kind(self._job.kind))
            self.place.setText(str(self._job.folder))
        self.show_stand(self._stand, stopping=self._stopping)
        self._tell()

    def _tell(self) -> None:
        ran, error = self._ran, self._error
        done = ran is not None and ran.is_done
        self.done.setVisible(done)
        self.stopped.setVisible(ran is not None and not done)
        self.problem.setVisible(error is not None)
        self.resume.setVisible(not done and (ran is not None or error is not None))
        self.open.setVisible(ran is not None)
        if error is not None:
            self.problem.say(errors.sentence(error))
        if ran is None:
            self.sums.show_lines(())
            return
        batch = {"batch_id": ran.batch.batch_id}
        self.done.say(self.tr("Batch {batch_id} is done: every file is written.").format(**batch))
        kept = self.tr("Batch {batch_id} is stopped. What was issued stays; the rest waits.")
        self.stopped.say(kept.format(**batch))
        code = self._desk.language.code
        named = (
            (self.tr("Issued"), ran.batch.issued),
            (self.tr("Waiting"), ran.batch.waiting),
            (self.tr("Left out"), ran.batch.left_out),
        )
        lines = [
            (name, written.number(of.notices), written.yen(of.yen, code)) for name, of in named
        ]
        if ran.extra_yen:
            whole = ran.batch.issued.yen + ran.extra_yen
            lines[1:1] = [
                (self.tr("Fees and interest"), "", written.yen(ran.extra_yen, code)),
                (self.tr("Asked for altogether"), "", written.yen(whole, code)),
            ]
        self.sums.show_lines(lines)

    def _build(self) -> None:
        under_way = column(
            STRETCH,
            row(self.count, STRETCH, self.left),
            self.bar,
            self.stays,
            8,
            row(STRETCH, self.stop),
            STRETCH,
            gap=8,
            margins=(0, 0, 0, 40),
        )
        buttons = row(self.new, self.open, STRETCH, self.resume)
        over = column(
            self.done, self.stopped, self.problem, self.sums, self.place, self.files, gap=8
        )
        over.setStretch(5, 1)
        over.addLayout(buttons)
        self.bar.setFixedHeight(3)
        self.sums.setMaximumWidth(420)
        self._pages = QStackedWidget(self)
        for page in (under_way, over):
            self._pages.addWidget(clear_box(page))
        inside = column(self.title, self._pages, gap=10, margins=(20, 14, 20, 14))
        inside.setStretch(1, 1)
        self.setLayout(column(Card(inside, self)))

    def _open(self) -> None:
        if self._job is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._job.folder)))

    def _files_name(self) -> str:
        return self.tr("Files written")


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # somebody moved it on already
        return 0


def _columns() -> tuple[Column[FileLine], ...]:
    return (
        Column(
            key="name",
            title=lambda: translate("BatchFiles", "File"),
            text=lambda line: line.name,
            room=36,
        ),
        Column(
            key="size",
            title=lambda: translate("BatchFiles", "Size (kB)"),
            text=lambda line: written.number(-(-line.size // _KILO)),
            sort=lambda line: line.size,
            room=12,
            weight=0.1,
            numeric=True,
        ),
    )
