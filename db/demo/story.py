"""The customers that every town has: 山田 花子 of the guided tour, her namesakes, the landlord."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from db.demo import tables
from db.demo.contracts import Terms
from db.demo.fates import Fate
from db.demo.households import Hosts
from db.demo.people import Person
from db.demo.places import Place, rooms_at
from db.demo.rounds import FRESH
from db.rules.words import (
    CustomerKind,
    Drainage,
    MeterStatus,
    PartyRole,
    PaymentMethod,
    UsageClass,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from db.demo.contracts import Register

CUSTOMERS: Final = len(tables.story())
"""How many customers of a town are always the same."""

_METER_DAYS: Final = 2921
_ROLES: Final = {"owner": PartyRole.OWNER, "manager": PartyRole.MANAGER}


@dataclass(frozen=True, slots=True)
class _Party:
    contract_id: int
    role: PartyRole
    host: str
    started_on: dt.date


def tell(register: Register, random: Random) -> Hosts:
    """Settle them all, first of the town; gives the landlord and the manager of its flats."""
    hosts: dict[str, int] = {}
    parties: list[_Party] = []
    for told in tables.story():
        customer_id = register.customer(_person(told), note=told.get("note", ""))
        hosts[told.get("is", "")] = customer_id
        for contract in told["contract"]:
            parties += _settle(register, contract, told, customer_id, random)
    for party in parties:
        register.party(party.contract_id, hosts[party.host], party.role, party.started_on)
    return Hosts(hosts["landlord"], hosts["manager"])


def _person(told: Mapping[str, Any]) -> Person:
    born_on = told.get("born_on")
    return Person(
        kind=CustomerKind(told.get("kind", CustomerKind.PERSON)),
        name=told["name"],
        kana=told["kana"],
        latin=told["latin"],
        phone=told["phone"],
        email=told.get("email"),
        born_on=born_on.isoformat() if born_on else None,
    )


def _settle(
    register: Register,
    contract: Mapping[str, Any],
    told: Mapping[str, Any],
    customer_id: int,
    random: Random,
) -> list[_Party]:
    terms = _terms(register, contract, told, customer_id)
    place = Place(
        contract["postal_code"],
        contract["address"],
        contract["kana"],
        contract["latin"],
        terms.route,
    )
    rooms = contract.get("rooms")
    parties = []
    for each in rooms_at(place, rooms) if rooms else [place]:
        contract_id = _join(register, contract, terms, each, random)
        parties += [
            _Party(contract_id, role, contract[name], terms.started_on)
            for name, role in _ROLES.items()
            if name in contract
        ]
    return parties


def _join(
    register: Register, contract: Mapping[str, Any], terms: Terms, place: Place, random: Random
) -> int:
    periods = register.periods(terms)
    due_in = contract.get("exchange_in_days", 400 + int(random.random() * 1500))
    home = register.place(
        place,
        bore_mm=contract["bore_mm"],
        installed_on=register.today - dt.timedelta(days=_METER_DAYS - due_in),
        used_from=periods[0].from_on,
        shows=int(random.random() * 2400),
    )
    return register.contract(terms, home, random)


def _terms(
    register: Register, contract: Mapping[str, Any], told: Mapping[str, Any], customer_id: int
) -> Terms:
    company = told.get("kind") == CustomerKind.COMPANY
    ended = contract.get("ended_days_ago")
    return Terms(
        customer_id=customer_id,
        route=register.calendar.route_read(FRESH),
        usage_class=UsageClass.BUSINESS if company else UsageClass.HOUSEHOLD,
        method=PaymentMethod(contract["method"]),
        started_on=contract["started_on"],
        ended_on=None if ended is None else register.today - dt.timedelta(days=ended),
        drainage=Drainage(contract.get("drainage", Drainage.PUBLIC)),
        bills=contract.get("bills", 12),
        usual_m3=contract.get("usual_m3", 0),
        usage=tuple(contract.get("usage", ())),
        portal_number=contract.get("portal_number"),
        fates={int(back): Fate[fate.upper()] for back, fate in contract.get("fates", {}).items()},
        statuses={
            int(back): MeterStatus(code) for back, code in contract.get("statuses", {}).items()
        },
    )
