"""Fills in the reading notice: of the newest reading, or of that of a bill."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, Select, bindparam, exists, func, select
from sqlalchemy.orm import aliased

from db.models import Bill, Contract, Meter, Reading
from db.queries.notice_fillers.chosen_bills import (
    chosen,
    meter_read,
    nothing,
    status_of,
    valid_bills,
)
from db.rules.invoice import Charged
from db.rules.periods import billed_month, same_period_last_year
from db.rules.reading_notice import LastDebit, MeterRead, ReadingNotice, expected_of
from db.rules.words import CollectionState, Drainage
from db.tariffs import tariffs

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from db.queries.billing import BillRow
    from db.rules.notice_facts import NoticeHead, Wanted
    from db.rules.words import PaymentMethod

_TRIED: Final = (CollectionState.DEBITED, CollectionState.FAILED)


def fill(session: Session, wanted: Wanted, head: NoticeHead, today: dt.date) -> ReadingNotice:
    """The reading of the one bill that is wanted, else the newest, be it billed or not yet.

    Raises ``notice.nothing`` for a contract whose meter was never read.
    """
    bills = valid_bills(session, wanted.contract_id, today=today)
    newest = session.execute(_newest(), {"contract_id": wanted.contract_id}).one_or_none()
    if newest is not None and not newest.billed and not wanted.bill_ids:
        return _before_its_bill(head, newest, bills)
    about = chosen(bills, wanted)
    if not about or newest is None:
        raise nothing(wanted.kind)
    return _with_its_bill(session, head, about[0], bills, method=newest.payment_method)


def _with_its_bill(
    session: Session,
    head: NoticeHead,
    bill: BillRow,
    bills: tuple[BillRow, ...],
    *,
    method: PaymentMethod,
) -> ReadingNotice:
    percent = tariffs().coded(bill.tariff).tax_percent
    return ReadingNotice(
        head=head,
        read=meter_read(session, bill),
        expected=tuple(
            Charged(debt.account, debt.yen, debt.tax_yen, percent) for debt in bill.debts
        ),
        method=method,
        due_on=bill.due_on,
        last_year_m3=_last_year_m3(bills, bill.month),
        last_debit=_last_debit(bills, bill.from_on),
    )


def _before_its_bill(head: NoticeHead, row: Row[Any], bills: tuple[BillRow, ...]) -> ReadingNotice:
    sewerage_m3 = None if row.drainage is Drainage.NONE else row.usage_m3
    tariff = tariffs().on(row.read_on)
    read = MeterRead(
        meter_serial=row.serial,
        read_on=row.read_on,
        from_on=row.read_before_on or row.started_on,
        previous_value=row.previous_value,
        current_value=row.current_value,
        usage_m3=row.usage_m3,
        sewerage_m3=sewerage_m3,
        old_meter_m3=row.old_meter_m3,
        status=status_of(row.status_code),
    )
    return ReadingNotice(
        head=head,
        read=read,
        expected=expected_of(
            tariff, row.usage_class, usage_m3=row.usage_m3, sewerage_m3=sewerage_m3
        ),
        method=row.payment_method,
        due_on=None,
        last_year_m3=_last_year_m3(bills, billed_month(row.read_on)),
        last_debit=_last_debit(bills, row.read_on),
    )


def _last_year_m3(bills: tuple[BillRow, ...], month: dt.date) -> int | None:
    then = same_period_last_year(month)
    return next((bill.usage_m3 for bill in bills if bill.month == then), None)


def _last_debit(bills: tuple[BillRow, ...], before: dt.date) -> LastDebit | None:
    for bill in bills:
        tried = [debt for debt in bill.debts if debt.collection in _TRIED]
        if tried and bill.to_on <= before:
            return LastDebit(
                month=bill.month,
                on=max(debt.collection_on or debt.due_on for debt in tried),
                yen=sum(debt.yen for debt in tried),
                succeeded=all(debt.collection is CollectionState.DEBITED for debt in tried),
            )
    return None


@functools.cache
def _newest() -> Select[*tuple[Any, ...]]:
    before = aliased(Reading)
    read_before_on = (
        select(func.max(before.read_on))
        .where(before.contract_id == Reading.contract_id, before.read_on < Reading.read_on)
        .correlate(Reading)
        .scalar_subquery()
    )
    return (
        select(
            Reading.read_on,
            Reading.previous_value,
            Reading.current_value,
            Reading.usage_m3,
            Reading.old_meter_m3,
            Reading.status_code,
            Meter.serial,
            Contract.drainage,
            Contract.usage_class,
            Contract.payment_method,
            Contract.started_on,
            read_before_on.label("read_before_on"),
            exists().where(Bill.reading_id == Reading.id).correlate(Reading).label("billed"),
        )
        .join(Meter, Meter.id == Reading.meter_id)
        .join(Contract, Contract.id == Reading.contract_id)
        .where(Reading.contract_id == bindparam("contract_id", type_=Integer))
        .order_by(Reading.read_on.desc())
        .limit(1)
    )
