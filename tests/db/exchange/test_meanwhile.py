"""While a delivery is stored desks go on working, and nobody else stores one."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from db.commands.audit import Actor
from db.engine import Database, open_engine
from db.errors import RuleBroken
from db.models import Customer
from db.rules.import_words import ImportStage, ImportState
from db.rules.words import Role
from tests.db.exchange.night import Night
from tests.factories import add_setting, add_staff


def test_a_second_import_is_told_who_runs(database, folder, deliver):
    Night(4).write(folder)
    refused = []

    def try_again(_):
        if not refused:
            with pytest.raises(RuleBroken) as broken:
                deliver(into=second)
            refused.append(broken.value)

    second = Database(open_engine(database.engine.url.render_as_string(hide_password=False)))
    report = deliver(progress=try_again)
    second.dispose()
    assert report.state is ImportState.STORED
    assert refused[0].code == "import.running"
    assert refused[0].facts == {"by": "host", "since": "2024-09-18 18:13"}
    assert deliver().state is ImportState.CAME_BEFORE


def test_who_runs_is_named_as_others_know_them(database, folder, deliver):
    Night(1).write(folder)
    with database.writing() as session:
        by = Actor(add_staff(session, name="山本 管理", role=Role.ADMIN), "窓口9")
    refused = []

    def try_again(_):
        if not refused:
            with pytest.raises(RuleBroken) as broken:
                deliver()
            refused.append(broken.value.facts["by"])

    deliver(by=by, progress=try_again)
    # a server tells others of a session in ASCII, from which the name is found again
    assert [told.removesuffix(" 窓口9") for told in refused] == ["山本 管理"]


def test_desks_read_all_the_time_and_write_but_for_the_switch(database, folder, deliver):
    Night(4).write(folder)
    seen = []

    def work(at):
        with database.reading() as session:
            seen.append((at.stage, session.scalar(select(func.count()).select_from(Customer))))
        if at.stage is not ImportStage.STORING or database.engine.dialect.name != "sqlite":
            with database.writing() as session:
                add_setting(session, f"desk.{len(seen)}", "wrote")

    assert deliver(progress=work).state is ImportState.STORED
    assert {stage for stage, _ in seen} == set(ImportStage)
    assert {count for _, count in seen} == {0}
