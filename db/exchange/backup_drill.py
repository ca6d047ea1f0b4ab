"""Restoring a backup for practice: into a database that is thrown away after it was checked."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from db.commands.audit import record
from db.engine import Database, open_engine
from db.exchange.backup import require_allowed
from db.exchange.backup_files import backup_at, half_file, require_usable, require_whole
from db.exchange.restore_check import Difference, differences, require_restorable
from db.exchange.restore_postgresql import beside, fill, new_database
from db.exchange.restore_sqlite import copy_bytes
from db.exchange.watch import Watch
from db.guard.addresses import is_file, place_of
from db.guard.opening import told_plainly
from db.queries.soundness import Fault, Part, faults
from db.rules.backup_manifest import BackupKind
from db.rules.backup_rule import BackupStage
from db.rules.words import EventKind
from db.upgrade import upgrade

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from db.commands.audit import Actor
    from db.exchange.backup_files import Backup

_UNWATCHED: Final = Watch()


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a drill found: no differing table and no fault of any part when all is well."""

    backup: Backup
    differing: tuple[Difference, ...]
    faults: tuple[tuple[Part, tuple[Fault, ...]], ...]

    @property
    def found(self) -> int:
        """How much is wrong."""
        return len(self.differing) + sum(len(wrong) for _, wrong in self.faults)


def drill(
    database: Database, file: Path, *, by: Actor, now: dt.datetime, watch: Watch = _UNWATCHED
) -> Drilled:
    """Restore the backup ``file`` where nobody works, check and count it, and remove it again.

    It is checked as ``mizumado-db check`` does, and ``database`` keeps the record of the drill.
    Raises what ``restore`` raises, and ``permission.denied``.
    """
    with database.reading() as session:
        require_allowed(session, by, now)
    backup = backup_at(file)
    address = database.engine.url
    # a file is tried out beside its backup, but a dump needs the server
    require_restorable(backup, BackupKind.SQLITE if is_file(address) else backup.manifest.kind)
    require_whole(backup, watch)
    with told_plainly(place_of(address)), _restored(database, backup, watch) as url:
        differing = differences(url, backup)
        upgrade(url)
        drilled = Drilled(backup, differing, _checked(url, backup, watch))
    with database.writing() as session:
        told: dict[str, Any] = {"file": backup.file.name, "faults": drilled.found}
        record(session, EventKind.BACKUP_DRILLED, by=by, now=now, **told)
    return drilled


@contextmanager
def _restored(database: Database, backup: Backup, watch: Watch) -> Iterator[str]:
    if backup.manifest.kind is BackupKind.SQLITE:
        folder = backup.file.parent
        require_usable(folder, needed=backup.manifest.size * 2)
        with half_file(folder) as half:
            copy_bytes(backup.file, half, watch)
            yield f"sqlite:///{half}"
        return
    with beside(database.engine.url) as place, new_database(place, "drill") as name:
        fill(place, name, backup, watch)
        yield place.url(name)


def _checked(url: str, backup: Backup, watch: Watch) -> tuple[tuple[Part, tuple[Fault, ...]], ...]:
    restored = Database(open_engine(url))
    found = []
    try:
        with restored.reading() as session:
            for part in faults(session, printed_anchor=backup.manifest.anchor):
                watch.tell(BackupStage.CHECKING)
                found.append(part)
    finally:
        restored.dispose()
    return tuple(found)
