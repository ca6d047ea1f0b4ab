"""The seam through which customers and bills are seen: first the record of it, then the data.

The event is committed by itself before anything is read, so that no failure afterwards can
undo it, and a failure to record it shows nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.commands.contacts import meet, start_contact
from db.commands.openings import bills_viewed, customer_opened
from db.commands.permission import allow
from db.queries.billing import History, billing_history
from db.queries.contacts import ContactFacts, contact_facts
from db.queries.customers import CustomerHead, customer_head
from db.rules.permissions import Action, require

if TYPE_CHECKING:
    import datetime as dt

    from db.commands.audit import Actor
    from db.engine import Database
    from db.rules.contact_words import Channel
    from db.rules.words import OpeningReason, Role


@dataclass(frozen=True, slots=True)
class Opened:
    """A customer as they stand, and the contact in which they are served."""

    head: CustomerHead
    contact: ContactFacts


def open_customer(
    database: Database,
    customer_id: int,
    *,
    reason: OpeningReason,
    channel: Channel,
    by: Actor,
    role: Role,
    today: dt.date,
    now: dt.datetime,
    contact_id: int | None = None,
    contract_id: int | None = None,
) -> Opened:
    """A customer as they stand ``today``, in a new contact or in the one with ``contact_id``.

    A parked contact is taken up again; one begun without a customer gets this one; ``channel``
    and ``contract_id`` are a new one's. Raises ``permission.denied``, ``customer.gone`` (also for
    a protected customer whom the role may not open), ``contact.gone``, ``contact.ended``,
    ``contact.other_customer`` and ``contract.gone``.
    """
    require(role, Action.OPEN_CUSTOMER)
    with database.writing() as session:
        role = allow(session, by, Action.OPEN_CUSTOMER, now)
        customer_opened(session, customer_id, reason=reason, role=role, by=by, now=now)
        if contact_id is None:
            contact_id = start_contact(
                session,
                customer_id=customer_id,
                contract_id=contract_id,
                channel=channel,
                by=by,
                now=now,
            )
        else:
            meet(session, contact_id, customer_id, by=by, now=now)
    with database.reading() as session:
        head = customer_head(session, customer_id, role=role, today=today)
        return Opened(head, contact_facts(session, contact_id))


def open_bills(
    database: Database,
    contract_id: int,
    *,
    by: Actor,
    role: Role,
    today: dt.date,
    now: dt.datetime,
    years: int = 2,
) -> History:
    """The bills of a contract; raises ``permission.denied``, ``contract.gone``, or as the query."""
    require(role, Action.VIEW_BILLS)
    with database.writing() as session:
        role = allow(session, by, Action.VIEW_BILLS, now)
        bills_viewed(session, contract_id, years=years, role=role, by=by, now=now)
    with database.reading() as session:
        return billing_history(session, contract_id, today=today, years=years)
