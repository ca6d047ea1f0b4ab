"""Lays places with their meters and joins customers to them, with all that follows: bills."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from db.demo.billing import Biller, Course, Supply
from db.demo.readings import Dial
from db.demo.rounds import Calendar
from db.demo.rows import ContractRow, CustomerRow, LocationRow, MeterRow, PartyRow, Rows
from db.rules.words import Drainage, PaymentMethod, UsageClass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from db.demo.fates import Fate
    from db.demo.people import Person
    from db.demo.places import Place
    from db.demo.rounds import Period, Route
    from db.rules.words import MeterStatus, PartyRole

_VALID_DAYS: Final = 2922
_STEP: Final = 248_317_933  # shares no factor with the counts below: numbers look drawn, none twice
_PORTAL_COUNT: Final = 400_000_000_000
_CUSTOMER_COUNT: Final = 9_000_000


@dataclass(frozen=True, slots=True)
class Terms:
    """A contract to be; numbers and usage that are not given are made."""

    customer_id: int
    route: Route
    usage_class: UsageClass
    method: PaymentMethod
    started_on: dt.date
    ended_on: dt.date | None = None
    drainage: Drainage = Drainage.PUBLIC
    kept_m3: int = 0
    bills: int = 12
    usual_m3: float = 30.0
    usage: Sequence[int] = ()
    portal_number: str | None = None
    fates: Mapping[int, Fate] = field(default_factory=dict)
    statuses: Mapping[int, MeterStatus] = field(default_factory=dict)
    leaked_m3: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Home:
    """A place that was laid, and its meter."""

    location_id: int
    dial: Dial


class Register:
    """Adds customers, places and contracts to the rows of a town as of ``today``."""

    def __init__(self, rows: Rows, today: dt.date) -> None:
        self.rows = rows
        self.today = today
        self.calendar = Calendar(today)
        self._biller = Biller(rows, self.calendar)

    def customer(self, person: Person, *, note: str = "", home: Place | None = None) -> int:
        """Register ``person``, who lives elsewhere than the place of use if ``home`` says so."""
        number = self.rows.customers.number()
        self.rows.customers.add(
            CustomerRow(
                number,
                f"{number:010}",
                person.kind.value,
                person.name,
                person.kana,
                person.latin,
                person.phone,
                person.email,
                person.born_on,
                home.postal_code if home else None,
                f"金沢市{home.address}" if home else None,
                note,
            )
        )
        return number

    def place(
        self, place: Place, *, bore_mm: int, installed_on: dt.date, used_from: dt.date, shows: int
    ) -> Home:
        """Lay a place; with a meter before the present one if it was in use before that."""
        location_id = self.rows.locations.number()
        self.rows.locations.add(
            LocationRow(
                location_id,
                f"{location_id:010}",
                place.postal_code,
                place.address,
                place.kana,
                place.latin,
            )
        )
        old_id = None
        if used_from < installed_on:
            before = installed_on - dt.timedelta(days=_VALID_DAYS - 40)
            old_id = self._meter(location_id, bore_mm, before, installed_on)
        meter_id = self._meter(location_id, bore_mm, installed_on, None)
        return Home(location_id, Dial(meter_id, shows, old_id, installed_on if old_id else None))

    def _meter(
        self, location_id: int, bore_mm: int, on: dt.date, removed_on: dt.date | None
    ) -> int:
        number = self.rows.meters.number()
        self.rows.meters.add(
            MeterRow(
                number,
                location_id,
                f"{on:%y}-{number:06}",
                bore_mm,
                on.isoformat(),
                removed_on.isoformat() if removed_on else None,
                exchange_due_on(on).isoformat(),
            )
        )
        return number

    def contract(self, terms: Terms, home: Home, random: Random) -> int:
        """Join a customer to a place from then on, with every bill since."""
        number = self.rows.contracts.number()
        self.rows.contracts.add(
            ContractRow(
                number,
                terms.customer_id,
                home.location_id,
                _customer_number(number),
                terms.portal_number or _portal_number(number),
                terms.usage_class.value,
                terms.drainage.value,
                terms.method.value,
                terms.started_on.isoformat(),
                terms.ended_on.isoformat() if terms.ended_on else None,
            )
        )
        periods = self.periods(terms)
        course = Course(
            terms.usage or _ran(periods, terms, random),
            terms.fates,
            terms.statuses,
            terms.leaked_m3,
        )
        supply = Supply(
            number,
            terms.started_on,
            terms.usage_class,
            terms.drainage,
            terms.method,
            terms.kept_m3,
        )
        self._biller.bill(supply, home.dial, periods, course, random)
        return number

    def party(
        self,
        contract_id: int,
        customer_id: int,
        role: PartyRole,
        started_on: dt.date,
        ended_on: dt.date | None = None,
    ) -> None:
        """Say what else somebody is for a contract."""
        number = self.rows.parties.number()
        until = ended_on.isoformat() if ended_on else None
        self.rows.parties.add(
            PartyRow(number, contract_id, customer_id, role.value, started_on.isoformat(), until)
        )

    def periods(self, terms: Terms) -> tuple[Period, ...]:
        """The periods that a contract is billed for, oldest first."""
        bills = len(terms.usage) or terms.bills
        long_ago = (self.today - terms.started_on).days > 61 * bills + 130
        started_on = None if long_ago else terms.started_on
        return self.calendar.periods(terms.route, bills, started_on, terms.ended_on)


def exchange_due_on(installed_on: dt.date) -> dt.date:
    """The day before which a meter is exchanged: eight years (計量法施行令 別表第三)."""
    return installed_on + dt.timedelta(days=_VALID_DAYS - 1)


def _ran(periods: Sequence[Period], terms: Terms, random: Random) -> tuple[int, ...]:
    last = len(periods) - 1
    usual = terms.usual_m3
    leaked = terms.leaked_m3
    return tuple(
        int(usual * period.use * (0.87 + 0.26 * random.random()) + 0.5) + leaked.get(last - at, 0)
        for at, period in enumerate(periods)
    )


def _portal_number(serial: int) -> str:
    # those of the story begin with less
    return f"1702{600_000_000_000 + serial * _STEP % _PORTAL_COUNT}"


def _customer_number(serial: int) -> str:
    number = f"{1_000_000 + serial * _STEP % _CUSTOMER_COUNT}"
    check = -sum(int(digit) * (2 + at % 6) for at, digit in enumerate(reversed(number))) % 11 % 10
    return f"{number}{check}"
