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
_NEVER_LAST: Final = frozenset("「『（［｛〔〈《【〒(")
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
    line: list[str] = []
    for piece in _pieces(text, face, size=size, width=width):
        if line and _width(line, piece, face, size=size) > width + _SLACK:
            end = _end(line, piece)
            if _width(line[end:], piece, face, size=size) > width + _SLACK:
                end = len(line)
            lines.append("".join(line[:end]).rstrip())
            line = line[end:]
        line.append(piece)
    return [*lines, "".join(line).rstrip()]


def _width(line: list[str], piece: str, face: Face, *, size: float) -> float:
    return text_width("".join((*line, piece)).rstrip(), face, size)


def _end(line: list[str], piece: str) -> int:
    """Where a full line ends, lest the next begin with a full stop or it end with a bracket."""
    end = len(line)
    while end and (piece[0] in _NEVER_FIRST or line[end - 1].rstrip()[-1:] in _NEVER_LAST):
        end -= 1
        piece = line[end]
    return end or len(line)


def _pieces(text: str, face: Face, *, size: float, width: float) -> list[str]:
    """What may be parted from its neighbours; a word too long for a line goes letter by letter."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        if text_width(piece.rstrip(), face, size) > width:
            pieces += clusters(piece)
        else:
            pieces.append(piece)
    return pieces
