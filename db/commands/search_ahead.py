"""Search keys made before what they are of is stored, so that the lock is held for a short time.

They wait in a table of one connection until they are put in, on the same connection. Whatever is
not as it was foreseen by then, since a desk changed it, gets its keys in the ordinary way.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    MetaData,
    Table,
    Text,
    cast,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
)

from db.commands.search_index import count
from db.commands.search_keys import indexed_together, refresh
from db.models import Contract, Customer, Location, Meter, SearchKey
from db.models.search import SEARCH_INDEX
from db.queries.search_keys import stored_keys
from db.rules.search_text import SearchKeys
from db.rules.search_tokens import EVERYBODY, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Select
    from sqlalchemy.orm import Session

_AT_ONCE: Final = 1000
_VERSIONS: Final = ("contract_version", "customer_version", "location_version")
_KEYS: Final = tuple(each.name for each in fields(SearchKeys))
_APART: Final = "|"
"""Stands in no key."""

_AHEAD: Final = Table(
    "search_ahead",
    MetaData(),
    Column("contract_id", Integer, primary_key=True, autoincrement=False),
    *(Column(name, Integer) for name in _VERSIONS),
    Column("meters", BigInteger),
    Column("before", Text),
    Column("gone", Text),
    Column("tokens", Text),
    *(Column(name, Text) for name in _KEYS),
    prefixes=["TEMPORARY"],
)
_ID: Final = _AHEAD.c.contract_id


class Foreseen(NamedTuple):
    """The keys that a contract will have, and from which state of things they follow.

    ``versions`` are the contract's, its customer's and its place's; ``meters`` tells apart which
    meters hang there, each in which version, as ``_METERS`` does.
    """

    contract_id: int
    keys: SearchKeys
    versions: tuple[int, int, int]
    meters: int


class SearchAhead:
    """Keeps keys made ahead and puts them in; memory holds none but the counts of tokens."""

    def __init__(self, connection: Connection) -> None:
        self._changes = Counter[str]()
        self._kept = 0
        self._with_tokens = connection.dialect.name == "sqlite"
        _AHEAD.create(connection)

    def keep(self, session: Session, foreseen: Sequence[Foreseen]) -> None:
        """Note keys, which are not written before ``put_in``."""
        before = stored_keys(session, [each.contract_id for each in foreseen])
        rows = [self._row(each, before.get(each.contract_id)) for each in foreseen]
        session.connection().execute(insert(_AHEAD), rows)
        self._kept += len(rows)

    def put_in(self, session: Session, others: Iterable[int]) -> None:
        """Write what was kept, in the transaction that stored what the keys are of.

        What differs from what was foreseen is made anew, as are the keys of ``others``.
        """
        anew = list(others)
        if self._kept:
            stale = self._stale(session)
            self._give_up(session, stale)
            anew += stale
            with indexed_together(session, self._kept):
                self._write(session.connection())
                count(session, self._changes)
        refresh(session, anew)

    def _row(self, each: Foreseen, old: SearchKeys | None) -> dict[str, Any]:
        row: dict[str, Any] = dict(zip(_VERSIONS, each.versions, strict=True))
        row |= _texts(each.keys)
        row |= {"contract_id": each.contract_id, "meters": each.meters}
        row |= {"before": _APART.join(_texts(old).values()) if old else None}
        gone, brought = _moved(old, each.keys)
        self._changes.update(brought or ())
        self._changes.subtract(gone or ())
        return row | {"gone": self._told(gone), "tokens": self._told(brought)}

    def _told(self, found: set[str] | None) -> str | None:
        """The tokens as an index takes them; PostgreSQL makes them by itself."""
        if found is None:
            return None
        return " ".join(found - {EVERYBODY}) if self._with_tokens else ""

    def _stale(self, session: Session) -> Sequence[int]:
        if not self._with_tokens:
            # as ``refresh`` does: whoever writes these keys next reads what is stored by then
            kept = select(SearchKey.contract_id).where(SearchKey.contract_id.in_(select(_ID)))
            locked = kept.order_by(SearchKey.contract_id).with_for_update().subquery()
            session.execute(select(func.count()).select_from(locked))
        return session.scalars(_not_as_foreseen()).all()

    def _give_up(self, session: Session, ids: Sequence[int]) -> None:
        for start in range(0, len(ids), _AT_ONCE):
            these = _ID.in_(ids[start : start + _AT_ONCE])
            columns = select(_AHEAD.c.before, *(_AHEAD.c[name] for name in _KEYS))
            for before, *keys in session.execute(columns.where(these).limit(_AT_ONCE)):
                old = None if before is None else SearchKeys(*before.split(_APART))
                gone, brought = _moved(old, SearchKeys(*keys))
                self._changes.subtract(brought or ())
                self._changes.update(gone or ())
            session.execute(delete(_AHEAD).where(these))

    def _write(self, connection: Connection) -> None:
        gone, brought = _AHEAD.c.gone.is_not(None), _AHEAD.c.tokens.is_not(None)
        if self._with_tokens:
            taken = select(literal("delete"), _ID, _AHEAD.c.gone).where(gone).order_by(_ID)
            index = insert(SEARCH_INDEX)
            connection.execute(index.from_select(["search_index", "rowid", "tokens"], taken))
            put = select(_ID, _AHEAD.c.tokens).where(brought).order_by(_ID)
            connection.execute(index.from_select(["rowid", "tokens"], put))
        connection.execute(
            delete(SearchKey).where(SearchKey.contract_id.in_(select(_ID).where(gone)))
        )
        names = ["contract_id", *_KEYS]
        keys = select(*(_AHEAD.c[name] for name in names)).where(brought).order_by(_ID)
        connection.execute(insert(SearchKey).from_select(names, keys))


def _moved(old: SearchKeys | None, new: SearchKeys) -> tuple[set[str] | None, set[str] | None]:
    """The tokens of the keys that are taken out and of those put in; none of keys that stay."""
    if old == new:
        return None, None
    return _counted(old) if old else None, _counted(new)


def _counted(keys: SearchKeys) -> set[str]:
    return tokens(keys) | {EVERYBODY}


def _texts(keys: SearchKeys) -> dict[str, str]:
    return {name: getattr(keys, name) for name in _KEYS}


def _not_as_foreseen() -> Select[int]:
    """Contracts that are in another state by now than foreseen, or have other keys than before."""
    first, *others = (cast(getattr(SearchKey, name), Text) for name in _KEYS)
    before: ColumnElement[str] = first
    for text in others:
        before = before + _APART + text
    now = (Contract.version, Customer.version, Location.version, _METERS, before)
    names = (*_VERSIONS, "meters", "before")
    differ = (
        _AHEAD.c[name].is_distinct_from(value) for name, value in zip(names, now, strict=True)
    )
    return (
        select(_ID)
        .outerjoin(Contract, Contract.id == _ID)
        .outerjoin(Customer, Customer.id == Contract.customer_id)
        .outerjoin(Location, Location.id == Contract.location_id)
        .outerjoin(SearchKey, SearchKey.contract_id == _ID)
        .where(or_(*differ))
        .order_by(_ID)
    )


_METERS: Final = (
    select(func.coalesce(func.sum(cast(Meter.id, BigInteger) * 1000 + Meter.version), 0))
    .where(Meter.location_id == Contract.location_id)
    .correlate(Contract)
    .scalar_subquery()
)
