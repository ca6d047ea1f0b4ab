"""The bars of the post under an address (郵便カスタマバーコード), of 8 points as the post counts.

Japan Post allows bars of 0.40 to 0.56 mm, 0.76 to 1.04 mm apart, and long ones of 2.72 to 2.88 mm.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from db.rules.customer_barcode import Bar

if TYPE_CHECKING:
    from desktop.notices.paper import Sheet

_STEP_MM: Final = 0.04
_BAR_STEPS: Final = 11
_PITCH_STEPS: Final = 21
_UNIT_MM: Final = 0.95
HEIGHT_MM: Final = 3 * _UNIT_MM
_FORMS: Final = {Bar.LONG: (0, 3), Bar.UPPER: (1, 2), Bar.LOWER: (0, 2), Bar.TIMING: (1, 1)}
"""How many units above the foot a bar begins, and how many it is high."""


def bars_mm(bars: tuple[Bar, ...]) -> float:
    """How wide so many bars are."""
    return ((len(bars) - 1) * _PITCH_STEPS + _BAR_STEPS) * _STEP_MM


def draw_postal_bars(sheet: Sheet, bars: tuple[Bar, ...], *, x_mm: float, y_mm: float) -> None:
    """Draw the bars; ``x_mm`` and ``y_mm`` are their lower left."""
    sheet.bars(x_mm, y_mm, _path(bars), step_mm=_STEP_MM, unit_mm=_UNIT_MM)


def _path(bars: tuple[Bar, ...]) -> bytes:
    return b" ".join(map(_drawn, bars, range(len(bars))))


@cache
def _drawn(bar: Bar, place: int) -> bytes:
    begins, height = _FORMS[bar]
    return b"%d %d %d %d re" % (place * _PITCH_STEPS, begins, _BAR_STEPS, height)
