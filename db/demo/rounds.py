"""When the fictional town's meters are read, and what follows from each reading by the calendar.

A district (here a town, 町) is read on about the same day every second month. Issue, due date, and
when its payments come in follow by the rules; a town has few dates and many bills, so each period
is reckoned once, with its days already written as the database stores them.
"""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from db.rules import due_dates
from db.rules.periods import billed_month, cycle_of, days_of_period, months_before
from db.rules.words import Account
from db.tariffs import tariffs

if TYPE_CHECKING:
    from db.rules.periods import Cycle

_ISSUED_AFTER: Final = 5
_CORRECTED_AFTER: Final = 27
_SHORTEST_PERIOD: Final = 20
# use in a month against the year's average: baths in winter, gardens and washing in summer
_SEASON: Final = (1.04, 1.02, 0.97, 0.95, 0.96, 1.0, 1.05, 1.09, 1.03, 0.97, 0.95, 0.98)
_REFORM: Final = dt.date(2020, 4, 1)
FRESH: Final = 13
"""Days since the reading of those whose bill is out and not due yet."""

_CONFIRMED_AFTER: Final = {"slip": 6, "debit": 3}


class Route(NamedTuple):
    """The meter reader's round that a place belongs to: which months, which day."""

    cycle: Cycle
    day: int


class Paid(NamedTuple):
    """The day of a payment and the day it is confirmed on, both also as stored."""

    on: dt.date
    confirmed_on: dt.date
    on_text: str
    confirmed_text: str
    banks_open: bool


@dataclass(frozen=True, slots=True)
class Period:
    """What the calendar says about the bill from one reading to the next.

    ``use`` is its share of a household's average use of two months; ``slip`` holds the days on
    which people pay with a slip in time; ``over`` says that all of that is long known.
    """

    from_on: dt.date
    to_on: dt.date
    issued_on: dt.date
    due_on: dt.date
    tariff: str
    use: float
    month_text: str
    from_text: str
    to_text: str
    issued_text: str
    due_text: str
    limitation: tuple[str, str]
    old_limitation: tuple[str, str]
    number: str
    slip: tuple[Paid, ...]
    debit: Paid
    over: bool

    def limitation_texts(self, *, started_on: dt.date) -> tuple[str, str]:
        """Until when water and sewerage can be claimed, by when the contract began."""
        return self.old_limitation if started_on < _REFORM else self.limitation


class Calendar:
    """Knows every period up to ``today``; payments are known up to the last open day before."""

    def __init__(self, today: dt.date) -> None:
        self.today = today
        self.seen_to = last_open_day(today - dt.timedelta(days=1))
        self.periods = functools.lru_cache(maxsize=1 << 12)(self._periods)
        self.period = functools.lru_cache(maxsize=1 << 13)(self._period)
        self.paid = functools.lru_cache(maxsize=1 << 13)(self._paid)
        self.read_days = functools.lru_cache(maxsize=256)(self._read_days)

    def route_read(self, days_ago: int) -> Route:
        """The round whose last reading was about ``days_ago``."""
        read = self.today - dt.timedelta(days=days_ago)
        return Route(cycle_of(billed_month(read)), min(read.day, 28))

    def _read_days(self, route: Route, bills: int) -> tuple[dt.date, ...]:
        # the oldest first; the newest is the last whose bill has been issued
        months = [months_before(self.today, back) for back in range(2 * bills + 6)]
        days = [read_day(month, route.day) for month in months if cycle_of(month) is route.cycle]
        return tuple(day for day in reversed(days) if issue_day(day) <= self.today)

    def _periods(
        self, route: Route, bills: int, started_on: dt.date | None, ended_on: dt.date | None
    ) -> tuple[Period, ...]:
        """The last ``bills`` periods of a contract, oldest first; ``None`` is beyond them."""
        days = list(self.read_days(route, bills))
        if ended_on is not None:
            latest = min(ended_on - dt.timedelta(days=_SHORTEST_PERIOD), billed_month(ended_on))
            days = [day for day in days if day < latest] + [ended_on]
        if started_on is not None:
            days = [started_on] + [
                day for day in days if (day - started_on).days > _SHORTEST_PERIOD
            ]
        days = days[-bills - 1 :]
        return tuple(map(self.period, days, days[1:]))

    def corrected(self, period: Period) -> Period:
        """The same period billed anew, a month after its first bill."""
        again = _open_day(period.issued_on + dt.timedelta(days=_CORRECTED_AFTER))
        return self.period(period.from_on, period.to_on, again)

    def _period(self, from_on: dt.date, to_on: dt.date, issued: dt.date | None = None) -> Period:
        issued_on = issued or issue_day(to_on)
        due_on = due_dates.due_on(issued_on)
        days = (due_on - issued_on).days
        slip = tuple(self.paid(issued_on + dt.timedelta(days=back)) for back in range(3, days + 1))
        return Period(
            from_on=from_on,
            to_on=to_on,
            issued_on=issued_on,
            due_on=due_on,
            tariff=tariffs().on(to_on).code,
            use=_SEASON[to_on.month - 1] * days_of_period(from_on, to_on) / 61,
            month_text=billed_month(to_on).isoformat(),
            from_text=from_on.isoformat(),
            to_text=to_on.isoformat(),
            issued_text=issued_on.isoformat(),
            due_text=due_on.isoformat(),
            limitation=_limitation(due_on, _REFORM),
            old_limitation=_limitation(due_on, _REFORM - dt.timedelta(days=1)),
            number=f"{to_on:%y%m}",
            slip=slip,
            debit=self.paid(due_on, "debit"),
            over=max(due_on, slip[-1].confirmed_on) + dt.timedelta(days=14) <= self.seen_to,
        )

    def _paid(self, on: dt.date, how: str = "slip") -> Paid:
        """A payment on that day; a debit is confirmed sooner than a slip."""
        confirmed_on = _open_day(on + dt.timedelta(days=_CONFIRMED_AFTER[how]))
        banks_open = _open_day(on) == on
        return Paid(on, confirmed_on, on.isoformat(), confirmed_on.isoformat(), banks_open)


def read_day(month: dt.date, day: int) -> dt.date:
    """The open day of ``month`` on which a round of that day is read."""
    wanted = month.replace(day=day)
    read = _open_day(wanted)
    return read if read.month == month.month else last_open_day(wanted)


def issue_day(read_on: dt.date) -> dt.date:
    """The day on which the bill of a reading is issued."""
    return _open_day(read_on + dt.timedelta(days=_ISSUED_AFTER))


def last_open_day(day: dt.date) -> dt.date:
    """The day itself when the bureau is open, else the last open one before."""
    while _open_day(day) != day:
        day -= dt.timedelta(days=1)
    return day


@functools.lru_cache(maxsize=1 << 13)
def _open_day(day: dt.date) -> dt.date:
    return due_dates.next_open_day(day)


def _limitation(due_on: dt.date, started_on: dt.date) -> tuple[str, str]:
    days = (
        due_dates.limitation_on(account, due_on, contract_started_on=started_on)
        for account in (Account.WATER, Account.SEWERAGE)
    )
    water, sewerage = (day.isoformat() for day in days)
    return water, sewerage
