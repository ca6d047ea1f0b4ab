"""How a billing host writes its files: one layout a file, as TOML that a bureau adapts."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from db.errors import RuleBroken
from db.exchange.kinds import KINDS, Field, Kind, Sort
from db.rules.host_days import DAY_FORMS, MONTH_FORMS
from db.rules.import_words import FileKind

if TYPE_CHECKING:
    from collections.abc import Mapping

ENCODINGS: Final = ("cp932", "utf-8")
_FORMATS: Final = ("csv", "fixed")
_FORMS: Final = {Sort.DAY: DAY_FORMS, Sort.MONTH: MONTH_FORMS}
_KEYS: Final = {
    "layout": "kind files format encoding titles priced header data trailer columns",
    "header": "mark name",
    "data": "mark",
    "trailer": "mark rows yen usage_m3",
    "column": "name title form codes at width skip",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a record: what it is, how it is written, and where in a fixed record.

    ``at`` counts bytes from 1. Without a ``field`` the column is read over and written empty.
    """

    field: Field | None
    title: str
    form: str = ""
    codes: Mapping[str, str] = dataclasses.field(default_factory=dict)
    at: int = 0
    width: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trailer holds a figure: its field in CSV, its bytes from 1 in a fixed record."""

    at: int
    width: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of file; marks are the first field of a record (レコード区分), "" for none."""

    name: str
    kind: Kind
    patterns: tuple[str, ...]
    fixed: bool
    encoding: str
    columns: tuple[Column, ...]
    titles: bool = False
    priced: bool = True
    header_mark: str = ""
    header_name: str = ""
    data_mark: str = ""
    trailer_mark: str = ""
    trailer: Mapping[str, Place] = dataclasses.field(default_factory=dict)

    @property
    def width(self) -> int:
        """Bytes of a fixed record."""
        return max(column.at + column.width - 1 for column in self.columns)


