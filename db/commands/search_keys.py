"""Keeping the search keys in step with what is registered; nothing else writes them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, or_, select

from db.models import Contract, Customer, Location, Meter, SearchKey
from db.models.types import Line
from db.rules.search_text import SearchKeys, numbers_key, phone_key, text_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

_AT_ONCE = 1000
_MOST_METERS = 20
_LONGEST = {
    column.name: column.type.longest
    for column in SearchKey.__table__.columns
    if isinstance(column.type, Line)
}


def refresh(session: Session, contract_ids: Iterable[int]) -> None:
    """Write the keys of these contracts anew, from the customer, the place and its meters."""
    ids = list(dict.fromkeys(contract_ids))
    for start in range(0, len(ids), _AT_ONCE):
        _refresh(session, ids[start : start + _AT_ONCE])


def _refresh(session: Session, ids: Collection[int]) -> None:
    serials = _serials(session, ids)
    rows = [_key_row(row, serials[row.id]) for row in session.execute(_registered(ids))]
    session.execute(delete(SearchKey).where(SearchKey.contract_id.in_(ids)))
    if rows:
        session.execute(insert(SearchKey), rows)


def _registered(ids: Collection[int]) -> Any:
    return (
        select(
            Contract.id,
            Contract.portal_number,
            Contract.customer_number,
            Customer.name,
            Customer.kana,
            Customer.latin_name,
            Customer.phone,
            Location.address,
            Location.address_kana,
            Location.address_latin,
        )
        .join(Customer, Customer.id == Contract.customer_id)
        .join(Location, Location.id == Contract.location_id)
        .where(Contract.id.in_(ids))
        .limit(len(ids))
    )


def _serials(session: Session, ids: Collection[int]) -> dict[int, list[str]]:
    """The meters that hung at the place while the contract ran, the newest first."""
    statement = (
        select(Contract.id, Meter.serial)
        .join(Meter, Meter.location_id == Contract.location_id)
        .where(
            Contract.id.in_(ids),
            or_(Contract.ended_on.is_(None), Meter.installed_on <= Contract.ended_on),
            or_(Meter.removed_on.is_(None), Meter.removed_on >= Contract.started_on),
        )
        .order_by(Meter.installed_on.desc(), Meter.id.desc())
        .limit(len(ids) * _MOST_METERS)
    )
    serials = defaultdict(list)
    for contract_id, serial in session.execute(statement):
        serials[contract_id].append(serial)
    return serials


def _key_row(row: Row[Any], serials: list[str]) -> dict[str, Any]:
    keys = SearchKeys(
        name=text_key(row.name, row.latin_name),
        kana=text_key(row.kana),
        address=text_key(row.address, row.address_kana, row.address_latin),
        phone=phone_key(row.phone),
        numbers=numbers_key([row.portal_number, row.customer_number, *serials]),
    )
    # a ligature can fold to many letters; what is over is not searched
    fitting = {name: key[: _LONGEST[name]] for name, key in asdict(keys).items()}
    return {"contract_id": row.id, **fitting}
