"""A settled search is remembered, whatever it found."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlalchemy import select

from db.commands.audit import Actor
from db.commands.searches import record_search
from db.models import AuditEvent
from db.queries.search_filters import SearchFilter
from db.rules.words import EventKind
from tests.db.findable import add_use

NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)


@pytest.fixture
def writing(database):
    with database.writing() as session:
        yield session


def test_a_settled_search_leaves_its_criteria_and_not_its_results(writing):
    add_use(writing)
    record_search(
        writing, "山田\x00  花子", only=SearchFilter.UNPAID, by=Actor(7, "窓口3"), now=NOW
    )
    record_search(writing, "  ", by=Actor(7, "窓口3"), now=NOW)

    (event,) = writing.scalars(select(AuditEvent)).all()
    assert (event.kind, event.staff_id, event.desk, event.at) == (
        EventKind.SEARCHED,
        7,
        "窓口3",
        NOW,
    )
    assert json.loads(event.facts) == {"text": "山田 花子", "only": "unpaid"}
    assert (event.customer_id, event.contract_id) == (None, None)
