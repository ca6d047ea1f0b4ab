"""Builders of protections and holds: a session in, an id out."""

from __future__ import annotations

import datetime as dt

from db.models import Hold, Protection
from db.rules.contact_words import HoldKind, ProtectionSource
from db.rules.words import Role
from tests.factories import add_staff


def _add(session, record):
    session.add(record)
    session.flush()
    return record.id


def add_protection(session, customer_id, **more):
    """A support measure that holds until March 2025; ``ended_at`` ends it."""
    facts = {
        "source": ProtectionSource.SUPPORT_MEASURE,
        "counterparty": "元配偶者",
        "from_on": dt.date(2024, 4, 1),
        "to_on": dt.date(2025, 3, 31),
    }
    if "begun_by" not in more:
        more["begun_by"] = add_staff(session, role=Role.SUPERVISOR)
    return _add(session, Protection(customer_id=customer_id, **(facts | more)))


def add_hold(session, customer_id, **more):
    """A dispute that keeps all of a customer's debts out of batches from September 2024."""
    facts = {"kind": HoldKind.DISPUTE, "from_on": dt.date(2024, 9, 1), "reason": "漏水の疑い"}
    if "set_by" not in more:
        more["set_by"] = add_staff(session)
    return _add(session, Hold(customer_id=customer_id, **(facts | more)))
