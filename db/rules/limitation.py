"""What a debt that has run out of time does to what a customer is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.payment_state import unpaid_yen
from db.rules.words import Account, CollectionState

if TYPE_CHECKING:
    import datetime as dt


def is_extinguished(account: Account, *, limitation_on: dt.date, today: dt.date) -> bool:
    """Whether time alone has ended a debt, as it ends a sewerage debt (地方自治法236条).

    Water, a private claim, lives on past ``limitation_on`` until the debtor invokes it (援用).
    """
    return account is Account.SEWERAGE and limitation_on < today


def asked_yen(
    yen: int,
    paid_yen: int,
    *,
    corrected: bool,
    collection: CollectionState | None,
    extinguished: bool,
) -> int:
    """What the customer is still asked for: the unpaid yen, unless the debt is extinguished."""
    if extinguished:
        return 0
    return unpaid_yen(yen, paid_yen, corrected=corrected, collection=collection)
