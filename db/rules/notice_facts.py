"""What the notices have in common: who writes to whom, about which use of water, and its debts.

Each kind of notice has its facts in a module of its own; ``desktop.notices`` draws them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.issuer import Issuer
    from db.rules.paper import PaperKind
    from db.rules.paper_settings import PaperSettings
    from db.rules.words import Account, CustomerKind, UsageClass


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a paper goes, as registered; ``postal_code`` is seven digits or nothing."""

    name: str
    kind: CustomerKind
    postal_code: str
    address: str


@dataclass(frozen=True, slots=True)
class Use:
    """The use of water that a notice is about: its numbers, its user, its place."""

    customer_number: str
    portal_number: str
    user_name: str
    address: str
    usage_class: UsageClass
    user_kind: CustomerKind


@dataclass(frozen=True, slots=True)
class NoticeHead:
    """What stands at the head of every notice; ``number`` is empty before it is issued.

    ``issued_at`` is aware. ``use`` is None for papers about no single contract.
    """

    kind: PaperKind
    number: str
    issued_at: dt.datetime
    issuer: Issuer
    settings: PaperSettings
    addressee: Addressee
    use: Use | None = None

    @property
    def sample(self) -> bool:
        """Whether the paper is only a 見本: of a fictional bureau, or with no company code yet."""
        return self.issuer.fictional or self.settings.company_code_missing


@dataclass(frozen=True, slots=True)
class DebtAsked:
    """What a notice asks for of one debt: ``yen`` still to be paid of ``billed_yen``.

    The tax is within ``billed_yen``. Fee and interest come only on sewerage (地方自治法231条の3).
    """

    account: Account
    yen: int
    billed_yen: int
    tax_yen: int
    tax_percent: int
    due_on: dt.date
    limitation_on: dt.date
    fee_yen: int = 0
    interest_yen: int = 0

    @property
    def whole_yen(self) -> int:
        """The debt with its fee and interest."""
        return self.yen + self.fee_yen + self.interest_yen


@dataclass(frozen=True, slots=True)
class BillAsked:
    """One bill of which a notice asks for something; ``address`` is its place of use."""

    month: dt.date
    from_on: dt.date
    to_on: dt.date
    days: int
    usage_m3: int
    sewerage_m3: int | None
    payment_number: str
    debts: tuple[DebtAsked, ...]
    address: str = ""
    customer_number: str = ""
    debt_ids: tuple[int, ...] = field(default=(), compare=False)

    @property
    def whole_yen(self) -> int:
        """All that is asked for of it, with fees and interest."""
        return sum(debt.whole_yen for debt in self.debts)


def whole_yen_of(bills: tuple[BillAsked, ...], account: Account | None = None) -> int:
    """What the bills ask for together, or for one account of them."""
    asked = (debt for bill in bills for debt in bill.debts)
    return sum(debt.whole_yen for debt in asked if account in (None, debt.account))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants a notice about; each kind takes of it what it needs.

    ``bill_ids`` may be of several contracts of one customer; where ``debt_ids`` are given, a
    dunning notice keeps to these debts of them. ``limit_on`` is until when a dunned
    debt is to be paid, ``seen_to`` the last day whose payments are known.
    """

    kind: PaperKind
    contract_id: int
    bill_ids: tuple[int, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    purpose: str = ""
    limit_on: dt.date | None = None
    seen_to: dt.date | None = None
    debt_ids: tuple[int, ...] = ()
