"""A contract that can be found."""

from __future__ import annotations

from db.commands.search_keys import refresh
from tests.factories import add_contract, add_customer, add_location


def add_use(session, name="山田 花子", kana="ヤマダ ハナコ", address=None, **contract):
    """A contract of a customer of its own, ready to be found."""
    own = ("phone", "latin_name", "kind", "born_on", "email")
    customer = {key: contract.pop(key) for key in own if key in contract}
    place = {key: contract.pop(key) for key in ("address_kana",) if key in contract}
    contract_id = add_contract(
        session,
        add_customer(session, name, kana, **customer),
        add_location(session, *([address] if address else []), **place),
        **contract,
    )
    refresh(session, [contract_id])
    return contract_id
