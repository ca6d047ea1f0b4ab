"""The sheet of a contract: who is what, who lived there, what the meter said."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from sqlalchemy import select

from db.models import AuditEvent
from db.queries.contracts import contract_details
from db.queries.customers import customer_head
from db.rules.words import EventKind, PartyRole
from desktop import theme
from desktop.screens.customer.contract import ContractCard
from desktop.widgets.chip import Chip
from tests.factories import (
    add_contract,
    add_customer,
    add_location,
    add_meter,
    add_party,
    add_reading,
)


@pytest.fixture
def card(desk, show):
    card = ContractCard(desk)
    card.resize(1060, 428)
    return show(card)


@pytest.fixture
def flat(desk):
    """A flat with an exchanged meter, an owner, and somebody who lived there before."""
    with desk.database.writing() as session:
        customer = add_customer(session)
        place = add_location(session, meter=False, address_latin="Honmachi 1-4-12-203")
        old = {"installed_on": dt.date(2016, 4, 1), "removed_on": dt.date(2024, 5, 20)}
        add_meter(session, place, serial="16-1111", exchange_due_on=dt.date(2024, 3, 31), **old)
        due = dt.date(2024, 10, 8)
        installed = dt.date(2024, 5, 20)
        add_meter(session, place, serial="24-2222", installed_on=installed, exchange_due_on=due)
        before = add_customer(session, "古田 前次郎", "フルタ ゼンジロウ")
        gone = {"started_on": dt.date(2008, 4, 1), "ended_on": dt.date(2015, 3, 31)}
        add_contract(session, before, place, **gone)
        contract = add_contract(session, customer, place, customer_number="K-100")
        add_party(session, contract, PartyRole.OWNER)
        add_reading(session, contract, dt.date(2024, 5, 10), usage_m3=31, old_meter_m3=7)
        snow = {"status_code": 8, "current_value": None}
        add_reading(session, contract, dt.date(2024, 7, 10), usage_m3=30, **snow)
        leak = {"status_code": 6, "previous_value": 1031}
        add_reading(session, contract, dt.date(2024, 9, 10), usage_m3=44, **leak)
    return customer, contract


@pytest.fixture
def show_flat(card, desk, flat):
    """Show the flat on the card."""
    customer, contract = flat
    with desk.database.reading() as session:
        details = contract_details(session, contract, role=desk.staff.role, today=desk.today)
        head = customer_head(session, customer, role=desk.staff.role, today=desk.today)
    card.show_details(details, head.contracts[0])
    return card


def said(card):
    return [label.text() for label in card.people.widget().findChildren(QLabel)]


def readings(card):
    columns = {column.key: column for column in card.readings.records.columns}
    keys = ("read", "previous", "current", "old", "usage", "state")
    return [tuple(columns[key].text(row) for key in keys) for row in card.readings.records.rows()]


def test_the_facts_of_the_contract(show_flat):
    words = said(show_flat)
    for name, value in (
        ("Customer number", "K-100"),
        ("Location", "Honmachi 1-4-12-203"),
        ("Use", "Household"),
        ("In use since", "2015/04/01"),
    ):
        assert words[words.index(name) + 1] == value
    assert "Ended on" not in words


def test_parties_are_named_with_their_time_and_a_masked_phone(show_flat):
    words = said(show_flat)
    at = words.index("Owner of the installation")
    assert words[at + 1 : at + 5] == [
        "北村 一郎",
        "キタムラ イチロウ",
        "076-***-4567",
        "2015/04/01 –",
    ]
    assert not [text for text in words if "076-123" in text]


def test_who_lived_there_before_and_who_does_now(show_flat):
    words = said(show_flat)
    at = words.index("Occupants of this location")
    assert words[at + 1 : at + 5] == [
        "山田 花子",
        "2015/04/01 –",
        "古田 前次郎",
        "2008/04/01 – 2015/03/31",
    ]
    chips = show_flat.people.widget().findChildren(Chip)
    assert [chip.text() for chip in chips] == ["This customer"]


def test_meters_with_what_hung_there_before(show_flat):
    words = said(show_flat)
    at = words.index("Meters")
    assert words[at + 1 : at + 5] == [
        "24-2222",
        "Bore 20 mm",
        "Installed 2024/05/20",
        "Exchange due 2024/10/08",
    ]
    assert words[at + 5 : at + 9] == [
        "16-1111",
        "Bore 20 mm",
        "Installed 2016/04/01",
        "Removed 2024/05/20",
    ]


def test_an_exchange_that_is_near_is_told_apart(show_flat):
    labels = show_flat.people.widget().findChildren(QLabel)
    roles = {label.text(): label.property("role") for label in labels}
    assert roles["Exchange due 2024/10/08"] == "warn"
    assert roles["Removed 2024/05/20"] == "xs"


def test_readings_with_codes_explained_and_estimates_named(show_flat):
    assert readings(show_flat) == [
        ("2024/09/10", "1,031", "1,044", "–", "44", "Leak"),
        ("2024/07/10", "1,000", "–", "–", "30", "Estimated: Under snow"),
        ("2024/05/10", "1,000", "1,031", "7", "31", ""),
    ]


def test_a_reading_is_copied_with_a_key(show_flat, desk, qtbot):
    show_flat.readings.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(desk.messages.noted):
        QTest.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier
        )
    assert QGuiApplication.clipboard().text().startswith("2024-09-10\t1031\t1044\t")


def test_all_readings_are_copied_on_record(show_flat, desk, qtbot):
    show_flat.copy.setFocus()
    with qtbot.waitSignal(desk.messages.noted):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4
    with desk.database.reading() as session:
        kinds = session.scalars(select(AuditEvent.kind)).all()
    assert kinds == [EventKind.EXPORTED]


def test_the_table_of_readings_needs_no_sideways_scrolling(show_flat, qapp):
    bar = show_flat.readings.horizontalScrollBar()
    assert bar.maximum() == 0
    theme.apply(qapp, theme.load(), compact=True)
    assert bar.maximum() == 0
    theme.apply(qapp, theme.load())


def test_the_people_scroll_up_and_down_only(show_flat):
    room = show_flat.people
    assert room.widget().minimumSizeHint().width() <= room.viewport().width()
    assert room.verticalScrollBar().maximum() > 0


def test_a_meter_that_was_never_read(card, desk):
    with desk.database.writing() as session:
        contract = add_contract(session)
    with desk.database.reading() as session:
        details = contract_details(session, contract, role=desk.staff.role, today=desk.today)
    card.show_details(details)
    assert not card.readings.isVisible()
    assert not card.copy.isEnabled()
    assert "Parties" in said(card)
