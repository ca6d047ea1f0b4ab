"""The table of records: reading, sorting, arranging and copying, mostly without the mouse."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop import theme
from desktop.theme import Kind
from desktop.widgets.record_model import Column, RecordModel, Span
from desktop.widgets.record_table import RecordTable
from desktop.widgets.table_export import csv_file, tsv


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill as a table shows it."""

    month: str
    yen: int
    paid_on: dt.date | None = None
    note: str = ""


BILLS = (
    Bill("2024-09", 5509, None),
    Bill("2024-07", 5010, None, "meter\tfogged"),
    Bill("2024-05", 12340, dt.date(2024, 6, 3)),
    Bill("2024-03", 5010, dt.date(2024, 3, 27)),
)


def state_chip(bill):
    return ("Paid", Kind.OK, "check") if bill.paid_on else ("Not due", Kind.INFO, "clock")


def two_lines(bill):
    return (
        (Span(bill.month, bold=True, found=((0, 4),)),),
        (Span("inside ", "xs", muted=True), Span("town", "xs")),
    )


def columns(**changes):
    declared = [
        Column(key="month", title=lambda: "Month", text=lambda b: b.month, room=9),
        Column(
            key="yen",
            title=lambda: "Amount ¥",
            text=lambda b: f"{b.yen:,}",
            plain=lambda b: str(b.yen),
            sort=lambda b: b.yen,
            numeric=True,
            bold=True,
        ),
        Column(key="state", title=lambda: "State", text=lambda b: state_chip(b)[0]),
        Column(
            key="paid",
            title=lambda: "Paid on",
            text=lambda b: b.paid_on.isoformat() if b.paid_on else "—",
            sort=lambda b: b.paid_on,
            muted=lambda b: b.paid_on is None,
            figures=True,
        ),
        Column(
            key="note",
            title=lambda: "Note",
            text=lambda b: b.note,
            tooltip=lambda b: b.note,
            shown=False,
        ),
    ]
    return [replace(column, **changes.get(column.key, {})) for column in declared]


@pytest.fixture
def table(show):
    table = RecordTable(columns(), name=lambda: "Bills", identity=lambda b: b.month)
    table.show_rows(BILLS)
    table.resize(700, 240)
    return show(table)


def months(table):
    return [bill.month for bill in table.records.rows()]


def click_heading(table, number):
    header = table.horizontalHeader()
    middle = header.sectionViewportPosition(number) + header.sectionSize(number) // 2
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))


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


