"""The program's own type and pictures, read from the package ``resources``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTemporaryDir
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

# importlib.resources would cost the login a tenth of its start; these are always real files
_RESOURCES = Path(resources.__file__).parent


def resource(*parts: str) -> Path:
    """The file or folder of that name inside ``resources``."""
    return _RESOURCES.joinpath(*parts)


def load_fonts() -> list[str]:
    """Make the shipped type known to Qt and name the families found in it."""
    families: list[str] = []
    for file in sorted(resource("fonts").glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(_add_font(str(file)))
    return families


@cache
def _add_font(file: str) -> int:
    return QFontDatabase.addApplicationFont(file)


@cache
def _drawing(name: str) -> str:
    """The text of an icon; raises FileNotFoundError for a name nobody drew."""
    return resource("icons", f"{name}.svg").read_text("utf-8")


def _coloured(name: str, colour: QColor, *, filled: bool = False) -> bytes:
    drawing = _drawing(name).replace("currentColor", colour.name())
    if filled:
        drawing = drawing.replace('fill="none"', f'fill="{colour.name()}"')
    return drawing.encode()


def pixmap(
    name: str, colour: QColor, *, size: int, ratio: float = 0.0, filled: bool = False
) -> QPixmap:
    """An icon ``size`` px wide in one colour, sharp on a screen of that pixel ratio (0: any)."""
    ratio = ratio or QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    key = f"icon:{name}:{colour.name()}:{size}:{ratio}:{filled}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(_coloured(name, colour, filled=filled))).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture


def icon(
    name: str,
    colour: QColor,
    *,
    size: int,
    checked: QColor | None = None,
    disabled: QColor | None = None,
) -> QIcon:
    """An icon for a button; other colours where the button is checked or disabled."""
    picture = QIcon(pixmap(name, colour, size=size))
    if checked is not None:
        picture.addPixmap(pixmap(name, checked, size=size), QIcon.Mode.Normal, QIcon.State.On)
    if disabled is not None:
        picture.addPixmap(pixmap(name, disabled, size=size), QIcon.Mode.Disabled)
    return picture


def coloured_file(name: str, colour: QColor) -> Path:
    """An icon in one colour as a file, for style sheets, which take pictures only by path."""
    file = Path(_workshop().path()) / f"{name}-{colour.name()[1:]}.svg"
    if not file.exists():
        file.write_bytes(_coloured(name, colour))
    return file


@cache
def _workshop() -> QTemporaryDir:
    return QTemporaryDir()
