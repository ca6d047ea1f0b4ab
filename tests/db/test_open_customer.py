"""Nobody sees a customer or a bill without a record of it."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlalchemy import event, select

from db.commands.audit import Actor
from db.errors import RuleBroken
from db.guard.open_customer import open_bills, open_customer
from db.models import AuditEvent
from db.queries.contracts import contract_details
from db.rules.words import EventKind, OpeningReason, Role
from tests.db.statements import statements_of
from tests.factories import add_bill, add_contract, add_customer, add_staff

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
    return open_customer(
        database, customer_id, **({"reason": OpeningReason.SEARCHED} | CLERK | more)
    )


def test_opening_a_customer_records_who_where_and_why(database, customer_id, by):
    head = _open(database, customer_id, by=by, reason=OpeningReason.NUMBER)
    assert head.name == "山田 花子"
    opened = EventKind.CUSTOMER_OPENED
    expected = (opened, by.staff_id, "窓口3", customer_id, None, NOW, {"reason": "number"})
    assert _events(database) == [expected]


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
    assert [row[0] for row in _events(database)] == [EventKind.CUSTOMER_OPENED]


def test_a_whole_page_is_read_in_six_statements(database, customer_id, contract_id, by):
    with statements_of(database) as sent:
        head = _open(database, customer_id, by=by)
        open_bills(database, head.contracts[0].contract_id, by=by, **CLERK)
        with database.reading() as session:
            contract_details(session, contract_id, role=CLERK["role"], today=CLERK["today"])
    recording = [sql for sql in sent if "INSERT INTO audit_event" in sql]
    looking_up = [sql for sql in sent if sql.startswith("SELECT") and "LIMIT" in sql]
    assert len(recording) == 2
    # two of them ask whether the customer and the contract are there at all
    assert len(looking_up) == len(sent) - len(recording) == 6 + 2
