"""Writes what is stored as the billing host's files: importing them gives the same again."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from db.commands.audit import record
from db.engine import told_plainly
from db.errors import RuleBroken
from db.exchange.host_files import HostFile, Lacking
from db.exchange.kinds import KINDS, Sort
from db.exchange.unfinished import Unfinished
from db.rules.import_words import FileKind
from db.rules.periods import day_in_japan
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.engine import Database
    from db.exchange.layout_files import Layouts
    from db.exchange.layouts import Layout

_OF_DEBT: Final = (
    " JOIN debt d ON d.id = t.debt_id JOIN bill b ON b.id = d.bill_id"
    " JOIN contract c ON c.id = b.contract_id"
)
_DEBT: Final = {
    "contract": "c.customer_number",
    "month": "b.month",
    "sequence": "b.sequence",
    "account": "d.account",
}
_ONE_OF: Final = " LEFT JOIN debt {0} ON {0}.bill_id = t.id AND {0}.account = '{0}'"
_TEXTS: Final = (Sort.TEXT, Sort.CODE)
_PARTS: Final = ("yen", "tax_yen", "limitation_on", "corrected_on")
_FROM: Final = {
    FileKind.CUSTOMERS: "customer t",
    FileKind.LOCATIONS: "location t",
    FileKind.METERS: "meter t JOIN location l ON l.id = t.location_id",
    FileKind.CONTRACTS: "contract t JOIN customer k ON k.id = t.customer_id"
    " JOIN location l ON l.id = t.location_id",
    FileKind.PARTIES: "contract_party t JOIN contract c ON c.id = t.contract_id"
    " JOIN customer k ON k.id = t.customer_id",
    FileKind.READINGS: "reading t JOIN contract c ON c.id = t.contract_id"
    " JOIN meter m ON m.id = t.meter_id",
    FileKind.BILLS: "bill t JOIN contract c ON c.id = t.contract_id"
    + _ONE_OF.format("water")
    + _ONE_OF.format("sewerage"),
    FileKind.PAYMENTS: "payment t" + _OF_DEBT,
    FileKind.DEBITS: "debt t JOIN debt d ON d.id = t.id JOIN bill b ON b.id = d.bill_id"
    " JOIN contract c ON c.id = b.contract_id",
    FileKind.OVERPAYMENTS: "overpayment t" + _OF_DEBT,
}
_WHERE: Final = {FileKind.DEBITS: " WHERE t.collection IS NOT NULL"}
_NAMED: Final = {
    FileKind.METERS: {"location": "l.host_number"},
    FileKind.CONTRACTS: {"customer": "k.host_number", "location": "l.host_number"},
    FileKind.PARTIES: {"contract": "c.customer_number", "customer": "k.host_number"},
    FileKind.READINGS: {"contract": "c.customer_number", "meter": "m.serial"},
    FileKind.BILLS: {
        "contract": "c.customer_number",
        "due_on": "COALESCE(water.due_on, sewerage.due_on)",
        "total_yen": "COALESCE(water.yen, 0) + COALESCE(sewerage.yen, 0)",
    }
    | {f"{one}_{part}": f"{one}.{part}" for one in ("water", "sewerage") for part in _PARTS},
    FileKind.PAYMENTS: _DEBT,
    FileKind.DEBITS: _DEBT,
    FileKind.OVERPAYMENTS: _DEBT,
}


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file as it was written."""

    path: Path
    rows: int
    sha256: str


def export_files(
    database: Database,
    folder: Path,
    *,
    layouts: Layouts,
    by: Actor,
    now: dt.datetime,
    kinds: Collection[FileKind] = tuple(FileKind),
    encoding: str | None = None,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[WrittenFile, ...]:
    """Write a file of each kind into ``folder``, all as of one moment, and all or none.

    ``encoding`` is that of each layout by default. They are recorded before they have their names.
    ``progress`` is told before each file how many are done; what it raises ends the writing.
    Raises RuleBroken ``export.…``, and OSError when the folder cannot be written to.
    """
    chosen = [_layout(layouts, kind) for kind in FileKind if kind in kinds]
    day, lacking = day_in_japan(now), Lacking()
    write = partial(write_file, gaiji=layouts.gaiji, day=day, lacking=lacking)
    written = []
    with Unfinished() as unfinished:
        with told_plainly(), _as_of_one_moment(database) as connection:
            for done, layout in enumerate(chosen):
                progress(done, len(chosen))
                place = folder / _name(layout, day)
                rows = _rows(connection, layout.kind.kind)
                encoded = encoding or layout.encoding
                file = write(unfinished.begun(place), layout, rows, encoding=encoded)
                written.append(replace(file, path=place))
        lacking.refuse()
        with database.writing() as session:
            _record(session, written, by=by, now=now)
        unfinished.complete()
    return tuple(written)


@contextmanager
def _as_of_one_moment(database: Database) -> Iterator[Connection]:
    with database.engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


def write_file(
    place: Path,
    layout: Layout,
    rows: Iterable[Sequence[object]],
    *,
    encoding: str,
    gaiji: Mapping[str, str],
    day: dt.date,
    lacking: Lacking,
) -> WrittenFile:
    """Write one file by its layout.

    Where ``lacking`` tells of a character, here or in a file before, it is only looked through.
    """
    with HostFile(place, layout, encoding=encoding, gaiji=gaiji, day=day, lacking=lacking) as file:
        file.write(rows)
        file.end()
    return WrittenFile(place, file.rows, file.sha256.hexdigest())


def _layout(layouts: Layouts, kind: FileKind) -> Layout:
    of_kind = [layout for layout in layouts.layouts if layout.kind.kind is kind]
    if not of_kind:
        raise RuleBroken("export.no_layout", kind=kind)
    return next((layout for layout in of_kind if layout.name == f"{kind}.toml"), of_kind[0])


def _name(layout: Layout, day: dt.date) -> str:
    pattern = layout.patterns[0]
    return pattern.replace("*", f"_{day:%Y%m%d}", 1).replace("*", "").replace("?", "0")


def _rows(connection: Connection, kind: FileKind) -> Iterable[Sequence[object]]:
    named = _NAMED.get(kind, {})
    fields = KINDS[kind].fields
    values = [named.get(name, f"t.{name}") for name in fields]
    binary = 'COLLATE "C"' if connection.dialect.name != "sqlite" else ""
    order = ", ".join(
        f"{named.get(name, f't.{name}')} {binary if fields[name].sort in _TEXTS else ''}"
        for name in KINDS[kind].key
    )
    question = (
        f"SELECT {', '.join(values)} FROM {_FROM[kind]}{_WHERE.get(kind, '')} ORDER BY {order}"  # noqa: S608 names only
    )
    streamed = connection.execution_options(stream_results=True, yield_per=5000)
    return (tuple(row) for row in streamed.exec_driver_sql(question))


def _record(
    session: Session, written: Sequence[WrittenFile], *, by: Actor, now: dt.datetime
) -> None:
    rows = sum(file.rows for file in written)
    names = " ".join(file.path.name for file in written)[:1000]
    record(session, EventKind.HOST_FILES_EXPORTED, by=by, now=now, files=names, rows=rows)
