"""Why a debt, or all of a customer's, is left out of batches and reissues (保留事由)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Select, and_, or_, select

from db.models import Bill, Contract, Debt, Hold, Staff
from db.rules.contact_words import HoldKind
from db.rules.periods import day_in_japan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

_MOST: Final = 200
_AT_ONCE: Final = 5000


@dataclass(frozen=True, slots=True)
class HoldFacts:
    """A hold on one debt, or on all of the customer's when ``debt_id`` is None.

    ``holds_now`` tells whether batches and reissues obey it today; ``to_on`` is its last day.
    """

    hold_id: int
    version: int
    debt_id: int | None
    kind: HoldKind
    from_on: dt.date
    to_on: dt.date | None
    reason: str
    set_by_name: str
    ended_at: dt.datetime | None
    holds_now: bool


def holds_of(session: Session, customer_id: int, today: dt.date) -> tuple[HoldFacts, ...]:
    """The customer's holds: those that hold or will, then the former ones; newest first."""
    statement = _holds(today).where(Hold.customer_id == customer_id)
    newest_first = statement.order_by(Hold.from_on.desc(), Hold.id.desc()).limit(_MOST)
    found = [HoldFacts(**row) for row in session.execute(newest_first).mappings()]
    return tuple(sorted(found, key=lambda hold: _is_over(hold, today)))


def held(
    session: Session, debt_ids: Iterable[int], today: dt.date
) -> dict[int, tuple[HoldFacts, ...]]:
    """Which of the debts are held today, and by what; a debt that may go out is not in it."""
    found = defaultdict(list)
    covers = or_(Hold.debt_id == Debt.id, Hold.debt_id.is_(None))
    statement = (
        _holds(today)
        .add_columns(Debt.id.label("held_debt_id"))
        .join(Contract, Contract.customer_id == Hold.customer_id)
        .join(Bill, Bill.contract_id == Contract.id)
        .join(Debt, and_(Debt.bill_id == Bill.id, covers))
        .where(in_force(today))
        .order_by(Hold.id)
    )
    ids = tuple(debt_ids)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for row in session.execute(statement.where(Debt.id.in_(some))).mappings():
            facts = dict(row)
            found[facts.pop("held_debt_id")].append(HoldFacts(**facts))
    return {debt_id: tuple(holds) for debt_id, holds in found.items()}


def agreements_over(
    session: Session, debt_ids: Iterable[int], today: dt.date
) -> dict[int, dt.date]:
    """The last day of each debt's latest agreement on instalments (分納) that is over."""
    found: dict[int, dt.date] = {}
    covers = or_(Hold.debt_id == Debt.id, Hold.debt_id.is_(None))
    statement = (
        select(Debt.id, Hold.from_on, Hold.to_on, Hold.ended_at)
        .join(Bill, Bill.id == Debt.bill_id)
        .join(Contract, Contract.id == Bill.contract_id)
        .join(Hold, and_(Hold.customer_id == Contract.customer_id, covers))
        .where(
            Hold.kind == HoldKind.INSTALMENTS,
            or_(Hold.ended_at.is_not(None), Hold.to_on < today),
        )
    )
    ids = tuple(debt_ids)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        rows = session.execute(statement.where(Debt.id.in_(some)))
        for debt_id, from_on, to_on, ended_at in rows:
            over_on = _over_on(to_on, ended_at)
            if over_on >= from_on:  # one taken back before it began was never agreed on
                found[debt_id] = max(found.get(debt_id, over_on), over_on)
    return found


def in_force(today: dt.date) -> ColumnElement[bool]:
    """The condition under which a hold holds today."""
    begun = and_(Hold.ended_at.is_(None), Hold.from_on <= today)
    return and_(begun, or_(Hold.to_on.is_(None), Hold.to_on >= today))


def _holds(today: dt.date) -> Select[*tuple[Any, ...]]:
    return select(
        Hold.id.label("hold_id"),
        Hold.version,
        Hold.debt_id,
        Hold.kind,
        Hold.from_on,
        Hold.to_on,
        Hold.reason,
        Staff.name.label("set_by_name"),
        Hold.ended_at,
        in_force(today).label("holds_now"),
    ).join(Staff, Staff.id == Hold.set_by)


def _over_on(to_on: dt.date | None, ended_at: dt.datetime | None) -> dt.date:
    """The day on which a hold that is over ended: as agreed, or when somebody ended it."""
    ends = (to_on, ended_at and day_in_japan(ended_at))
    return min(day for day in ends if day is not None)


def _is_over(hold: HoldFacts, today: dt.date) -> bool:
    return hold.ended_at is not None or (hold.to_on is not None and hold.to_on < today)