def layout_in(text: str, name: str) -> Layout:
    """The layout that a TOML text describes; raises ``layout.…`` naming file and fault."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleBroken("layout.unreadable", file=name, why=str(error)) from error
    told = _Told(name)
    told.known(table, "layout")
    kind = KINDS[FileKind(told.one_of(table, "kind", tuple(FileKind)))]
    fixed = told.one_of(table, "format", _FORMATS) == "fixed"
    layout = Layout(
        name=name,
        kind=kind,
        patterns=tuple(told.texts(table, "files")),
        fixed=fixed,
        encoding=told.one_of(table, "encoding", ENCODINGS),
        columns=tuple(
            _column(told, each, kind=kind, fixed=fixed) for each in told.tables(table, "columns")
        ),
        titles=told.yes(table, "titles", default=False),
        priced=told.yes(table, "priced", default=True),
        **_marks(told, table, fixed=fixed),
    )
    _check(told, layout)
    return layout


def _marks(told: _Told, table: dict[str, Any], *, fixed: bool) -> dict[str, Any]:
    header, data, trailer = (told.part(table, part) for part in ("header", "data", "trailer"))
    return {
        "header_mark": told.text(header, "mark"),
        "header_name": told.text(header, "name"),
        "data_mark": told.text(data, "mark"),
        "trailer_mark": told.text(trailer, "mark"),
        "trailer": _figures(told, trailer, fixed=fixed),
    }


def _column(told: _Told, table: dict[str, Any], *, kind: Kind, fixed: bool) -> Column:
    told.known(table, "column")
    at, width = (told.number(table, key, needed=fixed) for key in ("at", "width"))
    title = told.text(table, "title")
    if told.yes(table, "skip", default=False):
        return Column(None, title, at=at, width=width)
    name = told.one_of(table, "name", tuple(kind.fields))
    found = kind.fields[name]
    form = ""
    if forms := _FORMS.get(found.sort):
        form = told.one_of(table, "form", forms)
    return Column(found, title or name, form, _codes(told, table, found=found), at, width)


def _codes(told: _Told, table: dict[str, Any], *, found: Field) -> dict[str, str]:
    if found.sort is not Sort.CODE:
        return {}
    codes = table.get("codes", {code: code for code in found.codes})
    if not isinstance(codes, dict) or not set(codes.values()) <= set(found.codes):
        raise told.fault(f"columns.{found.name}.codes", " ".join(found.codes))
    return codes


def _figures(told: _Told, trailer: dict[str, Any], *, fixed: bool) -> dict[str, Place]:
    figures = {}
    for key in ("rows", "yen", "usage_m3"):
        place = trailer.get(key)
        if place is None:
            continue
        if fixed and isinstance(place, dict):
            at, width = (told.number(place, each, needed=True) for each in ("at", "width"))
            figures[key] = Place(at, width)
        elif not fixed and isinstance(place, int) and place > 1:
            figures[key] = Place(place)
        else:
            raise told.fault(f"trailer.{key}", "{ at, width }" if fixed else "2, 3, …")
    return figures


def _check(told: _Told, layout: Layout) -> None:
    names = [column.field.name for column in layout.columns if column.field]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise told.fault("columns", f"{twice} only once")
    needed = (name for name, each in layout.kind.fields.items() if not each.optional)
    missing = next((name for name in needed if name not in names), None)
    if missing is not None:
        raise told.fault("columns", missing)
    if layout.trailer_mark and not layout.data_mark:
        raise told.fault("data.mark", "a mark, as the trailer has one")
    if layout.fixed:
        _check_places(told, layout)


def _check_places(told: _Told, layout: Layout) -> None:
    after = len(layout.data_mark)
    for column in sorted(layout.columns, key=lambda each: each.at):
        if column.at <= after:
            raise told.fault(f"columns.{column.title}.at", f"more than {after}")
        after = column.at + column.width - 1


class _Told:
    """Takes values out of a layout's tables, and says what is wrong with one."""

    def __init__(self, name: str) -> None:
        self._name = name

    def fault(self, key: str, wanted: str) -> RuleBroken:
        """What to raise for a key at fault."""
        return RuleBroken("layout.fault", file=self._name, key=key, wanted=wanted)

    def known(self, table: dict[str, Any], part: str) -> None:
        """Refuse a key that no layout has: it would be a typing error."""
        for key in table.keys() - set(_KEYS[part].split()):
            raise self.fault(key, _KEYS[part])

    def one_of(self, table: dict[str, Any], key: str, known: tuple[str, ...]) -> str:
        """A text that is one of the known."""
        if table.get(key) not in known:
            raise self.fault(key, " / ".join(known))
        return str(table[key])

    def text(self, table: dict[str, Any], key: str) -> str:
        """A text, or nothing."""
        return str(self._of(str, table.get(key, ""), key))

    def yes(self, table: dict[str, Any], key: str, *, default: bool) -> bool:
        """True or false."""
        return bool(self._of(bool, table.get(key, default), key))

    def number(self, table: dict[str, Any], key: str, *, needed: bool) -> int:
        """A number from 1, or 0 where none is needed."""
        value = int(self._of(int, table.get(key, 0), key))
        if value < (1 if needed else 0) or value > 10_000:
            raise self.fault(key, "1 - 10000")
        return value

    def part(self, table: dict[str, Any], key: str) -> dict[str, Any]:
        """A table of the layout, or an empty one."""
        part: dict[str, Any] = self._of(dict, table.get(key, {}), key)
        self.known(part, key)
        return part

    def tables(self, table: dict[str, Any], key: str) -> list[dict[str, Any]]:
        """A list of tables, at least one."""
        return self._several(dict, table, key)

    def texts(self, table: dict[str, Any], key: str) -> list[str]:
        """A list of texts, at least one."""
        return self._several(str, table, key)

    def _several(self, kind: type, table: dict[str, Any], key: str) -> list[Any]:
        found = self._of(list, table.get(key), key)
        if not found:
            raise self.fault(key, f"[{kind.__name__}, …]")
        return [self._of(kind, each, key) for each in found]

    def _of(self, kind: type, value: object, key: str) -> Any:
        if not isinstance(value, kind):
            raise self.fault(key, kind.__name__)
        return value
