"""The bar along the top: how fresh the data is, who works here, in which language."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from desktop.actions import Actions
from desktop.format import LanguageCode
from desktop.screens.top_bar import TopBar


@pytest.fixture
def bar_for(desk, show):
    """Give ``bar_for(bureau facts…)``: the bar of a window 1280 px wide."""

    def bar_for(**facts):
        window = QMainWindow()
        actions = Actions(window)
        window.addActions(actions.everything())
        bar = TopBar(replace(desk, bureau=replace(desk.bureau, **facts)), actions, window)
        actions.language.triggered.connect(desk.language.toggle)
        window.setCentralWidget(bar)
        window.resize(1280, 52)
        show(window)
        return bar

    return bar_for


def words(bar):
    return [label.text() for label in bar.findChildren(QLabel) if label.text()]


def test_the_data_time_is_the_time_in_japan(bar_for):
    bar = bar_for(delivered_at=dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC))
    assert "Data as of 9/18 18:13" in words(bar)


def test_data_never_delivered_is_said_without_a_tick(bar_for):
    told = bar_for(delivered_at=dt.datetime(2024, 9, 18, 9, 13, tzinfo=dt.UTC))
    silent = bar_for(delivered_at=None)
    assert "No data delivered yet" in words(silent)
    pictures = [bar._data_mark.pixmap().toImage() for bar in (told, silent)]
    assert pictures[0] != pictures[1]


def test_desk_clerk_office_and_role_are_named(bar_for):
    bar = bar_for()
    assert bar.staff.text() == "counter 3  Sato Jiro"
    assert bar.staff.toolTip() == "Counter  Billing centre"
    assert "Billing centre" in words(bar)


def test_names_are_written_in_the_language_spoken(desk, bar_for):
    bar = bar_for(bureau_name="みずま市企業局", bureau_name_en="Mizuma Water Bureau")
    assert "Mizuma Water Bureau" in words(bar)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(bar, Qt.Key.Key_L, both)
    QApplication.sendPostedEvents()
    assert desk.language.code is LanguageCode.JA
    assert "みずま市企業局" in words(bar)
    assert bar.staff.text() == "counter 3  佐藤 次郎"


def test_a_bureau_without_an_english_name_keeps_its_own(bar_for):
    assert "みずま市企業局" in words(bar_for(bureau_name="みずま市企業局", bureau_name_en=""))


def test_a_long_name_of_an_office_does_not_widen_the_window(desk, bar_for):
    bar = bar_for()
    bar._office.setText("料金センター" * 20)
    QApplication.sendPostedEvents()
    assert bar.window().width() == 1280
    assert bar._office.toolTip() == "料金センター" * 20


def test_the_search_box_takes_what_room_there_is(bar_for):
    bar = bar_for()
    assert 240 <= bar.search.width() <= 560


def test_password_and_sign_out_are_reached_by_keyboard(bar_for):
    bar = bar_for()
    assert [action.text() for action in bar.staff.menu().actions()] == [
        "Lock the screen",
        "Change password",
        "Sign out",
    ]
    assert bar.staff.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_portal_says_when_it_closes_and_opens(bar_for, clock):
    bar = bar_for(portal_hours="7:00-26:00")
    assert bar.portal.text() == "Portal open until 2:00"
    clock.advance(hours=9)
    bar.retranslate()
    assert bar.portal.text() == "Portal closed until 7:00"
