"""What a delivery brings or changes is found as it is now, from the moment it is stored."""

from __future__ import annotations

import datetime as dt

from db.queries.search import find
from db.queries.search_health import SearchHealth, search_health
from db.rules.words import Role
from tests.db.exchange.night import Night

TODAY = dt.date(2024, 9, 18)


def found(database, asked):
    """How many contracts are found; the search must agree with what is registered."""
    with database.reading() as session:
        assert search_health(session) == SearchHealth()
        return find(session, asked, role=Role.COUNTER, today=TODAY).total


def test_what_a_delivery_changes_is_found_as_it_is_now(database, folder, deliver):
    Night(9).write(folder)
    deliver()
    assert (found(database, "山田花子7"), found(database, "小川")) == (1, 0)
    file = folder / "CUSTOMER_20240918.csv"
    names = ("山田　花子7".encode("cp932"), "小川　花子7".encode("cp932"))
    file.write_bytes(file.read_bytes().replace(*names, 1))
    deliver()
    assert (found(database, "山田花子7"), found(database, "小川花子7")) == (0, 1)
