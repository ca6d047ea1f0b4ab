"""Settles one household or firm after another: who they are, where, and how their bills went."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from db.demo import people, places
from db.demo.cases import Case, Who
from db.demo.contracts import Terms
from db.demo.tables import Weighted, notes
from db.rules.words import (
    Drainage,
    MeterStatus,
    PartyRole,
    PaymentMethod,
    UsageClass,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from db.demo.contracts import Home, Register
    from db.demo.people import Person
    from db.demo.places import Place

# m³ of two months by how many live there, and how often that is
_USE: Final = Weighted((15.0, 30.0, 41.0, 50.0, 58.0), (38, 29, 16, 12, 5))
_FIRM_BORES: Final = ((60, 20), (140, 25), (500, 40), (100_000, 50))
_UNREAD: Final = (MeterStatus.ABSENT, MeterStatus.UNDER_VEHICLE, MeterStatus.FOGGED)
_METER_DAYS: Final = 2860
_GROWN_UP_DAYS: Final = 6_940


@dataclass(frozen=True, slots=True)
class Hosts:
    """The customers who own flats and who manage them."""

    landlord: int
    manager: int


def settle(register: Register, hosts: Hosts, case: Case, random: Random) -> int:
    """Add the customers of one case, with places, contracts and bills; gives a contract's id."""
    person = _person(case, random, register.today)
    note = notes()[case.note] if case.note else ""
    customer_id = register.customer(person, note=note)
    contract_id = 0
    for _ in range(case.places):
        place = _place(case, random, register)
        terms = _terms(register, case, customer_id, person, place, random)
        home = _lay(register, case, terms, place, random)
        contract_id = register.contract(terms, home, random)
        _parties(register, hosts, case, terms, person, contract_id, random)
        if case.successor:
            _follow(register, terms, home, random)
        elif place.is_room and not case.parties and random.random() < 0.3:
            register.party(contract_id, hosts.landlord, PartyRole.OWNER, terms.started_on)
    return contract_id


def _person(case: Case, random: Random, today: dt.date) -> Person:
    if case.who is Who.RESIDENT:
        return people.resident(random, today)
    if case.who is Who.COMPANY:
        return people.company(random)
    name = people.LONG_NAME if case.who is Who.LONG_NAME else None
    return people.foreigner(random, today, name)


def _place(case: Case, random: Random, register: Register) -> Place:
    if case.who is Who.COMPANY:
        place = places.floor(random)
    elif case.flat if case.flat is not None else random.random() < 0.4:
        place = places.room(random)
    else:
        place = places.house(random)
    if case.read_days_ago is None:
        return place
    return replace(place, route=register.calendar.route_read(case.read_days_ago))


def _terms(
    register: Register,
    case: Case,
    customer_id: int,
    person: Person,
    place: Place,
    random: Random,
) -> Terms:
    firm = case.who is Who.COMPANY
    usual = case.usual_m3
    if usual is None:
        usual = _firm_use(random) if firm else _home_use(random)
    debit = random.random() < 0.66
    by_chance = Drainage.NONE if place.rural and random.random() < 0.3 else Drainage.PUBLIC
    started_on = _started_on(register.today, case, person, random)
    ended = case.ended_days_ago
    return Terms(
        customer_id=customer_id,
        route=place.route,
        usage_class=UsageClass.BUSINESS if firm else UsageClass.HOUSEHOLD,
        method=case.method or (PaymentMethod.DEBIT if debit else PaymentMethod.SLIP),
        started_on=started_on,
        ended_on=None if ended is None else _ago(register.today, ended + random.random() * 24),
        drainage=case.drainage or by_chance,
        kept_m3=case.kept_m3,
        bills=case.bills,
        usual_m3=usual,
        fates=case.fates,
        statuses=case.statuses or _statuses(random),
        leaked_m3=case.leaked_m3,
    )


def _started_on(today: dt.date, case: Case, person: Person, random: Random) -> dt.date:
    if case.started_days_ago is not None:
        return _ago(today, case.started_days_ago)
    share = random.random()
    history = 61 * case.bills + 140
    if case.bills == 12 and not case.ended_days_ago and not case.fates and share < 0.14:
        return _ago(today, 90 + share / 0.14 * (history - 90))
    days = history + random.random() ** 2 * 12_000
    if person.born_on:
        grown_up = (today - dt.date.fromisoformat(person.born_on)).days - _GROWN_UP_DAYS
        days = min(days, max(history, grown_up))
    return _ago(today, days)


def _lay(register: Register, case: Case, terms: Terms, place: Place, random: Random) -> Home:
    age = random.random() * _METER_DAYS
    if case.exchange_in_days is not None:
        age = 2921 - case.exchange_in_days
    elif case.exchanged_days_ago is not None:
        age = case.exchanged_days_ago
    bore = 13 if place.is_room and random.random() < 0.7 else 20
    if terms.usage_class is UsageClass.BUSINESS:
        bore = next(bore for most, bore in _FIRM_BORES if terms.usual_m3 < most)
    periods = register.periods(terms)
    return register.place(
        place,
        bore_mm=bore,
        installed_on=_ago(register.today, age),
        used_from=periods[0].from_on if periods else terms.started_on,
        shows=int(random.random() * 2400),
    )


def _parties(
    register: Register,
    hosts: Hosts,
    case: Case,
    terms: Terms,
    person: Person,
    contract_id: int,
    random: Random,
) -> None:
    town = {PartyRole.OWNER: hosts.landlord, PartyRole.MANAGER: hosts.manager}
    for role in case.parties:
        if role in town:
            register.party(contract_id, town[role], role, terms.started_on)
            continue
        relative = people.resident(random, register.today, person.surname)
        home = places.house(random) if role is PartyRole.ADDRESSEE else None
        half = terms.started_on + (register.today - terms.started_on) / 2
        register.party(contract_id, terms.customer_id, role, terms.started_on, half)
        register.party(contract_id, register.customer(relative, home=home), role, half)


def _follow(register: Register, before: Terms, home: Home, random: Random) -> None:
    """Let the next occupant move in where the one before has moved out."""
    assert before.ended_on is not None  # noqa: S101 - whoever is followed has left
    person = people.resident(random, register.today)
    started_on = before.ended_on + dt.timedelta(days=5 + int(random.random() * 30))
    terms = replace(
        before,
        customer_id=register.customer(person),
        started_on=started_on,
        ended_on=None,
        usual_m3=_home_use(random),
        fates={},
        statuses={},
    )
    register.contract(terms, home, random)


def _statuses(random: Random) -> Mapping[int, MeterStatus]:
    share = random.random()
    if share > 0.09:
        return {}
    back = 1 + int(share * 120)
    return {back: _UNREAD[int(share * 1000) % 3]}


def _home_use(random: Random) -> float:
    return _USE.draw(random) * (0.72 + 0.56 * random.random())


def _firm_use(random: Random) -> float:
    return float(12 * 28 ** random.random())


def _ago(today: dt.date, days: float) -> dt.date:
    return today - dt.timedelta(days=int(days))
