"""What customers are told of on their portal, and what supervisors see, on both databases."""

from __future__ import annotations

import datetime as dt

import pytest

from db.commands.audit import Actor
from db.queries.announcements import (
    all_announcements,
    portal_closed,
    unread_count,
)
from db.rules.announcements import AnnouncementState, Reach
from db.rules.masking import MASKED
from db.rules.periods import TOKYO
from db.rules.words import Role
from tests.announcement_factories import add_announcement, add_closure, add_seen
from tests.db.announcement_help import DAY, TODAY, Hanako, listed
from tests.factories import add_bill, add_contract, add_customer, add_location, add_staff
from tests.protection_factories import add_protection


@pytest.fixture
def session(database):
    with database.writing() as session:
        yield session


@pytest.fixture
def supervisor(session):
    return Actor(add_staff(session, name="高橋 恵子", role=Role.SUPERVISOR), "窓口1")


@pytest.fixture
def clerk(session):
    return Actor(add_staff(session, name="鈴木 一"), "窓口3")


@pytest.fixture
def hanako(session):
    return Hanako(session)


def test_a_customer_finds_what_is_for_everybody_for_their_town_and_for_them(session, hanako):
    bill = add_bill(session, hanako.shop, payment_number="8000000000000077")
    to_all = add_announcement(session)
    to_town = add_announcement(session, TODAY - DAY, town="金沢市広岡3丁目")
    to_one = add_announcement(session, TODAY, contract_id=hanako.home)
    add_announcement(session, town="金沢市泉")
    add_announcement(session, contract_id=hanako.before)
    rows = listed(session, hanako.id)
    assert bill
    assert list(rows) == [to_one, to_town, to_all]
    assert (rows[to_all].address, rows[to_all].contract_id) == ("", hanako.home)
    assert (rows[to_town].address, rows[to_town].payment_number) == (
        "金沢市広岡3丁目3番30号",
        "8000000000000077",
    )
    assert rows[to_one].address == "金沢市本町1丁目2番3号"
    assert rows[to_one].payment_number is None
    assert set(listed(session, hanako.id, hanako.shop)) == {to_town, to_all}


def test_a_town_is_not_told_to_who_has_left_it(session, hanako):
    add_announcement(session, town="金沢市広岡")
    leaver = add_customer(session)
    place = add_location(session, "金沢市広岡1丁目1番1号")
    add_contract(session, leaver, place, ended_on=TODAY - DAY)
    assert listed(session, leaver) == {}
    assert unread_count(session, leaver, today=TODAY) == 0
    assert unread_count(session, hanako.id, today=TODAY) == 1


def test_what_is_scheduled_or_taken_back_is_not_shown_and_what_has_ended_is_told_as_such(
    session, hanako
):
    add_announcement(session, TODAY + DAY)
    add_announcement(session, TODAY - DAY, withdrawn_on=TODAY - DAY)
    over = add_announcement(session, TODAY - 9 * DAY, withdrawn_on=TODAY)
    last = add_announcement(session, TODAY, withdrawn_on=TODAY + DAY)
    rows = listed(session, hanako.id)
    assert list(rows) == [last, over]
    assert rows[over].facts.state is AnnouncementState.ENDED
    assert (rows[over].unread, rows[last].unread) == (False, True)
    assert unread_count(session, hanako.id, today=TODAY) == 1


def test_who_read_it_on_the_portal_and_whom_a_clerk_told_is_known(session, hanako, clerk):
    read, told = add_announcement(session), add_announcement(session)
    new = add_announcement(session)
    add_seen(session, read, hanako.shop)
    add_seen(session, told, hanako.home, told_by=clerk.staff_id)
    add_seen(session, new, hanako.before)
    rows = listed(session, hanako.id)
    assert (rows[read].unread, rows[read].told_by_name) == (False, None)
    assert rows[told].told_by_name == "鈴木 一"
    assert rows[new].unread
    assert unread_count(session, hanako.id, today=TODAY) == 1


def test_the_places_of_a_protected_customer_stay_hidden(session, hanako):
    add_protection(session, hanako.id)
    number = add_announcement(session, town="金沢市広岡")
    row = listed(session, hanako.id)[number]
    assert (row.address, row.address_latin) == (MASKED, MASKED)


def test_a_customer_without_a_contract_reads_what_is_for_everybody(session):
    nobody = add_customer(session)
    number = add_announcement(session)
    assert listed(session, nobody)[number].contract_id is None
    assert unread_count(session, nobody, today=TODAY) == 0


def test_supervisors_see_all_with_how_many_it_reaches(session, hanako, supervisor):
    to_all = add_announcement(session, written_by=supervisor.staff_id)
    to_town = add_announcement(session, town="金沢市広岡")
    to_one = add_announcement(session, contract_id=hanako.home)
    add_seen(session, to_town, hanako.shop)
    found = all_announcements(session, role=Role.SUPERVISOR, today=TODAY)
    counts = {each.facts.announcement_id: (each.contracts, each.seen) for each in found}
    assert counts == {to_one: (1, 0), to_town: (1, 1), to_all: (2, 0)}
    assert found[-1].facts.written_by_name == "高橋 恵子"
    assert [each.facts.reach for each in found] == [Reach.CONTRACT, Reach.TOWN, Reach.EVERYBODY]


def test_clerks_see_what_is_for_many_without_counts(session, hanako):
    to_all = add_announcement(session)
    add_announcement(session, contract_id=hanako.home)
    (found,) = all_announcements(session, role=Role.PHONE, today=TODAY)
    assert (found.facts.announcement_id, found.contracts, found.seen) == (to_all, None, None)


def test_the_portal_is_said_to_be_closed_now_or_within_a_day(session):
    begins = dt.datetime(2024, 9, 20, 22, 0, tzinfo=TOKYO)
    ends = begins + dt.timedelta(hours=8)
    add_closure(session, begins, ends)
    add_closure(session, begins + 5 * DAY, ends + 5 * DAY)
    add_closure(session, begins - DAY / 2, ends, withdrawn_on=dt.date(2024, 9, 15))
    assert portal_closed(session, begins - dt.timedelta(hours=25)) is None
    before = portal_closed(session, begins - dt.timedelta(hours=24))
    assert (before.closed_from, before.closed_to, before.title_en) == (
        begins,
        ends,
        "Portal closed",
    )
    assert not before.is_now(begins - dt.timedelta(seconds=1))
    assert portal_closed(session, begins).is_now(begins)
    assert portal_closed(session, ends) is None
