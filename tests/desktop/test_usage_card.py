"""The card with the chart, its table and the sentence about the bill pointed at."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.format import LanguageCode
from desktop.screens.customer.usage import UsageCard
from tests.desktop.billed import (
    SEPTEMBER,
    add_year_before,
    exports,
    history,
    history_again,
    noted,
    press,
    save_as,
    three_years,
)
from tests.factories import add_bill


@pytest.fixture
def card(desk, show):
    card = UsageCard(desk)
    card.resize(566, 274)
    return show(card)


@pytest.fixture
def full(desk, card):
    """The card with two years of bills, the keyboard on its chart."""
    card.show_history(history(desk, three_years))
    card.chart.setFocus(Qt.FocusReason.TabFocusReason)
    return card


def view(card, number):
    """Choose compare, 24 months or the table with the arrows."""
    card.view.button(card.view.current()).setFocus()
    key = Qt.Key.Key_Right if number > card.view.current() else Qt.Key.Key_Left
    press(key, times=abs(number - card.view.current()))
    assert card.view.current() == number


def cells(card, row):
    return [card.table.records.index(row, at).data() for at in range(7)]


def test_the_newest_bill_is_explained_without_a_key(full):
    assert full.sentence.text().startswith("2024-09: ")
    assert "than in the same period last year" in full.sentence.text()


def test_the_arrows_point_at_a_month_and_its_bill_is_explained(full, qtbot):
    with qtbot.waitSignal(full.bill_pointed) as pointed:
        press(Qt.Key.Key_Left, times=2)
    assert pointed.args == [full._history.rows[0].bill_id]
    assert full.chart.column() == 4
    assert full.sentence.text().startswith("2024-07: ")
    assert "against the year before" in full.chart.accessibleDescription()


def test_a_bill_chosen_elsewhere_is_explained(desk, full):
    known = history_again(desk, full._history.contract_id)
    full.explain_bill(known.rows[2].bill_id)
    assert full.sentence.text().startswith("2024-05: ")
    full.explain_bill(999_999)
    assert full.sentence.text().startswith("2024-05: ")


def test_twenty_four_months_are_twelve_columns(full):
    view(full, 1)
    full.chart.setFocus()
    press(Qt.Key.Key_End)
    assert full.chart.column() == 11
    press(Qt.Key.Key_Home)
    assert full.sentence.text().startswith("2022-11: ")
    assert [entry.text for entry in full.legend.entries()] == ["Usage", "Amount"]


def test_the_table_says_the_same_figures_newest_first(full, qtbot):
    view(full, 2)
    assert cells(full, 0) == ["2024-09", "21", "31", "−10", "5,509", "8,028", "−2,519"]
    full.table.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(full.bill_pointed):
        press(Qt.Key.Key_Down)
    assert full.sentence.text().startswith("2024-07: ")


def test_fetching_the_same_bills_again_points_at_none_of_them(desk, full, qtbot):
    view(full, 2)
    full.table.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down)
    full.view.button(2).setFocus()
    with qtbot.assertNotEmitted(full.bill_pointed):
        full.show_history(history_again(desk, full._history.contract_id))
    assert full.sentence.text().startswith("2024-09: ")


def test_a_month_without_a_bill_stays_a_gap(desk, card):
    def fill(session, contract_id):
        add_bill(session, contract_id, SEPTEMBER)
        add_bill(session, contract_id, dt.date(2024, 3, 1), paid_on=dt.date(2024, 3, 20))

    card.show_history(history(desk, fill))
    view(card, 2)
    assert cells(card, 1) == ["2024-07", *["–"] * 6]
    assert card.table.as_tsv([card.table.records.rows()[1]]) == "2024-07" + "\t" * 6


def test_an_estimate_is_explained_in_the_legend(desk, card):
    estimate = {"reading": {"current_value": None, "status_code": 8}}
    card.show_history(history(desk, lambda session, at: add_bill(session, at, **estimate)))
    assert card.legend.entries()[-1].text == "Estimated"


def test_without_bills_there_is_nothing_to_draw_to_explain_or_to_save(desk, card):
    card.show_history(history(desk, lambda *_: None))
    assert card.chart.accessibleDescription() == "There is nothing to draw yet: no bill so far."
    assert card.sentence.text() == ""
    assert not card.file.isEnabled()


def test_the_chart_is_saved_as_a_picture(desk, full, tmp_path, qtbot):
    notes = noted(desk)
    full.file.setFocus()
    press(Qt.Key.Key_Space)
    assert save_as(full, tmp_path / "usage.png", qtbot) == "usage and amounts 2024-09-18.png"
    qtbot.waitUntil(lambda: notes == ["Saved usage.png"])
    picture = QImage(str(tmp_path / "usage.png"))
    assert picture.format() != QImage.Format.Format_Invalid
    assert picture.width() > 2 * full.chart.width() - 40
    assert len({picture.pixel(x, picture.height() - 150) for x in range(picture.width())}) > 3
    assert exports(desk) == [("usage.png", 1, full._history.contract_id)]


def test_the_table_is_saved_as_a_file_of_plain_numbers(desk, full, tmp_path, qtbot):
    notes = noted(desk)
    view(full, 2)
    assert full.file.toolTip() == "Save the table as a CSV file"
    full.file.setFocus()
    press(Qt.Key.Key_Return)
    assert save_as(full, tmp_path / "usage.csv", qtbot) == "usage and amounts 2024-09-18.csv"
    qtbot.waitUntil(lambda: notes == ["Saved usage.csv"])
    lines = (tmp_path / "usage.csv").read_text("utf-8-sig").splitlines()
    assert lines[1] == "2024-09,21,31,-10,5509,8028,-2519"
    assert exports(desk) == [("usage.csv", 6, full._history.contract_id)]


@pytest.mark.parametrize("code", list(LanguageCode))
def test_a_long_explanation_leaves_the_chart_its_room(desk, card, code):
    def fill(session, contract_id):
        add_year_before(
            session, contract_id, usage_m3=234, sewerage=False, settled_m3=-12, tariff="2014-04"
        )
        add_bill(session, contract_id, usage_m3=1234, from_on=dt.date(2024, 7, 3))

    desk.language.switch(code)
    card.show_history(history(desk, fill))
    QApplication.sendPostedEvents()
    told = card.sentence
    assert card.chart.height() >= 150
    assert told.height() <= 3 * told.fontMetrics().height()
    assert told.shown_text().endswith("…")
    assert told.toolTip() == told.accessibleName() == told.text()


def test_where_there_is_room_the_explanation_is_whole(desk, full):
    full.resize(900, 560)
    QApplication.sendPostedEvents()
    assert full.sentence.shown_text() == full.sentence.text()
    assert full.sentence.toolTip() == ""
