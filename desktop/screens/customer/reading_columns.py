"""The columns that a list of meter readings has, in the words of the reading notice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import format as written
from desktop import labels
from desktop.theme import Kind
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.queries.contracts import ReadingLine

translate = QCoreApplication.translate
_NOTHING = "–"


def reading_columns() -> tuple[Column[ReadingLine], ...]:
    """Day, dials before and now, m³ of an old meter, use, days, what the reader noted, meter."""
    return (
        Column(
            key="read",
            title=lambda: translate("Readings", "Read on"),
            text=lambda line: written.short_date(line.read_on),
            sort=lambda line: line.read_on,
            room=10,
            weight=0.5,
            figures=True,
            plain=lambda line: line.read_on.isoformat(),
        ),
        *_dials(),
        _state(),
        Column(
            key="meter",
            title=lambda: translate("Readings", "Meter"),
            text=lambda line: line.meter_serial,
            room=9,
            weight=0.5,
            figures=True,
            muted=True,
            shown=False,
        ),
    )


def note(line: ReadingLine) -> str:
    """What the reader noted, and that a reading is an estimate."""
    noted = "" if line.status_code is None else labels.meter_status(line.status_code)
    if not line.estimated:
        return noted
    estimated = translate("Readings", "Estimated")
    return f"{estimated}: {noted}" if noted else estimated


def _dials() -> tuple[Column[ReadingLine], ...]:
    return (
        _figure("previous", lambda: translate("Readings", "Previous"), _previous),
        _figure("current", lambda: translate("Readings", "Current"), _current),
        _figure("old", lambda: translate("Readings", "Old meter m³"), _old_meter),
        _figure("usage", lambda: translate("Readings", "Usage m³"), _usage, bold=True),
        _figure("days", lambda: translate("Readings", "Days"), _days),
    )


def _figure(
    key: str,
    title: Callable[[], str],
    value: Callable[[ReadingLine], int | None],
    *,
    bold: bool = False,
) -> Column[ReadingLine]:
    return Column(
        key=key,
        title=title,
        text=partial(_text, value),
        sort=value,
        room=6,
        weight=0.6,
        numeric=True,
        bold=bold,
        muted=not bold,
        plain=partial(_plain, value),
    )


def _state() -> Column[ReadingLine]:
    return Column(
        key="state",
        title=lambda: translate("Readings", "Reader's note"),
        text=note,
        room=12,
        weight=1.6,
        chip=_chip,
        tooltip=_explained,
    )


def _chip(line: ReadingLine) -> tuple[str, Kind, str] | None:
    words = note(line)
    if not words:
        return None
    return words, Kind.INFO if line.estimated else Kind.MUTE, "gauge" if line.estimated else "note"


def _explained(line: ReadingLine) -> str:
    words = note(line)
    if line.estimated:
        settled = translate(
            "Readings", "The use is taken from earlier readings; the next reading settles it."
        )
        return f"{words}\n{settled}"
    return words


def _text(value: Callable[[ReadingLine], int | None], line: ReadingLine) -> str:
    figure = value(line)
    return _NOTHING if figure is None else written.number(figure)


def _plain(value: Callable[[ReadingLine], int | None], line: ReadingLine) -> str:
    figure = value(line)
    return "" if figure is None else str(figure)


def _previous(line: ReadingLine) -> int | None:
    return line.previous_value


def _current(line: ReadingLine) -> int | None:
    return line.current_value


def _old_meter(line: ReadingLine) -> int | None:
    return line.old_meter_m3 or None


def _usage(line: ReadingLine) -> int:
    return line.usage_m3


def _days(line: ReadingLine) -> int:
    return line.days
