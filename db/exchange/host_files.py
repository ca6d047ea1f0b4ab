"""Writes files as the billing host would have written them, by the same layouts."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
from typing import TYPE_CHECKING, Any, Final

from db.errors import RuleBroken
from db.exchange.kinds import Sort
from db.rules.host_days import write_day, write_month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from db.exchange.layouts import Column, Layout

_END: Final = "\r\n"
_AT_ONCE: Final = 5000
_BEGINNING: Final = 24
_MOST_SHOWN: Final = 10


class Lacking:
    """The characters that an encoding has not, and in how many records they stand."""

    def __init__(self) -> None:
        self.characters: dict[str, str] = {}
        self.records = 0
        self._first = ""

    def note(self, characters: Sequence[str], *, line: str, encoding: str) -> None:
        """Add what one record has of them."""
        if not characters:
            return
        self.records += 1
        self.characters |= dict.fromkeys(characters, encoding)
        # enough to find the record by; a message is no place for the rest of a customer
        self._first = self._first or f"{line[:_BEGINNING].strip()}…"

    def refuse(self) -> None:
        """Raise RuleBroken ``export.not_encodable`` that names them, if there are any."""
        if not self.characters:
            return
        shown = [f"{each} (U+{ord(each):04X})" for each in self.characters]
        raise RuleBroken(
            "export.not_encodable",
            encoding=", ".join(dict.fromkeys(self.characters.values())),
            characters=", ".join(shown[:_MOST_SHOWN]) + " …" * (len(shown) > _MOST_SHOWN),
            count=len(shown),
            records=self.records,
            line=self._first,
        )


class HostFile:
    """One file under way: a header, data records, and a trailer that counts and totals them."""

    def __init__(
        self,
        place: Path,
        layout: Layout,
        *,
        encoding: str,
        gaiji: Mapping[str, str],
        day: dt.date,
        lacking: Lacking,
    ) -> None:
        self.rows = 0
        self._lacking = lacking
        self.sha256 = hashlib.sha256()
        self._file = place.open("wb")
        self._layout = layout
        self._encoding = encoding
        self._gaiji = {meant: private for private, meant in gaiji.items()}
        self._day = day
        self._sums = {"yen": 0, "usage_m3": 0}
        self._names = list(layout.kind.fields)
        self._writers = [writer(column) for column in layout.columns]

    def __enter__(self) -> HostFile:
        layout = self._layout
        if layout.header_mark:
            self._put([layout.header_mark, layout.header_name, f"{self._day:%Y%m%d}"])
        if layout.titles:
            self._put([column.title for column in layout.columns])
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Add records, each with the values of its kind's fields in their order.

        A character that the encoding has not is noted as lacking: the file is none then.
        Raises RuleBroken ``export.too_wide`` for a value that its place in a fixed record does not
        hold.
        """
        some: list[Sequence[Any]] = []
        for row in rows:
            some.append(row)
            if len(some) == _AT_ONCE:
                self._write(some)
                some = []
        self._write(some)

    def end(self) -> None:
        """Add the trailer."""
        layout = self._layout
        if not layout.trailer_mark:
            return
        figures = {"rows": self.rows, **self._sums}
        if layout.fixed:
            record = bytearray(layout.trailer_mark.encode().ljust(layout.width))
            for name, place in layout.trailer.items():
                at = place.at - 1
                record[at : at + place.width] = f"{figures[name]:0{place.width}d}".encode()
            self._bytes(bytes(record) + _END.encode())
            return
        record_of = {place.at: str(figures[name]) for name, place in layout.trailer.items()}
        last = max(record_of, default=1)
        self._put([layout.trailer_mark, *(record_of.get(at, "") for at in range(2, last + 1))])

    def _write(self, rows: Sequence[Sequence[Any]]) -> None:
        if not rows:
            return
        self.rows += len(rows)
        columns = dict(zip(self._names, zip(*rows, strict=True), strict=True))
        for key, names in (
            ("yen", self._layout.kind.yen),
            ("usage_m3", self._layout.kind.usage_m3),
        ):
            for name in names:
                self._sums[key] += sum(filter(None, columns[name]))
        texts = [
            [write(value) for value in columns[column.field.name]]
            if column.field
            else [""] * len(rows)
            for column, write in zip(self._layout.columns, self._writers, strict=True)
        ]
        records = zip(*texts, strict=True)
        if self._layout.fixed:
            self._bytes(b"".join(self._fixed(record) for record in records))
            return
        mark = [self._layout.data_mark] if self._layout.data_mark else []
        self._put(*([*mark, *record] for record in records))

    def _put(self, *records: Sequence[str]) -> None:
        if self._layout.fixed:
            text = "".join(records[0])
            self._bytes(self._encoded(text).ljust(self._layout.width) + _END.encode())
            return
        together = _csv(records)
        written = self._plain(together)
        if written is None:
            written = b"".join(self._encoded(_csv([record])) for record in records)
        self._bytes(written)

    def _fixed(self, texts: Sequence[str]) -> bytes:
        record = bytearray(self._layout.data_mark.encode().ljust(self._layout.width))
        lacking = ""
        for column, text in zip(self._layout.columns, texts, strict=True):
            value, missing = self._mended(text)
            lacking += missing
            if len(value) > column.width:
                width = {"width": column.width, "field": column.title}
                raise RuleBroken("export.too_wide", value=text, **width)
            at = column.at - 1
            record[at : at + column.width] = value.ljust(column.width)
        self._lacking.note(lacking, line=" ".join(texts), encoding=self._encoding)
        return bytes(record) + _END.encode()

    def _encoded(self, text: str) -> bytes:
        written, lacking = self._mended(text)
        self._lacking.note(lacking, line=text, encoding=self._encoding)
        return written

    def _plain(self, text: str) -> bytes | None:
        """The bytes of a text that needs no help; None for any other."""
        try:
            written = text.encode(self._encoding)
        except UnicodeEncodeError:
            return None
        # CP932 writes some characters as others: what comes back has to be what was there
        return written if written.decode(self._encoding) == text else None

    def _mended(self, text: str) -> tuple[bytes, str]:
        """The bytes with the host's own characters, and what even those lack."""
        written = self._plain(text)
        if written is not None:
            return written, ""
        told = text
        for meant, private in self._gaiji.items():
            told = told.replace(meant, private)
        lacking = "".join(each for each in told if self._plain(each) is None)
        return told.encode(self._encoding, "replace"), lacking

    def _bytes(self, content: bytes) -> None:
        self.sha256.update(content)
        self._file.write(content)


def _csv(records: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator=_END).writerows(records)
    return written.getvalue()


def writer(column: Column) -> Callable[[Any], str]:
    """What writes a stored value as the column's layout says, nothing as nothing."""
    if column.field is None:
        return lambda _: ""
    sort, form, width = column.field.sort, column.form, column.width
    if sort is Sort.CODE:
        codes = {meant: code for code, meant in reversed(list(column.codes.items()))}
        return lambda value: "" if value is None else codes[value]
    if sort is Sort.NUMBER:
        return lambda value: "" if value is None else f"{value:0{width}d}" if width else str(value)
    if sort is Sort.TEXT:
        return lambda value: value or ""
    known: dict[Any, str] = {None: ""}
    write = write_month if sort is Sort.MONTH else write_day

    def day(value: Any) -> str:
        if value not in known:
            known[value] = write(_day(value), form)
        return known[value]

    return day


def _day(value: str | dt.date) -> dt.date:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value
