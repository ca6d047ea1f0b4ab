"""What a payment notice (納入通知書) says, and a slip that is issued anew (納付書（再発行）)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.rules.invoice import Charged, Rated, by_rate
from db.rules.paper import PaperKind
from db.rules.slip_facts import SlipFacts

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.notice_facts import BillAsked, NoticeHead
    from db.rules.words import Account


@dataclass(frozen=True, slots=True)
class PaymentNotice:
    """One slip for one bill or several; raises ``notice.nothing`` unless there is a yen to pay.

    ``due_on`` (納期限) is None where the bills have their own. A slip issued anew keeps it and adds
    until when shops take it and the day of reissue.
    """

    head: NoticeHead
    bills: tuple[BillAsked, ...]
    due_on: dt.date | None
    handle_until: dt.date | None = None
    reissue: int = 0
    reissued_on: dt.date | None = None

    def __post_init__(self) -> None:
        _ = self.slip  # refuses what nobody can pay

    @property
    def slip(self) -> SlipFacts:
        """What is torn off and paid with."""
        return SlipFacts(
            self.head,
            self.bills,
            self.due_on,
            self.handle_until,
            reissue=self.reissue,
            reissued_on=self.reissued_on,
        )

    @property
    def reissued(self) -> bool:
        """Whether it is a slip issued anew and no notice in law."""
        return self.head.kind is PaperKind.REISSUED_SLIP

    @property
    def accounts(self) -> frozenset[Account]:
        """Of which accounts anything is asked for."""
        return frozenset(debt.account for bill in self.bills for debt in bill.debts)

    @property
    def places(self) -> tuple[str, ...]:
        """The places of use, each once, in the order of their bills."""
        use = "" if self.head.use is None else self.head.use.address
        return tuple(dict.fromkeys(bill.address or use for bill in self.bills))

    def rates(self, account: Account) -> tuple[Rated, ...]:
        """What was billed of an account at each tax rate, the tax within it."""
        return by_rate(
            Charged(debt.account, debt.billed_yen, debt.tax_yen, debt.tax_percent)
            for bill in self.bills
            for debt in bill.debts
            if debt.account is account
        )
