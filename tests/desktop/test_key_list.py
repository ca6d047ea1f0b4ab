"""The list of keys: told by the actions, so it is never wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from desktop.actions import Actions
from desktop.format import LanguageCode
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
    """What the list says: keys and what they do."""
    texts = [label.text() for label in keys.findChildren(QLabel) if label.property("role") != "h2"]
    return dict(zip(texts[::2], texts[1::2], strict=True))


def test_every_key_of_the_window_and_of_its_tables_is_told_once(keys):
    listed = told(keys)
    assert listed["F1"] == "Keys"
    assert listed["F6  Alt+3"] == "Billing history"
    assert listed["F7  Alt+4"] == "Documents"
    assert listed["F10  Ctrl+P"] == "Print"
    assert listed["Ctrl+C"] == "Copy row"
    assert listed["Ctrl+S"] == "Save every bill shown as a CSV file"
    texts = [label.text() for label in keys.findChildren(QLabel)]
    assert texts.count("Copy row") == 1
    assert "Change password" not in texts


def test_no_two_things_answer_to_one_key(keys):
    listed = [key for line in told(keys) for key in line.split("  ")]
    assert len(listed) == len(set(listed))


def test_an_action_under_another_key_is_told_under_that_key(window):
    actions = Actions(window)
    actions.search.setShortcut(QKeySequence("Ctrl+F2"))
    assert told(KeyList(actions.everything(), window))["Ctrl+F2"] == "Search"


def test_an_action_without_a_window_is_told_too(qapp):
    action = QAction("Print")
    action.setShortcut(QKeySequence("F10"))
    assert told(KeyList([action])) == {"F10": "Print"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_one_key_closes_it(keys, key):
    QTest.keyClick(QApplication.focusWidget(), key)
    assert not keys.isVisible()


def test_the_names_follow_the_language(desk, keys):
    desk.language.switch(LanguageCode.JA)
    QApplication.sendPostedEvents()
    desk.language.switch(LanguageCode.EN)
    QApplication.sendPostedEvents()
    assert told(keys)["F2"] == "Search"
    assert keys.windowTitle() == "Keys"
