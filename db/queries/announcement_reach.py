"""Whom an announcement reaches: everybody, the places whose address begins so, one contract."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from db.errors import RuleBroken
from db.models import Announcement, Bill, Contract, Location
from db.queries.protections import protected
from db.rules.announcements import Reach, Wording, number_digits
from db.rules.masking import MASKED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from sqlalchemy import SQLColumnExpression
    from sqlalchemy.orm import Session

_MOST_PLACES: Final = 2000
_CITIES: Final = ("石川県金沢市", "金沢市", "石川県")


@dataclass(frozen=True, slots=True)
class CustomerPlace:
    """A contract of a customer with where it takes water; a protected one's place stays hidden."""

    contract_id: int
    portal_number: str
    address: str
    address_latin: str
    protected: bool

    @property
    def shown_address(self) -> str:
        """The address as staff may see it."""
        return MASKED if self.protected else self.address

    @property
    def shown_address_latin(self) -> str:
        """The address in Latin letters as staff may see it."""
        return MASKED if self.protected else self.address_latin


@dataclass(frozen=True, slots=True)
class Reached:
    """Whom something that is being written would reach, with the town as addresses have it."""

    contracts: int
    town: str
    contract_id: int | None


def customer_places(
    session: Session, customer_id: int, contract_id: int | None, *, today: dt.date
) -> tuple[CustomerPlace, ...]:
    """The customer's contracts, those in use first; only the one named, if one is."""
    statement = (
        select(
            Contract.id,
            Contract.portal_number,
            Location.address,
            Location.address_latin,
            protected(Contract.customer_id),
        )
        .join(Location, Location.id == Contract.location_id)
        .where(Contract.customer_id == customer_id, _is_named(contract_id))
        .order_by(~_in_use(today), Contract.id)
        .limit(_MOST_PLACES)
    )
    return tuple(CustomerPlace(*row) for row in session.execute(statement))


def payment_numbers(session: Session, contract_ids: Collection[int]) -> dict[int, str]:
    """The お支払番号 of each contract's latest bill; a contract without bills is not in it."""
    latest = (
        select(Bill.payment_number)
        .where(Bill.contract_id == Contract.id)
        .order_by(Bill.month.desc(), Bill.sequence.desc())
        .limit(1)
        .correlate(Contract)
        .scalar_subquery()
    )
    statement = select(Contract.id, latest).where(Contract.id.in_(contract_ids))
    rows = session.execute(statement.limit(_MOST_PLACES))
    return {number: told for number, told in rows if told is not None}


def lasts(today: dt.date) -> ColumnElement[bool]:
    """The condition that an announcement was not taken back, nor has it ended."""
    return or_(Announcement.withdrawn_on.is_(None), Announcement.withdrawn_on > today)


def reaches(customer_id: int, contract_id: int | None, today: dt.date) -> ColumnElement[bool]:
    """The condition that an announcement is for this customer, or for one contract of theirs."""
    theirs = and_(Contract.customer_id == customer_id, _is_named(contract_id))
    for_all = and_(Announcement.contract_id.is_(None), Announcement.town == "")
    there = (
        select(Contract.id)
        .join(Location, Location.id == Contract.location_id)
        .where(theirs, _in_use(today), _begins_with(Announcement.town))
        .correlate(Announcement)
    )
    return or_(
        for_all,
        and_(Announcement.town != "", there.exists()),
        Announcement.contract_id.in_(select(Contract.id).where(theirs)),
    )


def contracts_reached(
    session: Session, towns: Collection[str], today: dt.date
) -> tuple[int, dict[str, int]]:
    """How many contracts are in use, in all and in each town, by one pass over them."""
    named = sorted(town for town in towns if town)
    there = (func.sum(case((_begins_with(town), 1), else_=0)) for town in named)
    statement = (
        select(func.count(), *there)
        .select_from(Contract)
        .join(Location, Location.id == Contract.location_id)
        .where(_in_use(today))
    )
    everybody, *counts = session.execute(statement).one()
    return everybody, {town: int(n or 0) for town, n in zip(named, counts, strict=True)}


def reach_of(session: Session, wording: Wording, *, today: dt.date) -> Reached:
    """Whom this would reach: contracts in use, and the town as addresses have it.

    Raises ``announcement.town_unknown`` and ``announcement.number_unknown``.
    """
    if wording.reach is Reach.CONTRACT:
        number = number_digits(wording.portal_number)
        numbered = select(Contract.id).where(Contract.portal_number == number).limit(1)
        contract_id = session.scalar(numbered)
        if contract_id is None:
            raise RuleBroken("announcement.number_unknown", field="portal_number")
        return Reached(1, "", contract_id)
    town = _town(session, wording.town) if wording.town else ""
    everybody, towns = contracts_reached(session, {town}, today)
    return Reached(towns.get(town, 0) if town else everybody, town, None)


def _town(session: Session, typed: str) -> str:
    """The town as addresses begin with it: as typed, in half width, without the city."""
    folded = unicodedata.normalize("NFKC", typed.strip())
    bare = (folded.removeprefix(city) for city in _CITIES if folded.startswith(city))
    for town in (typed.strip(), folded, *bare):
        there = select(Location.id).where(_begins_with(town)).limit(1)
        if town and session.scalar(there) is not None:
            return town
    raise RuleBroken("announcement.town_unknown", field="town", town=folded)


def _begins_with(town: SQLColumnExpression[str] | str) -> ColumnElement[bool]:
    length: Any = len(town) if isinstance(town, str) else func.length(town)
    return func.substr(Location.address, 1, length) == town


def _is_named(contract_id: int | None) -> ColumnElement[bool]:
    return Contract.id.is_not(None) if contract_id is None else Contract.id == contract_id


def _in_use(today: dt.date) -> ColumnElement[bool]:
    return or_(Contract.ended_on.is_(None), Contract.ended_on >= today)
