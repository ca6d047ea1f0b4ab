"""What leaves on paper, or as the file of a paper, without having been issued by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.commands.audit import record
from db.commands.paper_register import register_paper
from db.commands.permission import allow
from db.commands.print_events import let_out
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.paper import PaperKind, PaperLanguage, PaperWay


@dataclass(frozen=True, slots=True)
class PaperOfAct:
    """A paper about an act, named by the act's receipt; ``data`` is its file if it may be kept."""

    kind: PaperKind
    receipt: str
    customer_id: int
    language: PaperLanguage
    pages: int
    copies: int = 1
    data: bytes | None = field(default=None, repr=False)


def record_print(
    session: Session,
    paper: PaperOfAct,
    *,
    to: PaperWay,
    printer: str = "",
    by: Actor,
    now: dt.datetime,
) -> int:
    """Record that a paper is about to leave, list it, and give the id of its leaving.

    What is on it is never recorded. Raises ``permission.denied``, ``customer.gone`` and
    ``request.under_way``.
    """
    allow(session, by, Action.HANDLE_MEMBERSHIP, now)
    document_id = register_paper(
        session,
        paper.kind,
        paper.receipt,
        customer_id=paper.customer_id,
        language=paper.language,
        pages=paper.pages,
        by=by,
        now=now,
        data=paper.data,
    )
    left = let_out(
        session, document_id, way=to, printer=printer, copies=paper.copies, by=by, now=now
    )
    record(
        session,
        EventKind.PRINTED,
        by=by,
        now=now,
        customer_id=paper.customer_id,
        what=paper.kind,
        receipt=paper.receipt,
        to=to,
    )
    return left