def test_copying_takes_the_selected_bill_and_the_columns_shown(table, qtbot):
    table.select(2)
    table.setFocus()
    with qtbot.waitSignal(table.copied):
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2024-05\t12340\tPaid\t2024-06-03"
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(table, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text() == (
        "Month\tAmount ¥\tState\tPaid on\n2024-05\t12340\tPaid\t2024-06-03"
    )


def test_copied_columns_follow_the_order_on_the_screen(table):
    table.horizontalHeader().moveSection(1, 0)
    table.horizontalHeader().show_column("note", shown=True)
    assert table.as_tsv([BILLS[1]]) == "5010\t2024-07\tNot due\t—\tmeter fogged"


def test_tsv_keeps_a_name_as_registered():
    assert tsv([["山田　花子", "a\r\nb"]]) == "山田　花子\ta b"


def test_csv_opens_in_excel_and_carries_no_formula(table):
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    data = table.as_csv(harmless=lambda cell: f"'{cell}" if cell.startswith("Not") else cell)
    assert data.startswith(b"\xef\xbb\xbfMonth,")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[1] == "2024-07,5010,'Not due,—"
    assert len(lines) == 6
    assert csv_file([["a,b", 'c"d']], harmless=str).decode("utf-8-sig") == '"a,b","c""d"\r\n'


def test_columns_fill_the_table_at_every_width_without_a_phantom_scroll_bar(table):
    shown = [n for n in range(5) if not table.isColumnHidden(n)]
    for width in range(520, 900, 7):
        table.resize(width, 240)
        assert sum(table.columnWidth(n) for n in shown) == table.viewport().width()
        assert table.horizontalScrollBar().maximum() == 0
    table.resize(200, 240)
    assert table.horizontalScrollBar().maximum() > 0


def test_spare_width_goes_where_the_weight_is(show):
    weighed = RecordTable(columns(month={"weight": 0}), name=lambda: "Bills")
    weighed.resize(500, 200)
    show(weighed)
    narrow = weighed.columnWidth(0)
    weighed.resize(900, 200)
    assert weighed.columnWidth(0) == narrow


def test_arrangement_is_kept_and_brought_back(table, show):
    header = table.horizontalHeader()
    header.moveSection(0, 2)
    header.show_column("note", shown=True)
    header.show_column("paid", shown=False)
    header.resizeSection(1, 190)
    click_heading(table, 1)
    kept = table.arrangement()

    other = RecordTable(columns(), name=lambda: "Bills")
    other.show_rows(BILLS)
    other.resize(700, 240)
    show(other)
    other.arrange(kept)
    assert other.arrangement() == kept
    assert other.as_tsv([BILLS[0]]) == "5509\tNot due\t2024-09\t"
    assert other.columnWidth(1) == pytest.approx(190, abs=1)
    assert months(other) == ["2024-05", "2024-09", "2024-07", "2024-03"]
    other.horizontalHeader().restore_defaults()
    assert other.as_tsv([BILLS[0]]) == "2024-09\t5509\tNot due\t—"
    assert months(other) == [bill.month for bill in BILLS]


@pytest.mark.parametrize("kept", [b"", b"[]", b"\xff", b'{"order": 1}', b'{"order": ["gone"]}'])
def test_an_arrangement_that_makes_no_sense_leaves_the_defaults(table, kept):
    table.arrange(kept)
    assert table.as_tsv([BILLS[0]]) == "2024-09\t5509\tNot due\t—"


def test_columns_menu_shows_hides_and_never_takes_the_last(table):
    header = table.horizontalHeader()

    def choose(key):
        menu = header.columns_menu()
        next(action for action in menu.actions() if action.data() == key).trigger()

    for key in ("yen", "state", "paid"):
        choose(key)
    assert table.as_tsv([BILLS[0]]) == "2024-09"
    choose("month")
    assert table.as_tsv([BILLS[0]]) == "2024-09"
    header.columns_menu().actions()[-1].trigger()
    assert table.as_tsv([BILLS[0]]) == "2024-09\t5509\tNot due\t—"


def test_right_click_menu_shows_keys_and_sorts_without_the_mouse(table):
    menu = table.context_menu()
    copy, copy_with_headings = menu.actions()[:2]
    assert (copy.text(), copy.shortcut().toString()) == ("Copy row", "Ctrl+C")
    assert copy_with_headings.shortcut().toString() == "Ctrl+Alt+C"
    assert copy.isShortcutVisibleInContextMenu()
    for expected in ("2024-05", "2024-07"):
        sort = table.context_menu().actions()[3].menu()
        sort.actions()[1].trigger()
        assert months(table)[0] == expected
    table.context_menu().actions()[3].menu().actions()[-1].trigger()
    assert months(table)[0] == "2024-09"


def test_headings_and_accessible_name_follow_the_language(show):
    words = {"heading": "Month", "name": "Bills"}
    declared = columns(month={"title": lambda: words["heading"]})
    table = show(RecordTable(declared, name=lambda: words["name"]))
    words.update(heading="請求年月", name="料金明細")
    table.retranslate()
    assert table.records.headerData(0, Qt.Orientation.Horizontal) == "請求年月"
    assert table.accessibleName() == "料金明細"


def colour_at(table, x, row):
    place = table.visualRect(table.records.index(row, 0))
    return table.viewport().grab().toImage().pixelColor(x, place.top() + 3)


def test_selected_and_pointed_rows_are_seen(table, qtbot):
    look = theme.of(table)
    table.select(0)
    for row in (1, 2):
        place = table.visualRect(table.records.index(row, 1)).center()
        QTest.mouseMove(table.viewport(), place)
    qtbot.waitUntil(lambda: colour_at(table, 400, 2) == look.colour("hover"))
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


def test_found_letters_are_marked_on_rows_of_two_lines(show):
    table = RecordTable(columns(month={"lines": two_lines}), name=lambda: "Bills")
    table.show_rows(BILLS)
    table.resize(700, 300)
    show(table)
    assert table.rowHeight(0) == theme.of(table).px("table_row_tall")
    picture = table.viewport().grab().toImage()
    marked = [picture.pixelColor(x, 20) for x in range(10, 40)]
    assert theme.of(table).colour("found") in marked


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
