"""Showing what is masked: each time on record, and only to the one who may be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.commands.audit import record
from db.commands.identity_checks import identified
from db.commands.own_contact import seen_protected
from db.errors import RuleBroken
from db.models import Customer
from db.rules.contact_words import Disclosure
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """How a customer is reached, unmasked."""

    phone: str | None = field(repr=False)
    email: str | None = field(repr=False)
    postal_code: str | None = field(repr=False)
    address: str | None = field(repr=False)


def reveal(
    session: Session, customer_id: int, *, contact_id: int, by: Actor, now: dt.datetime
) -> ContactDetails:
    """Phone, mail and mailing address of a customer whose speaker was identified.

    Raises ``permission.denied``, ``customer.protected``, ``customer.gone``, and as ``identified``.
    """
    if seen_protected(session, customer_id, by=by, now=now):
        raise RuleBroken("customer.protected", customer_id=customer_id)
    known = identified(session, contact_id, customer_id, Disclosure.CONTACT_DETAILS, by=by)
    details = select(Customer.phone, Customer.email, Customer.postal_code, Customer.address)
    row = session.execute(details.where(Customer.id == customer_id).limit(1)).one_or_none()
    if row is None:
        raise RuleBroken("customer.gone", customer_id=customer_id)
    record(
        session,
        EventKind.REVEALED,
        by=by,
        now=now,
        customer_id=customer_id,
        contact=contact_id,
        speaker=known.speaker,
    )
    return ContactDetails(*row)
