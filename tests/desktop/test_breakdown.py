"""One bill, block by block: every line as its tariff makes it, and the lines add up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel

from db.rules.words import Drainage, UsageClass
from desktop.format import LanguageCode
from desktop.screens.customer.breakdown import Breakdown
from desktop.widgets.labels import Paragraph
from tests.desktop.billed import history, press
from tests.factories import add_bill


@pytest.fixture
def card(desk, show):
    card = Breakdown(desk)
    card.resize(372, 560)
    return show(card)


@pytest.fixture
def bill(desk, card):
    """Give ``bill(**more)``: the card showing such a bill of September 2024."""

    def bill(*, contract=None, **more):
        def fill(session, contract_id):
            add_bill(session, contract_id, **more)

        shown = history(desk, fill, **(contract or {})).rows[0]
        card.show_bill(shown)
        QApplication.sendPostedEvents()
        return shown

    return bill


def lines(card):
    """The lines of figures: what, mark, yen."""
    grid = card.findChild(QGridLayout)
    told = []
    for line in range(grid.rowCount()):
        across = [grid.itemAtPosition(line, at) for at in range(3)]
        words = [item.widget() for item in across if item]
        if len({id(widget) for widget in words}) == 3:
            told.append(tuple(widget.text() for widget in words))
    return told


def sentences(card):
    return [part.text() for part in card.findChildren(Paragraph) if part.isVisible()]


def test_the_golden_bill_line_by_line(card, bill):
    bill(usage_m3=21)
    assert lines(card) == [
        ("Basic fee, two months", "", "2,000"),
        ("1–20 m³: 20 × ¥22", "", "440"),
        ("21–40 m³: 1 × ¥105", "", "105"),
        ("Before tax", "", "2,545"),
        ("Consumption tax", "", "254"),
        ("Sum", "", "2,799"),
        ("Basic fee, two months", "", "1,800"),
        ("1–20 m³: 20 × ¥27", "", "540"),
        ("21–40 m³: 1 × ¥124", "", "124"),
        ("Before tax", "", "2,464"),
        ("Consumption tax", "", "246"),
        ("Sum", "", "2,710"),
        ("Total", "", "5,509"),
    ]
    assert sentences(card) == ["2024/07/10–2024/09/10, 62 days, 21 m³"]


@pytest.mark.parametrize("usage_m3", [0, 20, 41, 1234])
def test_the_lines_add_up_to_the_sums_and_the_sums_to_the_total(card, bill, usage_m3):
    bill(usage_m3=usage_m3, contract={"usage_class": UsageClass.BUSINESS})
    total, part, sums = 0, 0, 0
    for what, _mark, figure in lines(card):
        yen = int(figure.replace(",", ""))
        if what == "Before tax":
            assert yen == part
        elif what == "Sum":
            assert yen == part
            sums, part = sums + yen, 0
        elif what == "Total":
            total = yen
        else:
            part += yen
    assert total == sums > 0


def test_prices_that_are_not_public_are_marked_and_the_mark_is_explained(card, bill):
    bill(usage_m3=50)
    marked = [what for what, mark, _ in lines(card) if mark]
    assert [what.partition(" × ")[0] for what in marked] == ["41–60 m³: 10"] * 2
    assert sentences(card)[-1].startswith("* This price is not public")


def test_water_without_sewerage_has_one_account(card, bill):
    bill(contract={"drainage": Drainage.NONE})
    assert [yen for what, _, yen in lines(card) if what in ("Sum", "Total")] == ["2,799", "2,799"]


def test_less_may_drain_than_is_drawn(card, bill):
    bill(usage_m3=30, sewerage_m3=18)
    blocks = [what for what, _, _ in lines(card) if "×" in what]
    assert blocks[-1] == "1–20 m³: 18 × ¥27"


def test_an_estimate_and_what_the_meter_reader_found_are_explained(card, bill):
    bill(reading={"status_code": 8, "current_value": None}, settled_m3=-3)
    assert sentences(card)[-1].splitlines() == [
        "Estimated: the meter could not be read",
        "Found by the meter reader: Under snow",
        "An earlier estimate is settled here: −3 m³",
    ]


def test_an_amount_set_by_hand_is_said_beside_what_the_tariff_makes(card, bill):
    bill(debt={"yen": 4000, "tax_yen": 363})
    assert "Set by hand: the tariff makes 2,799 yen." in sentences(card)
    assert lines(card)[-1] == ("Total", "", "8,000")


def test_a_bill_under_an_unknown_tariff_still_shows_its_sums(card, bill):
    card.show_bill(replace(bill(), tariff="1999-04"))
    QApplication.sendPostedEvents()
    assert [what for what, _, _ in lines(card)] == [
        "Consumption tax", "Sum", "Consumption tax", "Sum", "Total",
    ]  # fmt: skip
    assert "The tariff 1999-04 is not known here: only the sums can be shown." in sentences(card)


def test_without_a_bill_it_says_what_to_do(card):
    card.show_bill(None)
    QApplication.sendPostedEvents()
    assert sentences(card) == ["Choose a bill to see how it came to its amount."]


def test_a_long_breakdown_is_read_with_the_keyboard(card, bill):
    bill(usage_m3=1234, contract={"usage_class": UsageClass.BUSINESS}, settled_m3=-3)
    card.resize(372, 300)
    QApplication.sendPostedEvents()
    card._room.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_PageDown)
    assert card._room.verticalScrollBar().value() > 0


@pytest.mark.parametrize("width", [372, 312])
@pytest.mark.parametrize("code", list(LanguageCode))
def test_nothing_is_cut_off_and_figures_end_below_each_other(desk, card, bill, code, width):
    desk.language.switch(code)
    card.setFixedWidth(width)
    bill(usage_m3=1234, contract={"usage_class": UsageClass.BUSINESS})
    assert not card._room.horizontalScrollBar().isVisible()
    labels = [part for part in card.findChildren(QLabel) if part.isVisible()]
    cut = [p.text() for p in labels if not p.wordWrap() and p.sizeHint().width() > p.width()]
    assert cut == []
    grid = card.findChild(QGridLayout)
    cells = [grid.itemAtPosition(line, 2) for line in range(1, grid.rowCount())]
    ends = {item.widget().geometry().right() for item in cells if item}
    assert len(ends) == 1
