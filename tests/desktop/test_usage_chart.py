"""The chart of usage and amounts: what it draws, and how it is read with keys, mouse and voice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.widgets.chart_legend import ChartLegend, LegendEntry, Mark
from desktop.widgets.chart_period import ChartPeriod, TipLine
from desktop.widgets.chart_scale import round_step, scale_for, thinning
from desktop.widgets.usage_chart import UsageChart

LABELS = ("Nov", "Jan", "Mar", "May", "Jul", "Sep")
NOW_M3, BEFORE_M3 = (36, 44, 38, 31, 29, 32), (34, 41, 39, 33, 30, 33)
NOW_YEN, BEFORE_YEN = (6150, 7450, 6470, 5340, 5010, 5509), (5820, 6960, 6630, 5650, 5170, 5650)
PERIODS = tuple(
    ChartPeriod(
        label=label,
        now_m3=NOW_M3[n],
        before_m3=BEFORE_M3[n],
        now_yen=NOW_YEN[n],
        before_yen=BEFORE_YEN[n],
        heading=f"{label} vs last year",
        lines=(TipLine(f"{NOW_M3[n]} m³", f"{NOW_M3[n] - BEFORE_M3[n]:+}"),),
    )
    for n, label in enumerate(LABELS)
)


@pytest.fixture
def chart(show):
    chart = UsageChart()
    chart.set_empty_text("No bills in these two years")
    chart.show_periods(PERIODS, compared=True)
    chart.resize(540, 200)
    return show(chart)


def painted(chart, column):
    """The names of the chart's colours that a column is painted in, band and tip put away."""
    chart.move_band(-1)
    foot, half = chart.foot_of(column), (chart.foot_of(1).x() - chart.foot_of(0).x()) // 2
    picture = chart.grab().toImage()
    names = {
        theme.of(chart).colour(name).rgb(): name
        for name in ("chart_now", "chart_before", "chart_yen", "chart_before_edge")
    }
    return {
        names[rgb]
        for x in range(foot.x() - half, foot.x() + half)
        for y in range(2, picture.height() - 30)
        if (rgb := picture.pixelColor(x, y).rgb()) in names
    }


def test_each_column_shows_both_years(chart):
    for column in range(6):
        assert painted(chart, column) >= {"chart_now", "chart_before", "chart_yen"}


def test_24_months_show_one_year_at_a_time(chart):
    chart.show_periods(PERIODS, compared=False)
    assert painted(chart, 2) == {"chart_now", "chart_yen"}


def test_a_period_never_billed_leaves_a_gap(chart):
    gap = replace(PERIODS[2], now_m3=None, now_yen=None, before_m3=None, before_yen=None)
    chart.show_periods((*PERIODS[:2], gap, *PERIODS[3:]), compared=True)
    assert painted(chart, 2) == set()
    assert painted(chart, 3) >= {"chart_now", "chart_before", "chart_yen"}


def column_of_pixels(chart, column, side):
    x = chart.foot_of(column).x() + side * 10
    picture = chart.grab().toImage()
    now = theme.of(chart).colour("chart_now")
    return [y for y in range(picture.height()) if picture.pixelColor(x, y) == now]


def test_no_water_used_is_still_a_mark_and_money_back_hangs_below_zero(chart):
    zero, back = replace(PERIODS[0], now_m3=0), replace(PERIODS[1], now_m3=-12, now_yen=-900)
    chart.show_periods((zero, back, *PERIODS[2:]), compared=True)
    foot = chart.foot_of(0).y()
    assert 0 < len(column_of_pixels(chart, 0, 1)) <= 4
    below = column_of_pixels(chart, 1, 1)
    assert len(below) > 20
    assert min(below) >= foot - 1


def test_amounts_are_read_on_the_right_axis_and_break_where_nothing_was_billed(chart):
    gap = replace(PERIODS[2], now_yen=None)
    level = replace(PERIODS[1], before_yen=None, now_yen=5500)  # of 7,500, as 44 m³ are of 60
    chart.show_periods((PERIODS[0], level, gap, *PERIODS[3:]), compared=True)
    top, foot = min(column_of_pixels(chart, 1, 1)), chart.foot_of(1)
    picture, yen = chart.grab().toImage(), theme.of(chart).colour("chart_yen")
    assert picture.pixelColor(foot.x(), top) == yen
    after = [
        picture.pixelColor(x, y)
        for x in range(foot.x() + 10, chart.foot_of(3).x() - 10)
        for y in range(picture.height())
    ]
    assert yen not in after


def test_an_estimate_is_hatched_not_filled(chart):
    solid = column_of_pixels(chart, 3, 1)
    estimate = replace(PERIODS[3], estimated=True)
    chart.show_periods((*PERIODS[:3], estimate, *PERIODS[4:]), compared=True)
    assert len(column_of_pixels(chart, 3, 1)) < len(solid) / 2
    assert "chart_now" in painted(chart, 3)


def test_arrows_home_and_end_move_the_band_and_the_voice_follows(chart, qtbot):
    chart.setFocus()
    said = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
        said.append((chart.column(), chart.accessibleDescription()))
    assert [column for column, _ in said] == [5, 4, 0, 0]
    assert said[1][1] == "Jul vs last year, 29 m³ -1"
    with qtbot.waitSignal(chart.band_moved) as moved:
        QTest.keyClick(chart, Qt.Key.Key_End)
    assert moved.args == [5]
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.column() == 5


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_choose_the_column_pointed_at(chart, qtbot, key):
    chart.setFocus()
    with qtbot.assertNotEmitted(chart.chosen):
        QTest.keyClick(chart, key)
    chart.move_band(2)
    with qtbot.waitSignal(chart.chosen) as chosen:
        QTest.keyClick(chart, key)
    assert chosen.args == [2]


