"""What was ever said with a customer, read in the customer's page."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from db.commands.contacts import WrapUp, finish
from db.commands.identity_checks import check_identity
from db.queries.contacts import contact_history
from db.rules.contact_words import (
    Channel,
    CheckItem,
    CheckMethod,
    FollowUpBy,
    Speaker,
    Topic,
)
from desktop.screens.customer.contacts import ContactHistory
from tests.desktop.serving_help import add_served, begin_contact, press


@pytest.fixture
def served(desk, clock):
    """Hanako came to the counter, and a month later called."""
    served = add_served(desk)
    who = {"by": desk.actor, "now": desk.now}
    visit = begin_contact(desk, served)
    seen = frozenset({CheckItem.PASSPORT})
    noted = WrapUp(
        Channel.COUNTER, served.contract_id, Topic.USAGE_QUESTION, "No leak.\nCheck again"
    )
    with desk.database.writing() as session:
        document = CheckMethod.DOCUMENT
        check_identity(session, visit, speaker=Speaker.USER, method=document, given=seen, **who)
        finish(session, visit, wrap_up=noted, **who)
    clock.advance(days=30)
    call = begin_contact(desk, served, Channel.PHONE)
    day = desk.today + dt.timedelta(days=2)
    noted = WrapUp(Channel.PHONE, None, Topic.INSTALMENTS, "Calls", day, FollowUpBy.SUPERVISOR)
    with desk.database.writing() as session:
        finish(session, call, wrap_up=noted, by=desk.actor, now=desk.now)
    return served


@pytest.fixture
def screen(desk, show):
    screen = ContactHistory(desk)
    screen.resize(902, 520)
    return show(screen)


@pytest.fixture
def shown(screen, desk, served):
    with desk.database.reading() as session:
        screen.show_history(contact_history(session, served.customer_id))
    return screen


def cells(screen, key):
    column = next(c for c in screen.table.records.columns if c.key == key)
    return [column.text(row) for row in screen.table.records.rows()]


def test_the_last_contact_stands_first(shown):
    assert cells(shown, "started") == ["2024/10/18 18:13", "2024/09/18 18:13"]
    assert cells(shown, "topic") == ["Asks for instalments", "Question about usage"]
    assert cells(shown, "channel") == ["Call", "Visit"]
    assert cells(shown, "memo") == ["Calls", "No leak. Check again"]
    assert cells(shown, "identity") == ["Not asked", "Checked"]
    assert shown.count.text().startswith("2 contact")


def test_the_one_stood_on_is_shown_in_full(shown):
    shown.table.setFocus()
    assert "2024/10/20  A supervisor" in shown.detail.said()
    press(Qt.Key.Key_Down)
    said = shown.detail.said()
    assert "User, Passport" in said
    assert "No leak.\nCheck again" in said
    assert "佐藤 次郎" in said


def test_the_one_stood_on_stays_when_newer_ones_come(shown, desk, served):
    shown.table.select(1)
    begin_contact(desk, served)
    with desk.database.reading() as session:
        shown.show_history(contact_history(session, served.customer_id))
    assert shown.table.selected().topic is Topic.USAGE_QUESTION


def test_nothing_has_to_be_scrolled_sideways(shown):
    assert shown.table.horizontalScrollBar().maximum() == 0
    shown.resize(816, 410)
    assert shown.table.horizontalScrollBar().maximum() == 0
    shown.resize(1380, 800)
    assert shown.table.horizontalScrollBar().maximum() == 0


def test_without_contacts_the_screen_says_so(screen):
    screen.show_history(())
    assert screen.nothing.isVisible()
    assert screen.nothing.fact.text() == "No contacts yet"
    assert not screen.retry.isVisible()


def test_a_problem_is_told_and_tried_again(screen, qtbot):
    screen.show_problem("The database does not answer.")
    assert screen.nothing.hint.text() == "The database does not answer."
    screen.setFocus()
    with qtbot.waitSignal(screen.retry_wanted):
        press(Qt.Key.Key_Return)
