"""Text compared letter by letter, alike on SQLite and PostgreSQL: no wildcard, no language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Integer, Text, and_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler


class Position(FunctionElement[int]):
    """Where the second text first stands in the first, counted from 1; 0 when it does not."""

    inherit_cache = True
    type = Integer()


class InCodeOrder(FunctionElement[str]):
    """The text, to be compared by its code points whatever language the database speaks."""

    inherit_cache = True
    type = Text()


class Lowered(FunctionElement[str]):
    """The text with A to Z in small letters, to be compared by its code points."""

    inherit_cache = True
    type = Text()


def begins_with(
    text: FunctionElement[str], beginning: str | ColumnElement[str]
) -> ColumnElement[bool]:
    """Whether the text, compared by code points, begins so: a range of an index."""
    return and_(text >= beginning, text < beginning + _LAST)


_LAST = "\U0010ffff"


@compiles(Position, "sqlite")
def _instr(element: Position, compiler: SQLCompiler, **options: Any) -> str:
    return f"instr({compiler.process(element.clauses, **options)})"


@compiles(Position, "postgresql")
def _strpos(element: Position, compiler: SQLCompiler, **options: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **options)})"


@compiles(InCodeOrder, "sqlite")
def _plain(element: InCodeOrder, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses, **options)


@compiles(InCodeOrder, "postgresql")
def _collated(element: InCodeOrder, compiler: SQLCompiler, **options: Any) -> str:
    return f'({compiler.process(element.clauses, **options)}) COLLATE "C"'


@compiles(Lowered, "sqlite")
def _lower(element: Lowered, compiler: SQLCompiler, **options: Any) -> str:
    return f"lower({compiler.process(element.clauses, **options)})"


@compiles(Lowered, "postgresql")
def _lower_collated(element: Lowered, compiler: SQLCompiler, **options: Any) -> str:
    return f'lower({compiler.process(element.clauses, **options)} COLLATE "C") COLLATE "C"'
