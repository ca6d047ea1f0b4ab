"""What left the program as a file or through the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.commands.audit import record
from db.models import Contract
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor


def record_export(
    session: Session,
    what: str,
    *,
    rows: int,
    contract_id: int | None,
    by: Actor,
    now: dt.datetime,
) -> None:
    """Record that ``rows`` rows left as ``what``, such as ``history_csv``; never what was in them.

    The event names the contract's customer too, whose data it was; a picture is one row.
    """
    record(
        session,
        EventKind.EXPORTED,
        by=by,
        now=now,
        customer_id=session.scalar(select(Contract.customer_id).where(Contract.id == contract_id)),
        contract_id=contract_id,
        what=what,
        rows=rows,
    )
