"""Deciding on registrations made on the portal, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from db.commands.member_registration import refuse
from db.errors import OutOfReach
from db.rules.member_words import MailKind, MemberRefusal, MemberState
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from desktop.screens.pending import PendingMembers
from tests.desktop.member_help import events, mails, member
from tests.desktop.procedure_help import ENTER, press
from tests.factories import add_contract, add_customer
from tests.member_factories import add_member

SPACE, DOWN, TAB = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Tab


@pytest.fixture
def waiting(desk):
    """Two registrations: one that fits, one under another name."""
    with desk.database.writing() as session:
        fits = add_member(session, state=MemberState.PENDING)
        other = add_customer(session, "北村 一郎", "キタムラ イチロウ")
        held = (add_contract(session, other),)
        wrong = add_member(
            session, other, held, state=MemberState.PENDING, email="ichiro@example.jp"
        )
    return fits, wrong


@pytest.fixture
def open_room(desk, show, qtbot):
    """Enter the room, and put the keyboard into it."""

    def open_room(desk=desk):
        room = show(PendingMembers(desk))
        room.resize(1178, 600)
        room.told, room.opened = [], []
        desk.messages.told.connect(lambda message: room.told.append(message.text))
        room.customer_wanted.connect(room.opened.append)
        room.reload()
        qtbot.waitUntil(lambda: not desk.tasks.busy)
        room.setFocus()
        return room

    return open_room


@pytest.fixture
def room(waiting, open_room):
    return open_room()


def settled(room, qtbot):
    qtbot.waitUntil(lambda: not room._desk.tasks.busy)


def test_a_registration_that_fits_is_accepted_with_f12_twice(desk, room, waiting, qtbot):
    assert room.table.hasFocus()
    assert dict(room.facts.facts())["Found"] == "Name and number fit"
    room.decide()
    assert "F12 once more" in room.sure.text()
    assert member(desk, waiting[0]).state is MemberState.PENDING
    with qtbot.waitSignal(desk.messages.noted):
        room.decide()
    settled(room, qtbot)
    assert member(desk, waiting[0]).state is MemberState.ACTIVE
    assert (MailKind.REGISTERED, "hanako@example.jp") in mails(desk)
    assert room.table.model().rowCount() == 1


def test_a_registration_under_another_name_is_refused_with_that_reason(desk, room, waiting, qtbot):
    press(room, DOWN)
    assert dict(room.facts.facts())["Found"] == "Not the user of the contract"
    assert room.reason.currentData() == MemberRefusal.NOT_THE_USER
    room.refuse.setFocus()
    press(room, SPACE)
    assert "Press the button once more" in room.sure.text()
    with qtbot.waitSignal(desk.messages.noted):
        press(room, SPACE)
    settled(room, qtbot)
    assert member(desk, waiting[1]).state is MemberState.REFUSED
    assert mails(desk) == {(MailKind.REFUSED, "ichiro@example.jp")}


def test_another_reason_asks_again(desk, room, waiting):
    room.refuse.setFocus()
    press(room, SPACE)
    room.reason.setFocus()
    press(room, DOWN)
    room.refuse.setFocus()
    press(room, SPACE)
    assert "once more" in room.sure.text()
    assert member(desk, waiting[0]).state is MemberState.PENDING


def test_going_to_another_registration_takes_the_question_back(desk, room, waiting, qtbot):
    room.decide()
    press(room, DOWN)
    assert room.sure.text() == ""
    room.decide()
    assert room.sure.text() != ""
    settled(room, qtbot)
    assert member(desk, waiting[1]).state is MemberState.PENDING


def test_enter_opens_the_customer_instead(desk, room, waiting):
    press(room, ENTER)
    assert room.opened == [member(desk, waiting[0]).customer_id]


def test_f12_pressed_three_times_accepts_once(desk, room, qtbot):
    room.decide()
    room.decide()
    room.decide()
    settled(room, qtbot)
    assert len(events(desk, EventKind.MEMBER_ACTIVATED)) == 1


def test_what_another_counter_decided_meanwhile_is_told(desk, room, waiting, qtbot):
    with desk.database.writing() as session:
        refuse(
            session,
            waiting[0],
            version=1,
            reason=MemberRefusal.OTHER,
            by=desk.actor,
            now=desk.now,
        )
    room.decide()
    room.decide()
    qtbot.waitUntil(lambda: room.told != [])
    settled(room, qtbot)
    assert member(desk, waiting[0]).state is MemberState.REFUSED
    assert room.table.model().rowCount() == 1


def test_nothing_waits(open_room):
    room = open_room()
    assert room.nothing.isVisible()
    assert room.nothing.fact.text() == "No registration waits"
    room.decide()
    assert room.told == []


def test_who_may_not_decide_is_told_who_can(desk_for, open_room):
    room = open_room(desk_for(Role.ADMIN))
    assert room.problem.hint.text().startswith("Counter staff, phone staff and supervisors")


def test_a_database_out_of_reach_is_told(room):
    room._fail(OutOfReach("unreachable"))
    assert "does not answer" in room.problem.hint.text()


def test_the_other_language_is_spoken_at_once(desk, room, qtbot):
    press(room, DOWN)
    desk.language.switch(LanguageCode.JA)
    qtbot.waitUntil(lambda: room._title.text() == "会員登録の審査")
    assert room.reason.currentData() == MemberRefusal.NOT_THE_USER
    assert dict(room.facts.facts())["フリガナ"] == "ヤマダ ハナコ"
