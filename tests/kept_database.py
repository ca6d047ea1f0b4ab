"""One PostgreSQL database for many tests, each of which finds it as its template is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from tests.postgres import PostgresServer

# No trigger and no reference hinders who restores, and no ALTER DATABASE either.
_RESTORER = "-c session_replication_role=replica -c default_transaction_read_only=off"
_CUT_OFF = """
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
# Whatever alters the schema adds, changes or removes rows of one of these.
_CATALOGUES = (
    *("pg_attrdef", "pg_attribute", "pg_class", "pg_constraint", "pg_db_role_setting"),
    *("pg_extension", "pg_index", "pg_namespace", "pg_policy", "pg_proc", "pg_rewrite"),
    *("pg_sequence", "pg_trigger", "pg_type"),
)
_SCHEMA = " UNION ALL ".join(
    f"SELECT '{name}', count(*), max(xmin::text::bigint) FROM {name}" for name in _CATALOGUES
)
_TABLES = (
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
)
_SEQUENCES = "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'"


class KeptDatabase:
    """A copy of the database ``template``; what a test did to it is undone for the next one.

    Rows and sequences are put back, which takes a tenth of the time that a new copy takes; a
    database whose schema was altered is thrown away for a new copy.
    """

    def __init__(self, server: PostgresServer, template: str) -> None:
        self._server, self._template = server, template
        self._name = ""
        self._connection: psycopg.Connection | None = None

    def as_new(self) -> str:
        """Give the name of a database that equals the template and that nobody else uses."""
        if not self._restored():
            self._remake()
        return self._name

    def close(self) -> None:
        """Remove the database."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._server.drop(self._name)

    def _remake(self) -> None:
        self.close()
        self._name = self._server.create(template=self._template)
        self._connection = self._server.connect(self._name, options=_RESTORER)
        self._schema = self._connection.execute(_SCHEMA).fetchall()
        self._statements = _restoring(self._connection)

    def _restored(self) -> bool:
        if self._connection is None:
            return False
        self._connection.execute(_CUT_OFF)
        if self._connection.execute(_SCHEMA).fetchall() != self._schema:
            return False
        self._connection.execute(self._statements)
        return True


def _restoring(connection: psycopg.Connection) -> sql.Composed:
    """The statements that bring back the rows and the sequences that there are now."""
    tables = [name for (name,) in connection.execute(_TABLES)]
    sequences = [name for (name,) in connection.execute(_SEQUENCES)]
    emptied = [sql.SQL("DELETE FROM {}").format(sql.Identifier(table)) for table in tables]
    filled = [one for table in tables for one in _filling(connection, table)]
    return sql.SQL("; ").join(
        [*emptied, *filled, *(_setting(connection, sequence) for sequence in sequences)]
    )


def _filling(connection: psycopg.Connection, table: str) -> list[sql.Composed]:
    name = sql.Identifier(table)
    found = connection.execute(sql.SQL("SELECT t::text FROM {} t").format(name))
    if not (rows := [row for (row,) in found]):
        return []
    fill = "INSERT INTO {0} OVERRIDING SYSTEM VALUE SELECT (r).* FROM unnest({1}::{0}[]) r"
    return [sql.SQL(fill).format(name, sql.Literal(rows))]


def _setting(connection: psycopg.Connection, sequence: str) -> sql.Composed:
    name = sql.Identifier(sequence)
    (last, is_called) = connection.execute(
        sql.SQL("SELECT last_value, is_called FROM {}").format(name)
    ).fetchone()
    return sql.SQL("SELECT setval({}, {}, {})").format(
        sql.Literal(f'"{sequence}"'), sql.Literal(last), sql.Literal(is_called)
    )
