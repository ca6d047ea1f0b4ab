"""Breaking a text into lines that fit: kanji anywhere, Latin words at their spaces."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.notices.lettering import CLUSTER, Face, clusters, text_width

# a Latin word or one letter of Japanese, with the spaces after it
_PIECE: Final = re.compile(rf"(?:[!-\u2e7f]+|{CLUSTER})\s*")
_NEVER_FIRST: Final = frozenset(
    "、。，．・：；？！」』）］｝〕〉》】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々様"
)
_REMEMBERED: Final = 4096
_SLACK: Final = 0.01  # of a point: adding widths up is not exact


@lru_cache(_REMEMBERED)
def wrapped(text: str, face: Face, *, size: float, width: float) -> tuple[str, ...]:
    """The lines of a text, each at most ``width`` points wide; a line end in it is kept."""
    return tuple(
        line
        for paragraph in text.split("\n")
        for line in _lines(paragraph, face, size=size, width=width)
    )


def _lines(text: str, face: Face, *, size: float, width: float) -> list[str]:
    if text_width(text, face, size) <= width:
        return [text.rstrip()]
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, face, size=size, width=width):
        if line and text_width((line + piece).rstrip(), face, size) > width + _SLACK:
            kept, carried = _carry(line, piece)
            lines.append(kept.rstrip())
            line = carried.lstrip()
        line += piece
    return [*lines, line.rstrip()]


def _carry(line: str, piece: str) -> tuple[str, str]:
    """What of a full line goes on to the next so that this does not begin with a full stop."""
    letters = clusters(line)
    if piece[0] in _NEVER_FIRST and len(letters) > 1:
        return "".join(letters[:-1]), letters[-1]
    return line, ""


def _pieces(text: str, face: Face, *, size: float, width: float) -> list[str]:
    """What may be parted from its neighbours; a word too long for a line goes letter by letter."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        if text_width(piece.rstrip(), face, size) > width:
            pieces += clusters(piece)
        else:
            pieces.append(piece)
    return pieces
