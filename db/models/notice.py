"""What the bureau announces to its customers."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Versioned
from db.models.types import Day, Instant, Line


class Announcement(Versioned, Base):
    """An announcement to everybody, to a town (``town`` begins its addresses), or to one contract.

    It shows from ``published_on`` until the day before ``withdrawn_on``; with both instants the
    portal is closed from the one to the other.
    """

    __tablename__ = "announcement"
    __table_args__ = (
        CheckConstraint("withdrawn_on >= published_on", name="withdrawn_after_published"),
        CheckConstraint("contract_id IS NULL OR town = ''", name="one_audience"),
        CheckConstraint("portal_closed_to > portal_closed_from", name="closed_then_open"),
        CheckConstraint(
            "(portal_closed_to IS NULL) = (portal_closed_from IS NULL)", name="closed_from_and_to"
        ),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("contract.id"), index=True)
    town: Mapped[str] = mapped_column(Line(60, 0), default="")
    title: Mapped[str] = mapped_column(Line(100))
    title_en: Mapped[str] = mapped_column(Line(200, 0))
    body: Mapped[str] = mapped_column(Line(4000, 0))
    body_en: Mapped[str] = mapped_column(Line(8000, 0))
    published_on: Mapped[dt.date] = mapped_column(Day)
    withdrawn_on: Mapped[dt.date | None] = mapped_column(Day)
    portal_closed_from: Mapped[dt.datetime | None] = mapped_column(Instant)
    portal_closed_to: Mapped[dt.datetime | None] = mapped_column(Instant)
    written_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class AnnouncementSeen(Base):
    """That the user of a contract read an announcement on the portal, or a clerk told them."""

    __tablename__ = "announcement_seen"
    __table_args__ = (STRICT,)

    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcement.id"), primary_key=True)
    contract_id: Mapped[int] = mapped_column(
        ForeignKey("contract.id"), primary_key=True, index=True
    )
    seen_at: Mapped[dt.datetime] = mapped_column(Instant)
    told_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
