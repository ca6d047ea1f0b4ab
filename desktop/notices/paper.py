"""Sheets of A4: places in millimetres from the top left, type in points, the same bytes again."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from desktop.notices.lettering import Face, runs, text_width, unprintable
from desktop.notices.press import Press
from desktop.notices.wrapping import wrapped

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from desktop.format import LanguageCode

WIDTH_MM: Final = 210.0
HEIGHT_MM: Final = 297.0
FOLDS_MM: Final = (99.0, 198.0)
"""Where an A4 sheet is folded in three for a 長3 envelope."""

_POINTS_A_MM: Final = 72 / 25.4
_LEADING: Final = 1.45  # of the size: lines of kanji need more air than Latin ones
_PALE: Final = 0.92
_TEXTS_REMEMBERED: Final = 4096  # some pages' worth: what pages have in common stays
_HAIRLINE_MM: Final = 0.15
_LONG_MARK: Final = 4
BASE: Final = 0.76
"""Where in a line its letters stand, as a share of its height from above."""

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

    def __init__(self, press: Press, imprint: Imprint) -> None:
        self._press = press
        self._imprint = imprint
        self._begun = 1
        self._code: list[bytes] = []
        self._constants: dict[object, bytes] = {}
        self._shrunk: list[str] = []
        self._unprintable: dict[str, None] = {}
        self._text = lru_cache(_TEXTS_REMEMBERED)(self._make_text)
        self._mark_page()

    @property
    def page(self) -> int:
        """The number of the page that is written on, from 1."""
        return self._press.pages + 1

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
        self.finish()
        self._mark_page()
        self._begun = self.page

    def next_page(self) -> None:
        """Go on with an empty page of the same notice."""
        self.finish()
        self._mark_page()
        page = f"{self._imprint.running} ({self.page - self._begun + 1})"
        self.write_right(WIDTH_MM - 20, 13, page, size=8)

    def finish(self) -> None:
        """Put the page that is written on into the file."""
        self._press.add_page(self._code)
        self._code = []

    def constant(self, key: object, draw: Callable[[Sheet], None]) -> None:
        """Draw what many pages have in common: ``draw`` is called once for each key."""
        if key not in self._constants:
            self._constants[key] = self._press.add_form(self.recorded(draw))
        self._code.append(self._constants[key])

    def recorded(self, draw: Callable[[Sheet], None]) -> bytes:
        """What ``draw`` draws, to be put on the page more than once."""
        page, self._code = self._code, []
        draw(self)
        drawn, self._code = b"\n".join(self._code), page
        return drawn

    def replay(self, drawn: bytes, *, right_mm: float) -> None:
        """Put what was recorded on the page, moved to the right."""
        self._code.append(b"q 1 0 0 1 %.2f 0 cm\n%b\nQ" % (right_mm * _POINTS_A_MM, drawn))

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

    def write_in_box(
        self,
        x_mm: float,
        y_mm: float,
        text: str,
        *,
        width_mm: float,
        height_mm: float,
        sizes: Sequence[float],
        face: Face = Face.TEXT,
    ) -> float:
        """Write as large as the box below ``y_mm`` allows, never clipped; gives the size."""
        for size in sizes:
            lines = wrapped(text, face, size=size, width=width_mm * _POINTS_A_MM)
            if len(lines) * line_mm(size) <= height_mm:
                break
        base = y_mm + BASE * line_mm(size)
        for number, line in enumerate(lines):
            self.write(x_mm, base + number * line_mm(size), line, size=size, face=face)
        return size

    def rule(
        self, x_mm: float, y_mm: float, to_x_mm: float, *, width_mm: float = _HAIRLINE_MM
    ) -> None:
        """Draw a level line."""
        self._line((x_mm, y_mm), (to_x_mm, y_mm), width_mm)

    def upright(
        self, x_mm: float, y_mm: float, to_y_mm: float, *, width_mm: float = _HAIRLINE_MM
    ) -> None:
        """Draw a line from above to below."""
        self._line((x_mm, y_mm), (x_mm, to_y_mm), width_mm)

    def box(
        self, x_mm: float, y_mm: float, *, width_mm: float, height_mm: float, pale: bool = False
    ) -> None:
        """Draw a frame, or a pale ground, whose top left corner is given."""
        if pale:
            self.fill(x_mm, y_mm, width_mm=width_mm, height_mm=height_mm, grey=_PALE)
            return
        place = _rectangle(x_mm, y_mm, width_mm, height_mm)
        self._code.append(b"%.2f w %b S" % (_HAIRLINE_MM * _POINTS_A_MM, place))

    def fill(
        self, x_mm: float, y_mm: float, *, width_mm: float, height_mm: float, grey: float
    ) -> None:
        """Fill a rectangle whose top left corner is given; ``grey`` is 0 for ink, 1 for paper."""
        place = _rectangle(x_mm, y_mm, width_mm, height_mm)
        self._code.append(b"%g g %b f 0 g" % (grey, place))

    def bars(
        self, x_mm: float, y_mm: float, path: bytes, *, step_mm: float, unit_mm: float
    ) -> None:
        """Fill the rectangles of ``path``, in steps to the right and units up from a corner."""
        scale = (step_mm * _POINTS_A_MM, unit_mm * _POINTS_A_MM, x_mm * _POINTS_A_MM, _up(y_mm))
        self._code.append(b"q %.4f 0 0 %.4f %.2f %.2f cm %b f Q" % (*scale, path))

    def fold_marks(self) -> None:
        """Show at the left edge where the sheet is folded."""
        for y_mm in FOLDS_MM:
            self.rule(3, y_mm, 7)

    def _line(self, begin: tuple[float, float], end: tuple[float, float], width_mm: float) -> None:
        ends = (begin[0] * _POINTS_A_MM, _up(begin[1]), end[0] * _POINTS_A_MM, _up(end[1]))
        self._code.append(b"%.2f w %.2f %.2f m %.2f %.2f l S" % (width_mm * _POINTS_A_MM, *ends))

    def _write(self, x: float, y_mm: float, text: str, *, size: float, face: Face) -> None:
        if text:
            place = (x, _up(y_mm), self._text(text, size, face))
            self._code.append(b"BT %.2f %.2f Td %b ET" % place)

    def _make_text(self, text: str, size: float, face: Face) -> bytes:
        self._unprintable |= dict.fromkeys(unprintable(text))
        return self._press.text(runs(text, face), size)

    def _mark_page(self) -> None:
        if self._imprint.mark:
            self.constant(Sheet, Sheet._draw_mark)

    def _draw_mark(self) -> None:
        text = self._imprint.mark
        size = 150 if len(text) < _LONG_MARK else 100
        middle = (WIDTH_MM / 2 * _POINTS_A_MM, HEIGHT_MM / 2 * _POINTS_A_MM)
        place = (-text_width(text, Face.BOLD, size) / 2, -size / 3)
        drawn = self._text(text, size, Face.BOLD)
        turned = b"q %g g 0.766 0.643 -0.643 0.766 %.2f %.2f cm BT %.2f %.2f Td %b ET Q"
        self._code.append(turned % (_PALE, *middle, *place, drawn))


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
        press = Press(
            imprint.title,
            language=str(imprint.language),
            width=WIDTH_MM * _POINTS_A_MM,
            height=HEIGHT_MM * _POINTS_A_MM,
            made_at=imprint.made_at,
        )
        sheet = Sheet(press, imprint)
        draw(sheet)
        sheet.finish()
        return press.finish()


def _rectangle(x_mm: float, y_mm: float, width_mm: float, height_mm: float) -> bytes:
    place = (x_mm * _POINTS_A_MM, _up(y_mm + height_mm))
    return b"%.2f %.2f %.2f %.2f re" % (*place, width_mm * _POINTS_A_MM, height_mm * _POINTS_A_MM)


def _up(y_mm: float) -> float:
    return (HEIGHT_MM - y_mm) * _POINTS_A_MM
