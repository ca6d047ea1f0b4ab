"""The bills that a notice may be about, and the meter's reading of one of them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, Select, bindparam, select

from db.errors import RuleBroken
from db.models import Bill, Meter, Reading
from db.queries.billing import billing_history
from db.rules.reading_notice import MeterRead
from db.rules.words import MeterStatus, PaymentState

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.queries.billing import BillRow
    from db.rules.notice_facts import Wanted
    from db.rules.paper import PaperKind

YEARS: Final = 5
"""How far back a notice goes unless it is asked to go further."""


def valid_bills(
    session: Session, contract_id: int, *, today: dt.date, years: int = YEARS
) -> tuple[BillRow, ...]:
    """The bills of a contract that were not taken back, newest first, and a year before them."""
    history = billing_history(session, contract_id, today=today, years=years)
    bills = sorted(history.rows + history.earlier, key=lambda bill: bill.to_on, reverse=True)
    return tuple(bill for bill in bills if bill.state is not PaymentState.CORRECTED)


def chosen(bills: tuple[BillRow, ...], wanted: Wanted) -> tuple[BillRow, ...]:
    """Those of the bills that are wanted: all of them where none is named."""
    return tuple(bill for bill in bills if not wanted.bill_ids or bill.bill_id in wanted.bill_ids)


def nothing(kind: PaperKind) -> RuleBroken:
    """What a filler raises that has nothing to write about."""
    return RuleBroken("notice.nothing", kind=kind)


def meter_read(session: Session, bill: BillRow) -> MeterRead:
    """The reading that a bill was made from."""
    row = session.execute(_reading(), {"bill_id": bill.bill_id}).one()
    return MeterRead(
        meter_serial=row.serial,
        read_on=row.read_on,
        from_on=bill.from_on,
        previous_value=row.previous_value,
        current_value=row.current_value,
        usage_m3=row.usage_m3,
        sewerage_m3=bill.sewerage_m3,
        old_meter_m3=row.old_meter_m3,
        settled_m3=bill.settled_m3,
        status=status_of(row.status_code),
    )


def status_of(code: int | None) -> MeterStatus | None:
    """What the reader noted, if anything."""
    return None if code is None else MeterStatus(code)


@functools.cache
def _reading() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Reading.read_on,
            Reading.previous_value,
            Reading.current_value,
            Reading.usage_m3,
            Reading.old_meter_m3,
            Reading.status_code,
            Meter.serial,
        )
        .join(Bill, Bill.reading_id == Reading.id)
        .join(Meter, Meter.id == Reading.meter_id)
        .where(Bill.id == bindparam("bill_id", type_=Integer))
        .limit(1)
    )
