"""The follow-ups that are due, where the search begins."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from db.commands.contacts import WrapUp, finish, followed_up
from db.models import Staff
from db.queries.staff import staff_facts
from db.rules.contact_words import Channel, FollowUpBy, Topic
from db.rules.words import EventKind, Role
from desktop.screens.follow_ups import FollowUps
from desktop.widgets.layouts import column
from tests.desktop.serving_help import add_served, begin_contact, events, facts_of
from tests.factories import add_staff

_PHONE = Channel.PHONE


def promise(desk, served, on, *, by=FollowUpBy.STAFF, memo="折り返す"):
    """A contact that ended with something to do."""
    contact = begin_contact(desk, served, _PHONE)
    noted = WrapUp(_PHONE, served.contract_id, Topic.INSTALMENTS, memo, on, by)
    with desk.database.writing() as session:
        finish(session, contact, wrap_up=noted, by=desk.actor, now=desk.now)
    return contact


@pytest.fixture
def served(desk):
    return add_served(desk)


@pytest.fixture
def card(desk, show, qtbot):
    window = QWidget()
    window.resize(1092, 300)
    card = FollowUps(desk, window)
    window.setLayout(column(card))
    show(window)
    return card


def customers(card):
    return [contact.customer_name for contact in card.table.records.rows()]


def test_one_that_is_due_is_opened_with_enter(card, desk, served, qtbot):
    contact = promise(desk, served, desk.today)
    card.reload()
    qtbot.waitUntil(lambda: customers(card) == ["山田 花子"])
    assert card.title.text().startswith("1 follow-up")
    with qtbot.waitSignal(card.chosen) as told:
        QTest.keyClick(card.table, Qt.Key.Key_Return)
    assert told.args[0].contact_id == contact


def test_one_that_is_done_goes_away_with_a_key(card, desk, served, qtbot):
    contact = promise(desk, served, desk.today)
    card.reload()
    qtbot.waitUntil(lambda: customers(card) == ["山田 花子"])
    card.table.setFocus()
    QTest.keyClick(card.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not card.isVisible())
    assert facts_of(desk, contact).followed_up_at is not None
    assert len(events(desk, EventKind.FOLLOWED_UP)) == 1


def test_what_is_not_due_yet_takes_no_room(card, desk, served, qtbot):
    promise(desk, served, desk.today + dt.timedelta(days=1))
    card.reload()
    qtbot.waitUntil(lambda: not card.isVisible())
    assert customers(card) == []


def test_an_overdue_one_says_so(card, desk, served, clock, qtbot):
    promise(desk, served, desk.today)
    clock.advance(days=3)
    card.reload()
    qtbot.waitUntil(lambda: customers(card) == ["山田 花子"])
    due = card.table.records.columns[0]
    assert due.chip(card.table.records.rows()[0])[2] == "warn"


def test_a_supervisor_sees_what_the_office_left_to_them(desk_for, show, qtbot):
    boss = desk_for(Role.SUPERVISOR)
    clerk = at_the_same_office(boss)
    served = add_served(boss)
    promise(clerk, served, boss.today, by=FollowUpBy.SUPERVISOR)
    card = FollowUps(boss)
    show(card)
    card.reload()
    qtbot.waitUntil(lambda: customers(card) == ["山田 花子"])


def at_the_same_office(desk):
    """A clerk's desk in the supervisor's own office."""
    with desk.database.writing() as session:
        office = session.scalar(select(Staff.office_id).where(Staff.id == desk.staff.id))
        staff = staff_facts(session, add_staff(session, office_id=office))
    return replace(desk, staff=staff)


def test_somebody_faster_is_told_of(card, desk, served, qtbot):
    contact = promise(desk, served, desk.today)
    card.reload()
    qtbot.waitUntil(lambda: customers(card) == ["山田 花子"])
    with desk.database.writing() as session:
        followed_up(session, contact, by=desk.actor, now=desk.now)
    with qtbot.waitSignal(desk.tasks.failed) as told:
        card.done.click()
    assert told.args[0].code == "contact.followed_up"
    qtbot.waitUntil(lambda: not card.isVisible())
