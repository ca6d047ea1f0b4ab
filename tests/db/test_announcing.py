"""Supervisors write announcements, clerks tell customers of them, on both databases."""

from __future__ import annotations

import json
import uuid

import pytest
from sqlalchemy import select

from db.commands import announcements as commands
from db.commands.audit import Actor
from db.errors import RuleBroken
from db.models import AnnouncementSeen, AuditEvent
from db.queries.announcement_reach import reach_of
from db.queries.announcements import (
    all_announcements,
    announcement,
)
from db.rules.announcements import AnnouncementState, Reach, Wording
from db.rules.words import EventKind, Role
from tests.announcement_factories import add_announcement
from tests.contact_factories import add_contact
from tests.db.announcement_help import DAY, NOW, TODAY, Hanako, listed
from tests.factories import add_contract, add_location, add_staff


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


def wording(**more):
    facts = {"title": " 夜間断水 ", "body": "断水します。\r\n濁ります。", "published_on": TODAY}
    return Wording(**(facts | more))


def write(session, by, **more):
    key = more.pop("key", None) or str(uuid.uuid4())
    return commands.write(session, wording(**more), key=key, by=by, now=NOW)


def fresh(session, announcement_id):
    session.flush()
    return announcement(session, announcement_id, today=TODAY)


def refused(call):
    with pytest.raises(RuleBroken) as raised:
        call()
    return raised.value


def events(session):
    session.flush()
    rows = session.scalars(select(AuditEvent).order_by(AuditEvent.id))
    return [(row.kind, json.loads(row.facts)) for row in rows]


def test_a_supervisor_writes_and_it_is_kept_as_typed_but_tidy(session, hanako, supervisor):
    number = write(session, supervisor, withdrawn_on=TODAY + 9 * DAY)
    kept = fresh(session, number)
    assert (kept.wording.title, kept.wording.body) == ("夜間断水", "断水します。\n濁ります。")
    assert (kept.state, kept.written_by_name) == (AnnouncementState.SHOWN, "高橋 恵子")
    assert events(session)[-1] == (
        EventKind.ANNOUNCEMENT_WRITTEN,
        {
            "announcement": number,
            "what": "夜間断水",
            "since": "2024-09-18",
            "until": "2024-09-27",
            "reason": None,
        },
    )


def test_a_form_sent_off_twice_announces_once(session, hanako, supervisor):
    key = str(uuid.uuid4())
    assert write(session, supervisor, key=key) == write(session, supervisor, key=key)
    assert len(all_announcements(session, role=Role.SUPERVISOR, today=TODAY)) == 1


@pytest.mark.parametrize("typed", ["金沢市広岡", "金沢市広岡３丁目", " 石川県金沢市広岡 "])
def test_a_town_is_found_however_it_is_written(session, hanako, supervisor, typed):
    add_contract(session, None, add_location(session, "広岡町5番地"))
    kept = fresh(session, write(session, supervisor, town=typed))
    assert kept.wording.town in {"金沢市広岡", "金沢市広岡3丁目", "広岡"}
    assert kept.reach is Reach.TOWN


def test_a_town_that_begins_no_address_is_refused(session, hanako, supervisor):
    broken = refused(lambda: write(session, supervisor, town="金沢市存在町"))
    assert (broken.code, broken.facts["field"]) == ("announcement.town_unknown", "town")


def test_one_contract_is_named_by_its_portal_number(session, hanako, supervisor):
    number = write(session, supervisor, portal_number="１７０２ 4458-0031 2296")
    assert fresh(session, number).wording.portal_number == "1702445800312296"
    assert number in listed(session, hanako.id, hanako.shop)
    broken = refused(lambda: write(session, supervisor, portal_number="1702445800312297"))
    assert broken.code == "announcement.number_unknown"


def test_how_many_are_reached_is_told_before_it_is_written(session, hanako):
    assert reach_of(session, wording(), today=TODAY).contracts == 2
    assert reach_of(session, wording(town="金沢市広岡"), today=TODAY).contracts == 1


