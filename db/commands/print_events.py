"""That a document is about to leave, kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.models import PrintEvent

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.paper import PaperWay

_LONGEST: Final = 200


def let_out(
    session: Session,
    document_id: int,
    *,
    way: PaperWay,
    printer: str,
    copies: int,
    by: Actor,
    now: dt.datetime,
) -> int:
    """Keep that a document leaves by this way, and give the id of its leaving."""
    left = PrintEvent(
        document_id=document_id,
        at=now,
        staff_id=by.staff_id,
        desk=by.desk,
        way=way,
        printer=printer[:_LONGEST],
        copies=copies,
    )
    session.add(left)
    session.flush()
    return left.id
