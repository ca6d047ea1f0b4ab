"""How the program looks: every colour, typeface and measure, from ``resources/theme``.

``apply`` leaves the theme with the QApplication as a property; whoever paints (widget, delegate,
chart) asks ``theme.of(widget)`` each time it paints. A window with a look of its own (the
customer's screen) sets the same property on itself.
Words in the token names: *ground* is a background, *edge* a border, *line* a decoration.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from string import Template
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.assets import coloured_file, load_fonts, resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

PROPERTY = "mizumado_theme"
_SCALED = ("controls", "widths")
_UNSCALED = ("spacing", "radii", "window")


class Kind(StrEnum):
    """What a chip or banner says of its matter, before one has read it."""

    INFO = "info"
    OK = "ok"
    WARN = "warn"
    ERR = "err"
    MUTE = "mute"


@dataclass(frozen=True, slots=True)
class Typeface:
    """One way of setting text: families in order of preference, px, weight."""

    families: tuple[str, ...]
    px: int
    bold: bool


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours of one kind of message."""

    text: QColor
    ground: QColor
    edge: QColor
    mark: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours, type and measures by name; an unknown name raises KeyError."""

    name: str
    colours: Mapping[str, str]
    type: Mapping[str, Typeface]
    sizes: Mapping[str, int]
    compact_sizes: Mapping[str, int]
    compact: bool = False

    def colour(self, name: str) -> QColor:
        """The colour of that name."""
        return QColor(self.colours[name])

    def px(self, name: str) -> int:
        """A height, width, gap or radius in px."""
        if self.compact and name in self.compact_sizes:
            return self.compact_sizes[name]
        return self.sizes[name]

    def font(self, role: str = "body", *, bold: bool | None = None) -> QFont:
        """The font of a role: kpi h1 num h2 h3 body figure sub xs key."""
        face = self.type[role]
        font = QFont(list(face.families))
        font.setPixelSize(face.px)
        font.setBold(face.bold if bold is None else bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def tint(self, kind: Kind) -> Tint:
        """Text, ground, edge and mark of a kind of message."""
        mark = "ok_icon" if kind is Kind.OK else str(kind)
        names = (kind, f"{kind}_ground", f"{kind}_edge", mark)
        return Tint(*(self.colour(name) for name in names))


@cache
def load(name: str = "light", scale: int = 100) -> Theme:
    """Read a theme for a text size of ``scale`` per cent; raises FileNotFoundError if unknown."""
    tokens = tomllib.loads(resource("theme", f"{name}.toml").read_text("utf-8"))
    faces = {key: tuple(families) for key, families in tokens["faces"].items()}
    return Theme(
        name=name,
        colours=tokens["colours"],
        type={role: _typeface(faces, face, scale) for role, face in tokens["type"].items()},
        sizes=_measures(tokens, scale),
        compact_sizes={key: _scaled(px, scale) for key, px in tokens["compact"].items()},
    )


def apply(app: QApplication, theme: Theme, *, compact: bool = False) -> None:
    """Dress the whole program, open windows included; compact is for windows under 740 px."""
    theme = replace(theme, compact=compact)
    load_fonts()
    app.setProperty(PROPERTY, theme)
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(theme))
    app.setFont(theme.font())
    app.setStyleSheet(style_sheet(theme))


def of(widget: QWidget | None = None) -> Theme:
    """The theme of the widget's window if it has one of its own, else the program's."""
    owners = (widget.window() if widget else None, QApplication.instance())
    for owner in owners:
        theme = owner.property(PROPERTY) if owner else None
        if isinstance(theme, Theme):
            return theme
    return load()


def palette(theme: Theme) -> QPalette:
    """Qt's own roles in the colours of the theme, for whatever the style sheet leaves alone."""
    role = QPalette.ColorRole
    names = {
        role.Window: "canvas", role.WindowText: "text", role.Base: "surface",
        role.AlternateBase: "surface2", role.Text: "text", role.Button: "surface",
        role.ButtonText: "text", role.BrightText: "on_primary", role.Highlight: "primary",
        role.HighlightedText: "on_primary", role.ToolTipBase: "tip", role.ToolTipText: "tip_text",
        role.PlaceholderText: "text3", role.Link: "link", role.LinkVisited: "link",
        role.Accent: "primary", role.Light: "surface", role.Midlight: "line", role.Mid: "line",
        role.Dark: "line_strong", role.Shadow: "shadow",
    }  # fmt: skip
    colours = QPalette()
    for where, name in names.items():
        colours.setColor(where, theme.colour(name))
    for where in (role.Text, role.WindowText, role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, where, theme.colour("disabled"))
    return colours


def style_sheet(theme: Theme) -> str:
    """The style sheet with the theme's tokens filled in."""
    pictures = {
        "chevron": coloured_file("chev", theme.colour("text2")),
        "tick": coloured_file("check", theme.colour("on_primary")),
    }
    tokens: dict[str, Any] = {
        **theme.colours,
        **{key: theme.px(key) for key in theme.sizes},
        # a focused control spends two more px on its edge and must not grow by them
        **{f"{key}_inner": theme.px(key) - 2 for key in theme.sizes},
        **{role: face.px for role, face in theme.type.items()},
        **{key: file.as_posix() for key, file in pictures.items()},
        "figures": ", ".join(f'"{family}"' for family in theme.type["figure"].families),
    }
    return Template(resource("theme", "base.qss").read_text("utf-8")).substitute(tokens)


def _typeface(faces: Mapping[str, tuple[str, ...]], face: dict[str, Any], scale: int) -> Typeface:
    return Typeface(faces[face["face"]], _scaled(face["px"], scale), face["bold"])


def _measures(tokens: dict[str, Any], scale: int) -> dict[str, int]:
    sizes = {key: _scaled(px, scale) for part in _SCALED for key, px in tokens[part].items()}
    return sizes | {key: px for part in _UNSCALED for key, px in tokens[part].items()}


def _scaled(px: int, scale: int) -> int:
    return round(px * scale / 100)
