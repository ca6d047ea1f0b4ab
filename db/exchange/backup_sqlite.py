"""Copying an SQLite file while desks write to it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from db.errors import RuleBroken
from db.exchange.backup_files import require_usable
from db.exchange.snapshot import Snapshot, snapshot_of
from db.queries.audit import check_audit
from db.rules.backup_rule import BackupStage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.engine import Database
    from db.exchange.watch import Watch

_PAGES_AT_ONCE: Final = 2048
_NEXT_TO_NOTHING: Final = 1_000_000
_FOLDERS_FAULT: Final = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "failed",
    sqlite3.SQLITE_CANTOPEN: "closed",
    sqlite3.SQLITE_READONLY: "closed",
}


def copy_sqlite(database: Database, half: Path, watch: Watch) -> Snapshot:
    """Copy the database into the new file ``half``, and give what the copy has to hold.

    Copied is one moment's state. Raises ``backup.folder_…`` for the copy's side.
    """
    with database.reading() as session:
        # the open reading keeps this moment: without it each write elsewhere starts the copy anew
        snapshot = snapshot_of(session)
        require_usable(half.parent, needed=_size(session))
        source = session.connection().connection.driver_connection
        with told_of_copy(half.parent), closing(sqlite3.connect(half)) as copy:
            _copy(source, copy, watch)
    return snapshot


def check_sqlite(half: Path, snapshot: Snapshot, watch: Watch) -> bool:
    """Go on only if the copy is sound and holds what it has to; says whether its audit is.

    Raises ``backup.damaged`` when it is not sound, ``backup.not_equal`` when a count differs.
    """
    watch.tell(BackupStage.CHECKING)
    with unchanging(half) as session:
        if session.scalar(text("PRAGMA quick_check(1)")) != "ok":
            raise RuleBroken("backup.damaged", file=snapshot.place)
        if snapshot_of(session, place=snapshot.place) != snapshot:
            raise RuleBroken("backup.not_equal", file=snapshot.place)
        return not check_audit(session, printed_anchor=snapshot.anchor)


@contextmanager
def unchanging(file: Path) -> Iterator[Session]:
    """A session on a file that nobody writes to: nothing is put beside it, not even a log."""
    uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    connect = lambda: sqlite3.connect(uri, uri=True)  # noqa: E731 a connector of one line
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    try:
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()


@contextmanager
def told_of_copy(folder: Path) -> Iterator[None]:
    """Tell what hinders SQLite in writing to ``folder`` as RuleBroken ``backup.folder_…``."""
    try:
        yield
    except sqlite3.Error as error:
        fault = _FOLDERS_FAULT.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if fault is None:
            raise
        # SQLite calls it an I/O error when the disk fills up between two of its own looks
        if fault == "failed" and shutil.disk_usage(folder).free < _NEXT_TO_NOTHING:
            fault = "full"
        told = {"folder": str(folder), "why": str(error)}
        raise RuleBroken(f"backup.folder_{fault}", **told) from error


def _copy(source: Any, copy: sqlite3.Connection, watch: Watch) -> None:
    # a half copy is thrown away, so nothing of it needs a journal; it is synced once, when whole
    for pragma in ("journal_mode=OFF", "synchronous=OFF"):
        copy.execute(f"PRAGMA {pragma}").close()

    def told(_status: int, remaining: int, total: int) -> None:
        watch.tell(BackupStage.COPYING, total - remaining, of=total)

    source.backup(copy, pages=_PAGES_AT_ONCE, progress=told, sleep=0)
    # one file alone, without a log beside it
    copy.execute("PRAGMA journal_mode=DELETE").close()


def _size(session: Session) -> int:
    pages, size = (session.scalar(text(f"PRAGMA page_{of}")) or 0 for of in ("count", "size"))
    return int(pages * size)
