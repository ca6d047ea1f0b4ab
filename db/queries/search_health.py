"""Whether the search agrees with what is registered: its keys, their counts and the index."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import column, select, table, text
from sqlalchemy.exc import DatabaseError

from db.models import Contract, SearchFrequency
from db.models.search import SEARCH_INDEX
from db.queries.search_keys import registered_keys, stored_keys
from db.rules.search_tokens import EVERYBODY, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy.orm import Session

_AT_ONCE: Final = 1000
_ONE_IN: Final = 100
_WORDS: Final = table("search_words", column("term"), column("doc"), schema="temp")


@dataclass(frozen=True, slots=True)
class SearchHealth:
    """How far the search is from what is registered; all nought when it finds everybody.

    ``stale`` contracts are kept under other keys than theirs, ``miscounted`` pieces have another
    frequency than they should, ``misplaced`` pieces another one in the index, and ``unfound`` are
    contracts, out of a sample, that the index does not lead to.
    """

    stale: int = 0
    miscounted: int = 0
    misplaced: int = 0
    unfound: int = 0


def search_health(session: Session) -> SearchHealth:
    """Go through everybody; PostgreSQL looks after its index by itself."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    stale, unfound, counted = 0, 0, Counter[str]()
    for ids in _pages(session):
        stored = stored_keys(session, ids)
        registered = registered_keys(session, ids)
        stale += sum(stored.get(contract_id) != keys for contract_id, keys in registered.items())
        for contract_id, keys in stored.items():
            found = tokens(keys)
            counted.update(found)
            if on_sqlite and contract_id % _ONE_IN == 0:
                unfound += not _leads_to(session, contract_id, found)
        counted[EVERYBODY] += len(stored)
    miscounted = _differing(_frequencies(session), counted)
    del counted[EVERYBODY]
    misplaced = _differing(_indexed(session), counted) if on_sqlite else 0
    return SearchHealth(stale, miscounted, misplaced, unfound)


def _pages(session: Session) -> Iterator[Sequence[int]]:
    later = select(Contract.id).order_by(Contract.id).limit(_AT_ONCE)
    last = 0
    while ids := session.scalars(later.where(Contract.id > last)).all():
        yield ids
        last = ids[-1]


def _frequencies(session: Session) -> Counter[str]:
    later = select(SearchFrequency.token, SearchFrequency.rows)
    later = later.order_by(SearchFrequency.token).limit(_AT_ONCE)
    counted, last = Counter[str](), ""
    while page := session.execute(later.where(SearchFrequency.token > last)).all():
        counted.update({row.token: row.rows for row in page})
        last = page[-1].token
    return counted


def _indexed(session: Session) -> Counter[str]:
    """How many contracts each token leads to in SQLite's index; of a broken one, none."""
    kind = "fts5vocab('main', 'search_index', 'row')"
    session.execute(text(f"CREATE VIRTUAL TABLE temp.search_words USING {kind}"))
    later = select(_WORDS.c.term, _WORDS.c.doc).order_by(_WORDS.c.term).limit(_AT_ONCE)
    counted, last = Counter[str](), ""
    try:
        while page := session.execute(later.where(_WORDS.c.term > last)).all():
            counted.update({row.term: row.doc for row in page})
            last = page[-1].term
    except DatabaseError:
        counted.clear()
    session.execute(text("DROP TABLE temp.search_words"))
    return counted


def _leads_to(session: Session, contract_id: int, found: set[str]) -> bool:
    asked = " AND ".join(f'"{token}"' for token in found)
    statement = select(SEARCH_INDEX.c.rowid).where(
        SEARCH_INDEX.c.search_index.op("MATCH")(asked), SEARCH_INDEX.c.rowid == contract_id
    )
    try:
        return session.scalar(statement.limit(1)) is not None
    except DatabaseError:
        return False


def _differing(one: Counter[str], other: Counter[str]) -> int:
    return sum(one[token] != other[token] for token in one.keys() | other.keys())
