"""What is masked is shown to the one who may be told, each time on record."""

from __future__ import annotations

import pytest

from db.commands.contacts import finish
from db.commands.reveals import reveal
from db.errors import RuleBroken
from db.models import Contact, Customer, Staff
from db.rules.contact_words import CheckResult, Speaker
from db.rules.words import EventKind, Role
from tests.contact_factories import STARTED, add_identity_check
from tests.db.contact_help import COUNTER, events
from tests.factories import add_customer
from tests.protection_factories import add_protection

HOME = {"email": "hanako@example.jp", "postal_code": "9200853", "address": "金沢市本町1丁目2-3"}


@pytest.fixture
def show(database, customer_id, contact_id, by):
    """Have everything shown that is masked."""

    def ask(**more):
        asked = {"contact_id": contact_id, "by": by, "now": STARTED} | more
        with database.writing() as session:
            return reveal(session, asked.pop("customer", customer_id), **asked)

    return ask


@pytest.fixture
def identify(database, contact_id, customer_id):
    """Have the speaker known as somebody."""

    def do(speaker=Speaker.USER, **more):
        with database.writing() as session:
            add_identity_check(session, contact_id, speaker=speaker, **more)
            for column, value in HOME.items():
                setattr(session.get(Customer, customer_id), column, value)

    return do


def hidden(show, code, **more):
    with pytest.raises(RuleBroken) as told:
        show(**more)
    assert told.value.code == code


def test_who_was_identified_is_shown_what_is_on_file(database, show, identify, contact_id):
    identify()
    details = show()
    assert (details.phone, details.email) == ("076-123-4567", "hanako@example.jp")
    assert (details.postal_code, details.address) == ("9200853", "金沢市本町1丁目2-3")
    assert "076" not in repr(details)
    assert events(database)[-1] == (
        EventKind.REVEALED,
        {"contact": contact_id, "speaker": "user"},
    )
    show()
    assert [kind for kind, _ in events(database)].count(EventKind.REVEALED) == 2


def test_before_the_check_nothing_is_shown(database, show, identify):
    hidden(show, "identity.missing")
    identify(result=CheckResult.FAILED)
    hidden(show, "identity.missing")
    assert EventKind.REVEALED not in [kind for kind, _ in events(database)]


@pytest.mark.parametrize("speaker", [Speaker.OWNER, Speaker.ADDRESSEE, Speaker.MANAGER])
def test_who_only_pays_or_owns_learns_no_phone_number(show, identify, speaker):
    identify(speaker)
    hidden(show, "identity.not_for_this")


def test_a_protected_customers_home_is_shown_to_nobody(database, show, identify, customer_id, by):
    identify()
    with database.writing() as session:
        add_protection(session, customer_id)
    hidden(show, "customer.gone")
    with database.writing() as session:
        session.get(Staff, by.staff_id).role = Role.SUPERVISOR
    hidden(show, "customer.protected")


def test_one_customers_contact_shows_no_other(database, show, identify):
    identify()
    with database.writing() as session:
        somebody_else = add_customer(session)
    hidden(show, "identity.missing", customer=somebody_else)


def test_with_the_contact_ends_what_was_allowed(show, identify, act, contact_id):
    identify()
    act(finish, contact_id, wrap_up=COUNTER)
    hidden(show, "contact.ended")


def test_a_colleague_or_an_administrator_sees_nothing(database, show, identify, supervisor, by):
    identify()
    hidden(show, "permission.denied", by=supervisor)
    with database.writing() as session:
        session.get(Staff, by.staff_id).role = Role.ADMIN
    hidden(show, "permission.denied")


def test_a_contact_without_a_customer_shows_nobody(database, show, identify, contact_id):
    identify()
    with database.writing() as session:
        session.get(Contact, contact_id).customer_id = None
    hidden(show, "identity.missing")
