"""A table's cells as text for the clipboard and for a spreadsheet's file.

``harmless`` is asked for every cell what may be written in its place, so that text which a
customer chose never runs as a formula.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.widgets.record_model import Column

R = TypeVar("R")
_PARTING = re.compile(r"\r\n|[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def cells(
    columns: Sequence[Column[R]], rows: Iterable[R], *, headings: bool = True
) -> list[list[str]]:
    """The texts of rows as they leave, below the columns' titles or without them."""
    lines = [[column.for_file(row) for column in columns] for row in rows]
    return [[column.title() for column in columns], *lines] if headings else lines


def tsv(rows: Iterable[Sequence[str]], *, harmless: Callable[[str], str]) -> str:
    """One line a row, cells parted by tabs; a tab or line break inside a cell becomes a space."""
    return "\n".join("\t".join(harmless(_PARTING.sub(" ", cell)) for cell in row) for row in rows)


def csv_file(rows: Iterable[Sequence[str]], *, harmless: Callable[[str], str]) -> bytes:
    """A CSV file as Excel opens it by a double click: UTF-8 with BOM, lines ended by CR LF."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
