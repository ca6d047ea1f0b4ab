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
    """The data records of a block as the texts of each column; other lines are told apart."""

    columns: list[Sequence[str]] = field(default_factory=list)
    lines: Sequence[int] = ()
    odd: list[Odd] = field(default_factory=list)
    trailers: list[tuple[int, Sequence[str]]] = field(default_factory=list)
    text: str = ""
    broken: bool = False
    """Whether a value goes over several lines."""


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
    width = len(layout.columns) + bool(layout.data_mark)
    numbers: Sequence[int] = range(first, first + len(lines))
    if '"' in text:
        rows, numbers = _quoted(lines, first, found)
    elif _is_even(text, lines, width, layout.data_mark):
        # one split for all the lines: every so many values are a column
        values = text.replace("\n", ",").split(",")
        begin = width - len(layout.columns)
        found.columns = [values[at::width] for at in range(begin, width)]
        found.lines = numbers
        return found
    else:
        rows = [line.split(",") for line in lines]
    kept = [
        (number, row)
        for number, row in zip(numbers, rows, strict=True)
        if _is_data(row, width, layout, number=number, found=found)
    ]
    found.lines = [number for number, _ in kept]
    columns = list(zip(*(row for _, row in kept), strict=True))
    found.columns = list(columns[width - len(layout.columns) :])
    return found


def _is_even(text: str, lines: list[str], width: int, mark: str) -> bool:
    """Whether every line is a data record of so many values."""
    commas = {line.count(",") for line in lines}
    starts = text.count(f"\n{mark},") + text.startswith(f"{mark},")
    return commas == {width - 1} and (not mark or starts == len(lines))


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
        rows = _parsed(lines)
        if len(rows) == len(lines):
            return rows, range(first, first + len(lines))
    rows, numbers = [], []
    for number, record in _joined(lines, first):
        parsed = _parsed([f"{line}\n" for line in record.split("\n")])
        if len(parsed) == 1:
            found.broken |= "\n" in record
            numbers.append(number)
            rows += parsed
        else:
            found.odd.append(Odd(number, Fault.QUOTE, record))
    return rows, numbers


def _parsed(lines: list[str]) -> list[list[str]]:
    """The values of lines; none where a quotation mark stands wrong."""
    try:
        return list(csv.reader(lines, strict=True))
    except csv.Error:
        return []


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
    columns: list[Sequence[str]] = [
        _cut(kept, column.at - 1, column.width, encoding) for column in layout.columns
    ]
    found.columns = columns if kept else []
    found.text = "\n".join("".join(column) for column in columns)
    return found


def _cut(lines: list[bytes], at: int, width: int, encoding: str) -> list[str]:
    # one decoding for all of them: each line end stops a character that was cut in two
    whole = b"\n".join([line[at : at + width] for line in lines])
    return [value.strip(" \u3000") for value in decoded(whole, encoding).split("\n")]
