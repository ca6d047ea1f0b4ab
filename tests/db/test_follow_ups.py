"""What has to be taken up again: by whoever promised it, or by a supervisor of the office."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands.audit import Actor
from db.commands.contacts import followed_up
from db.models import Contact, Staff
from db.queries.contacts import follow_ups
from db.rules.contact_words import ContactState, FollowUpBy
from db.rules.words import EventKind, Role
from tests.contact_factories import add_contact
from tests.db.contact_help import events, refused
from tests.factories import add_staff
from tests.protection_factories import add_protection

TODAY = dt.date(2024, 9, 18)


@pytest.fixture
def office_id(database, by):
    with database.reading() as session:
        return session.get(Staff, by.staff_id).office_id


@pytest.fixture
def supervisor(database, office_id):
    with database.writing() as session:
        return Actor(add_staff(session, office_id=office_id, role=Role.SUPERVISOR), "窓口9")


@pytest.fixture
def promise(database, by):
    """Finish a contact with the promise of another; the clerk's own, due today."""

    def add(staff_id=None, **more):
        promised = {"follow_up_on": TODAY, "follow_up_by": FollowUpBy.STAFF}
        facts = {"state": ContactState.FINISHED} | promised | more
        with database.writing() as session:
            return add_contact(session, staff_id=staff_id or by.staff_id, **facts)

    return add


@pytest.fixture
def due(database):
    """The contacts that somebody finds on their list."""

    def ask(actor, role):
        with database.reading() as session:
            found = follow_ups(session, actor.staff_id, role=role, today=TODAY)
        return [contact.contact_id for contact in found]

    return ask


def test_a_clerk_finds_their_own_that_are_due_the_oldest_first(promise, due, by):
    today = promise()
    late = promise(follow_up_on=TODAY - dt.timedelta(days=9))
    promise(follow_up_on=TODAY + dt.timedelta(days=1))
    promise(follow_up_by=FollowUpBy.SUPERVISOR)
    promise(followed_up_at=dt.datetime(2024, 9, 18, 10, tzinfo=dt.UTC))
    promise(state=ContactState.WRONG_OPENING)
    promise(state=ContactState.PARKED)
    assert due(by, Role.COUNTER) == [late, today]


def test_a_supervisor_finds_what_the_office_left_to_them(database, promise, due, by, supervisor):
    promise()
    left_to_them = promise(follow_up_by=FollowUpBy.SUPERVISOR)
    own = promise(supervisor.staff_id)
    with database.writing() as session:
        elsewhere = add_staff(session)
    promise(elsewhere, follow_up_by=FollowUpBy.SUPERVISOR)
    assert due(supervisor, Role.SUPERVISOR) == [left_to_them, own]
    assert due(supervisor, Role.COUNTER) == [own]
    with database.writing() as session:
        session.get(Staff, by.staff_id).left_on = TODAY
    assert len(due(supervisor, Role.SUPERVISOR)) == 3


def test_a_protected_customer_is_on_no_clerks_list(database, promise, due, by, supervisor):
    contact_id = promise()
    left_to_them = promise(follow_up_by=FollowUpBy.SUPERVISOR)
    with database.writing() as session:
        for each in (contact_id, left_to_them):
            add_protection(session, session.get(Contact, each).customer_id)
    assert due(by, Role.COUNTER) == []
    assert due(supervisor, Role.SUPERVISOR) == [left_to_them]


def test_what_was_taken_up_again_is_off_the_list_once(database, promise, due, act, by):
    contact_id = promise()
    act(followed_up, contact_id)
    assert due(by, Role.COUNTER) == []
    assert events(database)[-1] == (EventKind.FOLLOWED_UP, {"contact": contact_id})
    refused(act, followed_up, contact_id, code="contact.followed_up")


def test_what_nobody_promised_is_not_taken_up(promise, act):
    none = promise(follow_up_on=None, follow_up_by=None)
    refused(act, followed_up, none, code="contact.no_follow_up")


def test_a_clerk_does_not_tick_off_what_was_left_to_a_supervisor(promise, act, supervisor):
    contact_id = promise(follow_up_by=FollowUpBy.SUPERVISOR)
    refused(act, followed_up, contact_id, code="permission.denied")
    act(followed_up, contact_id, by=supervisor)


def test_a_supervisor_of_another_office_ticks_off_nothing(database, promise, act):
    contact_id = promise(follow_up_by=FollowUpBy.SUPERVISOR)
    with database.writing() as session:
        stranger = Actor(add_staff(session, role=Role.SUPERVISOR), "窓口9")
    refused(act, followed_up, contact_id, by=stranger, code="permission.denied")
