"""When a backup was last made and last tried out, as the record of operations has it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from db.models import AuditEvent
from db.queries.backup_settings import backup_settings
from db.rules.backup_rule import is_missed
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class BackupHistory:
    """The last backup and the last drill; ``faults`` is how much the drill of ``tried`` found."""

    made_at: dt.datetime | None
    tried_at: dt.datetime | None = None
    tried: str = ""
    faults: int = 0


def backup_history(session: Session) -> BackupHistory:
    """What was done last, at whichever desk or by whichever command."""
    made_at, _ = _last(session, EventKind.BACKED_UP)
    tried_at, facts = _last(session, EventKind.BACKUP_DRILLED)
    if tried_at is None:
        return BackupHistory(made_at)
    return BackupHistory(made_at, tried_at, facts.get("file", ""), facts.get("faults", 0))


def backup_missed(session: Session, *, now: dt.datetime) -> dt.time | None:
    """The time of day whose last backup was not made; None if it was, or none is set.

    Raises RuleBroken ``setting.unreadable``.
    """
    at = backup_settings(session).at
    made_at, _ = _last(session, EventKind.BACKED_UP)
    return at if at is not None and is_missed(made_at, at, now=now) else None


def _last(session: Session, kind: EventKind) -> tuple[dt.datetime | None, dict[str, Any]]:
    row = session.execute(
        select(AuditEvent.at, AuditEvent.facts)
        .where(AuditEvent.kind == kind)
        .order_by(AuditEvent.at.desc(), AuditEvent.id.desc())
        .limit(1)
    ).one_or_none()
    return (None, {}) if row is None else (row.at, json.loads(row.facts))
