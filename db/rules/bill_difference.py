"""Why a bill differs from that of the same period last year, to the yen.

The earlier bill is changed into the later one in a fixed order, one cause after the other, and
priced after each: what a change adds is its part, so the parts add up by construction. Sewerage
that ended goes first and sewerage that began comes last, so that each weighs exactly what the
bill with sewerage says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from db.rules.tariff import Quote
    from db.rules.words import UsageClass


class Cause(StrEnum):
    """What made a bill differ, in the order in which the causes are reckoned."""

    SEWERAGE_ENDED = "sewerage_ended"
    TARIFF = "tariff"
    USAGE_CLASS = "usage_class"
    SETTLED_BEFORE = "settled_before"
    DAYS = "days"
    DAILY_USE = "daily_use"
    SETTLED = "settled"
    DRAINED = "drained"
    SEWERAGE_BEGUN = "sewerage_begun"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Billed:
    """What one bill was reckoned from, and what it came to with tax.

    ``usage_m3`` includes ``settled_m3``, the signed m³ by which an earlier estimate was put right.
    """

    month: dt.date
    days: int
    usage_m3: int
    sewerage_m3: int | None
    usage_class: UsageClass
    tariff_code: str
    settled_m3: int
    yen: int


@dataclass(frozen=True, slots=True)
class Part:
    """One cause and its yen; never 0.

    ``before`` and ``after`` are the prices around the change: the highest block reached
    (``before.water.highest``), the yen of the last m³, the tax, the use. ``m3`` is the change of
    water, or of what drained for DRAINED; ``days`` is the change of days for DAYS. CORRECTION is
    what no rule explains: an amount set by hand.
    """

    cause: Cause
    yen: int
    m3: int
    days: int
    before: Quote
    after: Quote


class Price(Protocol):
    """Prices a bill under a tariff named by its code, as ``Tariffs.quote`` does."""

    def __call__(
        self, code: str, usage_class: UsageClass, *, usage_m3: int, sewerage_m3: int | None
    ) -> Quote:
        """The price of such a bill; raises ``tariff.unknown``."""
        ...


@dataclass(frozen=True, slots=True)
class _Basis:
    tariff_code: str
    usage_class: UsageClass
    usage_m3: int
    sewerage_m3: int | None


def explain(bill: Billed, before: Billed, price: Price) -> tuple[Part, ...]:
    """The causes of ``bill.yen - before.yen``, which their yen add up to.

    Raises ``tariff.unknown`` when a bill names a tariff that this program does not know.
    """
    start = _priced(_basis(before), price)
    days = bill.days - before.days
    parts = []
    earlier = start
    for cause, basis in _steps(bill, before):
        later = _priced(basis, price)
        parts.append(
            Part(
                cause,
                later.yen - earlier.yen,
                m3=_change(cause, earlier, later),
                days=days if cause is Cause.DAYS else 0,
                before=earlier,
                after=later,
            )
        )
        earlier = later
    by_hand = (bill.yen - earlier.yen) - (before.yen - start.yen)
    parts.append(Part(Cause.CORRECTION, by_hand, m3=0, days=0, before=earlier, after=earlier))
    return tuple(part for part in parts if part.yen)


def _steps(bill: Billed, before: Billed) -> Iterator[tuple[Cause, _Basis]]:
    basis = _basis(before)
    if bill.sewerage_m3 is None:
        basis = replace(basis, sewerage_m3=None)
    yield Cause.SEWERAGE_ENDED, basis
    basis = replace(basis, tariff_code=bill.tariff_code)
    yield Cause.TARIFF, basis
    basis = replace(basis, usage_class=bill.usage_class)
    yield Cause.USAGE_CLASS, basis
    for cause, usage_m3 in _usages(bill, before):
        basis = _with_usage(basis, usage_m3, before)
        yield cause, basis
    last = Cause.SEWERAGE_BEGUN if before.sewerage_m3 is None else Cause.DRAINED
    yield last, replace(basis, sewerage_m3=bill.sewerage_m3)


def _usages(bill: Billed, before: Billed) -> Iterator[tuple[Cause, int]]:
    # what both bills settled alike explains nothing
    alike = bill.settled_m3 == before.settled_m3
    metered = before.usage_m3 if alike else max(0, before.usage_m3 - before.settled_m3)
    yield Cause.SETTLED_BEFORE, metered
    yield Cause.DAYS, metered + _in_more_days(metered, before.days, bill.days)
    yield Cause.DAILY_USE, bill.usage_m3 if alike else max(0, bill.usage_m3 - bill.settled_m3)
    yield Cause.SETTLED, bill.usage_m3


def _in_more_days(m3: int, days_before: int, days: int) -> int:
    # the m³ of as many more or fewer days at the same daily use, rounded to the nearest
    if days_before <= 0:
        return 0
    return (2 * m3 * (days - days_before) + days_before) // (2 * days_before)


def _with_usage(basis: _Basis, usage_m3: int, before: Billed) -> _Basis:
    if basis.sewerage_m3 is None or before.sewerage_m3 is None:
        return replace(basis, usage_m3=usage_m3)
    # what did not drain last year (a garden), or drained without water (a well), stays the same
    drained_m3 = max(0, usage_m3 + before.sewerage_m3 - before.usage_m3)
    return replace(basis, usage_m3=usage_m3, sewerage_m3=drained_m3)


def _change(cause: Cause, earlier: Quote, later: Quote) -> int:
    if cause is Cause.DRAINED:
        return (later.sewerage_m3 or 0) - (earlier.sewerage_m3 or 0)
    return later.usage_m3 - earlier.usage_m3


def _basis(billed: Billed) -> _Basis:
    return _Basis(
        billed.tariff_code, billed.usage_class, billed.usage_m3, sewerage_m3=billed.sewerage_m3
    )


def _priced(basis: _Basis, price: Price) -> Quote:
    return price(
        basis.tariff_code,
        basis.usage_class,
        usage_m3=basis.usage_m3,
        sewerage_m3=basis.sewerage_m3,
    )
