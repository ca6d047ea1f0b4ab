"""Notices about money over (過誤納): that it is refunded (還付), or set off (充当)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db.rules.due_dates import limitation_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.rules.notice_facts import NoticeHead
    from db.rules.words import Account

_REFORM: Final = dt.date(2020, 4, 1)


@dataclass(frozen=True, slots=True)
class Overpaid:
    """Money over on one debt: the bill of ``month``, found on a day, back on ``settled_on``."""

    month: dt.date
    account: Account
    yen: int
    found_on: dt.date
    settled_on: dt.date | None = None

    @property
    def claimable_until(self) -> dt.date:
        """The last day on which it can be asked back: five years on.

        Sewerage 地方自治法236条; water 民法166条, from when its payer can know of it.
        """
        return limitation_on(self.account, self.found_on, contract_started_on=_REFORM)


@dataclass(frozen=True, slots=True)
class CameIn:
    """A payment for another bill of the contract, for which money over may have been used."""

    month: dt.date
    account: Account
    yen: int
    paid_on: dt.date
    billed_yen: int


@dataclass(frozen=True, slots=True)
class SetOffLine:
    """Money over and the debt it was set off against, where the records show which."""

    over: Overpaid
    against: CameIn | None


@dataclass(frozen=True, slots=True)
class Refund:
    """The facts of a refund, oldest first."""

    head: NoticeHead
    overpaid: tuple[Overpaid, ...]

    @property
    def yen(self) -> int:
        """All that goes back."""
        return sum(over.yen for over in self.overpaid)

    @property
    def open_yen(self) -> int:
        """What has not gone back yet."""
        return sum(over.yen for over in self.overpaid if over.settled_on is None)


@dataclass(frozen=True, slots=True)
class SetOff:
    """The facts of a set-off, oldest first."""

    head: NoticeHead
    lines: tuple[SetOffLine, ...]

    @property
    def yen(self) -> int:
        """All that was set off."""
        return sum(line.over.yen for line in self.lines)


def set_off_against(over: Overpaid, payments: Iterable[CameIn]) -> CameIn | None:
    """The payment that money over made: of the same account and yen, nearest to when it went over.

    Water is never set off against sewerage, nor the other way round: two accounts, two claims.
    """
    if over.settled_on is None:
        return None
    settled_on = over.settled_on
    fitting = [
        payment
        for payment in payments
        if (payment.account, payment.yen) == (over.account, over.yen)
        and payment.month != over.month
        and payment.paid_on >= over.found_on
    ]
    return min(fitting, key=lambda each: abs((each.paid_on - settled_on).days), default=None)
