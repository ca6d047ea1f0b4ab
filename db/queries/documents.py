"""What was issued to a customer, how it left, and its file as it was issued."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, Select, and_, bindparam, func, or_, select

from db.errors import RuleBroken
from db.models import Document, DocumentFile, PrintEvent, Staff
from db.rules.paper import PaperWay
from db.rules.periods import TOKYO

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.rules.paper import PaperKind, PaperLanguage

_MOST: Final = 500
_FILES_AT_ONCE: Final = 20
_CUSTOMER = bindparam("customer_id", type_=Integer)
_CONTRACT = bindparam("contract_id", type_=Integer)
_PRINTED: Final = and_(
    PrintEvent.document_id == Document.id,
    PrintEvent.way == PaperWay.PRINTER,
    PrintEvent.failure == "",
)


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """One document as issued, and what became of it.

    Unless ``kept`` it has no file here: it held a secret, or the billing host issued it. Of
    ``printed_at``, the last time, and ``printed_copies`` only what really left counts. The portal
    shows it from ``published_on``, where the customer saw it at ``seen_at``.
    """

    document_id: int
    version: int
    kind: PaperKind
    number: str
    contract_id: int | None
    month: dt.date | None
    yen: int | None
    limit_on: dt.date | None
    reissue: int
    language: PaperLanguage
    issued_on: dt.date
    issued_at: dt.datetime
    issued_by_name: str
    mailed_on: dt.date | None
    returned_on: dt.date | None
    published_on: dt.date | None
    seen_at: dt.datetime | None
    printed_at: dt.datetime | None
    printed_copies: int
    kept: bool
    pages: int
    batch_id: int | None


@dataclass(frozen=True, slots=True)
class StoredPdf:
    """The file a document is in, byte for byte as issued, and its pages there, from 1."""

    data: bytes = field(repr=False)
    first_page: int
    pages: int


@dataclass(frozen=True, slots=True)
class AlreadyPrinted:
    """That a document left this desk or another today: when last, by whom, in how many copies."""

    at: dt.datetime
    by_name: str
    copies: int


def documents_of(
    session: Session, customer_id: int, contract_id: int | None
) -> tuple[DocumentFacts, ...]:
    """The customer's documents, newest first; of one contract, if given, and those of none."""
    asked = {"customer_id": customer_id, "contract_id": contract_id}
    rows = session.execute(_documents(of_contract=contract_id is not None), asked).mappings()
    return tuple(DocumentFacts(**row) for row in rows)


def document_pdf(session: Session, document_id: int) -> StoredPdf:
    """The file of a document as it was issued.

    Raises ``document.gone``, ``document.not_kept`` for one without a file, and
    ``document.damaged`` where the stored bytes are no longer those that were issued.
    """
    stored = (
        select(
            Document.first_page,
            Document.pages,
            DocumentFile.sha256,
            DocumentFile.content,
        )
        .outerjoin(DocumentFile, DocumentFile.id == Document.file_id)
        .where(Document.id == document_id)
        .limit(1)
    )
    row = session.execute(stored).one_or_none()
    if row is None:
        raise RuleBroken("document.gone", document_id=document_id)
    if row.content is None:
        raise RuleBroken("document.not_kept", document_id=document_id)
    if not _is_as_issued(row.content, row.sha256):
        raise RuleBroken("document.damaged", document_id=document_id)
    return StoredPdf(zlib.decompress(row.content), row.first_page, row.pages)


def already_printed(session: Session, document_id: int, today: dt.date) -> AlreadyPrinted | None:
    """When a document was printed today, if it was: a second print may be a mistake."""
    begun = dt.datetime.combine(today, dt.time(), tzinfo=TOKYO)
    of_today = and_(PrintEvent.at >= begun, PrintEvent.at < begun + dt.timedelta(days=1))
    statement = (
        select(PrintEvent.at, Staff.name, PrintEvent.copies)
        .join(Document, _PRINTED)
        .join(Staff, Staff.id == PrintEvent.staff_id)
        .where(Document.id == document_id, of_today)
        .order_by(PrintEvent.at.desc(), PrintEvent.id.desc())
        .limit(_MOST)
    )
    rows = session.execute(statement).all()
    if not rows:
        return None
    return AlreadyPrinted(rows[0].at, rows[0].name, sum(row.copies for row in rows))


def damaged_documents(session: Session) -> tuple[str, ...]:
    """The numbers of the documents whose stored files are no longer those that were issued."""
    files = select(DocumentFile.id, DocumentFile.sha256, DocumentFile.content)
    damaged = [
        row.id
        for row in session.execute(files.order_by(DocumentFile.id)).yield_per(_FILES_AT_ONCE)
        if not _is_as_issued(row.content, row.sha256)
    ]
    inside = select(Document.number).where(Document.file_id.in_(damaged))
    return tuple(session.scalars(inside.order_by(Document.id).limit(_MOST)))


def _is_as_issued(content: bytes, sha256: str) -> bool:
    try:
        return hashlib.sha256(zlib.decompress(content)).hexdigest() == sha256
    except zlib.error:
        return False


@functools.cache
def _documents(*, of_contract: bool) -> Select[*tuple[Any, ...]]:
    chosen = Document.customer_id == _CUSTOMER
    if of_contract:
        own = or_(Document.contract_id == _CONTRACT, Document.contract_id.is_(None))
        chosen = and_(chosen, own)
    last = select(func.max(PrintEvent.at)).where(_PRINTED).correlate(Document)
    copies = select(func.coalesce(func.sum(PrintEvent.copies), 0)).where(_PRINTED)
    return (
        select(
            Document.id.label("document_id"),
            Document.version,
            Document.kind,
            Document.number,
            Document.contract_id,
            Document.month,
            Document.yen,
            Document.limit_on,
            Document.reissue,
            Document.language,
            Document.issued_on,
            Document.issued_at,
            Staff.name.label("issued_by_name"),
            Document.mailed_on,
            Document.returned_on,
            Document.published_on,
            Document.seen_at,
            last.scalar_subquery().label("printed_at"),
            copies.correlate(Document).scalar_subquery().label("printed_copies"),
            Document.file_id.is_not(None).label("kept"),
            Document.pages,
            Document.batch_id,
        )
        .join(Staff, Staff.id == Document.issued_by)
        .where(chosen)
        .order_by(Document.issued_on.desc(), Document.issued_at.desc(), Document.id.desc())
        .limit(_MOST)
    )
