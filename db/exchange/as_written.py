"""Values of refused lines as their file wrote them, where a check only knew what they mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from db.exchange.host_files import writer
from db.exchange.kinds import Sort
from db.rules.import_words import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from db.exchange.delivery import Source
    from db.exchange.layouts import Column, Layout
    from db.rules.import_facts import Refusal

# what is found among the staged lines; every other fault is told with the cell itself
_STAGED: Final = frozenset(
    {
        Fault.DUPLICATE,
        Fault.UNKNOWN,
        Fault.REFUSED_BEFORE,
        Fault.ORDER,
        Fault.OVERLAP,
        Fault.NOT_THERE,
    }
)
_WRITTEN_OTHERWISE: Final = frozenset({Sort.DAY, Sort.MONTH, Sort.CODE})


def as_written(refusals: Iterable[Refusal], sources: Sequence[Source]) -> Iterator[Refusal]:
    """The refusals, their days, months and codes to be found in the files as they stand here."""
    layouts = {source.file.name: source.layout for source in sources}
    for each in refusals:
        layout = layouts.get(each.file)
        if layout is None or each.reason not in _STAGED:
            yield each
        else:
            yield replace(each, value=_value(each, layout))


def _value(refusal: Refusal, layout: Layout) -> str:
    columns = {column.field.name: column for column in layout.columns if column.field}
    parts, key = refusal.value.split(" "), layout.kind.key
    if refusal.reason is Fault.DUPLICATE and len(parts) == len(key):
        told = zip(key, parts, strict=True)
        return " ".join(_written(columns[name], part) for name, part in told)
    named = (column for column in columns.values() if column.title == refusal.field)
    column = next(named, None)
    return refusal.value if column is None else _written(column, refusal.value)


def _written(column: Column, value: str) -> str:
    if column.field is None or column.field.sort not in _WRITTEN_OTHERWISE:
        return value
    try:
        return writer(column)(value)
    except (KeyError, ValueError):
        return value
