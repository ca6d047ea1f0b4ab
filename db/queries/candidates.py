"""Which contracts a query finds, best first.

The one place that knows how the search keys are gone through; ``db.rules.search_terms.matches``
says what must come out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, CompoundSelect, case, or_, select, union

from db.models import Bill, Contract, SearchKey
from db.queries.literal_text import InCodeOrder, Position

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.rules.search_terms import Term

_TEXTS = (SearchKey.name, SearchKey.kana, SearchKey.address)


def candidates(
    session: Session,
    terms: tuple[Term, ...],
    *,
    which: ColumnElement[bool],
    today: dt.date,
    limit: int,
) -> tuple[int, ...]:
    """At most ``limit`` contracts that hold every term and are ``which`` (of ``Contract``).

    Those in use stand before those that ended; then whoever is called just so, whose name begins
    so, and the others; each by reading and address.
    """
    statement = (
        select(Contract.id)
        .join(SearchKey, SearchKey.contract_id == Contract.id)
        .where(which, *map(_holds, terms))
        .order_by(
            case((Contract.ended_on < today, 1), else_=0),
            _distance(terms),
            InCodeOrder(SearchKey.kana),
            InCodeOrder(SearchKey.address),
            Contract.id,
        )
        .limit(limit)
    )
    return tuple(session.scalars(statement))


def _holds(term: Term) -> ColumnElement[bool]:
    if term.complete:
        return Contract.id.in_(_numbered(term.number))
    places = [Position(text, form) > 0 for text in _TEXTS for form in term.forms]
    if term.number:
        places += [Position(key, term.number) > 0 for key in (SearchKey.phone, SearchKey.numbers)]
    return or_(*places)


def _numbered(number: str) -> CompoundSelect[int]:
    """By two indexes, each asked for itself: an OR over both would go through every contract."""
    return union(
        select(Contract.id).where(Contract.portal_number == number),
        select(Bill.contract_id).where(Bill.payment_number == number),
    )


def _distance(terms: tuple[Term, ...]) -> ColumnElement[int]:
    """How far the name or its reading is from what was typed: 0 the same, 1 begins so, 2 other."""
    names = {form for term in terms for form in term.forms}
    names.add("".join(term.forms[0] for term in terms))
    keys = (SearchKey.name, SearchKey.kana)
    # a key may go on with the name in Latin letters, after a space
    same = [Position(key + " ", name + " ") == 1 for key in keys for name in sorted(names)]
    begins = [Position(key, name) == 1 for key in keys for name in sorted(names)]
    return case((or_(*same), 0), (or_(*begins), 1), else_=2)


def in_use(today: dt.date) -> ColumnElement[bool]:
    """Whether water may be used under the contract today, or will be."""
    return or_(Contract.ended_on.is_(None), Contract.ended_on >= today)
