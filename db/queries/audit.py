"""Who did or saw what, and whether the record of it is still as it was sealed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Row, Text, func, select, type_coerce
from sqlalchemy.exc import DBAPIError

from db.models import AuditEvent, AuditSeal, Staff
from db.rules.sealing import FIRST_PREV, Finding, Sealed, Tampering, anchor_of, root_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from db.rules.sealing import Value
    from db.rules.words import EventKind

_ROWS_AT_ONCE: Final = 5000


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event; ``staff_name`` is None where nobody was known, ``facts`` hold codes."""

    id: int
    at: dt.datetime
    kind: EventKind
    staff_id: int | None
    staff_name: str | None
    desk: str
    customer_id: int | None
    contract_id: int | None
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AuditState:
    """How much of the audit is sealed; ``anchor`` is the last seal's, None before the first."""

    seals: int
    sealed: int
    unsealed: int
    anchor: str | None


def audit_events(
    session: Session,
    *,
    customer_id: int | None = None,
    staff_id: int | None = None,
    since: dt.datetime | None = None,
    limit: int = 200,
) -> tuple[EventLine, ...]:
    """The newest events first: of one customer (who saw them), of one staff member, or all."""
    question = (
        select(
            AuditEvent.id,
            AuditEvent.at,
            AuditEvent.kind,
            AuditEvent.staff_id,
            Staff.name,
            AuditEvent.desk,
            AuditEvent.customer_id,
            AuditEvent.contract_id,
            AuditEvent.facts,
        )
        .join(Staff, Staff.id == AuditEvent.staff_id, isouter=True)
        .order_by(AuditEvent.at.desc(), AuditEvent.id.desc())
        .limit(limit)
    )
    if customer_id is not None:
        question = question.where(AuditEvent.customer_id == customer_id)
    if staff_id is not None:
        question = question.where(AuditEvent.staff_id == staff_id)
    if since is not None:
        question = question.where(AuditEvent.at >= since)
    return tuple(EventLine(*row[:-1], json.loads(row[-1])) for row in session.execute(question))


def audit_state(session: Session) -> AuditState:
    """How far the audit is sealed."""
    seals, sealed, up_to = session.execute(
        select(func.count(), func.sum(AuditSeal.count), func.max(AuditSeal.up_to))
    ).one()
    unsealed = select(func.count()).where(AuditEvent.id > (up_to or 0))
    return AuditState(seals, sealed or 0, session.scalar(unsealed) or 0, anchor(session))


def anchor(session: Session) -> str | None:
    """The last seal's first 16 hex digits, to be printed and kept outside the database."""
    root = session.scalar(select(AuditSeal.root).order_by(AuditSeal.id.desc()).limit(1))
    return None if root is None else anchor_of(root)


def sealable_events(session: Session, after: int | None, up_to: int) -> Iterator[Sequence[Value]]:
    """The events above the id ``after`` up to ``up_to``, in the form in which they are sealed.

    Every value is read as the text or number that is stored, so that a value which the program
    could not have written is still hashed, and found, rather than failing the reading.
    """
    question = (
        select(
            AuditEvent.id,
            _utc_text(session, AuditEvent.at),
            type_coerce(AuditEvent.kind, Text),
            AuditEvent.staff_id,
            AuditEvent.desk,
            AuditEvent.customer_id,
            AuditEvent.contract_id,
            AuditEvent.facts,
        )
        .where(AuditEvent.id <= up_to)
        .order_by(AuditEvent.id)
        .execution_options(yield_per=_ROWS_AT_ONCE)
    )
    if after is not None:
        question = question.where(AuditEvent.id > after)
    for row in session.execute(question):
        yield tuple(row)


def check_audit(session: Session, *, printed_anchor: str | None = None) -> tuple[Finding, ...]:
    """Everything that was done to sealed events since they were sealed; nothing if all is well.

    Only ``printed_anchor``, kept outside the database, shows that the end was cut off with its
    seals, or that everything was sealed anew.
    """
    findings: list[Finding] = []
    prev, after, anchors = FIRST_PREV, None, set()
    for seal in session.execute(_seals(session)).all():
        kind = _tampering(session, seal, prev, after)
        if kind is not None:
            findings.append(Finding(kind, seal.id, after or 0, seal.up_to))
        prev, after = seal.root, max(seal.up_to, after or 0)
        anchors.add(anchor_of(seal.root))
    if printed_anchor is not None and printed_anchor not in anchors:
        findings.append(Finding(Tampering.ANCHOR_UNKNOWN))
    return tuple(findings)


def _seals(session: Session) -> Any:
    return select(
        AuditSeal.id,
        AuditSeal.up_to,
        AuditSeal.count.label("covers"),
        AuditSeal.root,
        AuditSeal.prev,
        _utc_text(session, AuditSeal.sealed_at).label("sealed_at"),
    ).order_by(AuditSeal.id)


def _tampering(session: Session, seal: Row[Any], prev: str, after: int | None) -> Tampering | None:
    if seal.prev != prev or seal.up_to <= (after or 0):
        return Tampering.SEAL_BROKEN
    sealed = Sealed(seal.prev, seal.up_to, seal.sealed_at)
    try:
        count, root = root_of(sealed, sealable_events(session, after, seal.up_to))
    except DBAPIError as error:
        if "decode" not in str(error.orig):
            raise
        return Tampering.UNREADABLE  # SQLite stores bytes that are no text, if told to
    if root == seal.root:
        return None if count == seal.covers else Tampering.SEAL_BROKEN
    if count == seal.covers:
        return Tampering.CHANGED
    return Tampering.REMOVED if count < seal.covers else Tampering.INSERTED


def _utc_text(session: Session, instant: Any) -> ColumnElement[str]:
    if session.get_bind().dialect.name == "sqlite":
        return func.replace(type_coerce(instant, Text), " ", "T")
    return func.to_char(func.timezone("UTC", instant), 'YYYY-MM-DD"T"HH24:MI:SS.US')
