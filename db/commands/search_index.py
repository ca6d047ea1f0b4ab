"""Keeping the index and the frequencies in step with the search keys, in the same transaction."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, text
from sqlalchemy.dialects import postgresql, sqlite

from db.models import SearchFrequency
from db.models.search import INDEX_VECTOR, MAKE_INDEX, SEARCH_INDEX
from db.rules.search_tokens import EVERYBODY, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from db.rules.search_text import SearchKeys


def put_in(session: Session, keys: Mapping[int, SearchKeys]) -> Counter[str]:
    """Index contracts; gives how many of them each token has."""
    return _tell(session, keys, command=None)


def take_out(session: Session, keys: Mapping[int, SearchKeys]) -> Counter[str]:
    """Take contracts out of the index by the keys they are in it with; counts as ``put_in``."""
    return _tell(session, keys, command="delete")


def count(session: Session, changes: Mapping[str, int]) -> None:
    """Add to the frequencies, in the order of the tokens, so that writers never wait crosswise."""
    changed = [
        {"token": token, "rows": max(change, 0), "change": change}
        for token, change in sorted(changes.items())
        if change
    ]
    write = sqlite.insert if _on_sqlite(session) else postgresql.insert
    statement = write(SearchFrequency).on_conflict_do_update(
        index_elements=["token"], set_={"rows": SearchFrequency.rows + bindparam("change")}
    )
    if changed:
        session.connection().execute(statement, changed)


def drop_index(session: Session) -> None:
    """Remove the index, whatever state it is in."""
    kind = (
        "TABLE IF EXISTS search_index"
        if _on_sqlite(session)
        else "INDEX IF EXISTS ix_search_key_tokens"
    )
    session.execute(text(f"DROP {kind}"))


def postpone_index(session: Session) -> None:
    """Let PostgreSQL index very many new keys together, once ``finish_index`` says they are there.

    SQLite's index takes them as they come.
    """
    if not _on_sqlite(session):
        drop_index(session)


def make_index(session: Session) -> None:
    """Begin an index where there is none; PostgreSQL's is made when it is finished."""
    if _on_sqlite(session):
        session.execute(text(MAKE_INDEX))


def finish_index(session: Session) -> None:
    """Make the index ready, once all keys are there."""
    if _on_sqlite(session):
        session.execute(insert(SEARCH_INDEX).values(search_index="optimize"))
    else:
        session.execute(text(INDEX_VECTOR))


def _tell(session: Session, keys: Mapping[int, SearchKeys], command: str | None) -> Counter[str]:
    counted = Counter[str]()
    rows = []
    for contract_id, key in keys.items():
        found = tokens(key)
        counted.update(found)
        rows.append({"rowid": contract_id, "tokens": " ".join(found)})
    if not rows:
        return counted
    counted[EVERYBODY] = len(rows)
    if _on_sqlite(session):  # PostgreSQL looks after its index by itself
        how = {"search_index": command} if command else {}
        session.execute(insert(SEARCH_INDEX), [row | how for row in rows])
    return counted


def _on_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
