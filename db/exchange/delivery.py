"""What files are, before anything is done with them."""

from __future__ import annotations

import codecs
import fnmatch
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from db.errors import RuleBroken
from db.exchange.blocks import first_bytes
from db.exchange.layouts import ENCODINGS, Layout
from db.exchange.line_counts import rows_told
from db.exchange.member_changes import is_member_changes
from db.exchange.records import heading
from db.rules.import_facts import Delivery, FoundFile
from db.rules.import_words import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from db.exchange.layout_files import Layouts

_MOST_FILES: Final = 999


class Source(NamedTuple):
    """A file with the layout and the encoding it is read by."""

    file: FoundFile
    layout: Layout | None
    encoding: str


def look_at(paths: Sequence[Path], layouts: Layouts) -> Delivery:
    """What these files are, in the order of their references; of a folder, every file in it.

    What this program itself wrote there for the host, the changes of members, is passed over.
    A file that cannot be stored is told of by its ``problem``. Raises RuleBroken
    ``import.no_file`` for a path where nothing is, ``import.nothing`` for no file at all.
    """
    found = sources(paths, layouts)
    return Delivery(tuple(replace(each.file, rows=rows_told(each)) for each in found))


def sources(paths: Sequence[Path], layouts: Layouts) -> tuple[Source, ...]:
    """The files with what they are read by; raises as ``look_at`` does."""
    found = [_source(path, layouts) for path in _files(paths)]
    if not found:
        raise RuleBroken("import.nothing", place=", ".join(map(str, paths)))
    if len(found) > _MOST_FILES:
        raise RuleBroken("import.too_many_files", most=_MOST_FILES)
    kinds = list(FileKind)
    return tuple(
        sorted(
            found,
            key=lambda each: (
                kinds.index(each.file.kind) if each.file.kind else len(kinds),
                each.file.name,
            ),
        )
    )


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.iterdir() if each.is_file())
            named = (each for each in inside if not each.name.startswith("."))
            yield from (each for each in named if not is_member_changes(each))
        elif path.is_file():
            yield path
        else:
            raise RuleBroken("import.no_file", file=str(path))


def _source(path: Path, layouts: Layouts) -> Source:
    try:
        begin, size = first_bytes(path), path.stat().st_size
    except OSError:
        return Source(FoundFile(path, None, "", 0, "unreadable"), None, "")
    if not begin.strip(b" \r\n\x1a"):
        return Source(FoundFile(path, None, "", size, "empty"), None, "")
    named = [each for each in layouts.layouts if _is_named(path.name, each)]
    for layout in named:
        for encoding in _encodings(begin, layout):
            if _begins(begin, layout, encoding):
                return Source(
                    FoundFile(path, layout.kind.kind, layout.name, size), layout, encoding
                )
    problem = "wrong_header" if named else "unknown_name"
    return Source(FoundFile(path, None, "", size, problem), None, "")


def _is_named(name: str, layout: Layout) -> bool:
    return any(fnmatch.fnmatch(name.lower(), each.lower()) for each in layout.patterns)


def _encodings(begin: bytes, layout: Layout) -> Sequence[str]:
    if begin.startswith(codecs.BOM_UTF8):
        return ("utf-8",)
    if not layout.header_mark:
        return (layout.encoding,)
    # the name in the header tells which one a host has really written
    return (layout.encoding, *(each for each in ENCODINGS if each != layout.encoding))


def _begins(begin: bytes, layout: Layout, encoding: str) -> bool:
    if not layout.header_mark:
        return True
    line = begin.removeprefix(codecs.BOM_UTF8).replace(b"\r", b"\n").partition(b"\n")[0]
    record = heading(line, layout, encoding)
    if not record or record[0] != layout.header_mark:
        return False
    return (
        not layout.header_name
        or record[1:2] == (layout.header_name,)
        or (layout.fixed and record[1].startswith(layout.header_name))
    )
