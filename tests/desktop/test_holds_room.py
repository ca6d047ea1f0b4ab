"""A customer's holds and protection, seen to by keyboard alone."""

from __future__ import annotations

import csv
import datetime as dt

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from db.commands.holds import end_hold
from db.errors import OutOfReach
from db.models import Hold, Protection
from db.rules.contact_words import HoldKind
from db.rules.member_words import Procedure
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from desktop.screens.holds import HoldsRoom
from tests.desktop.member_help import events
from tests.desktop.procedure_help import case_of, open_case, press
from tests.protection_factories import add_hold, add_protection

SPACE, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Down


@pytest.fixture
def case(desk):
    return open_case(desk, known=False)


@pytest.fixture
def open_room(desk, show, qtbot):
    """Enter the room of a customer, and put the keyboard into it."""

    def open_room(case, desk=desk):
        room = show(HoldsRoom(desk))
        room.resize(1178, 560)
        room.wanted, room.told = [], []
        room.procedure_wanted.connect(room.wanted.append)
        desk.messages.told.connect(lambda message: room.told.append(message.text))
        room.show_case(case)
        qtbot.waitUntil(lambda: not desk.tasks.busy)
        room.setFocus()
        return room

    return open_room


@pytest.fixture
def held(desk, case):
    with desk.database.writing() as session:
        return add_hold(session, case.head.customer_id)


@pytest.fixture
def supervisor(desk_for):
    return desk_for(Role.SUPERVISOR)


@pytest.fixture
def protected(supervisor):
    case = open_case(supervisor, known=False)
    with supervisor.database.writing() as session:
        add_protection(session, case.head.customer_id)
    return case_of(supervisor, case.contact.contact_id)


def hold(desk, hold_id):
    with desk.database.reading() as session:
        return session.get(Hold, hold_id)


def cells(room):
    return list(csv.reader(room.table.as_csv().decode("utf-8-sig").splitlines()))[1:]


def settled(room, qtbot):
    qtbot.waitUntil(lambda: not room._desk.tasks.busy)


def test_nothing_held_leads_to_the_form(desk, case, open_room):
    room = open_room(case)
    assert room.nothing.fact.text() == "Nothing is held back"
    assert room.set.hasFocus()
    press(room, SPACE)
    assert room.wanted == [Procedure.HOLD]


def test_each_hold_says_why_from_when_and_whether_it_holds(desk, case, held, open_room):
    with desk.database.writing() as session:
        past = {"from_on": dt.date(2023, 1, 1), "to_on": dt.date(2023, 1, 31)}
        add_hold(session, case.head.customer_id, kind=HoldKind.RETURNED_MAIL, **past)
    room = open_room(case)
    assert room.table.hasFocus()
    first, second = cells(room)
    assert first[:6] == ["Dispute", "Everything", "2024/09/01", "–", "漏水の疑い", "In force"]
    assert second[5] == "Not today"


def test_a_hold_is_ended_by_pressing_twice(desk, case, held, open_room, qtbot):
    room = open_room(case)
    room.end.setFocus()
    press(room, SPACE)
    assert room.end.text() == "End it? Once more does it"
    assert hold(desk, held).ended_at is None
    press(room, SPACE)
    settled(room, qtbot)
    assert hold(desk, held).ended_at is not None
    assert len(events(desk, EventKind.HOLD_ENDED)) == 1
    assert not room.end.isEnabled()


def test_going_to_another_hold_takes_the_question_back(desk, case, held, open_room):
    with desk.database.writing() as session:
        add_hold(session, case.head.customer_id, kind=HoldKind.INSTALMENTS)
    room = open_room(case)
    room.end.setFocus()
    press(room, SPACE)
    room.table.setFocus()
    press(room, DOWN)
    assert room.end.text() == "End this hold"
    press(room, Qt.Key.Key_Up)
    room.end.setFocus()
    press(room, SPACE)
    assert room.end.text() == "End it? Once more does it"


def test_a_hold_ended_at_another_counter_meanwhile_is_told(desk, case, held, open_room, qtbot):
    room = open_room(case)
    with desk.database.writing() as session:
        end_hold(session, held, version=1, by=desk.actor, now=desk.now)
    room.end.setFocus()
    press(room, SPACE, SPACE)
    qtbot.waitUntil(lambda: room.told != [])
    settled(room, qtbot)
    assert len(events(desk, EventKind.HOLD_ENDED)) == 1


def test_protecting_is_for_supervisors_and_says_so(desk, case, open_room):
    room = open_room(case)
    assert not room.protection.begin.isEnabled()
    assert room.protection.begin.toolTip() == "Supervisors can do this."
    assert room.protection.told.text() == "No protection is registered."


def test_administrators_set_no_holds(desk_for, case, open_room):
    room = open_room(case, desk_for(Role.ADMIN))
    for button in (room.set, room.end):
        assert not button.isEnabled()
        assert button.toolTip() == "Counter staff, phone staff and supervisors can do this."


def test_a_supervisor_begins_a_protection(supervisor, open_room):
    room = open_room(open_case(supervisor, known=False), supervisor)
    room.protection.begin.setFocus()
    press(room, SPACE)
    assert room.wanted == [Procedure.PROTECT]


def test_a_protection_ends_only_with_a_reason(supervisor, protected, open_room, qtbot):
    room = open_room(protected, supervisor)
    card = room.protection
    assert dict(card.facts.facts())["From whom"] == "元配偶者"
    card.end.setFocus()
    press(room, SPACE)
    assert card.reason.error() == "Type why the protection ends"
    assert card.reason.edit.hasFocus()
    press(room, "転居のため")
    card.end.setFocus()
    with qtbot.waitSignal(supervisor.messages.noted):
        press(room, SPACE)
    settled(room, qtbot)
    with supervisor.database.reading() as session:
        assert session.scalars(select(Protection)).one().ended_at is not None
    assert card.told.text() == "No protection is registered."


def test_a_reason_that_cannot_be_kept_is_told_at_its_field(supervisor, protected, open_room, qtbot):
    card = open_room(protected, supervisor).protection
    card.reason.edit.setText("あ" * 501)
    card.end.setFocus()
    press(card, SPACE)
    qtbot.waitUntil(lambda: card.reason.error() != "")
    assert "500" in card.reason.error()
    assert len(card.reason.text()) == 501


def test_a_protection_to_be_reviewed_says_so(supervisor, open_room):
    case = open_case(supervisor, known=False)
    with supervisor.database.writing() as session:
        add_protection(session, case.head.customer_id, to_on=dt.date(2024, 9, 30))
    room = open_room(case, supervisor)
    assert room.protection.told.text().startswith("To be reviewed")
    assert room.protection.begin.text() == "Review…"


def test_a_database_out_of_reach_is_told_and_tried_again(desk, case, held, open_room, qtbot):
    room = open_room(case)
    room._fail(OutOfReach("unreachable"))
    assert "does not answer" in room.problem.hint.text()
    room.setFocus()
    assert room.retry.hasFocus()
    press(room, SPACE)
    qtbot.waitUntil(room.table.isVisible)


def test_the_other_language_is_spoken_at_once(desk, case, held, open_room, qtbot):
    room = open_room(case)
    desk.language.switch(LanguageCode.JA)
    qtbot.waitUntil(lambda: room._title.text() == "保留事由")
    assert cells(room)[0][1] == "すべて"
