"""Runs work off the GUI thread and brings the outcome back to it."""

from __future__ import annotations

import gc
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy.orm import Session

    from db.engine import Database

T = TypeVar("T")

_MANY: Final = 20_000  # objects that Python looks through for garbage in some milliseconds
_SELDOM: Final = 1000  # looks at what is young, for each look through everything


class Task(Generic[T]):
    """One piece of work under way; drop it and its outcome is ignored."""

    def __init__(
        self,
        owner: QObject,
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._owner = owner
        self._then = then
        self._failed = failed
        self._dropped = False
        self.future: Future[T]

    def drop(self) -> None:
        """Ignore the outcome; work not yet started never starts."""
        self._dropped = True
        if hasattr(self, "future"):
            self.future.cancel()

    def deliver(self) -> None:
        """Hand the outcome to the owner, if it is still there to take it."""
        owner, then, failed, future = self._owner, self._then, self._failed, self.future
        # Forget them: a future that keeps the callbacks keeps the screen, until a worker's
        # garbage collection destroys its timers on the wrong thread.
        del self._owner, self._then, self._failed, self.future
        if self._dropped or future.cancelled() or not isValid(owner):
            return
        error = future.exception()
        if error is None:
            then(future.result())
        elif isinstance(error, Exception):
            failed(error)
        else:
            raise error


class Tasks(QObject):
    """A few worker threads; work on the database gets a session of its own."""

    busy_changed = Signal(bool)  # whether anything is under way
    failed = Signal(object)  # an error that nobody else takes
    _done = Signal(object)

    def __init__(
        self, database: Database | None = None, parent: QObject | None = None, workers: int = 4
    ) -> None:
        super().__init__(parent)
        self.database = database
        self._under_way = 0
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="work")
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._usual_thresholds = gc.get_threshold()
        # the window stands still for a fifth of a second while all of a long day is looked through
        gc.set_threshold(*self._usual_thresholds[:2], _SELDOM)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return self._under_way > 0

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[T]:
        """Run ``work`` on another thread, then ``then`` on the GUI thread."""
        task = Task(owner, then, failed or self.failed.emit)
        self._under_way += 1
        if self._under_way == 1:
            # Python collects garbage on whichever thread asks for memory next, and a widget
            # destroyed on a worker's takes the process down: so none while one is at work.
            gc.disable()
            self.busy_changed.emit(True)
        task.future = self._pool.submit(work)
        task.future.add_done_callback(lambda _: self._done.emit(task))
        return task

    def read(
        self,
        owner: QObject,
        work: Callable[[Session], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[T]:
        """Run ``work`` in a session that changes nothing, then ``then`` on the GUI thread."""
        return self.run(owner, partial(_within, self._open().reading, work), then, failed)

    def write(
        self,
        owner: QObject,
        work: Callable[[Session], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[T]:
        """Run ``work`` in one transaction, then ``then`` on the GUI thread."""
        return self.run(owner, partial(_within, self._open().writing, work), then, failed)

    def close(self) -> None:
        """Let what is running finish, start nothing more."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        gc.set_threshold(*self._usual_thresholds)
        gc.enable()

    def _open(self) -> Database:
        if self.database is None:
            raise RuntimeError("no database is open before sign-in")
        return self.database

    @Slot(object)
    def _deliver(self, task: Task[object]) -> None:
        self._under_way -= 1
        if self._under_way == 0:
            _let_age()
            gc.enable()
            self.busy_changed.emit(False)
        task.deliver()


def _let_age() -> None:
    """Count what large work has left behind among the old: to look through it now would be felt.

    The list of ten thousand notices would hold up the window for longer than a glance.
    """
    if gc.get_count()[0] > _MANY:
        gc.freeze()
        gc.unfreeze()


def _within(
    scope: Callable[[], AbstractContextManager[Session]], work: Callable[[Session], T]
) -> T:
    with scope() as session:
        return work(session)
