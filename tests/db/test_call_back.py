"""The number on file, shown to call a customer back: on record each time, and to few."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlalchemy import select

from db.commands.audit import Actor
from db.commands.call_back import number_to_call_back
from db.errors import RuleBroken
from db.models import AuditEvent
from db.rules.contact_words import Channel
from db.rules.words import EventKind
from tests.contact_factories import add_contact
from tests.factories import add_customer, add_staff
from tests.protection_factories import add_protection

NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)


@pytest.fixture
def clerk(database):
    with database.writing() as session:
        return Actor(add_staff(session), "phone 1")


@pytest.fixture
def contact_for(database, clerk):
    """Give ``contact_for(channel, protected=, phone=)``: the clerk's contact with a customer."""

    def contact_for(channel=Channel.PHONE, *, protected=False, phone="076-123-4567"):
        with database.writing() as session:
            customer = add_customer(session, phone=phone)
            if protected:
                add_protection(session, customer)
            return add_contact(
                session, staff_id=clerk.staff_id, customer_id=customer, channel=channel
            )

    return contact_for


def call_back(database, by, contact):
    with database.writing() as session:
        return number_to_call_back(session, contact, by=by, now=NOW)


def revealed(database):
    with database.reading() as session:
        facts = select(AuditEvent.facts).where(AuditEvent.kind == EventKind.REVEALED)
        return [json.loads(each) for each in session.scalars(facts)]


def test_the_number_comes_on_record(database, clerk, contact_for):
    contact = contact_for()
    assert call_back(database, clerk, contact) == "076-123-4567"
    assert revealed(database) == [{"call_back": 1, "contact": contact}]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"channel": Channel.COUNTER}, "identity.nobody_to_call_back"),
        ({"phone": None}, "identity.nobody_to_call_back"),
        ({"protected": True}, "customer.protected"),
    ],
)
def test_nobody_else_is_called_back(database, clerk, contact_for, asked, code):
    contact = contact_for(**asked)
    with pytest.raises(RuleBroken) as told:
        call_back(database, clerk, contact)
    assert told.value.code == code
    assert revealed(database) == []


def test_only_whoever_has_the_contact_sees_the_number(database, contact_for):
    contact = contact_for()
    with database.writing() as session:
        other = Actor(add_staff(session), "phone 2")
    with pytest.raises(RuleBroken) as told:
        call_back(database, other, contact)
    assert told.value.code == "permission.denied"
    assert revealed(database) == []
