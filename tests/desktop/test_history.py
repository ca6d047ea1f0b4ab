"""The list of bills: filtered, sorted, copied and saved without the mouse."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from db.rules.words import Drainage
from desktop import theme
from desktop.format import LanguageCode
from desktop.screens.customer.history import HistoryCard
from desktop.widgets.chip import chip_width
from desktop.widgets.record_model import Column
from tests.desktop.billed import (
    JULY,
    SEPTEMBER,
    exports,
    history,
    history_again,
    noted,
    press,
    save_as,
    three_years,
)
from tests.factories import Paid, add_bill, add_payment

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def card(desk, show):
    card = HistoryCard(desk)
    card.resize(1146, 460)
    return show(card)


@pytest.fixture
def full(desk, card):
    """The card with two years of bills, the keyboard on its table."""
    card.show_history(history(desk, three_years))
    card.table.setFocus(Qt.FocusReason.TabFocusReason)
    return card


def months(card):
    return [f"{bill.month:%Y-%m}" for bill in card.table.records.rows()]


def cell(card, row, key):
    """What a cell says, and its tooltip."""
    keys = [column.key for column in card.table.records.columns]
    index = card.table.records.index(row, keys.index(key))
    return index.data(), index.data(Qt.ItemDataRole.ToolTipRole)


def to_filter(card):
    """Go to the choice of bills as a clerk does."""
    press(Qt.Key.Key_F, CTRL)
    assert card.filter.isAncestorOf(QApplication.focusWidget())


def test_two_years_are_listed_newest_first_and_the_newest_is_stood_on(full):
    assert len(months(full)) == 12
    assert months(full)[:2] == ["2024-09", "2024-07"]
    assert full.table.selected().month == SEPTEMBER
    assert [cell(full, 0, key)[0] for key in ("month", "usage", "water", "sewerage", "yen")] == [
        "2024-09", "21", "2,799", "2,710", "5,509",
    ]  # fmt: skip


def test_arrows_move_from_bill_to_bill_and_enter_opens_one(full, qtbot):
    with qtbot.waitSignal(full.bill_selected) as moved:
        press(Qt.Key.Key_Down)
    july = full.table.selected()
    assert july.month == JULY
    assert moved.args == [july.bill_id]
    with qtbot.waitSignal(full.bill_chosen) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [july.bill_id]


def test_the_filter_says_how_many_there_are_and_the_arrows_go_along_it(full):
    words = [full.filter.button(number).text() for number in range(3)]
    assert words == ["All 12", "Unpaid 2", "Paid 10"]
    to_filter(full)
    press(Qt.Key.Key_Right)
    assert months(full) == ["2024-09", "2024-07"]
    press(Qt.Key.Key_Right)
    assert len(months(full)) == 10
    assert full.table.selected().month == dt.date(2024, 5, 1)


def test_a_filter_that_hides_every_bill_says_so(desk, card):
    card.show_history(history(desk, add_bill))
    card.filter.button(0).setFocus()
    press(Qt.Key.Key_Right, times=2)
    assert not card.table.isVisible()
    assert "The filter hides" in card.findChild(type(card._nothing)).accessibleName()
    press(Qt.Key.Key_Left, times=2)
    assert card.table.isVisible()


def test_a_location_without_bills_says_when_the_first_will_come(desk, card):
    card.show_history(history(desk, lambda *_: None))
    assert not card.table.isVisible()
    assert card._nothing.isVisible()
    assert "first reading" in card._nothing.fact.text()


def test_five_years_are_asked_for_and_two_again(desk, full, qtbot):
    full.years.setFocus()
    with qtbot.waitSignal(full.years_wanted) as asked:
        press(Qt.Key.Key_Space)
    assert asked.args == [5]
    contract_id = full.table.selected().contract_id
    full.show_history(history_again(desk, contract_id, years=5))
    assert len(months(full)) == 19
    assert full.years.text() == "Show 2 years"
    with qtbot.waitSignal(full.years_wanted) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [2]


def test_an_unpaid_bill_shows_however_old_it_is(desk, card):
    def fill(session, contract_id):
        add_bill(session, contract_id, dt.date(2020, 3, 1))
        add_bill(session, contract_id, paid_on=dt.date(2024, 9, 12))

    card.show_history(history(desk, fill))
    assert months(card) == ["2024-09", "2020-03"]


def test_filter_and_bill_stay_when_the_same_location_is_fetched_again(desk, full):
    to_filter(full)
    press(Qt.Key.Key_Right)
    full.table.setFocus()
    press(Qt.Key.Key_Down)
    with desk.database.writing() as session:
        paid = full.table.records.rows()[0]
        for debt in paid.debts:
            add_payment(session, debt.debt_id, Paid(debt.yen, dt.date(2024, 9, 15)))
    full.show_history(history_again(desk, paid.contract_id))
    assert months(full) == ["2024-07"]
    assert full.table.selected().month == JULY
    assert full.filter.button(1).text() == "Unpaid 1"


def test_another_location_begins_with_all_of_its_bills(desk, full):
    to_filter(full)
    press(Qt.Key.Key_Right)
    full.show_history(history(desk, three_years))
    assert full.filter.current() == 0
    assert len(months(full)) == 12
    assert full.table.selected().month == SEPTEMBER


def test_a_bill_pointed_at_in_the_chart_is_stood_on(full):
    fifth = full.table.records.rows()[4]
    full.select_bill(fifth.bill_id)
    assert full.table.selected() == fifth
    full.select_bill(999_999)
    assert full.table.selected() == fifth


def test_the_bill_stood_on_is_copied_as_a_spreadsheet_takes_it(desk, full):
    notes = noted(desk)
    press(Qt.Key.Key_C, CTRL)
    line = "2024-09\t21\t62\t2799\t2710\t5509\tNot due\t2024-09-28\t"
    assert QGuiApplication.clipboard().text() == line
    assert notes == ["Copied the bill"]


def test_every_bill_shown_is_copied_with_headings_and_on_record(desk, full, qtbot):
    notes = noted(desk)
    to_filter(full)
    press(Qt.Key.Key_Right)
    full.copy.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: notes != [])
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Month\tUsage m³\tDays\tWater yen\tSewerage yen\tAmount yen")
    assert [line[:7] for line in lines[1:]] == ["2024-09", "2024-07"]
    assert exports(desk) == [("bills.tsv", 2, full.table.selected().contract_id)]


def test_ctrl_s_saves_the_bills_shown_for_a_spreadsheet(desk, full, tmp_path, qtbot):
    notes = noted(desk)
    press(Qt.Key.Key_S, CTRL)
    offered = save_as(full, tmp_path / "history.csv", qtbot)
    assert offered == "billing history 2024-09-18.csv"
    qtbot.waitUntil(lambda: notes == ["Saved history.csv"])
    written = (tmp_path / "history.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfMonth,Usage")
    lines = written.decode("utf-8-sig").split("\r\n")
    assert lines[1] == "2024-09,21,62,2799,2710,5509,Not due,2024-09-28,"
    assert len(lines) == 14
    assert exports(desk) == [("bills.csv", 12, full.table.selected().contract_id)]


def test_no_cell_of_the_file_runs_as_a_formula(desk, full, tmp_path, qtbot):
    notes = noted(desk)
    full.table.records.columns = (
        Column(key="month", title=lambda: "=1+1", text=lambda _: "@SUM(A1)"),
        *full.table.records.columns[1:],
    )
    press(Qt.Key.Key_S, CTRL)
    save_as(full, tmp_path / "history.csv", qtbot)
    qtbot.waitUntil(lambda: notes == ["Saved history.csv"])
    lines = (tmp_path / "history.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("'=1+1,")
    assert lines[1].startswith("'@SUM(A1),")


MARKED = [
    ({"reading": {"status_code": 8, "current_value": None}}, "est. 21", "Under snow"),
    ({"settled_m3": -3}, "adj. 21", "An earlier estimate is settled here: −3 m³"),
    ({"reading": {"status_code": 6}}, "note 21", "Found by the meter reader: Leak"),
    ({}, "21", None),
]


@pytest.mark.parametrize(("bill", "usage", "tip"), MARKED)
def test_a_figure_that_is_not_a_plain_reading_is_marked_and_explained(desk, card, bill, usage, tip):
    card.show_history(history(desk, lambda session, at: add_bill(session, at, **bill)))
    said, told = cell(card, 0, "usage")
    assert said == usage
    assert told is None if tip is None else tip in told
    assert card.table.as_tsv(card.table.records.rows()).split("\t")[1] == "21"


def test_water_without_sewerage_leaves_a_dash(desk, card):
    card.show_history(history(desk, add_bill, drainage=Drainage.NONE))
    assert cell(card, 0, "sewerage")[0] == "–"
    assert cell(card, 0, "yen")[0] == "2,799"


@pytest.mark.parametrize("code", list(LanguageCode))
def test_every_state_fits_its_column_at_the_least_width(desk, full, code):
    desk.language.switch(code)
    full.resize(1026, 460)
    QApplication.sendPostedEvents()
    look = theme.of(full)
    keys = [column.key for column in full.table.records.columns]
    room = full.table.columnWidth(keys.index("state")) - 2 * look.px("s3")
    chip = full.table.records.columns[keys.index("state")].chip
    assert not full.table.horizontalScrollBar().isVisible()
    for bill in full.table.records.rows():
        words, kind, icon = chip(bill)
        assert chip_width(look, words, kind, icon) <= room, words


def test_columns_stay_as_they_were_arranged(desk, full, show):
    full.table.horizontalHeader().show_column("days", shown=False)
    full.keep_state()
    again = show(HistoryCard(desk))
    keys = [column.key for column in again.table.records.columns]
    assert again.table.isColumnHidden(keys.index("days"))
    assert not again.table.isColumnHidden(keys.index("yen"))


def test_every_word_follows_the_language(desk, full):
    desk.language.switch(LanguageCode.JA)
    QApplication.sendPostedEvents()
    assert cell(full, 0, "month")[0] == "2024年09月"
    desk.language.switch(LanguageCode.EN)
    QApplication.sendPostedEvents()
    assert cell(full, 0, "month")[0] == "2024-09"
    assert full.filter.button(0).text() == "All 12"
