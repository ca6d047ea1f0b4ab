"""What is fetched and done for the data screen, on another thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.exchange.backup import back_up, folder_of, made_of
from db.exchange.backup_drill import drill
from db.exchange.backup_files import backups_in
from db.exchange.snapshot import full_place
from db.exchange.watch import Watch
from db.queries.backup_history import backup_history
from db.queries.backup_settings import BACKUP_SETTINGS, backup_settings
from db.queries.paper_settings import setting_facts
from db.rules.backup_rule import is_missed, kept_until
from db.rules.permissions import Action, require

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from sqlalchemy.orm import Session

    from db.exchange.backup import BackedUp
    from db.exchange.backup_drill import Drilled
    from db.exchange.backup_files import Backup
    from db.queries.backup_history import BackupHistory
    from db.queries.backup_settings import BackupSettings
    from db.queries.paper_settings import SettingFacts
    from desktop.desk import Desk
    from desktop.long_work import Course


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup in the folder; ``until`` is None for one that stays until another good one is made.

    ``tried_at`` and ``faults`` are of the last drill, if it was of this one.
    """

    backup: Backup
    until: dt.date | None
    tried_at: dt.datetime | None
    faults: int

    @property
    def rows(self) -> int:
        """The rows of all its tables."""
        return sum(self.backup.manifest.rows.values())


@dataclass(frozen=True, slots=True)
class BackupsState:
    """What there is of backups; ``folder`` is None where none is set, ``missed`` since when."""

    folder: Path | None
    settings: BackupSettings
    facts: tuple[SettingFacts, ...]
    history: BackupHistory
    backups: tuple[KeptBackup, ...]
    missed: bool


def backups_state(session: Session, *, desk: Desk) -> BackupsState:
    """Look what backups there are, and whether the one of last night was made."""
    require(desk.staff.role, Action.BACK_UP)
    settings, history = backup_settings(session), backup_history(session)
    address = desk.database.engine.url
    folder = folder_of(address, settings)
    found = () if folder is None else backups_in(folder, database=full_place(address))
    until = kept_until(tuple(map(made_of, found)), settings.keep, today=desk.today)
    at = settings.at
    return BackupsState(
        folder=folder,
        settings=settings,
        facts=tuple(each for each in setting_facts(session) if each.name in BACKUP_SETTINGS),
        history=history,
        backups=tuple(_kept(each, until, history) for each in found),
        missed=at is not None and is_missed(history.made_at, at, now=desk.now),
    )


def make_backup(course: Course, *, desk: Desk) -> BackedUp:
    """Make a backup now, in the folder that is set."""
    watch = Watch(course.tell, course.stopped)
    return back_up(desk.database, by=desk.actor, now=desk.now, watch=watch)


def try_out(course: Course, *, desk: Desk, file: Path) -> Drilled:
    """Restore a backup for practice, check it, and remove it again."""
    watch = Watch(course.tell, course.stopped)
    return drill(desk.database, file, by=desk.actor, now=desk.now, watch=watch)


def _kept(backup: Backup, until: dict[str, dt.date], history: BackupHistory) -> KeptBackup:
    mine = history.tried == backup.file.name
    return KeptBackup(
        backup,
        until.get(backup.file.name),
        history.tried_at if mine else None,
        history.faults if mine else 0,
    )
