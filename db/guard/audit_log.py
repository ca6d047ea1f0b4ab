"""The seam through which the record of acts and looks is read: first the record of the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commands.audit_reading import (
    log_audit_export,
    log_audit_read,
    log_audit_verified,
    readable,
)
from db.commands.permission import allow
from db.queries.audit_log import (
    MOST_EXPORTED,
    PAGE,
    AuditFilter,
    AuditPage,
    AuditVerdict,
    audit_page,
    verify,
)
from db.rules.permissions import Action

if TYPE_CHECKING:
    import datetime as dt

    from db.commands.audit import Actor
    from db.engine import Database


def read_audit(
    database: Database,
    wanted: AuditFilter,
    *,
    before_id: int | None = None,
    limit: int = PAGE,
    by: Actor,
    now: dt.datetime,
) -> AuditPage:
    """A page of the record, a supervisor's of their own office; raises ``permission.denied``."""
    with database.writing() as session:
        allowed = log_audit_read(session, wanted, before_id=before_id, by=by, now=now)
    with database.reading() as session:
        return audit_page(session, filter=allowed, before_id=before_id, limit=limit)


def export_audit(
    database: Database, wanted: AuditFilter, *, by: Actor, now: dt.datetime
) -> AuditPage:
    """What of the record is to leave as a file, on record; raises ``permission.denied``."""
    with database.reading() as session:
        allowed = readable(session, wanted, by=by, now=now)
        page = audit_page(session, filter=allowed, limit=MOST_EXPORTED)
    with database.writing() as session:
        log_audit_export(session, allowed, rows=len(page.rows), by=by, now=now)
    return page


def verify_audit(
    database: Database, *, printed_anchor: str | None = None, by: Actor, now: dt.datetime
) -> AuditVerdict:
    """Whether the record is as it was sealed, on record; raises ``permission.denied``."""
    with database.reading() as session:
        allow(session, by, Action.VERIFY_AUDIT, now)
        verdict = verify(session, printed_anchor=printed_anchor)
    with database.writing() as session:
        log_audit_verified(session, verdict, by=by, now=now)
    return verdict
