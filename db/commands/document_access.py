"""Who may let a document be seen or leave, and to whom: asked by every act on one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from db.commands.identity_checks import identified
from db.commands.member_acts import require_visible
from db.commands.own_contact import held_contact
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import Bill, Contract, Document
from db.queries.contacts import UNFINISHED
from db.queries.slip_warnings import slip_warnings
from db.rules.contact_words import Channel, ContactState, Disclosure
from db.rules.document_numbers import ASKING_TO_PAY
from db.rules.paper import DUNNING, PaperKind
from db.rules.permissions import Action, may, require
from db.rules.slip_stops import STOPPING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Set as AbstractSet

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.notice_facts import Wanted
    from db.rules.slip_stops import SlipStop
    from db.rules.words import Role

_FACE_TO_FACE: Final = (Channel.COUNTER, Channel.PHONE)


def require_issuing(session: Session, kind: PaperKind, *, by: Actor, now: dt.datetime) -> Role:
    """Go on only if the actor may issue such a document; dunning is for supervisors alone.

    Raises ``permission.denied``.
    """
    role = allow(session, by, Action.ISSUE_DOCUMENT, now)
    if kind in DUNNING:
        require(role, Action.RUN_BATCH)
    return role


def locked_document(
    session: Session, document_id: int, role: Role, *, version: int | None = None
) -> Document:
    """The document as it is now, until the transaction ends; with a ``version``, as it was shown.

    Raises ``document.gone``, ``customer.gone`` for what is about a customer whom this role does
    not know of, ``permission.denied`` for a daily sheet, and ``record.changed``.
    """
    this = select(Document).where(Document.id == document_id).with_for_update()
    document = session.scalar(this.execution_options(populate_existing=True))
    if document is None:
        raise RuleBroken("document.gone", document_id=document_id)
    if document.customer_id is not None:
        require_visible(session, document.customer_id, role)
    if document.kind is PaperKind.DAILY_SHEET:
        require(role, Action.PRINT_DAILY_SHEET)
    if version is not None and document.version != version:
        raise RuleBroken("record.changed")
    return document


def told_to(
    session: Session, customer_id: int | None, contact_id: int | None, *, role: Role, by: Actor
) -> Channel | None:
    """Through which channel somebody is told who may be; None where nobody is there.

    At the counter and by phone the speaker has to be known; in a letter and in office work nobody
    speaks, and what is printed goes to the registered address. Without a contact only supervisors
    handle documents. Raises ``identity.…``, ``contact.…`` and ``permission.denied``.
    """
    if customer_id is None:
        return None
    if contact_id is None:
        if not may(role, Action.RUN_BATCH):
            raise RuleBroken("identity.missing")
        return None
    contact = held_contact(session, contact_id)
    if contact.channel in _FACE_TO_FACE:
        identified(session, contact_id, customer_id, Disclosure.BILLS, by=by)
        return contact.channel
    if contact.staff_id != by.staff_id:
        raise RuleBroken("permission.denied", action=Action.RECORD_CONTACT)
    if contact.state not in UNFINISHED:
        raise RuleBroken("contact.ended", contact_id=contact_id)
    if contact.state is ContactState.PARKED:
        raise RuleBroken("contact.parked", contact_id=contact_id)
    if contact.customer_id != customer_id:
        raise RuleBroken("identity.missing")
    return contact.channel


def customer_of(session: Session, wanted: Wanted) -> int:
    """Whose contract it is about; raises ``contract.gone`` and ``bill.other_customer``."""
    owner = select(Contract.customer_id).where(Contract.id == wanted.contract_id).limit(1)
    customer_id = session.scalar(owner)
    if customer_id is None:
        raise RuleBroken("contract.gone", contract_id=wanted.contract_id)
    ids = set(wanted.bill_ids)
    theirs = (
        select(Bill.id)
        .join(Contract, Contract.id == Bill.contract_id)
        .where(Bill.id.in_(ids), Contract.customer_id == customer_id)
        .limit(len(ids))
    )
    strange = ids - set(session.scalars(theirs)) if ids else set()
    if strange:
        raise RuleBroken("bill.other_customer", bill_id=min(strange))
    return customer_id


def require_free(
    session: Session, wanted: Wanted, in_spite_of: AbstractSet[str], today: dt.date
) -> tuple[SlipStop, ...]:
    """Go on only if nothing stops asking for the bills, or the clerk knows of it and goes on.

    Gives what they go on in spite of. Raises the first stop they did not name:
    ``slip.debit_requested``, ``slip.payment_reported``, ``slip.instalments``, with the ``month``.
    """
    if wanted.kind not in ASKING_TO_PAY:
        return ()
    warnings = slip_warnings(session, wanted.bill_ids, today)
    found = {warning.code: warning for warning in warnings if warning.code in STOPPING}
    for stop in STOPPING:
        if stop in found and stop not in in_spite_of:
            raise RuleBroken(stop, month=found[stop].month)
    return tuple(stop for stop in STOPPING if stop in found)
