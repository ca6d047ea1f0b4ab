"""What a delivery brings or changes is found as it is now, from the moment it is stored."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.commands.search_keys import refresh
from db.exchange.layout_files import load_layouts
from db.models import Contract, Customer, SearchKey
from db.queries.search import find
from db.queries.search_health import SearchHealth, search_health
from db.rules.import_words import ImportStage, ImportState
from db.rules.words import Role
from tests.db.exchange.night import Night

TODAY = dt.date(2024, 9, 18)


@pytest.fixture(autouse=True)
def everybody_is_looked_up(monkeypatch):
    monkeypatch.setattr("db.queries.search_health._ONE_IN", 1)


def replaced(folder, name, *pairs):
    """Change lines of a file."""
    file = folder / f"{name}_20240918.csv"
    content = file.read_bytes().decode("cp932")
    for before, after in pairs:
        assert before in content
        content = content.replace(before, after, 1)
    file.write_bytes(content.encode("cp932"))


def found(database, asked):
    """How many contracts are found; the search must agree with what is registered."""
    with database.reading() as session:
        assert search_health(session) == SearchHealth()
        return find(session, asked, role=Role.COUNTER, today=TODAY).total


def test_what_a_delivery_changes_is_found_as_it_is_now(database, folder, deliver):
    Night(9).write(folder)
    deliver()
    assert (found(database, "山田花子7"), found(database, "小川")) == (1, 0)
    replaced(folder, "CUSTOMER", ("山田　花子7", "小川　花子7"))
    deliver()
    assert (found(database, "山田花子7"), found(database, "小川花子7")) == (0, 1)


@pytest.mark.parametrize("together", [10_000, 3])
def test_a_night_of_old_and_new_leaves_the_search_as_if_made_anew(
    database, folder, deliver, monkeypatch, together
):
    monkeypatch.setattr("db.commands.search_keys._MANY", together)
    monkeypatch.setattr("db.exchange.foreseen._AT_ONCE", 4)
    Night(9).write(folder)
    deliver()
    assert found(database, "山田花子") == 9
    Night(30).write(folder)
    replaced(
        folder, "CUSTOMER", ("山田　花子1,", "小川　花子1,"), ("076-002-0002", "090-1234-5678")
    )
    replaced(folder, "LOCATION", ("本町4丁目3番", "片町4丁目3番"))
    replaced(folder, "CONTRACT", ("0000000000000005", "7000000000000005"))
    assert deliver().state is ImportState.STORED
    asked = ("小川花子1", "090-1234-5678", "片町4-3", "7000000000000005", "山田花子", "M00000020")
    assert [found(database, each) for each in asked] == [1, 1, 1, 1, 29, 1]


def test_a_meter_that_moves_is_found_at_its_new_place_alone(database, folder, deliver):
    Night(3).write(folder)
    deliver()
    for file in folder.iterdir():
        file.unlink()
    Night(3).write(folder, ["meters"])
    replaced(folder, "METER", ("M00000002,0000000002", "M00000002,0000000003"))
    deliver()
    assert found(database, "M00000002") == 1
    with database.reading() as session:
        keys = session.scalars(select(SearchKey.numbers).order_by(SearchKey.contract_id)).all()
    assert ["m00000002" in key for key in keys] == [False, False, True]


def test_what_a_layout_leaves_out_is_found_as_before(tmp_path, database, folder, deliver):
    (tmp_path / "customers.toml").write_text(_NAMES_ALONE, "utf-8")
    Night(3).write(folder)
    deliver()
    for file in folder.iterdir():
        file.unlink()
    lines = "0000000002,person,小川　花子,オガワ　ハナコ\n0000000009,person,林　実,ハヤシ　ミノル\n"
    (folder / "NAMES.csv").write_bytes(lines.encode("cp932"))
    assert deliver(layouts=load_layouts(tmp_path)).state is ImportState.STORED
    asked = ("小川花子", "076-002-0002", "本町3-2")
    assert [found(database, each) for each in asked] == [1, 1, 1]


def test_a_desk_that_is_faster_than_the_switch_is_heard(database, folder, deliver):
    Night(3).write(folder)
    deliver()
    replaced(folder, "LOCATION", ("本町3丁目2番", "片町3丁目2番"), ("本町4丁目3番", "片町4丁目3番"))
    changed = []

    def change_a_phone(at):
        if at.stage is ImportStage.KEYS and at.done == at.of and not changed:
            with database.writing() as session:
                changed.append(session.scalar(select(Contract.id).order_by(Contract.id).offset(1)))
                customer_id = session.get(Contract, changed[0]).customer_id
                session.get(Customer, customer_id).phone = "080-7777-6666"
                session.flush()
                refresh(session, changed)

    assert deliver(progress=change_a_phone).state is ImportState.STORED
    assert changed
    asked = ("080-7777-6666", "076-002-0002", "片町3-2", "片町4-3")
    assert [found(database, each) for each in asked] == [1, 0, 1, 1]


_NAMES_ALONE = """
kind = "customers"
files = ["NAMES.csv"]
format = "csv"
encoding = "cp932"
columns = [{ name = "host_number" }, { name = "kind" }, { name = "name" }, { name = "kana" }]
"""
