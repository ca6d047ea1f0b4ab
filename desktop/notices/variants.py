"""The forms of kanji that a font has under variation selectors (異体字セレクタ)."""

from __future__ import annotations

import struct
from typing import Final

_SELECTORS: Final = 14  # the format of the table that lists them


def variants_of(cmap: bytes) -> dict[tuple[int, int], int | None]:
    """Glyphs by letter and selector, from a font's ``cmap`` table; None: the letter's usual one.

    The layout is that of the OpenType specification, "Format 14: Unicode variation sequences".
    """
    found: dict[tuple[int, int], int | None] = {}
    for number in range(struct.unpack_from(">H", cmap, 2)[0]):
        (start,) = struct.unpack_from(">L", cmap, 8 + 8 * number)
        if struct.unpack_from(">H", cmap, start)[0] == _SELECTORS:
            _read_selectors(cmap, start, found)
    return found


def _read_selectors(cmap: bytes, start: int, found: dict[tuple[int, int], int | None]) -> None:
    (count,) = struct.unpack_from(">L", cmap, start + 6)
    for number in range(count):
        high, low, usual, special = struct.unpack_from(">BHLL", cmap, start + 10 + 11 * number)
        selector = high << 16 | low
        if usual:
            _read_usual(cmap, start + usual, selector, found)
        if special:
            _read_special(cmap, start + special, selector, found)


def _read_usual(
    cmap: bytes, start: int, selector: int, found: dict[tuple[int, int], int | None]
) -> None:
    (count,) = struct.unpack_from(">L", cmap, start)
    for number in range(count):
        high, low, more = struct.unpack_from(">BHB", cmap, start + 4 + 4 * number)
        first = high << 16 | low
        found.update(dict.fromkeys((code, selector) for code in range(first, first + more + 1)))


def _read_special(
    cmap: bytes, start: int, selector: int, found: dict[tuple[int, int], int | None]
) -> None:
    (count,) = struct.unpack_from(">L", cmap, start)
    for number in range(count):
        high, low, glyph = struct.unpack_from(">BHH", cmap, start + 4 + 5 * number)
        found[high << 16 | low, selector] = glyph
