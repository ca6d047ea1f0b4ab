"""Keeps what a clerk notes of a contact, so that nothing is lost when the program dies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from db.commands.contacts import keep_contact
from db.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from db.commands.contacts import WrapUp
    from desktop.desk import Desk

_PAUSE_MS = 1000
_AGAIN_MS = 5000


@dataclass(frozen=True, slots=True)
class Act:
    """Something done to a contact that must not be overtaken by an older note of it."""

    contact_id: int
    work: Callable[[Session], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Keeper(QObject):
    """Writes one thing at a time, a second after the last key; what fails is tried again."""

    troubled = Signal(int, object)  # contact id, the first error since all was kept
    kept = Signal()  # all is kept again

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: dict[int, WrapUp] = {}
        self._acts: list[Act] = []
        self._busy = False
        self._in_trouble = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._go_on)

    def keep_soon(self, contact_id: int, noted: WrapUp) -> None:
        """Keep the newest notes of a contact once the typing pauses."""
        self._waiting[contact_id] = noted
        self._pause.start(_PAUSE_MS)

    def flush(self) -> None:
        """Keep everything now."""
        self._pause.stop()
        self._go_on()

    def forget(self, contact_id: int) -> None:
        """Nothing of this contact is to be kept any more."""
        self._waiting.pop(contact_id, None)

    def act(self, act: Act) -> None:
        """Do something to a contact after what is being kept; its notes go along in the act."""
        self._acts.append(act)
        self._go_on()

    def is_waiting(self) -> bool:
        """Whether anything is not kept yet."""
        return bool(self._waiting or self._acts or self._busy)

    def _go_on(self) -> None:
        if self._busy:
            return
        if self._acts:
            act = self._acts.pop(0)
            self._waiting.pop(act.contact_id, None)
            self._run(act.work, partial(self._done, act), partial(self._not_done, act))
        elif self._waiting and not self._pause.isActive():
            contact_id, noted = next(iter(self._waiting.items()))
            del self._waiting[contact_id]
            failed = partial(self._not_kept, contact_id, noted)
            self._run(self._keeping(contact_id, noted), self._all_kept, failed)

    def _run(
        self,
        work: Callable[[Session], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._busy = True
        self._desk.tasks.write(self, work, then, failed)

    def _keeping(self, contact_id: int, noted: WrapUp) -> Callable[[Session], None]:
        now = self._desk.now
        return partial(_keep, contact_id=contact_id, noted=noted, by=self._desk.actor, now=now)

    def _done(self, act: Act, outcome: Any) -> None:
        self._busy = False
        self._recovered()
        act.then(outcome)
        self._go_on()

    def _not_done(self, act: Act, error: Exception) -> None:
        self._busy = False
        act.failed(error)
        self._go_on()

    def _all_kept(self, _nothing: object) -> None:
        self._busy = False
        self._recovered()
        self._go_on()

    def _not_kept(self, contact_id: int, noted: WrapUp, error: Exception) -> None:
        self._busy = False
        if not isinstance(error, RuleBroken):
            # newer notes may be waiting already
            self._waiting.setdefault(contact_id, noted)
            self._pause.start(_AGAIN_MS)
        if not self._in_trouble:
            self._in_trouble = True
            self.troubled.emit(contact_id, error)
        self._go_on()

    def _recovered(self) -> None:
        if self._in_trouble:
            self._in_trouble = False
            self.kept.emit()


def _keep(session: Session, *, contact_id: int, noted: WrapUp, by: Any, now: Any) -> None:
    keep_contact(session, contact_id, wrap_up=noted, by=by, now=now)
