"""A file of any size, block by block, cut where lines end."""

from __future__ import annotations

import codecs
import hashlib
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BLOCK: Final = 1_000_000
_MOST_LINES_OF_A_RECORD: Final = 50
_END_OF_FILE: Final = b"\x1a"  # what hosts of old put at the end of a file


class Block(NamedTuple):
    """Whole lines with LF between them, the number of the first, and the bytes read so far."""

    first_line: int
    content: bytes
    read: int


def blocks(path: Path) -> Iterator[Block]:
    """The file's lines, whichever ends they have, without mark before or behind them."""
    line, read = 1, 0
    with path.open("rb") as file:
        while raw := _whole_lines(file):
            start = len(codecs.BOM_UTF8) if read == 0 and raw.startswith(codecs.BOM_UTF8) else 0
            read += len(raw)
            content = raw[start:].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            if not file.peek(1):
                content = content.rstrip(_END_OF_FILE)
            content = content.removesuffix(b"\n")
            yield Block(line, content, read)
            line += content.count(b"\n") + 1


def first_bytes(path: Path, most: int = 4096) -> bytes:
    """The beginning of a file; raises OSError."""
    with path.open("rb") as file:
        return file.read(most)


def sha256_of(path: Path) -> str:
    """The checksum of a file; raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _whole_lines(file: BinaryIO) -> bytes:
    raw = file.read(_BLOCK)
    if len(raw) < _BLOCK:
        return raw
    raw += _to_line_end(file, raw)
    # a quoted value may hold line ends; it must not be cut in two
    for _ in range(_MOST_LINES_OF_A_RECORD):
        if raw.count(b'"') % 2 == 0:
            break
        more = file.readline(_BLOCK)
        if not more:
            break
        raw += more
    return raw


def _to_line_end(file: BinaryIO, before: bytes) -> bytes:
    if before.endswith(b"\n"):
        return b""
    more = file.readline(_BLOCK)
    if more.endswith(b"\n") or len(more) < _BLOCK:
        return more
    # lines that end with CR alone, as on old Macs
    cut = more.rfind(b"\r") + 1
    file.seek(cut - len(more), 1)
    return more[:cut]
