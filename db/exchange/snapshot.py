"""What a database holds at one moment, as its copy is compared with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.guard.addresses import place_of
from db.queries.audit import anchor
from db.queries.row_counts import row_counts, stored_revision
from db.rules.backup_manifest import BackupKind

if TYPE_CHECKING:
    from sqlalchemy import URL
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The rows of each table and the last seal's anchor; ``place`` is where they were."""

    place: str
    revision: str
    rows: dict[str, int]
    anchor: str | None


def snapshot_of(session: Session, *, place: str | None = None) -> Snapshot:
    """What is seen in this session, of the place it is connected to or of another one."""
    if place is None:
        place = full_place(session.get_bind().engine.url)
    rows = row_counts(session)
    return Snapshot(place, stored_revision(session), rows, anchor(session))


def full_place(address: URL) -> str:
    """Where a database is, the same however its file is named; never with a password."""
    if kind_of(address) is BackupKind.SQLITE:
        return str(Path(place_of(address)).resolve())
    return place_of(address)


def kind_of(address: URL) -> BackupKind:
    """Which kind of database an address is of."""
    return BackupKind(address.get_backend_name())
