"""Doing an act once: a form sent off twice finds the outcome of the first time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from db.errors import RuleBroken
from db.models import Request

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.rules.member_words import Procedure

_KEY: Final = 36
_LONGEST: Final = 2000


def outcome_of(session: Session, key: str) -> dict[str, Any] | None:
    """What came of the act with this key; None when it was not done yet."""
    text = session.scalar(select(Request.outcome).where(Request.key == key).limit(1))
    return None if text is None else dict(json.loads(text))


def keep_outcome(
    session: Session,
    key: str,
    *,
    kind: Procedure,
    outcome: dict[str, Any],
    by: Actor,
    now: dt.datetime,
) -> None:
    """Keep what came of an act, in its transaction; ``key`` is a UUID, the outcome no secret.

    Raises ``request.under_way`` when the same form was sent off in another window at once: then
    nothing of this transaction happens, and ``outcome_of`` will tell.
    """
    text = json.dumps(outcome, ensure_ascii=False, sort_keys=True)
    if len(key) != _KEY or len(text) > _LONGEST:
        raise ValueError(f"not a key and an outcome: {len(key)}, {len(text)} characters")
    session.flush()  # what the act itself breaks is not mistaken for a repetition
    row = {"key": key, "kind": kind, "staff_id": by.staff_id, "at": now, "outcome": text}
    try:
        session.execute(insert(Request).values(**row))
    except IntegrityError as error:
        raise RuleBroken("request.under_way") from error
