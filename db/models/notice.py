"""What the bureau announces to its customers."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Versioned
from db.models.types import Day, Line


class Announcement(Versioned, Base):
    """An announcement to everybody, or to the user of one contract."""

    __tablename__ = "announcement"
    __table_args__ = (
        CheckConstraint("withdrawn_on >= published_on", name="withdrawn_after_published"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("contract.id"), index=True)
    title: Mapped[str] = mapped_column(Line(100))
    title_en: Mapped[str] = mapped_column(Line(200, 0))
    body: Mapped[str] = mapped_column(Line(4000, 0))
    body_en: Mapped[str] = mapped_column(Line(8000, 0))
    published_on: Mapped[dt.date] = mapped_column(Day)
    withdrawn_on: Mapped[dt.date | None] = mapped_column(Day)
