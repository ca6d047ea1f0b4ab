"""The table of records: reading, sorting and opening, mostly without the mouse."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop import theme
from desktop.theme import Kind
from desktop.widgets.record_model import Column, RecordModel, Span
from desktop.widgets.record_table import RecordTable
from tests.desktop.bill_table import BILLS, bill_table, click_heading, columns, months, state_chip


@pytest.fixture
def table(show):
    return show(bill_table())


def test_model_keeps_qts_rules(qtmodeltester):
    model = RecordModel(columns())
    qtmodeltester.check(model)
    model.show_rows(BILLS)
    qtmodeltester.check(model)
    model.sort(1)
    model.show_only(lambda bill: bill.paid_on is not None)
    qtmodeltester.check(model)


def test_heading_sorts_by_value_largest_first_then_back_to_the_order_it_came_in(table):
    click_heading(table, 1)
    assert months(table) == ["2024-05", "2024-09", "2024-07", "2024-03"]
    click_heading(table, 1)
    assert months(table) == ["2024-07", "2024-03", "2024-09", "2024-05"]
    click_heading(table, 1)
    assert months(table) == [bill.month for bill in BILLS]


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_bills_not_paid_come_last_whichever_way_dates_are_sorted(table, order):
    table.sortByColumn(3, order)
    assert [bill.paid_on for bill in table.records.rows()][2:] == [None, None]


def test_selection_stays_on_its_bill_while_sorting_filtering_and_refreshing(table):
    table.select(1)
    click_heading(table, 1)
    assert table.selected() == BILLS[1]
    table.show_only(lambda bill: bill.paid_on is None)
    assert table.selected() == BILLS[1]
    paid = replace(BILLS[1], paid_on=dt.date(2024, 9, 18))
    table.show_only(None)
    table.show_rows((BILLS[0], paid, *BILLS[2:]))
    assert table.selected() == paid


def test_selection_is_given_up_when_its_bill_is_filtered_away(table, qtbot):
    table.select(0)
    with qtbot.waitSignal(table.selection_changed, check_params_cb=lambda row: row is None):
        table.show_only(lambda bill: bill.paid_on is not None)
    assert table.selected() is None
    assert months(table) == ["2024-05", "2024-03"]


def test_counts_for_the_filter_are_of_all_bills_whatever_is_shown(table):
    table.show_only(lambda bill: bill.paid_on is None)
    assert table.records.count() == 4
    assert table.records.count(lambda bill: bill.paid_on is None) == 2


def test_enter_and_double_click_open_the_bill(table, qtbot):
    table.select(0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.chosen) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [BILLS[1]]
    with qtbot.waitSignal(table.chosen) as opened:
        place = table.visualRect(table.records.index(2, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [BILLS[2]]


def test_one_click_selects_and_opens_nothing(table, qtbot):
    with qtbot.assertNotEmitted(table.chosen):
        place = table.visualRect(table.records.index(2, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.selected() == BILLS[2]


def test_home_and_end_go_to_the_first_and_last_bill_and_letters_go_nowhere(table):
    table.select(1)
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.selected() == BILLS[3]
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.selected() == BILLS[0]
    QTest.keyClicks(table, "2024-05")
    assert table.selected() == BILLS[0]


def test_tab_enters_on_the_first_bill_and_leaves_again(show):
    window = QWidget()
    layout = QVBoxLayout(window)
    table = RecordTable(columns(), name=lambda: "Bills")
    table.show_rows(BILLS)
    before, after = QLineEdit(), QLineEdit()
    for widget in (before, table, after):
        layout.addWidget(widget)
    show(window)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert table.hasFocus()
    assert table.selected() == BILLS[0]
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


def colour_at(table, x, row):
    place = table.visualRect(table.records.index(row, 0))
    return table.viewport().grab().toImage().pixelColor(x, place.top() + 3)


def point_at(table, row):
    # not QTest.mouseMove: it moves a cursor all windows share
    place = QPointF(table.visualRect(table.records.index(row, 1)).center())
    still, left_alone = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    where = table.viewport().mapToGlobal(place)
    event = QMouseEvent(QEvent.Type.MouseMove, place, where, still, still, left_alone)
    QApplication.sendEvent(table.viewport(), event)


def test_selected_and_pointed_rows_are_seen(table):
    look = theme.of(table)
    table.select(0)
    point_at(table, 2)
    far_right = table.viewport().width() - 4
    assert colour_at(table, 1, 0) == look.colour("primary")
    assert colour_at(table, far_right, 0) == look.colour("selection")
    assert colour_at(table, far_right, 1) == look.colour("surface")
    assert colour_at(table, far_right, 2) == look.colour("hover")


def test_focus_from_the_keyboard_is_framed_and_a_click_is_not(table):
    table.select(0)
    focus, far_right = theme.of(table).colour("focus"), table.viewport().width() - 1
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert colour_at(table, far_right, 0) == focus
    place = table.visualRect(table.records.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert colour_at(table, far_right, 0) != focus


def two_lines(bill):
    return (
        (Span(bill.month, bold=True, found=((0, 4),)),),
        (Span("inside ", "xs", muted=True), Span("town", "xs")),
    )


def test_found_letters_are_marked_on_rows_of_two_lines(show):
    table = RecordTable(columns(month={"lines": two_lines}), name=lambda: "Bills")
    table.show_rows(BILLS)
    table.resize(700, 300)
    show(table)
    assert table.rowHeight(0) == theme.of(table).px("table_row_tall")
    picture = table.viewport().grab().toImage()
    marked = [picture.pixelColor(x, 20) for x in range(10, 40)]
    assert theme.of(table).colour("found") in marked


def test_found_letters_are_marked_as_far_as_a_cut_text_shows_them(show):
    table = RecordTable(columns(month={"lines": cut_line}), name=lambda: "Bills")
    table.show_rows(BILLS)
    table.resize(700, 300)
    show(table)
    picture = table.viewport().grab().toImage()
    place = table.visualRect(table.records.index(0, 0))
    across = range(place.left(), place.right() + 40)
    marked = [picture.pixelColor(x, place.center().y() - 9) for x in across]
    found = theme.of(table).colour("found")
    assert found in marked
    assert found not in marked[place.width() - 10 :]


def cut_line(_bill):
    return ((Span("北陸設備工業株式会社" * 9, found=((0, 2), (4, 2), (60, 20))),),)


def test_chips_are_painted_in_the_colours_of_their_kind(show):
    table = RecordTable(columns(state={"chip": state_chip}), name=lambda: "Bills")
    table.show_rows(BILLS)
    table.resize(700, 240)
    show(table)
    place = table.visualRect(table.records.index(2, 2))
    picture = table.viewport().grab(place).toImage()
    ground = theme.of(table).tint(Kind.OK).ground
    assert picture.pixelColor(20, place.height() // 2 - 7) == ground


def test_nothing_is_asked_of_a_row_before_it_is_painted(show):
    asked = set()

    def text(number):
        asked.add(number)
        return str(number)

    table = RecordTable([Column(key="n", title=lambda: "N", text=text)], name=lambda: "Numbers")
    table.resize(300, 200)
    show(table)
    start = time.perf_counter()
    table.show_rows(range(100_000))
    filled_in = time.perf_counter() - start
    assert not asked
    table.viewport().grab()
    assert asked < set(range(40))
    assert filled_in < 0.1
