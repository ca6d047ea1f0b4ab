"""Notices about direct debit: that it begins (口座振替開始通知書), that one failed (振替不能)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.notice_facts import NoticeHead
    from db.rules.words import Account, CustomerKind


@dataclass(frozen=True, slots=True)
class DebitedFrom:
    """The bank and its branch, and whose account it is; the number is on no paper."""

    bank: str
    branch: str
    holder: str
    holder_kind: CustomerKind


@dataclass(frozen=True, slots=True)
class DebitStarted:
    """The facts: the bills of ``from_month`` and later are debited, first on ``first_on``."""

    head: NoticeHead
    account: DebitedFrom
    from_month: dt.date
    first_on: dt.date | None


@dataclass(frozen=True, slots=True)
class UnpaidDebt:
    """What is still to be paid of one account of a bill."""

    account: Account
    yen: int


@dataclass(frozen=True, slots=True)
class FailedDebit:
    """What could not be debited of one bill and is still unpaid, debt by debt."""

    month: dt.date
    from_on: dt.date
    to_on: dt.date
    tried_on: dt.date
    payment_number: str
    unpaid: tuple[UnpaidDebt, ...]

    @property
    def yen(self) -> int:
        """What is still to be paid of it."""
        return sum(debt.yen for debt in self.unpaid)


@dataclass(frozen=True, slots=True)
class DebitFailed:
    """The facts of debits that failed, oldest first; the bank's reason is not delivered to us."""

    head: NoticeHead
    account: DebitedFrom | None
    failed: tuple[FailedDebit, ...]

    @property
    def yen(self) -> int:
        """What is still to be paid of them all."""
        return sum(each.yen for each in self.failed)
