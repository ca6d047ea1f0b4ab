"""What sheets that are signed and filed have in common: head, seals, and tables of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.notices.blocks import Block, Cell
from desktop.notices.letterhead import BODY_WIDTH, LEFT, RIGHT
from desktop.notices.lettering import Face

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.rules.issuer import Issuer
    from desktop.notices.paper import Sheet
    from desktop.notices.words import Words

_LABEL: Final = 50.0
_BETWEEN: Final = 3.0
_SEALS: Final = ("planned", "checked", "approved")
_SEAL_MM: Final = 22.0


def draw_head(sheet: Sheet, said: Words, issuer: Issuer) -> None:
    """Write title and bureau, with room beside them for the seals of who answers for the sheet."""
    _draw_seals(sheet, said)
    sheet.write(LEFT, 19, said("head", "title"), size=17, face=Face.BOLD)
    room = RIGHT - _SEAL_MM * len(_SEALS) - LEFT - 4
    sheet.write_wrapped(LEFT, 27, said.issuer(issuer), width_mm=room, size=9)


def heading(text: str) -> Block:
    """The heading of a table."""
    cell = Cell(LEFT, BODY_WIDTH, text, Face.BOLD)
    return Block((cell,), heading=True, gap_mm=4, kept=True)


def table(
    widths: Sequence[float],
    titles: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    figures: int = 4,
) -> list[Block]:
    """A table whose last columns are ``figures``; its titles stand on every page of it."""
    head = _line(widths, titles, face=Face.BOLD, figures=figures)
    titled = Block(head, kept=True)
    lines = (_line(widths, row, face=Face.TEXT, figures=figures) for row in rows)
    return [titled, *(Block(line, titles=titled) for line in lines)]


def beside(label: str, text: str) -> Block:
    """A fact and its label."""
    return Block((Cell(LEFT, _LABEL - _BETWEEN, label), Cell(LEFT + _LABEL, 120, text)))


def _draw_seals(sheet: Sheet, said: Words) -> None:
    x_mm = RIGHT - _SEAL_MM * len(_SEALS)
    for key in _SEALS:
        sheet.box(x_mm, 12, width_mm=_SEAL_MM, height_mm=5.5)
        sheet.box(x_mm, 17.5, width_mm=_SEAL_MM, height_mm=16)
        sheet.write_centred(x_mm + _SEAL_MM / 2, 15.9, said("seals", key), size=8)
        x_mm += _SEAL_MM


def _line(
    widths: Sequence[float], texts: Sequence[str], *, face: Face, figures: int
) -> tuple[Cell, ...]:
    cells, x_mm = [], LEFT
    for at, (width_mm, text) in enumerate(zip(widths, texts, strict=True)):
        to_right = at >= len(widths) - figures
        cells.append(Cell(x_mm, width_mm - _BETWEEN, text, face, to_right=to_right))
        x_mm += width_mm
    return tuple(cells)
