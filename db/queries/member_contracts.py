"""Which contracts a membership may hold, and why not the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, or_, select

from db.errors import RuleBroken
from db.models import Contract, Location, Member, MemberContract
from db.queries.protections import protected
from db.rules.search_text import number_key

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

_LONGEST_NUMBER: Final = 40


@dataclass(frozen=True, slots=True)
class Addable:
    """A contract that a membership may hold besides those it holds already."""

    contract_id: int
    portal_number: str
    customer_number: str
    address: str


def addable(
    session: Session, number: str, member_id: int, *, today: dt.date | None = None
) -> Addable:
    """The contract with that portal or customer number, if the membership may hold it too.

    Without ``today`` a contract whose end is known counts as ended. Raises
    ``location.unknown_number``, ``.other_holder``, ``.former_occupant`` (with ``ended_on``),
    ``.taken`` and ``.already_held``; what belongs to somebody else is not told.
    """
    customer_id = session.scalar(select(Member.customer_id).where(Member.id == member_id).limit(1))
    if customer_id is None:
        raise RuleBroken("member.gone", member_id=member_id)
    key = number_key(number[:_LONGEST_NUMBER])
    numbered = (Contract.portal_number == key) | (Contract.customer_number == key)
    # whether a protected customer's number exists is nobody else's business
    seen = or_(Contract.customer_id == customer_id, ~protected(Contract.customer_id))
    row = session.execute(_contracts().where(numbered, seen).limit(1)).one_or_none()
    if row is None:
        raise RuleBroken("location.unknown_number")
    _require_claimable(session, row, customer_id, member_id, today)
    return Addable(row.id, row.portal_number, row.customer_number, row.address)


def require_claimable(
    session: Session,
    contract_id: int,
    *,
    customer_id: int,
    member_id: int | None = None,
    today: dt.date | None = None,
) -> None:
    """Go on only if the customer's membership may hold the contract; raises as ``addable``."""
    row = session.execute(_contracts().where(Contract.id == contract_id).limit(1)).one_or_none()
    if row is None:
        raise RuleBroken("contract.gone", contract_id=contract_id)
    _require_claimable(session, row, customer_id, member_id, today)


def holder_of(session: Session, contract_id: int) -> int | None:
    """The member who holds the contract now."""
    held = select(MemberContract.member_id).where(
        MemberContract.contract_id == contract_id,
        MemberContract.held_from.is_not(None),
        MemberContract.held_to.is_(None),
    )
    return session.scalar(held.limit(1))


def _require_claimable(
    session: Session,
    row: Row[*tuple[Any, ...]],
    customer_id: int,
    member_id: int | None,
    today: dt.date | None,
) -> None:
    own = row.customer_id == customer_id
    ended_on = row.ended_on if own else _lived_there_until(session, row.location_id, customer_id)
    if ended_on is not None and (today is None or ended_on < today):
        raise RuleBroken("location.former_occupant", ended_on=ended_on)
    if not own:
        raise RuleBroken("location.other_holder")
    holder = holder_of(session, row.id)
    if holder is not None:
        raise RuleBroken("location.already_held" if holder == member_id else "location.taken")


def _lived_there_until(session: Session, location_id: int, customer_id: int) -> dt.date | None:
    own = select(Contract.ended_on).where(
        Contract.location_id == location_id,
        Contract.customer_id == customer_id,
        Contract.ended_on.is_not(None),
    )
    return session.scalar(own.order_by(Contract.ended_on.desc()).limit(1))


def _contracts() -> Select[*tuple[Any, ...]]:
    return select(
        Contract.id,
        Contract.customer_id,
        Contract.location_id,
        Contract.portal_number,
        Contract.customer_number,
        Contract.ended_on,
        Location.address,
    ).join(Location, Location.id == Contract.location_id)
