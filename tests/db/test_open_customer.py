"""Nobody sees a customer or a bill without a record of it."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlalchemy import event, select

from db.commands.audit import Actor
from db.commands.contacts import park, start_contact, wrong_opening
from db.errors import RuleBroken
from db.guard.open_customer import open_bills, open_customer
from db.models import AuditEvent, Staff
from db.queries.contacts import unfinished
from db.queries.contracts import contract_details
from db.rules.contact_words import Channel, ContactState
from db.rules.words import EventKind, OpeningReason, Role
from tests.db.statements import statements_of
from tests.factories import add_bill, add_contract, add_customer, add_staff
from tests.protection_factories import add_protection

NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)
CLERK = {"role": Role.COUNTER, "today": dt.date(2024, 9, 18), "now": NOW}


@pytest.fixture
def by(database):
    with database.writing() as session:
        return Actor(add_staff(session), "窓口3")


@pytest.fixture
def customer_id(database):
    with database.writing() as session:
        return add_customer(session)


@pytest.fixture
def contract_id(database, customer_id):
    with database.writing() as session:
        contract_id = add_contract(session, customer_id)
        add_bill(session, contract_id)
        return contract_id


def _events(database):
    columns = ("kind", "staff_id", "desk", "customer_id", "contract_id", "at", "facts")
    asked = [getattr(AuditEvent, column) for column in columns]
    with database.reading() as session:
        rows = session.execute(select(*asked).order_by(AuditEvent.id)).all()
    return [(*row[:-1], json.loads(row.facts)) for row in rows]


def _open(database, customer_id, **more):
    ordinary = {"reason": OpeningReason.SEARCHED, "channel": Channel.COUNTER} | CLERK
    return open_customer(database, customer_id, **(ordinary | more))


def test_opening_a_customer_records_who_where_and_why(database, customer_id, by):
    opened = _open(database, customer_id, by=by, reason=OpeningReason.NUMBER)
    assert opened.head.name == "山田 花子"
    who = (by.staff_id, "窓口3", customer_id, None, NOW)
    begun = {"contact": opened.contact.contact_id, "channel": "counter"}
    assert _events(database) == [
        (EventKind.CUSTOMER_OPENED, *who, {"reason": "number"}),
        (EventKind.CONTACT_STARTED, *who, begun),
    ]


def test_viewing_bills_records_which_and_how_many_years(database, customer_id, contract_id, by):
    history = open_bills(database, contract_id, by=by, years=5, **CLERK)
    assert [row.yen for row in history.rows] == [5509]
    viewed = EventKind.BILLS_VIEWED
    expected = (viewed, by.staff_id, "窓口3", customer_id, contract_id, NOW, {"years": 5})
    assert _events(database) == [expected]


def test_who_is_gone_leaves_no_event(database, by):
    with pytest.raises(RuleBroken, match=r"customer\.gone"):
        _open(database, 404, by=by)
    with pytest.raises(RuleBroken, match=r"contract\.gone"):
        open_bills(database, 404, by=by, **CLERK)
    assert _events(database) == []


def test_an_administrator_sees_neither_customers_nor_bills(database, contract_id, by):
    admin = {"by": by, "role": Role.ADMIN}
    with statements_of(database) as sent:
        with pytest.raises(RuleBroken, match=r"permission\.denied"):
            _open(database, 1, **admin)
        with pytest.raises(RuleBroken, match=r"permission\.denied"):
            open_bills(database, contract_id, **(CLERK | admin))
    assert sent == []


class CommitFails(Exception):
    """The disk is full, the server gone: the event could not be kept."""


def _refuse(_connection):
    raise CommitFails


@pytest.fixture
def no_commits(database, contract_id, by):
    event.listen(database.engine, "commit", _refuse)
    yield
    event.remove(database.engine, "commit", _refuse)


def _shows_bills(statements):
    return [sql for sql in statements if " bill " in sql or "customer.name" in sql]


@pytest.mark.usefixtures("no_commits")
def test_without_a_kept_record_nothing_is_read(database, customer_id, contract_id, by):
    with statements_of(database) as sent:
        with pytest.raises(CommitFails):
            _open(database, customer_id, by=by)
        with pytest.raises(CommitFails):
            open_bills(database, contract_id, by=by, **CLERK)
    assert sent
    assert _shows_bills(sent) == []
    assert _events(database) == []


def test_the_record_stays_when_reading_fails_afterwards(database, customer_id, by):
    def fail(_connection, _cursor, statement, *_more):
        if "customer.name" in statement:
            raise ConnectionError

    event.listen(database.engine, "before_cursor_execute", fail)
    with pytest.raises(ConnectionError):
        _open(database, customer_id, by=by)
    event.remove(database.engine, "before_cursor_execute", fail)
    kept = [EventKind.CUSTOMER_OPENED, EventKind.CONTACT_STARTED]
    assert [row[0] for row in _events(database)] == kept
    with database.reading() as session:
        assert [contact.customer_id for contact in unfinished(session, by.staff_id)] == [
            customer_id
        ]


def test_a_whole_page_is_read_in_eight_statements(database, customer_id, contract_id, by):
    with statements_of(database) as sent:
        head = _open(database, customer_id, by=by).head
        open_bills(database, head.contracts[0].contract_id, by=by, **CLERK)
        with database.reading() as session:
            contract_details(session, contract_id, role=CLERK["role"], today=CLERK["today"])
    recording = [sql for sql in sent if sql.startswith("INSERT")]
    checking = [sql for sql in sent if "staff.left_on" in sql]
    # the contact and three events; whether the customer and the contract are there at all
    assert len(recording) <= 4
    assert len(checking) == 3
    assert len(sent) - len(recording) - len(checking) == 8 + 2


def test_the_contact_is_parked_and_taken_up_where_it_was(database, customer_id, by):
    first = _open(database, customer_id, by=by, channel=Channel.PHONE).contact
    with database.writing() as session:
        park(session, first.contact_id, by=by, now=NOW)
    again = _open(
        database, customer_id, by=by, reason=OpeningReason.PARKED, contact_id=first.contact_id
    )
    assert again.contact.contact_id == first.contact_id
    assert (again.contact.channel, again.contact.state) == (Channel.PHONE, ContactState.OPEN)


def test_a_call_from_nobody_known_becomes_the_customers(database, customer_id, by):
    with database.writing() as session:
        nobody = {"customer_id": None, "contract_id": None, "channel": Channel.PHONE}
        contact_id = start_contact(session, **nobody, by=by, now=NOW)
    opened = _open(database, customer_id, by=by, contact_id=contact_id)
    assert opened.contact.customer_id == customer_id
    assert opened.contact.customer_name == "山田 花子"
    with database.writing() as session:
        somebody_else = add_customer(session, "北村 一郎")
    with pytest.raises(RuleBroken, match=r"contact\.other_customer"):
        _open(database, somebody_else, by=by, contact_id=contact_id)


def test_a_contact_that_ended_opens_nobody(database, customer_id, by):
    contact = _open(database, customer_id, by=by).contact
    with database.writing() as session:
        wrong_opening(session, contact.contact_id, by=by, now=NOW)
    told = _events(database)
    with pytest.raises(RuleBroken, match=r"contact\.ended"):
        _open(database, customer_id, by=by, contact_id=contact.contact_id)
    assert _events(database) == told


def test_whose_role_was_changed_meanwhile_opens_nobody(database, customer_id, contract_id, by):
    with database.writing() as session:
        session.get(Staff, by.staff_id).role = Role.ADMIN
    with pytest.raises(RuleBroken, match=r"permission\.denied"):
        _open(database, customer_id, by=by)
    with pytest.raises(RuleBroken, match=r"permission\.denied"):
        open_bills(database, contract_id, by=by, **CLERK)
    assert _events(database) == []


def test_a_supervisors_window_left_to_a_clerk_hides_the_protected(database, customer_id, by):
    with database.writing() as session:
        add_protection(session, customer_id)
    with pytest.raises(RuleBroken, match=r"customer\.gone"):
        _open(database, customer_id, by=by, role=Role.SUPERVISOR)
    with database.writing() as session:
        session.get(Staff, by.staff_id).role = Role.SUPERVISOR
    assert _open(database, customer_id, by=by, role=Role.SUPERVISOR).head.protected
