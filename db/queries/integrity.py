"""Whether the stored rows hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ForeignKey, exists, func, select, text

from db.models import Base

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MOST_FAULTS: Final = 100


@dataclass(frozen=True, slots=True)
class BrokenReference:
    """Rows that refer to others that are not there."""

    table: str
    column: str
    rows: int


def file_faults(session: Session) -> tuple[str, ...]:
    """What SQLite finds wrong in its file, in SQLite's words; a server looks after its own."""
    if session.get_bind().dialect.name != "sqlite":
        return ()
    found = session.scalars(text(f"PRAGMA integrity_check({_MOST_FAULTS})")).all()
    return tuple(fault for fault in found if fault != "ok")


def broken_references(session: Session) -> tuple[BrokenReference, ...]:
    """The references that lead nowhere, table by table: a database lets none in by itself."""
    counts = (
        BrokenReference(table.name, key.parent.name, session.scalar(_orphans(key)) or 0)
        for table in Base.metadata.sorted_tables
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
    )
    return tuple(broken for broken in counts if broken.rows)


def _orphans(key: ForeignKey) -> Any:
    target = key.column.table.alias()
    there = exists().where(target.c[key.column.name] == key.parent)
    return select(func.count()).where(key.parent.is_not(None), ~there)