def test_before_it_shows_everything_may_be_changed(session, hanako, supervisor):
    number = write(session, supervisor, published_on=TODAY + DAY)
    other = wording(title="漏水", published_on=TODAY + 2 * DAY, town="金沢市本町")
    commands.change(session, number, other, version=1, by=supervisor, now=NOW)
    kept = fresh(session, number)
    assert (kept.wording.title, kept.wording.town, kept.version) == ("漏水", "金沢市本町", 2)
    assert events(session)[-1][0] is EventKind.ANNOUNCEMENT_CHANGED


def test_what_customers_have_read_stays_and_only_its_end_moves(session, hanako, supervisor):
    number = write(session, supervisor)
    changing = {"version": 1, "by": supervisor, "now": NOW + 3 * DAY}
    other = wording(body="別の内容")
    broken = refused(lambda: commands.change(session, number, other, **changing))
    assert (broken.code, broken.facts["field"]) == ("announcement.already_shown", "body")
    until = wording(withdrawn_on=TODAY + 9 * DAY)
    commands.change(session, number, until, **changing)
    assert fresh(session, number).wording.withdrawn_on == TODAY + 9 * DAY


def test_what_another_changed_meanwhile_is_not_overwritten(session, hanako, supervisor):
    number = write(session, supervisor)
    facts = {"version": 2, "by": supervisor, "now": NOW}
    assert refused(lambda: commands.change(session, number, wording(), **facts)).code == (
        "record.changed"
    )
    broken = refused(lambda: commands.withdraw(session, number, reason="誤り", **facts))
    assert broken.code == "record.changed"
    assert refused(lambda: commands.withdraw(session, 99, reason="誤り", **facts)).code == (
        "announcement.gone"
    )


@pytest.mark.parametrize(
    ("begins", "state"), [(-DAY, AnnouncementState.ENDED), (DAY, AnnouncementState.WITHDRAWN)]
)
def test_it_is_withdrawn_with_a_reason_and_only_once(session, hanako, supervisor, begins, state):
    number = add_announcement(session, TODAY + begins)
    facts = {"by": supervisor, "now": NOW}
    blank = refused(lambda: commands.withdraw(session, number, version=1, reason=" ", **facts))
    assert blank.facts["field"] == "announcement.reason"
    commands.withdraw(session, number, version=1, reason="日程の変更", **facts)
    assert fresh(session, number).state is state
    kind, told = events(session)[-1]
    assert (kind, told["reason"]) == (EventKind.ANNOUNCEMENT_WITHDRAWN, "日程の変更")
    again = refused(lambda: commands.withdraw(session, number, version=2, reason="再", **facts))
    assert again.code == "announcement.over"


def test_a_clerk_notes_once_that_they_told_the_customer(session, hanako, clerk):
    number = add_announcement(session)
    contact = add_contact(session, staff_id=clerk.staff_id, customer_id=hanako.id)
    facts = {"contact_id": contact, "by": clerk, "now": NOW}
    assert commands.tell(session, number, hanako.shop, **facts)
    assert not commands.tell(session, number, hanako.shop, **facts)
    row = listed(session, hanako.id)[number]
    assert (row.seen_at, row.told_by_name) == (NOW, "鈴木 一")
    told = [event for event in events(session) if event[0] is EventKind.ANNOUNCEMENT_TOLD]
    assert [facts["contact"] for _, facts in told] == [contact]


def test_nobody_is_told_what_is_not_for_them(session, hanako, clerk):
    number = add_announcement(session, contract_id=hanako.home)
    later = add_announcement(session, TODAY + DAY)
    contact = add_contact(session, staff_id=clerk.staff_id, customer_id=hanako.id)
    facts = {"contact_id": contact, "by": clerk, "now": NOW}
    for told, place, code in (
        (number, hanako.shop, "announcement.not_theirs"),
        (later, hanako.home, "announcement.not_theirs"),
        (number, hanako.before, "contact.other_customer"),
        (number, 999, "contract.gone"),
    ):
        broken = refused(lambda a=told, c=place: commands.tell(session, a, c, **facts))
        assert broken.code == code
    assert session.scalars(select(AnnouncementSeen)).all() == []
