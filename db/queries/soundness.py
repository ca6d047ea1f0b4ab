"""Whether a database is sound, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from db.queries.audit import check_audit
from db.queries.documents import damaged_documents
from db.queries.integrity import BrokenReference, broken_references, file_faults
from db.queries.search_health import SearchHealth, search_health
from db.rules.sealing import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class DamagedDocument:
    """A document that is not stored as it was issued."""

    number: str


Fault = str | BrokenReference | SearchHealth | DamagedDocument | Finding
"""What can be wrong; of the file it is told in SQLite's own words."""


class Part(StrEnum):
    """What of a database is checked, in this order."""

    FILE = "file"
    REFERENCES = "references"
    SEARCH = "search"
    DOCUMENTS = "documents"
    AUDIT = "audit"


def faults(
    session: Session, *, printed_anchor: str | None = None
) -> Iterator[tuple[Part, tuple[Fault, ...]]]:
    """Check one part after another, each when it is asked for; no faults where all is well."""
    yield Part.FILE, file_faults(session)
    yield Part.REFERENCES, broken_references(session)
    health = search_health(session)
    yield Part.SEARCH, () if health == SearchHealth() else (health,)
    yield Part.DOCUMENTS, tuple(map(DamagedDocument, damaged_documents(session)))
    yield Part.AUDIT, check_audit(session, printed_anchor=printed_anchor)
