"""The final settlement (中止精算通知書): the last bill of a use of water that has ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.rules.invoice import Charged

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.notice_facts import NoticeHead
    from db.rules.reading_notice import MeterRead
    from db.rules.words import Account, PaymentMethod


@dataclass(frozen=True, slots=True)
class SettledDebt:
    """One account of the last bill: billed, paid (confirmed), and what is still to be paid."""

    account: Account
    billed_yen: int
    tax_yen: int
    tax_percent: int
    paid_yen: int
    unpaid_yen: int
    due_on: dt.date

    @property
    def charged(self) -> Charged:
        """What the account comes to, for the sums of each rate."""
        return Charged(self.account, self.billed_yen, self.tax_yen, self.tax_percent)


@dataclass(frozen=True, slots=True)
class EarlierUnpaid:
    """A debt of an earlier bill that is still unpaid."""

    month: dt.date
    account: Account
    yen: int
    due_on: dt.date


@dataclass(frozen=True, slots=True)
class FinalSettlement:
    """The facts of a settlement; ``overpaid_yen`` is money over that has not gone back yet.

    It is not taken off what is unpaid: whether it is refunded or set off is decided apart.
    """

    head: NoticeHead
    ended_on: dt.date
    month: dt.date
    read: MeterRead
    debts: tuple[SettledDebt, ...]
    earlier: tuple[EarlierUnpaid, ...]
    overpaid_yen: int
    method: PaymentMethod

    @property
    def billed_yen(self) -> int:
        """What the last bill comes to."""
        return sum(debt.billed_yen for debt in self.debts)

    @property
    def paid_yen(self) -> int:
        """What of the last bill is paid already."""
        return sum(debt.paid_yen for debt in self.debts)

    @property
    def last_unpaid_yen(self) -> int:
        """What of the last bill is still to be paid."""
        return sum(debt.unpaid_yen for debt in self.debts)

    @property
    def unpaid_yen(self) -> int:
        """All that is still to be paid, with earlier bills."""
        return self.last_unpaid_yen + sum(debt.yen for debt in self.earlier)

    @property
    def due_on(self) -> dt.date:
        """When the last bill is due."""
        return max(debt.due_on for debt in self.debts)
