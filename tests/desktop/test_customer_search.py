"""A clerk finds the customer by what the customer says, with the keyboard alone."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from db.rules.words import PaymentState
from tests.db.findable import add_use
from tests.desktop.search_counter import SearchCounter
from tests.factories import add_bill
from tests.typing_help import compose_text

HANAKO = "1702445800312296"


@pytest.fixture
def town(sqlite_database):
    """山田花子 at two places, one of them long left, 山田和夫 who owes, and 木村."""
    with sqlite_database.writing() as session:
        home = add_use(
            session, address="金沢市本町1丁目4-12", portal_number=HANAKO, phone="076-123-4821"
        )
        left = {"ended_on": dt.date(2024, 3, 15), "address": "金沢市片町2丁目1-1"}
        flat = add_use(session, "山田 咲", "ヤマダ サキ", phone="080-1234-9035", **left)
        owes = add_use(session, "山田 和夫", "ヤマダ カズオ", "金沢市本町1丁目9-7")
        add_bill(session, owes, dt.date(2024, 7, 1))
        add_use(session, "木村 礼", "キムラ レイ", "金沢市広坂1丁目1", phone="076-220-0001")
    return {"home": home, "flat": flat, "owes": owes}


@pytest.fixture
def counter(desk, town, show, qtbot):
    counter = show(SearchCounter(desk))
    counter.begin()
    qtbot.waitUntil(counter.box.hasFocus)
    return counter


@pytest.fixture
def listed(counter, qtbot):
    """Wait until these names are listed."""

    def listed(*names):
        qtbot.waitUntil(lambda: counter.names() == list(names))

    return listed


def test_what_is_typed_is_listed_after_a_pause_and_the_focus_stays(counter, listed, qtbot):
    qtbot.waitUntil(lambda: not counter.desk.tasks.busy)
    counter.type("ヤマダ 本町")
    assert not counter.desk.tasks.busy
    listed("山田 和夫", "山田 花子")
    assert counter.box.hasFocus()
    assert counter.search.finds.count.text() == "2 found"
    assert counter.table.selected().name == "山田 和夫"
    assert counter.told == ""


def test_typing_never_opens_even_a_single_find(counter, listed, qtbot):
    counter.type("木村")
    listed("木村 礼")
    qtbot.waitUntil(lambda: counter.searches() == [("木村", "all")])
    assert counter.opened == []


def test_enter_opens_a_single_find(counter, town, qtbot):
    counter.enter("山田花子")
    qtbot.waitUntil(lambda: len(counter.opened) == 1)
    ((_customer, contract_id, how),) = counter.opened
    assert (contract_id, how) == (town["home"], "searched")


def test_enter_that_confirms_a_conversion_opens_nothing(counter, listed):
    counter.type("木村")
    listed("木村 礼")
    compose_text(counter.box, "ひろさか")
    counter.press(Qt.Key.Key_Return)
    assert counter.opened == []


def test_enter_goes_into_a_list_of_several_and_enter_there_opens(counter, town, qtbot):
    counter.enter("ヤマダ")
    qtbot.waitUntil(counter.table.hasFocus)
    assert counter.opened == []
    assert counter.table.selected().contract_id == town["owes"]
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(counter.opened))
    assert [contract for _, contract, _ in counter.opened] == [town["home"]]


def test_enter_opens_none_of_several_that_the_clerk_did_not_choose(counter, listed):
    counter.type("ヤマダ")
    listed("山田 和夫", "山田 花子", "山田 咲")
    counter.press(Qt.Key.Key_Return)
    assert counter.table.hasFocus()
    assert counter.opened == []


def test_the_arrows_choose_in_the_list_while_the_box_keeps_the_focus(counter, town, listed, qtbot):
    counter.type("ヤマダ")
    listed("山田 和夫", "山田 花子", "山田 咲")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        counter.press(key)
    assert counter.box.hasFocus()
    counter.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(counter.opened))
    assert [contract for _, contract, _ in counter.opened] == [town["home"]]


def test_a_row_chosen_before_more_was_typed_is_not_opened(counter, listed, qtbot):
    counter.type("ヤマダ")
    listed("山田 和夫", "山田 花子", "山田 咲")
    counter.press(Qt.Key.Key_Down)
    counter.enter("ヤマダ 本町")
    qtbot.waitUntil(counter.table.hasFocus)
    assert counter.opened == []


@pytest.mark.parametrize(
    "typed", [HANAKO, "1702-4458 0031 2296", "１７０２４４５８００３１２２９６"]
)
def test_a_complete_number_opens_at_once(counter, town, qtbot, typed):
    counter.type(typed)
    qtbot.waitUntil(lambda: len(counter.opened) == 1)
    assert counter.opened[0][1:] == (town["home"], "number")


def test_a_complete_number_does_not_open_again_by_itself(counter, listed, qtbot):
    counter.type(HANAKO)
    qtbot.waitUntil(lambda: len(counter.opened) == 1)
    counter.listed_ever.clear()
    counter.search.reload()
    qtbot.waitUntil(lambda: counter.listed_ever != [])
    assert len(counter.opened) == 1


def test_only_the_latest_search_is_shown(counter, listed):
    counter.enter("ヤマダ")
    counter.enter("木村")
    counter.type("サキ")
    listed("山田 咲")
    assert counter.listed_ever == [["山田 咲"]]
    assert counter.opened == []


def test_a_search_is_recorded_once_for_a_text_and_a_filter(counter, listed, qtbot):
    counter.enter("ヤマダ ")
    qtbot.waitUntil(lambda: counter.searches() == [("ヤマダ", "all")])
    counter.press(Qt.Key.Key_Return)
    counter.type("ヤマダ")
    counter.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(counter.opened) == 1)
    counter.box.begin()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Right):
        counter.press(key)
    listed("山田 和夫", "山田 花子")
    qtbot.waitUntil(lambda: len(counter.searches()) == 2)
    assert counter.searches() == [("ヤマダ", "all"), ("ヤマダ", "in_use")]


def test_what_is_typed_on_the_way_is_not_recorded(counter, qtbot):
    for text in ("山", "山田", "山田花"):
        counter.type(text)
    counter.enter("山田花子")
    qtbot.waitUntil(lambda: counter.searches() == [("山田花子", "all")])


def test_the_filter_is_reached_with_tab_and_then_the_list(counter, town, listed, qtbot):
    counter.type("ヤマダ")
    listed("山田 和夫", "山田 花子", "山田 咲")
    for key in (Qt.Key.Key_Tab, *[Qt.Key.Key_Right] * 3):
        counter.press(key)
    listed("山田 和夫")
    assert counter.table.selected().state is PaymentState.OVERDUE
    counter.press(Qt.Key.Key_Tab)
    assert counter.table.hasFocus()
    counter.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(counter.opened))
    assert [contract for _, contract, _ in counter.opened] == [town["owes"]]


def test_esc_in_the_list_leads_back_to_the_box_and_there_ends_the_search(counter, qtbot):
    counter.enter("ヤマダ")
    qtbot.waitUntil(counter.table.hasFocus)
    counter.press(Qt.Key.Key_Escape)
    assert counter.box.hasFocus()
    assert counter.box.selectedText() == "ヤマダ"
    counter.press(Qt.Key.Key_Escape)
    assert counter.names() == []
    assert "Type what the customer says" in counter.told
    assert isinstance(counter.focusWidget(), QLineEdit)


def test_emptying_the_box_drops_the_search_under_way(counter, qtbot):
    counter.enter("ヤマダ")
    counter.press(Qt.Key.Key_Escape)
    counter.type("木村")
    qtbot.waitUntil(lambda: counter.names() == ["木村 礼"])
    assert ["山田 和夫", "山田 花子", "山田 咲"] not in counter.listed_ever
