"""The list of customers who wait, opened with F11 and left with Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from db.commands.contacts import WrapUp, keep_contact, park
from db.queries.contacts import unfinished
from db.rules.contact_words import Channel, Topic
from desktop.case import Case
from desktop.screens.parked import ParkedList
from tests.desktop.serving_help import add_served, begin_contact, facts_of, head_of


@pytest.fixture
def window(show):
    window = QWidget()
    window.resize(400, 300)
    return show(window)


@pytest.fixture
def parked(desk, window):
    return ParkedList(desk, window)


@pytest.fixture
def hanako(desk):
    return add_served(desk)


def put_aside(desk, served, topic=None):
    """A contact that waits."""
    contact = begin_contact(desk, served, Channel.PHONE)
    who = {"by": desk.actor, "now": desk.now}
    noted = WrapUp(Channel.PHONE, served and served.contract_id, topic)
    with desk.database.writing() as session:
        keep_contact(session, contact, wrap_up=noted, **who)
        park(session, contact, **who)
    return contact


def waiting(desk):
    with desk.database.reading() as session:
        return unfinished(session, desk.staff.id)


def case_of(desk, served):
    contact = facts_of(desk, begin_contact(desk, served))
    return Case(contact, head_of(desk, served), served.contract_id)


def test_the_present_customer_is_put_aside_with_one_more_key(parked, window, desk, hanako, qtbot):
    parked.show_case(case_of(desk, hanako))
    parked.open_below(window)
    assert parked.lines() == ["Let 山田 花子 wait"]
    with qtbot.waitSignal(parked.park_wanted):
        QTest.keyClick(parked.list, Qt.Key.Key_Return)
    assert not parked.isVisible()


def test_one_who_waits_is_taken_up_again(parked, window, desk, hanako, qtbot):
    contact = put_aside(desk, hanako, Topic.MOVING_OUT)
    parked.show_waiting(waiting(desk))
    parked.open_below(window)
    assert parked.lines() == ["山田 花子   since 18:13   Moving out"]
    with qtbot.waitSignal(parked.chosen) as told:
        QTest.keyClick(parked.list, Qt.Key.Key_Return)
    assert told.args[0].contact_id == contact


def test_what_the_program_left_open_is_listed_as_not_finished(parked, desk, hanako, clock):
    begin_contact(desk, hanako)
    clock.advance(days=1)
    parked.show_waiting(waiting(desk))
    assert parked.lines() == ["山田 花子   since 9/18 18:13   not finished"]


def test_a_contact_without_a_customer_is_gone_on_with(parked, window, desk, qtbot):
    put_aside(desk, None)
    parked.show_waiting(waiting(desk))
    parked.open_below(window)
    assert parked.lines()[0].startswith("Without a customer")
    with qtbot.waitSignal(parked.general_wanted):
        QTest.keyClick(parked.list, Qt.Key.Key_Return)


def test_a_fourth_customer_cannot_wait(parked, desk, hanako):
    for number in ("K-2", "K-3", "K-4"):
        put_aside(desk, add_served(desk, number))
    parked.show_waiting(waiting(desk))
    parked.show_case(case_of(desk, hanako))
    assert not any(line.startswith("Let") for line in parked.lines())
    assert parked.title.text() == "Waiting: 3 of 3"
    assert "Finish one" in parked.hint.text()


def test_esc_closes_an_empty_list(parked, window):
    parked.open_below(window)
    assert parked.hint.text() == "Nobody waits."
    QTest.keyClick(parked, Qt.Key.Key_Escape)
    assert not parked.isVisible()


def test_esc_and_f11_close_the_list(parked, window, desk, hanako):
    parked.show_case(case_of(desk, hanako))
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
        parked.open_below(window)
        QTest.keyClick(parked.list, key)
        assert not parked.isVisible()
