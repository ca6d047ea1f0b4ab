"""What notices of each kind could be written about: one row a debt, read in one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Select, false, func, literal, or_, select

from db.models import Bill, Contract, Debt, Document, DocumentDebt, Overpayment
from db.queries import debts
from db.rules.paper import DUNNING, PaperKind
from db.rules.periods import Cycle
from db.rules.words import Account, CollectionState, OverpaymentWay, PaymentMethod

if TYPE_CHECKING:
    import datetime as dt

    from db.rules.batch_criteria import BatchCriteria

_CUTTING_OFF: Final = (PaperKind.CUTOFF_WARNING, PaperKind.CUTOFF_EXECUTION)
_WAYS: Final = {
    PaperKind.REFUND: OverpaymentWay.REFUND,
    PaperKind.SET_OFF: OverpaymentWay.SET_OFF,
}

ASKING: Final = frozenset({PaperKind.PAYMENT_NOTICE, PaperKind.DEBIT_FAILED, *DUNNING})
"""The kinds that ask for money: of these a part may be left out, and a minimum be set."""

BY_BILL: Final = frozenset({PaperKind.PAYMENT_NOTICE, PaperKind.DEBIT_FAILED})
"""The kinds that ask for a bill as a whole: the debts of one are never told apart."""


def candidate_rows(criteria: BatchCriteria, on: dt.date) -> Select[*tuple[Any, ...]]:
    """The statement for a kind; ``on`` is the day on which the notices are dated.

    Its columns: ``contract_id``, ``customer_id``, ``bill_id``, ``debt_id``, ``account``, ``yen``,
    ``due_on``, ``limitation_on``, ``collection``, ``is_extinguished``, ``is_reported``,
    ``is_sent``.
    """
    kind = criteria.kind
    if kind in _WAYS:
        statement = _overpaid(kind)
    elif kind in ASKING:
        statement = _owed(kind, on)
    else:
        statement = _billed(kind, on)
    return statement.where(*_chosen(criteria)).order_by(Bill.contract_id, Bill.month, Debt.id)


def _owed(kind: PaperKind, on: dt.date) -> Select[*tuple[Any, ...]]:
    if kind is PaperKind.DEBIT_FAILED:
        tried_on = func.coalesce(Debt.collection_on, Debt.due_on)
        sent = _written_before(kind, Document.issued_on >= tried_on)
    elif kind in DUNNING:
        sent = false()  # the rules of dunning say whether a step may be taken once more
    else:
        sent = _asked_before(kind)
    yen = Debt.yen - debts.paid_yen()
    return _joined(_columns(yen, on, sent)).where(debts.is_unpaid(), *_which(kind, on))


def _billed(kind: PaperKind, on: dt.date) -> Select[*tuple[Any, ...]]:
    if kind is PaperKind.READING_NOTICE:
        sent = _written_before(kind, Document.month == Bill.month)
    else:
        sent = _written_before(kind)
    return _joined(_columns(Debt.yen, on, sent)).where(
        Debt.corrected_on.is_(None), *_which(kind, on)
    )


def _overpaid(kind: PaperKind) -> Select[*tuple[Any, ...]]:
    sent = _written_before(kind, Document.issued_on >= Overpayment.found_on)
    columns = _columns(Overpayment.yen, None, sent)
    return (
        _joined(columns)
        .join(Overpayment, Overpayment.debt_id == Debt.id)
        .where(Overpayment.way == _WAYS[kind])
    )


def _columns(yen: Any, on: dt.date | None, sent: ColumnElement[bool]) -> tuple[Any, ...]:
    extinguished = literal(value=False) if on is None else debts.is_extinguished(on)
    return (
        Bill.contract_id,
        Contract.customer_id,
        Bill.id.label("bill_id"),
        Debt.id.label("debt_id"),
        Debt.account,
        yen.label("yen"),
        Debt.due_on,
        Debt.limitation_on,
        Debt.collection,
        extinguished.label("is_extinguished"),
        (debts.reported_yen() > 0).label("is_reported"),
        sent.label("is_sent"),
    )


def _joined(columns: tuple[Any, ...]) -> Select[*tuple[Any, ...]]:
    return (
        select(*columns)
        .select_from(Debt)
        .join(Bill, Bill.id == Debt.bill_id)
        .join(Contract, Contract.id == Bill.contract_id)
    )


def _which(kind: PaperKind, on: dt.date) -> tuple[ColumnElement[bool], ...]:
    not_due, overdue = Debt.due_on >= on, Debt.due_on < on
    in_use = or_(Contract.ended_on.is_(None), Contract.ended_on >= on)
    by_debit = Contract.payment_method == PaymentMethod.DEBIT
    on_their_way = (CollectionState.PLANNED, CollectionState.REQUESTED)
    if kind in _CUTTING_OFF:
        return (overdue, Debt.account == Account.WATER, in_use)
    if kind in DUNNING:
        return (overdue,)
    return {
        PaperKind.PAYMENT_NOTICE: (not_due, Contract.payment_method == PaymentMethod.SLIP),
        PaperKind.READING_NOTICE: (not_due,),
        PaperKind.DEBIT_STARTED: (not_due, by_debit, Debt.collection.in_(on_their_way)),
        PaperKind.DEBIT_FAILED: (Debt.collection == CollectionState.FAILED,),
    }[kind]


def _chosen(criteria: BatchCriteria) -> list[ColumnElement[bool]]:
    chosen: list[ColumnElement[bool]] = []
    if criteria.due_from is not None:
        chosen.append(Debt.due_on >= criteria.due_from)
    if criteria.due_to is not None:
        chosen.append(Debt.due_on <= criteria.due_to)
    if criteria.cycle is not None:
        parity = func.extract("month", Bill.month) % 2
        chosen.append(parity == (0 if criteria.cycle is Cycle.EVEN else 1))
    return chosen


def _asked_before(kind: PaperKind) -> ColumnElement[bool]:
    papers = select(DocumentDebt.debt_id).join(Document, Document.id == DocumentDebt.document_id)
    of_it = papers.where(DocumentDebt.debt_id == Debt.id, Document.kind == kind, _arrived())
    return of_it.correlate(Debt).exists()


def _written_before(kind: PaperKind, *when: ColumnElement[bool]) -> ColumnElement[bool]:
    of_it = select(Document.id).where(
        Document.kind == kind, Document.contract_id == Bill.contract_id, _arrived(), *when
    )
    return of_it.correlate(Bill, Debt, Overpayment).exists()


def _arrived() -> ColumnElement[bool]:
    # a paper that came back has told nobody anything: it may be sent again
    return Document.returned_on.is_(None)
