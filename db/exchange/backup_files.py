"""The folder of backups: each one whole, with its manifest beside it, or not there at all."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.rules.backup_manifest import BackupKind, Manifest, manifest_text, read_manifest
from db.rules.backup_rule import BackupStage
from db.rules.file_faults import file_fault
from db.rules.periods import in_japan
from db.rules.safe_name import safe_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.exchange.watch import Watch

_ENDS: Final = {BackupKind.SQLITE: ".db", BackupKind.POSTGRESQL: ".dump"}
_MANIFEST_END: Final = ".json"
_HALF: Final = ".half"
_MOST_MANIFEST_BYTES: Final = 1_000_000
_CHUNK: Final = 4 * 1024 * 1024
_ABANDONED_AFTER: Final = dt.timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup that is there with its manifest."""

    file: Path
    manifest: Manifest


@contextmanager
def told_of_folder(folder: Path) -> Iterator[None]:
    """Tell an error of the file system in ``folder`` as RuleBroken.

    ``backup.folder_missing``, ``.folder_closed``, ``.folder_full`` or ``.folder_failed``.
    """
    try:
        yield
    except OSError as error:
        told = {"folder": str(folder), "why": error.strerror or ""}
        raise RuleBroken(f"backup.folder_{file_fault(error)}", **told) from error


def require_usable(folder: Path, *, needed: int = 0) -> None:
    """Go on only with a folder that takes files and has room for so many bytes."""
    with told_of_folder(folder):
        if not folder.is_dir():
            raise RuleBroken("backup.folder_missing", folder=str(folder))
        probe = _opened_new(folder / f".mizumado-{os.getpid()}{_HALF}")
        probe.unlink()
        if shutil.disk_usage(folder).free < needed:
            raise RuleBroken("backup.folder_full", folder=str(folder))


@contextmanager
def half_file(folder: Path) -> Iterator[Path]:
    """A new file for its owner alone, under a name of its own until ``put_in_place``.

    Removed on leaving if it is still there, with whatever SQLite put beside it; what a killed
    program left two days ago is removed first.
    """
    _remove_abandoned(folder)
    half = folder / f".mizumado-{os.getpid()}-{os.urandom(4).hex()}{_HALF}"
    try:
        with told_of_folder(folder):
            yield _opened_new(half)
    finally:
        for beside in ("", "-wal", "-shm", "-journal", _MANIFEST_END):
            with suppress(OSError):
                half.with_name(half.name + beside).unlink(missing_ok=True)


def put_in_place(half: Path, manifest: Manifest) -> Backup:
    """Give a checked backup its name and its manifest, so that both stay if the machine stops."""
    folder = half.parent
    written = _opened_new(half.with_name(half.name + _MANIFEST_END))
    with told_of_folder(folder):
        written.write_text(manifest_text(manifest), "utf-8")
        for file in (half, written):
            synced(file)
        place = _free_name(folder, manifest)
        half.rename(place)
        written.rename(place.with_suffix(_MANIFEST_END))
        synced(folder)
    return Backup(place, manifest)


def synced(path: Path) -> None:
    """Have what was written to a file or folder on the disk before going on."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def digest(file: Path, watch: Watch) -> str:
    """The SHA-256 of a file, in hex digits."""
    whole, done, of = hashlib.sha256(), 0, file.stat().st_size
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            whole.update(chunk)
            done += len(chunk)
            watch.tell(BackupStage.CHECKING, done, of=of)
    return whole.hexdigest()


def backups_in(folder: Path, *, database: str | None = None) -> tuple[Backup, ...]:
    """The backups of one database, or of all, newest first; a folder that is away has none."""
    try:
        files = sorted(folder.glob(f"*{_MANIFEST_END}"))
    except OSError:
        return ()
    found = [known for file in files if (known := _known(file)) is not None]
    mine = [each for each in found if database in (None, each.manifest.database)]
    return tuple(sorted(mine, key=lambda each: each.manifest.made_at, reverse=True))


def backup_at(file: Path) -> Backup:
    """The backup that somebody names; nothing of it but its manifest is read.

    Raises ``backup.not_there``, ``backup.no_manifest`` or ``backup.wrong_file``.
    """
    try:
        if not file.is_file():
            raise RuleBroken("backup.not_there", file=str(file))
    except OSError as error:
        raise RuleBroken("backup.not_there", file=str(file)) from error
    if file.suffix not in _ENDS.values():
        raise RuleBroken("backup.wrong_file", file=str(file))
    beside = file.with_suffix(_MANIFEST_END)
    found = _known(beside)
    if found is None:
        raise RuleBroken("backup.no_manifest", file=str(file), manifest=beside.name)
    return found


def require_whole(backup: Backup, watch: Watch) -> None:
    """Go on only if a backup is byte for byte what was written; raises ``backup.changed``."""
    try:
        same = backup.file.stat().st_size == backup.manifest.size
        whole = same and digest(backup.file, watch) == backup.manifest.sha256
    except OSError as error:
        raise RuleBroken("backup.not_there", file=str(backup.file)) from error
    if not whole:
        raise RuleBroken("backup.changed", file=str(backup.file))


def usual_folder(file: Path) -> Path:
    """Where the backups of a file of SQLite are while no folder is set."""
    return file.parent / "backups"


def newest_good(folder: Path, database: str) -> Backup | None:
    """The newest backup of a database whose audit was untouched; its file is not read."""
    good = (each for each in backups_in(folder, database=database) if each.manifest.audit_sound)
    return next(good, None)


def remove(backup: Backup) -> None:
    """Remove a backup, its manifest first: what has none counts as no backup."""
    with told_of_folder(backup.file.parent):
        backup.file.with_suffix(_MANIFEST_END).unlink(missing_ok=True)
        backup.file.unlink(missing_ok=True)


def _known(manifest: Path) -> Backup | None:
    try:
        if manifest.stat().st_size > _MOST_MANIFEST_BYTES:
            return None
        read = read_manifest(manifest.read_text("utf-8"))
        file = manifest.with_suffix(_ENDS[read.kind])
        return Backup(file, read) if file.is_file() else None
    except (OSError, ValueError):
        return None


def _opened_new(file: Path) -> Path:
    with told_of_folder(file.parent):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return file


def _free_name(folder: Path, manifest: Manifest) -> Path:
    stem = Path(manifest.database).stem or "mizumado"
    name = safe_name(f"{stem}-{in_japan(manifest.made_at):%Y%m%d-%H%M%S}")
    names = (f"{name}{more}" for more in ("", *(f"-{number}" for number in range(2, 1000))))
    files = (folder / f"{each}{_ENDS[manifest.kind]}" for each in names)
    return next(file for file in files if not file.exists())


def _remove_abandoned(folder: Path) -> None:
    before = dt.datetime.now(dt.UTC) - _ABANDONED_AFTER
    for file in folder.glob(f".mizumado-*{_HALF}*"):
        with suppress(OSError):
            if dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC) < before:
                file.unlink()
