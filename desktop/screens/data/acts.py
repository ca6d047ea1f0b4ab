"""What is fetched and done for the data screen, on another thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.exchange.backup import back_up, folder_of, made_of
from db.exchange.backup_drill import drill
from db.exchange.backup_files import backups_in, told_of_folder
from db.exchange.delivery import look_at
from db.exchange.exporting import export_files
from db.exchange.importing import import_files
from db.exchange.layout_files import load_layouts
from db.exchange.member_changes import export_member_changes
from db.exchange.snapshot import full_place
from db.exchange.watch import Watch
from db.queries.backup_history import backup_history
from db.queries.backup_settings import BACKUP_SETTINGS, backup_settings
from db.queries.imports import refusals_of
from db.queries.paper_settings import setting_facts
from db.rules.backup_rule import kept_until
from db.rules.import_facts import ImportSheet
from db.rules.permissions import Action, require
from desktop.issuer import issuer_of
from desktop.notices.import_report import import_report
from desktop.saving import export_list

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from db.exchange.backup import BackedUp
    from db.exchange.backup_drill import Drilled
    from db.exchange.backup_files import Backup
    from db.exchange.exporting import WrittenFile
    from db.queries.backup_history import BackupHistory
    from db.queries.backup_settings import BackupSettings
    from db.queries.paper_settings import SettingFacts
    from db.rules.import_facts import Delivery, ImportReport
    from db.rules.import_words import FileKind
    from desktop.desk import Desk
    from desktop.long_work import Course

_MEMBERS_ENCODING: Final = "cp932"


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
    """What there is of backups; ``folder`` is None where none is set."""

    folder: Path | None
    settings: BackupSettings
    facts: tuple[SettingFacts, ...]
    history: BackupHistory
    backups: tuple[KeptBackup, ...]


@dataclass(frozen=True, slots=True)
class ExportAsked:
    """What is to be written, and where; no ``kinds`` asks for the changes of members."""

    folder: Path
    encoding: str | None
    kinds: tuple[FileKind, ...] | None


def backups_state(session: Session, *, desk: Desk) -> BackupsState:
    """Look what backups there are."""
    require(desk.staff.role, Action.BACK_UP)
    settings, history = backup_settings(session), backup_history(session)
    address = desk.database.engine.url
    folder = folder_of(address, settings)
    found = () if folder is None else backups_in(folder, database=full_place(address))
    until = kept_until(tuple(map(made_of, found)), settings.keep, today=desk.today)
    return BackupsState(
        folder=folder,
        settings=settings,
        facts=tuple(each for each in setting_facts(session) if each.name in BACKUP_SETTINGS),
        history=history,
        backups=tuple(_kept(each, until, history) for each in found),
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


def look(paths: Sequence[Path]) -> Delivery:
    """What these files are, before anything is read of them; raises ``import.…``, ``layout.…``."""
    return look_at(paths, load_layouts())


def store_delivery(
    course: Course, *, desk: Desk, paths: Sequence[Path], trial: bool
) -> ImportReport:
    """Store the files as one delivery, or only try whether they can be stored."""
    return import_files(
        desk.database,
        paths,
        by=desk.actor,
        now=desk.now,
        layouts=load_layouts(),
        progress=lambda now: course.tell(now.stage, now.done, now.of),
        stopped=course.stopped,
        trial=trial,
    )


def whole_report(session: Session, *, run: ImportReport) -> ImportReport:
    """An earlier delivery with the lines it refused."""
    return replace(run, refusals=refusals_of(session, run.run_id or 0))


def write_report(desk: Desk, report: ImportReport, *, file: Path) -> Path:
    """Record that the printed report of a delivery leaves, then write it."""
    sheet = ImportSheet(report, issuer_of(desk.bureau, desk.staff), desk.now)
    return export_list(
        desk,
        what="import_report.pdf",
        rows=len(report.refusals),
        content=import_report(sheet, desk.language.code),
        file=file,
    )


def write_files(course: Course, *, desk: Desk, asked: ExportAsked) -> tuple[WrittenFile, ...]:
    """Write what is asked for; raises ``permission.denied``, ``export.…``, ``backup.folder_…``."""
    require(desk.staff.role, Action.IMPORT)

    def told(done: int, of: int) -> None:
        if course.stopped():
            raise RuleBroken("export.stopped")
        course.tell("writing", done, of)

    told(0, 0)
    by, now = desk.actor, desk.now
    with told_of_folder(asked.folder):
        if asked.kinds is None:
            encoding = asked.encoding or _MEMBERS_ENCODING
            return export_member_changes(
                desk.database, asked.folder, by=by, now=now, encoding=encoding
            )
        return export_files(
            desk.database,
            asked.folder,
            layouts=load_layouts(),
            by=by,
            now=now,
            kinds=asked.kinds,
            encoding=asked.encoding,
            progress=told,
        )
