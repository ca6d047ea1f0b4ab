"""The wrap-up panel, worked with the keyboard on a real database."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from sqlalchemy import text

from db.rules.contact_words import Channel, ContactState, FollowUpBy, Topic, TopicGroup
from db.rules.words import EventKind
from desktop import theme
from desktop.format import LanguageCode
from desktop.screens.wrap_up.panel import WrapUp
from tests.desktop.serving_help import (
    add_served,
    begin_contact,
    events,
    facts_of,
    head_of,
    press,
)
from tests.factories import add_setting
from tests.typing_help import type_text

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def served(desk):
    return add_served(desk)


@pytest.fixture
def contact(desk, served):
    return begin_contact(desk, served)


@pytest.fixture
def panel(desk, served, contact, show, qtbot):
    return panel_with(desk, served, contact, show=show, qtbot=qtbot)


def panel_with(desk, served, contact, *, show, qtbot):
    """Give a panel that shows the contact, as after a start of the program."""
    panel = WrapUp(desk)
    panel.resize(276, 560)
    show(panel)
    panel.show_contact(facts_of(desk, contact), head_of(desk, served), served.contract_id)
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    return panel


def write_memo(panel, words):
    panel.to_memo()
    type_text(panel.body.entries.memo.edit, words)


def choose(choice, value):
    """Choose in a list as the arrows do."""
    choice.setFocus()
    choice.choose(value)
    choice.picked.emit()


def test_what_is_typed_outlives_the_program(panel, desk, served, contact, show, qtbot):
    choose(panel.body.entries.topic.group, TopicGroup.BILLING)
    choose(panel.body.entries.topic.topic, Topic.SLIP_REISSUE)
    write_memo(panel, "納付書を紛失。")
    qtbot.waitUntil(lambda: facts_of(desk, contact).memo == "納付書を紛失。", timeout=3000)
    panel.close()
    again = panel_with(desk, served, contact, show=show, qtbot=qtbot)
    assert again.body.entries.memo.text() == "納付書を紛失。"
    assert again.body.entries.topic.value() is Topic.SLIP_REISSUE


def test_leaving_the_memo_keeps_it_at_once(panel, desk, contact, qtbot):
    write_memo(panel, "折り返し")
    press(Qt.Key.Key_Tab)
    assert not panel.body.entries.memo.edit.hasFocus()
    qtbot.waitUntil(lambda: facts_of(desk, contact).memo == "折り返し", timeout=900)


def test_a_contact_ends_with_two_keys(panel, desk, contact, qtbot):
    write_memo(panel, "Explained")
    panel.finish()  # F12
    assert panel.check.isVisible()
    assert panel.check.finish.hasFocus()
    with qtbot.waitSignal(panel.finished):
        press(Qt.Key.Key_Return)
    ended = facts_of(desk, contact)
    assert ended.state is ContactState.FINISHED
    assert ended.memo == "Explained"
    assert panel.contact is None


def test_before_the_end_the_clerk_sees_what_is_forgotten(panel):
    panel.finish()
    told = panel.check.caution.text()
    assert "Nobody was identified" in told
    assert "No topic" in told


def test_esc_goes_back_to_the_memo(panel):
    panel.to_memo()
    panel.finish()
    press(Qt.Key.Key_Escape)
    assert panel.body.isVisible()
    assert panel.body.entries.memo.edit.hasFocus()


def test_a_second_enter_ends_nothing_twice(panel, desk, contact, qtbot):
    panel.finish()
    with qtbot.waitSignal(panel.finished):
        press(Qt.Key.Key_Return)
        panel.check.confirmed.emit()
    assert len(events(desk, EventKind.CONTACT_FINISHED)) == 1


def test_a_wrong_opening_asks_nothing(panel, desk, contact, qtbot):
    with qtbot.waitSignal(panel.finished):
        panel.wrong_opening()
    assert facts_of(desk, contact).state is ContactState.WRONG_OPENING


def test_parking_keeps_what_is_typed(panel, desk, contact, qtbot):
    write_memo(panel, "書類を取りに戻られた")
    with qtbot.waitSignal(panel.parked) as told:
        panel.park()
    assert told.args[0].state is ContactState.PARKED
    assert facts_of(desk, contact).memo == "書類を取りに戻られた"


def test_a_phrase_is_written_with_its_digit(panel):
    panel.to_memo()
    panel.body.entries.memo.offer_phrases()  # what Ctrl+T of the window does
    menu = panel.body.entries.memo.menu
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_3)
    assert panel.body.entries.memo.text() == "Lost the payment slip. Issued again."
    menu.close()


def test_what_is_pasted_comes_without_its_looks(panel):
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("bold\u200b\tand\r\nplain")
    edit = panel.body.entries.memo.edit
    edit.insertFromMimeData(pasted)
    assert panel.body.entries.memo.text() == "bold and\nplain"
    assert edit.textCursor().charFormat().fontWeight() == edit.font().weight()


def test_lines_of_the_memo_have_air_between_them(panel):
    edit = panel.body.entries.memo.edit
    edit.show_text("one\ntwo")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    assert edit.textCursor().blockFormat().lineHeight() == 145


def test_a_follow_up_is_kept_with_day_and_person(panel, desk, contact, qtbot):
    follow_up = panel.body.entries.follow_up
    follow_up.wanted.setFocus()
    press(Qt.Key.Key_Space, Qt.Key.Key_Tab)
    assert follow_up.day.hasFocus()
    follow_up.day.selectAll()
    QTest.keyClicks(follow_up.day, "9/30")
    choose(follow_up.who, FollowUpBy.SUPERVISOR)
    assert follow_up.day.text() == "2024/09/30"
    panel.flush()
    qtbot.waitUntil(lambda: facts_of(desk, contact).follow_up_on == dt.date(2024, 9, 30))
    assert facts_of(desk, contact).follow_up_by is FollowUpBy.SUPERVISOR


def test_a_day_that_is_past_is_marked_and_not_kept(panel, desk):
    follow_up = panel.body.entries.follow_up
    follow_up.wanted.click()
    follow_up.day.setFocus()
    follow_up.day.selectAll()
    QTest.keyClicks(follow_up.day, "9/1")
    press(Qt.Key.Key_Tab)
    assert follow_up.day.property("state") == "error"
    assert follow_up.on() == desk.today + dt.timedelta(days=1)


def test_a_fault_names_the_desk_and_the_number_to_read_out(desk, served, contact, show, qtbot):
    with desk.database.writing() as session:
        add_setting(session, "desks.transfer", "配水課 | Mains | 076-220-2711")
    panel = panel_with(desk, served, contact, show=show, qtbot=qtbot)
    transfer = panel.body.entries.transfer
    assert not transfer.isVisible()
    choose(panel.body.entries.topic.group, TopicGroup.FAULT)
    assert transfer.isVisible()
    choose(transfer.choice, "配水課")
    assert transfer.phone.text() == "076-220-2711"
    panel.flush()
    qtbot.waitUntil(lambda: facts_of(desk, contact).transferred_to == "配水課")


def test_what_cannot_be_kept_is_told_once_and_kept_later(panel, desk, contact, qtbot):
    with desk.database.writing() as session:
        session.execute(text("ALTER TABLE contact RENAME TO away"))
    write_memo(panel, "first")
    panel.keeper.flush()
    qtbot.waitUntil(panel.body.trouble.isVisible)
    assert "kept here" in panel.body.trouble.text()
    with desk.database.writing() as session:
        session.execute(text("ALTER TABLE away RENAME TO contact"))
    panel.keeper.flush()
    qtbot.waitUntil(lambda: not panel.body.trouble.isVisible())
    assert facts_of(desk, contact).memo == "first"


def test_another_location_is_noted_and_nothing_typed_is_lost(panel, desk, served, contact, qtbot):
    write_memo(panel, "typed")
    shown = facts_of(desk, contact)
    panel.show_contact(shown, head_of(desk, served), None)
    assert panel.body.entries.memo.text() == "typed"
    panel.flush()
    qtbot.waitUntil(lambda: facts_of(desk, contact).contract_id is None)


def test_the_channel_is_changed_with_an_arrow(panel, desk, contact, qtbot):
    panel.body.entries.channel.button(0).setFocus()
    press(Qt.Key.Key_Right)
    panel.flush()
    qtbot.waitUntil(lambda: facts_of(desk, contact).channel is Channel.PHONE)


def test_the_time_runs(panel, desk, clock):
    clock.advance(minutes=4, seconds=12)
    panel.body.time.retranslate()
    assert panel.body.time.text() == "04:12"


def test_acts_write_themselves_down(panel, qtbot):
    panel.begin_check()
    press(Qt.Key.Key_1, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.body.acts.said() == ["Identity checked"])


def test_nothing_needs_to_be_scrolled_sideways(panel, qapp, language):
    for compact in (False, True):
        theme.apply(qapp, theme.load(), compact=compact)
        panel.begin_check()
        body = panel.body.identity.parentWidget()
        assert body.minimumSizeHint().width() <= panel.width()
    theme.apply(qapp, theme.load())


def test_a_wrong_opening_with_notes_is_not_thrown_away(panel, desk, contact, qtbot):
    write_memo(panel, "said something")
    with qtbot.waitSignal(desk.messages.told) as told:
        panel.wrong_opening()
    assert "finish with F12" in told.args[0].text
    assert facts_of(desk, contact).state is ContactState.OPEN


def test_the_last_look_follows_the_language(panel, language, qtbot):
    panel.finish()
    language.switch(LanguageCode.JA)
    qtbot.waitUntil(lambda: panel.check.finish.text().startswith("応対を終了"))
    language.switch(LanguageCode.EN)
    qtbot.waitUntil(lambda: "No topic" in panel.check.caution.text())


def test_an_older_note_never_overtakes_a_newer_one(panel, desk, contact, qtbot):
    write_memo(panel, "old")
    panel.keeper.flush()
    write_memo(panel, " and new")
    with qtbot.waitSignal(panel.parked):
        panel.park()
    qtbot.waitUntil(lambda: not panel.keeper.is_waiting())
    assert facts_of(desk, contact).memo == "old and new"


def test_a_long_memo_is_cut_short_in_the_last_look_only(panel, desk, contact, qtbot):
    panel.body.entries.memo.edit.show_text("\n".join("line" for _ in range(40)))
    panel.finish()
    assert panel.check.minimumSizeHint().height() < 400
    with qtbot.waitSignal(panel.finished):
        press(Qt.Key.Key_Return)
    assert facts_of(desk, contact).memo.count("line") == 40
