"""Brings a database to the revision that this program knows, and back."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from db.engine import open_engine
from db.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

_SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(url: str, revision: str = "head") -> None:
    """Take the database at ``url`` up to ``revision``.

    Raises RuleBroken ``database.newer`` when it is beyond what this program knows.
    """
    with _migrating(url) as config:
        command.upgrade(config, revision)


def downgrade(url: str, revision: str) -> None:
    """Take the database at ``url`` back to ``revision``; ``base`` removes every table."""
    with _migrating(url) as config:
        command.downgrade(config, revision)


def head_revision() -> str:
    """The revision that this program reads and writes."""
    head = _scripts().get_current_head()
    assert head is not None  # noqa: S101 - the program ships at least one revision
    return head


def current_revision(connection: Connection) -> str | None:
    """The revision the database is at; None before the first upgrade.

    Raises RuleBroken ``database.newer`` when this program does not know it.
    """
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is not None and not is_known(revision):
        raise RuleBroken("database.newer", revision=revision)
    return revision


def is_known(revision: str) -> bool:
    """Whether this program can read a database at that revision, or bring it up to date."""
    return revision in {script.revision for script in _scripts().walk_revisions()}


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(_SCRIPTS))


@contextmanager
def _migrating(url: str) -> Iterator[Config]:
    engine = open_engine(url)
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    try:
        with _connected(engine) as connection:
            current_revision(connection)
            config.attributes["connection"] = connection
            yield config
            _check_references(connection)
    finally:
        engine.dispose()


@contextmanager
def _connected(engine: Engine) -> Iterator[Connection]:
    writer = engine.execution_options(writes=True)
    with writer.connect() as connection:
        if engine.dialect.name == "sqlite":
            # SQLite alters a table by making it anew, which must not fire its references;
            # the setting is ignored inside a transaction, so it goes to the driver first
            connection.connection.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            yield connection


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.execute(text("PRAGMA foreign_key_check")).first()
    if broken is not None:
        raise RuleBroken("database.references_broken", table=broken[0])
