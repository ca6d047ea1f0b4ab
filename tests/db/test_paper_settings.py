"""What the bureau has set for its paper, and changing it."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands.audit import Actor
from db.commands.settings import change_settings
from db.errors import RuleBroken
from db.queries.audit import audit_events
from db.queries.paper_settings import paper_settings, setting_facts
from db.queries.settings import bureau_facts
from db.rules.paper_settings import PaperSettings
from db.rules.words import EventKind, Role
from tests.db.race import at_once
from tests.factories import add_setting, add_staff

NOW = dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC)


@pytest.fixture
def admin(database):
    return added_admin(database)


def added_admin(database):
    with database.writing() as session:
        return Actor(add_staff(session, role=Role.ADMIN), "事務1")


def put(database, settings):
    with database.writing() as session:
        for name, value in settings.items():
            add_setting(session, name, value)


def read(database):
    with database.reading() as session:
        return paper_settings(session)


def change(database, by, changes, **versions):
    known = {name.replace("__", "."): version for name, version in versions.items()}
    with database.writing() as session:
        return change_settings(session, changes, versions=known, by=by, now=NOW)


def changes_told(database):
    with database.reading() as session:
        events = audit_events(session)
    facts = [e.facts for e in events if e.kind is EventKind.SETTING_CHANGED]
    return sorted((f["setting"], f["value_before"], f["value_after"]) for f in facts)


def test_where_nothing_is_set_the_usual_holds(sqlite_database):
    assert read(sqlite_database) == PaperSettings()
    assert read(sqlite_database).company_code_missing


def test_what_is_set_is_told(database):
    put(
        database,
        {
            "paper.company_code": "912345",
            "paper.invoice_number": "T7000012050002",
            "paper.window_x_mm": "-1.5",
            "paper.slip_days": "25",
            "paper.interest_rate": "870",
            "paper.bundle_size": "",
        },
    )
    assert read(database) == PaperSettings(
        company_code="912345",
        invoice_number="T7000012050002",
        window_x_mm=-1.5,
        slip_days=25,
        interest_rate=870,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("paper.company_code", "12"),
        ("paper.slip_days", "bald"),
        ("paper.interest_rate", "14.6"),
        ("paper.window_y_mm", "21"),
    ],
)
def test_what_nobody_can_read_is_named(sqlite_database, name, value):
    put(sqlite_database, {name: value})
    with pytest.raises(RuleBroken) as refused:
        read(sqlite_database)
    assert refused.value.code == "setting.unreadable"
    assert refused.value.facts == {"name": name, "value": value}


def test_an_administrator_changes_settings_and_each_is_on_record(database, admin):
    put(database, {"bureau.phone": "076-220-0000"})
    changed = change(
        database,
        admin,
        {"bureau.phone": "０７６－２２０－２１１１", "paper.company_code": "912345"},
        bureau__phone=1,
    )
    assert changed == ("bureau.phone", "paper.company_code")
    assert read(database).company_code == "912345"
    with database.reading() as session:
        assert bureau_facts(session).bureau_phone == "076-220-2111"
        versions = {f.name: f.version for f in setting_facts(session)}
    assert (versions["bureau.phone"], versions["paper.company_code"]) == (2, 1)
    assert changes_told(database) == [
        ("bureau.phone", "076-220-0000", "076-220-2111"),
        ("paper.company_code", "", "912345"),
    ]


def test_what_is_as_it_was_is_neither_stored_nor_told(sqlite_database):
    admin = added_admin(sqlite_database)
    put(sqlite_database, {"paper.slip_days": "25"})
    assert change(sqlite_database, admin, {"paper.slip_days": "25"}, paper__slip_days=1) == ()
    assert changes_told(sqlite_database) == []


@pytest.mark.parametrize("version", [0, 2])
def test_what_another_changed_meanwhile_is_not_overwritten(database, admin, version):
    put(database, {"paper.slip_days": "25"})
    changes = {"paper.company_code": "912345", "paper.slip_days": "20"}
    with pytest.raises(RuleBroken, match=r"record\.changed"):
        change(database, admin, changes, paper__slip_days=version)
    assert (read(database).slip_days, read(database).company_code_missing) == (25, True)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"paper.company_code": "912345", "paper.slip_days": "0"}, "setting.whole_number"),
        ({"database.fictional": "no"}, "setting.unknown"),
    ],
)
def test_a_refused_change_changes_nothing(sqlite_database, changes, code):
    admin = added_admin(sqlite_database)
    with pytest.raises(RuleBroken) as refused:
        change(sqlite_database, admin, changes)
    assert refused.value.code == code
    assert read(sqlite_database) == PaperSettings()


def test_of_two_who_set_the_same_at_once_one_is_told(postgresql_database):
    admin = added_admin(postgresql_database)

    def setting(code):
        changes = {"paper.company_code": code}
        return lambda s: change_settings(s, changes, versions={}, by=admin, now=NOW)

    outcomes = at_once(postgresql_database, setting("912345"), setting("954321"))
    assert sorted(outcomes, key=str) == [("paper.company_code",), "record.changed"]
