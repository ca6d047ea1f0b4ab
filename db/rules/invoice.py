"""What a qualified invoice (適格請求書) has to tell: the sum and the tax of each rate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.rules.words import Account


@dataclass(frozen=True, slots=True)
class Charged:
    """What one account of a bill comes to: ``yen`` with ``tax_yen`` in it, at a rate."""

    account: Account
    yen: int
    tax_yen: int
    tax_percent: int


@dataclass(frozen=True, slots=True)
class Rated:
    """All that is charged at one rate: ``yen`` with ``tax_yen`` in it."""

    percent: int
    yen: int
    tax_yen: int


def by_rate(charged: Iterable[Charged]) -> tuple[Rated, ...]:
    """The sums of each rate, the highest first.

    Tax is rounded down once for each account (消費税法施行令70条の10 wants it once a rate and
    invoice; water and sewerage on one paper are two invoices in law, by 媒介者交付特例).
    """
    lines = tuple(charged)
    percents = sorted({line.tax_percent for line in lines}, reverse=True)
    return tuple(
        Rated(
            percent,
            sum(line.yen for line in lines if line.tax_percent == percent),
            sum(line.tax_yen for line in lines if line.tax_percent == percent),
        )
        for percent in percents
    )
