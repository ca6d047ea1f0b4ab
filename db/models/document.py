"""What the bureau issued on paper, as it was issued, and how it left."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Versioned
from db.models.types import Bytes, Code, Day, Instant, Line, Number, Word, digits, whole_yen
from db.rules.paper import (
    BatchState,
    Exclusion,
    ItemState,
    PaperKind,
    PaperLanguage,
    PaperWay,
)


class DocumentFile(Base):
    """A PDF exactly as it was issued, compressed; of a batch many documents share one."""

    __tablename__ = "document_file"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(digits(64), unique=True)
    size: Mapped[int] = mapped_column(Number(1, 999_999_999))
    content: Mapped[bytes] = mapped_column(Bytes(64_000_000))


class Batch(Versioned, Base):
    """Notices of one kind issued in one go: what was asked for, and how far it came."""

    __tablename__ = "batch"
    __table_args__ = (CheckConstraint("ended_at >= started_at", name="ended_after_started"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Line(36, 36), unique=True)
    kind: Mapped[PaperKind] = mapped_column(Word(PaperKind))
    state: Mapped[BatchState] = mapped_column(Code(BatchState))
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    criteria: Mapped[str] = mapped_column(Line(4000))
    issued_on: Mapped[dt.date] = mapped_column(Day)
    limit_on: Mapped[dt.date | None] = mapped_column(Day)
    seen_to: Mapped[dt.date | None] = mapped_column(Day)
    bundle_size: Mapped[int] = mapped_column(Number(1, 5000))
    planned_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    planned_at: Mapped[dt.datetime] = mapped_column(Instant, index=True)
    started_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    ended_at: Mapped[dt.datetime | None] = mapped_column(Instant)


class Document(Versioned, Base):
    """One paper that was issued (書類); ``yen`` is what it asks for, with fees and interest.

    Without a file its content was not kept: it held a secret that was for the customer alone.
    """

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("kind", "number"),
        Index("ix_document_customer_id_issued_on", "customer_id", "issued_on"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PaperKind] = mapped_column(Word(PaperKind))
    number: Mapped[str] = mapped_column(Line(40))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("contract.id"), index=True)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batch.id"), index=True)
    file_id: Mapped[int | None] = mapped_column(ForeignKey("document_file.id"))
    first_page: Mapped[int] = mapped_column(Number(1, 100_000), default=1)
    pages: Mapped[int] = mapped_column(Number(1, 1000), default=1)
    language: Mapped[PaperLanguage] = mapped_column(Code(PaperLanguage))
    month: Mapped[dt.date | None] = mapped_column(Day)
    yen: Mapped[int | None] = mapped_column(whole_yen())
    limit_on: Mapped[dt.date | None] = mapped_column(Day)
    reissue: Mapped[int] = mapped_column(Number(0, 9), default=0)
    issued_on: Mapped[dt.date] = mapped_column(Day)
    issued_at: Mapped[dt.datetime] = mapped_column(Instant, index=True)
    issued_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    mailed_on: Mapped[dt.date | None] = mapped_column(Day)
    returned_on: Mapped[dt.date | None] = mapped_column(Day)
    published_on: Mapped[dt.date | None] = mapped_column(Day)
    seen_at: Mapped[dt.datetime | None] = mapped_column(Instant)


class DocumentDebt(Base):
    """What a document asks for of one debt: ``yen`` of the debt itself, fees and interest apart."""

    __tablename__ = "document_debt"
    __table_args__ = (STRICT,)

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True)
    debt_id: Mapped[int] = mapped_column(ForeignKey("debt.id"), primary_key=True, index=True)
    yen: Mapped[int] = mapped_column(whole_yen())
    fee_yen: Mapped[int] = mapped_column(whole_yen(), default=0)
    interest_yen: Mapped[int] = mapped_column(whole_yen(), default=0)


class PrintEvent(Versioned, Base):
    """That a document left the program, and by which way; ``failure`` says why it did not."""

    __tablename__ = "print_event"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(Instant, index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    desk: Mapped[str] = mapped_column(Line(60, 0))
    way: Mapped[PaperWay] = mapped_column(Code(PaperWay))
    printer: Mapped[str] = mapped_column(Line(200, 0), default="")
    copies: Mapped[int] = mapped_column(Number(1, 99), default=1)
    failure: Mapped[str] = mapped_column(Line(200, 0), default="")


class BatchItem(Versioned, Base):
    """One notice of a batch, in posting order, and what became of it."""

    __tablename__ = "batch_item"
    __table_args__ = (
        UniqueConstraint("batch_id", "position"),
        Index("ix_batch_item_batch_id_state", "batch_id", "state"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batch.id"))
    position: Mapped[int] = mapped_column(Number(1, 9_999_999))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"))
    state: Mapped[ItemState] = mapped_column(Code(ItemState))
    exclusion: Mapped[Exclusion | None] = mapped_column(Word(Exclusion))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    water_yen: Mapped[int] = mapped_column(whole_yen(), default=0)
    sewerage_yen: Mapped[int] = mapped_column(whole_yen(), default=0)


class CutoffDecision(Versioned, Base):
    """The decision (決裁) to cut off a contract's water after a warning, or not to."""

    __tablename__ = "cutoff_decision"
    __table_args__ = (
        CheckConstraint("(execute_on IS NULL) = (approved = 0)", name="approved_with_day"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    warning_id: Mapped[int] = mapped_column(ForeignKey("document.id"), unique=True)
    approved: Mapped[int] = mapped_column(Number(0, 1))
    reason: Mapped[str] = mapped_column(Line(500, 0))
    decided_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    decided_on: Mapped[dt.date] = mapped_column(Day)
    execute_on: Mapped[dt.date | None] = mapped_column(Day)


class NumberSeries(Base):
    """The last number given out of a series of documents: none is left out, none given twice."""

    __tablename__ = "number_series"
    __table_args__ = (STRICT,)

    name: Mapped[str] = mapped_column(Line(60), primary_key=True)
    last: Mapped[int] = mapped_column(Number(0, 999_999_999))
