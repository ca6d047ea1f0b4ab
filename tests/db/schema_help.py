"""What a database is made of, as text that can be compared."""

from __future__ import annotations

import contextlib
import re
import subprocess

from sqlalchemy import inspect, make_url, text

from db.engine import open_engine
from tests.postgres import server_programs

# the bookkeeping of revisions is Alembic's, and the tables behind an index of FTS5's are its own
_NOT_OURS = re.compile(r"\balembic_version\b|\bsqlite_\w+\b|'search_index_\w+'")
_INDEXES = {"search_index", *(f"search_index_{part}" for part in ("data", "idx", "config"))}
_TABLE = re.compile(r"(CREATE TABLE \S+) \((.*)\)(.*)", re.DOTALL)


@contextlib.contextmanager
def connected(url):
    """Connect for once and leave nothing open."""
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def schema(url):
    """The statements that would make the database at ``url``, each table's clauses sorted."""
    is_file = make_url(url).get_backend_name() == "sqlite"
    statements = _sqlite(url) if is_file else _postgresql(make_url(url))
    plain = (" ".join(statement.split()) for statement in statements)
    return sorted(_sorted_clauses(one) for one in plain if not _NOT_OURS.search(one))


def rows(url):
    """Every row of every table: {table: [{column: value}, …]}."""
    with connected(url) as connection:
        tables = inspect(connection).get_table_names()
        return {
            table: sorted(_mappings(connection, table), key=repr)
            for table in tables
            if not _NOT_OURS.search(table) and table not in _INDEXES
        }


def _mappings(connection, table):
    return [dict(row) for row in connection.execute(text(f"SELECT * FROM {table}")).mappings()]


def narrowed(there, kept):
    """Of what was there only the tables and columns that are still there."""
    return {
        table: sorted(
            ({column: row[column] for column in found[0]} for row in there[table]), key=repr
        )
        if found
        else there[table]
        for table, found in kept.items()
    }


def _sqlite(url):
    with connected(url) as connection:
        made = connection.execute(text("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"))
        return list(made.scalars())


def _postgresql(address):
    command = [server_programs() / "pg_dump", "--schema-only", "--no-owner", "-U", "postgres"]
    where = ["-h", address.query["host"], "-d", address.database]
    dump = subprocess.run([*command, *where], capture_output=True, text=True, check=True).stdout
    kept = [
        line for line in dump.splitlines() if not line.startswith(("--", "\\", "SET ", "SELECT "))
    ]
    return [statement for statement in "\n".join(kept).split(";\n") if statement.strip()]


def _sorted_clauses(statement):
    table = _TABLE.fullmatch(statement)
    if table is None:
        return statement
    clauses = sorted(_clauses(table[2]))
    return f"{table[1]} ({', '.join(clauses)}){table[3]}"


def _clauses(inside):
    depth, clause = 0, ""
    for character in inside:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            yield clause.strip().replace('"', "")
            clause = ""
        else:
            clause += character
    yield clause.strip().replace('"', "")
