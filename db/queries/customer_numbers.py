"""The customer behind a number: the portal's 16 digits, or the bureau's own number."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import select, union

from db.errors import RuleBroken
from db.models import Contract

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LONGEST = 40


def customer_numbered(session: Session, typed: str) -> int:
    """The customer whose contract has this number, typed with or without spaces and hyphens.

    Raises RuleBroken ``customer.number_unknown``.
    """
    whole = unicodedata.normalize("NFKC", typed[:_LONGEST]).strip()
    digits = "".join(letter for letter in whole if letter.isascii() and letter.isdigit())
    if len(typed) > _LONGEST or not whole.isprintable():
        raise RuleBroken("customer.number_unknown")
    found = session.scalars(
        union(
            select(Contract.customer_id).where(Contract.portal_number == digits),
            select(Contract.customer_id).where(Contract.customer_number.in_((whole, digits))),
        ).limit(2)
    ).all()
    if len(found) != 1:
        raise RuleBroken("customer.number_unknown")
    return found[0]
