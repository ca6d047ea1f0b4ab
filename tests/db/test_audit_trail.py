"""Who saw a customer, and what somebody did."""

from __future__ import annotations

import datetime as dt

from db.commands.audit import Actor, record
from db.queries.audit import audit_events
from db.rules.words import EventKind
from tests.factories import add_staff


def test_who_saw_a_customer_can_be_asked(database, clock):
    with database.writing() as session:
        staff_id = add_staff(session)
        for customer_id in (1, 2, 1):
            by = Actor(staff_id, "窓口1")
            facts = {"customer_id": customer_id, "reason": "searched"}
            record(session, EventKind.CUSTOMER_OPENED, by=by, now=clock(), **facts)
            clock.advance(minutes=1)
        record(session, EventKind.SIGN_IN_FAILED, by=Actor(None, ""), now=clock())
    with database.reading() as session:
        seen = audit_events(session, customer_id=1)
        theirs = audit_events(session, staff_id=staff_id, limit=2)
        late = audit_events(session, since=clock() - dt.timedelta(seconds=1))
    assert [(event.staff_name, event.facts["reason"]) for event in seen] == [
        ("佐藤 次郎", "searched")
    ] * 2
    assert seen[0].at > seen[1].at
    assert [event.customer_id for event in theirs] == [1, 2]
    assert [(event.kind, event.staff_name) for event in late] == [(EventKind.SIGN_IN_FAILED, None)]
