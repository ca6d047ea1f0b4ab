"""How many lines a file says it has, told by its end alone, however large the file is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from db.exchange.characters import decoded
from db.exchange.records import figure, heading

if TYPE_CHECKING:
    from pathlib import Path

    from db.exchange.delivery import Source

_END: Final = 4096
_AFTER_ALL: Final = b"\r\n \x1a"


def rows_told(source: Source) -> int | None:
    """What the trailer record counts; None where there is none, or it does not count."""
    layout = source.layout
    place = None if layout is None else layout.trailer.get("rows")
    if layout is None or place is None:
        return None
    line = _last_line(source.file.path)
    if layout.fixed:
        record: tuple[str, ...] = (decoded(line, source.encoding),)
    else:
        record = heading(line, layout, source.encoding)
    if not record or not record[0].startswith(layout.trailer_mark):
        return None
    rows = figure(record, place, layout)
    return int(rows) if rows.isdecimal() else None


def _last_line(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _END))
            end = file.read().rstrip(_AFTER_ALL)
    except OSError:
        return b""  # away meanwhile; whoever stores it is told so
    return end.replace(b"\r", b"\n").rpartition(b"\n")[2]
