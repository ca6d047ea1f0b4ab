"""What a dunning notice says: a reminder, a demand, a cut-off warning, the notice of a cut-off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from db.rules.notice_facts import whole_yen_of
from db.rules.paper import PaperKind
from db.rules.words import Account

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from db.rules.dunning import StepTaken
    from db.rules.notice_facts import BillAsked, NoticeHead


class Consequence(StrEnum):
    """What comes when the limit of a notice passes without payment."""

    DEMAND = "demand"
    CUTOFF_WARNING = "cutoff_warning"
    SEIZURE = "seizure"


def consequences_of(step: PaperKind, accounts: Iterable[Account]) -> tuple[Consequence, ...]:
    """What follows a step for debts of those accounts.

    Sewerage is collected like a local tax (地方自治法231条の3第3項), water is cut off.
    """
    asked = set(accounts)
    following: list[Consequence] = []
    if step is PaperKind.REMINDER:
        following.append(Consequence.DEMAND)
    if step is PaperKind.DEMAND and Account.WATER in asked:
        following.append(Consequence.CUTOFF_WARNING)
    if Account.SEWERAGE in asked:
        following.append(Consequence.SEIZURE)
    return tuple(following)


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningNotice:
    """What the four notices have in common; ``seen_to`` is the last day whose payments are known.

    ``previous`` is the last notice about any of the debts; interest is reckoned to the day of
    issue. ``limit_on`` is until when is to be paid, of a cut-off the day of it.
    """

    head: NoticeHead
    bills: tuple[BillAsked, ...]
    limit_on: dt.date
    seen_to: dt.date | None = None
    previous: StepTaken | None = None

    @property
    def water_yen(self) -> int:
        """What is asked for of water."""
        return whole_yen_of(self.bills, Account.WATER)

    @property
    def sewerage_yen(self) -> int:
        """What is asked for of sewerage, with fees and interest."""
        return whole_yen_of(self.bills, Account.SEWERAGE)

    @property
    def accounts(self) -> frozenset[Account]:
        """Of which accounts anything is asked for."""
        return frozenset(debt.account for bill in self.bills for debt in bill.debts)

    @property
    def consequences(self) -> tuple[Consequence, ...]:
        """What follows when the limit passes."""
        return consequences_of(self.head.kind, self.accounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(DunningNotice):
    """A reminder (督促状)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand(DunningNotice):
    """A demand (催告書): every debt by itself, and where to talk about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutoffWarning(DunningNotice):
    """A cut-off warning (給水停止予告書): its bills hold water only.

    ``cut_off_from`` is the first day on which the water may be cut off, ``sewerage_apart_yen``
    what else is unpaid of the same bills and is no reason for it.
    """

    cut_off_from: dt.date
    sewerage_apart_yen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CutoffExecution(DunningNotice):
    """The notice of a cut-off (給水停止執行通知書), as decided on ``decided_on``: water only."""

    execute_on: dt.date
    decided_on: dt.date
    sewerage_apart_yen: int = 0
