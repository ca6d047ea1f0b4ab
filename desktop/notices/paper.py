"""Sheets of A4: places in millimetres from the top left, type in points, the same bytes again."""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from db.rules.periods import in_japan
from desktop.notices.lettering import Face, font, runs, text_width, unprintable
from desktop.notices.wrapping import wrapped

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from desktop.format import LanguageCode

# a fifth of a page's size, spent on readers that take no binary files
rl_config.useA85 = 0

WIDTH_MM: Final = 210.0
HEIGHT_MM: Final = 297.0
FOLDS_MM: Final = (99.0, 198.0)
"""Where an A4 sheet is folded in three for a 長3 envelope."""

_POINTS_A_MM: Final = 72 / 25.4
_LEADING: Final = 1.45  # of the size: lines of kanji need more air than Latin ones
_INK: Final = 0.0
_PALE: Final = 0.92
_HAIRLINE_MM: Final = 0.15
# a font is read piece by piece from one place, so only one sheet is made at a time
_PRESS: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a file says of itself, never who it is about, and what its pages have in common.

    ``mark`` (見本) is put under the text, ``running`` at the head of every page but the first.
    """

    title: str
    language: LanguageCode
    made_at: dt.datetime
    mark: str = ""
    running: str = ""


class Sheet:
    """One page after another, written in the order in which they are read."""

    def __init__(self, canvas: Canvas, imprint: Imprint) -> None:
        self._canvas = canvas
        self._imprint = imprint
        self._begun = 1
        self._shrunk: list[str] = []
        self._unprintable: dict[str, None] = {}
        self._mark_page()

    @property
    def page(self) -> int:
        """The number of the page that is written on, from 1."""
        number: int = self._canvas.getPageNumber()
        return number

    @property
    def shrunk(self) -> tuple[str, ...]:
        """The texts that had to be set smaller than usual, to be looked at before posting."""
        return tuple(dict.fromkeys(self._shrunk))

    @property
    def unprintable(self) -> tuple[str, ...]:
        """The letters that no shipped font has; the paper shows 〓 for each."""
        return tuple(self._unprintable)

    def note_shrunk(self, text: str) -> None:
        """Say that a text was longer than its box."""
        self._shrunk.append(text)

    def new_notice(self) -> None:
        """Go on with an empty page that begins another notice."""
        self._canvas.showPage()
        self._mark_page()
        self._begun = self.page

    def next_page(self) -> None:
        """Go on with an empty page of the same notice."""
        self._canvas.showPage()
        self._mark_page()
        page = f"{self._imprint.running} ({self.page - self._begun + 1})"
        self.write_right(WIDTH_MM - 20, 13, page, size=8)

    def write(
        self, x_mm: float, y_mm: float, text: str, *, size: float = 10, face: Face = Face.TEXT
    ) -> None:
        """Write one line; ``y_mm`` is its base line."""
        self._write(x_mm * _POINTS_A_MM, y_mm, text, size=size, face=face)

    def write_right(
        self, x_mm: float, y_mm: float, text: str, *, size: float = 10, face: Face = Face.TEXT
    ) -> None:
        """Write one line that ends at ``x_mm``."""
        width = text_width(text, face, size)
        self._write(x_mm * _POINTS_A_MM - width, y_mm, text, size=size, face=face)

    def write_centred(
        self, x_mm: float, y_mm: float, text: str, *, size: float = 10, face: Face = Face.TEXT
    ) -> None:
        """Write one line with its middle at ``x_mm``."""
        width = text_width(text, face, size)
        self._write(x_mm * _POINTS_A_MM - width / 2, y_mm, text, size=size, face=face)

    def write_wrapped(
        self,
        x_mm: float,
        y_mm: float,
        text: str,
        *,
        width_mm: float,
        size: float = 10,
        face: Face = Face.TEXT,
    ) -> float:
        """Write as many lines as the text needs; gives the base line for what follows."""
        for line in wrapped(text, face, size=size, width=width_mm * _POINTS_A_MM):
            self.write(x_mm, y_mm, line, size=size, face=face)
            y_mm += line_mm(size)
        return y_mm

    def write_wrapped_right(
        self,
        x_mm: float,
        y_mm: float,
        text: str,
        *,
        width_mm: float,
        size: float = 10,
        face: Face = Face.TEXT,
    ) -> float:
        """Write as many lines as the text needs, each ending at the right edge of its column."""
        for line in wrapped(text, face, size=size, width=width_mm * _POINTS_A_MM):
            self.write_right(x_mm + width_mm, y_mm, line, size=size, face=face)
            y_mm += line_mm(size)
        return y_mm

    def rule(
        self, x_mm: float, y_mm: float, to_x_mm: float, *, width_mm: float = _HAIRLINE_MM
    ) -> None:
        """Draw a level line."""
        self._canvas.setLineWidth(width_mm * _POINTS_A_MM)
        self._canvas.line(x_mm * _POINTS_A_MM, _up(y_mm), to_x_mm * _POINTS_A_MM, _up(y_mm))

    def box(
        self, x_mm: float, y_mm: float, *, width_mm: float, height_mm: float, pale: bool = False
    ) -> None:
        """Draw a frame, or a pale ground, whose top left corner is given."""
        self._canvas.setLineWidth(_HAIRLINE_MM * _POINTS_A_MM)
        self._canvas.setFillGray(_PALE if pale else 1)
        self._canvas.rect(
            x_mm * _POINTS_A_MM,
            _up(y_mm + height_mm),
            width_mm * _POINTS_A_MM,
            height_mm * _POINTS_A_MM,
            stroke=0 if pale else 1,
            fill=1 if pale else 0,
        )
        self._canvas.setFillGray(_INK)

    def fold_marks(self) -> None:
        """Show at the left edge where the sheet is folded."""
        for y_mm in FOLDS_MM:
            self.rule(3, y_mm, 7)

    def _write(self, x: float, y_mm: float, text: str, *, size: float, face: Face) -> None:
        line = self._canvas.beginText(x, _up(y_mm))
        self._unprintable |= dict.fromkeys(unprintable(text))
        for chosen, drawn in runs(text, face):
            line.setFont(chosen.fontName, size)
            line.textOut(drawn)
        self._canvas.drawText(line)

    def _mark_page(self) -> None:
        mark = self._imprint.mark
        if not mark:
            return
        canvas, size = self._canvas, 150 if len(mark) < 4 else 100
        canvas.saveState()
        canvas.setFillGray(_PALE)
        canvas.translate(WIDTH_MM / 2 * _POINTS_A_MM, HEIGHT_MM / 2 * _POINTS_A_MM)
        canvas.rotate(40)
        width = text_width(mark, Face.BOLD, size)
        canvas.setFont(font(Face.BOLD.value).fontName, size)
        canvas.drawString(-width / 2, -size / 3, mark)
        canvas.restoreState()


def line_mm(size: float) -> float:
    """From one line of that size in points to the next, in millimetres."""
    return size * _LEADING / _POINTS_A_MM


def text_mm(text: str, *, size: float, face: Face = Face.TEXT) -> float:
    """How wide a line of that text becomes, in millimetres."""
    return text_width(text, face, size) / _POINTS_A_MM


def lines_of(text: str, *, width_mm: float, size: float, face: Face = Face.TEXT) -> int:
    """How many lines a text needs."""
    return len(wrapped(text, face, size=size, width=width_mm * _POINTS_A_MM))


def printed(imprint: Imprint, draw: Callable[[Sheet], None]) -> bytes:
    """The PDF that ``draw`` fills: its fonts within it, and the same bytes for the same facts."""
    with _PRESS:
        buffer = io.BytesIO()
        canvas = Canvas(
            buffer,
            pagesize=(WIDTH_MM * _POINTS_A_MM, HEIGHT_MM * _POINTS_A_MM),
            pageCompression=1,
            invariant=1,
            initialFontName=font(Face.TEXT.value).fontName,
            lang=str(imprint.language),
        )
        canvas.setTitle(imprint.title)
        canvas.setAuthor("")
        canvas.setSubject("")
        canvas.setCreator("Mizumado")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setDateFormatter(_Stamp(imprint.made_at))
        draw(Sheet(canvas, imprint))
        canvas.save()
        return buffer.getvalue()


class _Stamp:
    """Dates a file by what it tells, not by when it was made, so that its bytes stay the same."""

    def __init__(self, moment: dt.datetime) -> None:
        self._text = f"D:{in_japan(moment):%Y%m%d%H%M%S}+09'00'"

    def __call__(self, *_clock: int) -> str:
        return self._text


def _up(y_mm: float) -> float:
    return (HEIGHT_MM - y_mm) * _POINTS_A_MM
