"""Contacts (応対) from the first word to the wrap-up: parked, taken up again, finished."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, func, select

from db.commands.audit import record
from db.commands.own_contact import held_contact, own_contact
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import Contact, Contract, Draft, IdentityCheck, Staff
from db.rules.contact_words import Channel, CheckResult, ContactState, FollowUpBy, Topic
from db.rules.field_text import clean
from db.rules.periods import day_in_japan
from db.rules.permissions import Action, may
from db.rules.words import EventKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor

MOST_PARKED: Final = 3
FURTHEST: Final = dt.timedelta(days=731)
"""How far ahead a follow-up may lie: what comes later has no place in a contact."""

_LONGEST_MEMO: Final = 4000
_LONGEST_DESK: Final = 60


@dataclass(frozen=True, slots=True)
class WrapUp:
    """What the clerk notes of a contact; a follow-up without a name is their own."""

    channel: Channel
    contract_id: int | None = None
    topic: Topic | None = None
    memo: str = ""
    follow_up_on: dt.date | None = None
    follow_up_by: FollowUpBy | None = None
    transferred_to: str = ""


def start_contact(
    session: Session,
    *,
    customer_id: int | None,
    contract_id: int | None,
    channel: Channel,
    by: Actor,
    now: dt.datetime,
) -> int:
    """Begin a contact, with a customer or without (断水, 濁り); gives its id.

    Raises ``permission.denied`` and ``contract.gone``.
    """
    allow(session, by, Action.RECORD_CONTACT, now)
    _check_contract(session, contract_id, customer_id)
    contact = Contact(
        staff_id=by.staff_id,
        desk=by.desk,
        customer_id=customer_id,
        contract_id=contract_id,
        channel=channel,
        state=ContactState.OPEN,
        started_at=now,
    )
    session.add(contact)
    session.flush()
    _record(session, EventKind.CONTACT_STARTED, contact, by=by, now=now, channel=channel)
    return contact.id


def keep_contact(
    session: Session, contact_id: int, *, wrap_up: WrapUp, by: Actor, now: dt.datetime
) -> None:
    """Keep what the clerk has noted so far.

    Raises ``permission.denied``, ``contact.ended``, ``contact.gone``, ``contract.gone``,
    ``contact.follow_up_past``, ``contact.follow_up_far`` and ``text.…``.
    """
    contact = own_contact(session, contact_id, by=by, now=now)
    if wrap_up.follow_up_on != contact.follow_up_on:  # one noted earlier may be past by now
        _check_follow_up(wrap_up.follow_up_on, now)
    _note(session, contact, wrap_up)


def park(session: Session, contact_id: int, *, by: Actor, now: dt.datetime) -> None:
    """Put a contact aside, at most three at a time.

    Raises ``contact.parked_full`` and what ``own_contact`` does; nothing for one parked already.
    """
    _hold_staff(session, by)
    contact = own_contact(session, contact_id, by=by, now=now)
    if contact.state is ContactState.PARKED:
        return
    if _parked(session, by) >= MOST_PARKED:
        raise RuleBroken("contact.parked_full", most=MOST_PARKED)
    contact.state = ContactState.PARKED
    _record(session, EventKind.CONTACT_PARKED, contact, by=by, now=now)


def resume(session: Session, contact_id: int, *, by: Actor, now: dt.datetime) -> None:
    """Take a contact up again; raises as ``own_contact``, nothing for one that is open."""
    contact = own_contact(session, contact_id, by=by, now=now)
    if contact.state is ContactState.PARKED:
        contact.state = ContactState.OPEN
        _record(session, EventKind.CONTACT_RESUMED, contact, by=by, now=now)


def meet(
    session: Session, contact_id: int, customer_id: int, *, by: Actor, now: dt.datetime
) -> None:
    """Go on with a contact now that the customer is in front of the clerk.

    A contact that began without a customer gets this one. Raises ``contact.other_customer`` for
    one begun with somebody else, and as ``own_contact``.
    """
    contact = own_contact(session, contact_id, by=by, now=now)
    if contact.customer_id is None:
        contact.customer_id = customer_id
    elif contact.customer_id != customer_id:
        raise RuleBroken("contact.other_customer")
    resume(session, contact_id, by=by, now=now)


def finish(
    session: Session, contact_id: int, *, wrap_up: WrapUp, by: Actor, now: dt.datetime
) -> None:
    """End a contact and drop what was typed into its forms; raises as ``keep_contact``."""
    contact = own_contact(session, contact_id, by=by, now=now)
    _check_follow_up(wrap_up.follow_up_on, now)
    _note(session, contact, wrap_up)
    _end(session, contact, ContactState.FINISHED, now)
    noted = {"channel": contact.channel, "topic": contact.topic}
    again = None if contact.follow_up_on is None else contact.follow_up_on.isoformat()
    finished = EventKind.CONTACT_FINISHED
    _record(session, finished, contact, by=by, now=now, follow_up_on=again, **noted)
    if contact.transferred_to:
        to = contact.transferred_to
        _record(session, EventKind.TRANSFERRED, contact, by=by, now=now, to=to)


def wrong_opening(session: Session, contact_id: int, *, by: Actor, now: dt.datetime) -> None:
    """Close a contact that opened the wrong customer (誤検索).

    Raises ``contact.somebody_known`` when its speaker was identified, and as ``own_contact``.
    """
    contact = own_contact(session, contact_id, by=by, now=now)
    passed = IdentityCheck.result == CheckResult.PASSED
    known = select(IdentityCheck.id).where(IdentityCheck.contact_id == contact_id, passed)
    if session.scalar(known.limit(1)) is not None:
        raise RuleBroken("contact.somebody_known")
    _end(session, contact, ContactState.WRONG_OPENING, now)
    _record(session, EventKind.WRONG_OPENING, contact, by=by, now=now)


def followed_up(session: Session, contact_id: int, *, by: Actor, now: dt.datetime) -> None:
    """Note that a contact was taken up again, by whoever had it or a supervisor of the office.

    Raises ``permission.denied``, ``contact.gone``, ``contact.no_follow_up`` and
    ``contact.followed_up``.
    """
    role = allow(session, by, Action.RECORD_CONTACT, now)
    contact = held_contact(session, contact_id)
    supervises = may(role, Action.OVERRIDE_IDENTITY) and _same_office(session, contact, by)
    own = contact.staff_id == by.staff_id and contact.follow_up_by is not FollowUpBy.SUPERVISOR
    if not (own or supervises):
        raise RuleBroken("permission.denied", action=Action.RECORD_CONTACT)
    if contact.follow_up_on is None:
        raise RuleBroken("contact.no_follow_up")
    if contact.followed_up_at is not None:
        raise RuleBroken("contact.followed_up")
    contact.followed_up_at = now
    _record(session, EventKind.FOLLOWED_UP, contact, by=by, now=now)


def _record(
    session: Session,
    kind: EventKind,
    contact: Contact,
    *,
    by: Actor,
    now: dt.datetime,
    **facts: str | int | None,
) -> None:
    record(
        session,
        kind,
        by=by,
        now=now,
        customer_id=contact.customer_id,
        contract_id=contact.contract_id,
        contact=contact.id,
        **facts,
    )


def _note(session: Session, contact: Contact, wrap_up: WrapUp) -> None:
    memo = wrap_up.memo.replace("\t", " ")  # cells pasted from a table
    contact.memo = clean("contact.memo", memo, _LONGEST_MEMO, multiline=True)
    to = " ".join(wrap_up.transferred_to.split())
    contact.transferred_to = clean("contact.transferred_to", to, _LONGEST_DESK)
    if wrap_up.contract_id != contact.contract_id:
        _check_contract(session, wrap_up.contract_id, contact.customer_id)
        contact.contract_id = wrap_up.contract_id
    contact.channel = wrap_up.channel
    contact.topic = wrap_up.topic
    contact.follow_up_on = wrap_up.follow_up_on
    own = FollowUpBy.STAFF if wrap_up.follow_up_on else None
    contact.follow_up_by = wrap_up.follow_up_by or own


def _check_contract(session: Session, contract_id: int | None, customer_id: int | None) -> None:
    if contract_id is None:
        return
    user = select(Contract.customer_id).where(Contract.id == contract_id).limit(1)
    if customer_id is None or session.scalar(user) != customer_id:
        raise RuleBroken("contract.gone", contract_id=contract_id)


def _check_follow_up(day: dt.date | None, now: dt.datetime) -> None:
    today = day_in_japan(now)
    if day is not None and day < today:
        raise RuleBroken("contact.follow_up_past")
    if day is not None and day > today + FURTHEST:
        raise RuleBroken("contact.follow_up_far")


def _end(session: Session, contact: Contact, state: ContactState, now: dt.datetime) -> None:
    contact.state = state
    contact.ended_at = max(now, contact.started_at)  # the clocks of two desks may differ
    session.execute(delete(Draft).where(Draft.contact_id == contact.id))


def _hold_staff(session: Session, by: Actor) -> None:
    # two windows that park at once wait for each other here, so that neither miscounts
    session.execute(select(Staff.id).where(Staff.id == by.staff_id).with_for_update(key_share=True))


def _parked(session: Session, by: Actor) -> int:
    parked = (Contact.staff_id == by.staff_id, Contact.state == ContactState.PARKED)
    return session.scalar(select(func.count()).select_from(Contact).where(*parked)) or 0


def _same_office(session: Session, contact: Contact, by: Actor) -> bool:
    offices = select(Staff.office_id).where(Staff.id.in_((contact.staff_id, by.staff_id)))
    return len(set(session.scalars(offices.limit(2)))) == 1
