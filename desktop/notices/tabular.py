"""Rows whose figures stand below each other, digit below digit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from desktop.notices.lettering import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.notices.blocks import Block

_FACES: Final = {Face.TEXT: Face.FIGURES, Face.BOLD: Face.FIGURES_BOLD}


def tabular(table: Sequence[Block]) -> list[Block]:
    """A table's rows in type of one width, which is narrower too; its titles stay as they are."""
    titles, *rows = table
    return [titles, *map(_row, rows)]


def _row(row: Block) -> Block:
    cells = (replace(cell, face=_FACES.get(cell.face, cell.face)) for cell in row.cells)
    return replace(row, cells=tuple(cells))
