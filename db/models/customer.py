"""Customers, the places where they take water, and the contracts that join the two."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Versioned
from db.models.types import Code, Day, Line, Number, digits
from db.rules.words import CustomerKind, Drainage, PartyRole, PaymentMethod, UsageClass


class Customer(Versioned, Base):
    """A person or company, stored exactly as registered.

    ``host_number`` is the billing host's own number (宛名番号), by which its deliveries name them.
    """

    __tablename__ = "customer"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    host_number: Mapped[str] = mapped_column(Line(20), unique=True)
    kind: Mapped[CustomerKind] = mapped_column(Code(CustomerKind))
    name: Mapped[str] = mapped_column(Line(100))
    kana: Mapped[str] = mapped_column(Line(200))
    latin_name: Mapped[str | None] = mapped_column(Line(200))
    phone: Mapped[str | None] = mapped_column(Line(20))
    email: Mapped[str | None] = mapped_column(Line(254))
    born_on: Mapped[dt.date | None] = mapped_column(Day, index=True)
    postal_code: Mapped[str | None] = mapped_column(digits(7))
    address: Mapped[str | None] = mapped_column(Line(200))
    note: Mapped[str] = mapped_column(Line(2000, 0), default="")


class Location(Versioned, Base):
    """A place of use; ``host_number`` is the billing host's own number of it (水栓番号)."""

    __tablename__ = "location"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True)
    host_number: Mapped[str] = mapped_column(Line(20), unique=True)
    postal_code: Mapped[str] = mapped_column(digits(7), index=True)
    address: Mapped[str] = mapped_column(Line(200))
    address_kana: Mapped[str] = mapped_column(Line(300))
    address_latin: Mapped[str] = mapped_column(Line(300))


class Meter(Versioned, Base):
    """A meter at a location; exchanged within eight years (計量法)."""

    __tablename__ = "meter"
    __table_args__ = (
        CheckConstraint("removed_on >= installed_on", name="removed_after_installed"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), index=True)
    serial: Mapped[str] = mapped_column(Line(20), unique=True)
    bore_mm: Mapped[int] = mapped_column(Number(1, 999))
    installed_on: Mapped[dt.date] = mapped_column(Day)
    removed_on: Mapped[dt.date | None] = mapped_column(Day)
    exchange_due_on: Mapped[dt.date] = mapped_column(Day)


class Contract(Versioned, Base):
    """One customer's use of water, and sewerage, at one location; the customer is its user."""

    __tablename__ = "contract"
    __table_args__ = (
        CheckConstraint("ended_on >= started_on", name="ended_after_started"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), index=True)
    customer_number: Mapped[str] = mapped_column(Line(10), unique=True)
    portal_number: Mapped[str] = mapped_column(digits(16), unique=True)
    usage_class: Mapped[UsageClass] = mapped_column(Code(UsageClass))
    drainage: Mapped[Drainage] = mapped_column(Code(Drainage))
    payment_method: Mapped[PaymentMethod] = mapped_column(Code(PaymentMethod))
    started_on: Mapped[dt.date] = mapped_column(Day)
    ended_on: Mapped[dt.date | None] = mapped_column(Day)


class ContractParty(Versioned, Base):
    """Who else is what for a contract, from when to when; the user is the contract's customer."""

    __tablename__ = "contract_party"
    __table_args__ = (
        CheckConstraint("ended_on >= started_on", name="ended_after_started"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    role: Mapped[PartyRole] = mapped_column(Code(PartyRole, without=(PartyRole.USER,)))
    started_on: Mapped[dt.date] = mapped_column(Day)
    ended_on: Mapped[dt.date | None] = mapped_column(Day)
