"""The tables, one module an aggregate; importing this package knows them all."""

from __future__ import annotations

from db.models.audit import AuditEvent, AuditSeal
from db.models.base import Base
from db.models.billing import Bill, Debt, Overpayment, Payment, Reading
from db.models.customer import Contract, ContractParty, Customer, Location, Meter
from db.models.notice import Announcement
from db.models.search import SearchKey
from db.models.setting import Setting
from db.models.staff import Office, Staff

__all__ = [
    "Announcement",
    "AuditEvent",
    "AuditSeal",
    "Base",
    "Bill",
    "Contract",
    "ContractParty",
    "Customer",
    "Debt",
    "Location",
    "Meter",
    "Office",
    "Overpayment",
    "Payment",
    "Reading",
    "SearchKey",
    "Setting",
    "Staff",
]
