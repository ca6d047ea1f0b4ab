"""What stands on a payable slip, whatever notice bears it.

It has three parts: 納入通知書兼領収書 | 納入書控 | 納入済通知書.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.errors import RuleBroken
from db.rules.document_numbers import fiscal_year
from db.rules.notice_facts import whole_yen_of
from db.rules.slip_barcode import slip_barcode

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.notice_facts import BillAsked, NoticeHead
    from db.rules.slip_barcode import NoBarcode
    from db.rules.words import Account, CustomerKind


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """One slip for all the bills; raises ``notice.nothing`` unless they come to one yen or more.

    ``due_on`` is None where the bills have due dates of their own. After ``handle_until`` no shop
    takes it (None: no such day). ``reissue`` counts how often it was issued anew.
    """

    head: NoticeHead
    bills: tuple[BillAsked, ...]
    due_on: dt.date | None
    handle_until: dt.date | None = None
    reissue: int = 0
    reissued_on: dt.date | None = None

    def __post_init__(self) -> None:
        if self.yen <= 0:
            raise RuleBroken("notice.nothing", kind=self.head.kind)

    @property
    def yen(self) -> int:
        """All that the slip asks for."""
        return whole_yen_of(self.bills)

    @property
    def fee_yen(self) -> int:
        """The fees in it, of sewerage."""
        return sum(debt.fee_yen for bill in self.bills for debt in bill.debts)

    @property
    def interest_yen(self) -> int:
        """The interest in it, of sewerage."""
        return sum(debt.interest_yen for bill in self.bills for debt in bill.debts)

    def charge_yen(self, account: Account) -> int | None:
        """What it asks for of an account without fees and interest; None: nothing at all."""
        asked = [debt.yen for bill in self.bills for debt in bill.debts if debt.account is account]
        return sum(asked) if asked else None

    @property
    def payment_number(self) -> str:
        """The number it is paid under: that of its first bill."""
        return self.bills[0].payment_number

    @property
    def payer(self) -> str:
        """Who owes (納入義務者): the user, however the notice is addressed."""
        use = self.head.use
        return self.head.addressee.name if use is None else use.user_name

    @property
    def payer_kind(self) -> CustomerKind:
        """What the payer is, for how paper addresses them: a company is 御中, whoever gets it."""
        use = self.head.use
        return self.head.addressee.kind if use is None else use.user_kind

    @property
    def customer_number(self) -> str:
        """The customer number of its first bill."""
        use = self.head.use
        return self.bills[0].customer_number or ("" if use is None else use.customer_number)

    @property
    def fiscal_years(self) -> tuple[int, ...]:
        """The years in whose accounts the bills lie (所属年度), the oldest first."""
        return tuple(sorted({fiscal_year(bill.month) for bill in self.bills}))

    @property
    def barcode(self) -> str | NoBarcode:
        """The 44 digits of its bar code, or why it has none."""
        return slip_barcode(
            company_code=self.head.settings.company_code,
            payment_number=self.payment_number,
            reissue=self.reissue,
            expires_on=self.handle_until,
            yen=self.yen,
            bills=len(self.bills),
        )
