"""Opens the database and scopes every use of it to one session."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import create_engine, event
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from db.errors import OutOfReach, RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

_WRITES = "writes"
_SQLITE_REASONS: Final = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
}
_POSTGRESQL_REASONS: Final = {
    "40001": "locked",
    "40P01": "locked",
    "55P03": "locked",
    "53000": "exhausted",
    "53100": "full",
    "53200": "exhausted",
    "53300": "exhausted",
    "53400": "exhausted",
}


def open_engine(url: str) -> Engine:
    """An engine for ``url``, set up alike on SQLite and PostgreSQL; connects to nothing yet."""
    # an error is logged, and what was stored or asked for must not be
    engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


class Database:
    """Hands out one short-lived session per unit of work."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._read = sessionmaker(engine, expire_on_commit=False, autoflush=False)
        writer = engine.execution_options(**{_WRITES: True})
        self._write = sessionmaker(writer, expire_on_commit=False)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session whose changes are thrown away; raises OutOfReach."""
        with told_plainly(), self._read() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Yield a session that commits on leaving, or rolls back on an exception.

        Raises OutOfReach, and RuleBroken ``record.changed`` when another counter was faster.
        """
        with told_plainly(), self._write.begin() as session:
            yield session

    def dispose(self) -> None:
        """Close every connection; the database may be used again afterwards."""
        self.engine.dispose()


@contextmanager
def told_plainly() -> Iterator[None]:
    """Raise OutOfReach for what the database's surroundings did, in place of the driver's error."""
    try:
        yield
    except StaleDataError as error:
        raise RuleBroken("record.changed") from error
    except (OperationalError, InterfaceError, NoConnectionFree) as error:
        raise OutOfReach(reason_of(getattr(error, "orig", None))) from error


def reason_of(error: BaseException | None) -> str:
    """What the surroundings did, as OutOfReach has it, by the number of a driver's error."""
    if isinstance(error, sqlite3.Error):
        # the upper bytes only say where it happened
        return _SQLITE_REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "unreachable")
    return _POSTGRESQL_REASONS.get(getattr(error, "sqlstate", None) or "", "unreachable")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy's "begin" event says BEGIN, not the driver
    # 32 MiB to keep: with every key of a search much the same of a city is read
    for pragma in ("busy_timeout=5000", "journal_mode=WAL", "foreign_keys=ON", "cache_size=-32768"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A deferred BEGIN that later turns into a write fails at once with SQLITE_BUSY_SNAPSHOT,
    # and busy_timeout does not apply; so a writer takes the lock at the start.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
