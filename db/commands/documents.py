"""Issuing a document, showing it, printing it, and what became of it in the post."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from db.commands.audit import record
from db.commands.document_access import (
    customer_of,
    locked_document,
    require_free,
    require_issuing,
    told_to,
)
from db.commands.document_files import Place, keep_document, keep_file
from db.commands.member_acts import require_visible
from db.commands.number_series import next_number
from db.commands.permission import allow
from db.commands.print_events import let_out
from db.commands.requests import keep_outcome, outcome_of
from db.errors import RuleBroken
from db.models import Document, PrintEvent
from db.queries.documents import already_printed, document_pdf
from db.queries.notice_catalogue import facts_for
from db.queries.protections import is_protected
from db.rules.contact_words import Channel
from db.rules.member_words import Procedure
from db.rules.paper import PaperWay
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.words import EventKind, Role

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.queries.notice_catalogue import Notice
    from db.rules.issuer import Issuer
    from db.rules.notice_facts import Wanted
    from db.rules.paper import PaperKind, PaperLanguage
    from db.rules.slip_stops import SlipStop

_LONGEST: Final = 200


class RenderedLike(Protocol):
    """A file of notices, and where in it each one stands."""

    @property
    def data(self) -> bytes:
        """The file."""

    @property
    def first_pages(self) -> tuple[int, ...]:
        """On which page each notice begins, from 1."""

    @property
    def pages(self) -> tuple[int, ...]:
        """How many pages each notice has."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that is issued, and its file as it is kept."""

    document_id: int
    number: str
    kind: PaperKind
    data: bytes = field(repr=False)


def issue(
    session: Session,
    wanted: Wanted,
    *,
    render: Callable[[Sequence[Notice]], RenderedLike],
    language: PaperLanguage,
    issuer: Issuer,
    contact_id: int | None,
    key: str,
    by: Actor,
    now: dt.datetime,
    in_spite_of: AbstractSet[str] = frozenset(),
) -> Issued:
    """Issue a notice to a customer and keep it; the same ``key`` again gives the same document.

    ``in_spite_of`` are the codes of the stops that the clerk has been told of. Raises
    ``permission.denied``, ``contract.gone``, ``customer.gone``, ``bill.other_customer``,
    ``identity.…``, ``contact.…``, ``slip.…``, ``request.under_way``, and as ``facts_for``.
    """
    role = require_issuing(session, wanted.kind, by=by, now=now)
    customer_id = customer_of(session, wanted)
    require_visible(session, customer_id, role)
    done = outcome_of(session, key)
    if done is not None:
        return _issued(session, int(done["document_id"]))
    told_to(session, customer_id, contact_id, role=role, by=by)
    stops = require_free(session, wanted, in_spite_of, day_in_japan(now))
    number = next_number(session, wanted.kind, day_in_japan(now))
    facts = facts_for(session, wanted, issuer=issuer, now=now, number=number)
    document = _keep(session, wanted, facts, render((facts,)), language=language, by=by)
    spite = " ".join(_short(stop) for stop in stops) or None
    issued = EventKind.DOCUMENT_ISSUED
    _record(session, issued, document, contact_id, by=by, now=now, in_spite_of=spite)
    outcome = {"document_id": document.id}
    keep_outcome(session, key, kind=Procedure.DOCUMENT, outcome=outcome, by=by, now=now)
    return _issued(session, document.id)


def record_view(
    session: Session, document_id: int, *, contact_id: int | None, by: Actor, now: dt.datetime
) -> None:
    """Record that a document is about to be shown.

    Raises ``permission.denied``, ``document.gone``, ``customer.gone``, ``identity.…`` and
    ``contact.…``.
    """
    role = allow(session, by, Action.ISSUE_DOCUMENT, now)
    document = locked_document(session, document_id, role)
    told_to(session, document.customer_id, contact_id, role=role, by=by)
    _record(session, EventKind.DOCUMENT_VIEWED, document, contact_id, by=by, now=now)


