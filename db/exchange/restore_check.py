"""Bringing a restored copy to where it can be worked on: compared, upgraded, recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.commands.audit import record
from db.engine import Database, open_engine
from db.errors import RuleBroken
from db.queries.row_counts import row_counts
from db.rules.backup_rule import BackupStage
from db.rules.words import EventKind
from db.upgrade import is_known, upgrade

if TYPE_CHECKING:
    import datetime as dt

    from db.commands.audit import Actor
    from db.exchange.backup_files import Backup
    from db.exchange.watch import Watch
    from db.rules.backup_manifest import BackupKind


@dataclass(frozen=True, slots=True)
class Restoring:
    """A backup on its way back, who brings it, and when."""

    backup: Backup
    by: Actor
    now: dt.datetime
    watch: Watch


@dataclass(frozen=True, slots=True)
class Difference:
    """A table whose rows are not as many as the manifest says; None where there is no table."""

    table: str
    expected: int | None
    found: int | None


def require_restorable(backup: Backup, kind: BackupKind) -> None:
    """Go on only with a backup for this kind of database that this program can read.

    Raises ``restore.other_kind`` and ``restore.newer``.
    """
    facts = backup.manifest
    if facts.kind is not kind:
        raise RuleBroken("restore.other_kind", file=str(backup.file), kind=facts.kind.value)
    if not is_known(facts.revision):
        raise RuleBroken("restore.newer", file=str(backup.file), program=facts.program)


def differences(url: str, backup: Backup) -> tuple[Difference, ...]:
    """Where the rows of the database at ``url`` are not those that were backed up."""
    database = Database(open_engine(url))
    try:
        with database.reading() as session:
            found = row_counts(session)
    finally:
        database.dispose()
    expected = backup.manifest.rows
    names = sorted(expected.keys() | found.keys())
    compared = (Difference(name, expected.get(name), found.get(name)) for name in names)
    return tuple(each for each in compared if each.expected != each.found)


def make_ready(url: str, restoring: Restoring) -> None:
    """Bring a filled database up to date and record in it where it comes from.

    Raises ``restore.not_equal`` with the ``table`` whose rows are not those of the backup.
    """
    restoring.watch.tell(BackupStage.CHECKING)
    wrong = differences(url, restoring.backup)
    if wrong:
        raise RuleBroken("restore.not_equal", table=wrong[0].table)
    upgrade(url)
    database = Database(open_engine(url))
    try:
        with database.writing() as session:
            facts = restoring.backup.manifest
            record(
                session,
                EventKind.RESTORED,
                by=restoring.by,
                now=restoring.now,
                file=restoring.backup.file.name,
                since=facts.made_at.isoformat(),
            )
    finally:
        database.dispose()
