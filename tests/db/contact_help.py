"""What the tests of contacts ask and say again and again."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from db.commands.contacts import WrapUp
from db.errors import RuleBroken
from db.models import AuditEvent
from db.rules.contact_words import Channel, ContactState
from tests.contact_factories import add_contact

COUNTER = WrapUp(Channel.COUNTER)


def events(database):
    """Everything on record: kinds and facts, in order."""
    with database.reading() as session:
        rows = session.execute(select(AuditEvent.kind, AuditEvent.facts).order_by(AuditEvent.id))
        return [(kind, json.loads(facts)) for kind, facts in rows]


def refused(act, command, contact_id, *, code, **more):
    """Have the clerk try what must not be; gives the facts of the refusal."""
    with pytest.raises(RuleBroken) as told:
        act(command, contact_id, **more)
    assert told.value.code == code
    return told.value.facts


def parked_already(database, by, count):
    """Park other contacts of the clerk."""
    with database.writing() as session:
        for _ in range(count):
            add_contact(session, staff_id=by.staff_id, state=ContactState.PARKED)


def unknown(known, code, **more):
    """See somebody not known well enough; gives the facts of the refusal."""
    with pytest.raises(RuleBroken) as told:
        known(**more)
    assert told.value.code == code
    return told.value.facts
