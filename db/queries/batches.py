"""The batches of notices: what was asked for, how far each came, and what its files hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, Subquery, func, select

from db.errors import RuleBroken
from db.models import (
    Batch,
    BatchItem,
    Contract,
    Customer,
    Document,
    DocumentDebt,
    DocumentFile,
    Office,
    Staff,
)
from db.rules.batch_criteria import BatchCriteria, read_criteria
from db.rules.batch_totals import Sum, by_exclusion
from db.rules.paper import BatchState, Exclusion, ItemState, PaperKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

MOST_BATCHES: Final = 100
MOST_ITEMS: Final = 500
_SUM: Final = (
    func.count(),
    func.coalesce(func.sum(BatchItem.water_yen), 0),
    func.coalesce(func.sum(BatchItem.sewerage_yen), 0),
)


@dataclass(frozen=True, slots=True)
class BatchFacts:
    """A batch, and what it comes to by the state of its notices.

    ``criteria`` is None where this version of the program cannot read them.
    """

    batch_id: int
    kind: PaperKind
    state: BatchState
    criteria: BatchCriteria | None
    office_name: str
    office_name_latin: str
    issued_on: dt.date
    limit_on: dt.date | None
    seen_to: dt.date | None
    bundle_size: int
    planned_by: int
    planned_by_name: str
    planned_at: dt.datetime
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    waiting: Sum
    issued: Sum
    left_out: Sum


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One notice of a batch: whom it is for, what it asks for, and what became of it.

    ``first_page`` counts within the bundle's file.
    """

    position: int
    state: ItemState
    exclusion: Exclusion | None
    customer_id: int
    contract_id: int
    customer_number: str
    customer_name: str
    water_yen: int
    sewerage_yen: int
    document_id: int | None
    number: str | None
    file_id: int | None
    first_page: int | None
    pages: int | None


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """One file of a batch, in the order in which they are posted; ``number`` counts from 1.

    ``document_id`` is one of the documents in it.
    """

    number: int
    file_id: int
    document_id: int
    sha256: str
    size: int
    first_number: str
    last_number: str
    pages: int
    sum: Sum


def batches(session: Session, *, limit: int = MOST_BATCHES) -> tuple[BatchFacts, ...]:
    """The batches, the newest first."""
    statement = _batches().order_by(Batch.planned_at.desc(), Batch.id.desc()).limit(limit)
    return _read(session, statement)


def batch_facts(session: Session, batch_id: int) -> BatchFacts:
    """One batch; raises ``batch.gone``."""
    found = _read(session, _batches().where(Batch.id == batch_id).limit(1))
    if not found:
        raise RuleBroken("batch.gone", batch_id=batch_id)
    return found[0]


def office_named(session: Session, code: str) -> int:
    """The id of the office with a code; raises ``office.gone``."""
    office_id = session.scalar(select(Office.id).where(Office.code == code).limit(1))
    if office_id is None:
        raise RuleBroken("office.gone", office=code)
    return office_id


def left_out_totals(session: Session, batch_id: int) -> tuple[tuple[Exclusion, Sum], ...]:
    """What was left out of a batch, by reason, the reason that leaves out most first."""
    statement = (
        select(BatchItem.exclusion, *_SUM)
        .where(BatchItem.batch_id == batch_id, BatchItem.exclusion.is_not(None))
        .group_by(BatchItem.exclusion)
        .limit(len(Exclusion))
    )
    rows = session.execute(statement)
    return by_exclusion((why, Sum(*of)) for why, *of in rows if why is not None)


def items(
    session: Session,
    batch_id: int,
    *,
    state: ItemState | None = None,
    after: int = 0,
    limit: int = MOST_ITEMS,
) -> tuple[ItemFacts, ...]:
    """Notices of a batch in posting order, those ``after`` a position; what is left out is last."""
    statement = (
        select(
            BatchItem.position,
            BatchItem.state,
            BatchItem.exclusion,
            BatchItem.customer_id,
            BatchItem.contract_id,
            Contract.customer_number,
            Customer.name.label("customer_name"),
            BatchItem.water_yen,
            BatchItem.sewerage_yen,
            BatchItem.document_id,
            Document.number,
            Document.file_id,
            Document.first_page,
            Document.pages,
        )
        .join(Contract, Contract.id == BatchItem.contract_id)
        .join(Customer, Customer.id == BatchItem.customer_id)
        .outerjoin(Document, Document.id == BatchItem.document_id)
        .where(BatchItem.batch_id == batch_id, BatchItem.position > after)
        .order_by(BatchItem.position)
        .limit(limit)
    )
    if state is not None:
        statement = statement.where(BatchItem.state == state)
    return tuple(ItemFacts(**row) for row in session.execute(statement).mappings())


