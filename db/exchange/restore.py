"""Bringing a backup back: checked first, and whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db.exchange.backup_files import backup_at, require_whole
from db.exchange.restore_check import Restoring, require_restorable
from db.exchange.restore_postgresql import restore_database
from db.exchange.restore_sqlite import restore_file
from db.exchange.snapshot import full_place, kind_of
from db.exchange.watch import Watch
from db.guard.addresses import is_file, read_address
from db.guard.opening import told_plainly

if TYPE_CHECKING:
    import datetime as dt

    from db.commands.audit import Actor
    from db.exchange.backup_files import Backup

_UNWATCHED: Final = Watch()


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and what that which stood there before is called now, if anything did."""

    backup: Backup
    kept_as: str | None


def restore(
    file: Path,
    url: str,
    *,
    replace: bool = False,
    by: Actor,
    now: dt.datetime,
    watch: Watch = _UNWATCHED,
) -> Restored:
    """Restore the backup ``file`` into the database at ``url``, which ``replace`` lets it replace.

    Until the last step, which is one rename, nothing at ``url`` is touched. Raises RuleBroken
    ``backup.…``, ``restore.…`` and ``database.…``.
    """
    address = read_address(url)
    backup = backup_at(file)
    require_restorable(backup, kind_of(address))
    require_whole(backup, watch)
    restoring = Restoring(backup, by, now, watch)
    place = full_place(address)
    with told_plainly(place):
        if is_file(address):
            kept = restore_file(restoring, Path(place), replace=replace)
            return Restored(backup, None if kept is None else str(kept))
        return Restored(backup, restore_database(restoring, address, replace=replace))
