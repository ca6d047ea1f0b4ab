"""What is registered can be found as it is now, and as long as it was so."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.commands.search_keys import refresh
from db.models import Contract, Customer, SearchKey
from db.queries.search import find
from db.rules.words import Role
from tests.db.findable import add_use
from tests.factories import add_contract, add_location, add_meter

TODAY = dt.date(2024, 9, 18)


@pytest.fixture
def writing(database):
    with database.writing() as session:
        yield session


def ids(session, text, **more):
    found = find(session, text, role=Role.COUNTER, today=TODAY, **more)
    return [row.contract_id for row in found.rows]


def test_a_changed_name_is_found_after_its_keys_are_written_anew(writing):
    contract_id = add_use(writing)
    writing.get(Customer, writing.get(Contract, contract_id).customer_id).name = "鈴木 花子"
    refresh(writing, [contract_id])

    assert ids(writing, "山田花子") == []
    assert ids(writing, "鈴木花子") == [contract_id]


def test_a_customer_is_found_by_the_meters_of_their_time_alone(writing):
    place = add_location(writing, meter=False)
    old = dt.date(2014, 4, 1)
    add_meter(writing, place, serial="14-000001", installed_on=old, removed_on=dt.date(2022, 4, 1))
    add_meter(writing, place, serial="22-000002")
    before = add_contract(writing, location_id=place, ended_on=dt.date(2021, 3, 31))
    after = add_contract(writing, location_id=place, started_on=dt.date(2022, 5, 1))
    refresh(writing, [before, after])

    assert ids(writing, "14-000001") == [before]
    assert ids(writing, "22-000002") == [after]


def test_keys_too_long_for_their_columns_are_cut_not_refused(writing):
    contract_id = add_use(
        writing, "\ufdfa" * 100, "\ufdfa" * 200, "㍿" * 200, latin_name="㍻" * 200
    )

    assert contract_id in ids(writing, "株式会社")


def test_refreshing_nobody_changes_nothing(writing):
    contract_id = add_use(writing)
    refresh(writing, [])
    refresh(writing, [contract_id, contract_id, 999_999])

    assert writing.scalars(select(SearchKey.contract_id)).all() == [contract_id]
