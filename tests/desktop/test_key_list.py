"""The list of keys: told by the actions, so it is never wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QScrollArea

from db.rules.words import Role
from desktop.actions import Actions
from desktop.format import LanguageCode
from desktop.main_window import MainWindow
from desktop.screens.customer.history import HistoryCard
from desktop.screens.customer.usage import UsageCard
from desktop.screens.key_list import KeyList


@pytest.fixture
def window(desk, show):
    """A window with two tables in it."""
    window = QMainWindow()
    HistoryCard(desk, window)
    UsageCard(desk, window)
    return show(window)


@pytest.fixture
def keys(window):
    """The list over that window."""
    dialog = KeyList(Actions(window).everything(), window)
    dialog.open()
    return dialog


def told(keys):
    """What the list says: for each place the keys and what they do there."""
    places, texts = {}, []
    for label in keys.findChildren(QLabel):
        match label.property("role"):
            case "h3":
                texts = places.setdefault(label.text(), [])
            case "key" | "body":
                texts.append(label.text())
    return {
        place: list(zip(texts[::2], texts[1::2], strict=True)) for place, texts in places.items()
    }


def everywhere(keys):
    return dict(told(keys)["Everywhere"])


def test_every_key_of_the_window_and_of_its_parts_is_told_once_where_it_does_something(keys):
    listed = everywhere(keys)
    assert listed["F1"] == "Keys"
    assert listed["F6  Alt+3"] == "Billing history"
    assert listed["F7  Alt+4"] == "Documents"
    assert listed["F10  Ctrl+P"] == "Print"
    there = told(keys)
    assert list(there) == ["Everywhere", "Billing history", "In tables"]
    assert there["Billing history"] == [
        ("Ctrl+S", "Save every bill shown as a CSV file"),
        ("Ctrl+F", "Choose which bills are shown"),
    ]
    assert there["In tables"][0] == ("Ctrl+C", "Copy row")
    assert "Change password" not in [label.text() for label in keys.findChildren(QLabel)]


def test_no_key_stands_twice_in_one_place(desk_for, show, qtbot):
    desk = desk_for(Role.ADMIN)
    window = show(MainWindow(desk))
    window.actions_.data.trigger()
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    keys = KeyList(window.actions_.everything(), window)
    places = told(keys)
    for lines in places.values():
        listed = [key for line, _ in lines for key in line.split("  ")]
        assert len(listed) == len(set(listed))
    assert ("Esc", "Stop / Back") in places["Data exchange"]
    assert ("Ctrl+F", "Filter the refused lines") in places["Data exchange"]
    assert ("Ctrl+F", "Search these texts") in places["FAQ & terms"]
    keys.open()
    for label in keys.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width()
    assert keys.height() < keys.screen().availableGeometry().height()
    (room,) = keys.findChildren(QScrollArea)
    assert room.widget().width() <= room.viewport().width()


def test_an_action_under_another_key_is_told_under_that_key(window):
    actions = Actions(window)
    actions.search.setShortcut(QKeySequence("Ctrl+F2"))
    assert everywhere(KeyList(actions.everything(), window))["Ctrl+F2"] == "Search"


def test_keys_are_called_what_stands_on_them(qapp):
    action = QAction("Done")
    action.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("F9")])
    assert told(KeyList([action])) == {"Everywhere": [("Ctrl+Enter  F9", "Done")]}


def test_an_action_without_a_window_is_told_too(qapp):
    action = QAction("Print")
    action.setShortcut(QKeySequence("F10"))
    assert told(KeyList([action])) == {"Everywhere": [("F10", "Print")]}


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_one_key_closes_it(keys, key):
    QTest.keyClick(QApplication.focusWidget(), key)
    assert not keys.isVisible()


def test_the_names_follow_the_language(desk, keys):
    desk.language.switch(LanguageCode.JA)
    QApplication.sendPostedEvents()
    desk.language.switch(LanguageCode.EN)
    QApplication.sendPostedEvents()
    assert everywhere(keys)["F2"] == "Search"
    assert keys.windowTitle() == "Keys"
