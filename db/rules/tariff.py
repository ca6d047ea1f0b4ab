"""What water and sewerage cost: prices by use and by block of m³, tax, and a whole bill's price.

All prices are yen before tax for a bill of two months. Tax is rounded down on water and on
sewerage separately, then added: so every published figure of Kanazawa comes out to the yen.
A shorter or longer period costs the same: the bureau's proration is not public, none is invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.errors import RuleBroken
from db.rules.words import Account, UsageClass

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Tier:
    """One block of m³ at one price; ``published`` tells a public price from an invented one."""

    up_to_m3: int | None
    yen_per_m3: int
    published: bool


@dataclass(frozen=True, slots=True)
class Scheme:
    """The prices of one account for one use: a basic fee for two months, and blocks of m³."""

    basic_yen: int
    basic_published: bool
    tiers: tuple[Tier, ...]

    def __post_init__(self) -> None:
        *closed, last = (tier.up_to_m3 for tier in self.tiers)
        ends = [0, *(end for end in closed if end is not None)]
        if last is not None or len(ends) <= len(closed) or sorted(set(ends)) != ends:
            raise ValueError(f"tiers must rise and only the last may be open: {self.tiers}")


@dataclass(frozen=True, slots=True)
class TierLine:
    """The m³ of a bill that fell into one block, and what they cost before tax."""

    from_m3: int
    to_m3: int | None
    m3: int
    yen_per_m3: int
    yen: int
    published: bool


@dataclass(frozen=True, slots=True)
class Charge:
    """The price of one account of a bill; ``yen`` includes ``tax_yen``."""

    basic_yen: int
    basic_published: bool
    lines: tuple[TierLine, ...]
    net_yen: int
    tax_yen: int
    yen: int

    @property
    def published(self) -> bool:
        """Whether every price used here is public."""
        return self.basic_published and all(line.published for line in self.lines)

    @property
    def highest(self) -> TierLine | None:
        """The highest block reached; None when nothing was used."""
        return self.lines[-1] if self.lines else None


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of a whole bill: water, and sewerage where there is any."""

    tariff_code: str
    tax_percent: int
    usage_class: UsageClass
    usage_m3: int
    sewerage_m3: int | None
    water: Charge
    sewerage: Charge | None

    @property
    def yen(self) -> int:
        """Both accounts together, with tax."""
        return self.water.yen + (self.sewerage.yen if self.sewerage else 0)

    @property
    def tax_yen(self) -> int:
        """The tax in both accounts together."""
        return self.water.tax_yen + (self.sewerage.tax_yen if self.sewerage else 0)

    @property
    def published(self) -> bool:
        """Whether every price used here is public."""
        return self.water.published and (self.sewerage is None or self.sewerage.published)

    @property
    def yen_per_m3(self) -> int:
        """What the last m³ of each account cost before tax, added; 0 when nothing was used."""
        charges = (self.water, self.sewerage)
        highest = (charge.highest for charge in charges if charge is not None)
        return sum(line.yen_per_m3 for line in highest if line is not None)


@dataclass(frozen=True, slots=True)
class Tariff:
    """One revision of the prices, for meters read on ``valid_from`` or later."""

    code: str
    valid_from: dt.date
    tax_percent: int
    schemes: Mapping[Account, Mapping[UsageClass, Scheme]]

    def price(self, account: Account, usage_class: UsageClass, m3: int) -> Charge:
        """The price of ``m3`` in one account; raises ``tariff.negative_usage``."""
        if m3 < 0:
            raise RuleBroken("tariff.negative_usage", account=account, m3=m3)
        scheme = self.schemes[account][usage_class]
        lines = tuple(_lines(scheme.tiers, m3))
        net_yen = scheme.basic_yen + sum(line.yen for line in lines)
        tax_yen = net_yen * self.tax_percent // 100
        return Charge(
            scheme.basic_yen, scheme.basic_published, lines, net_yen, tax_yen, net_yen + tax_yen
        )

    def quote(
        self, usage_class: UsageClass, *, usage_m3: int, sewerage_m3: int | None = None
    ) -> Quote:
        """The price of a bill; what drains may differ from what is drawn (well, garden)."""
        water = self.price(Account.WATER, usage_class, usage_m3)
        sewerage = None
        if sewerage_m3 is not None:
            sewerage = self.price(Account.SEWERAGE, usage_class, sewerage_m3)
        return Quote(
            self.code, self.tax_percent, usage_class, usage_m3, sewerage_m3, water, sewerage
        )


@dataclass(frozen=True, slots=True)
class Tariffs:
    """Every revision the bureau has had, in the order they became valid."""

    revisions: tuple[Tariff, ...]

    def __post_init__(self) -> None:
        starts = [tariff.valid_from for tariff in self.revisions]
        codes = {tariff.code for tariff in self.revisions}
        if sorted(set(starts)) != starts or len(codes) < len(starts):
            raise ValueError(f"tariffs must follow each other in time: {codes}")

    def on(self, read_on: dt.date) -> Tariff:
        """The tariff for a meter read on that day; raises ``tariff.none_valid``."""
        for tariff in reversed(self.revisions):
            if tariff.valid_from <= read_on:
                return tariff
        raise RuleBroken("tariff.none_valid", read_on=read_on)

    def quote(
        self, code: str, usage_class: UsageClass, *, usage_m3: int, sewerage_m3: int | None = None
    ) -> Quote:
        """The price of a bill under the tariff it names; raises ``tariff.unknown``."""
        return self.coded(code).quote(usage_class, usage_m3=usage_m3, sewerage_m3=sewerage_m3)

    def coded(self, code: str) -> Tariff:
        """The tariff that a bill names; raises ``tariff.unknown``."""
        for tariff in self.revisions:
            if tariff.code == code:
                return tariff
        raise RuleBroken("tariff.unknown", tariff=code)


def _lines(tiers: tuple[Tier, ...], m3: int) -> Iterator[TierLine]:
    below = 0
    for tier in tiers:
        if m3 <= below:
            return
        end = m3 if tier.up_to_m3 is None else min(m3, tier.up_to_m3)
        used = end - below
        yield TierLine(
            from_m3=below + 1,
            to_m3=tier.up_to_m3,
            m3=used,
            yen_per_m3=tier.yen_per_m3,
            yen=used * tier.yen_per_m3,
            published=tier.published,
        )
        below = end
