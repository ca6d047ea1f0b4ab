"""Telling how far long work is, and asking whether it is still wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.rules.backup_rule import BackupStage


def _untold(_stage: BackupStage, _done: int, _of: int) -> None:
    """Nobody wants to know."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told of each step, and who is asked after each whether to stop.

    ``progress`` is called from the working thread with the stage, what is done, and of how much;
    of 0 where nobody knows.
    """

    progress: Callable[[BackupStage, int, int], None] = _untold
    stopped: Callable[[], bool] = _never

    def tell(self, stage: BackupStage, done: int = 0, *, of: int = 0) -> None:
        """Tell of a step; raises RuleBroken ``backup.stopped`` when the work is not wanted."""
        if self.stopped():
            raise RuleBroken("backup.stopped")
        self.progress(stage, done, of)
