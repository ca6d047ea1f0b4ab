"""Who is what for a contract, who lived there, and its meters with their readings."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Integer,
    Row,
    Select,
    bindparam,
    func,
    literal,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import aliased

from db.errors import RuleBroken
from db.models import Bill, Contract, ContractParty, Customer, Meter, Reading
from db.models.types import Code
from db.queries.protections import protected, visible_to
from db.rules.masking import MASKED, mask_address, mask_phone
from db.rules.words import PartyRole, Role

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

_MOST_PEOPLE = 200
_MOST_METERS = 20
_MOST_READINGS = 30
_CONTRACT = bindparam("contract_id", type_=Integer)


@dataclass(frozen=True, slots=True)
class PartyLine:
    """Somebody's part in a contract, from when to when; phone and address are masked."""

    role: PartyRole
    name: str
    kana: str
    phone_masked: str
    address: str | None
    started_on: dt.date
    ended_on: dt.date | None


@dataclass(frozen=True, slots=True)
class OccupantLine:
    """Who used the water at a place, from when to when."""

    customer_id: int
    name: str
    started_on: dt.date
    ended_on: dt.date | None
    is_this: bool


@dataclass(frozen=True, slots=True)
class MeterLine:
    """A meter that hangs, or hung, at the place."""

    serial: str
    bore_mm: int
    installed_on: dt.date
    removed_on: dt.date | None
    exchange_due_on: dt.date


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One reading; ``old_meter_m3`` ran through a meter exchanged since the reading before."""

    read_on: dt.date
    previous_value: int | None
    current_value: int | None
    old_meter_m3: int
    usage_m3: int
    days: int
    status_code: int | None
    estimated: bool
    meter_serial: str


@dataclass(frozen=True, slots=True)
class ContractDetails:
    """The people, the meters and the last readings of a contract, newest first."""

    contract_id: int
    parties: tuple[PartyLine, ...]
    occupants: tuple[OccupantLine, ...]
    meters: tuple[MeterLine, ...]
    readings: tuple[ReadingLine, ...]


def contract_details(
    session: Session, contract_id: int, *, role: Role, today: dt.date
) -> ContractDetails:
    """What is known of a contract besides its bills.

    Protected customers are left out for those who may not open them. Raises ``contract.gone``,
    also where such a customer is the user.
    """
    people = session.execute(_people(role), {"contract_id": contract_id}).all()
    meters = session.execute(_meters(), {"contract_id": contract_id})
    parties = [row for row in people if row.contract_id == contract_id]
    occupants = [row for row in people if row.role is PartyRole.USER]
    if all(row.role is not PartyRole.USER for row in parties):
        raise RuleBroken("contract.gone", contract_id=contract_id)
    return ContractDetails(
        contract_id,
        parties=tuple(_party(row) for row in sorted(parties, key=lambda r: _order(r, today))),
        occupants=tuple(
            _occupant(row, contract_id) for row in sorted(occupants, key=_since, reverse=True)
        ),
        meters=tuple(MeterLine(*row) for row in meters),
        readings=_readings(session, contract_id),
    )


@functools.cache
def _people(role: Role) -> Select[*tuple[Any, ...]]:
    this = aliased(Contract)
    users = (
        select(
            type_coerce(literal(PartyRole.USER.value), Code(PartyRole)).label("role"),
            Contract.id.label("contract_id"),
            Contract.customer_id,
            Contract.started_on,
            Contract.ended_on,
        )
        .join(this, this.location_id == Contract.location_id)
        .where(this.id == _CONTRACT)
    )
    others = select(
        ContractParty.role,
        ContractParty.contract_id,
        ContractParty.customer_id,
        ContractParty.started_on,
        ContractParty.ended_on,
    ).where(ContractParty.contract_id == _CONTRACT)
    people = union_all(users, others).subquery("people")
    return (
        select(
            people,
            Customer.name,
            Customer.kana,
            Customer.phone,
            Customer.address,
            protected().label("protected"),
        )
        .join(Customer, Customer.id == people.c.customer_id)
        .where(visible_to(role))
        .order_by(
            (people.c.contract_id == _CONTRACT).desc(),
            people.c.started_on.desc(),
            people.c.contract_id.desc(),
            people.c.customer_id,
        )
        .limit(_MOST_PEOPLE)
    )


def _party(row: Row[*tuple[Any, ...]]) -> PartyLine:
    return PartyLine(
        role=row.role,
        name=row.name,
        kana=row.kana,
        phone_masked=MASKED if row.protected else mask_phone(row.phone or ""),
        address=_address(row),
        started_on=row.started_on,
        ended_on=row.ended_on,
    )


def _address(row: Row[*tuple[Any, ...]]) -> str | None:
    if row.protected:
        return MASKED
    return None if row.address is None else mask_address(row.address)


def _since(row: Row[*tuple[Any, ...]]) -> tuple[dt.date, int]:
    return row.started_on, row.contract_id


def _order(row: Row[*tuple[Any, ...]], today: dt.date) -> tuple[bool, int]:
    # the user of a contract that ended is still the one who owes
    ended = row.ended_on is not None and row.ended_on < today and row.role is not PartyRole.USER
    return ended, list(PartyRole).index(row.role)


def _occupant(row: Row[*tuple[Any, ...]], contract_id: int) -> OccupantLine:
    return OccupantLine(
        customer_id=row.customer_id,
        name=row.name,
        started_on=row.started_on,
        ended_on=row.ended_on,
        is_this=row.contract_id == contract_id,
    )


@functools.cache
def _meters() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Meter.serial,
            Meter.bore_mm,
            Meter.installed_on,
            Meter.removed_on,
            Meter.exchange_due_on,
        )
        .join(Contract, Contract.location_id == Meter.location_id)
        .where(Contract.id == _CONTRACT)
        .order_by(Meter.installed_on.desc(), Meter.id.desc())
        .limit(_MOST_METERS)
    )


def _readings(session: Session, contract_id: int) -> tuple[ReadingLine, ...]:
    # one more than is shown: the oldest one's days count from the reading before it
    rows = session.execute(_last_readings(), {"contract_id": contract_id}).all()
    lines = [_reading(row, before) for row, before in pairwise([*rows, None]) if row is not None]
    return tuple(lines[:_MOST_READINGS])


@functools.cache
def _last_readings() -> Select[*tuple[Any, ...]]:
    billed_from = (
        select(func.max(Bill.from_on))
        .where(Bill.reading_id == Reading.id)
        .correlate(Reading)
        .scalar_subquery()
    )
    return (
        select(
            Reading.read_on,
            Reading.previous_value,
            Reading.current_value,
            Reading.old_meter_m3,
            Reading.usage_m3,
            Reading.status_code,
            Meter.serial,
            billed_from.label("billed_from"),
            Contract.started_on,
        )
        .join(Meter, Meter.id == Reading.meter_id)
        .join(Contract, Contract.id == Reading.contract_id)
        .where(Reading.contract_id == _CONTRACT)
        .order_by(Reading.read_on.desc())
        .limit(_MOST_READINGS + 1)
    )


def _reading(row: Row[*tuple[Any, ...]], before: Row[*tuple[Any, ...]] | None) -> ReadingLine:
    since = row.billed_from or (row.started_on if before is None else before.read_on)
    return ReadingLine(
        read_on=row.read_on,
        previous_value=row.previous_value,
        current_value=row.current_value,
        old_meter_m3=row.old_meter_m3,
        usage_m3=row.usage_m3,
        days=(row.read_on - since).days,
        status_code=row.status_code,
        estimated=row.current_value is None,
        meter_serial=row.serial,
    )
