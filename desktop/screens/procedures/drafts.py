"""Keeps what is typed into a form, a second after it was typed, until the act is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from db.commands.drafts import drop_draft, keep_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy.orm import Session

    from db.rules.member_words import Procedure
    from desktop.desk import Desk

_PAUSE_MS = 1000


class DraftKeeper(QObject):
    """One form's draft in one contact; writes it one change after the other, never two at once."""

    kept = Signal(object)  # when, aware
    failed = Signal(object)  # why the draft was not kept
    idle = Signal()  # nothing is being written any more

    def __init__(self, desk: Desk, contact_id: int, form: Procedure, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contact_id = contact_id
        self._form = form
        self._stored: dict[str, str] | None = None
        self._waiting: Mapping[str, str] | None = None
        self._drop = False
        self._writing = False
        self._ended = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def found(self, content: dict[str, str]) -> None:
        """There is a draft already, with that in it."""
        self._stored = content

    def keep(self, content: Mapping[str, str]) -> None:
        """Keep this within a second, unless more is typed meanwhile."""
        if not self._ended:
            self._waiting, self._drop = dict(content), False
            self._pause.start()

    def drop(self) -> None:
        """There is nothing to keep (any more)."""
        self._waiting = None
        self._drop = self._stored is not None or self._writing
        self.flush()

    def end(self) -> None:
        """The act is done: drop the draft, keep nothing from now on."""
        self._ended = True
        self.drop()

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._writing

    def flush(self) -> None:
        """Write now what waits to be written."""
        self._pause.stop()
        if self._writing:
            return
        if self._drop:
            self._drop, self._stored = False, None
            self._write(self._dropping, None)
        elif self._waiting is not None and self._waiting != self._stored:
            content, self._waiting = dict(self._waiting), None
            self._write(partial(self._keeping, content), content)

    def _dropping(self, session: Session) -> None:
        desk = self._desk
        drop_draft(session, self._contact_id, form=self._form, by=desk.actor, now=desk.now)

    def _keeping(self, content: dict[str, str], session: Session) -> None:
        desk = self._desk
        keep_draft(
            session,
            self._contact_id,
            form=self._form,
            content=content,
            by=desk.actor,
            now=desk.now,
        )

    def _write(self, work: Callable[[Session], None], content: dict[str, str] | None) -> None:
        self._writing = True
        told = partial(self._say_kept, content)
        self._desk.tasks.write(self, work, told, self._say_failed)

    def _say_kept(self, content: dict[str, str] | None, _outcome: None) -> None:
        self._writing = False
        if content is not None:
            self._stored = content
            self.kept.emit(self._desk.now)
        self.flush()
        if not self._writing:
            self.idle.emit()

    def _say_failed(self, error: Exception) -> None:
        self._writing = False
        self.failed.emit(error)
        self.idle.emit()
