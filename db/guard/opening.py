"""Opening the bureau's database: everything that can be wrong with it is found and named here."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from db.engine import Database, open_engine
from db.errors import OutOfReach, RuleBroken
from db.guard.addresses import is_file, malformed, place_of, read_address, rendered
from db.guard.damage import naming_backup
from db.upgrade import current_revision, head_revision, upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection

_HEADER: Final = b"SQLite format 3\0"
_WAIT_S: Final = 2.0
# quick_check reads the file whole, at about half a gigabyte a second; `mizumado-db check` has time
_QUICKLY_CHECKED_BYTES: Final = 512 * 1024 * 1024
_SQLITE_CODES: Final = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",  # the file is there, but its log cannot be made beside it
    sqlite3.SQLITE_NOTADB: "not_a_database",
    sqlite3.SQLITE_FULL: "full",
}
_POSTGRESQL_CODES: Final = {
    "42501": "read_only",
    "25006": "read_only",
    "55P03": "locked",
    "53100": "full",
    "XX001": "damaged",
    "XX002": "damaged",
}


def open_database(url: str, *, thorough: bool = True) -> Database:
    """The database at ``url``, looked at before anybody uses it; makes no file.

    ``thorough`` also reads a file through for damage; leave it out when that has just been done.
    Raises RuleBroken, with the place as ``file``: ``database.malformed_url``, ``.missing``,
    ``.not_a_database``, ``.empty``, ``.older``, ``.newer``, ``.locked``, ``.read_only``,
    ``.unreachable``, ``.damaged`` or ``.damaged_backed_up``; and OutOfReach ``full``.
    """
    address = read_address(url)
    place = place_of(address)
    if not is_file(address):
        return _looked_at(address, url)
    with naming_backup(Path(place)):
        _try_file(Path(place), thorough)
        return _looked_at(address, url)


def upgrade_database(url: str) -> str:
    """Make the tables at ``url`` or bring them up to date, and give the revision they are at now.

    Makes a missing file, and refuses what is not a database of this program; raises as
    ``open_database`` does, ``database.missing`` when there is no folder for the file.
    """
    address = read_address(url)
    place = place_of(address)
    if is_file(address):
        _try_place(Path(place))
    database = _open(address, url)
    with told_plainly(place):
        try:
            with database.engine.connect() as connection:
                if current_revision(connection) is None:
                    _refuse_foreign(connection, place)
        finally:
            database.dispose()
        upgrade(rendered(address))
    return head_revision()


@contextmanager
def told_plainly(place: str) -> Iterator[None]:
    """Tell a driver's error on the database at ``place`` as RuleBroken or OutOfReach."""
    try:
        yield
    except DBAPIError as error:
        raise _told(error.orig, place) from error
    except sqlite3.Error as error:
        raise _told(error, place) from error


def _told(error: BaseException | None, place: str) -> RuleBroken | OutOfReach:
    if isinstance(error, sqlite3.Error):
        code = _SQLITE_CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "damaged")
    else:
        code = _POSTGRESQL_CODES.get(getattr(error, "sqlstate", None) or "", "unreachable")
    return OutOfReach(code) if code == "full" else RuleBroken(f"database.{code}", file=place)


def _looked_at(address: URL, url: str) -> Database:
    place = place_of(address)
    database = _open(address, url)
    try:
        with told_plainly(place), database.engine.connect() as connection:
            _check_revision(connection, place)
            _check_writable(connection, place)
    except BaseException:
        database.dispose()
        raise
    return database


def _open(address: URL, url: str) -> Database:
    try:
        return Database(open_engine(rendered(address)))
    except (ArgumentError, ImportError) as error:
        raise malformed(url) from error


def _try_place(file: Path) -> None:
    if not file.parent.is_dir():
        raise RuleBroken("database.missing", file=str(file))
    if file.exists() and _header(file):
        _try_file(file, thorough=True)


def _try_file(file: Path, thorough: bool) -> None:
    header = _header(file)
    if header != _HEADER:
        raise RuleBroken(f"database.{'not_a_database' if header else 'empty'}", file=str(file))
    # mode=rw makes no file, unlike a plain connection to a file that just went away
    uri = f"{file.resolve().as_uri()}?mode=rw"
    with (
        told_plainly(str(file)),
        closing(sqlite3.connect(uri, uri=True, timeout=_WAIT_S, isolation_level=None)) as link,
    ):
        link.execute("BEGIN IMMEDIATE")
        link.execute("ROLLBACK")
        if thorough and file.stat().st_size <= _QUICKLY_CHECKED_BYTES:
            verdict = link.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != ("ok",):
                raise RuleBroken("database.damaged", file=str(file))


def _header(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(len(_HEADER))
    except PermissionError as error:
        raise RuleBroken("database.read_only", file=str(file)) from error
    except IsADirectoryError as error:
        raise RuleBroken("database.not_a_database", file=str(file)) from error
    except (OSError, ValueError) as error:
        raise RuleBroken("database.missing", file=str(file)) from error


def _check_revision(connection: Connection, place: str) -> None:
    revision = current_revision(connection)
    if revision is None:
        _refuse_foreign(connection, place)
        raise RuleBroken("database.empty", file=place)
    if revision != head_revision():
        raise RuleBroken("database.older", file=place, revision=revision)


def _refuse_foreign(connection: Connection, place: str) -> None:
    if inspect(connection).get_table_names():
        raise RuleBroken("database.not_a_database", file=place)


def _check_writable(connection: Connection, place: str) -> None:
    if connection.dialect.name != "postgresql":
        return
    # a standby, a server set to read only, or a role without rights
    question = text(
        "SELECT current_setting('transaction_read_only') = 'off'"
        " AND has_table_privilege('audit_event', 'INSERT')"
    )
    if not connection.scalar(question):
        raise RuleBroken("database.read_only", file=place)
