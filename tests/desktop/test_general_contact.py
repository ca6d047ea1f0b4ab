"""A caller without a customer: written down, passed on, ended with two keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.rules.contact_words import Channel, ContactState, Topic, TopicGroup
from db.rules.words import Role
from desktop.screens.general_contact import GeneralContact
from tests.desktop.serving_help import facts_of, press
from tests.factories import add_setting
from tests.typing_help import type_text


@pytest.fixture
def screen(desk_for, show, qtbot):
    desk = desk_for(Role.PHONE)
    with desk.database.writing() as session:
        add_setting(session, "desks.transfer", "配水課 | Mains | 076-220-2711\n# nobody\n")
    screen = GeneralContact(desk)
    screen.resize(1092, 512)
    show(screen)
    screen.begin()
    qtbot.waitUntil(lambda: screen.contact is not None and not desk.tasks.busy)
    return screen


def desk_of(screen):
    return screen._desk


def now_stored(screen):
    return facts_of(desk_of(screen), screen.contact.contact_id)


def test_it_begins_with_faults_ready_to_choose(screen):
    assert screen.entries.topic.group_value() is TopicGroup.FAULT
    assert screen.entries.topic.topic.hasFocus()
    assert screen.entries.channel_value() is Channel.PHONE
    assert now_stored(screen).customer_id is None


def test_a_fault_is_written_down_passed_on_and_ended(screen, qtbot):
    press(Qt.Key.Key_Down)
    assert screen.entries.topic.value() is Topic.WATER_CUT
    type_text(screen.entries.memo.edit, "本町1丁目、朝から断水")
    screen.entries.transfer.choice.setFocus()
    press(Qt.Key.Key_Down)
    assert screen.entries.transfer.phone.text() == "076-220-2711"
    contact = screen.contact.contact_id
    screen.finish()
    with qtbot.waitSignal(screen.finished):
        press(Qt.Key.Key_Return)
    ended = facts_of(desk_of(screen), contact)
    assert ended.state is ContactState.FINISHED
    assert ended.topic is Topic.WATER_CUT
    assert ended.memo == "本町1丁目、朝から断水"
    assert ended.transferred_to == "配水課"
    assert screen.contact is None


def test_the_desks_stand_there_with_their_numbers(screen):
    names = [desk.phone for desk in screen.entries.transfer.desks()]
    assert names == ["076-220-2711"]
    assert screen.desks.isVisible()


def test_what_is_typed_is_found_again_after_the_program_died(screen, show, qtbot):
    type_text(screen.entries.memo.edit, "濁り")
    screen.flush()
    qtbot.waitUntil(lambda: now_stored(screen).memo == "濁り")
    again = GeneralContact(desk_of(screen))
    show(again)
    again.begin()
    qtbot.waitUntil(lambda: again.contact is not None)
    assert again.contact.contact_id == screen.contact.contact_id
    assert again.entries.memo.text() == "濁り"


def test_going_elsewhere_keeps_it(screen, qtbot):
    type_text(screen.entries.memo.edit, "typed")
    screen.hide()
    screen.keeper.flush()
    qtbot.waitUntil(lambda: now_stored(screen).memo == "typed")
    screen.show()
    screen.begin()
    assert screen.entries.memo.text() == "typed"


def test_one_begun_by_mistake_is_closed_without_asking(screen, qtbot):
    contact = screen.contact.contact_id
    screen.discard.setFocus()
    with qtbot.waitSignal(screen.finished):
        press(Qt.Key.Key_Return)
    assert facts_of(desk_of(screen), contact).state is ContactState.WRONG_OPENING


def test_esc_goes_back_to_the_memo(screen):
    screen.finish()
    assert screen.check.finish.hasFocus()
    press(Qt.Key.Key_Escape)
    assert screen.entries.memo.edit.hasFocus()


def test_whoever_may_not_is_told(desk_for, show, qtbot):
    desk = desk_for(Role.ADMIN)
    screen = GeneralContact(desk)
    show(screen)
    with qtbot.waitSignal(desk.tasks.failed) as told:
        screen.begin()
    assert told.args[0].code == "permission.denied"
    assert screen.contact is None
    QTest.keyClick(QApplication.focusWidget() or screen, Qt.Key.Key_Tab)
