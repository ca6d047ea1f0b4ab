"""Restoring a dump into a new PostgreSQL database, which then takes the old one's name."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from db.engine import open_engine
from db.errors import RuleBroken
from db.exchange.postgresql_programs import Server, carry_out, program
from db.exchange.restore_check import make_ready
from db.guard.addresses import place_of, rendered
from db.guard.opening import told_plainly
from db.rules.backup_rule import BackupStage
from db.rules.periods import in_japan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection

    from db.exchange.backup_files import Backup
    from db.exchange.restore_check import Restoring
    from db.exchange.watch import Watch

_MAINTENANCE: Final = ("postgres", "template1")
_LONGEST_NAME: Final = 63
_JOBS: Final = min(4, os.cpu_count() or 1)
_NO_RIGHT: Final = "42501"
_IN_USE: Final = "55006"


@dataclass(frozen=True, slots=True)
class Place:
    """A database on a server, and a connection to another one from which to look after it."""

    address: URL
    link: Connection

    def run(self, statement: str, *names: str) -> None:
        """Say a statement with the names in it quoted.

        Raises ``restore.no_right`` for an account that may not, and ``restore.in_use``.
        """
        quote = self.link.dialect.identifier_preparer.quote_identifier
        try:
            self.link.execute(text(statement.format(*map(quote, names)).replace(":", r"\:")))
        except DBAPIError as error:
            codes = {_NO_RIGHT: "restore.no_right", _IN_USE: "restore.in_use"}
            code = codes.get(getattr(error.orig, "sqlstate", None) or "")
            if code is None:
                raise
            raise RuleBroken(code, file=place_of(self.address)) from error

    def url(self, name: str) -> str:
        """Where another database of the server is."""
        return rendered(self.address.set(database=name))


def restore_database(restoring: Restoring, address: URL, *, replace: bool) -> str | None:
    """Restore into the database at ``address``; gives the name under which the old one is kept.

    Raises ``restore.not_empty`` without ``replace`` for one with customers, ``restore.in_use``
    while anybody is connected to it, ``restore.no_right``, and ``backup.program_failed``.
    """
    name = address.database or ""
    with beside(address) as place:
        _require_replaceable(place, replace)
        with new_database(place, "restoring") as fresh:
            fill(place, fresh, restoring.backup, restoring.watch)
            make_ready(place.url(fresh), restoring)
            stamp = f"{in_japan(restoring.now):%Y%m%d_%H%M%S}"
            aside = _named(name, f"before_{stamp}")
            return aside if _swapped(place, fresh, aside) else None


@contextmanager
def beside(address: URL) -> Iterator[Place]:
    """A connection to the server that does not hinder the database at ``address``."""
    other = next(name for name in _MAINTENANCE if name != address.database)
    engine = open_engine(rendered(address.set(database=other)))
    try:
        with told_plainly(place_of(address)), engine.connect() as link:
            yield Place(address, link.execution_options(isolation_level="AUTOCOMMIT"))
    finally:
        engine.dispose()


@contextmanager
def new_database(place: Place, purpose: str) -> Iterator[str]:
    """The name of a new, empty database on the server; removed if it still has it at the end."""
    purpose = f"{purpose}_{os.urandom(4).hex()}"
    name = _named(place.address.database or "", purpose)
    place.run("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", name)
    try:
        yield name
    finally:
        place.run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def fill(place: Place, name: str, backup: Backup, watch: Watch) -> None:
    """Restore a dump into the empty database ``name``."""
    engine = open_engine(place.url(name))
    version = place.link.scalar(text("SHOW server_version_num"))
    server = Server(engine, int(version or 0) // 10_000)
    words = ("--exit-on-error", f"--jobs={_JOBS}", f"--dbname={server.address}")
    command = [program("pg_restore", server.major), *words, str(backup.file)]
    folder = backup.file.parent
    carry_out(command, server=server, folder=folder, stage=BackupStage.RESTORING, watch=watch)


def _require_replaceable(place: Place, replace: bool) -> None:
    if not _exists(place):
        return
    engine = open_engine(rendered(place.address))
    file = place_of(place.address)
    try:
        with told_plainly(file), engine.connect() as link:
            tables = inspect(link).get_table_names()
            if tables and "alembic_version" not in tables:
                raise RuleBroken("database.not_a_database", file=file)
            some = text("SELECT 1 FROM customer LIMIT 1")
            if not replace and "customer" in tables and link.scalar(some) is not None:
                raise RuleBroken("restore.not_empty", file=file)
    finally:
        engine.dispose()


def _swapped(place: Place, fresh: str, aside: str) -> bool:
    name, there = place.address.database or "", _exists(place)
    place.run("BEGIN")
    try:
        if there:
            place.run("ALTER DATABASE {} RENAME TO {}", name, aside)
        place.run("ALTER DATABASE {} RENAME TO {}", fresh, name)
    except BaseException:
        place.run("ROLLBACK")
        raise
    place.run("COMMIT")
    return there


def _exists(place: Place) -> bool:
    known = text("SELECT 1 FROM pg_database WHERE datname = :name")
    return place.link.scalar(known, {"name": place.address.database}) is not None


def _named(name: str, purpose: str) -> str:
    return f"{name[: _LONGEST_NAME - len(purpose) - 1]}_{purpose}"
