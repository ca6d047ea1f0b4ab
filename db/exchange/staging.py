"""Lines put aside before they are stored: tables of one connection, which vanish with it.

SQLite keeps them in a file of its own, so that writing to them locks nobody out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from db.exchange.kinds import KINDS, Field, Sort
from db.exchange.targets import DEBTS, NAMED_BY, TARGETS, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from db.exchange.kinds import Kind

_CACHE_KIB: Final = 65_536
_WAIT_MS: Final = 60_000


class Dialect(NamedTuple):
    """What the two databases spell differently."""

    number: str
    day: str
    key: str
    same: str


_DIALECTS: Final = {
    "sqlite": Dialect("INTEGER", "TEXT", "INTEGER PRIMARY KEY", "IS"),
    "postgresql": Dialect("integer", "date", "bigint NOT NULL", "IS NOT DISTINCT FROM"),
}


class Staging:
    """The staged lines of one run, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.on_sqlite = connection.dialect.name == "sqlite"
        self.dialect = _DIALECTS[connection.dialect.name]

    def prepare(self) -> None:
        """Make the tables, empty."""
        if self.on_sqlite:
            self.run(f"PRAGMA temp.cache_size=-{_CACHE_KIB}")
            self.run(f"PRAGMA cache_size=-{_CACHE_KIB}")
            # whoever read a whole delivery waits for a desk's long act rather than begin anew
            self.run(f"PRAGMA busy_timeout={_WAIT_MS}")
        else:
            self.run(f"SET work_mem = '{_CACHE_KIB}kB'")
        self.run("CREATE TEMP TABLE refused (n BIGINT PRIMARY KEY)")
        for kind in KINDS.values():
            self._make(f"s_{kind.kind}", list(kind.fields.values()))
        for target in TARGETS:
            refs = "".join(f", {ref.column} {self.dialect.number}" for ref in target.refs)
            self.run(f"CREATE TEMP TABLE f_{target.name} ({_FOUND}{refs})")
        # here, not with the first bill: payments of debts that are stored come without bills
        self.run(f"CREATE TEMP TABLE s_{DEBTS} ({_DEBT})")
        for name, key in NAMED_BY.items():
            columns = [self._typed(name, column) for column in key.split(", ")]
            listed = ", ".join(columns)
            self.run(f"CREATE TEMP TABLE new_{name} ({listed}, id INTEGER, PRIMARY KEY ({key}))")
            self.run(f"CREATE TEMP TABLE gone_{name} ({listed}, PRIMARY KEY ({key}))")

    def run(self, statement: str, **parts: object) -> int:
        """Carry out a statement, its gaps filled with what this database calls things."""
        filled = statement.format(**self.dialect._asdict(), **parts)
        return self.connection.exec_driver_sql(filled).rowcount

    def rows(self, statement: str, most: int) -> Sequence[Any]:
        """The first ``most`` rows of a question."""
        filled = statement.format(**self.dialect._asdict())
        # the driver takes a per cent sign for a place of a parameter
        return self.connection.exec_driver_sql(filled + f" LIMIT {most}").all()

    def put(self, kind: Kind, columns: Sequence[Sequence[Any]]) -> None:
        """Stage the lines of one block: their numbers, and the values of each field."""
        if not columns or not columns[0]:
            return
        table = f"s_{kind.kind}"
        if self.on_sqlite:
            places = ", ".join("?" * len(columns))
            rows = list(zip(*columns, strict=True))
            self.connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608
            return
        cursor = self.connection.connection.driver_connection.cursor()  # type: ignore[union-attr]
        with cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            copy.write(_copied(columns))

    def refuse(self, numbers: Iterable[int]) -> None:
        """Take lines out of what will be stored."""
        rows = [(number,) for number in numbers]
        if rows:
            self.put_new("refused", ("n",), rows)

    def put_new(self, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Put rows into a small table, once each."""
        places = ", ".join(("?" if self.on_sqlite else "%s",) * len(columns))
        names = ", ".join(columns)
        self.connection.exec_driver_sql(
            f"INSERT INTO {table} ({names}) VALUES ({places}) ON CONFLICT DO NOTHING",  # noqa: S608
            list(rows),
        )

    def analyse(self, *tables: str) -> None:
        """Let PostgreSQL plan for what a table holds now."""
        for table in tables:
            if not self.on_sqlite:
                self.run(f"ANALYZE {table}")

    def _make(self, table: str, fields: Sequence[Field]) -> None:
        columns = ", ".join(f"{each.name} {self._type(each)}" for each in fields)
        self.run(f"CREATE TEMP TABLE {table} (n {{key}}, {columns})")

    def _typed(self, name: str, column: str) -> str:
        kind = next((kind for kind in KINDS if kind == name), None)
        if kind is None:
            known = {"month": self.dialect.day, "sequence": self.dialect.number}
            return f"{column} {known.get(column, 'TEXT')}"
        return f"{column} {self._type(KINDS[kind].fields[column])}"

    def _type(self, field: Field) -> str:
        if field.sort is Sort.NUMBER:
            return self.dialect.number
        return self.dialect.day if field.sort in (Sort.DAY, Sort.MONTH) else "TEXT"


_FOUND: Final = "n {key}, id INTEGER, seen INTEGER, same INTEGER"
# SQLite uses an index only where both sides are of a type: AS would give the columns none
_DEBT: Final = (
    "n BIGINT, contract TEXT, month {day}, sequence {number}, bill_id {number}, account TEXT,"
    " yen {number}, tax_yen {number}, due_on {day}, limitation_on {day}, corrected_on {day}"
)


def _copied(columns: Sequence[Sequence[Any]]) -> str:
    texts = map(_texts, columns)
    return "\n".join(map("\t".join, zip(*texts, strict=True))) + "\n"


def _texts(values: Sequence[Any]) -> Sequence[str]:
    if isinstance(values[0], int) and None not in values:
        return list(map(str, values))
    if isinstance(values[0], str) and None not in values:
        return values if "\\" not in "".join(values) else [_escaped(each) for each in values]
    return ["\\N" if each is None else _escaped(str(each)) for each in values]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\")


def make_debts(staging: Staging) -> None:
    """Stage the debts of the bills that are left, two of a bill where it has both."""
    of_bill = "s.contract, s.month, s.sequence, f.id AS bill_id"
    halves = " UNION ALL ".join(
        f"SELECT s.n * 2 + {half} AS n, {of_bill}, '{account}' AS account,"  # noqa: S608
        f" s.{account}_yen AS yen, s.{account}_tax_yen AS tax_yen, s.due_on,"
        f" s.{account}_limitation_on AS limitation_on, s.{account}_corrected_on AS corrected_on"
        f" FROM s_bills s JOIN f_bills f ON f.n = s.n WHERE s.{account}_yen IS NOT NULL"
        for half, account in enumerate(("water", "sewerage"))
    )
    staging.run(f"INSERT INTO s_debts {halves}")
    staging.run("CREATE UNIQUE INDEX s_debts_n ON s_debts (n)")


def target_named(name: str) -> Target:
    """The target of a kind."""
    return next(target for target in TARGETS if target.name == name)
