"""How many keys the tasks of a contact take, by the table of tasks, and never the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.demo.accounts import PRACTICE_ID
from tests.journeys.keys import PHONE, TASKS, KeyCount, measure

OVER = {PRACTICE_ID: {"ID/password recovery, at the counter": 5}, PHONE: {}}
"""F9, which turns the window to the customer, is one key more than the table allows."""


@pytest.mark.parametrize("login_id", [PRACTICE_ID, PHONE])
def test_tasks_take_no_more_keys_than_the_table_says(start, sqlite_town_url, drawer, login_id):
    clerk = start(sqlite_town_url, "ja")
    clerk.sign_in(login_id)
    counts = {task: measure(task, clerk) for task in TASKS if task.login_id == login_id}
    over = {task.name: count.keys for task, count in counts.items() if count.keys > task.target}
    assert over == OVER[login_id]
    assert [count.mouse for count in counts.values()] == [0] * len(counts)
    assert all(count.keys > 0 for count in counts.values())


def test_a_key_counts_once_however_many_widgets_see_it(at_work):
    clerk = at_work("en")
    count = KeyCount()
    with count.counting():
        clerk.press(Qt.Key.Key_F2)
        clerk.write("山田")  # an input method's text is content
        clerk.press(Qt.Key.Key_Down, times=2)
        clerk.press(Qt.Key.Key_Escape)
    assert count.keys == 4
    assert count.mouse == 0


def test_the_mouse_is_noticed(at_work):
    clerk = at_work("en")
    count = KeyCount()
    with count.counting():
        QTest.mouseClick(clerk.main.top.search, Qt.MouseButton.LeftButton)
    assert count.mouse > 0
