"""How many rows each table has, as a backup is compared with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import column, func, select, table, text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# what the search makes for itself out of the rows (virtual and shadow) is not counted
_TABLES: Final = {
    "sqlite": "SELECT name FROM pragma_table_list"
    " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}


def row_counts(session: Session) -> dict[str, int]:
    """The rows of every table there is, whatever the revision, by the table's name."""
    names = session.scalars(text(_TABLES[session.get_bind().dialect.name])).all()
    counts = {name: select(func.count()).select_from(table(name)) for name in sorted(names)}
    return {name: session.scalar(count) or 0 for name, count in counts.items()}


def stored_revision(session: Session) -> str:
    """The revision that the tables are at; empty when they are of no revision."""
    version = table("alembic_version", column("version_num"))
    return session.scalar(select(version.c.version_num).limit(1)) or ""
