"""Sealing the audit, so that a later change to it shows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from db.errors import OutOfReach
from db.models import AuditEvent, AuditSeal
from db.queries.audit import sealable_events
from db.rules.sealing import FIRST_PREV, Sealed, anchor_of, root_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WAIT_FOR_WRITERS: Final = "5s"


def seal(session: Session, *, now: dt.datetime) -> str | None:
    """Seal every event after the last seal; gives the anchor, None when there is nothing new.

    Raises OutOfReach ``locked`` when somebody writes an event and does not finish.
    """
    _wait_for_writers(session)
    last = session.execute(
        select(AuditSeal.up_to, AuditSeal.root).order_by(AuditSeal.id.desc()).limit(1)
    ).one_or_none()
    after, prev = last or (None, FIRST_PREV)
    up_to = session.scalar(select(func.max(AuditEvent.id)))
    if up_to is None or up_to <= (after or 0):
        return None
    sealed = Sealed(prev, up_to, now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f"))
    count, root = root_of(sealed, sealable_events(session, after, up_to))
    session.add(AuditSeal(up_to=up_to, count=count, root=root, prev=prev, sealed_at=now))
    session.flush()
    return anchor_of(root)


def _wait_for_writers(session: Session) -> None:
    if session.get_bind().dialect.name != "postgresql":
        return  # SQLite has one writer at a time, and this session is it
    # An id is drawn when an event is inserted, and seen when its transaction commits: an event
    # with a lower id may appear after one with a higher. The lock waits until those who have drawn
    # an id have committed and keeps others from drawing one, so no event ever appears below a
    # seal. Readers go on. Whoever inserts after it waits too, so it is not waited for long.
    try:
        session.execute(text(f"SET LOCAL lock_timeout = '{_WAIT_FOR_WRITERS}'"))
        session.execute(text("LOCK TABLE audit_event IN SHARE ROW EXCLUSIVE MODE"))
    except OperationalError as error:
        raise OutOfReach("locked") from error
