"""Adding another location to a membership and giving one up, by keyboard alone."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from db.models import Contract, MemberContract
from db.rules.control_copy import Field, Line, NextStep
from db.rules.member_words import MailKind, Procedure
from db.rules.words import EventKind, Role
from desktop.format import LanguageCode
from desktop.screens.procedures.frame import Step
from desktop.screens.procedures.locations import AddLocationForm, RemoveLocationForm
from tests.desktop.member_help import (
    carry_out,
    events,
    faults,
    mails,
    refuse,
    serve_member,
    speak,
    take_role_away,
)
from tests.desktop.procedure_help import F12, drafts, press
from tests.factories import add_contract, add_customer, add_location
from tests.member_factories import add_member, add_member_contract

DOWN = Qt.Key.Key_Down
EAST = "金沢市東町2丁目5番6号"


@pytest.fixture
def served(desk):
    return serve_member(desk)


@pytest.fixture
def frame(desk, served, open_procedure):
    return open_procedure(AddLocationForm(desk, served[0]))


def place(desk, customer_id=None, **more):
    """A contract at another place; gives its id and both its numbers."""
    with desk.database.writing() as session:
        address = more.pop("address", EAST)
        contract_id = add_contract(session, customer_id, add_location(session, address), **more)
        contract = session.get_one(Contract, contract_id)
        return contract_id, contract.portal_number, contract.customer_number


def held(desk, member_id):
    with desk.database.reading() as session:
        now = MemberContract.member_id == member_id, MemberContract.held_to.is_(None)
        return set(session.scalars(select(MemberContract.contract_id).where(*now)))


def look_up(frame, number, qtbot):
    press(frame, number)
    form = frame.form
    qtbot.waitUntil(lambda: form._found is not None or form._problem is not None)


def test_a_location_is_added_by_its_portal_number(desk, frame, served, qtbot):
    case, member_id = served
    contract_id, portal_number, _ = place(desk, case.head.customer_id)
    assert frame.focusWidget() is frame.form.number.edit
    look_up(frame, portal_number, qtbot)
    assert frame.form.found.facts()[0] == ("Location", EAST)
    done = carry_out(frame, qtbot)
    assert done.lines == (Line(Field.LOCATION, None, EAST),)
    assert done.next_steps[0] is NextStep.LOCATION_SHOWN
    assert held(desk, member_id) == {case.contract_id, contract_id}
    assert mails(desk) == {(MailKind.LOCATION_ADDED, "hanako@example.jp")}


def test_the_shorter_customer_number_will_do_after_a_pause(desk, frame, served, qtbot):
    _, _, customer_number = place(desk, served[0].head.customer_id)
    look_up(frame, customer_number, qtbot)
    assert frame.form.found.facts()[2] == ("Customer number", customer_number)


def test_f12_before_the_number_was_looked_up_asks_for_patience(desk, frame, served, qtbot):
    _, portal_number, _ = place(desk, served[0].head.customer_id)
    press(frame, portal_number, F12)
    assert frame.step is Step.INPUT
    assert "being looked up" in frame.form.number.error()
    qtbot.waitUntil(lambda: frame.form.number.error() == "")
    press(frame, F12)
    assert frame.step is Step.CHECK


def test_without_a_number_nothing_goes_on(frame):
    press(frame, F12)
    assert faults(frame) == {"Number of the location": "Type the number of the location to add"}


def _gone(desk, case):
    return place(desk, case.head.customer_id, ended_on=dt.date(2024, 3, 31))[1]


def _of_another(desk, case):
    return place(desk)[1]


def _former_place(desk, case):
    with desk.database.writing() as session:
        location = add_location(session, EAST)
        ended = dt.date(2024, 3, 31)
        add_contract(session, case.head.customer_id, location, ended_on=ended)
        number = add_contract(session, add_customer(session, "北村 一郎"), location)
        return session.get_one(Contract, number).portal_number


def _own(desk, case):
    return case.contract.portal_number


def _taken(desk, case):
    contract_id, number, _ = place(desk, case.head.customer_id)
    with desk.database.writing() as session:
        other = add_member(session, add_customer(session, "北村 一郎"), ())
        add_member_contract(session, other, contract_id)
    return number


def _nowhere(desk, case):
    return "8888888888888888"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (_gone, "The use here ended on 2024/03/31; former occupants cannot add it."),
        (_former_place, "The use here ended on 2024/03/31; former occupants cannot add it."),
        (_of_another, "This number belongs to somebody else."),
        (_own, "This membership has the location already."),
        (_taken, "Another membership holds this contract."),
        (_nowhere, "No contract has this number."),
    ],
)
def test_why_a_location_cannot_be_added_is_told_at_the_field(
    desk, frame, served, qtbot, number, told
):
    look_up(frame, number(desk, served[0]), qtbot)
    press(frame, F12)
    assert frame.form.number.error().startswith(told)
    assert frame.form.found.facts() == []
    assert held(desk, served[1]) == {served[0].contract_id}


def test_a_location_taken_at_another_counter_meanwhile_is_not_added(desk, frame, served, qtbot):
    contract_id, number, _ = place(desk, served[0].head.customer_id)
    look_up(frame, number, qtbot)
    with desk.database.writing() as session:
        other = add_member(session, add_customer(session, "北村 一郎"), ())
        add_member_contract(session, other, contract_id)
    (told,) = refuse(frame, qtbot)
    assert told.startswith("Another membership holds this contract.")


def test_a_clerk_whose_role_was_taken_away_meanwhile_adds_nothing(desk, frame, served, qtbot):
    _, number, _ = place(desk, served[0].head.customer_id)
    look_up(frame, number, qtbot)
    take_role_away(desk, Role.ADMIN)
    (told,) = refuse(frame, qtbot)
    assert "role" in told


def test_f12_pressed_twice_adds_once(desk, frame, served, qtbot):
    _, number, _ = place(desk, served[0].head.customer_id)
    look_up(frame, number, qtbot)
    press(frame, F12)
    with qtbot.waitSignal(frame.done):
        press(frame, F12, F12)
    assert len(events(desk, EventKind.LOCATION_ADDED)) == 1


def test_a_number_brought_back_is_looked_up_again(desk, frame, served, open_procedure, qtbot):
    _, number, _ = place(desk, served[0].head.customer_id)
    look_up(frame, number, qtbot)
    qtbot.waitUntil(lambda: drafts(frame).get(Procedure.ADD_LOCATION) == {"number": number})
    again = open_procedure(AddLocationForm(desk, served[0]))
    qtbot.waitUntil(lambda: again.form.found.facts() != [])


def test_the_other_language_is_spoken_at_once(desk, frame, served, qtbot):
    _, number, _ = place(desk, served[0].head.customer_id)
    look_up(frame, number, qtbot)
    speak(frame, qtbot, LanguageCode.JA)
    assert frame.form.found.facts()[0] == ("使用場所", EAST)


@pytest.fixture
def two(desk, served):
    case, member_id = served
    contract_id, _, _ = place(desk, case.head.customer_id)
    with desk.database.writing() as session:
        add_member_contract(session, member_id, contract_id)
    return contract_id


@pytest.fixture
def removing(desk, served, two, open_procedure):
    return open_procedure(RemoveLocationForm(desk, served[0]))


def test_one_of_two_locations_is_given_up(desk, removing, served, two, qtbot):
    case, member_id = served
    assert removing.form.place.value() == case.contract_id
    while removing.form.place.value() != two:
        press(removing, DOWN)
    done = carry_out(removing, qtbot)
    assert done.lines == (Line(Field.LOCATION, None, EAST),)
    assert done.next_steps[0] is NextStep.LOCATION_GONE
    assert held(desk, member_id) == {case.contract_id}
    assert mails(desk) == {(MailKind.LOCATION_REMOVED, "hanako@example.jp")}


def test_the_last_location_is_not_given_up(desk, served, open_procedure):
    frame = open_procedure(RemoveLocationForm(desk, served[0]), step=Step.IDENTITY)
    assert "only location" in frame.blocked._card.hint.text()


def test_a_location_given_up_at_another_counter_meanwhile_is_compared(
    desk, removing, served, two, qtbot
):
    case, member_id = served
    with desk.database.writing() as session:
        row = session.scalars(
            select(MemberContract).where(MemberContract.contract_id == case.contract_id)
        ).one()
        row.held_to = desk.now
    press(removing, F12)
    press(removing, F12)
    qtbot.waitUntil(lambda: removing.step is Step.IDENTITY)
    assert "only location" in removing.blocked._card.hint.text()
    assert held(desk, member_id) == {two}
