"""Bars of water used, year against year, told apart by pattern so that grey paper shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.notices.paper import text_mm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.notices.paper import Sheet

_STEPS: Final = 4
_NICE: Final = (1, 2, 5)
_INK: Final = 0.25
_GRID: Final = 0.75
_STRIPE_MM: Final = 1.1
_BAR: Final = 0.3  # of the room of a period, each of two
_SCALE_MM: Final = 10.0
_ABOVE_MM: Final = 9.0
_BELOW_MM: Final = 6.0


@dataclass(frozen=True, slots=True)
class Bars:
    """A period with what was used in it, and in the same one the year before, in m³.

    The marks stand before the figures above the bars.
    """

    name: str
    m3: int | None
    before_m3: int | None
    mark: str = ""
    before_mark: str = ""


def draw_usage_bars(
    sheet: Sheet,
    bars: Sequence[Bars],
    *,
    left_mm: float,
    top_mm: float,
    width_mm: float,
    height_mm: float,
    names: tuple[str, str, str],
) -> None:
    """Draw the chart into a box; ``names`` are its title, this year's and the year's before."""
    zero, tall = top_mm + height_mm - _BELOW_MM, height_mm - _ABOVE_MM - _BELOW_MM
    begin = left_mm + _SCALE_MM
    step = step_of(max(m3 or 0 for pair in bars for m3 in (pair.m3, pair.before_m3)))
    a_m3 = tall / (step * _STEPS)
    _draw_names(sheet, names, left_mm, right_mm=left_mm + width_mm, y_mm=top_mm)
    for number in range(_STEPS + 1):
        y_mm = zero - number * step * a_m3
        thick, grey = (0.3, 0.0) if number == 0 else (0.15, _GRID)
        wide = width_mm - _SCALE_MM
        sheet.fill(begin, y_mm - thick / 2, width_mm=wide, height_mm=thick, grey=grey)
        sheet.write_right(begin - 1.5, y_mm + 1, f"{number * step:,}", size=7.5)
    room = (width_mm - _SCALE_MM) / len(bars)
    for number, pair in enumerate(bars):
        middle = begin + (number + 0.5) * room
        sheet.write_centred(middle, zero + 4, pair.name, size=8)
        wide = min(_BAR * room, 11.0)
        before = (pair.before_m3, pair.before_mark, middle - wide - 0.4)
        for value, mark, x_mm in (before, (pair.m3, pair.mark, middle + 0.4)):
            if value is not None:
                _draw_bar(sheet, x_mm, zero, (wide, value * a_m3), striped=x_mm < middle)
                above = zero - value * a_m3 - 1
                sheet.write_centred(x_mm + wide / 2, above, f"{mark}{value:,}", size=7.5)


def step_of(most_m3: int) -> int:
    """How many m³ from one line to the next, so that four of them reach above the highest bar."""
    power = 1
    while True:
        for nice in _NICE:
            if nice * power * _STEPS >= most_m3:
                return nice * power
        power *= 10


def _draw_names(
    sheet: Sheet, names: tuple[str, str, str], left_mm: float, *, right_mm: float, y_mm: float
) -> None:
    title, this_year, year_before = names
    sheet.write(left_mm, y_mm + 3, title, size=8.5)
    x_mm = right_mm
    for name, striped in ((this_year, False), (year_before, True)):
        x_mm -= text_mm(name, size=8.5)
        sheet.write(x_mm, y_mm + 3, name, size=8.5)
        x_mm -= 6.5
        _draw_bar(sheet, x_mm, y_mm + 3.2, (5.0, 3.2), striped=striped)
        x_mm -= 5


def _draw_bar(
    sheet: Sheet, x_mm: float, zero_mm: float, size: tuple[float, float], *, striped: bool
) -> None:
    width, height = size
    if not striped:
        sheet.fill(x_mm, zero_mm - height, width_mm=width, height_mm=height, grey=_INK)
        return
    sheet.box(x_mm, zero_mm - height, width_mm=width, height_mm=height)
    stripe = zero_mm - _STRIPE_MM
    while stripe > zero_mm - height:
        sheet.rule(x_mm, stripe, x_mm + width, width_mm=0.25)
        stripe -= _STRIPE_MM
