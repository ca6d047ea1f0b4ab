"""The columns of a delivery: its files before and after, its refused lines, and earlier ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from db.exchange.kinds import KINDS
from desktop import format as written
from desktop import import_words
from desktop.screens.data.backup_columns import moment
from desktop.theme import Kind
from desktop.widgets.record_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.rules.import_facts import FileReport, FoundFile, ImportReport, Refusal

R = TypeVar("R")
translate = QCoreApplication.translate
_KILO = 1000


def found_columns() -> tuple[Column[FoundFile], ...]:
    """A file as it was found: what it is taken for, or why it cannot be stored."""
    return (
        Column(
            key="name",
            title=lambda: translate("Import", "File"),
            text=lambda file: file.name,
            room=24,
        ),
        Column(
            key="kind",
            title=lambda: translate("Import", "What it is"),
            text=lambda file: _found_chip(file)[0],
            chip=_found_chip,
            room=34,
            weight=0.6,
        ),
        _count("rows", lambda: translate("Import", "Lines"), lambda file: file.rows),
        Column(
            key="size",
            title=lambda: translate("Import", "Size (kB)"),
            text=lambda file: written.number(-(-file.size // _KILO)),
            sort=lambda file: file.size,
            room=11,
            weight=0.1,
            numeric=True,
        ),
        Column(
            key="made",
            title=lambda: translate("Import", "Made"),
            text=lambda file: moment(_made(file)),
            sort=_made,
            room=17,
            weight=0.1,
            figures=True,
        ),
    )


def file_columns() -> tuple[Column[FileReport], ...]:
    """What became of a file: how many lines, how many of them refused, and their sums."""
    return (
        Column(
            key="name",
            title=lambda: translate("Import", "File"),
            text=lambda file: file.name,
            room=18,
        ),
        Column(
            key="kind",
            title=lambda: translate("Import", "What it is"),
            text=lambda file: import_words.file_kind(file.kind),
            room=12,
            weight=0.4,
        ),
        _count("read", lambda: translate("Import", "Lines"), lambda file: file.rows_read),
        _count("new", lambda: translate("Import", "New"), lambda file: file.rows_new),
        _count("changed", lambda: translate("Import", "Changed"), lambda file: file.rows_changed),
        _count("same", lambda: translate("Import", "As stored"), lambda file: file.rows_unchanged),
        _count("refused", lambda: translate("Import", "Refused"), lambda file: file.rows_refused),
        _count("yen", lambda: translate("Import", "Yen"), _yen, room=13),
        _count("m3", lambda: translate("Import", "m³"), _usage, room=9),
    )


def refusal_columns() -> tuple[Column[Refusal], ...]:
    """A refused line: where it is, what it says, and why that will not do."""
    return (
        Column(
            key="file",
            title=lambda: translate("Import", "File"),
            text=lambda line: line.file,
            room=24,
            weight=0.4,
        ),
        replace(
            _count("line", lambda: translate("Import", "Line"), _line), text=_place, plain=_place
        ),
        Column(
            key="field",
            title=lambda: translate("Import", "Field"),
            text=lambda line: line.field,
            room=14,
            weight=0.4,
        ),
        Column(
            key="value",
            title=lambda: translate("Import", "Value"),
            text=lambda line: line.value,
            room=16,
            weight=0.4,
        ),
        Column(
            key="reason",
            title=lambda: translate("Import", "Why it was refused"),
            text=import_words.refusal,
            # by its code: to word a hundred thousand lines in order to sort them would be felt
            sort=attrgetter("reason"),
            room=34,
        ),
    )


def run_columns() -> tuple[Column[ImportReport], ...]:
    """An earlier delivery: when, how it ended, what came of it, and who stored it."""
    return (
        Column(
            key="begun",
            title=lambda: translate("Import", "Begun"),
            text=lambda run: moment(run.begun_at),
            sort=lambda run: run.begun_at,
            room=17,
            weight=0.1,
            figures=True,
        ),
        Column(
            key="state",
            title=lambda: translate("Import", "Result"),
            text=lambda run: import_words.import_state(run.state)[0],
            chip=lambda run: import_words.import_state(run.state),
            room=14,
            weight=0.2,
        ),
        _count("files", lambda: translate("Import", "Files"), lambda run: len(run.files)),
        _count("read", lambda: translate("Import", "Lines"), lambda run: run.rows_read),
        _count("refused", lambda: translate("Import", "Refused"), lambda run: run.rows_refused),
        Column(
            key="by",
            title=lambda: translate("Import", "By"),
            text=lambda run: " ".join(filter(None, (run.by, run.desk))),
            room=18,
        ),
    )


def _line(refusal: Refusal) -> int:
    return refusal.line


def _place(refusal: Refusal) -> str:
    """Nothing for what is wrong with a whole file."""
    return str(refusal.line or "")


def _found_chip(file: FoundFile) -> tuple[str, Kind, str]:
    if file.problem:
        return import_words.problem(file.problem), Kind.ERR, "warn"
    kind = "" if file.kind is None else import_words.file_kind(file.kind)
    return kind, Kind.OK, "check"


def _made(file: FoundFile) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(file.path.stat().st_mtime, dt.UTC)
    except OSError:  # moved away meanwhile
        return None


def _yen(file: FileReport) -> int | None:
    return file.yen if KINDS[file.kind].yen else None


def _usage(file: FileReport) -> int | None:
    return file.usage_m3 if KINDS[file.kind].usage_m3 else None


def _number(count: int | None) -> str:
    return "–" if count is None else written.number(count)


def _count(
    key: str, title: Callable[[], str], count: Callable[[R], int | None], *, room: int = 9
) -> Column[R]:
    """A column of counts, with a dash where there is nothing to be counted."""
    return Column(
        key=key,
        title=title,
        text=lambda row: _number(count(row)),
        sort=count,
        plain=lambda row: _plain(count(row)),
        room=room,
        weight=0.1,
        numeric=True,
    )


def _plain(count: int | None) -> str:
    return "" if count is None else str(count)
