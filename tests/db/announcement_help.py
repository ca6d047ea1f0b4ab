"""A customer with two places, and what is announced to them."""

from __future__ import annotations

import datetime as dt

from db.queries.announcements import announcements_for
from tests.factories import add_contract, add_customer, add_location

TODAY = dt.date(2024, 9, 18)
NOW = dt.datetime(2024, 9, 18, 1, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


class Hanako:
    """A customer with a place in Honmachi and one in Hirooka, where somebody else lived before."""

    def __init__(self, session):
        self.id = add_customer(session)
        self.home = add_contract(session, self.id)
        hirooka = add_location(session, "金沢市広岡3丁目3番30号", address_latin="3-3-30 Hirooka")
        self.before = add_contract(session, None, hirooka, ended_on=dt.date(2024, 3, 31))
        self.shop = add_contract(session, self.id, hirooka, portal_number="1702445800312296")


def listed(session, customer, contract_id=None):
    """What is announced to a customer, by its id."""
    rows = announcements_for(session, customer, contract_id, today=TODAY)
    return {row.facts.announcement_id: row for row in rows}