def record_print(
    session: Session,
    document_id: int,
    way: PaperWay,
    *,
    printer: str,
    copies: int,
    contact_id: int | None,
    by: Actor,
    now: dt.datetime,
) -> int:
    """Record that a document is about to leave, and give the id of its leaving.

    What nobody takes along at the counter is posted and marked so. Raises as ``record_view``.
    """
    role = allow(session, by, Action.ISSUE_DOCUMENT, now)
    document = locked_document(session, document_id, role)
    channel = told_to(session, document.customer_id, contact_id, role=role, by=by)
    left = let_out(session, document_id, way=way, printer=printer, copies=copies, by=by, now=now)
    by_post = role is Role.PHONE or channel not in (None, Channel.COUNTER)
    anew = document.mailed_on is None or document.returned_on is not None
    if by_post and way is PaperWay.PRINTER and anew:
        document.mailed_on, document.returned_on = day_in_japan(now), None
    session.flush()
    told: dict[str, str | int | None] = {"to": way, "copies": copies}
    _record(session, EventKind.PRINTED, document, contact_id, by=by, now=now, **told)
    return left


def record_failure(
    session: Session, print_event_id: int, failure: str, *, by: Actor, now: dt.datetime
) -> None:
    """Record that a document did not leave after all, and why: so it is not in the post either.

    Raises ``permission.denied``, also for what another printed, ``document.gone``,
    ``customer.gone`` and ``record.changed``.
    """
    role = allow(session, by, Action.ISSUE_DOCUMENT, now)
    left = session.get(PrintEvent, print_event_id)
    if left is None:
        raise RuleBroken("document.gone", print_event_id=print_event_id)
    document = locked_document(session, left.document_id, role)
    if left.staff_id != by.staff_id:
        raise RuleBroken("permission.denied", action=Action.ISSUE_DOCUMENT)
    if left.failure:
        raise RuleBroken("record.changed")
    left.failure = " ".join(failure.split())[:_LONGEST] or "?"
    session.flush()
    day = day_in_japan(left.at)
    if document.mailed_on == day and already_printed(session, document.id, day) is None:
        document.mailed_on = None
    _record(session, EventKind.PRINT_FAILED, document, None, by=by, now=now, to=left.way)


def mark_mailed(
    session: Session, document_id: int, *, version: int, by: Actor, now: dt.datetime
) -> None:
    """Note that a document was put in the post; what came back may go out again.

    Raises ``permission.denied``, ``document.gone``, ``customer.gone`` and ``record.changed``.
    """
    role = allow(session, by, Action.ISSUE_DOCUMENT, now)
    document = locked_document(session, document_id, role, version=version)
    document.mailed_on, document.returned_on = day_in_japan(now), None
    _record(session, EventKind.DOCUMENT_MAILED, document, None, by=by, now=now)


def mark_returned(
    session: Session, document_id: int, *, version: int, by: Actor, now: dt.datetime
) -> None:
    """Note that a document came back from the post.

    Raises ``document.not_mailed`` for what was never posted, and as ``mark_mailed``.
    """
    role = allow(session, by, Action.ISSUE_DOCUMENT, now)
    document = locked_document(session, document_id, role, version=version)
    if document.mailed_on is None:
        raise RuleBroken("document.not_mailed", document_id=document_id)
    document.returned_on = day_in_japan(now)
    _record(session, EventKind.DOCUMENT_RETURNED, document, None, by=by, now=now)


def _keep(
    session: Session,
    wanted: Wanted,
    facts: Notice,
    rendered: RenderedLike,
    *,
    language: PaperLanguage,
    by: Actor,
) -> Document:
    customer_id = customer_of(session, wanted)
    file_id = keep_file(session, rendered.data)
    document_id = keep_document(
        session,
        facts,
        Place(file_id, rendered.first_pages[0], rendered.pages[0]),
        customer_id=customer_id,
        contract_id=wanted.contract_id,
        language=language,
        protected=is_protected(session, customer_id),
        by=by,
    )
    return session.get_one(Document, document_id)


def _issued(session: Session, document_id: int) -> Issued:
    document = session.get_one(Document, document_id)
    data = document_pdf(session, document_id).data
    return Issued(document.id, document.number, document.kind, data)


def _short(stop: SlipStop) -> str:
    return stop.partition(".")[2]


def _record(
    session: Session,
    kind: EventKind,
    document: Document,
    contact_id: int | None,
    *,
    by: Actor,
    now: dt.datetime,
    **facts: str | int | None,
) -> None:
    record(
        session,
        kind,
        by=by,
        now=now,
        customer_id=document.customer_id,
        contract_id=document.contract_id,
        contact=contact_id,
        document=document.id,
        paper=document.kind,
        number=document.number,
        yen=document.yen,
        **facts,
    )
