"""Contacts (応対): what was said and done, what is unfinished, what has to be taken up again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, and_, case, func, or_, select, true

from db.errors import RuleBroken
from db.models import AuditEvent, Contact, Customer, IdentityCheck, Staff
from db.queries.protections import protected, visible_to
from db.rules.contact_words import (
    Channel,
    CheckItem,
    CheckMethod,
    CheckResult,
    ContactState,
    FollowUpBy,
    Speaker,
    Topic,
)
from db.rules.permissions import Action, who_may

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from db.rules.words import EventKind, Role

UNFINISHED: Final = (ContactState.OPEN, ContactState.PARKED)
_MOST_UNFINISHED: Final = 50
_MOST_FOLLOW_UPS: Final = 200


@dataclass(frozen=True, slots=True)
class Identity:
    """How somebody was known, or was not: kinds and the result, never a value."""

    speaker: Speaker
    method: CheckMethod
    items: tuple[CheckItem, ...]
    result: CheckResult
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """One contact; ``identity`` is the last check that was passed, else the last one.

    The name is empty without a customer, and where the customer was protected meanwhile from
    whoever has the contact.
    """

    contact_id: int
    customer_id: int | None
    customer_name: str
    contract_id: int | None
    channel: Channel
    state: ContactState
    started_at: dt.datetime
    ended_at: dt.datetime | None
    topic: Topic | None
    memo: str
    follow_up_on: dt.date | None
    follow_up_by: FollowUpBy | None
    followed_up_at: dt.datetime | None
    transferred_to: str
    staff_id: int
    staff_name: str
    version: int
    identity: Identity | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done or looked at in a contact; ``facts`` hold codes."""

    at: dt.datetime
    kind: EventKind
    facts: Mapping[str, Any]


def contact_facts(session: Session, contact_id: int) -> ContactFacts:
    """One contact as it stands; raises ``contact.gone``."""
    found = _facts(session, _contacts(_by_owner()).where(Contact.id == contact_id).limit(1))
    if not found:
        raise RuleBroken("contact.gone", contact_id=contact_id)
    return found[0]


def contact_history(
    session: Session, customer_id: int, *, limit: int = 100
) -> tuple[ContactFacts, ...]:
    """What was ever said with a customer, newest first, without those opened by mistake."""
    said = and_(Contact.customer_id == customer_id, Contact.state != ContactState.WRONG_OPENING)
    return _facts(session, _contacts(true()).where(said).limit(limit))


def unfinished(session: Session, staff_id: int) -> tuple[ContactFacts, ...]:
    """The contacts that a staff member has open or parked, the last one first."""
    mine = and_(Contact.staff_id == staff_id, Contact.state.in_(UNFINISHED))
    return _facts(session, _contacts(_by_owner()).where(mine).limit(_MOST_UNFINISHED))


def follow_ups(
    session: Session, staff_id: int, *, role: Role, today: dt.date
) -> tuple[ContactFacts, ...]:
    """What a staff member has to take up again by ``today``, the oldest first.

    For those who may override an identity check (supervisors) also what their office left to
    them, and what those who left the office had kept for themselves.
    """
    wanted = and_(Contact.staff_id == staff_id, Contact.follow_up_by == FollowUpBy.STAFF)
    if role in who_may(Action.OVERRIDE_IDENTITY):
        office = select(Staff.office_id).where(Staff.id == staff_id).scalar_subquery()
        orphaned = or_(Contact.follow_up_by == FollowUpBy.SUPERVISOR, Staff.left_on <= today)
        wanted = or_(wanted, and_(Staff.office_id == office, orphaned))
    due = and_(
        Contact.state == ContactState.FINISHED,
        Contact.follow_up_on <= today,
        Contact.followed_up_at.is_(None),
    )
    statement = _contacts(true()).where(due, wanted, visible_to(role, Contact.customer_id))
    ordered = statement.order_by(None).order_by(Contact.follow_up_on, Contact.id)
    return _facts(session, ordered.limit(_MOST_FOLLOW_UPS))


def acts_of(session: Session, contact_id: int, *, limit: int = 50) -> tuple[Act, ...]:
    """What its staff member did with the customer during a contact, newest first."""
    contact = contact_facts(session, contact_id)
    during = AuditEvent.at >= contact.started_at
    if contact.ended_at is not None:
        during = and_(during, AuditEvent.at <= contact.ended_at)
    statement = (
        select(AuditEvent.at, AuditEvent.kind, AuditEvent.facts)
        .where(AuditEvent.staff_id == contact.staff_id, during)
        .where(AuditEvent.customer_id == contact.customer_id)
        .order_by(AuditEvent.at.desc(), AuditEvent.id.desc())
        .limit(limit)
    )
    acts = (Act(at, kind, json.loads(facts)) for at, kind, facts in session.execute(statement))
    # without a customer only what names the contact is known to belong to it
    unnamed = None if contact.customer_id is None else contact_id
    return tuple(act for act in acts if act.facts.get("contact", unnamed) == contact_id)


def identity_of(session: Session, contact_id: int) -> Identity | None:
    """The last check of a contact that was passed, else the last one, else None."""
    return _identities(session, [contact_id]).get(contact_id)


def _by_owner() -> ColumnElement[bool]:
    # whoever has the contact may have lost sight of the customer since it began
    seeing = Staff.role.in_(who_may(Action.OPEN_PROTECTED))
    return or_(seeing, ~protected(Contact.customer_id))


def _contacts(name_shown: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    name = case((name_shown, func.coalesce(Customer.name, "")), else_="")
    return (
        select(
            Contact.id.label("contact_id"),
            Contact.customer_id,
            name.label("customer_name"),
            Contact.contract_id,
            Contact.channel,
            Contact.state,
            Contact.started_at,
            Contact.ended_at,
            Contact.topic,
            Contact.memo,
            Contact.follow_up_on,
            Contact.follow_up_by,
            Contact.followed_up_at,
            Contact.transferred_to,
            Contact.staff_id,
            Staff.name.label("staff_name"),
            Contact.version,
        )
        .join(Staff, Staff.id == Contact.staff_id)
        .join(Customer, Customer.id == Contact.customer_id, isouter=True)
        .order_by(Contact.started_at.desc(), Contact.id.desc())
    )


def _facts(session: Session, statement: Select[*tuple[Any, ...]]) -> tuple[ContactFacts, ...]:
    rows = session.execute(statement).mappings().all()
    known = _identities(session, [row["contact_id"] for row in rows])
    return tuple(ContactFacts(**row, identity=known.get(row["contact_id"])) for row in rows)


def _identities(session: Session, contact_ids: list[int]) -> dict[int, Identity]:
    if not contact_ids:
        return {}
    statement = (
        select(
            IdentityCheck.contact_id,
            IdentityCheck.speaker,
            IdentityCheck.method,
            IdentityCheck.items,
            IdentityCheck.result,
            IdentityCheck.at,
        )
        .where(IdentityCheck.contact_id.in_(contact_ids))
        .order_by(IdentityCheck.result == CheckResult.PASSED, IdentityCheck.id)
    )
    return {row.contact_id: _identity(row) for row in session.execute(statement)}


def _identity(row: Any) -> Identity:
    items = tuple(CheckItem(item) for item in row.items.split())
    return Identity(row.speaker, row.method, items, row.result, row.at)
