"""The payment certificate (納入証明書): what was billed and paid in a period; never a receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from db.rules.notice_facts import NoticeHead
    from db.rules.words import Account


@dataclass(frozen=True, slots=True)
class CertifiedDebt:
    """One debt of a bill, and what of it was paid; ``paid_on`` is when the last of that came."""

    account: Account
    billed_yen: int
    tax_yen: int
    paid_yen: int
    paid_on: dt.date | None


@dataclass(frozen=True, slots=True)
class CertifiedBill:
    """One bill of the period that is certified."""

    month: dt.date
    from_on: dt.date
    to_on: dt.date
    debts: tuple[CertifiedDebt, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """The facts of a certificate over the bills of the months ``since`` to ``until``, oldest first.

    ``purpose`` is what the applicant said it is for, if anything.
    """

    head: NoticeHead
    applicant: str
    purpose: str
    since: dt.date
    until: dt.date
    bills: tuple[CertifiedBill, ...]

    def debts_of(self, account: Account) -> tuple[CertifiedDebt, ...]:
        """The debts of one account."""
        return tuple(debt for bill in self.bills for debt in bill.debts if debt.account is account)

    @property
    def paid_yen(self) -> int:
        """All that was paid."""
        return sum(debt.paid_yen for bill in self.bills for debt in bill.debts)

    @property
    def billed_yen(self) -> int:
        """All that was billed."""
        return sum(debt.billed_yen for bill in self.bills for debt in bill.debts)


def counted(billed_yen: int, payments: Iterable[tuple[dt.date, int]]) -> tuple[int, dt.date | None]:
    """How much of a debt its payments paid, and the day of the last that was needed for it.

    What came in over and above is no payment of the debt: it goes back.
    """
    paid_yen, paid_on = 0, None
    for day, yen in sorted(payments):
        if paid_yen >= billed_yen:
            break
        paid_yen, paid_on = min(billed_yen, paid_yen + yen), day
    return paid_yen, paid_on
