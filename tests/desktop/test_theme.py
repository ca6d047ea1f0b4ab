"""The look: contrast a weak eye can read, and no colour or measure named anywhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QLabel, QWidget

from desktop import assets, theme
from desktop.theme import Kind

ROOT = Path(theme.__file__).parent.parent

TEXT_ON = {
    "surface": ("text", "text2", "text3", "link", "err", "warn"),
    "surface2": ("text", "text2"),
    "canvas": ("text", "text2", "text3", "link"),
    "sunken": ("text2", "mute"),
    "selection": ("text", "text2", "err"),
    "hover": ("text", "link"),
    "found": ("text",),
    "tint": ("primary_press",),
    "primary": ("on_primary",),
    "primary_hover": ("on_primary",),
    "primary_press": ("on_primary",),
    "err_field": ("text", "err"),
    "err_ground": ("err", "text", "link"),
    "warn_ground": ("warn", "text", "link"),
    "ok_ground": ("ok", "text", "link"),
    "info_ground": ("info", "text", "link"),
    "mute_ground": ("mute",),
    "bar": ("bar_text", "bar_text2"),
    "bar_field": ("bar_text", "bar_text2"),
    "bar_selection": ("bar",),
    "practice": ("practice_text",),
    "tip": ("tip_text", "tip_text2"),
}
EDGE_ON = {
    "surface": (
        "line_strong", "focus", "ok_icon",
        "chart_now", "chart_before_edge", "chart_yen", "chart_yen_before",
    ),
    "canvas": ("line_strong", "focus"),
    "tint": ("primary",),
    "primary": ("focus_on_bar",),
    "bar": ("focus_on_bar", "bar_ok", "bar_mark"),
    "tip": ("tip_icon",),
}  # fmt: skip


def pairs(on: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(name, ground) for ground, names in on.items() for name in names]


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(name: str, ground: str) -> float:
    light = theme.load()
    dark, bright = sorted(luminance(light.colour(token)) for token in (name, ground))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "ground"), pairs(TEXT_ON))
def test_text_stands_out_from_its_ground(name, ground):
    assert contrast(name, ground) >= 4.5


@pytest.mark.parametrize(("name", "ground"), pairs(EDGE_ON))
def test_edges_and_marks_stand_out_from_their_ground(name, ground):
    assert contrast(name, ground) >= 3.0


def test_larger_text_enlarges_controls_but_not_gaps():
    light, large = theme.load(), theme.load("light", 130)
    assert large.font("body").pixelSize() == 18
    assert large.px("control") == round(light.px("control") * 1.3)
    assert large.px("s4") == light.px("s4")


def test_a_low_window_gets_lower_rows(qapp):
    theme.apply(qapp, theme.load(), compact=True)
    assert theme.of().px("table_row") == 30
    theme.apply(qapp, theme.load())
    assert theme.of().px("table_row") == 33


def test_a_window_may_have_a_look_of_its_own(qapp):
    window = QWidget()
    inside = QWidget(window)
    window.setProperty(theme.PROPERTY, theme.load("light", 130))
    assert theme.of(inside).font().pixelSize() == 18
    assert theme.of().font().pixelSize() == 14


def test_the_style_sheet_is_understood_whole(qapp):
    theme.apply(qapp, theme.load())
    label = QLabel()
    label.setProperty("role", "num")
    label.ensurePolished()
    assert label.font().pixelSize() == 17
    assert label.font().bold()
    assert "$" not in theme.style_sheet(theme.load())


def test_shipped_type_is_used_and_its_figures_have_one_width(qapp):
    theme.apply(qapp, theme.load())
    assert QFontInfo(theme.of().font()).family() == "BIZ UDPGothic"
    figures = QFontMetricsF(theme.of().font("figure"))
    assert len({figures.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_colours(kind):
    assert theme.load().tint(kind).text.isValid()


def test_an_icon_takes_the_colour_it_is_given(qapp):
    picture = assets.pixmap("warn", QColor("#CE0000"), size=18, ratio=2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (36, 2.0)
    image = picture.toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    assert {colour.name() for colour in inked} == {"#ce0000"}


def test_colours_are_named_only_in_the_theme():
    named = re.compile(r"#[0-9A-Fa-f]{6}\b|GlobalColor\.(?!transparent)|QColor\(\d")
    sources = [*(ROOT / "desktop").rglob("*.py"), ROOT / "resources/theme/base.qss"]
    guilty = [
        file.name
        for file in sources
        if "notices" not in file.parts and named.search(file.read_text("utf-8"))
    ]
    assert guilty == []


def test_every_token_the_program_asks_for_exists():
    light = theme.load()
    known = {"colour": light.colours, "px": light.sizes, "font": light.type}
    asked = re.compile(r"\.(colour|px|font)\(\"(\w+)\"")
    missing = [
        f"{file.name}: {way}({name})"
        for file in (ROOT / "desktop").rglob("*.py")
        for way, name in asked.findall(file.read_text("utf-8"))
        if name not in known[way]
    ]
    assert missing == []
