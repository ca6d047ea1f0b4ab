"""Registering a paper that comes from another act: a login letter, a control copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from db.commands.audit import record
from db.commands.document_files import keep_file
from db.commands.member_acts import require_visible
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import Document
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.paper import PaperKind, PaperLanguage


def register_paper(
    session: Session,
    kind: PaperKind,
    receipt: str,
    *,
    customer_id: int,
    language: PaperLanguage,
    pages: int,
    by: Actor,
    now: dt.datetime,
    data: bytes | None = None,
) -> int:
    """List a paper among the customer's documents under its receipt number, and give its id.

    Without ``data`` its file is not kept: what holds a secret never is. Of one receipt a paper is
    listed once, however often it is printed. Raises ``permission.denied``, ``customer.gone`` and
    ``request.under_way``.
    """
    role = allow(session, by, Action.HANDLE_MEMBERSHIP, now)
    require_visible(session, customer_id, role)
    same = select(Document.id).where(Document.kind == kind, Document.number == receipt).limit(1)
    known = session.scalar(same)
    if known is not None:
        return known
    document = Document(
        kind=kind,
        number=receipt,
        customer_id=customer_id,
        file_id=None if data is None else keep_file(session, data),
        pages=pages,
        language=language,
        issued_on=day_in_japan(now),
        issued_at=now,
        issued_by=by.staff_id,
    )
    _add(session, document)
    told: dict[str, Any] = {"paper": kind, "number": receipt}
    issued = EventKind.DOCUMENT_ISSUED
    record(session, issued, by=by, now=now, customer_id=customer_id, document=document.id, **told)
    return document.id


def _add(session: Session, document: Document) -> None:
    session.add(document)
    try:
        session.flush()
    except IntegrityError as error:
        raise RuleBroken("request.under_way") from error
