"""Reading the record of acts and looks is an act of its own, and is recorded in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commands.audit import record
from db.commands.permission import allow
from db.errors import RuleBroken
from db.queries.audit_log import AuditFilter, AuditVerdict, confined
from db.queries.staff_accounts import office_of
from db.rules.permissions import Action, may
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor

EXPORT_NAME = "audit_csv"


def log_audit_read(
    session: Session,
    wanted: AuditFilter,
    *,
    before_id: int | None = None,
    by: Actor,
    now: dt.datetime,
) -> AuditFilter:
    """Record which events are about to be read, and give the filter they may be read by.

    That of a supervisor keeps to their own office. Raises ``permission.denied``, also for an
    office that is not theirs.
    """
    allowed = readable(session, wanted, by=by, now=now)
    record(
        session,
        EventKind.AUDIT_READ,
        by=by,
        now=now,
        customer_id=allowed.customer_id,
        staff=allowed.staff_id,
        office=allowed.office_id,
        kinds=" ".join(allowed.kinds),
        since=_text(allowed.since),
        until=_text(allowed.until),
        before=before_id,
    )
    return allowed


def readable(session: Session, wanted: AuditFilter, *, by: Actor, now: dt.datetime) -> AuditFilter:
    """The filter, confined to what the actor may read; raises ``permission.denied``."""
    role = allow(session, by, Action.READ_OFFICE_AUDIT, now)
    if may(role, Action.READ_AUDIT) or by.staff_id is None:
        return wanted
    own = office_of(session, by.staff_id)
    if wanted.office_id not in (None, own):
        raise RuleBroken("permission.denied", action=Action.READ_AUDIT)
    return confined(wanted, own)


def log_audit_export(
    session: Session, wanted: AuditFilter, *, rows: int, by: Actor, now: dt.datetime
) -> None:
    """Record that ``rows`` events left as a file; raises ``permission.denied``."""
    allow(session, by, Action.EXPORT, now)
    record(
        session,
        EventKind.EXPORTED,
        by=by,
        now=now,
        customer_id=wanted.customer_id,
        what=EXPORT_NAME,
        staff=wanted.staff_id,
        rows=rows,
    )


def log_audit_verified(
    session: Session, verdict: AuditVerdict, *, by: Actor, now: dt.datetime
) -> None:
    """Record that the seals were computed anew, and how many faults came out.

    Raises ``permission.denied``.
    """
    allow(session, by, Action.VERIFY_AUDIT, now)
    faults, anchor = len(verdict.findings), verdict.anchor
    record(session, EventKind.AUDIT_VERIFIED, by=by, now=now, faults=faults, anchor=anchor)


def _text(instant: dt.datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()
