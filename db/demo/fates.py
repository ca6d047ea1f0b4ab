"""What became of a bill: how each of its debts was paid, collected, or left.

Only what was known on the last open day before today is told: a payment is reported (速報) from the
day it was made, confirmed (確報) some days later, and later ones have not been heard of.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from db.rules.words import (
    Account,
    CollectionState,
    OverpaymentWay,
    PaymentChannel,
    PaymentMethod,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.demo.rounds import Calendar, Paid, Period

DEBIT: Final = PaymentChannel.DEBIT.value
COUNTER: Final = PaymentChannel.COUNTER.value
DEBITED: Final = CollectionState.DEBITED.value

_REQUESTED_BEFORE: Final = 8
_SET_OFF_YEN: Final = 1_000


class Fate(Enum):
    """The ways a bill can go."""

    USUAL = auto()
    LATE = auto()
    UNPAID = auto()
    PART_PAID = auto()
    WATER_ONLY = auto()
    REPORTED = auto()
    INSTALMENTS = auto()
    WRITTEN_OFF = auto()
    DEBIT_FAILED = auto()
    FAILED_THEN_PAID = auto()
    REFUNDED = auto()
    OVER_OPEN = auto()
    SET_OFF = auto()
    CREDITED = auto()
    CORRECTED = auto()
    LEAK_REDUCED = auto()


class Money(NamedTuple):
    """A payment as it is stored, but for the debt."""

    yen: int
    paid_on: str
    channel: str
    confirmed_on: str | None


class Over(NamedTuple):
    """Money over as it is stored, but for the debt."""

    yen: int
    found_on: str
    way: str
    settled_on: str | None


class Outcome(NamedTuple):
    """What became of one debt."""

    collection: str | None = None
    collection_on: str | None = None
    payments: tuple[Money, ...] = ()
    over: Over | None = None
    corrected_on: str | None = None


class Bill(NamedTuple):
    """A bill on its way: how, when and where its user would pay it."""

    period: Period
    calendar: Calendar
    method: PaymentMethod
    slip: Paid
    channel: str


def outcome(fate: Fate, bill: Bill, account: Account, yen: int) -> Outcome:
    """What became of one debt of ``bill``."""
    return _FATES[fate](bill, account, yen)


def _usual(bill: Bill, _account: Account, yen: int) -> Outcome:
    if bill.method is PaymentMethod.SLIP:
        return Outcome(payments=_known(bill, yen, bill.slip))
    return _debit(bill, yen)


def _debit(bill: Bill, yen: int) -> Outcome:
    period, calendar = bill.period, bill.calendar
    if period.debit.confirmed_on <= calendar.seen_to:
        money = Money(yen, period.debit.on_text, DEBIT, period.debit.confirmed_text)
        return Outcome(DEBITED, period.due_text, (money,))
    asked = period.due_on - dt.timedelta(days=_REQUESTED_BEFORE) <= calendar.today
    state = CollectionState.REQUESTED if asked else CollectionState.PLANNED
    return Outcome(state.value, period.due_text)


def _late(bill: Bill, _account: Account, yen: int) -> Outcome:
    # the sooner somebody would pay, the later they remember: any spread will do
    days = 9 + 2 * (bill.period.due_on - bill.slip.on).days
    paid = bill.calendar.paid(bill.period.due_on + dt.timedelta(days=days))
    return Outcome(payments=_known(bill, yen, paid))


def _unpaid(_bill: Bill, _account: Account, _yen: int) -> Outcome:
    return Outcome()


def _part_paid(bill: Bill, account: Account, yen: int) -> Outcome:
    if account is Account.SEWERAGE:
        return Outcome()
    return Outcome(payments=_known(bill, yen // 2000 * 1000 or yen // 2, bill.slip))


def _water_only(bill: Bill, account: Account, yen: int) -> Outcome:
    return _usual(bill, account, yen) if account is Account.WATER else Outcome()


def _reported(bill: Bill, _account: Account, yen: int) -> Outcome:
    day = bill.calendar.seen_to.isoformat()
    return Outcome(payments=(Money(yen, day, bill.channel, None),))


def _instalments(bill: Bill, account: Account, yen: int) -> Outcome:
    agreed = bill.period.due_on + dt.timedelta(days=40)
    payments: tuple[Money, ...] = ()
    if account is Account.WATER:
        for month in (1, 2):
            paid = bill.calendar.paid(agreed + dt.timedelta(days=30 * month))
            payments += _known(bill, yen // 3, paid, COUNTER)
    on = min(agreed, bill.calendar.seen_to).isoformat()
    return Outcome(CollectionState.INSTALMENTS.value, on, payments)


def _written_off(bill: Bill, _account: Account, _yen: int) -> Outcome:
    extinct = dt.date.fromisoformat(bill.period.limitation[1]) + dt.timedelta(days=30)
    on = min(extinct, bill.calendar.seen_to).isoformat()
    return Outcome(CollectionState.WRITTEN_OFF.value, on)


def _debit_failed(bill: Bill, _account: Account, yen: int) -> Outcome:
    if bill.period.debit.confirmed_on > bill.calendar.seen_to:
        return _debit(bill, yen)
    return Outcome(CollectionState.FAILED.value, bill.period.due_text)


def _failed_then_paid(bill: Bill, account: Account, yen: int) -> Outcome:
    failed = _debit_failed(bill, account, yen)
    paid = bill.calendar.paid(bill.period.due_on + dt.timedelta(days=17))
    return failed._replace(payments=_known(bill, yen, paid))


def _refunded(bill: Bill, account: Account, yen: int) -> Outcome:
    return _paid_twice(bill, account, yen, back_after=21)


def _over_open(bill: Bill, account: Account, yen: int) -> Outcome:
    return _paid_twice(bill, account, yen, back_after=None)


def _paid_twice(bill: Bill, account: Account, yen: int, *, back_after: int | None) -> Outcome:
    first = _usual(bill, account, yen)
    again = bill.calendar.paid(bill.period.due_on + dt.timedelta(days=2))
    second = _known(bill, yen, again, PaymentChannel.APP.value)
    if not second or second[0].confirmed_on is None:
        return first
    found = again.confirmed_on
    back = None if back_after is None else found + dt.timedelta(days=back_after)
    paid_back = back is not None and back <= bill.calendar.seen_to
    way = OverpaymentWay.REFUND if paid_back else OverpaymentWay.OPEN
    settled = back.isoformat() if back is not None and paid_back else None
    over = Over(yen, found.isoformat(), way.value, settled)
    return first._replace(payments=first.payments + second, over=over)


def _set_off(bill: Bill, account: Account, yen: int) -> Outcome:
    # a round sum too much; the next bill of two months later is credited with it
    if account is Account.SEWERAGE:
        return _usual(bill, account, yen)
    paid = _known(bill, yen + _SET_OFF_YEN, bill.slip)
    found = bill.slip.confirmed_text
    settled = _issue_of_the_next(bill.period)
    over = Over(_SET_OFF_YEN, found, OverpaymentWay.SET_OFF.value, settled.isoformat())
    return Outcome(payments=paid, over=over)


def _credited(bill: Bill, account: Account, yen: int) -> Outcome:
    if account is Account.SEWERAGE:
        return _usual(bill, account, yen)
    day = bill.period.issued_text
    rest = _usual(bill, account, yen - _SET_OFF_YEN)
    return rest._replace(payments=(Money(_SET_OFF_YEN, day, COUNTER, day), *rest.payments))


def _issue_of_the_next(period: Period) -> dt.date:
    return period.issued_on + dt.timedelta(days=61)


def _known(bill: Bill, yen: int, paid: Paid, channel: str | None = None) -> tuple[Money, ...]:
    if paid.on > bill.calendar.seen_to:
        return ()
    confirmed = paid.confirmed_text if paid.confirmed_on <= bill.calendar.seen_to else None
    return (Money(yen, paid.on_text, channel or bill.channel, confirmed),)


_FATES: Final[dict[Fate, Callable[[Bill, Account, int], Outcome]]] = {
    Fate.USUAL: _usual,
    Fate.LATE: _late,
    Fate.UNPAID: _unpaid,
    Fate.PART_PAID: _part_paid,
    Fate.WATER_ONLY: _water_only,
    Fate.REPORTED: _reported,
    Fate.INSTALMENTS: _instalments,
    Fate.WRITTEN_OFF: _written_off,
    Fate.DEBIT_FAILED: _debit_failed,
    Fate.FAILED_THEN_PAID: _failed_then_paid,
    Fate.REFUNDED: _refunded,
    Fate.OVER_OPEN: _over_open,
    Fate.SET_OFF: _set_off,
    Fate.CREDITED: _credited,
    Fate.CORRECTED: _usual,
    Fate.LEAK_REDUCED: _usual,
}
