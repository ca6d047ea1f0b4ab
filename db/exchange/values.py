"""The values of a column, read as the layout writes them: whole columns at a time.

A column without fault is read by a few calls over all of it; only one with a fault is gone through
value by value, to say which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from db.exchange.characters import wrong_with
from db.exchange.kinds import Field, Sort
from db.rules.host_days import is_no_day, read_day, read_month
from db.rules.import_words import Fault
from db.rules.member_fields import is_email

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from db.exchange.layouts import Column

_MOST_KNOWN: Final = 200_000


class Wrong(NamedTuple):
    """A value that cannot be stored: which record of the block, why, and what would be right."""

    at: int
    fault: Fault
    expected: str


class ColumnReader:
    """Reads one column of a layout; days are kept as ISO text, numbers as int, codes as text."""

    def __init__(self, column: Column, *, encoding: str, today: dt.date | None) -> None:
        assert column.field is not None  # noqa: S101 - nobody reads what has no field
        self.column = column
        self.field: Field = column.field
        self._encoding = encoding
        self._today = today.isoformat() if today else ""
        self._known: dict[str, Any] = {}
        self._read_all = {
            Sort.TEXT: self._texts,
            Sort.NUMBER: self._numbers,
        }.get(self.field.sort, self._looked_up)

    def read(self, cells: Sequence[str], *, plain: bool) -> tuple[Sequence[Any], list[Wrong]]:
        """The values, None for nothing; those at fault are None too, and told apart."""
        values = self._read_all(cells) if plain else None
        if values is not None:
            return values, []
        return self._one_by_one(cells)

    def _one_by_one(self, cells: Sequence[str]) -> tuple[list[Any], list[Wrong]]:
        values: list[Any] = []
        wrong = []
        for at, cell in enumerate(cells):
            value, fault, expected = self._one(cell)
            if fault is not None:
                wrong.append(Wrong(at, fault, expected))
            values.append(value)
        return values, wrong

    def _one(self, cell: str) -> tuple[Any, Fault | None, str]:
        told = wrong_with(cell, self._encoding)
        if told is not None:
            return None, told.fault, told.detail
        if not cell:
            return (self.field.blank, None, "") if self.field.optional else _MISSING
        return _ONE[self.field.sort](self, cell)

    def _texts(self, cells: Sequence[str]) -> Sequence[Any] | None:
        lengths = set(map(len, cells))
        longest, shortest = max(lengths), min(lengths - {0}, default=0)
        if self.field.mail and not all(map(is_email, filter(None, cells))):
            return None
        blank = 0 in lengths
        if longest > self.field.most or (shortest and shortest < self.field.least):
            return None
        if self.field.digits and not _all_digits("".join(cells)):
            return None
        if not blank or self.field.blank == "":
            return cells
        return [cell or None for cell in cells] if self.field.optional else None

    def _numbers(self, cells: Sequence[str]) -> Sequence[Any] | None:
        together = "".join(cells)
        if self.field.least < 0:
            together = together.replace("-", "")
        if not _all_digits(together):
            return None
        try:
            if "" in cells:
                if not self.field.optional:
                    return None
                values = [int(cell) if cell else None for cell in cells]
                known = [value for value in values if value is not None]
            else:
                values = known = list(map(int, cells))  # type: ignore[assignment]
        except ValueError:
            return None
        if known and not self.field.least <= min(known) <= max(known) <= self.field.most:
            return None
        return values

    def _looked_up(self, cells: Sequence[str]) -> Sequence[Any] | None:
        for cell in set(cells) - self._known.keys():
            value, fault, _expected = self._one(cell)
            if fault is not None:
                return None
            if len(self._known) < _MOST_KNOWN:
                self._known[cell] = value
        try:
            return [self._known[cell] for cell in cells]
        except KeyError:
            return None

    def text(self, cell: str) -> tuple[Any, Fault | None, str]:
        """Read one text."""
        if len(cell) > self.field.most:
            return None, Fault.TOO_LONG, str(self.field.most)
        if len(cell) < self.field.least:
            return None, Fault.TOO_SHORT, str(self.field.least)
        if self.field.digits and not _all_digits(cell):
            return None, Fault.NUMBER, ""
        if self.field.mail and not is_email(cell):
            return None, Fault.MAIL, ""
        return cell, None, ""

    def number(self, cell: str) -> tuple[Any, Fault | None, str]:
        """Read one whole number."""
        if not (_all_digits(cell.removeprefix("-")) and cell != "-" and len(cell) <= 20):
            return None, Fault.NUMBER, ""
        value = int(cell)
        if not self.field.least <= value <= self.field.most:
            return None, Fault.RANGE, f"{self.field.least} - {self.field.most}"
        return value, None, ""

    def day(self, cell: str) -> tuple[Any, Fault | None, str]:
        """Read one day or month."""
        if is_no_day(cell):
            return (None, None, "") if self.field.optional else _MISSING
        try:
            value = self._reader(cell, self.column.form).isoformat()
        except ValueError:
            return None, Fault.DAY, self.column.form
        if self._today and value > self._today:
            return None, Fault.FUTURE, self._today
        return value, None, ""

    @property
    def _reader(self) -> Callable[[str, str], dt.date]:
        return read_month if self.field.sort is Sort.MONTH else read_day

    def code(self, cell: str) -> tuple[Any, Fault | None, str]:
        """Read one code."""
        meant = self.column.codes.get(cell)
        if meant is None:
            return None, Fault.CODE, " ".join(self.column.codes)
        return meant, None, ""


_MISSING: Final = (None, Fault.MISSING, "")
_ONE: Final = {
    Sort.TEXT: ColumnReader.text,
    Sort.NUMBER: ColumnReader.number,
    Sort.DAY: ColumnReader.day,
    Sort.MONTH: ColumnReader.day,
    Sort.CODE: ColumnReader.code,
}


def _all_digits(text: str) -> bool:
    return not text or (text.isascii() and text.isdigit())
