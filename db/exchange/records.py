"""The records of a file as their values' texts: CSV and fixed length alike."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from db.exchange.characters import decoded
from db.rules.import_words import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.exchange.blocks import Block
    from db.exchange.layouts import Layout, Place

_MOST_LINES: Final = 50


class Odd(NamedTuple):
    """A line that is no data record of its layout."""

    line: int
    fault: Fault
    value: str
    expected: str = ""


@dataclass(slots=True)
class Records:
    """The data records of a block, one text a column; other lines are told apart."""

    rows: list[Sequence[str]] = field(default_factory=list)
    lines: Sequence[int] = ()
    odd: list[Odd] = field(default_factory=list)
    trailers: list[tuple[int, Sequence[str]]] = field(default_factory=list)
    text: str = ""


def records(block: Block, layout: Layout, encoding: str, *, skip: int = 0) -> Records:
    """The records of a block; ``skip`` lines of headings stand before them."""
    content = block.content
    for _ in range(skip):
        content = content.partition(b"\n")[2]
    if not content:
        return Records()
    first = block.first_line + skip
    split = _fixed if layout.fixed else _csv
    return split(content, layout, encoding, first)


def heading(line: bytes, layout: Layout, encoding: str) -> tuple[str, ...]:
    """The values of a header record, without their padding."""
    if layout.fixed:
        text = decoded(line, encoding)
        mark = text[: len(layout.header_mark)]
        return (mark, text[len(mark) :].strip(" \u3000"))
    return tuple(next(csv.reader([decoded(line, encoding)]), ()))


def figure(record: Sequence[str], place: Place, layout: Layout) -> str:
    """What a trailer says at a place; "" when it does not reach so far."""
    if layout.fixed:
        return record[0][place.at - 1 : place.at - 1 + place.width].strip()
    return record[place.at - 1].strip() if place.at <= len(record) else ""


def _csv(content: bytes, layout: Layout, encoding: str, first: int) -> Records:
    text = decoded(content, encoding)
    lines = text.split("\n")
    found = Records(text=text)
    if '"' not in text:
        rows = [line.split(",") for line in lines]
        numbers: Sequence[int] = range(first, first + len(lines))
    else:
        rows, numbers = _quoted(lines, first, found)
    width = len(layout.columns) + bool(layout.data_mark)
    mark = layout.data_mark
    if set(map(len, rows)) == {width} and (not mark or {row[0] for row in rows} == {mark}):
        found.rows, found.lines = list(rows), numbers
        return found
    kept = []
    for number, row in zip(numbers, rows, strict=True):
        if _is_data(row, width, layout, number=number, found=found):
            kept.append((number, row))
    found.lines, found.rows = [number for number, _ in kept], [row for _, row in kept]
    return found


def _is_data(
    row: Sequence[str], width: int, layout: Layout, *, number: int, found: Records
) -> bool:
    if not row or row == [""]:
        return False
    if layout.data_mark and row[0] != layout.data_mark:
        if row[0] == layout.trailer_mark:
            found.trailers.append((number, row))
        else:
            found.odd.append(Odd(number, Fault.MARK, row[0], layout.data_mark))
        return False
    if len(row) != width:
        found.odd.append(Odd(number, Fault.FIELDS, str(len(row)), str(width)))
        return False
    return True


def _quoted(lines: list[str], first: int, found: Records) -> tuple[list[list[str]], Sequence[int]]:
    if all(line.count('"') % 2 == 0 for line in lines):
        return list(csv.reader(lines)), range(first, first + len(lines))
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number, record in _joined(lines, first):
        if record.count('"') % 2:
            found.odd.append(Odd(number, Fault.QUOTE, record))
        else:
            numbers.append(number)
            rows.extend(csv.reader([record]) if "\n" not in record else csv.reader(_ends(record)))
    return rows, numbers


def _ends(record: str) -> list[str]:
    return record.splitlines(keepends=True)


def _joined(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """Put the lines of a quoted value together again; one that never ends stays a line."""
    at = 0
    while at < len(lines):
        end = at + 1
        if lines[at].count('"') % 2:
            near = range(at + 1, min(len(lines), at + _MOST_LINES))
            closing = next((i for i in near if lines[i].count('"') % 2), None)
            end = at + 1 if closing is None else closing + 1
        yield first + at, "\n".join(lines[at:end])
        at = end


def _fixed(content: bytes, layout: Layout, encoding: str, first: int) -> Records:
    found = Records()
    mark, trailer = layout.data_mark.encode(), layout.trailer_mark.encode()
    kept: list[bytes] = []
    numbers: list[int] = []
    for number, line in enumerate(content.split(b"\n"), first):
        if mark and not line.startswith(mark):
            if trailer and line.startswith(trailer):
                found.trailers.append((number, (decoded(line, encoding),)))
            elif line:
                told = decoded(line[: len(mark)], encoding)
                found.odd.append(Odd(number, Fault.MARK, told, layout.data_mark))
        elif len(line) != layout.width:
            found.odd.append(Odd(number, Fault.WIDTH, str(len(line)), str(layout.width)))
        else:
            kept.append(line)
            numbers.append(number)
    found.lines = numbers
    columns = [_cut(kept, column.at - 1, column.width, encoding) for column in layout.columns]
    found.rows = list(zip(*columns, strict=True)) if kept else []
    found.text = "\n".join("".join(row) for row in found.rows)
    return found


def _cut(lines: list[bytes], at: int, width: int, encoding: str) -> list[str]:
    # one decoding for all of them: each line end stops a character that was cut in two
    whole = b"\n".join([line[at : at + width] for line in lines])
    return [value.strip(" \u3000") for value in decoded(whole, encoding).split("\n")]
