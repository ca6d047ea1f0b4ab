"""The seam through which customers and bills are seen: first the record of it, then the data.

The event is committed by itself before anything is read, so that no failure afterwards can
undo it, and a failure to record it shows nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commands.openings import bills_viewed, customer_opened
from db.queries.billing import History, billing_history
from db.queries.customers import CustomerHead, customer_head
from db.rules.permissions import Action, require

if TYPE_CHECKING:
    import datetime as dt

    from db.commands.audit import Actor
    from db.engine import Database
    from db.rules.words import OpeningReason, Role


def open_customer(
    database: Database,
    customer_id: int,
    *,
    reason: OpeningReason,
    by: Actor,
    role: Role,
    today: dt.date,
    now: dt.datetime,
) -> CustomerHead:
    """A customer as they stand ``today``; raises ``permission.denied`` or ``customer.gone``."""
    require(role, Action.OPEN_CUSTOMER)
    with database.writing() as session:
        customer_opened(session, customer_id, reason=reason, role=role, by=by, now=now)
    with database.reading() as session:
        return customer_head(session, customer_id, role=role, today=today)


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
        bills_viewed(session, contract_id, years=years, role=role, by=by, now=now)
    with database.reading() as session:
        return billing_history(session, contract_id, today=today, years=years)
