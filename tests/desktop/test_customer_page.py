"""The page of a customer, opened on a real database and worked with the keyboard."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.models import AuditEvent
from db.rules.words import EventKind, Role
from desktop import theme
from desktop.screens.customer.page import CustomerPage, Section
from tests.factories import add_bill, add_contract, add_customer, add_location

_TALL = (1732, 928)
_LOW = (1092, 530)


@pytest.fixture
def page(desk, show):
    page = CustomerPage(desk)
    page.resize(1178, 584)
    return show(page)


@pytest.fixture
def hanako(desk):
    """Somebody with two years of bills at a flat, and an overdue one at a house."""
    with desk.database.writing() as session:
        customer = add_customer(session)
        flat = add_contract(session, customer, add_location(session, "1丁目"))
        for month in range(12):
            day = dt.date(2022 + (month * 2 + 10) // 12, (month * 2 + 10) % 12 + 1, 1)
            paid_on = None if day == dt.date(2024, 9, 1) else day.replace(day=25)
            add_bill(session, flat, day, usage_m3=20 + month, paid_on=paid_on)
        house = add_contract(session, customer, add_location(session, "2丁目"))
        add_bill(session, house, dt.date(2024, 7, 1))
    return customer, flat, house


@pytest.fixture
def opened(page, hanako, qtbot):
    """The page with Hanako's flat on it."""
    customer, flat, _ = hanako
    page.open(customer, flat, "number")
    wait_for(page, flat, qtbot)
    return page


def wait_for(page, contract, qtbot):
    def is_there():
        shown = page.strip.contract
        return page.sections.isVisible() and shown is not None and shown.contract_id == contract

    qtbot.waitUntil(is_there)


def events(desk, kind):
    with desk.database.reading() as session:
        asked = select(AuditEvent.customer_id, AuditEvent.contract_id).where(
            AuditEvent.kind == kind
        )
        return [tuple(row) for row in session.execute(asked)]


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_opening_shows_the_customer_and_is_recorded(page, hanako, desk, qtbot):
    customer, flat, _ = hanako
    with qtbot.waitSignal(page.opened) as told:
        page.open(customer, flat, "number")
    assert told.args[0].head.customer_id == customer
    wait_for(page, flat, qtbot)
    assert page.is_open()
    assert page.sections.bill.total.isVisible()
    assert page.sections.history.table.records.rowCount() == 12
    assert [c for c, _ in events(desk, EventKind.CUSTOMER_OPENED)] == [customer]
    assert [k for _, k in events(desk, EventKind.BILLS_VIEWED)] == [flat]


def test_without_a_location_named_the_first_one_is_shown(page, hanako, qtbot):
    customer, flat, _ = hanako
    page.open(customer, None, "searched")
    wait_for(page, flat, qtbot)


def test_another_location_comes_with_three_keys_and_keeps_the_section(opened, hanako, qtbot):
    opened.show_section(Section.CONTRACT)
    opened.switch_location()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    wait_for(opened, hanako[2], qtbot)
    assert opened.sections.contract.isVisible()
    assert not opened.sections.bill.isVisible()


def test_the_place_chosen_last_wins(opened, hanako, qtbot):
    _, flat, house = hanako
    opened.strip.location_chosen.emit(house)
    opened.strip.location_chosen.emit(flat)
    opened.strip.location_chosen.emit(house)
    wait_for(opened, house, qtbot)
    assert opened.sections.history.table.records.rowCount() == 1


def test_refreshing_shows_what_was_paid_meanwhile(opened, hanako, desk, qtbot):
    _, flat, _ = hanako
    with desk.database.writing() as session:
        add_bill(session, flat, dt.date(2024, 11, 1))
    opened.reload()
    qtbot.waitUntil(lambda: opened.sections.history.table.records.rowCount() == 13)
    assert len(events(desk, EventKind.CUSTOMER_OPENED)) == 2


def test_the_number_is_copied_without_spaces(opened, desk, qtbot):
    with qtbot.waitSignal(desk.messages.noted):
        opened.copy_number()
    assert QGuiApplication.clipboard().text() == opened.strip.contract.portal_number


def test_what_is_overdue_elsewhere_leads_there(opened, hanako, qtbot):
    assert opened.strip.alerts[0].text() == "1 overdue  ¥5,509"
    opened.strip.alerts[0].setFocus()
    with qtbot.waitSignal(opened.section_changed) as told:
        press(Qt.Key.Key_Return)
    assert told.args == [Section.HISTORY]
    wait_for(opened, hanako[2], qtbot)
    assert opened.sections.history.filter.current() == 1


def test_the_breakdown_opens_from_the_bill(opened, qtbot):
    opened.sections.bill.breakdown.setFocus()
    with qtbot.waitSignal(opened.section_changed):
        press(Qt.Key.Key_Return)
    assert opened.sections.breakdown.isVisible()
    assert opened.sections.history.table.hasFocus()


def test_five_years_come_when_asked_for(opened, desk, qtbot):
    opened.sections.history.years.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(events(desk, EventKind.BILLS_VIEWED)) == 2)
    wait_for(opened, opened.strip.contract.contract_id, qtbot)


