"""Text compared letter by letter, alike on SQLite and PostgreSQL: no wildcard, no language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler


class Position(FunctionElement[int]):
    """Where the second text first stands in the first, counted from 1; 0 when it does not."""

    inherit_cache = True
    type = Integer()


class InCodeOrder(FunctionElement[str]):
    """The text, to be sorted by its code points whatever language the database speaks."""

    inherit_cache = True
    type = Text()


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