def bundles(session: Session, batch_id: int) -> tuple[BundleFacts, ...]:
    """The files of a batch in posting order, as far as they were made."""
    of_file = _by_file(batch_id)
    statement = (
        select(of_file, DocumentFile.sha256, DocumentFile.size)
        .join(DocumentFile, DocumentFile.id == of_file.c.file_id)
        .order_by(of_file.c.first)
    )
    rows = session.execute(statement).all()
    ends = {place for row in rows for place in (row.first, row.last)}
    numbers = _numbers(session, batch_id, ends)
    return tuple(
        BundleFacts(
            number=place,
            file_id=row.file_id,
            document_id=row.document_id,
            sha256=row.sha256,
            size=row.size,
            first_number=numbers[row.first],
            last_number=numbers[row.last],
            pages=row.pages,
            sum=Sum(row.notices, row.water_yen, row.sewerage_yen),
        )
        for place, row in enumerate(rows, 1)
    )


def extra_yen(session: Session, batch_id: int) -> int:
    """The fees and interest that the notices of a batch ask for; sewerage alone bears any."""
    statement = (
        select(func.sum(DocumentDebt.fee_yen + DocumentDebt.interest_yen))
        .join(Document, Document.id == DocumentDebt.document_id)
        .where(Document.batch_id == batch_id)
    )
    # PostgreSQL adds sums up to decimal numbers
    return int(session.scalar(statement) or 0)


def _by_file(batch_id: int) -> Subquery:
    return (
        select(
            Document.file_id,
            func.min(BatchItem.position).label("first"),
            func.max(BatchItem.position).label("last"),
            func.min(Document.id).label("document_id"),
            func.sum(Document.pages).label("pages"),
            func.count().label("notices"),
            func.sum(BatchItem.water_yen).label("water_yen"),
            func.sum(BatchItem.sewerage_yen).label("sewerage_yen"),
        )
        .join(BatchItem, BatchItem.document_id == Document.id)
        .where(BatchItem.batch_id == batch_id)
        .group_by(Document.file_id)
        .subquery()
    )


def _numbers(session: Session, batch_id: int, positions: set[int]) -> dict[int, str]:
    statement = (
        select(BatchItem.position, Document.number)
        .join(Document, Document.id == BatchItem.document_id)
        .where(BatchItem.batch_id == batch_id, BatchItem.position.in_(positions))
    )
    return dict(session.execute(statement).all())


def _batches() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Batch.id.label("batch_id"),
            Batch.kind,
            Batch.state,
            Batch.criteria,
            Office.name.label("office_name"),
            Office.name_latin.label("office_name_latin"),
            Batch.issued_on,
            Batch.limit_on,
            Batch.seen_to,
            Batch.bundle_size,
            Batch.planned_by,
            Staff.name.label("planned_by_name"),
            Batch.planned_at,
            Batch.started_at,
            Batch.ended_at,
        )
        .join(Office, Office.id == Batch.office_id)
        .join(Staff, Staff.id == Batch.planned_by)
    )


def _read(session: Session, statement: Select[*tuple[Any, ...]]) -> tuple[BatchFacts, ...]:
    rows = [dict(row) for row in session.execute(statement).mappings()]
    sums = _sums_by_state(session, [row["batch_id"] for row in rows])
    return tuple(_facts(row, sums) for row in rows)


def _facts(row: dict[str, Any], sums: dict[tuple[int, ItemState], Sum]) -> BatchFacts:
    criteria = _criteria(row.pop("criteria"))
    waiting, issued, left_out = (sums.get((row["batch_id"], each), Sum()) for each in ItemState)
    return BatchFacts(**row, criteria=criteria, waiting=waiting, issued=issued, left_out=left_out)


def _criteria(text: str) -> BatchCriteria | None:
    try:
        return read_criteria(text)
    except RuleBroken:
        return None


def _sums_by_state(session: Session, ids: list[int]) -> dict[tuple[int, ItemState], Sum]:
    statement = (
        select(BatchItem.batch_id, BatchItem.state, *_SUM)
        .where(BatchItem.batch_id.in_(ids))
        .group_by(BatchItem.batch_id, BatchItem.state)
    )
    rows = session.execute(statement)
    return {(batch_id, state): Sum(*of) for batch_id, state, *of in rows}
