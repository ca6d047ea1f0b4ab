"""One paper that the town's bureau issued, before it has its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.paper import PaperKind


class Asked(NamedTuple):
    """What a paper asked for of one debt, in yen; fee and interest apart."""

    debt_id: int
    yen: int
    fee_yen: int = 0
    interest_yen: int = 0

    @property
    def whole_yen(self) -> int:
        """The debt with its fee and interest."""
        return self.yen + self.fee_yen + self.interest_yen


class Paper(NamedTuple):
    """A paper in the order in which papers were issued: by day, then by kind."""

    issued_on: dt.date
    kind: PaperKind
    contract_id: int
    month: dt.date
    customer_id: int
    yen: int
    limit_on: dt.date | None
    asked: tuple[Asked, ...] = ()
    mailed: bool = True
