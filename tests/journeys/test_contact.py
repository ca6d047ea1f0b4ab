"""Contacts from the first word to the last, at the counter and on the phone, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from db.demo.accounts import PRACTICE_PASSWORD
from db.rules.contact_words import (
    Channel,
    CheckItem,
    CheckMethod,
    CheckResult,
    ContactState,
    FollowUpBy,
    Topic,
)
from db.rules.member_words import Procedure
from tests.journeys import at_desk
from tests.journeys.at_desk import (
    ALT,
    BACKSPACE,
    COMPANY,
    CONTROL,
    DOWN,
    ENTER,
    ESC,
    F4,
    F8,
    F11,
    F12,
    HANAKO,
    HER_PHONE,
    KAZUO,
    KENICHI,
)

MEMO = "納付書の再発行を案内。"


def write_memo(clerk, text):
    clerk.press(Qt.Key.Key_M, CONTROL)
    clerk.write(text)


def choose_topic(clerk, times=1):
    topic = clerk.panel.body.entries.topic
    clerk.tab_to(topic.group)
    clerk.press(DOWN)
    clerk.tab_to(topic.topic)
    clerk.press(DOWN, times=times)


@pytest.mark.parametrize(("kind", "language"), [("sqlite", "ja"), ("postgresql", "en")])
def test_somebody_shows_a_document_and_is_served(start, request, kind, language):
    town_url = request.getfixturevalue(f"{kind}_town_url")
    clerk = start(town_url, language)
    clerk.sign_in()
    clerk.open(HANAKO)
    clerk.press(F8)
    assert clerk.work.rooms.member.unknown.isVisible()
    assert HER_PHONE not in at_desk.shown(clerk)
    at_desk.check_document(clerk)
    clerk.until(lambda: HER_PHONE in at_desk.shown(clerk))
    write_memo(clerk, MEMO)
    choose_topic(clerk, times=2)
    contact_id = at_desk.finish(clerk)
    assert clerk.work.begin.isVisible()
    noted = at_desk.facts_of(town_url, contact_id)
    assert (noted.state, noted.channel) == (ContactState.FINISHED, Channel.COUNTER)
    assert (noted.topic, noted.memo) == (Topic.SLIP_REISSUE, MEMO)
    assert noted.identity.method is CheckMethod.DOCUMENT
    clerk.open(HANAKO)
    clerk.press(Qt.Key.Key_8, ALT)
    assert MEMO in [row.memo for row in clerk.work.rooms.contacts.table.records.rows()]


@pytest.mark.parametrize("language", ["en"])
def test_a_caller_answers_questions(start, sqlite_town_url, language):
    clerk = start(sqlite_town_url, language)
    clerk.sign_in("denwa")
    clerk.open(HANAKO)
    assert clerk.contact.channel is Channel.PHONE
    at_desk.check_by_phone(clerk, CheckItem.LAST_AMOUNT, "1234")
    clerk.until(lambda: clerk.contact.identity is not None)
    assert clerk.contact.identity.result is CheckResult.FAILED
    assert HER_PHONE not in at_desk.shown(clerk)
    form = clerk.panel.body.identity.form
    assert form.isVisible()
    clerk.tab_to(form.items[-1])
    clerk.press(Qt.Key.Key_Space)  # called back
    clerk.until(lambda: HER_PHONE in form.number.text())
    clerk.press(ENTER)
    clerk.until(lambda: at_desk.is_known(clerk))
    clerk.wait()
    assert clerk.contact.identity.method is CheckMethod.CALL_BACK
    contact_id = at_desk.finish(clerk)
    noted = at_desk.facts_of(sqlite_town_url, contact_id)
    assert CheckItem.CALLED_BACK in noted.identity.items


def test_a_caller_knows_the_number_on_the_bill(start, postgresql_town_url):
    clerk = start(postgresql_town_url, "ja")
    clerk.sign_in("denwa")
    clerk.open(HANAKO)
    assert HER_PHONE not in at_desk.shown(clerk)
    number = at_desk.customer_number(postgresql_town_url, HANAKO)
    at_desk.check_by_phone(clerk, CheckItem.CUSTOMER_NUMBER, number)
    clerk.until(lambda: at_desk.is_known(clerk))
    clerk.until(lambda: HER_PHONE in at_desk.shown(clerk))
    known = at_desk.facts_of(postgresql_town_url, at_desk.finish(clerk)).identity
    assert known.method is CheckMethod.QUESTIONS
    assert set(known.items) == {CheckItem.NAME, CheckItem.PLACE, CheckItem.CUSTOMER_NUMBER}


def begin_registration(clerk, login_id):
    """Open the form of 会員登録, and write into it."""
    if not at_desk.is_known(clerk):
        at_desk.check_document(clerk)
    clerk.press(F8)
    clerk.press(at_desk.digit(1))
    clerk.tab_to(clerk.frame.form.login_id)
    clerk.write(login_id)


def test_a_customer_waits_while_another_is_served(at_work, sqlite_town_url):
    clerk = at_work("ja")
    clerk.open(HANAKO)
    begin_registration(clerk, "hanako2024")
    clerk.press(ESC)
    write_memo(clerk, MEMO)
    first = clerk.contact.contact_id
    at_desk.park(clerk)
    clerk.open(KAZUO)
    second = at_desk.finish(clerk)
    at_desk.resume(clerk, "山田 花子")
    assert clerk.contact.contact_id == first != second
    assert clerk.panel.body.entries.memo.text() == MEMO
    assert at_desk.is_known(clerk)
    clerk.press(F8)
    clerk.press(at_desk.digit(1))
    assert clerk.frame.form.login_id.text() == "hanako2024"


def test_three_customers_wait_at_most(at_work, sqlite_town_url):
    clerk = at_work("ja")
    for number in (HANAKO, KAZUO, COMPANY):
        clerk.open(number)
        write_memo(clerk, MEMO)
        at_desk.park(clerk)
    clerk.open(KENICHI)
    write_memo(clerk, MEMO)
    assert len(clerk.work.serving.waiting) == 3
    clerk.press(F11)
    assert len(clerk.work.parked.lines()) == 3  # nothing offers to let a fourth wait
    clerk.press(ESC)
    served = clerk.contact.contact_id
    clerk.seek(HANAKO)
    clerk.until(clerk.main.banners.isVisible)
    assert clerk.contact.contact_id == served
    assert at_desk.states(sqlite_town_url) == [ContactState.PARKED] * 3 + [ContactState.OPEN]


def test_a_wrong_opening_ends_by_one_key(at_work, sqlite_town_url):
    clerk = at_work("en")
    clerk.open(KAZUO)
    clerk.press(BACKSPACE, CONTROL)
    clerk.until(lambda: not clerk.page.is_open())
    assert at_desk.states(sqlite_town_url) == [ContactState.WRONG_OPENING]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nothing_typed_is_lost_when_the_program_dies(start, kill, request, kind):
    url = request.getfixturevalue(f"{kind}_town_url")
    clerk = start(url, "ja")
    clerk.sign_in()
    clerk.open(HANAKO)
    at_desk.check_document(clerk)
    write_memo(clerk, MEMO)
    died = clerk.contact.contact_id
    clerk.until(lambda: at_desk.facts_of(url, died).memo == MEMO)  # by itself, still in the memo
    begin_registration(clerk, "hanako2024")
    clerk.until(lambda: Procedure.REGISTER in at_desk.kept_drafts(url, died))
    kill(clerk)
    clerk = start(url, "ja")
    clerk.sign_in()
    assert [each.contact_id for each in clerk.work.serving.waiting] == [died]
    at_desk.resume(clerk, "山田 花子")
    assert clerk.contact.contact_id == died
    assert clerk.panel.body.entries.memo.text() == MEMO
    clerk.press(F8)
    clerk.press(at_desk.digit(1))
    assert clerk.frame.form.login_id.text() == "hanako2024"


def test_what_was_promised_for_today_is_told_at_sign_in(start, sqlite_town_url, clock):
    clerk = start(sqlite_town_url, "ja")
    clerk.sign_in()
    clerk.open(KAZUO)
    write_memo(clerk, MEMO)
    follow_up = clerk.panel.body.entries.follow_up
    clerk.tab_to(follow_up.wanted)
    clerk.press(Qt.Key.Key_Space)  # tomorrow, unless another day is said
    promised = at_desk.finish(clerk)
    assert at_desk.facts_of(sqlite_town_url, promised).follow_up_by is FollowUpBy.STAFF
    clerk.sign_out()
    clock.advance(days=1, hours=-4)
    clerk.sign_in()
    due = clerk.work.follow_ups
    clerk.until(due.isVisible)
    assert promised in [each.contact_id for each in due.table.records.rows()]
    clerk.tab_to(due.table)
    while due.table.selected().contact_id != promised:
        clerk.press(DOWN)
    clerk.press(ENTER)
    clerk.until(clerk.page.is_open)
    clerk.wait()
    assert clerk.page.strip.contract.portal_number == KAZUO
    at_desk.finish(clerk)
    clerk.tab_to(due.table)
    while due.table.selected().contact_id != promised:
        clerk.press(DOWN)
    clerk.press(ENTER, CONTROL)
    clerk.until(lambda: at_desk.facts_of(sqlite_town_url, promised).followed_up_at is not None)
    clerk.wait()
    assert promised not in [each.contact_id for each in due.table.records.rows()]


def test_ten_idle_minutes_lock_and_one_password_brings_all_back(at_work, clock):
    clerk = at_work("en")
    clerk.open(HANAKO)
    write_memo(clerk, MEMO)
    begin_registration(clerk, "hanako2024")
    lock = clerk.main.lock_screen
    clock.advance(minutes=9)
    clerk.write("x")
    clock.advance(minutes=10)
    clerk.until(lambda: lock.is_locked)
    clerk.wait()
    clerk.write(PRACTICE_PASSWORD)
    clerk.press(ENTER)
    clerk.until(lambda: not lock.is_locked)
    clerk.wait()
    assert clerk.frame.form.login_id.text() == "hanako2024x"
    assert clerk.frame.form.login_id.edit.hasFocus()
    assert clerk.panel.body.entries.memo.text() == MEMO


def test_a_supervisor_takes_a_caller_for_known(start, postgresql_town_url, until):
    clerk = start(postgresql_town_url, "ja")
    clerk.sign_in("denwa")
    clerk.open(HANAKO)
    clerk.press(F4)
    clerk.tab_to(clerk.panel.body.identity.form.override)
    clerk.press(Qt.Key.Key_Space)
    for text in ("kantoku", PRACTICE_PASSWORD, "声を知っている。生年月日も一致。"):
        clerk.write(text)
        clerk.press(ENTER)
    clerk.until(lambda: at_desk.is_known(clerk))
    clerk.wait()
    assert clerk.contact.identity.method is CheckMethod.OVERRIDE
    contact_id = at_desk.finish(clerk)
    assert at_desk.facts_of(postgresql_town_url, contact_id).identity.items == ()


def test_whoever_has_no_water_is_passed_on(at_work, sqlite_town_url):
    clerk = at_work("ja")
    clerk.press(Qt.Key.Key_N, CONTROL)
    general = clerk.work.general
    clerk.until(general.entries.topic.topic.hasFocus)
    clerk.press(DOWN)
    clerk.tab_to(general.entries.memo.edit)
    clerk.write("寺町5丁目一帯で断水。")
    clerk.tab_to(general.entries.transfer.choice)
    clerk.press(DOWN)
    desk, phone = general.entries.transfer.value(), general.entries.transfer.phone.text()
    assert desk
    assert phone
    clerk.press(F12)
    clerk.press(ENTER)
    clerk.until(lambda: at_desk.states(sqlite_town_url) == [ContactState.FINISHED])
    with at_desk.reading(sqlite_town_url) as session:
        noted = at_desk.last_contact(session)
    assert (noted.customer_id, noted.topic) == (None, Topic.WATER_CUT)
    assert (noted.memo, noted.transferred_to) == ("寺町5丁目一帯で断水。", desk)
