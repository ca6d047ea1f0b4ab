"""A clerk at a counter, a customer, and the contact that the clerk has with them."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands.audit import Actor
from db.commands.contacts import start_contact
from db.commands.identity_checks import identified
from db.queries.contacts import contact_facts
from db.rules.contact_words import Channel, Disclosure
from db.rules.words import Role
from tests.contact_factories import STARTED as NOW
from tests.db.backup_help import Databases
from tests.factories import add_contract, add_customer, add_staff

LATER = NOW + dt.timedelta(minutes=7)


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
        return add_contract(session, customer_id)


@pytest.fixture
def contact_id(database, customer_id, by):
    with database.writing() as session:
        whose = {"customer_id": customer_id, "contract_id": None}
        return start_contact(session, **whose, channel=Channel.PHONE, by=by, now=NOW)


@pytest.fixture
def facts(database, contact_id):
    """Read the contact as it stands."""

    def read(number=contact_id):
        with database.reading() as session:
            return contact_facts(session, number)

    return read


@pytest.fixture
def act(database, by):
    """Do something as the clerk, seven minutes later."""

    def do(command, contact_id, **more):
        with database.writing() as session:
            return command(session, contact_id, **({"by": by, "now": LATER} | more))

    return do


@pytest.fixture
def supervisor(database):
    with database.writing() as session:
        return Actor(add_staff(session, role=Role.SUPERVISOR), "窓口9")


@pytest.fixture
def known(database, contact_id, customer_id, by):
    """Ask whether the speaker is known well enough for something."""

    def ask(disclosure=Disclosure.MEMBERSHIP, contact=contact_id, customer=customer_id, by=by):
        with database.writing() as session:
            return identified(session, contact, customer, disclosure, by=by)

    return ask


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request, tmp_path):
    """Databases of one kind that a test may replace: nobody keeps a connection to them."""
    kind = request.param
    template = "sqlite_template" if kind == "sqlite" else "postgres_template"
    server = None if kind == "sqlite" else request.getfixturevalue("postgres")
    folder = tmp_path / "databases"
    folder.mkdir()
    made = Databases(kind, folder=folder, template=request.getfixturevalue(template), server=server)
    before = made.all()
    yield made
    made.remove(before)


@pytest.fixture
def folder(tmp_path):
    """Where this test's backups go."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder
