"""A sheet by which a bureau finds how far the address must move for its envelopes' windows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from desktop.notices.letterhead import WINDOW_HEIGHT, WINDOW_LEFT, WINDOW_TOP, WINDOW_WIDTH
from desktop.notices.lettering import Face
from desktop.notices.paper import FOLDS_MM, HEIGHT_MM, WIDTH_MM, Imprint, Sheet, line_mm, printed
from desktop.notices.words import words

if TYPE_CHECKING:
    import datetime as dt

    from desktop.format import LanguageCode
    from desktop.notices.words import Words

# the window of the usual 長3 envelope, over a sheet that lies in its upper left corner
_ENVELOPE_WINDOW: Final = (20.0, 12.0, 90.0, 45.0)
_LEFT: Final = 30.0
_WIDTH: Final = WIDTH_MM - 2 * _LEFT
_SCALE_MM: Final = 5
_LINE: Final = 120.0


def calibration_sheet(
    x_mm: float, y_mm: float, language: LanguageCode, *, made_at: dt.datetime
) -> bytes:
    """The PDF with the address where these shifts put it; ``made_at`` is aware."""
    said = words("calibration_sheet", language)
    imprint = Imprint(said("head", "title"), language, made_at)
    return printed(imprint, partial(_draw, (x_mm, y_mm), said, made_at))


def _draw(shift: tuple[float, float], said: Words, made_at: dt.datetime, sheet: Sheet) -> None:
    _draw_scales(sheet)
    _draw_windows(shift, said, sheet)
    sheet.fold_marks()
    for y_mm in FOLDS_MM:
        sheet.rule(18, y_mm, 22)
        sheet.write(23, y_mm + 1, said("sheet", "fold"), size=8)
    sheet.write_centred(WIDTH_MM / 2, 112, said("head", "title"), size=16, face=Face.BOLD)
    across, down = (f"{value:+g}" if value else "0" for value in shift)
    told = said("sheet", "offset", x=across, y=down)
    sheet.write_centred(WIDTH_MM / 2, 124, told, size=12, face=Face.BOLD)
    below = 138.0
    for step in said("sheet", "use").split("\n"):
        below = sheet.write_wrapped(_LEFT, below, step, width_mm=_WIDTH, size=10) + 1.5
    sheet.rule(_LEFT, _LINE + 62, _LEFT + 100, width_mm=0.3)
    for end in (_LEFT, _LEFT + 100):
        _upright(sheet, end, _LINE + 60, 4)
    sheet.write_centred(_LEFT + 50, _LINE + 68, said("sheet", "hundred"), size=9)
    sheet.write(_LEFT, 280, said("sheet", "printed", moment=said.moment(made_at)), size=8)


def _draw_windows(shift: tuple[float, float], said: Words, sheet: Sheet) -> None:
    left, top, width, height = _ENVELOPE_WINDOW
    sheet.box(left, top, width_mm=width, height_mm=height)
    sheet.write_right(left + width - 1, top + height - 1.5, said("sheet", "window"), size=7)
    x_mm, y_mm = WINDOW_LEFT + shift[0], WINDOW_TOP + shift[1]
    sheet.box(x_mm, y_mm, width_mm=WINDOW_WIDTH, height_mm=WINDOW_HEIGHT)
    sheet.write(x_mm + 1, y_mm + WINDOW_HEIGHT + 3, said("sheet", "address"), size=7)
    line = y_mm + line_mm(10)
    for text in said("sheet", "example").split("\n"):
        sheet.write(x_mm + 0.5, line, text, size=9.5)
        line += line_mm(9.5)


def _draw_scales(sheet: Sheet) -> None:
    """Marks every 5 mm along the left and the upper edge, longer and numbered every 10 mm."""
    for mm in range(_SCALE_MM, int(HEIGHT_MM), _SCALE_MM):
        tens = mm % 10 == 0
        sheet.rule(8, mm, 12 if tens else 10)
        if tens:
            sheet.write(12.5, mm + 0.9, str(mm), size=6)
    for mm in range(_SCALE_MM, int(WIDTH_MM), _SCALE_MM):
        tens = mm % 10 == 0
        _upright(sheet, mm, 5, 4 if tens else 2)
        if tens and mm < WIDTH_MM - 10:
            sheet.write_centred(mm, 11.4, str(mm), size=5)


def _upright(sheet: Sheet, x_mm: float, y_mm: float, length_mm: float) -> None:
    sheet.box(x_mm, y_mm, width_mm=0, height_mm=length_mm)
