"""The tables, one module an aggregate; importing this package knows them all."""

from __future__ import annotations

from db.models.audit import AuditEvent, AuditSeal
from db.models.base import Base
from db.models.billing import Bill, Debt, Overpayment, Payment, Reading
from db.models.contact import Contact, DebitAccount, Draft, IdentityCheck, Request
from db.models.customer import Contract, ContractParty, Customer, Location, Meter
from db.models.document import (
    Batch,
    BatchItem,
    CutoffDecision,
    Document,
    DocumentDebt,
    DocumentFile,
    NumberSeries,
    PrintEvent,
)
from db.models.imports import ImportFile, ImportRefusal, ImportRun
from db.models.member import Member, MemberContract, Outbox, PasswordHistory
from db.models.notice import Announcement, AnnouncementSeen
from db.models.protection import Hold, Protection
from db.models.search import SearchFrequency, SearchKey
from db.models.setting import Setting
from db.models.staff import Office, Staff

__all__ = [
    "Announcement",
    "AnnouncementSeen",
    "AuditEvent",
    "AuditSeal",
    "Base",
    "Batch",
    "BatchItem",
    "Bill",
    "Contact",
    "Contract",
    "ContractParty",
    "Customer",
    "CutoffDecision",
    "DebitAccount",
    "Debt",
    "Document",
    "DocumentDebt",
    "DocumentFile",
    "Draft",
    "Hold",
    "IdentityCheck",
    "ImportFile",
    "ImportRefusal",
    "ImportRun",
    "Location",
    "Member",
    "MemberContract",
    "Meter",
    "NumberSeries",
    "Office",
    "Outbox",
    "Overpayment",
    "PasswordHistory",
    "Payment",
    "PrintEvent",
    "Protection",
    "Reading",
    "Request",
    "SearchFrequency",
    "SearchKey",
    "Setting",
    "Staff",
]
