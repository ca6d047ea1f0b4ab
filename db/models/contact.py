"""What is said and done with a customer: contacts, identity checks, drafts, repetitions."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Versioned
from db.models.types import Code, Day, Instant, Line, Word
from db.rules.contact_words import (
    Channel,
    CheckMethod,
    CheckResult,
    ContactState,
    FollowUpBy,
    Speaker,
    Topic,
)
from db.rules.member_words import Procedure


class Contact(Versioned, Base):
    """One visit, call, letter or piece of office work (応対); also without a customer."""

    __tablename__ = "contact"
    __table_args__ = (
        CheckConstraint("ended_at >= started_at", name="ended_after_started"),
        CheckConstraint("(ended_at IS NULL) = (state IN ('open', 'parked'))", name="ended_or_not"),
        Index("ix_contact_customer_id_started_at", "customer_id", "started_at"),
        Index("ix_contact_staff_id_state", "staff_id", "state"),
        Index("ix_contact_follow_up_on", "follow_up_on"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    desk: Mapped[str] = mapped_column(Line(60, 0))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("contract.id"))
    channel: Mapped[Channel] = mapped_column(Code(Channel))
    state: Mapped[ContactState] = mapped_column(Code(ContactState))
    started_at: Mapped[dt.datetime] = mapped_column(Instant, index=True)
    ended_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    topic: Mapped[Topic | None] = mapped_column(Word(Topic))
    memo: Mapped[str] = mapped_column(Line(4000, 0), default="")
    transferred_to: Mapped[str] = mapped_column(Line(60, 0), default="")
    follow_up_on: Mapped[dt.date | None] = mapped_column(Day)
    follow_up_by: Mapped[FollowUpBy | None] = mapped_column(Code(FollowUpBy))
    followed_up_at: Mapped[dt.datetime | None] = mapped_column(Instant)


class IdentityCheck(Base):
    """What was asked or shown in a contact (本人確認): kinds and the result, never a value."""

    __tablename__ = "identity_check"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(Instant)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    speaker: Mapped[Speaker] = mapped_column(Code(Speaker))
    method: Mapped[CheckMethod] = mapped_column(Code(CheckMethod))
    items: Mapped[str] = mapped_column(Line(400, 0))
    result: Mapped[CheckResult] = mapped_column(Code(CheckResult))
    reason: Mapped[str] = mapped_column(Line(500, 0), default="")


class Draft(Base):
    """What a clerk has typed into a form and not sent off; it outlives the program, not the act."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("contact_id", "form"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    form: Mapped[Procedure] = mapped_column(Word(Procedure))
    content: Mapped[str] = mapped_column(Line(20_000))
    saved_at: Mapped[dt.datetime] = mapped_column(Instant)


class Request(Base):
    """An act that was done once, by the key its form was opened with: a repetition finds it."""

    __tablename__ = "request"
    __table_args__ = (STRICT,)

    key: Mapped[str] = mapped_column(Line(36, 36), primary_key=True)
    kind: Mapped[Procedure] = mapped_column(Word(Procedure))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[dt.datetime] = mapped_column(Instant)
    outcome: Mapped[str] = mapped_column(Line(2000))


class DebitAccount(Versioned, Base):
    """The bank a contract is debited from (口座振替), asked by phone; never an account number."""

    __tablename__ = "debit_account"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), unique=True)
    bank: Mapped[str] = mapped_column(Line(60))
    branch: Mapped[str] = mapped_column(Line(60, 0))
