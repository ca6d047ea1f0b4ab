"""Keeping the search keys in step with what is registered; nothing else writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from db.commands.search_index import (
    count,
    drop_index,
    finish_index,
    make_index,
    postpone_index,
    put_in,
    take_out,
)
from db.models import Contract, SearchFrequency, SearchKey
from db.queries.search_keys import registered_keys, stored_keys
from db.rules.search_text import SearchKeys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

Keyed = dict[int, SearchKeys]
Maker = Callable[["Session", "Sequence[int]"], Keyed]

_AT_ONCE = 1000
_MANY = 10_000
_KEYS = tuple(each.name for each in fields(SearchKeys))


def refresh(session: Session, contract_ids: Iterable[int]) -> None:
    """Write the keys of these contracts anew, from the customer, the place and its meters.

    Those that are as they were are left alone; those of contracts that are gone are removed. Many
    are best given all at once: a whole city's first keys are indexed faster together.
    """
    ids = sorted(set(contract_ids))
    with indexed_together(session, len(ids)):
        _write(session, ids, registered_keys)


@contextmanager
def indexed_together(session: Session, most: int) -> Iterator[None]:
    """Let so many contracts at most be indexed together, once all are there, where it pays."""
    anew = most >= _MANY and 2 * _stored_count(session) < most
    if anew:
        postpone_index(session)
    yield
    if anew:
        finish_index(session)


def forget(session: Session, contract_ids: Iterable[int]) -> None:
    """Remove the keys of contracts, before these are deleted."""
    _write(session, sorted(set(contract_ids)), lambda _session, _ids: {})


def rebuild(session: Session) -> None:
    """Drop the index and all keys, and make them anew from what is registered.

    Searches wait for it: some minutes for a large city.
    """
    drop_index(session)
    for table in (SearchFrequency, SearchKey):
        session.execute(delete(table))
    make_index(session)
    _write(session, session.scalars(select(Contract.id)).all(), registered_keys)
    finish_index(session)


def _write(session: Session, ids: Sequence[int], made: Maker) -> None:
    changes = Counter[str]()
    for start in range(0, len(ids), _AT_ONCE):
        changes.update(_change(session, ids[start : start + _AT_ONCE], made))
    count(session, changes)


def _change(session: Session, ids: Sequence[int], made: Maker) -> Counter[str]:
    """Replace the keys that differ, and say by how many contracts each token gained."""
    before = stored_keys(session, ids, to_write=True)
    after = made(session, ids)
    old = {number: keys for number, keys in before.items() if after.get(number) != keys}
    new = {number: keys for number, keys in after.items() if before.get(number) != keys}
    if old:
        session.execute(delete(SearchKey).where(SearchKey.contract_id.in_(old)))
    if new:
        rows = [_row(number, keys) for number, keys in new.items()]
        session.connection().execute(insert(SearchKey), rows)
    changes = Counter[str]()
    changes.subtract(take_out(session, old))
    changes.update(put_in(session, new))
    return changes


def _stored_count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(SearchKey)) or 0


def _row(contract_id: int, keys: SearchKeys) -> dict[str, Any]:
    return {"contract_id": contract_id} | {name: getattr(keys, name) for name in _KEYS}
