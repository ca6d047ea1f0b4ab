"""Reads one file of a delivery: what can be staged, and every line that cannot."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import compress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from db.exchange.blocks import blocks
from db.exchange.characters import is_plain, mended, shown
from db.exchange.records import Records, figure, records
from db.exchange.values import ColumnReader
from db.rules.import_facts import FoundFile, Refusal
from db.rules.import_words import Fault

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from db.exchange.layouts import Layout

LINE_BITS: Final = 32
"""A staged record is numbered by its file's place, shifted so far, and its line."""

_LONGEST_SHOWN: Final = 200


class Batch(NamedTuple):
    """The records of one block: their numbers and values, and the keys of refused ones."""

    columns: list[Sequence[Any]]
    gone: list[tuple[Any, ...]]
    refusals: list[Refusal]
    read: int


@dataclass(slots=True)
class Sums:
    """What a trailer is compared with; ``whole`` until an amount could not be read."""

    rows: int = 0
    yen: int = 0
    usage_m3: int = 0
    whole: bool = True


@dataclass(slots=True)
class FileReader:
    """Goes through a file once; ``sums`` and ``refused_lines`` are complete at its end."""

    file: FoundFile
    layout: Layout
    position: int
    gaiji: Mapping[str, str]
    today: dt.date
    encoding: str
    sums: Sums = field(default_factory=Sums)
    refused_lines: int = 0
    _trailers: list[tuple[int, Sequence[str]]] = field(default_factory=list)
    _last_line: int = 0

    def batches(self) -> Iterator[Batch]:
        """The file block by block; the last one brings what is wrong with the file as a whole."""
        readers = self._readers()
        skip = bool(self.layout.header_mark) + self.layout.titles
        read = 0
        for block in blocks(self.file.path):
            found = records(block, self.layout, self.encoding, skip=skip)
            skip, read = 0, block.read
            yield self._batch(found, readers, read)
        yield Batch([], [], self._of_the_file(), read)

    def _readers(self) -> list[ColumnReader | None]:
        past = self.layout.kind.past
        return [
            ColumnReader(
                column,
                encoding=self.encoding,
                today=self.today if column.field.name in past else None,
            )
            if column.field
            else None
            for column in self.layout.columns
        ]

    def _batch(self, found: Records, readers: list[ColumnReader | None], read: int) -> Batch:
        refusals = [self._odd(*odd) for odd in found.odd]
        self._trailers += found.trailers
        self.refused_lines += len(found.odd)
        self.sums.rows += len(found.lines) + len(found.odd)
        if not found.columns:
            return Batch([], [], refusals, read)
        self._last_line = found.lines[-1]
        plain = not found.broken and is_plain(found.text)
        columns = found.columns if plain else list(map(self._meant, found.columns))
        values: dict[str, Sequence[Any]] = {}
        bad: defaultdict[int, list[Refusal]] = defaultdict(list)
        for reader, cells in zip(readers, columns, strict=True):
            if reader is None:
                continue
            values[reader.field.name], wrong = reader.read(cells, plain=plain)
            for at, fault, expected in wrong:
                told = (self.file.name, found.lines[at], reader.column.title)
                bad[at].append(Refusal(*told, _cut(shown(cells[at])), fault, expected))
        self._add_up(values, bad)
        return self._staged(found, values, bad=bad, refusals=refusals, read=read)

    def _staged(
        self,
        found: Records,
        values: dict[str, Sequence[Any]],
        *,
        bad: Mapping[int, list[Refusal]],
        refusals: list[Refusal],
        read: int,
    ) -> Batch:
        kind = self.layout.kind
        blanks = {name: [each.blank] * len(found.lines) for name, each in kind.fields.items()}
        base = self.position << LINE_BITS
        staged: list[Sequence[Any]] = [[base + line for line in found.lines]]
        staged += [values.get(name, blanks[name]) for name in kind.fields]
        if not bad:
            return Batch(staged, [], refusals, read)
        self.refused_lines += len(bad)
        keys = list(zip(*(values[name] for name in kind.key), strict=True))
        gone = [keys[at] for at in bad if None not in keys[at]]
        refusals += [each for at in sorted(bad) for each in bad[at]]
        good = [at not in bad for at in range(len(found.lines))]
        return Batch([list(compress(column, good)) for column in staged], gone, refusals, read)

    def _meant(self, cells: Sequence[str]) -> Sequence[str]:
        if is_plain("".join(cells)):
            return cells
        return [mended(cell, self.gaiji) for cell in cells]

    def _add_up(self, values: dict[str, Sequence[Any]], bad: Mapping[int, list[Refusal]]) -> None:
        kind = self.layout.kind
        for name in kind.yen:
            self.sums.yen += sum(filter(None, values.get(name, ())))
        for name in kind.usage_m3:
            self.sums.usage_m3 += sum(filter(None, values.get(name, ())))
        if bad:
            titles = {
                column.title
                for column in self.layout.columns
                if column.field and column.field.name in (*kind.yen, *kind.usage_m3)
            }
            told = (refusal.field for refusals in bad.values() for refusal in refusals)
            self.sums.whole &= titles.isdisjoint(told)

    def _odd(self, line: int, fault: Fault, value: str, expected: str) -> Refusal:
        self.sums.whole = False
        self._last_line = line
        return Refusal(self.file.name, line, "", _cut(shown(value)), fault, expected)

    def _of_the_file(self) -> list[Refusal]:
        if not self.layout.trailer_mark:
            return []
        if not self._trailers:
            return [self._fault(Fault.TRAILER_MISSING, "", self.layout.trailer_mark)]
        line, record = self._trailers[0]
        if len(self._trailers) > 1 or self._last_line > line:
            return [self._fault(Fault.AFTER_TRAILER, str(line), "")]
        faults = {"rows": Fault.ROWS, "yen": Fault.SUM_YEN, "usage_m3": Fault.SUM_M3}
        wrong = []
        for name, place in self.layout.trailer.items():
            told, counted = figure(record, place, self.layout), getattr(self.sums, name)
            known = name == "rows" or self.sums.whole
            if known and not (told.isascii() and told.isdigit() and int(told) == counted):
                wrong.append(self._fault(faults[name], _cut(shown(told)) or "–", str(counted)))
        return wrong

    def _fault(self, fault: Fault, value: str, expected: str) -> Refusal:
        return Refusal(self.file.name, 0, "", value, fault, expected)


def _cut(value: str) -> str:
    return value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"
