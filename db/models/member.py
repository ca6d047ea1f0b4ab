"""Members of the customers' portal, and the mail that is on its way to them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Versioned
from db.models.types import Code, Instant, Line, Number, Word, digits
from db.rules.member_words import (
    MailKind,
    MailLanguage,
    MailState,
    MemberRefusal,
    MemberState,
    RegisteredVia,
    SecretQuestion,
    SuspensionReason,
    WithdrawalReason,
)
from db.rules.words import PasswordKind

_HOLDS_ID = text("state IN ('pending', 'active', 'suspended')")
_HELD = text("held_from IS NOT NULL AND held_to IS NULL")


class Member(Versioned, Base):
    """A portal account: the password as plain bcrypt, which is the portal's own form of it.

    The personal columns of a withdrawn member are emptied when the retention setting says so.
    """

    __tablename__ = "member"
    __table_args__ = (
        Index(
            "uq_member_login_id_held",
            "login_id",
            unique=True,
            sqlite_where=_HOLDS_ID,
            postgresql_where=_HOLDS_ID,
        ),
        Index("ix_member_state_registered_at", "state", "registered_at"),
        CheckConstraint(
            "(secret_question IS NULL) = (secret_answer_hash IS NULL)", name="question_and_answer"
        ),
        CheckConstraint("(password_hash IS NULL) = (password_kind IS NULL)", name="password_kind"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    state: Mapped[MemberState] = mapped_column(Code(MemberState))
    registered_via: Mapped[RegisteredVia] = mapped_column(Code(RegisteredVia))
    login_id: Mapped[str] = mapped_column(Line(20))
    name: Mapped[str] = mapped_column(Line(100, 0))
    kana: Mapped[str] = mapped_column(Line(200, 0))
    phone: Mapped[str] = mapped_column(Line(20, 0))
    postal_code: Mapped[str | None] = mapped_column(digits(7))
    address: Mapped[str] = mapped_column(Line(200, 0))
    email: Mapped[str] = mapped_column(Line(254, 0), index=True)
    language: Mapped[MailLanguage] = mapped_column(Code(MailLanguage))
    mails_reading: Mapped[int] = mapped_column(Number(0, 1))
    mails_billing: Mapped[int] = mapped_column(Number(0, 1))
    mails_overdue: Mapped[int] = mapped_column(Number(0, 1))
    secret_question: Mapped[SecretQuestion | None] = mapped_column(Code(SecretQuestion))
    secret_answer_hash: Mapped[str | None] = mapped_column(Line(100))
    secret_set_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    password_hash: Mapped[str | None] = mapped_column(Line(100))
    password_kind: Mapped[PasswordKind | None] = mapped_column(Code(PasswordKind))
    password_set_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    password_expires_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    locked_until: Mapped[dt.datetime | None] = mapped_column(Instant)
    terms_version: Mapped[str] = mapped_column(Line(20))
    consented_at: Mapped[dt.datetime] = mapped_column(Instant)
    registered_at: Mapped[dt.datetime] = mapped_column(Instant)
    activated_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    suspended_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    suspension: Mapped[SuspensionReason | None] = mapped_column(Code(SuspensionReason))
    refused_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    refusal: Mapped[MemberRefusal | None] = mapped_column(Code(MemberRefusal))
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    withdrawal: Mapped[WithdrawalReason | None] = mapped_column(Code(WithdrawalReason))


class MemberContract(Versioned, Base):
    """A contract in a membership: asked for, held from the day the member is active, given up.

    At most one membership holds a contract at a time.
    """

    __tablename__ = "member_contract"
    __table_args__ = (
        Index(
            "uq_member_contract_contract_id_held",
            "contract_id",
            unique=True,
            sqlite_where=_HELD,
            postgresql_where=_HELD,
        ),
        CheckConstraint("held_to >= held_from", name="held_to_after_from"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    held_from: Mapped[dt.datetime | None] = mapped_column(Instant)
    held_to: Mapped[dt.datetime | None] = mapped_column(Instant)


class PasswordHistory(Base):
    """The passwords a member had, of which the last five may not be chosen again."""

    __tablename__ = "password_history"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    password_hash: Mapped[str] = mapped_column(Line(100))
    set_at: Mapped[dt.datetime] = mapped_column(Instant)


class Outbox(Versioned, Base):
    """A mail to a member: what it tells and to whom, the words are made when it is delivered.

    A one-time password is therefore nowhere to be read: it is made up while it is being sent.
    """

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_state_due_at", "state", "due_at"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    kind: Mapped[MailKind] = mapped_column(Word(MailKind))
    language: Mapped[MailLanguage] = mapped_column(Code(MailLanguage))
    to_address: Mapped[str] = mapped_column(Line(254))
    facts: Mapped[str] = mapped_column(Line(4000))
    state: Mapped[MailState] = mapped_column(Code(MailState))
    queued_at: Mapped[dt.datetime] = mapped_column(Instant)
    due_at: Mapped[dt.datetime] = mapped_column(Instant)
    tries: Mapped[int] = mapped_column(Number(0, 999), default=0)
    sent_at: Mapped[dt.datetime | None] = mapped_column(Instant)
    problem: Mapped[str] = mapped_column(Line(500, 0), default="")
