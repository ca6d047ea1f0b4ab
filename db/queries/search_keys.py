"""The search keys of contracts, as they are stored and as they should be."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from db.models import Contract, Customer, Location, Meter, SearchKey
from db.models.types import Line
from db.rules.name_keys import kana_key, name_key
from db.rules.search_text import SearchKeys, numbers_key, phone_key, text_key

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

_MOST_METERS = 20
_LONGEST = {
    column.name: column.type.longest
    for column in SearchKey.__table__.columns
    if isinstance(column.type, Line)
}


def stored_keys(
    session: Session, ids: Collection[int], *, to_write: bool = False
) -> dict[int, SearchKeys]:
    """The keys of these contracts as they are, by contract.

    Locked when they are to be written: whoever writes them next reads what is registered then.
    """
    columns = (SearchKey.contract_id, *(getattr(SearchKey, name) for name in _LONGEST))
    statement = select(*columns).where(SearchKey.contract_id.in_(ids)).limit(len(ids))
    if to_write:
        statement = statement.order_by(SearchKey.contract_id).with_for_update()
    return {number: SearchKeys(*keys) for number, *keys in session.execute(statement)}


def registered_keys(session: Session, ids: Collection[int]) -> dict[int, SearchKeys]:
    """The keys that these contracts should have, by contract."""
    serials = meter_serials(session, ids)
    rows = session.execute(_registered(ids))
    return {row.id: keys_of(row, serials.get(row.id, [])) for row in rows}


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


def meter_serials(session: Session, ids: Collection[int]) -> dict[int, list[str]]:
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


def keys_of(row: Row[Any], serials: list[str]) -> SearchKeys:
    """The keys of a contract by its numbers, names and addresses, and its meters' serials."""
    keys = SearchKeys(
        name=name_key(row.name, row.latin_name),
        kana=kana_key(row.kana, row.name),
        address=text_key(row.address, row.address_kana, row.address_latin),
        phone=phone_key(row.phone),
        numbers=numbers_key([row.portal_number, row.customer_number, *serials]),
    )
    # a ligature can fold to many letters; what is over is not searched
    return SearchKeys(*(getattr(keys, name)[:longest] for name, longest in _LONGEST.items()))
