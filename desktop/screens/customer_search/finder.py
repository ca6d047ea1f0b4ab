"""Asks the database while the clerk types: the latest question alone is answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from db.commands.searches import record_search
from db.guard.search import search
from db.rules.search_terms import Query, parse_query

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from db.queries.search import Found
    from db.queries.search_filters import SearchFilter
    from db.rules.words import Role
    from desktop.desk import Desk
    from desktop.tasks import Task

_PAUSE_MS = 200
_SETTLED_MS = 1000


class Asked(Enum):
    """What made the question: it decides what may open by itself."""

    TYPED = auto()
    ENTERED = auto()
    AGAIN = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """What stands in the search box, and which contracts are wanted."""

    text: str
    only: SearchFilter


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, and how the text was read."""

    question: Question
    query: Query
    found: Found


class Finder(QObject):
    """Waits for a pause in the typing, asks, and records what the clerk settled on."""

    begun = Signal()
    answered = Signal(object, object)  # Answer, Asked
    failed = Signal(object)  # Exception

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._question: Question | None = None
        self._asked = Asked.TYPED
        self._answer: Answer | None = None
        self._task: Task[Answer] | None = None
        self._recorded: set[SearchFilter] = set()
        self._recorded_text = ""
        self._settled = False
        self._recording = 0
        self._then: Callable[[], None] | None = None
        self._pause = self._timer(_PAUSE_MS, self._ask)
        self._rest = self._timer(_SETTLED_MS, self.settle)

    def answer_to(self, question: Question) -> Answer | None:
        """What was found already for this very question."""
        answer = self._answer
        return answer if answer is not None and answer.question == question else None

    def ask_soon(self, question: Question) -> None:
        """Ask when the typing pauses."""
        self._take(question, Asked.TYPED)
        self._pause.start()

    def ask(self, question: Question, asked: Asked) -> None:
        """Ask at once."""
        self._take(question, asked)
        self._ask()

    def is_under_way(self) -> bool:
        """Whether a question is under way, or will be when the typing pauses."""
        return self._task is not None or self._pause.isActive()

    def forget(self) -> None:
        """Nothing is looked for any more."""
        self._drop()
        self._question = None
        self._recorded.clear()

    def settle(self) -> None:
        """Record what is looked for now, as soon as it is answered."""
        self._settled = True
        self._rest.stop()
        if self._answer is not None:
            self.record(self._answer)

    def record(self, answer: Answer) -> None:
        """Record the criteria, once for a text and filter, if anything was looked for."""
        if answer.query.problem is not None:
            return
        text, only = answer.query.text, answer.question.only
        if text != self._recorded_text:
            self._recorded_text = text
            self._recorded.clear()
        if only not in self._recorded:
            self._recorded.add(only)
            by, now = self._desk.actor, self._desk.now
            work = partial(record_search, text=text, only=only, by=by, now=now)
            self._recording += 1
            self._desk.tasks.write(self, work, self._go_on, self._tell_unrecorded)

    def when_recorded(self, then: Callable[[], None]) -> None:
        """Do this once the search is on record: the trail tells what came of what."""
        self._then = then
        if not self._recording:
            self._do_next()

    def _take(self, question: Question, asked: Asked) -> None:
        self._drop()
        self._question, self._asked = question, asked
        self._settled = asked is Asked.ENTERED
        self._rest.start()

    def _drop(self) -> None:
        self._pause.stop()
        self._rest.stop()
        self._answer = None
        if self._task is not None:
            self._task.drop()
            self._task = None

    def _ask(self) -> None:
        if self._question is None:
            return
        self.begun.emit()
        role, today = self._desk.staff.role, self._desk.today
        work = partial(_find, question=self._question, role=role, today=today)
        self._task = self._desk.tasks.read(self, work, self._show, self._fail)

    def _show(self, answer: Answer) -> None:
        self._task = None
        self._answer = answer
        if self._settled:
            self.record(answer)
        self.answered.emit(answer, self._asked)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)

    def _tell_unrecorded(self, error: Exception) -> None:
        self._recorded.clear()
        self._desk.tasks.failed.emit(error)
        self._go_on()

    def _go_on(self, _outcome: None = None) -> None:
        self._recording -= 1
        if not self._recording:
            self._do_next()

    def _do_next(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _timer(self, ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(slot)
        return timer


def _find(session: Session, *, question: Question, role: Role, today: dt.date) -> Answer:
    found = search(session, question.text, role=role, today=today, only=question.only)
    return Answer(question, parse_query(question.text), found)
