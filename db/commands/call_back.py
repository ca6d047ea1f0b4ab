"""The number on file, for calling a customer back before anybody is known: each time on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.commands.audit import record
from db.commands.own_contact import own_contact
from db.errors import RuleBroken
from db.models import Customer
from db.queries.protections import is_protected
from db.rules.contact_words import Channel
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor


def number_to_call_back(session: Session, contact_id: int, *, by: Actor, now: dt.datetime) -> str:
    """The customer's phone number, to be dialled and never read out.

    Raises ``identity.no_customer``, ``identity.nobody_to_call_back`` (not a call, or no number),
    ``customer.protected``, and as ``own_contact``.
    """
    contact = own_contact(session, contact_id, by=by, now=now)
    customer_id = contact.customer_id
    if customer_id is None:
        raise RuleBroken("identity.no_customer")
    if is_protected(session, customer_id):
        raise RuleBroken("customer.protected", customer_id=customer_id)
    number = session.scalar(select(Customer.phone).where(Customer.id == customer_id).limit(1))
    if not number or contact.channel is not Channel.PHONE:
        raise RuleBroken("identity.nobody_to_call_back")
    told = {"contact": contact_id, "call_back": 1}
    record(session, EventKind.REVEALED, by=by, now=now, customer_id=customer_id, **told)
    return number