@pytest.mark.parametrize("section", list(Section))
def test_every_section_takes_the_keyboard(opened, section):
    opened.show_section(section)
    opened.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert opened.sections.isAncestorOf(focused)


def test_each_part_shows_in_its_sections_only(opened):
    parts = opened.sections
    shown = {}
    for section in Section:
        opened.show_section(section)
        every = (parts.bill, parts.usage, parts.history, parts.breakdown, parts.contract)
        shown[section] = [part.isVisible() for part in every]
    assert shown == {
        Section.OVERVIEW: [True, True, True, False, False],
        Section.CHART: [False, True, False, False, False],
        Section.HISTORY: [False, False, True, True, False],
        Section.CONTRACT: [False, False, False, False, True],
    }


def test_a_large_screen_shows_all_twelve_bills_and_gives_the_rest_to_the_chart(opened, qtbot):
    opened.resize(*_TALL)
    table = opened.sections.history.table

    def spare():
        return table.viewport().height() - 12 * table.rowHeight(0)

    qtbot.waitUntil(lambda: 0 <= spare() < table.rowHeight(0))
    assert table.verticalScrollBar().maximum() == 0
    assert opened.sections.bill.height() > 300


@pytest.mark.parametrize("section", list(Section))
def test_the_smallest_window_holds_every_section(opened, section, qapp):
    theme.apply(qapp, theme.load(), compact=True)
    opened.show_section(section)
    least = opened.minimumSizeHint()
    theme.apply(qapp, theme.load())
    assert least.width() <= _LOW[0]
    assert least.height() <= _LOW[1]


@pytest.mark.parametrize("size", [_LOW, (1178, 584)])
def test_the_list_beside_the_breakdown_needs_no_sideways_scrolling(opened, size, qtbot):
    header = opened.sections.history.table.horizontalHeader()
    hidden = header.hiddenSectionCount()
    opened.show_section(Section.HISTORY)
    opened.resize(*size)
    bar = opened.sections.history.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    opened.show_section(Section.OVERVIEW)
    assert header.hiddenSectionCount() == hidden


def test_a_customer_without_bills_is_told_so(page, desk, qtbot):
    with desk.database.writing() as session:
        customer = add_customer(session)
        contract = add_contract(session, customer, started_on=dt.date(2024, 9, 10))
    page.open(customer, contract, "searched")
    wait_for(page, contract, qtbot)
    assert page.sections.bill.nothing.isVisible()


def test_a_customer_without_a_location_is_told_so(page, desk, qtbot):
    with desk.database.writing() as session:
        customer = add_customer(session)
    page.open(customer, None, "searched")
    qtbot.waitUntil(page.problem.isVisible)
    assert page.problem.fact.text() == "This customer uses no location"
    assert not page.problem.retry.isVisible()


def test_whoever_may_not_see_customers_is_told_who_may(desk_for, hanako, show, qtbot):
    page = show(CustomerPage(desk_for(Role.ADMIN)))
    page.open(hanako[0], None, "searched")
    qtbot.waitUntil(page.problem.isVisible)
    assert "supervisors" in page.problem.hint.text()
    assert not page.is_open()
    assert not page.problem.retry.isVisible()


def test_a_customer_that_is_gone_leaves_nothing_of_the_one_before(opened, qtbot):
    opened.open(999_999, None, "searched")
    qtbot.waitUntil(opened.problem.isVisible)
    assert "no longer in the database" in opened.problem.hint.text()
    assert not opened.strip.isVisible()
    assert not opened.is_open()


def test_an_error_while_refreshing_keeps_what_is_shown(opened, desk, qtbot):
    with desk.database.writing() as session:
        session.connection().exec_driver_sql("ALTER TABLE reading RENAME TO reading_away")
    with qtbot.waitSignal(desk.messages.told) as told:
        opened.reload()
    assert opened.sections.isVisible()
    assert opened.sections.history.table.records.rowCount() == 12
    with desk.database.writing() as session:
        session.connection().exec_driver_sql("ALTER TABLE reading_away RENAME TO reading")
    shown = opened.sections.bill.total.text()
    told.args[0].action()
    qtbot.waitUntil(lambda: len(events(desk, EventKind.CUSTOMER_OPENED)) == 3)
    assert opened.sections.bill.total.text() == shown


def test_a_slow_database_is_waited_for_in_words(desk, hanako, show, qtbot):
    gate = threading.Event()
    slow = replace(desk, database=_Gated(desk.database, gate))
    page = show(CustomerPage(slow))
    page.resize(1178, 584)
    page.open(hanako[0], hanako[1], "number")
    qtbot.waitUntil(page.skeleton.isVisible)
    assert page.skeleton.accessibleName() == "Fetching the customer…"
    gate.set()
    wait_for(page, hanako[1], qtbot)
    assert not page.skeleton.isVisible()


class _Gated:
    """A database that answers when the gate opens."""

    def __init__(self, database, gate):
        self._database, self._gate = database, gate

    def reading(self):
        self._gate.wait(10)
        return self._database.reading()

    def writing(self):
        self._gate.wait(10)
        return self._database.writing()
