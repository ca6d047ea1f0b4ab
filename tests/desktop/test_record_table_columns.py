"""What a clerk arranges in a table and takes out of it: columns, clipboard, files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from db.rules.csv_safety import csv_cell
from desktop.widgets.record_table import RecordTable
from desktop.widgets.table_export import csv_file, tsv
from tests.desktop.bill_table import BILLS, bill_table, click_heading, columns, months


def marked(cell):
    """Stand for a rule that says which cells need an apostrophe."""
    return f"'{cell}" if cell.startswith("Not") else cell


@pytest.fixture
def table(show):
    return show(bill_table())


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
    assert tsv([["山田　花子", "a\r\nb"]], harmless=str) == "山田　花子\ta b"


@pytest.mark.parametrize("parting", ["\t", "\r\n", "\n", "\v", "\x85", "\u2028"])
def test_what_is_copied_stays_in_its_cell_and_carries_no_formula(parting):
    assert tsv([[f"{parting}=1", "-5"]], harmless=csv_cell) == "' =1\t-5"


def test_csv_opens_in_excel_and_carries_no_formula(show):
    table = show(RecordTable(columns(), name=lambda: "Bills", harmless=marked))
    table.show_rows(BILLS)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    data = table.as_csv()
    assert data.startswith(b"\xef\xbb\xbfMonth,")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[1] == "2024-07,5010,'Not due,—"
    assert len(lines) == 6
    assert "\t'Not due" in table.as_tsv([BILLS[1]])
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
    header.show_column("month", shown=False)
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
