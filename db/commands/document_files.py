"""Keeping a document: the file exactly as it was issued, once, and what it asked for."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import LargeBinary, bindparam, insert, select, text

from db.models import Document, DocumentDebt, DocumentFile
from db.rules.document_numbers import published_on
from db.rules.notice_record import on_record
from db.rules.periods import day_in_japan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.queries.notice_catalogue import Notice
    from db.rules.paper import PaperLanguage

_KEEP: Final = text(
    "INSERT INTO document_file (sha256, size, content) VALUES (:sha256, :size, :content) "
    "ON CONFLICT (sha256) DO NOTHING"
).bindparams(bindparam("content", type_=LargeBinary()))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands in its file; pages count from 1."""

    file_id: int
    first_page: int
    pages: int


def keep_file(session: Session, data: bytes) -> int:
    """Keep a PDF as it is, and give its id; of equal files one is kept."""
    sha256 = hashlib.sha256(data).hexdigest()
    this = select(DocumentFile.id).where(DocumentFile.sha256 == sha256).limit(1)
    known = session.scalar(this)
    if known is not None:
        return known
    row = {"sha256": sha256, "size": len(data), "content": zlib.compress(data)}
    session.execute(_KEEP, row)
    return session.scalars(this).one()


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to be kept: what it says, where it stands, and whose it is."""

    facts: Notice
    place: Place
    customer_id: int
    contract_id: int


def keep_document(
    session: Session,
    facts: Notice,
    place: Place,
    *,
    customer_id: int,
    contract_id: int,
    language: PaperLanguage,
    protected: bool,
    by: Actor,
) -> int:
    """Keep what was issued and what it asked for of which debt, and give the document's id."""
    paper = Paper(facts, place, customer_id, contract_id)
    return keep_documents(session, [paper], language=language, protected=protected, by=by)[0]


def keep_documents(
    session: Session,
    papers: Sequence[Paper],
    *,
    language: PaperLanguage,
    protected: bool,
    by: Actor,
    batch_id: int | None = None,
) -> Sequence[int]:
    """Keep many at once, those of a batch with its id; gives their ids in the same order."""
    shared = {"batch_id": batch_id, "language": language, "issued_by": by.staff_id}
    rows = [_row(paper, protected=protected) | shared for paper in papers]
    adding = insert(Document).returning(Document.id, sort_by_parameter_order=True)
    ids = session.scalars(adding, rows).all()
    asked = [
        {"document_id": document_id, **asdict(debt)}
        for document_id, paper in zip(ids, papers, strict=True)
        for debt in on_record(paper.facts).debts
    ]
    if asked:
        session.execute(insert(DocumentDebt), asked)
    return ids


def _row(paper: Paper, *, protected: bool) -> dict[str, Any]:
    head, kept = paper.facts.head, on_record(paper.facts)
    issued_on = day_in_japan(head.issued_at)
    return {
        "kind": head.kind,
        "number": head.number,
        "customer_id": paper.customer_id,
        "contract_id": paper.contract_id,
        **asdict(paper.place),
        "month": kept.month,
        "yen": kept.yen,
        "limit_on": kept.limit_on,
        "reissue": kept.reissue,
        "issued_on": issued_on,
        "issued_at": head.issued_at,
        "published_on": published_on(head.kind, issued_on, protected=protected),
    }
