"""What is kept of a notice besides its file: the month, the yen and the limit it is found by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db.rules.notice_facts import BillAsked, whole_yen_of
from db.rules.periods import billed_month

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.reading_notice import MeterRead

# what the facts of the kinds call the last day for paying, the one that holds first
_LIMITS: Final = ("handle_until", "execute_on", "limit_on", "due_on")
# and what they call the things of several months that they are about
_SEVERAL: Final = ("bills", "failed", "overpaid")


@dataclass(frozen=True, slots=True)
class DebtOnRecord:
    """What a document asked for of one debt, in yen; fee and interest apart."""

    debt_id: int
    yen: int
    fee_yen: int
    interest_yen: int


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What is kept of a notice; ``yen`` is what it asks for, or what it is about, or None."""

    month: dt.date | None
    yen: int | None
    limit_on: dt.date | None
    reissue: int
    debts: tuple[DebtOnRecord, ...]


def on_record(facts: object) -> OnRecord:
    """What is kept of a notice of whatever kind: what its kind does not speak of is None.

    Of several months the newest is kept, of a reading the month it is billed in.
    """
    bills = getattr(facts, "bills", ())
    asked = tuple(bill for bill in bills if isinstance(bill, BillAsked))
    about = getattr(facts, "yen", None)
    limits = (getattr(facts, name, None) for name in _LIMITS)
    return OnRecord(
        month=_month(facts),
        yen=whole_yen_of(asked) if asked else about,
        limit_on=next((day for day in limits if day is not None), None) or _last_due(asked),
        reissue=getattr(facts, "reissue", 0),
        debts=tuple(_debts(asked)),
    )


def _month(facts: object) -> dt.date | None:
    months: list[dt.date] = [each.month for name in _SEVERAL for each in getattr(facts, name, ())]
    if months:
        return max(months)
    own: dt.date | None = getattr(facts, "month", None)
    read: MeterRead | None = getattr(facts, "read", None)
    return own if own is not None or read is None else billed_month(read.read_on)


def _last_due(bills: tuple[BillAsked, ...]) -> dt.date | None:
    return max((debt.due_on for bill in bills for debt in bill.debts), default=None)


def _debts(bills: tuple[BillAsked, ...]) -> list[DebtOnRecord]:
    return [
        DebtOnRecord(debt_id, debt.yen, debt.fee_yen, debt.interest_yen)
        for bill in bills
        for debt_id, debt in zip(bill.debt_ids, bill.debts, strict=True)
    ]
