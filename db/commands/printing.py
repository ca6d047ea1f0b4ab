"""What leaves on paper, or as the file of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commands.audit import record
from db.commands.permission import allow
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.paper import PaperKind, PaperWay


def record_print(
    session: Session,
    kind: PaperKind,
    *,
    receipt: str,
    customer_id: int | None,
    by: Actor,
    now: dt.datetime,
    to: PaperWay,
) -> None:
    """Record that a paper is about to leave; what is on it is never recorded.

    Raises RuleBroken ``permission.denied``.
    """
    allow(session, by, Action.HANDLE_MEMBERSHIP, now)
    record(
        session,
        EventKind.PRINTED,
        by=by,
        now=now,
        customer_id=customer_id,
        what=kind,
        receipt=receipt,
        to=to,
    )
