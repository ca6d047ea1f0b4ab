"""The notice of a reduction (料金減額決定通知書): a bill taken back, and the lower one for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from db.rules.words import MeterStatus

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.notice_facts import NoticeHead
    from db.rules.words import Account


class Ground(StrEnum):
    """Why a bill was made lower."""

    LEAK = "leak"
    MISREADING = "misreading"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reduced:
    """One account before and after: m³ charged for, and yen with the tax in it.

    ``paid_yen`` is what had been paid of the bill that was taken back.
    """

    account: Account
    before_m3: int
    after_m3: int
    before_yen: int
    after_yen: int
    after_tax_yen: int
    tax_percent: int
    paid_yen: int = 0

    @property
    def yen(self) -> int:
        """By how much it became lower."""
        return self.before_yen - self.after_yen


@dataclass(frozen=True, slots=True)
class Reduction:
    """The facts of a reduction of the bill of ``month``, decided on a day; the new one is due."""

    head: NoticeHead
    ground: Ground
    month: dt.date
    from_on: dt.date
    to_on: dt.date
    decided_on: dt.date
    due_on: dt.date
    accounts: tuple[Reduced, ...]

    @property
    def yen(self) -> int:
        """By how much the bill became lower."""
        return sum(each.yen for each in self.accounts)

    @property
    def paid_yen(self) -> int:
        """What had been paid of the bill that was taken back."""
        return sum(each.paid_yen for each in self.accounts)

    @property
    def after_yen(self) -> int:
        """What the bill comes to now."""
        return sum(each.after_yen for each in self.accounts)


def ground_of(status: MeterStatus | None, *, read_m3: int, before_m3: int, after_m3: int) -> Ground:
    """Why a bill was made lower, as far as its reading tells.

    A leak is taken off what was rightly read; a misreading put more on the bill than was read.
    """
    if status is MeterStatus.LEAK and after_m3 < read_m3:
        return Ground.LEAK
    return Ground.MISREADING if before_m3 > read_m3 else Ground.OTHER
