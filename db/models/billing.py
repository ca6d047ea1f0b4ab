"""Readings, bills, the two debts of a bill, and what came in for them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Versioned
from db.models.types import Code, Day, Line, Number, digits, whole_yen
from db.rules.words import Account, CollectionState, OverpaymentWay, PaymentChannel, UsageClass


class Reading(Versioned, Base):
    """What the meter showed; without a current value the usage is an estimate."""

    __tablename__ = "reading"
    __table_args__ = (UniqueConstraint("contract_id", "read_on"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"))
    meter_id: Mapped[int] = mapped_column(ForeignKey("meter.id"))
    read_on: Mapped[dt.date] = mapped_column(Day)
    previous_value: Mapped[int | None] = mapped_column(Number(0, 9_999_999))
    current_value: Mapped[int | None] = mapped_column(Number(0, 9_999_999))
    old_meter_m3: Mapped[int] = mapped_column(Number(0, 999_999), default=0)
    usage_m3: Mapped[int] = mapped_column(Number(0, 999_999))
    status_code: Mapped[int | None] = mapped_column(Number(1, 9))


class Bill(Versioned, Base):
    """The bill of about two months, from one reading to the next."""

    __tablename__ = "bill"
    __table_args__ = (
        UniqueConstraint("contract_id", "month", "sequence"),
        CheckConstraint("to_on > from_on", name="period_runs_forward"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"))
    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"), index=True)
    month: Mapped[dt.date] = mapped_column(Day)
    sequence: Mapped[int] = mapped_column(Number(1, 99), default=1)
    issued_on: Mapped[dt.date] = mapped_column(Day)
    from_on: Mapped[dt.date] = mapped_column(Day)
    to_on: Mapped[dt.date] = mapped_column(Day)
    usage_m3: Mapped[int] = mapped_column(Number(0, 999_999))
    sewerage_m3: Mapped[int | None] = mapped_column(Number(0, 999_999))
    settled_m3: Mapped[int] = mapped_column(Number(-999_999, 999_999), default=0)
    usage_class: Mapped[UsageClass] = mapped_column(Code(UsageClass))
    tariff: Mapped[str] = mapped_column(Line(40))
    payment_number: Mapped[str] = mapped_column(digits(16), index=True)


class Debt(Versioned, Base):
    """A bill's water or its sewerage: two claims in law, collected apart."""

    __tablename__ = "debt"
    __table_args__ = (
        UniqueConstraint("bill_id", "account"),
        CheckConstraint("tax_yen <= yen", name="tax_within"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    bill_id: Mapped[int] = mapped_column(ForeignKey("bill.id"))
    account: Mapped[Account] = mapped_column(Code(Account))
    yen: Mapped[int] = mapped_column(whole_yen())
    tax_yen: Mapped[int] = mapped_column(whole_yen())
    due_on: Mapped[dt.date] = mapped_column(Day)
    limitation_on: Mapped[dt.date] = mapped_column(Day)
    collection: Mapped[CollectionState | None] = mapped_column(
        # what is reported but not confirmed shows in the payments themselves
        Code(CollectionState, without=(CollectionState.REPORTED,))
    )
    collection_on: Mapped[dt.date | None] = mapped_column(Day)
    corrected_on: Mapped[dt.date | None] = mapped_column(Day)


class Payment(Versioned, Base):
    """What came in for a debt: reported first (速報), then confirmed (確報) by the same number."""

    __tablename__ = "payment"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    receipt_number: Mapped[str] = mapped_column(Line(20), unique=True)
    debt_id: Mapped[int] = mapped_column(ForeignKey("debt.id"), index=True)
    yen: Mapped[int] = mapped_column(Number(1, 999_999_999))
    paid_on: Mapped[dt.date] = mapped_column(Day)
    channel: Mapped[PaymentChannel] = mapped_column(Code(PaymentChannel))
    confirmed_on: Mapped[dt.date | None] = mapped_column(Day)


class Overpayment(Versioned, Base):
    """Money over, and the way it went back: refunded or set off."""

    __tablename__ = "overpayment"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    host_number: Mapped[str] = mapped_column(Line(20), unique=True)
    debt_id: Mapped[int] = mapped_column(ForeignKey("debt.id"), index=True)
    yen: Mapped[int] = mapped_column(Number(1, 999_999_999))
    found_on: Mapped[dt.date] = mapped_column(Day)
    way: Mapped[OverpaymentWay] = mapped_column(Code(OverpaymentWay))
    settled_on: Mapped[dt.date | None] = mapped_column(Day)
