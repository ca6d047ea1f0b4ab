"""Fills in the notice of a reduction, from a bill taken back and the one in its place."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, Row, Select, bindparam, select
from sqlalchemy.orm import aliased

from db.models import Bill, Debt, Reading
from db.queries import debts
from db.queries.notice_fillers.chosen_bills import nothing, status_of
from db.rules.reduction_notice import Reduced, Reduction, ground_of
from db.rules.words import Account
from db.tariffs import tariffs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from db.rules.notice_facts import NoticeHead, Wanted

_MOST: Final = 400


def fill(session: Session, wanted: Wanted, head: NoticeHead, today: dt.date) -> Reduction:
    """The reduction of the bill wanted, old or new, else the newest one until ``today``.

    Raises ``notice.nothing`` where no bill was made lower.
    """
    rows = session.execute(_reissued(), {"contract_id": wanted.contract_id}).all()
    months: defaultdict[dt.date, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        months[row.month].append(row)
    for _, group in sorted(months.items(), reverse=True):
        asked_for = not wanted.bill_ids or any(row.bill_id in wanted.bill_ids for row in group)
        reduction = _reduction(head, group) if asked_for else None
        if reduction is not None and reduction.decided_on <= today:
            return reduction
    raise nothing(wanted.kind)


def _reduction(head: NoticeHead, rows: Iterable[Row[Any]]) -> Reduction | None:
    bills: defaultdict[int, dict[Account, Row[Any]]] = defaultdict(dict)
    for row in rows:
        bills[row.sequence][row.account] = row
    valid = [order for order, bill in bills.items() if _water(bill).corrected_on is None]
    taken_back = [order for order, bill in bills.items() if _water(bill).corrected_on is not None]
    if not valid or not taken_back or max(valid) < max(taken_back):
        return None
    before, after = bills[max(taken_back)], bills[max(valid)]
    old, new = _water(before), _water(after)
    reduction = Reduction(
        head=head,
        ground=ground_of(
            status_of(new.status_code),
            read_m3=new.read_m3,
            before_m3=old.usage_m3,
            after_m3=new.usage_m3,
        ),
        month=new.month,
        from_on=new.from_on,
        to_on=new.to_on,
        decided_on=old.corrected_on,
        due_on=max(row.due_on for row in after.values()),
        accounts=tuple(
            _reduced(before[each], after[each])
            for each in Account
            if {each} <= before.keys() & after.keys()
        ),
    )
    return reduction if reduction.yen > 0 else None


def _water(bill: dict[Account, Row[Any]]) -> Row[Any]:
    return bill[Account.WATER]


def _reduced(before: Row[Any], after: Row[Any]) -> Reduced:
    return Reduced(
        account=after.account,
        before_m3=_charged_m3(before),
        after_m3=_charged_m3(after),
        before_yen=before.yen,
        after_yen=after.yen,
        after_tax_yen=after.tax_yen,
        tax_percent=tariffs().coded(after.tariff).tax_percent,
        paid_yen=before.paid_yen,
    )


def _charged_m3(row: Row[Any]) -> int:
    m3: int = row.usage_m3 if row.account is Account.WATER else row.sewerage_m3 or 0
    return m3


@functools.cache
def _reissued() -> Select[*tuple[Any, ...]]:
    first, wrong = aliased(Bill), aliased(Debt)
    months = (
        select(first.month)
        .join(wrong, wrong.bill_id == first.id)
        .where(
            first.contract_id == bindparam("contract_id", type_=Integer),
            wrong.corrected_on.is_not(None),
        )
    )
    return (
        select(
            Bill.id.label("bill_id"),
            Bill.month,
            Bill.sequence,
            Bill.from_on,
            Bill.to_on,
            Bill.usage_m3,
            Bill.sewerage_m3,
            Bill.tariff,
            Reading.usage_m3.label("read_m3"),
            Reading.status_code,
            Debt.account,
            Debt.yen,
            Debt.tax_yen,
            Debt.due_on,
            Debt.corrected_on,
            debts.paid_yen().label("paid_yen"),
        )
        .join(Reading, Reading.id == Bill.reading_id)
        .join(Debt, Debt.bill_id == Bill.id)
        .where(Bill.contract_id == bindparam("contract_id", type_=Integer), Bill.month.in_(months))
        .order_by(Bill.month.desc(), Bill.sequence, Debt.id)
        .limit(_MOST)
    )
