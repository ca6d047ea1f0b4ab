"""Where a contract takes water, as an address to write to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.errors import RuleBroken
from db.models import Contract, Location

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class PlaceAddress:
    """A location's address with its postal code, 7 digits."""

    postal_code: str
    address: str


def place_address(session: Session, contract_id: int) -> PlaceAddress:
    """The address of a contract's location; raises ``contract.gone``."""
    statement = (
        select(Location.postal_code, Location.address)
        .join(Contract, Contract.location_id == Location.id)
        .where(Contract.id == contract_id)
        .limit(1)
    )
    row = session.execute(statement).one_or_none()
    if row is None:
        raise RuleBroken("contract.gone", contract_id=contract_id)
    return PlaceAddress(*row)
