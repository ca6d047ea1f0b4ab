"""Keeps what is typed into a form, a second after it was typed, until the act is done."""

from __future__ import annotations

from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from db.commands.drafts import drop_draft, keep_draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from db.rules.member_words import Procedure
    from desktop.desk import Desk

_PAUSE_MS = 1000


class DraftKeeper(QObject):
    """One form's draft in one contact; of two changes on their way the later one stays."""

    kept = Signal(object)  # when, aware
    failed = Signal(object)  # why the draft was not kept
    idle = Signal()  # nothing is being written any more

    def __init__(self, desk: Desk, contact_id: int, form: Procedure, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft = _Draft(desk, contact_id, form)
        self._stored: dict[str, str] | None = None
        self._waiting: dict[str, str] | None = None
        self._under_way = 0
        self._ended = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._under_way > 0

    def found(self, content: dict[str, str]) -> None:
        """There is a draft already, with that in it."""
        self._stored = content

    def keep(self, content: Mapping[str, str]) -> None:
        """Keep this within a second, unless more is typed meanwhile."""
        if not self._ended:
            self._waiting = dict(content)
            self._pause.start()

    def drop(self) -> None:
        """There is nothing to keep (any more)."""
        self._waiting = None
        self._pause.stop()
        if self._stored is not None:
            self._stored = None
            self._write(None)

    def end(self) -> None:
        """The act is done: drop the draft, keep nothing from now on."""
        self._ended = True
        self.drop()

    def flush(self) -> None:
        """Write now what waits to be written, also when nobody will hear of it any more."""
        self._pause.stop()
        content, self._waiting = self._waiting, None
        if content is not None and content != self._stored:
            self._stored = content
            self._write(content)

    def _write(self, content: dict[str, str] | None) -> None:
        self._under_way += 1
        work = partial(self._draft.write, self._draft.next_turn(), content)
        told = partial(self._say_written, content)
        self._desk.tasks.write(self, work, told, self._say_failed)

    def _say_written(self, content: dict[str, str] | None, _outcome: None) -> None:
        if content is not None:
            self.kept.emit(self._desk.now)
        self._rest()

    def _say_failed(self, error: Exception) -> None:
        self._stored = {}  # whatever is stored, it is not what is typed
        self.failed.emit(error)
        self._rest()

    def _rest(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.idle.emit()


class _Draft:
    """Writes on any thread, in the order in which it was asked to."""

    def __init__(self, desk: Desk, contact_id: int, form: Procedure) -> None:
        self._desk = desk
        self._contact_id = contact_id
        self._form = form
        self._lock = Lock()
        self._turn = self._written = 0

    def next_turn(self) -> int:
        self._turn += 1
        return self._turn

    def write(self, turn: int, content: dict[str, str] | None, session: Session) -> None:
        with self._lock:
            if turn < self._written:
                return  # a later change was faster
            self._written = turn
            self._put(content, session)

    def _put(self, content: dict[str, str] | None, session: Session) -> None:
        desk, form = self._desk, self._form
        if content is None:
            drop_draft(session, self._contact_id, form=form, by=desk.actor, now=desk.now)
            return
        keep_draft(
            session, self._contact_id, form=form, content=content, by=desk.actor, now=desk.now
        )
