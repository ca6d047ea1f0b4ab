"""Fills in the payment notice, and the slip that is issued anew (納付書（再発行）)."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Final

from sqlalchemy import Integer, bindparam, case, func, select

from db.errors import RuleBroken
from db.models import Bill, Debt, Document, DocumentDebt
from db.queries import debts
from db.queries.bills_asked import bills_asked
from db.queries.settings import bureau_facts
from db.rules.due_dates import next_open_day
from db.rules.paper import PaperKind
from db.rules.payment_notice import PaymentNotice

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from db.rules.notice_facts import BillAsked, NoticeHead, Wanted

MOST_REISSUES: Final = 9
_MOST_BILLS: Final = 400


def fill(session: Session, wanted: Wanted, head: NoticeHead, today: dt.date) -> PaymentNotice:
    """One slip for the bills that are wanted, of whichever of the customer's locations.

    Where none is named, it is for every unpaid bill of the contract. Raises ``notice.nothing``, and
    ``slip.too_many_reissues`` for what was issued anew nine times already.
    """
    bill_ids = wanted.bill_ids or _unpaid_bills(session, wanted.contract_id, today)
    bills = bills_asked(session, bill_ids, today)
    if not bills:
        raise RuleBroken("notice.nothing", kind=wanted.kind)
    days = {debt.due_on for bill in bills for debt in bill.debts}
    due_on = min(days) if len(days) == 1 else None
    if wanted.kind is not PaperKind.REISSUED_SLIP:
        return PaymentNotice(head, bills, due_on)
    return PaymentNotice(
        head,
        bills,
        due_on,
        handle_until=_handle_until(session, bills, head.settings.slip_days, today),
        reissue=_next_reissue(session, bills),
        reissued_on=today,
    )


def _handle_until(
    session: Session, bills: tuple[BillAsked, ...], days: int, today: dt.date
) -> dt.date:
    closed = bureau_facts(session).extra_closed_days
    last = next_open_day(today + dt.timedelta(days=days), closed)
    # water lives on past its limitation: that day bounds nothing any more
    ends = (debt.limitation_on for bill in bills for debt in bill.debts)
    return min([last, *(day for day in ends if day >= today)])


def _next_reissue(session: Session, bills: tuple[BillAsked, ...]) -> int:
    ids = [debt_id for bill in bills for debt_id in bill.debt_ids]
    so_far = session.scalar(_reissues(ids)) or 0
    if so_far >= MOST_REISSUES:
        raise RuleBroken("slip.too_many_reissues", count=so_far)
    return so_far + 1


def _reissues(debt_ids: list[int]) -> Select[int]:
    """Counts the slips that were issued anew for exactly these debts."""
    touching = (
        select(DocumentDebt.document_id)
        .join(Document, Document.id == DocumentDebt.document_id)
        .where(DocumentDebt.debt_id == debt_ids[0], Document.kind == PaperKind.REISSUED_SLIP)
    )
    among = func.sum(case((DocumentDebt.debt_id.in_(debt_ids), 1), else_=0))
    exactly = (
        select(DocumentDebt.document_id)
        .where(DocumentDebt.document_id.in_(touching))
        .group_by(DocumentDebt.document_id)
        .having(func.count() == len(debt_ids), among == len(debt_ids))
        .subquery()
    )
    return select(func.count()).select_from(exactly)


def _unpaid_bills(session: Session, contract_id: int, today: dt.date) -> tuple[int, ...]:
    asked = {"contract_id": contract_id, "today": today}
    return tuple(session.scalars(_unpaid(), asked))


@functools.cache
def _unpaid() -> Select[int]:
    asked_for = debts.is_asked_for(debts.TODAY)
    return (
        select(Bill.id)
        .join(Debt, Debt.bill_id == Bill.id)
        .where(Bill.contract_id == bindparam("contract_id", type_=Integer), asked_for)
        .distinct()
        .limit(_MOST_BILLS)
    )
