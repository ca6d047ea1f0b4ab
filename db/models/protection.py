"""Who must not be found, and what must not be sent."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Versioned
from db.models.types import Code, Day, Instant, Line
from db.rules.contact_words import HoldKind, ProtectionSource


class Protection(Versioned, Base):
    """A customer under protection (支援措置等): it holds until somebody ends it."""

    __tablename__ = "protection"
    __table_args__ = (
        CheckConstraint("to_on >= from_on", name="to_after_from"),
        Index(
            "uq_protection_customer_id_active",
            "customer_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    source: Mapped[ProtectionSource] = mapped_column(Code(ProtectionSource))
    counterparty: Mapped[str] = mapped_column(Line(200, 0), default="")
    from_on: Mapped[dt.date] = mapped_column(Day)
    to_on: Mapped[dt.date] = mapped_column(Day)
    note: Mapped[str] = mapped_column(Line(2000, 0), default="")
    begun_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    reviewed_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    ended_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Hold(Versioned, Base):
    """Why a debt, or all of a customer's, is left out of batches and reissues (保留事由)."""

    __tablename__ = "hold"
    __table_args__ = (CheckConstraint("to_on >= from_on", name="to_after_from"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    debt_id: Mapped[int | None] = mapped_column(ForeignKey("debt.id"), index=True)
    kind: Mapped[HoldKind] = mapped_column(Code(HoldKind))
    from_on: Mapped[dt.date] = mapped_column(Day)
    to_on: Mapped[dt.date | None] = mapped_column(Day)
    reason: Mapped[str] = mapped_column(Line(500))
    set_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    ended_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
