"""Making a backup: copied while desks write, checked, and only then given its name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db import VERSION
from db.commands.audit import record
from db.commands.permission import allow
from db.errors import RuleBroken
from db.exchange.backup_files import (
    Backup,
    backups_in,
    digest,
    half_file,
    put_in_place,
    remove,
    require_usable,
    told_of_folder,
    usual_folder,
)
from db.exchange.backup_postgresql import check_dump, dump_postgresql
from db.exchange.backup_sqlite import check_sqlite, copy_sqlite
from db.exchange.snapshot import full_place, kind_of
from db.exchange.watch import Watch
from db.guard.opening import told_plainly
from db.queries.backup_settings import BackupSettings, backup_settings
from db.rules.backup_manifest import BackupKind, Manifest
from db.rules.backup_rule import Made, superfluous
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    from sqlalchemy import URL
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.engine import Database
    from db.rules.backup_rule import Keep

_UNWATCHED: Final = Watch()


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made, and the names of those that were removed after it."""

    backup: Backup
    removed: tuple[str, ...]


def back_up(
    database: Database,
    folder: Path | None = None,
    *,
    by: Actor,
    now: dt.datetime,
    watch: Watch = _UNWATCHED,
) -> BackedUp:
    """Make a backup in ``folder``, or in the one that is set, and keep those that the rule keeps.

    Raises RuleBroken ``backup.…``, of which nothing is left, such as ``backup.no_folder`` for a
    server's database without one, and ``permission.denied``.
    """
    with database.reading() as session:
        require_allowed(session, by, now)
        settings = backup_settings(session)
    folder = _usable(database.engine.url, folder, settings)
    place = full_place(database.engine.url)
    with told_plainly(place), half_file(folder) as half:
        backup = put_in_place(half, _copied(database, half, now=now, watch=watch))
    with database.writing() as session:
        record(session, EventKind.BACKED_UP, by=by, now=now, file=backup.file.name)
    return BackedUp(backup, _tidied(backup, settings.keep, now))


def require_allowed(session: Session, by: Actor, now: dt.datetime) -> None:
    """Ask for the right of a member of staff; whoever may run ``mizumado-db`` has it."""
    if by.staff_id is not None:
        allow(session, by, Action.BACK_UP, now)


def folder_of(address: URL, settings: BackupSettings) -> Path | None:
    """The folder that is set, else ``backups`` beside the file; None for a server's database."""
    if settings.folder:
        return Path(settings.folder)
    if kind_of(address) is BackupKind.POSTGRESQL:
        return None
    return usual_folder(Path(full_place(address)))


def _usable(address: URL, named: Path | None, settings: BackupSettings) -> Path:
    folder = named or folder_of(address, settings)
    if folder is None:
        raise RuleBroken("backup.no_folder")
    if named is None and not settings.folder:
        with told_of_folder(folder.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
    require_usable(folder)
    return folder


def _copied(database: Database, half: Path, *, now: dt.datetime, watch: Watch) -> Manifest:
    if kind_of(database.engine.url) is BackupKind.SQLITE:
        snapshot = copy_sqlite(database, half, watch)
        sound = check_sqlite(half, snapshot, watch)
    else:
        dumped = dump_postgresql(database, half, watch)
        check_dump(half, dumped, watch)
        snapshot, sound = dumped.snapshot, dumped.audit_sound
    return Manifest(
        kind=kind_of(database.engine.url),
        database=snapshot.place,
        made_at=now.astimezone(dt.UTC),
        program=VERSION,
        revision=snapshot.revision,
        rows=snapshot.rows,
        size=half.stat().st_size,
        sha256=digest(half, watch),
        anchor=snapshot.anchor,
        audit_sound=sound,
    )


def _tidied(made: Backup, keep: Keep, now: dt.datetime) -> tuple[str, ...]:
    here = backups_in(made.file.parent, database=made.manifest.database)
    known = {each.file.name: each for each in here}
    gone = superfluous(map(made_of, here), keep, now=now)
    for name in gone:
        remove(known[name])
    return gone


def made_of(backup: Backup) -> Made:
    """A backup as the rule of keeping sees it."""
    facts = backup.manifest
    return Made(backup.file.name, facts.made_at, facts.audit_sound)
