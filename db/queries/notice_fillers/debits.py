"""Fills in the notices about direct debit: that it begins, and that one failed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, Row, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from db.models import Contract, ContractParty, Customer, DebitAccount
from db.models.types import Day
from db.queries.notice_fillers.chosen_bills import chosen, nothing, valid_bills
from db.rules.debit_notices import DebitedFrom, DebitFailed, DebitStarted, FailedDebit, UnpaidDebt
from db.rules.periods import billed_month, months_before
from db.rules.words import CollectionState, PartyRole, PaymentMethod

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.queries.billing import BillRow
    from db.rules.notice_facts import NoticeHead, Wanted

_TO_COME: Final = (CollectionState.PLANNED, CollectionState.REQUESTED)
_MONTHS_A_BILL: Final = 2


def fill_started(
    session: Session, wanted: Wanted, head: NoticeHead, today: dt.date
) -> DebitStarted:
    """From which bill on: the one that is wanted, else the first whose debit is to come.

    Raises ``notice.nothing`` where nothing is debited, from a bank that nobody knows, or
    after the last bill of a contract that has ended.
    """
    account = _account(session, wanted.contract_id, today)
    if account is None or account.payment_method is not PaymentMethod.DEBIT:
        raise nothing(wanted.kind)
    bills = valid_bills(session, wanted.contract_id, today=today)
    named = chosen(bills, wanted) if wanted.bill_ids else ()
    to_come = tuple(bill for bill in bills if bill.collection in _TO_COME)
    first = (named or to_come)[-1:]
    if first:
        return DebitStarted(head, _debited_from(account), first[0].month, first[0].due_on)
    if account.ended_on is not None:
        raise nothing(wanted.kind)
    return DebitStarted(head, _debited_from(account), _next_month(bills, today), None)


def fill_failed(session: Session, wanted: Wanted, head: NoticeHead, today: dt.date) -> DebitFailed:
    """What could not be debited and is still unpaid; raises ``notice.nothing`` without any."""
    bills = chosen(valid_bills(session, wanted.contract_id, today=today), wanted)
    failed = tuple(each for bill in reversed(bills) for each in _failed(bill))
    if not failed:
        raise nothing(wanted.kind)
    account = _account(session, wanted.contract_id, today)
    return DebitFailed(head, account and _debited_from(account), failed)


def _failed(bill: BillRow) -> tuple[FailedDebit, ...]:
    failed = [
        debt for debt in bill.debts if debt.collection is CollectionState.FAILED and debt.unpaid_yen
    ]
    if not failed:
        return ()
    return (
        FailedDebit(
            month=bill.month,
            from_on=bill.from_on,
            to_on=bill.to_on,
            tried_on=max(debt.collection_on or debt.due_on for debt in failed),
            payment_number=bill.payment_number,
            unpaid=tuple(UnpaidDebt(debt.account, debt.unpaid_yen) for debt in failed),
        ),
    )


def _next_month(bills: tuple[BillRow, ...], today: dt.date) -> dt.date:
    return months_before(bills[0].month, -_MONTHS_A_BILL) if bills else billed_month(today)


def _debited_from(row: Row[Any]) -> DebitedFrom:
    return DebitedFrom(row.bank, row.branch, row.holder, row.holder_kind)


def _account(session: Session, contract_id: int, today: dt.date) -> Row[Any] | None:
    return session.execute(
        _debit_account(), {"contract_id": contract_id, "today": today}
    ).one_or_none()


@functools.cache
def _debit_account() -> Select[*tuple[Any, ...]]:
    today = bindparam("today", type_=Day())
    holder = aliased(Customer)
    in_force = and_(
        ContractParty.contract_id == Contract.id,
        ContractParty.role == PartyRole.ACCOUNT_HOLDER,
        ContractParty.started_on <= today,
        or_(ContractParty.ended_on.is_(None), ContractParty.ended_on >= today),
    )
    return (
        select(
            DebitAccount.bank,
            DebitAccount.branch,
            Contract.payment_method,
            Contract.ended_on,
            func.coalesce(holder.name, Customer.name).label("holder"),
            func.coalesce(holder.kind, Customer.kind).label("holder_kind"),
        )
        .join(Contract, Contract.id == DebitAccount.contract_id)
        .join(Customer, Customer.id == Contract.customer_id)
        .outerjoin(ContractParty, in_force)
        .outerjoin(holder, holder.id == ContractParty.customer_id)
        .where(Contract.id == bindparam("contract_id", type_=Integer))
        .order_by(ContractParty.started_on.desc(), ContractParty.id.desc())
        .limit(1)
    )
