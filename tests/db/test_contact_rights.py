"""Only whoever has a contact acts in it, once, and parks three at most."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands.audit import Actor
from db.commands.contacts import (
    MOST_PARKED,
    finish,
    followed_up,
    keep_contact,
    park,
    resume,
    start_contact,
    wrong_opening,
)
from db.errors import RuleBroken
from db.models import Contact, Staff
from db.queries.contacts import unfinished
from db.rules.contact_words import Channel, ContactState
from db.rules.words import EventKind, Role
from tests.contact_factories import STARTED as NOW
from tests.contact_factories import add_contact
from tests.db.contact_help import COUNTER, events, parked_already, refused
from tests.db.race import at_once
from tests.factories import add_staff

TODAY = dt.date(2024, 9, 18)
LATER = NOW + dt.timedelta(minutes=7)


def test_parked_and_taken_up_twice_is_recorded_once(database, act, contact_id, facts):
    for _ in range(2):
        act(park, contact_id)
    assert facts().state is ContactState.PARKED
    for _ in range(2):
        act(resume, contact_id)
    assert facts().state is ContactState.OPEN
    kinds = [kind for kind, _ in events(database)[1:]]
    assert kinds == [EventKind.CONTACT_PARKED, EventKind.CONTACT_RESUMED]


def test_the_fourth_is_not_parked(database, act, by, contact_id, facts):
    parked_already(database, by, MOST_PARKED)
    told = refused(act, park, contact_id, code="contact.parked_full")
    assert told == {"most": 3}
    assert facts().state is ContactState.OPEN


def test_what_others_parked_and_what_ended_does_not_count(database, act, by, contact_id):
    with database.writing() as session:
        for _ in range(3):
            add_contact(session, state=ContactState.PARKED)
            add_contact(session, staff_id=by.staff_id, state=ContactState.FINISHED)
    act(park, contact_id)


def test_two_windows_park_at_once_and_one_place_is_left(database, by):
    parked_already(database, by, MOST_PARKED - 1)
    with database.writing() as session:
        ids = [add_contact(session, staff_id=by.staff_id) for _ in range(2)]
    done = at_once(database, *(lambda s, i=i: park(s, i, by=by, now=NOW) for i in ids))
    assert sorted(map(str, done)) == ["None", "contact.parked_full"]
    with database.reading() as session:
        states = [contact.state for contact in unfinished(session, by.staff_id)]
    assert states.count(ContactState.PARKED) == MOST_PARKED


def test_finished_in_two_windows_at_once_ends_once(database, by, contact_id):
    finishing = [lambda session: finish(session, contact_id, wrap_up=COUNTER, by=by, now=LATER)] * 2
    assert sorted(map(str, at_once(database, *finishing))) == ["None", "contact.ended"]
    kinds = [kind for kind, _ in events(database)]
    assert kinds.count(EventKind.CONTACT_FINISHED) == 1


def test_after_the_end_nothing_is_noted(database, act, contact_id, facts):
    act(finish, contact_id, wrap_up=COUNTER)
    before = events(database), facts()
    for command, more in (
        (finish, {"wrap_up": COUNTER}),
        (keep_contact, {"wrap_up": COUNTER}),
        (park, {}),
        (resume, {}),
        (wrong_opening, {}),
    ):
        refused(act, command, contact_id, code="contact.ended", **more)
    assert (events(database), facts()) == before


COMMANDS = (
    (finish, {"wrap_up": COUNTER}),
    (keep_contact, {"wrap_up": COUNTER}),
    (park, {}),
    (resume, {}),
    (wrong_opening, {}),
    (followed_up, {}),
)


@pytest.mark.parametrize(("command", "more"), COMMANDS)
def test_nobody_acts_in_anothers_contact(database, act, contact_id, facts, command, more):
    with database.writing() as session:
        office_id = session.get(Staff, session.get(Contact, contact_id).staff_id).office_id
        colleague = Actor(add_staff(session, office_id=office_id), "窓口4")
    before = facts()
    refused(act, command, contact_id, by=colleague, code="permission.denied", **more)
    assert facts() == before


@pytest.mark.parametrize(("command", "more"), COMMANDS)
def test_whose_role_was_taken_meanwhile_acts_no_more(
    database, act, by, contact_id, facts, command, more
):
    with database.writing() as session:
        session.get(Staff, by.staff_id).role = Role.ADMIN
    before = facts()
    refused(act, command, contact_id, code="permission.denied", **more)
    assert facts() == before


@pytest.mark.parametrize(("command", "more"), COMMANDS)
def test_a_contact_nobody_knows_is_told_so(act, command, more):
    refused(act, command, 404, code="contact.gone", **more)


def test_nobody_and_those_who_left_begin_no_contact(database, by, customer_id):
    with database.writing() as session:
        left = Actor(add_staff(session, left_on=TODAY), "窓口3")
    whose = {"customer_id": customer_id, "contract_id": None, "channel": Channel.PHONE}
    for actor in (left, Actor(None, "窓口3"), Actor(404, "窓口3")):
        with (
            pytest.raises(RuleBroken, match=r"permission\.denied"),
            database.writing() as session,
        ):
            start_contact(session, **whose, by=actor, now=NOW)
