"""Taking hold of a contact: only whoever has it may act in it, and only while it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import Contact
from db.queries.contacts import UNFINISHED
from db.queries.protections import is_protected
from db.rules.permissions import Action, may

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor


def held_contact(session: Session, contact_id: int) -> Contact:
    """The contact, locked until the transaction ends; raises ``contact.gone``."""
    # not FOR UPDATE: what refers to the contact may be added meanwhile
    this = select(Contact).where(Contact.id == contact_id).with_for_update(key_share=True)
    contact = session.scalar(this.execution_options(populate_existing=True))
    if contact is None:
        raise RuleBroken("contact.gone", contact_id=contact_id)
    return contact


def own_contact(session: Session, contact_id: int, *, by: Actor, now: dt.datetime) -> Contact:
    """The actor's own unfinished contact, locked until the transaction ends.

    Raises ``permission.denied`` for another's, ``contact.gone`` and ``contact.ended``.
    """
    allow(session, by, Action.RECORD_CONTACT, now)
    contact = held_contact(session, contact_id)
    if contact.staff_id != by.staff_id:
        raise RuleBroken("permission.denied", action=Action.RECORD_CONTACT)
    if contact.state not in UNFINISHED:
        raise RuleBroken("contact.ended", contact_id=contact_id)
    return contact


def seen_protected(session: Session, customer_id: int, *, by: Actor, now: dt.datetime) -> bool:
    """Whether the customer is protected; ``customer.gone`` for those who may not know of it."""
    role = allow(session, by, Action.OPEN_CUSTOMER, now)
    protected = is_protected(session, customer_id)
    if protected and not may(role, Action.OPEN_PROTECTED):
        raise RuleBroken("customer.gone", customer_id=customer_id)
    return protected