def test_escape_and_leaving_put_the_tip_away(chart):
    chart.setFocus()
    chart.move_band(2)
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.column() == -1
    assert chart.accessibleDescription() == ""
    chart.move_band(2)
    chart.clearFocus()
    assert chart.column() == -1


def test_every_column_answers_the_mouse_and_the_axes_do_not(chart, qtbot):
    for column in range(6):
        assert chart.column_at(chart.foot_of(column) - QPoint(0, 5)) == column
    assert chart.column_at(QPoint(3, 80)) == -1
    assert chart.column_at(QPoint(chart.width() - 3, 80)) == -1
    with qtbot.waitSignal(chart.chosen) as chosen:
        place = chart.foot_of(4) - QPoint(0, 40)
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [4]
    assert chart.column() == 4


def test_the_tip_stands_beside_its_column_inside_the_chart(chart):
    for column in range(6):
        chart.move_band(column)
        tip = chart.findChild(type(chart._tip))
        assert tip.isVisible()
        assert chart.rect().contains(tip.geometry())
        assert not tip.geometry().contains(QPoint(chart.foot_of(column).x(), tip.y() + 5))


def test_the_band_is_painted_behind_its_column(chart):
    chart.move_band(0)
    foot = chart.foot_of(0)
    colour = chart.grab().toImage().pixelColor(foot.x() - 30, foot.y() - 20)
    assert colour == theme.of(chart).colour("tint_light")


def test_other_figures_put_the_band_away(chart, qtbot):
    chart.move_band(5)
    with qtbot.waitSignal(chart.band_moved) as moved:
        chart.show_periods(PERIODS[:2], compared=True)
    assert moved.args == [-1]


def test_nothing_billed_is_said_and_takes_no_keys(chart):
    nothing = ChartPeriod(label="Nov")
    for periods in ((), (nothing, nothing)):
        chart.show_periods(periods, compared=True)
        assert chart.accessibleDescription() == "No bills in these two years"
        QTest.keyClick(chart, Qt.Key.Key_End)
        assert chart.column() == -1
        assert chart.column_at(chart.rect().center()) == -1


def test_export_is_twice_as_sharp_with_title_and_legend_and_without_the_band(chart):
    legend = ChartLegend()
    legend.show_entries("m³", [LegendEntry(Mark.NOW, "Usage")], "yen")
    plain = chart.as_png("Usage and amounts", legend)
    chart.move_band(2)
    assert chart.as_png("Usage and amounts", legend) == plain
    picture = QImage.fromData(plain, "PNG")
    assert picture.width() > 2 * 500
    assert picture.height() > 2 * 200
    assert len(plain) > len(chart.as_png("", None))


def test_colours_follow_the_theme(chart, qtbot):
    app = QApplication.instance()
    now = theme.load()
    other = replace(now, colours={**now.colours, "chart_now": "#101010"})
    try:
        theme.apply(app, other)
        assert column_of_pixels(chart, 0, 1)
    finally:
        app.setProperty("mizumado_theme", None)
        app.setStyleSheet("")


def test_legend_says_everything_it_shows(show):
    legend = ChartLegend()
    entries = [LegendEntry(mark, f"the {mark}") for mark in Mark]
    legend.show_entries("m³", entries, "yen")
    assert legend.accessibleName().startswith("m³, the now, the before")
    assert legend.minimumSizeHint().width() < legend.sizeHint().width()
    legend.resize(legend.sizeHint())
    show(legend)
    picture = legend.grab().toImage()
    yen = theme.of(legend).colour("chart_yen")
    seen = [picture.pixelColor(x, picture.height() // 2) for x in range(picture.width())]
    assert yen in seen


@pytest.mark.parametrize(
    ("m3", "yen", "steps"),
    [
        ((36, 44), (7450, 5010), (20, 3000, 3, 0)),
        ((), (), (10, 1000, 3, 0)),
        ((0, 0), (2200,), (10, 800, 3, 0)),
        ((1,), (2022,), (1, 800, 3, 0)),
        ((44, -12), (7450, -2100), (20, 3000, 3, 1)),
        ((-5,), (-1200,), (2, 500, 1, 3)),
    ],
)
def test_axes_step_in_round_numbers(m3, yen, steps):
    scale = scale_for(m3, yen)
    assert (scale.step_m3, scale.step_yen, scale.above, scale.below) == steps


@given(
    m3=st.lists(st.integers(-9_999, 99_999), max_size=24),
    yen=st.lists(st.integers(-999_999, 99_999_999), max_size=24),
)
def test_every_figure_fits_between_the_lines_of_both_axes(m3, yen):
    scale = scale_for(m3, yen)
    for figures, step in ((m3, scale.step_m3), (yen, scale.step_yen)):
        assert max([0, *figures]) < scale.above * step
        assert min([0, *figures]) >= -scale.below * step
    assert len(scale.steps()) <= 8


@given(st.floats(0.01, 1e9))
def test_a_step_is_round_and_no_more_than_twice_what_is_needed(least):
    step = round_step(least)
    assert least <= step < max(2, 2 * least)
    assert len(str(step).rstrip("0")) <= 2


def test_labels_are_thinned_only_where_they_would_touch():
    assert thinning([[28], [28], [28]], room=40) == 1
    assert thinning([[28], [28, 48], [28], [28], [28], [28], [28], [28, 48]], room=38) == 1
    assert thinning([[60]] * 12, room=38) == 2
    assert thinning([[500]] * 3, room=10) == 3
    assert thinning([], room=10) == 1
