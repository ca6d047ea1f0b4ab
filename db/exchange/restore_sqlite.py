"""Putting a backup in the place of an SQLite file, in one step and with the old file kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Final

from db.errors import RuleBroken
from db.exchange.backup_files import half_file, require_usable, synced, told_of_folder
from db.exchange.backup_sqlite import told_of_copy
from db.exchange.restore_check import make_ready
from db.rules.backup_rule import BackupStage
from db.rules.periods import in_japan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from db.exchange.restore_check import Restoring
    from db.exchange.watch import Watch

_HEADER: Final = b"SQLite format 3\0"
_CHUNK: Final = 4 * 1024 * 1024
_WAIT_S: Final = 2.0
_LOCKED: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_LOGS: Final = ("-wal", "-journal")


def restore_file(restoring: Restoring, target: Path, *, replace: bool) -> Path | None:
    """Restore into ``target``; gives the name under which what was there is kept.

    Raises ``restore.not_empty`` without ``replace`` for a file with customers or damage in it,
    ``restore.in_use`` while any program has it open, and ``database.not_a_database``.
    """
    backup = restoring.backup
    _require_replaceable(target, replace, own=str(target.resolve()) == backup.manifest.database)
    # twice: an older revision may be made anew while it is brought up to date
    require_usable(target.parent, needed=backup.manifest.size * 2)
    with half_file(target.parent) as half:
        copy_bytes(backup.file, half, restoring.watch)
        make_ready(f"sqlite:///{half}", restoring)
        with told_of_copy(target.parent), closing(sqlite3.connect(half)) as link:
            link.execute("PRAGMA journal_mode=DELETE").close()
        synced(half)
        return _put(half, target, restoring.now)


def copy_bytes(source: Path, copy: Path, watch: Watch) -> None:
    """Copy a file into one that is there, telling how far it is."""
    done, of = 0, source.stat().st_size
    with source.open("rb") as read, copy.open("wb") as written:
        while chunk := read.read(_CHUNK):
            written.write(chunk)
            done += len(chunk)
            watch.tell(BackupStage.RESTORING, done, of=of)


def _require_replaceable(target: Path, replace: bool, *, own: bool) -> None:
    with told_of_folder(target.parent):
        if target.is_dir():
            raise RuleBroken("database.not_a_database", file=str(target))
        if not target.exists():
            return
        with target.open("rb") as stream:
            header = stream.read(len(_HEADER))
    if header and header != _HEADER and not own:
        raise RuleBroken("database.not_a_database", file=str(target))
    used = header == _HEADER and _has_customers(target)
    if not replace and header and (used or header != _HEADER):
        raise RuleBroken("restore.not_empty", file=str(target))


def _has_customers(file: Path) -> bool:
    uri = f"{file.resolve().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=_WAIT_S)) as link:
            tables = {name for (name,) in link.execute("SELECT name FROM sqlite_schema")}
            if tables and "alembic_version" not in tables:
                raise RuleBroken("database.not_a_database", file=str(file))
            question = "SELECT 1 FROM customer LIMIT 1"
            return "customer" in tables and link.execute(question).fetchone() is not None
    except sqlite3.Error as error:
        if _is_locked(error):
            raise RuleBroken("restore.in_use", file=str(file)) from error
        return True  # what cannot be read may be anything


def _put(half: Path, target: Path, now: dt.datetime) -> Path | None:
    with told_of_folder(target.parent), _held(target):
        if not target.exists() or not target.stat().st_size:
            half.replace(target)
            synced(target.parent)
            return None
        aside = _free_name(target, now)
        _give_same_rights(half, target)
        # the log of a damaged file belongs to that file, and must never meet the new one
        for log in _LOGS:
            with suppress(FileNotFoundError):
                target.with_name(target.name + log).rename(aside.with_name(aside.name + log))
        target.with_name(f"{target.name}-shm").unlink(missing_ok=True)
        # the old file has both names for a moment, so that there is a whole one at every moment
        os.link(target, aside)
        half.replace(target)
        synced(target.parent)
        return aside


def _give_same_rights(half: Path, target: Path) -> None:
    shutil.copymode(target, half)
    there = target.stat()
    if (there.st_uid, there.st_gid) != (half.stat().st_uid, half.stat().st_gid):
        os.chown(half, there.st_uid, there.st_gid)


@contextmanager
def _held(target: Path) -> Iterator[None]:
    if not target.exists():
        yield
        return
    with closing(sqlite3.connect(target, timeout=_WAIT_S, isolation_level=None)) as link:
        try:
            # both are refused while any other program has the file open
            link.execute("PRAGMA journal_mode=DELETE").close()
            link.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if _is_locked(error):
                raise RuleBroken("restore.in_use", file=str(target)) from error
        yield


def _is_locked(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _LOCKED


def _free_name(target: Path, now: dt.datetime) -> Path:
    name = f"{target.name}.before-{in_japan(now):%Y%m%d-%H%M%S}"
    names = (f"{name}{more}" for more in ("", *(f"-{number}" for number in range(2, 1000))))
    return next(file for each in names if not (file := target.with_name(each)).exists())
