"""Recording who did or saw what, in the transaction of the act."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.models import AuditEvent

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.rules.words import EventKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and at which desk; ``staff_id`` is None before anybody is known."""

    staff_id: int | None
    desk: str


def record(
    session: Session,
    kind: EventKind,
    *,
    by: Actor,
    now: dt.datetime,
    customer_id: int | None = None,
    contract_id: int | None = None,
    **facts: str | int | None,
) -> None:
    """Add one event; ``facts`` hold criteria and kinds, never results, secrets or values seen."""
    session.add(
        AuditEvent(
            at=now,
            kind=kind,
            staff_id=by.staff_id,
            desk=by.desk,
            customer_id=customer_id,
            contract_id=contract_id,
            facts=json.dumps(facts, ensure_ascii=False, sort_keys=True),
        )
    )
