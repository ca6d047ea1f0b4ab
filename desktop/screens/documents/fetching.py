"""What the room asks of the database, each in one short session."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from db.commands.documents import mark_mailed, mark_returned, record_view
from db.queries.billing import billing_history
from db.queries.documents import document_pdf, documents_of
from db.queries.unpaid_bills import unpaid_bills
from db.rules.contact_words import Channel, CheckResult, Disclosure
from db.rules.identity import may_be_told
from db.rules.words import PaymentState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from db.queries.documents import DocumentFacts, StoredPdf
    from db.queries.unpaid_bills import UnpaidBill
    from desktop.case import Case
    from desktop.desk import Desk

_YEARS = 5
_SOMEBODY_SPEAKS = (Channel.COUNTER, Channel.PHONE)


@dataclass(frozen=True, slots=True)
class Bills:
    """What may be put on paper: the unpaid bills of all locations, and the months of this one."""

    unpaid: tuple[UnpaidBill, ...]
    here: tuple[tuple[int, dt.date], ...]


def may_see(case: Case) -> bool:
    """Whether whoever speaks, if anybody does, was found to be somebody who may know the bills."""
    known = case.identity
    if case.contact.channel not in _SOMEBODY_SPEAKS:
        return True
    if known is None or known.result is not CheckResult.PASSED:
        return False
    return Disclosure.BILLS in may_be_told(known.speaker)


def listing(case: Case, *, everywhere: bool) -> Callable[[Session], tuple[DocumentFacts, ...]]:
    """The documents of the location shown, or of all locations."""
    contract_id = None if everywhere else case.contract_id
    return partial(documents_of, customer_id=case.head.customer_id, contract_id=contract_id)


def opened(session: Session, *, document_id: int, contact_id: int, desk: Desk) -> StoredPdf:
    """The file of a document; that it is looked at is recorded first."""
    record_view(session, document_id, contact_id=contact_id, by=desk.actor, now=desk.now)
    return document_pdf(session, document_id)


def posted(session: Session, *, document: DocumentFacts, desk: Desk) -> None:
    """Note that a document was posted."""
    at, version = document.document_id, document.version
    mark_mailed(session, at, version=version, by=desk.actor, now=desk.now)


def returned(session: Session, *, document: DocumentFacts, desk: Desk) -> None:
    """Note that the post brought a document back."""
    at, version = document.document_id, document.version
    mark_returned(session, at, version=version, by=desk.actor, now=desk.now)


def choosing(case: Case, today: dt.date) -> Callable[[Session], Bills]:
    """The bills that a new document may be about."""
    customer_id, contract_id = case.head.customer_id, case.contract_id or 0
    return partial(_bills, customer_id=customer_id, contract_id=contract_id, today=today)


def _bills(session: Session, *, customer_id: int, contract_id: int, today: dt.date) -> Bills:
    history = billing_history(session, contract_id, today=today, years=_YEARS)
    valid = (bill for bill in history.rows if bill.state is not PaymentState.CORRECTED)
    return Bills(
        unpaid_bills(session, customer_id, today),
        tuple((bill.bill_id, bill.month) for bill in valid),
    )
