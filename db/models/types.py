"""Column types that store the same values alike on SQLite and PostgreSQL.

Each type names the values that it holds in a CHECK, which is added to the table when a column of
that type is: SQLite's STRICT tables know only INTEGER, REAL, TEXT and BLOB, and no lengths, so
without the CHECKs one database would store what the other refuses.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    Table,
    Text,
    event,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator

from db.errors import RuleBroken

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

E = TypeVar("E", bound=StrEnum)


class Line(TypeDecorator[str]):
    """Text of ``shortest`` to ``longest`` characters, readable by both databases."""

    impl = Text
    cache_ok = True

    def __init__(self, longest: int, shortest: int = 1) -> None:
        super().__init__()
        self.longest = longest
        self.shortest = shortest

    def check(self, column: str) -> str:
        """The values a column of this type holds."""
        return f"length({column}) BETWEEN {self.shortest} AND {self.longest}"

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        # PostgreSQL refuses NUL, SQLite cuts length() at it; neither encodes a lone surrogate
        if value is not None and ("\0" in value or (not value.isprintable() and _unpaired(value))):
            raise RuleBroken("text.unreadable", text=value)
        return value


class Code(TypeDecorator[E], Generic[E]):
    """One member of an enumeration, stored as its code."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[E], without: tuple[E, ...] = ()) -> None:
        super().__init__()
        self.kind = kind
        self.without = without

    def check(self, column: str) -> str:
        """The values a column of this type holds."""
        codes = ", ".join(f"'{code}'" for code in self.kind if code not in self.without)
        return f"{column} IN ({codes})"

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> E | None:
        return None if value is None else self.kind(value)


class Word(Code[E]):
    """One member of an enumeration that grows: only its length is checked.

    Naming the members of a table that is only ever added to would mean to make it anew each time.
    """

    cache_ok = True

    def check(self, column: str) -> str:
        """The values a column of this type holds."""
        return f"length({column}) BETWEEN 1 AND 40"


class Number(TypeDecorator[int]):
    """A whole number between ``least`` and ``most``, both included."""

    impl = Integer
    cache_ok = True

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.least = least
        self.most = most

    def check(self, column: str) -> str:
        """The values a column of this type holds."""
        return f"{column} BETWEEN {self.least} AND {self.most}"


class Total(Number):
    """A sum of very many numbers, which no ordinary whole number of PostgreSQL holds."""

    impl = BigInteger
    cache_ok = True

    def __init__(self) -> None:
        super().__init__(-999_999_999_999_999, 999_999_999_999_999)


class Bytes(TypeDecorator[bytes]):
    """A file's bytes, at least one and at most ``most`` of them."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def check(self, column: str) -> str:
        """The values a column of this type holds."""
        return f"length({column}) BETWEEN 1 AND {self.most}"


class Day(TypeDecorator[dt.date]):
    """A calendar day that a water bureau can mean."""

    impl = Date
    cache_ok = True

    def check(self, column: str) -> str:
        """The values a column of this type holds: drivers fail on years of five digits."""
        return f"{column} BETWEEN '1900-01-01' AND '2200-12-31'"


class Instant(TypeDecorator[dt.datetime]):
    """A moment, stored in UTC and aware on the way out: SQLite gives back naive ones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value}")
        return value.astimezone(dt.UTC)

    def process_result_value(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def whole_yen(most: int = 999_999_999) -> Number:
    """Whole yen, nought or more."""
    return Number(0, most)


def digits(count: int) -> Line:
    """A number of exactly ``count`` digits, kept as text: leading noughts count."""
    return Line(count, count)


def _unpaired(value: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in value)


@event.listens_for(Column, "after_parent_attach")
def _check_values(column: Column[Any], table: Any) -> None:
    check = getattr(column.type, "check", None)
    # a copy of a table copies its CHECKs too: Alembic makes one to look at
    if check is not None and isinstance(table, Table) and not column.info.get("checked"):
        column.info["checked"] = True
        table.append_constraint(CheckConstraint(check(column.name), name=f"{column.name}_values"))


@compiles(BigInteger, "sqlite")
def _as_integer(_type: object, _compiler: object, **_options: object) -> str:
    return "INTEGER"


@compiles(Date, "sqlite")
@compiles(DateTime, "sqlite")
def _as_text(_type: object, _compiler: object, **_options: object) -> str:
    return "TEXT"
