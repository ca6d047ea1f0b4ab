"""The record of acts and looks (操作・閲覧記録) as it is read: who saw whom, who did what."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, RowMapping, Select, select, tuple_
from sqlalchemy.orm import aliased

from db.models import AuditEvent, Customer, Staff
from db.queries.audit import audit_state, check_audit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from db.rules.sealing import Finding
    from db.rules.words import EventKind

PAGE: Final = 200
MOST_EXPORTED: Final = 50_000


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which events are wanted; ``since`` counts, ``until`` no more, no ``kinds`` mean all.

    ``office_id`` keeps to the acts of those who work there now.
    """

    staff_id: int | None = None
    customer_id: int | None = None
    kinds: tuple[EventKind, ...] = ()
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    office_id: int | None = None


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One event; ``facts`` hold codes. Names are None where nobody was known or meant."""

    id: int
    at: dt.datetime
    kind: EventKind
    staff_id: int | None
    staff_name: str | None
    desk: str
    customer_id: int | None
    customer_name: str | None
    contract_id: int | None
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Events, the newest first; with ``more`` go on before the last one's id."""

    rows: tuple[AuditRow, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class AuditVerdict:
    """Whether the record is as it was sealed, and how far it is; ``anchor`` is for the sheet."""

    findings: tuple[Finding, ...]
    seals: int
    sealed: int
    unsealed: int
    anchor: str | None

    @property
    def sound(self) -> bool:
        """Whether nothing was done to what is sealed."""
        return not self.findings


def audit_page(
    session: Session,
    *,
    filter: AuditFilter,  # noqa: A002 as everybody calls it
    before_id: int | None = None,
    limit: int = PAGE,
) -> AuditPage:
    """The events that pass the filter, from the newest or from before one of them."""
    limit = min(limit, MOST_EXPORTED)
    statement = _events().where(*_conditions(filter)).limit(limit + 1)
    if before_id is not None:
        statement = statement.where(_before(before_id))
    rows = session.execute(statement).mappings().all()
    return AuditPage(tuple(map(_row, rows[:limit])), more=len(rows) > limit)


def who_saw(
    session: Session,
    customer_id: int,
    *,
    since: dt.datetime | None = None,
    until: dt.datetime | None = None,
    kinds: tuple[EventKind, ...] = (),
    office_id: int | None = None,
    limit: int = PAGE,
    before_id: int | None = None,
) -> AuditPage:
    """Who saw a customer or did something for them."""
    wanted = AuditFilter(None, customer_id, kinds, since, until, office_id)
    return audit_page(session, filter=wanted, before_id=before_id, limit=limit)


def did(
    session: Session,
    staff_id: int,
    *,
    since: dt.datetime | None = None,
    until: dt.datetime | None = None,
    kinds: tuple[EventKind, ...] = (),
    office_id: int | None = None,
    limit: int = PAGE,
    before_id: int | None = None,
) -> AuditPage:
    """What a staff member did and saw."""
    wanted = AuditFilter(staff_id, None, kinds, since, until, office_id)
    return audit_page(session, filter=wanted, before_id=before_id, limit=limit)


def verify(session: Session, *, printed_anchor: str | None = None) -> AuditVerdict:
    """Compute every seal anew; ``printed_anchor`` is that of a daily sheet, as it was read."""
    findings = check_audit(session, printed_anchor=printed_anchor)
    state = audit_state(session)
    return AuditVerdict(findings, state.seals, state.sealed, state.unsealed, state.anchor)


def confined(wanted: AuditFilter, office_id: int) -> AuditFilter:
    """The same events, but only those of the office."""
    return replace(wanted, office_id=office_id)


def _events() -> Select[*tuple[Any, ...]]:
    return (
        select(
            AuditEvent.id,
            AuditEvent.at,
            AuditEvent.kind,
            AuditEvent.staff_id,
            Staff.name.label("staff_name"),
            AuditEvent.desk,
            AuditEvent.customer_id,
            Customer.name.label("customer_name"),
            AuditEvent.contract_id,
            AuditEvent.facts,
        )
        .outerjoin(Staff, Staff.id == AuditEvent.staff_id)
        .outerjoin(Customer, Customer.id == AuditEvent.customer_id)
        .order_by(AuditEvent.at.desc(), AuditEvent.id.desc())
    )


def _conditions(wanted: AuditFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.staff_id is not None:
        yield AuditEvent.staff_id == wanted.staff_id
    if wanted.customer_id is not None:
        yield AuditEvent.customer_id == wanted.customer_id
    if wanted.kinds:
        yield AuditEvent.kind.in_(wanted.kinds)
    if wanted.since is not None:
        yield AuditEvent.at >= wanted.since
    if wanted.until is not None:
        yield AuditEvent.at < wanted.until
    if wanted.office_id is not None:
        colleague = aliased(Staff)
        here = select(colleague.id).where(colleague.office_id == wanted.office_id)
        yield AuditEvent.staff_id.in_(here)


def _before(event_id: int) -> ColumnElement[bool]:
    other = aliased(AuditEvent)
    at = select(other.at).where(other.id == event_id).scalar_subquery()
    return tuple_(AuditEvent.at, AuditEvent.id) < tuple_(at, event_id)


def _row(row: RowMapping) -> AuditRow:
    return AuditRow(**(dict(row) | {"facts": json.loads(row["facts"])}))
