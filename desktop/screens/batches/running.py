"""One batch at a time, run off the GUI thread; it goes on while the supervisor is elsewhere."""

from __future__ import annotations

import gc
import sys
import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from db.commands.batches import plan
from db.queries.settings import bureau_facts
from desktop.batch_files import require_usable_folder
from desktop.batch_run import run
from desktop.issuer import issuer_of

if TYPE_CHECKING:
    from pathlib import Path

    from db.rules.batch_criteria import BatchCriteria
    from db.rules.paper import PaperKind
    from desktop.batch_run import Ran
    from desktop.desk import Desk

_LOOKS_MS = 200
# Drawing a page holds Python's lock; so often it is handed over to whoever types and paints.
_SWITCH_SECONDS = 0.0005


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be run into which folder: a batch that is known, or one still to be planned."""

    kind: PaperKind
    folder: Path
    batch_id: int | None = None
    criteria: BatchCriteria | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a batch is: how many notices of how many, and the seconds that remain, if known."""

    done: int = 0
    total: int = 0
    seconds: float | None = None


class _Course:
    """What the two threads tell each other, in single values that are always whole."""

    def __init__(self) -> None:
        self.stand = Stand()
        self.batch_id: int | None = None
        self.stop = threading.Event()

    def tell(self, done: int, total: int, seconds: float | None) -> None:
        """Leave word of how far it is."""
        self.stand = Stand(done, total, seconds)


class BatchRunner(QObject):
    """Runs a job; ``ended`` and ``failed`` come once for each."""

    changed = Signal(bool)  # whether a batch runs
    progressed = Signal(object)  # Stand
    ended = Signal(object)  # Ran
    failed = Signal(object)  # Exception

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._course: _Course | None = None
        self._usual_switch = sys.getswitchinterval()
        self._tidied: int | None = None  # how many notices were done when it was last tidied
        self.job: Job | None = None
        self.batch_id: int | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOKS_MS)
        self._look.timeout.connect(self._pass_on)

    @property
    def running(self) -> bool:
        """Whether a batch runs now."""
        return self._course is not None

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop and finishes its bundle."""
        return self._course is not None and self._course.stop.is_set()

    def run(self, job: Job) -> None:
        """Begin; while another batch runs nothing happens."""
        if self.running:
            return
        self.job, self.batch_id = job, job.batch_id
        self._course = course = _Course()
        self._tidied = None
        self._usual_switch = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        gc.freeze()  # what is there already is no garbage, and need not be looked at
        self._look.start()
        work = partial(_carry_out, self._desk, job, course)
        self._desk.tasks.run(self, work, self._take, self._fail)
        self.changed.emit(True)

    def stop(self) -> None:
        """Stop after the bundle that is being made; what was issued stays."""
        if self._course is not None:
            self._course.stop.set()
            self._pass_on()

    def _pass_on(self) -> None:
        if self._course is not None:
            self._tidy(self._course.stand)
            self.progressed.emit(self._course.stand)

    def _tidy(self, stand: Stand) -> None:
        # While anything is at work Python collects no garbage by itself: little by little here,
        # on the thread of the widgets, nobody sees it; all at once at the end it would be seen.
        # What a bundle needed is looked at when the bundle is done: before, none of it is garbage.
        if not stand.total:
            return
        if self._tidied is None:
            gc.freeze()  # the plan, which lives as long as the batch
        else:
            gc.collect(0 if self._tidied == stand.done else 1)
        self._tidied = stand.done

    def _take(self, ran: Ran) -> None:
        self._end()
        self.ended.emit(ran)

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        course, self._course = self._course, None
        self._look.stop()
        sys.setswitchinterval(self._usual_switch)
        gc.unfreeze()
        if course is not None:
            self.batch_id = course.batch_id
        self.changed.emit(False)


def _carry_out(desk: Desk, job: Job, course: _Course) -> Ran:
    require_usable_folder(job.folder)  # before anything is planned
    batch_id = _planned(desk, job)
    course.batch_id = batch_id
    with desk.database.reading() as session:
        issuer = issuer_of(bureau_facts(session), desk.staff)
    return run(
        desk.database,
        batch_id,
        folder=job.folder,
        issuer=issuer,
        language=desk.language.code,
        by=desk.actor,
        clock=desk.clock,
        progress=course.tell,
        cancelled=course.stop.is_set,
    )


def _planned(desk: Desk, job: Job) -> int:
    if job.batch_id is not None:
        return job.batch_id
    if job.criteria is None:
        raise RuntimeError("neither a batch nor what it is to hold")
    with desk.database.writing() as session:
        return plan(session, job.criteria, key=job.key, by=desk.actor, now=desk.now)
