"""The index over the tokens of the search keys, asked alike on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Text, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import TSQUERY

from db.models import SearchFrequency, SearchKey
from db.models.search import SEARCH_INDEX

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from db.rules.search_plan import Way

_KEYS = (SearchKey.name, SearchKey.kana, SearchKey.address, SearchKey.phone, SearchKey.numbers)
_AT_ONCE = 1000
# SQLite's index gives contracts one by one, PostgreSQL's must collect all of them first
_DENSE = {"sqlite": 3, "postgresql": 12}


def dense(session: Session) -> int:
    """What share of the contracts, one in so many, is better gone through than indexed."""
    return _DENSE[session.get_bind().dialect.name]


def frequencies(session: Session, tokens: Collection[str]) -> dict[str, int]:
    """How many contracts have each of the tokens; those that none has are left out."""
    found: dict[str, int] = {}
    asked = sorted(tokens)
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        statement = (
            select(SearchFrequency.token, SearchFrequency.rows)
            .where(SearchFrequency.token.in_(some))
            .limit(len(some))
        )
        rows = session.connection().execute(statement)
        found.update({row.token: row.rows for row in rows})
    return found


def within(
    session: Session, statement: Select[*tuple[Any, ...]], groups: tuple[tuple[Way, ...], ...]
) -> Select[*tuple[Any, ...]]:
    """``statement`` over search keys, for contracts with the tokens of a way of each group alone.

    SQLite gives them one by one, in the order of their numbers, as long as more are wanted.
    """
    if session.get_bind().dialect.name == "sqlite":
        asked = " AND ".join(_either(ways, '"{}"', " AND ", " OR ") for ways in groups)
        joined = statement.join(SEARCH_INDEX, SEARCH_INDEX.c.rowid == SearchKey.contract_id)
        return joined.where(SEARCH_INDEX.c.search_index.op("MATCH")(asked))
    asked = " & ".join(_either(ways, "'{}'", " & ", " | ") for ways in groups)
    # written into the statement: a plan made once for any tokens would be a bad one
    query = cast(bindparam(None, asked, Text, literal_execute=True), TSQUERY)
    return statement.where(func.search_vector(*_KEYS).op("@@")(query))


def _either(ways: tuple[Way, ...], quoted: str, both: str, either: str) -> str:
    said = (both.join(map(quoted.format, way)) for way in ways)
    return f"({either.join(f'({way})' for way in said)})"
