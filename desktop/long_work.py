"""One piece of long work at a time, off the GUI thread; it goes on while its owner is elsewhere."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.tasks import Tasks

_LOOKS_MS = 100
_KNOWN_AFTER_S = 1.0


@dataclass(frozen=True, slots=True)
class Stand:
    """How far it is in a stage: ``done`` of ``of``, 0 where nobody knows, and seconds that remain.

    Before the first word of the work the stage is empty.
    """

    stage: str = ""
    done: int = 0
    of: int = 0
    seconds: float | None = None


class Course:
    """What the two threads tell each other, in single values that are always whole."""

    def __init__(self) -> None:
        self.stand = Stand()
        self._stop = threading.Event()
        self._began = time.monotonic()

    def tell(self, stage: str, done: int, of: int) -> None:
        """Leave word of how far it is; the work calls it as often as it likes."""
        now = time.monotonic()
        if stage != self.stand.stage:
            self._began = now
        spent = now - self._began
        known = 0 < done <= of and spent >= _KNOWN_AFTER_S
        self.stand = Stand(stage, done, of, spent / done * (of - done) if known else None)

    def stop(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def stopped(self) -> bool:
        """Whether it is to stop."""
        return self._stop.is_set()


class LongWork(QObject):
    """Runs one thing; ``ended`` with what it gave or ``failed`` comes once for each."""

    changed = Signal(bool)  # whether anything runs
    progressed = Signal(object)  # Stand
    ended = Signal(object)
    failed = Signal(object)  # Exception

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._course: Course | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOKS_MS)
        self._look.timeout.connect(self._pass_on)

    @property
    def running(self) -> bool:
        """Whether anything runs now."""
        return self._course is not None

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop and comes to it."""
        return self._course is not None and self._course.stopped()

    def run(self, work: Callable[[Course], object]) -> None:
        """Begin; while something else runs nothing happens."""
        if self.running:
            return
        self._course = course = Course()
        self._look.start()
        self._tasks.run(self, partial(work, course), self._take, self._fail)
        self.changed.emit(True)

    def stop(self) -> None:
        """Stop as soon as the work asks whether it is still wanted."""
        if self._course is not None:
            self._course.stop()
            self._pass_on()

    def _pass_on(self) -> None:
        if self._course is not None:
            self.progressed.emit(self._course.stand)

    def _take(self, outcome: object) -> None:
        self._end()
        self.ended.emit(outcome)

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._course = None
        self._look.stop()
        self.changed.emit(False)
