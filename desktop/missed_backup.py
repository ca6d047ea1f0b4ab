"""That the backup of last night was not made: above the work of whoever may make it up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from db.queries.backup_history import backup_missed
from db.rules.permissions import Action, may
from desktop.theme import Kind
from desktop.widgets.banner import Banner

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from desktop.desk import Desk

_LOOKS_EVERY_MS = 600_000


class MissedBackup(Banner):
    """Stands until a backup is made; ``acted`` asks for the screen where one is made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._missed: dt.time | None = None
        super().__init__(Kind.WARN, "", parent)
        # a window may stay open over the hour at which a backup is due
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOKS_EVERY_MS)
        self._watch.timeout.connect(self.look)
        self.hide()

    def look(self) -> None:
        """Look whether the backup that was due last was made; nobody else is told of it."""
        if may(self._desk.staff.role, Action.BACK_UP):
            self._watch.start()
            work = partial(backup_missed, now=self._desk.now)
            self._desk.tasks.read(self, work, self._show, self._leave)

    def retranslate(self) -> None:
        super().retranslate()
        self.action.set_text(self.tr("See the backups"))
        self.action.setVisible(True)
        words = self.tr(
            "The backup of {time} was not made. Look whether mizumado-db backup --every-day runs."
        )
        if self._missed is not None:
            self.say(words.format(time=f"{self._missed:%H:%M}"))

    def _show(self, missed: dt.time | None) -> None:
        self._missed = missed
        self.retranslate()
        self.setVisible(missed is not None)

    def _leave(self, _error: Exception) -> None:
        """Say nothing of it: the screen of backups tells what is wrong."""
