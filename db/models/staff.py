"""Who works at the bureau's counters."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Versioned
from db.models.types import Code, Day, Instant, Line, Number
from db.rules.words import PasswordKind, Role


class Office(Versioned, Base):
    """A place with counters, such as the billing centre."""

    __tablename__ = "office"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(Line(10), unique=True)
    name: Mapped[str] = mapped_column(Line(60))
    name_latin: Mapped[str] = mapped_column(Line(60))


class Staff(Versioned, Base):
    """A staff member's account; nobody shares one. From ``left_on`` on it lets nobody in."""

    __tablename__ = "staff"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    login_id: Mapped[str] = mapped_column(Line(64), unique=True)
    name: Mapped[str] = mapped_column(Line(60))
    name_latin: Mapped[str] = mapped_column(Line(60))
    role: Mapped[Role] = mapped_column(Code(Role))
    password_hash: Mapped[str] = mapped_column(Line(100))
    password_kind: Mapped[PasswordKind] = mapped_column(Code(PasswordKind))
    password_set_at: Mapped[dt.datetime] = mapped_column(Instant)
    password_expires_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    failed_count: Mapped[int] = mapped_column(Number(0, 999_999), default=0)
    failed_since: Mapped[dt.datetime | None] = mapped_column(Instant)
    locked_until: Mapped[dt.datetime | None] = mapped_column(Instant)
    last_signed_in_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    left_on: Mapped[dt.date | None] = mapped_column(Day)
