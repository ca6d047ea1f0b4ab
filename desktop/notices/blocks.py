"""Rows of text one below the other, set smaller when they would not fit on their page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from desktop.notices.lettering import Face
from desktop.notices.paper import BASE, Sheet, line_mm, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

NEXT_PAGE_MM: Final = 20.0
"""Where what goes on on another page begins."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a column, broken into as many lines as it needs."""

    x_mm: float
    width_mm: float
    text: str
    face: Face = Face.TEXT
    to_right: bool = False  # as figures stand, one under the other


@dataclass(frozen=True, slots=True)
class Block:
    """Cells side by side that stay together; a heading stands on a pale ground.

    ``titles`` are those of the columns, written again where the block begins a page. What is
    ``kept`` never ends a page: it goes on with the block after it.
    """

    cells: tuple[Cell, ...]
    heading: bool = False
    ruled: bool = True
    gap_mm: float = 0.0  # free above it
    air_mm: float = 0.9  # within it, above and below its lines
    titles: Block | None = None
    kept: bool = False
    below_mm: float = 0.0  # free below it on its page, for what is drawn there

    @property
    def left_mm(self) -> float:
        """Where its first cell begins."""
        return self.cells[0].x_mm

    @property
    def right_mm(self) -> float:
        """Where its last cell ends."""
        return self.cells[-1].x_mm + self.cells[-1].width_mm


def height_mm(block: Block, size: float) -> float:
    """How much room a block takes at that size of type, without the gap above it."""
    lines = max(
        lines_of(cell.text, width_mm=cell.width_mm, size=size, face=cell.face)
        for cell in block.cells
    )
    return lines * line_mm(size) + 2 * block.air_mm


def fitting_size(blocks: Sequence[Block], *, room_mm: float, sizes: Sequence[float]) -> float:
    """The largest of the sizes at which the blocks fit; the smallest when none does."""
    for size in sizes:
        if all_mm(blocks, size) <= room_mm:
            return size
    return sizes[-1]


def place(
    sheet: Sheet, blocks: Sequence[Block], *, top_mm: float, bottom_mm: float, size: float
) -> float:
    """Write the blocks from ``top_mm`` down, on more pages if need be; gives where they end."""
    y_mm = top_mm
    for number, block in enumerate(blocks):
        height = height_mm(block, size)
        needed = height + block.gap_mm
        kept = _kept_mm(blocks[number:], size) if block.kept else 0.0
        if y_mm + needed + block.below_mm + kept > bottom_mm:
            sheet.next_page()
            y_mm = NEXT_PAGE_MM
            if block.titles:
                titles = height_mm(block.titles, size)
                _write(sheet, block.titles, (y_mm, titles), size=size)
                y_mm += titles
        _write(sheet, block, (y_mm + block.gap_mm, height), size=size)
        y_mm += needed
    return y_mm


def that_fit(blocks: Sequence[Block], *, room_mm: float, size: float) -> int:
    """How many of the blocks have room, none of them parted from what it belongs to."""
    count = 0
    for number, block in enumerate(blocks, 1):
        room_mm -= height_mm(block, size) + block.gap_mm
        if room_mm < 0:
            break
        if not block.kept:
            count = number
    return count


def all_mm(blocks: Sequence[Block], size: float) -> float:
    """How much room the blocks take one below the other."""
    return sum(height_mm(block, size) + block.gap_mm + block.below_mm for block in blocks)


def _kept_mm(blocks: Sequence[Block], size: float) -> float:
    """How much room those need that must not be parted from the first."""
    room = 0.0
    for block, after in pairwise(blocks):
        if not block.kept:
            break
        room += height_mm(after, size) + after.gap_mm + after.below_mm
    return room


def _write(sheet: Sheet, block: Block, place_mm: tuple[float, float], *, size: float) -> None:
    """Write a block at its top and of its height."""
    (y_mm, height), width = place_mm, block.right_mm - block.left_mm
    if block.heading:
        sheet.box(block.left_mm - 1, y_mm, width_mm=width + 2, height_mm=height, pale=True)
    first_line = y_mm + block.air_mm + BASE * line_mm(size)
    for cell in block.cells:
        write = sheet.write_wrapped_right if cell.to_right else sheet.write_wrapped
        write(cell.x_mm, first_line, cell.text, width_mm=cell.width_mm, size=size, face=cell.face)
    if block.ruled:
        sheet.rule(block.left_mm - 1, y_mm + height, block.right_mm + 1)
