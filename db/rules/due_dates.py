"""When the bureau is open for payment, when a debt is due, and how long it may be claimed."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import TYPE_CHECKING, Final

import jpholiday

from db.errors import RuleBroken
from db.rules.words import Account

if TYPE_CHECKING:
    from collections.abc import Container

DAYS_TO_PAY: Final = 20
"""Days from issue to due date unless a bureau sets its own; Kanazawa's rule is not public."""

_YEARS_CLAIMABLE: Final = 5
_CIVIL_CODE_REFORM: Final = dt.date(2020, 4, 1)
_LONGEST_CLOSURE: Final = 366


def is_open_day(day: dt.date, extra_closed: Container[dt.date] = ()) -> bool:
    """Whether the bureau works that day.

    Closed are Saturdays, Sundays, public holidays, 31 December to 3 January (of which only New
    Year's Day is a public holiday) and whatever other days the bureau sets.
    """
    return not (
        day.weekday() >= 5
        or (day.month, day.day) in {(12, 31), (1, 1), (1, 2), (1, 3)}
        or day in extra_closed
        or jpholiday.is_holiday(day)
    )


def next_open_day(day: dt.date, extra_closed: Container[dt.date] = ()) -> dt.date:
    """The day itself when open, else the next open one; raises ``due.never_open``."""
    for later in range(_LONGEST_CLOSURE):
        candidate = day + dt.timedelta(days=later)
        if is_open_day(candidate, extra_closed):
            return candidate
    raise RuleBroken("due.never_open", day=day)


def due_on(
    issued_on: dt.date, extra_closed: Container[dt.date] = (), *, days: int = DAYS_TO_PAY
) -> dt.date:
    """The due date (納期限) of a bill: ``days`` after its issue, rolled to an open day."""
    return next_open_day(issued_on + dt.timedelta(days=days), extra_closed)


def days_left(today: dt.date, due_on: dt.date) -> int:
    """The days until the due date: 0 on the day itself, negative once it has passed."""
    return (due_on - today).days


def limitation_on(
    account: Account,
    due_on: dt.date,
    *,
    contract_started_on: dt.date,
    years_before_reform: int = 2,
) -> dt.date:
    """The last day on which a debt can be claimed, if nothing stopped the clock (時効).

    Sewerage: 5 years (地方自治法236条), then it is extinguished whether anybody says so or not.
    Water: 5 years (民法166条), but 2 for a contract from before 2020-04-01 (旧173条), where
    bureaus often apply 5 all the same; and the debtor has to invoke it (援用).
    """
    old_water = account is Account.WATER and contract_started_on < _CIVIL_CODE_REFORM
    years = years_before_reform if old_water else _YEARS_CLAIMABLE
    return _end_of_years(due_on + dt.timedelta(days=1), years)


def _end_of_years(first_day: dt.date, years: int) -> dt.date:
    # 民法143条: the day before the corresponding day, or the month's last where there is none
    year, month, day = first_day.year + years, first_day.month, first_day.day
    length = monthrange(year, month)[1]
    if day > length:
        return dt.date(year, month, length)
    return dt.date(year, month, day) - dt.timedelta(days=1)
