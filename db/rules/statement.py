"""The usage and payment statement (使用水量・料金等明細書): what was used, billed and paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.rules.periods import months_before, same_period_last_year

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.notice_facts import NoticeHead
    from db.rules.words import PaymentState

_YEAR = 12


@dataclass(frozen=True, slots=True)
class StatementBill:
    """One bill, its yen with tax; ``sewerage_yen`` is None where nothing is charged for it.

    ``paid_on`` is the day of the last payment once all of it is paid.
    """

    month: dt.date
    from_on: dt.date
    to_on: dt.date
    days: int
    usage_m3: int
    water_yen: int | None
    sewerage_yen: int | None
    state: PaymentState
    paid_on: dt.date | None
    estimated: bool = False

    @property
    def yen(self) -> int:
        """The whole bill."""
        return (self.water_yen or 0) + (self.sewerage_yen or 0)


@dataclass(frozen=True, slots=True)
class PeriodPair:
    """What was used in a period and in the same one the year before, in m³; None: not billed."""

    month: dt.date
    m3: int | None
    before_m3: int | None
    estimated: bool = False
    before_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """The facts of a statement over the months ``since`` to ``until``, the oldest bill first.

    Payments that arrived after ``payments_seen_to`` are not in it.
    """

    head: NoticeHead
    since: dt.date
    until: dt.date
    bills: tuple[StatementBill, ...]
    payments_seen_to: dt.date | None

    @property
    def usage_m3(self) -> int:
        """All that was used."""
        return sum(bill.usage_m3 for bill in self.bills)

    @property
    def water_yen(self) -> int:
        """All that was billed for water."""
        return sum(bill.water_yen or 0 for bill in self.bills)

    @property
    def sewerage_yen(self) -> int:
        """All that was billed for sewerage."""
        return sum(bill.sewerage_yen or 0 for bill in self.bills)

    @property
    def yen(self) -> int:
        """All that was billed."""
        return sum(bill.yen for bill in self.bills)

    def pairs(self) -> tuple[PeriodPair, ...]:
        """The periods of the last year, each beside the same one of the year before (前年同期)."""
        used: dict[dt.date, int] = {}
        for bill in self.bills:
            used[bill.month] = used.get(bill.month, 0) + bill.usage_m3
        unread = {bill.month for bill in self.bills if bill.estimated}
        last = max(used)
        pairs = []
        for month in (months_before(last, count) for count in reversed(range(_YEAR))):
            then = same_period_last_year(month)
            if month in used or then in used:
                both = used.get(month), used.get(then)
                pairs.append(PeriodPair(month, *both, month in unread, then in unread))
        return tuple(pairs)
