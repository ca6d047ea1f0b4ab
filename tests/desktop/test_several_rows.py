"""Several rows chosen for one act, without the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import theme
from desktop.widgets.record_model import Column
from desktop.widgets.several_rows import SeveralRowsTable

DOWN, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Space
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(qapp, language, show):
    theme.apply(qapp, theme.load())
    name = Column(key="name", title=lambda: "Name", text=str)
    table = SeveralRowsTable((name,), name=lambda: "Letters", identity=str)
    table.let_choose_several()
    table.show_rows(tuple("abcd"))
    table.select(0)
    show(table).setFocus()
    return table


def test_the_arrows_stand_on_one_row(table):
    QTest.keyClick(table, DOWN)
    assert (table.all_selected(), table.selected()) == (["b"], "b")


def test_shift_takes_the_rows_between(table):
    QTest.keyClick(table, DOWN, SHIFT)
    QTest.keyClick(table, DOWN, SHIFT)
    assert (table.all_selected(), table.selected()) == (["a", "b", "c"], "c")


def test_ctrl_and_space_take_rows_apart_from_each_other_and_leave_them(table):
    for _ in range(2):
        QTest.keyClick(table, DOWN, CONTROL)
    QTest.keyClick(table, SPACE)
    assert (table.all_selected(), table.selected()) == (["a", "c"], "c")
    QTest.keyClick(table, SPACE)
    assert table.all_selected() == ["a"]


def test_the_last_row_is_not_left(table):
    QTest.keyClick(table, SPACE)
    assert table.all_selected() == ["a"]
