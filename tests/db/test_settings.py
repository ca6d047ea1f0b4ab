"""What the bureau has set once for all its desks."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.queries.settings import bureau_facts
from tests.factories import add_setting


def facts_with(database, settings):
    with database.writing() as session:
        for name, value in settings.items():
            add_setting(session, name, value)
    with database.reading() as session:
        return bureau_facts(session)


def test_a_new_database_has_the_usual_hours_and_no_delivery(database):
    facts = facts_with(database, {})
    assert (facts.portal_hours, facts.staff_hours) == ("7:00-26:00", "0:00-24:00")
    assert (facts.bureau_name, facts.bureau_name_en, facts.fictional) == ("", "", False)
    assert (facts.delivered_at, facts.payments_seen_to, facts.extra_closed_days) == (None, None, ())
    assert facts.lock_minutes == 10


def test_what_is_set_is_told(database):
    facts = facts_with(
        database,
        {
            "bureau.name": "金沢市企業局",
            "bureau.name_latin": "Kanazawa Waterworks",
            "bureau.phone": "076-220-2111",
            "bureau.postal_code": "9200031",
            "bureau.address": "金沢市広岡3丁目3番30号",
            "bureau.address_latin": "3-3-30 Hirooka, Kanazawa",
            "hours.staff": "８：００－２０：００",
            "database.fictional": "yes",
            "delivery.at": "2024-09-18T06:00:00+09:00",
            "delivery.payments_seen_to": "2024-09-17",
            "days.closed": "2024-12-30 2024-08-15",
            "desk.lock_minutes": "25",
        },
    )
    assert (facts.bureau_name, facts.bureau_name_en) == ("金沢市企業局", "Kanazawa Waterworks")
    assert (facts.bureau_phone, facts.staff_hours) == ("076-220-2111", "8:00-20:00")
    assert (facts.bureau_postal_code, facts.bureau_address, facts.bureau_address_en) == (
        "9200031",
        "金沢市広岡3丁目3番30号",
        "3-3-30 Hirooka, Kanazawa",
    )
    assert facts.fictional
    assert facts.lock_minutes == 25
    assert facts.delivered_at == dt.datetime(2024, 9, 17, 21, tzinfo=dt.UTC)
    assert facts.payments_seen_to == dt.date(2024, 9, 17)
    assert facts.extra_closed_days == (dt.date(2024, 8, 15), dt.date(2024, 12, 30))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hours.portal", "from seven"),
        ("delivery.at", "yesterday"),
        ("delivery.at", "2024-09-18T06:00:00"),
        ("delivery.payments_seen_to", "2024-02-30"),
        ("days.closed", "2024-12-30,2024-12-31"),
        ("desk.lock_minutes", "ten"),
        ("desk.lock_minutes", "0"),
        ("desk.lock_minutes", "61"),
    ],
)
def test_a_setting_nobody_can_read_is_named(database, name, value):
    with pytest.raises(RuleBroken) as refused:
        facts_with(database, {name: value})
    assert (refused.value.code, refused.value.facts["name"]) == ("setting.unreadable", name)
