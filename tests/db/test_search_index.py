"""The index, the counts and the keys agree, whatever was written and on whichever database."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, text, update

from db.commands.search_keys import forget, rebuild, refresh
from db.models import Contract, Customer, Location, SearchFrequency, SearchKey
from db.models.search import SEARCH_INDEX
from db.queries.candidates import MOST_COUNTED, candidates
from db.queries.search import find
from db.queries.search_health import SearchHealth, search_health
from db.rules.search_terms import parse_query
from db.rules.search_text import SearchKeys, numbers_key, phone_key, text_key
from db.rules.search_tokens import tokens
from db.rules.words import Role
from tests.conftest import Clock
from tests.db.findable import add_use

TODAY = Clock().now.date()
SOUND = SearchHealth()
_SAID = st.text(st.sampled_from("山田𠮷髙﨑ハやﾀﾞー12-丁目ab O'&%　・壱"), max_size=8)


@pytest.fixture
def writing(database):
    with database.writing() as session:
        yield session


def ids(session, asked):
    rows = find(session, asked, role=Role.COUNTER, today=TODAY).rows
    return [row.contract_id for row in rows]


def customer_of(session, contract_id):
    return session.get(Customer, session.get(Contract, contract_id).customer_id)


def test_postgresql_makes_the_same_tokens(postgresql_database):
    with postgresql_database.reading() as session:

        @settings(
            max_examples=60,
            deadline=None,
            suppress_health_check=[HealthCheck.function_scoped_fixture],
        )
        @given(_SAID, _SAID, _SAID, _SAID, _SAID)
        def agree(name, latin, address, phone, serial):
            keys = SearchKeys(
                text_key(name, latin),
                text_key(latin),
                text_key(address, name),
                phone_key(phone + "0762634821/09012345678"),
                numbers_key(["1702445800312296", serial]),
            )
            columns = (keys.name, keys.kana, keys.address, keys.phone, keys.numbers)
            made = session.scalar(select(func.tsvector_to_array(func.search_vector(*columns))))
            assert set(made) == tokens(keys)

        agree()


def test_changes_leave_the_index_as_if_it_were_made_anew(writing):
    first, second, third = (add_use(writing) for _ in range(3))
    customer_of(writing, first).name = "𠮷田 花子"
    writing.get(Location, writing.get(Contract, second).location_id).address = "新町2丁目3番4号"
    customer_of(writing, second).phone = "090-1111-2222"
    refresh(writing, [first, second, third])
    forget(writing, [third])
    writing.execute(delete(Contract).where(Contract.id == third))

    assert search_health(writing) == SOUND
    assert (ids(writing, "吉田"), ids(writing, "新町2-3"), ids(writing, "1111")) == (
        [first],
        [second],
        [second],
    )
    assert ids(writing, "山田花子") == [second]


def test_keys_that_are_as_they_were_are_not_written_again(writing):
    contract_id = add_use(writing)
    before = dict(writing.execute(select(SearchFrequency.token, SearchFrequency.rows)).all())
    writing.execute(update(SearchFrequency).values(rows=SearchFrequency.rows))
    refresh(writing, [contract_id])

    after = dict(writing.execute(select(SearchFrequency.token, SearchFrequency.rows)).all())
    assert after == before


def test_what_is_rolled_back_is_found_as_before(database):
    with database.writing() as session:
        contract_id = add_use(session)
    with database.writing() as session:
        customer_of(session, contract_id).name = "鈴木 花子"
        refresh(session, [contract_id])
        session.rollback()
    with database.reading() as session:
        assert search_health(session) == SOUND
        assert ids(session, "山田花子") == [contract_id]


def test_a_city_is_indexed_together_as_contract_by_contract(writing, monkeypatch):
    monkeypatch.setattr("db.commands.search_keys._MANY", 3)
    made = [add_use(writing, f"山田 {name}") for name in "甲乙丙丁戊"]
    forget(writing, made)
    assert ids(writing, "山田") == []

    refresh(writing, made)

    assert ids(writing, "山田") == made
    assert search_health(writing) == SOUND


def test_a_name_that_was_changed_behind_the_back_of_the_keys_is_stale(writing):
    contract_id = add_use(writing)
    customer_of(writing, contract_id).name = "鈴木 花子"
    writing.flush()

    assert search_health(writing).stale == 1


def test_a_count_that_is_wrong_is_noticed(writing):
    add_use(writing)
    writing.execute(delete(SearchFrequency).where(SearchFrequency.token == "n5c71x7530"))

    assert search_health(writing) == SearchHealth(miscounted=1)


def test_an_index_that_lacks_a_contract_or_leads_elsewhere_is_noticed(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_use(session, id=100)
        keys = session.get(SearchKey, contract_id)
        found = tokens(SearchKeys(keys.name, keys.kana, keys.address, keys.phone, keys.numbers))
        row = {"rowid": contract_id, "tokens": " ".join(found), "search_index": "delete"}
        session.execute(insert(SEARCH_INDEX), [row])
        assert search_health(session) == SearchHealth(misplaced=len(found), unfound=1)

        elsewhere = {"rowid": 101, "tokens": row["tokens"]}
        session.execute(insert(SEARCH_INDEX), [elsewhere])
        assert search_health(session) == SearchHealth(unfound=1)


def test_a_broken_index_is_noticed_and_made_anew(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_use(session, id=100)
    with sqlite_database.writing() as session:
        session.execute(text("DELETE FROM search_index_data WHERE id > 10"))
    with sqlite_database.writing() as session:
        assert (search_health(session).misplaced > 0, search_health(session).unfound) == (True, 1)
        rebuild(session)
        assert search_health(session) == SOUND
        assert ids(session, "山田花子") == [contract_id]


def test_making_it_anew_mends_keys_counts_and_index(writing):
    contract_id = add_use(writing)
    customer_of(writing, contract_id).name = "鈴木 花子"
    writing.execute(delete(SearchFrequency))
    rebuild(writing)

    assert search_health(writing) == SOUND
    assert ids(writing, "鈴木") == [contract_id]


def test_more_than_are_counted_begin_with_whoever_was_meant(writing, monkeypatch):
    monkeypatch.setattr("db.queries.candidates.MOST_COUNTED", 5)
    for _ in range(7):
        add_use(writing, "小林 一", "コバヤシ ハジメ")
    begins = add_use(writing, "林田 実", "ハヤシダ ミノル")
    exact = add_use(writing, "林", "ハヤシ")

    found = find(writing, "林", role=Role.COUNTER, today=TODAY, limit=4)

    assert [row.contract_id for row in found.rows][:2] == [exact, begins]
    assert (found.total, found.uncounted, found.more) == (5, True, True)


def test_so_many_are_counted(writing):
    made = [add_use(writing) for _ in range(3)]
    found = find(writing, "山田", role=Role.COUNTER, today=TODAY, limit=2)

    assert (len(found.rows), found.total, found.uncounted, found.more) == (2, 3, False, True)
    asked = parse_query("山田").terms
    both = candidates(writing, asked, which=Contract.id != made[0], today=TODAY)
    assert (set(both.ids), both.total, both.uncounted) == ({*made[1:]}, 2, False)
    assert MOST_COUNTED == 1000
