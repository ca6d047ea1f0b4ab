"""The strip above a customer's page: read at a glance, worked with the keyboard."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from db.queries.customers import customer_head
from db.rules.alerts import Alert, AlertKind
from db.rules.words import CustomerKind, Drainage
from desktop.screens.customer.strip import CustomerStrip
from desktop.theme import Kind
from tests.factories import add_bill, add_contract, add_customer, add_location
from tests.typing_help import type_text

OVERDUE = Alert(AlertKind.OVERDUE, bills=2, yen=13_321)
LEAK = Alert(AlertKind.LEAK, on=dt.date(2024, 9, 10), status_code=6)
EXCHANGE = Alert(AlertKind.EXCHANGE_DUE, on=dt.date(2024, 10, 8))
OVERPAID = Alert(AlertKind.OVERPAID, bills=1, yen=300)


@pytest.fixture
def strip(desk, show):
    strip = CustomerStrip(desk)
    strip.resize(1092, strip.height())
    return show(strip)


@pytest.fixture
def head_of(desk):
    """Give ``head_of(customer_id)``: what the page knows of a customer."""

    def head_of(customer_id):
        with desk.database.reading() as session:
            return customer_head(session, customer_id, role=desk.staff.role, today=desk.today)

    return head_of


@pytest.fixture
def hanako(desk, head_of):
    """Somebody with a flat, and a house they left in 2023."""
    with desk.database.writing() as session:
        customer = add_customer(session, note="Prefers to be written to.\nSince 2022.")
        flat = add_location(session, "本町1丁目4-12-203", address_latin="Honmachi 1-4-12-203")
        house = add_location(session, "東町2丁目8-5", address_latin="Higashimachi 2-8-5")
        add_contract(session, customer, flat, portal_number="1702445800312296")
        add_contract(session, customer, house, ended_on=dt.date(2023, 10, 31))
    return head_of(customer)


@pytest.fixture
def landlord(desk, head_of):
    """A company with sixty flats, the seventh of them overdue, the last one given up."""
    with desk.database.writing() as session:
        kind = CustomerKind.COMPANY
        customer = add_customer(session, "株式会社みずま", "ミズマ", kind=kind, latin_name=None)
        for number in range(1, 61):
            latin = f"Room {number:02}, Shinmachi 3"
            place = add_location(session, f"新町3丁目{number:02}号室", address_latin=latin)
            ended = dt.date(2024, 2, 10) if number == 60 else None
            flat = add_contract(session, customer, place, ended_on=ended, drainage=Drainage.NONE)
            if number == 7:
                add_bill(session, flat, dt.date(2024, 7, 1))
    return head_of(customer)


def first_contract(head):
    return head.contracts[0].contract_id


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def test_shows_who_it_is_and_what_they_use(strip, hanako):
    strip.show_head(hanako, first_contract(hanako), ())
    assert strip.name.text() == "YAMADA Hanako"
    assert strip.kana.text() == "ヤマダ ハナコ"
    assert strip.number.text() == "1702 4458 0031 2296"
    assert strip.switcher.words() == "Honmachi 1-4-12-203  (1 of 2)"
    facts = ("Household", "bore 20 mm", "Pays by slip", "public sewer")
    assert strip.facts.text() == " · ".join(facts)


def test_the_phone_number_is_masked(strip, hanako):
    strip.show_head(hanako, first_contract(hanako), ())
    assert strip.phone.text() == "076-***-4567"


def test_a_name_without_latin_letters_is_shown_as_registered(strip, landlord):
    strip.show_head(landlord, first_contract(landlord), ())
    assert strip.name.text() == "株式会社みずま"
    assert strip.switcher.words() == "Room 01, Shinmachi 3  (1 of 60)"
    assert "no public sewer" in strip.facts.text()


def test_a_contract_that_ended_says_since_when(strip, hanako):
    strip.show_head(hanako, first_contract(hanako), ())
    assert not strip.ended.isVisible()
    strip.show_head(hanako, hanako.contracts[1].contract_id, ())
    assert strip.ended.isVisible()
    assert strip.ended.text() == "Ended 2023/10"


def test_the_number_is_copied_by_its_button(strip, hanako, qtbot):
    strip.show_head(hanako, first_contract(hanako), ())
    strip.copy.setFocus()
    with qtbot.waitSignal(strip.copy_wanted):
        press(Qt.Key.Key_Space)


def test_the_standing_note_is_read_in_whole_with_a_key(strip, hanako, desk, qtbot):
    strip.show_head(hanako, first_contract(hanako), ())
    assert strip.note.text() == "Prefers to be written to."
    strip.note.setFocus()
    with qtbot.waitSignal(desk.messages.told) as told:
        press(Qt.Key.Key_Return)
    assert told.args[0].text == hanako.note


def test_without_a_note_there_is_no_place_for_one(strip, landlord):
    strip.show_head(landlord, first_contract(landlord), ())
    assert not strip.note.isVisible()


def test_two_alerts_show_and_the_others_are_counted(strip, hanako):
    strip.show_head(hanako, first_contract(hanako), (OVERDUE, LEAK, OVERPAID, EXCHANGE))
    assert [chip.text() for chip in strip.alerts] == [
        "2 overdue  ¥13,321",
        "Leak suspected",
    ]
    assert [chip.kind for chip in strip.alerts] == [Kind.ERR, Kind.WARN]
    assert strip.more.text() == "2 more"
    strip.show_head(hanako, first_contract(hanako), (EXCHANGE,))
    assert strip.alerts[0].text() == "Meter exchange by 10/8"
    assert not strip.alerts[1].isVisible()
    assert not strip.more.isVisible()


def test_an_alert_opens_with_a_key(strip, hanako, qtbot):
    strip.show_head(hanako, first_contract(hanako), (OVERDUE, EXCHANGE))
    strip.alerts[1].setFocus()
    with qtbot.waitSignal(strip.alert_chosen) as chosen:
        press(Qt.Key.Key_Return)
    assert chosen.args == [EXCHANGE]


def test_the_alerts_counted_are_listed_and_open_too(strip, hanako, qtbot):
    strip.show_head(hanako, first_contract(hanako), (OVERDUE, LEAK, OVERPAID, EXCHANGE))
    strip.more.setFocus()
    press(Qt.Key.Key_Return)
    (menu,) = strip.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Overpaid  ¥300",
        "Meter exchange by 10/8",
    ]
    with qtbot.waitSignal(strip.alert_chosen) as chosen:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == [OVERPAID]


def test_another_location_is_three_keys_away(strip, hanako, qtbot):
    strip.show_head(hanako, first_contract(hanako), ())
    strip.switcher.setFocus()
    press(Qt.Key.Key_Down)
    assert strip.switcher.popup.isVisible()
    with qtbot.waitSignal(strip.location_chosen) as chosen:
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
    assert chosen.args == [hanako.contracts[1].contract_id]
    assert not strip.switcher.popup.isVisible()


def test_escape_leaves_the_location_as_it_is(strip, hanako, qtbot):
    strip.show_head(hanako, first_contract(hanako), ())
    with qtbot.assertNotEmitted(strip.location_chosen):
        strip.switcher.open_list()
        press(Qt.Key.Key_Escape)
    assert not strip.switcher.popup.isVisible()


def test_sixty_locations_scroll_and_narrow_by_typing(strip, landlord, qtbot):
    strip.show_head(landlord, first_contract(landlord), ())
    strip.switcher.open_list()
    popup = strip.switcher.popup
    assert len(popup.addresses()) == 60
    assert popup.height() < 480
    type_text(popup.filter, "新町３丁目０７")
    assert popup.addresses() == ["Room 07, Shinmachi 3"]
    with qtbot.waitSignal(strip.location_chosen) as chosen:
        QTest.keyClick(popup.filter, Qt.Key.Key_Return)
    assert chosen.args == [landlord.contracts[6].contract_id]


def test_what_is_typed_and_not_found_opens_nothing(strip, landlord, qtbot):
    strip.show_head(landlord, first_contract(landlord), ())
    strip.switcher.open_list()
    popup = strip.switcher.popup
    QTest.keyClicks(popup.filter, "nowhere")
    assert popup.addresses() == []
    with qtbot.assertNotEmitted(strip.location_chosen):
        QTest.keyClick(popup.filter, Qt.Key.Key_Return)
    popup.close()


def test_the_list_says_which_location_is_unpaid_and_which_ended(strip, landlord):
    strip.show_head(landlord, first_contract(landlord), ())
    strip.switcher.open_list()
    rows = strip.switcher.popup.list
    said = [rows.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in (0, 6, 59)]
    strip.switcher.popup.close()
    assert said == [
        "Room 01, Shinmachi 3",
        "Room 07, Shinmachi 3, Overdue ¥2,799",
        "Room 60, Shinmachi 3, Ended 2024/02",
    ]


def test_the_longest_names_never_widen_the_window(strip, desk, head_of):
    with desk.database.writing() as session:
        name = {"name": "山" * 60, "kana": "ヤ" * 60, "latin_name": "Yamada " * 9}
        customer = add_customer(session, note="長い" * 200, **name)
        add_contract(session, customer, add_location(session, "とても長い住所" * 20))
    head = head_of(customer)
    strip.show_head(head, first_contract(head), (OVERDUE, LEAK, EXCHANGE))
    assert strip.minimumSizeHint().width() <= 1280 - 188
    assert strip.name.toolTip() == strip.name.text()
    assert strip.note.toolTip().startswith("長い")


def test_the_note_gives_way_before_the_name(strip, desk, head_of):
    with desk.database.writing() as session:
        customer = add_customer(session, note="a note that is long " * 20)
        add_contract(session, customer)
    head = head_of(customer)
    strip.show_head(head, first_contract(head), (OVERDUE, LEAK, EXCHANGE))
    assert strip.name.width() >= strip.name.sizeHint().width()
    assert strip.kana.width() >= strip.kana.sizeHint().width()


def test_a_customer_without_a_contract_has_no_number(strip, desk, head_of):
    with desk.database.writing() as session:
        customer = add_customer(session)
    strip.show_head(head_of(customer), None, ())
    assert not strip.number.isVisible()
    assert strip.switcher.words() == "No location"


def test_unread_announcements_are_marked_and_lead_to_them(strip, hanako, qtbot):
    strip.show_head(hanako, first_contract(hanako), (OVERDUE, LEAK))
    strip.marks.show_unread(2)
    assert strip.marks.announcements.isVisible()
    assert strip.name.width() > 60
    strip.marks.announcements.setFocus()
    with qtbot.waitSignal(strip.announcements_wanted):
        press(Qt.Key.Key_Space)
