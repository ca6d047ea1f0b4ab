"""The index over the tokens of the search keys, asked alike on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Select, Text, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import TSQUERY

from db.models import SearchFrequency, SearchKey
from db.models.search import SEARCH_INDEX

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from db.rules.search_plan import Way

_KEYS = (SearchKey.name, SearchKey.kana, SearchKey.address, SearchKey.phone, SearchKey.numbers)
_FREQUENCIES = (
    select(SearchFrequency.token, SearchFrequency.rows)
    .where(SearchFrequency.token.in_(bindparam("tokens", expanding=True, type_=Text)))
    .limit(bindparam("most", type_=Integer))
)
# SQLite's index gives contracts one by one, PostgreSQL's must collect all of them first
_DENSE = {"sqlite": 3, "postgresql": 12}


def dense(session: Session) -> int:
    """What share of the contracts, one in so many, is better gone through than indexed."""
    return _DENSE[session.get_bind().dialect.name]


def frequencies(session: Session, tokens: Collection[str]) -> dict[str, int]:
    """How many contracts have each of the tokens; those that none has are left out."""
    asked = {"tokens": list(tokens), "most": len(tokens)}
    rows = session.connection().execute(_FREQUENCIES, asked).all()
    return {token: count for token, count in rows}  # noqa: C416 - a row is no pair to dict()


def within(dialect: str, statement: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """``statement`` over search keys, for contracts that the index has for ``tokens`` alone.

    SQLite gives them one by one, in the order of their numbers, as long as more are wanted.
    """
    if dialect == "sqlite":
        joined = statement.join(SEARCH_INDEX, SEARCH_INDEX.c.rowid == SearchKey.contract_id)
        return joined.where(SEARCH_INDEX.c.search_index.op("MATCH")(bindparam("tokens")))
    # written into the statement: a plan made once for any tokens would be a bad one
    query = cast(bindparam("tokens", type_=Text, literal_execute=True), TSQUERY)
    return statement.where(func.search_vector(*_KEYS).op("@@")(query))


def index_words(dialect: str, groups: tuple[tuple[Way, ...], ...]) -> str:
    """What to ask the index for: contracts with the tokens of a way of each group."""
    if dialect == "sqlite":
        return " AND ".join(_either(ways, '"{}"', " AND ", " OR ") for ways in groups)
    return " & ".join(_either(ways, "'{}'", " & ", " | ") for ways in groups)


def _either(ways: tuple[Way, ...], quoted: str, both: str, either: str) -> str:
    said = (both.join(map(quoted.format, way)) for way in ways)
    return f"({either.join(f'({way})' for way in said)})"
