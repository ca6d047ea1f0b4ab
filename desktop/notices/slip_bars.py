"""The bars of a payable slip: GS1-128 in code set C, as one path, at most 60 mm with its margins.

The patterns are those of ISO/IEC 15417, the widths of bars and spaces in modules by turns.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.notices.paper import Sheet

# 0.54 points: one and a half dots of a printer with 200 dots an inch, four and a half of 600
MODULE_MM: Final = 0.1905
QUIET_MM: Final = 10 * MODULE_MM
"""What must stay white beside the bars."""

_PATTERNS: Final = [
    "212222",
    "222122",
    "222221",
    "121223",
    "121322",
    "131222",
    "122213",
    "122312",
    "132212",
    "221213",
    "221312",
    "231212",
    "112232",
    "122132",
    "122231",
    "113222",
    "123122",
    "123221",
    "223211",
    "221132",
    "221231",
    "213212",
    "223112",
    "312131",
    "311222",
    "321122",
    "321221",
    "312212",
    "322112",
    "322211",
    "212123",
    "212321",
    "232121",
    "111323",
    "131123",
    "131321",
    "112313",
    "132113",
    "132311",
    "211313",
    "231113",
    "231311",
    "112133",
    "112331",
    "132131",
    "113123",
    "113321",
    "133121",
    "313121",
    "211331",
    "231131",
    "213113",
    "213311",
    "213131",
    "311123",
    "311321",
    "331121",
    "312113",
    "312311",
    "332111",
    "314111",
    "221411",
    "431111",
    "111224",
    "111422",
    "121124",
    "121421",
    "141122",
    "141221",
    "112214",
    "112412",
    "122114",
    "122411",
    "142112",
    "142211",
    "241211",
    "221114",
    "413111",
    "241112",
    "134111",
    "111242",
    "121142",
    "121241",
    "114212",
    "124112",
    "124211",
    "411212",
    "421112",
    "421211",
    "212141",
    "214121",
    "412121",
    "111143",
    "111341",
    "131141",
    "114113",
    "114311",
    "411113",
    "411311",
    "113141",
    "114131",
    "311141",
    "411131",
    "211412",
    "211214",
    "211232",
    "2331112",
]
_START_C: Final = 105
_FNC1: Final = 102
_STOP: Final = 106
_MODULUS: Final = 103
_SYMBOL_MODULES: Final = 11
_STOP_MODULES: Final = 13


def bars_mm(digits: str) -> float:
    """How wide the bars of so many digits are, without the white beside them."""
    symbols = len(digits) // 2 + 3
    return (symbols * _SYMBOL_MODULES + _STOP_MODULES) * MODULE_MM


def draw_bars(sheet: Sheet, digits: str, *, x_mm: float, y_mm: float, height_mm: float) -> None:
    """Draw the bars of an even number of digits; ``x_mm`` and ``y_mm`` are their lower left."""
    sheet.bars(x_mm, y_mm, bar_path(digits), step_mm=MODULE_MM, unit_mm=height_mm)


def bar_path(digits: str) -> bytes:
    """The bars as rectangles, in modules to the right, one unit high."""
    pairs = [int(digits[place : place + 2]) for place in range(0, len(digits), 2)]
    checked = [_FNC1, *pairs]
    check = (_START_C + sum(place * each for place, each in enumerate(checked, 1))) % _MODULUS
    return b" ".join(map(_drawn, (_START_C, *checked, check, _STOP), range(len(pairs) + 4)))


@cache
def _drawn(symbol: int, place: int) -> bytes:
    """The bars of a symbol that stands at that place."""
    left, drawn = place * _SYMBOL_MODULES, []
    for number, width in enumerate(map(int, _PATTERNS[symbol])):
        if not number % 2:
            drawn.append(b"%d 0 %d 1 re" % (left, width))
        left += width
    return b" ".join(drawn)
