"""Puts very many rows into a database: executemany on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

    from db.demo.rows import Rows, Table

# In KiB: enough for the indexes of a large town, and freed with the connection.
_CACHE_KIB = 65_536


class Filler(Protocol):
    """Takes rows in the order of their references and keeps them batch by batch."""

    def put(self, rows: Rows) -> None:
        """Write and commit what ``rows`` holds."""


@contextmanager
def filling(engine: Engine) -> Iterator[Filler]:
    """Yield the way into an empty database."""
    on_sqlite = engine.dialect.name == "sqlite"
    with engine.execution_options(writes=True).connect() as connection:
        yield _SqliteFiller(connection) if on_sqlite else _PostgresFiller(connection)
        if on_sqlite:
            connection.invalidate()  # its settings were for the filling only


def refresh_statistics(engine: Engine) -> None:
    """Let PostgreSQL plan for the rows that are there now; SQLite's plans need no figures here."""
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            connection.exec_driver_sql("ANALYZE")


class _SqliteFiller:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        driver = _driver(connection)
        # a town that is lost half-made is made anew: nothing has to survive a power cut
        for pragma in ("synchronous=OFF", "foreign_keys=OFF", f"cache_size=-{_CACHE_KIB}"):
            driver.execute(f"PRAGMA {pragma}").close()

    def put(self, rows: Rows) -> None:
        with self._connection.begin():
            driver = _driver(self._connection)
            for table in rows.tables:
                places = ", ".join("?" * len(table.columns))
                names = ", ".join(table.columns)
                statement = f"INSERT INTO {table.name} ({names}) VALUES ({places})"  # noqa: S608
                driver.executemany(statement, table.rows)
        rows.clear()


class _PostgresFiller:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, rows: Rows) -> None:
        with self._connection.begin():
            cursor = _driver(self._connection).cursor()
            for table in rows.tables:
                columns = ", ".join(table.columns)
                with cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN") as copy:
                    for row in table.rows:
                        copy.write_row(row)
                if "id" in table.columns:
                    _advance(self._connection, table)
        rows.clear()


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _advance(connection: Connection, table: Table[Any]) -> None:
    """Let the table's counter go on behind the rows that came with their numbers."""
    statement = (
        "SELECT setval(pg_get_serial_sequence(:name, 'id'), max(id)) "  # noqa: S608
        f"FROM {table.name} HAVING max(id) IS NOT NULL"
    )
    connection.execute(text(statement), {"name": table.name})
