"""Every customer of a town in the lowest window: whatever their case, it has room."""

from __future__ import annotations

from sqlalchemy import select

from db.engine import Database, open_engine
from db.models import Contract
from db.queries.protections import visible_to
from db.rules.words import OpeningReason, Role
from desktop.main_window import LEAST_SIZE
from tests.journeys.room import covered, cut
from tests.journeys.screens import ALT, SECTIONS


def one_contract_each(url):
    """Give the last contract of each customer whom a clerk can open, billed or not yet."""
    database = Database(open_engine(url))
    seen = select(Contract.customer_id, Contract.id)
    seen = seen.where(visible_to(Role.COUNTER, Contract.customer_id))
    with database.reading() as session:
        rows = session.execute(seen.order_by(Contract.id))
        contracts = dict(rows.all())
    database.dispose()
    return contracts


def test_everybody_fits_into_the_lowest_window(at_work, sqlite_town_url):
    clerk = at_work("en")  # its words are the longer ones
    clerk.main.resize(*LEAST_SIZE)
    faults = []
    for customer_id, contract_id in one_contract_each(sqlite_town_url).items():
        clerk.work.open_customer(customer_id, contract_id, OpeningReason.SEARCHED)
        for key in (SECTIONS["contract"], SECTIONS["overview"]):
            clerk.press(key, ALT)
            told = [*cut(clerk.main), *covered(clerk.main)]
            faults += [f"{customer_id}, {key.name}: {fault}" for fault in told]
    assert faults == []
