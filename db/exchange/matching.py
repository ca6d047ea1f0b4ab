"""Finds out what each staged line is: new, changed or as stored, and what it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import text

from db.exchange.reading import LINE_BITS
from db.exchange.targets import DEBTS, NAMED_BY
from db.rules.import_facts import MOST_LISTED
from db.rules.import_words import Fault, FileKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from db.exchange.kinds import Kind
    from db.exchange.staging import Staging
    from db.exchange.targets import Target


class Found(NamedTuple):
    """A staged line with a fault: its number, the field at fault, what it says and should."""

    number: int
    field: str
    value: str
    fault: Fault
    expected: str


def duplicates(staging: Staging, kind: Kind, keys: Collection[str]) -> Iterable[Found]:
    """The lines whose ``keys`` a line before has too."""
    by = ", ".join(keys)
    told = " || ' ' || ".join(f"CAST({key} AS TEXT)" for key in keys)
    rows = staging.rows(
        f"SELECT n, {told}, first FROM (SELECT n, {by}, MIN(n) OVER (PARTITION BY {by}) AS first"  # noqa: S608
        f" FROM s_{kind.kind}) AS counted WHERE n <> first ORDER BY n",
        MOST_LISTED,
    )
    field = next(iter(keys))
    return [Found(n, field, told, Fault.DUPLICATE, _line(first)) for n, told, first in rows]


def match(staging: Staging, target: Target, delivered: Collection[str]) -> None:
    """Fill the table of what was found out about a kind's lines, those not refused."""
    staging.analyse(f"s_{target.name}")
    last = highest_id(staging, target)
    number, seen, same, stored = _against_stored(staging, target, delivered, last=last)
    columns = "".join(f", {ref.column}" for ref in target.refs)
    found = "".join(f", {ref.found}" for ref in target.refs)
    joins = "".join(ref.joins for ref in target.refs)
    staging.run(
        f"INSERT INTO f_{target.name} (n, id, seen, same{columns})"  # noqa: S608 names only
        f" SELECT s.n, {number}, {seen}, {same}{found} FROM s_{target.name} s{joins}{stored}"
        " WHERE s.n NOT IN (SELECT n FROM refused)"
    )
    staging.analyse(f"f_{target.name}")
    if not target.only_changes and not staging.on_sqlite:
        _count_on(staging, target)


def _against_stored(
    staging: Staging, target: Target, delivered: Collection[str], *, last: int
) -> tuple[str, str, str, str]:
    """What each line's number is, the version stored, whether nothing differs, and the join."""
    if not last and not target.only_changes:
        return _first_ids(staging, target), "NULL", "0", ""
    refs = {f"f.{ref.column}": ref.found for ref in target.refs}
    alike = " AND ".join(
        f"t.{column} {{same}} {refs.get(value, value)}"
        for column, value in target.columns.items()
        if is_delivered(value, delivered)
    )
    number = target.refs[-1].found if target.only_changes else _next_ids(last)
    stored = f" LEFT JOIN {target.table} t ON {target.match}"
    return number, "t.version", f"CASE WHEN {alike} THEN 1 ELSE 0 END", stored


def _first_ids(staging: Staging, target: Target) -> str:
    """The numbers of the first rows of a table: their lines', where they come in one file."""
    first, last = staging.rows(f"SELECT MIN(n), MAX(n) FROM s_{target.name}", 1)[0]  # noqa: S608
    if first is not None and last - first < 1 << LINE_BITS - 1:
        return f"s.n - {first - 1}"
    return "ROW_NUMBER() OVER (ORDER BY s.n)"


def _next_ids(last: int) -> str:
    counted = "COUNT(*) FILTER (WHERE t.id IS NULL) OVER (ORDER BY s.n ROWS UNBOUNDED PRECEDING)"
    return f"COALESCE(t.id, {last} + CAST({counted} AS INTEGER))"


def _count_on(staging: Staging, target: Target) -> None:
    """Let the server's own counter go on behind the numbers given out."""
    counter = f"pg_get_serial_sequence('{target.table}', 'id')"
    staging.run(
        f"SELECT setval({counter}, MAX(id)) FROM f_{target.name} HAVING MAX(id) > ("  # noqa: S608
        f"SELECT COALESCE(MAX(id), 0) FROM {target.table})"
    )


def dangling(staging: Staging, target: Target) -> list[Found]:
    """The lines that refer to what is neither stored nor delivered."""
    found: dict[int, Found] = {}
    for ref in target.refs:
        before = f"EXISTS (SELECT 1 FROM {ref.gone})" if ref.gone else "0 = 1"  # noqa: S608
        rows = staging.rows(
            f"SELECT s.n, s.{ref.field}, {before} FROM s_{target.name} s"  # noqa: S608
            f" JOIN f_{target.name} f ON f.n = s.n WHERE f.{ref.column} IS NULL ORDER BY s.n",
            MOST_LISTED,
        )
        for n, value, refused in rows:
            fault = Fault.REFUSED_BEFORE if refused else Fault.UNKNOWN
            found.setdefault(n, Found(n, ref.field, str(value), fault, ""))
    return list(found.values())


def settle(staging: Staging, name: str, *, referred_to: bool) -> None:
    """Leave out what was refused, and name what is new for the kinds that refer to it."""
    gone = "SELECT n FROM refused"
    if name in NAMED_BY and name != DEBTS:
        key = NAMED_BY[FileKind(name)]
        staging.run(
            f"INSERT INTO gone_{name} ({key}) SELECT {key} FROM s_{name}"  # noqa: S608 names only
            f" WHERE n IN ({gone}) ON CONFLICT DO NOTHING"
        )
    staging.run(f"DELETE FROM f_{name} WHERE n IN ({gone})")  # noqa: S608 names only
    if name in NAMED_BY and referred_to:
        key = NAMED_BY[name]
        staging.run(
            f"INSERT INTO new_{name} ({key}, id) SELECT {key}, f.id FROM s_{name} s"  # noqa: S608
            f" JOIN f_{name} f ON f.n = s.n WHERE f.seen IS NULL"
        )
        staging.analyse(f"new_{name}")


def _line(number: int) -> str:
    return str(number & (1 << LINE_BITS) - 1)


def highest_id(staging: Staging, target: Target) -> int:
    """The last number given out in a table."""
    statement = text(f"SELECT COALESCE(MAX(id), 0) FROM {target.table}")  # noqa: S608 a name
    value: Any = staging.connection.scalar(statement)
    return int(value)


def is_delivered(value: str, delivered: Collection[str]) -> bool:
    """Whether a column's value comes from a field that the files have; what is found always is."""
    owner, _, name = value.partition(".")
    return owner == "f" or name in delivered
