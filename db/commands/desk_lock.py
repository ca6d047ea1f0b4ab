"""Recording that a desk was locked, by its clerk or because nobody touched it, and opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commands.audit import record
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor


def record_locked(session: Session, *, by: Actor, now: dt.datetime) -> None:
    """Record that the desk was locked while ``by`` was signed in."""
    record(session, EventKind.DESK_LOCKED, by=by, now=now)


def record_unlocked(session: Session, *, by: Actor, now: dt.datetime) -> None:
    """Record that ``by`` unlocked the desk with their own password."""
    record(session, EventKind.DESK_UNLOCKED, by=by, now=now)
