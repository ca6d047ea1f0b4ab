"""What a batch comes to: how many notices, and how much of each account they ask for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from db.rules.issuer import Issuer
    from db.rules.notice_facts import Addressee
    from db.rules.paper import BatchState, Exclusion, ItemState, PaperKind


@dataclass(frozen=True, slots=True)
class Sum:
    """How many notices, and the yen of each account; a contract has one notice of a batch."""

    notices: int = 0
    water_yen: int = 0
    sewerage_yen: int = 0

    @property
    def yen(self) -> int:
        """Both accounts together."""
        return self.water_yen + self.sewerage_yen

    def __add__(self, other: Sum) -> Sum:
        return Sum(
            self.notices + other.notices,
            self.water_yen + other.water_yen,
            self.sewerage_yen + other.sewerage_yen,
        )


@dataclass(frozen=True, slots=True)
class BundleLine:
    """One file of a batch: its place, which documents it holds, its pages and their sum."""

    number: int
    first_number: str
    last_number: str
    pages: int
    total: Sum


@dataclass(frozen=True, slots=True)
class ControlLine:
    """One notice in the control list of a batch: ``extra_yen`` are its fees and interest.

    ``bundle`` is the number of its file, ``page`` where it begins there.
    """

    position: int
    state: ItemState
    exclusion: Exclusion | None
    customer_number: str
    number: str
    to: Addressee
    water_yen: int
    sewerage_yen: int
    extra_yen: int
    bundle: int | None
    page: int | None
    pages: int | None


@dataclass(frozen=True, slots=True)
class TotalsSheet:
    """What the totals sheet of a batch says; nothing in it tells who was written to.

    ``extra_yen`` are the fees and interest asked for with what was issued, all of sewerage.
    """

    batch_id: int
    kind: PaperKind
    state: BatchState
    issued_on: dt.date
    limit_on: dt.date | None
    seen_to: dt.date | None
    planned_by: str
    planned_at: dt.datetime
    made_at: dt.datetime
    issuer: Issuer
    issued: Sum
    extra_yen: int
    waiting: Sum
    left_out: tuple[tuple[Exclusion, Sum], ...]
    bundles: tuple[BundleLine, ...]


def summed(parts: Iterable[Sum]) -> Sum:
    """All of them together."""
    return sum(parts, Sum())


def by_exclusion(parts: Iterable[tuple[Exclusion, Sum]]) -> tuple[tuple[Exclusion, Sum], ...]:
    """The sums of each exclusion, the one that leaves out most first."""
    found: defaultdict[Exclusion, Sum] = defaultdict(Sum)
    for why, part in parts:
        found[why] += part
    return tuple(sorted(found.items(), key=lambda each: (-each[1].notices, each[0])))
