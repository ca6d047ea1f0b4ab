"""Which contracts a query finds, best first.

The one place that knows how the search keys are gone through; ``db.rules.search_terms.matches``
says what must come out.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sqlalchemy import ColumnElement, CompoundSelect, Select, literal_column, or_, select, union

from db.models import Bill, Contract, Customer, Member, MemberContract, SearchKey
from db.queries.literal_text import InCodeOrder, Lowered, Position, begins_with
from db.queries.search_index import dense, frequencies, within
from db.rules.search_plan import plan, tokens_asked
from db.rules.search_rank import ranking
from db.rules.search_text import SearchKeys

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from db.rules.search_plan import Plan
    from db.rules.search_terms import Term

MOST_COUNTED: Final = 1000
"""More contracts than these are not counted, and not put in order among all of them."""

_MOST_BEGINNING: Final = 200
_TEXTS: Final = (SearchKey.name, SearchKey.kana, SearchKey.address)
_NO_NUMBERS: Final[tuple[ColumnElement[str], ...]] = (literal_column("''"), literal_column("''"))

Asked: TypeAlias = "Select[*tuple[Any, ...]]"
Found: TypeAlias = "dict[int, Sequence[Any]]"


@dataclass(frozen=True, slots=True)
class Candidates:
    """Contracts, best first, out of ``total``; ``uncounted`` when there are more than that."""

    ids: tuple[int, ...] = ()
    total: int = 0
    uncounted: bool = False


def candidates(
    session: Session,
    terms: tuple[Term, ...],
    *,
    which: ColumnElement[bool],
    today: dt.date,
) -> Candidates:
    """The contracts that hold every term and are ``which`` (of ``Contract``).

    ``db.rules.search_rank`` says what is best. Of more than can be counted only some are given,
    first of all those whose name or reading begins with what was typed.
    """
    counted = frequencies(session, tokens_asked(terms))
    known = plan(terms, counted, dense=dense(session))
    if known.hopeless:
        return Candidates()
    asked = _asked(terms, which)
    found = _read(session, _ways_in(session, asked, known), MOST_COUNTED + 1)
    total = len(found)
    if total > MOST_COUNTED:
        beginning = _read(session, _beginning(asked, terms), _MOST_BEGINNING)
        found = beginning | dict(itertools.islice(found.items(), _MOST_BEGINNING))
    place = ranking(terms).place
    places = {
        contract_id: place(SearchKeys(*keys), ended=ended_on is not None and ended_on < today)
        for contract_id, (ended_on, *keys) in found.items()
    }
    ids = tuple(sorted(places, key=lambda contract_id: (places[contract_id], contract_id)))
    return Candidates(ids, min(total, MOST_COUNTED), total > MOST_COUNTED)


def _read(session: Session, statements: Iterable[Asked], most: int) -> Found:
    # not by the session, which would make objects of the rows
    link = session.connection()
    found: Found = {}
    for statement in statements:
        found |= {row[0]: row[1:] for row in link.execute(statement.limit(most))}
    return found


def _asked(terms: tuple[Term, ...], which: ColumnElement[bool]) -> Asked:
    numbers = (SearchKey.phone, SearchKey.numbers)
    texts = (*_TEXTS, *(numbers if any(term.number for term in terms) else _NO_NUMBERS))
    return (
        select(SearchKey.contract_id, Contract.ended_on, *texts)
        .join(Contract, Contract.id == SearchKey.contract_id)
        .where(which, *map(_holds, terms))
    )


def _ways_in(session: Session, asked: Asked, known: Plan) -> Iterator[Asked]:
    if known.groups:
        yield within(session, asked, known.groups)
    if known.beside:
        yield asked.where(SearchKey.contract_id.in_(_known_by(known.beside)))
    if not known.groups and not known.beside:
        yield asked.order_by(SearchKey.contract_id)


def _beginning(asked: Asked, terms: tuple[Term, ...]) -> Iterator[Asked]:
    name = "".join(term.forms[0] for term in terms)
    for key in (InCodeOrder(SearchKey.name), InCodeOrder(SearchKey.kana)):
        yield asked.where(begins_with(key, name)).order_by(key)


def _holds(term: Term) -> ColumnElement[bool]:
    beside = [SearchKey.contract_id.in_(_known_by(term))] if term.beside else []
    if term.complete:
        return or_(*beside)
    places = [Position(text, form) > 0 for text in _TEXTS for form in term.forms]
    if term.number:
        places += [Position(key, term.number) > 0 for key in (SearchKey.phone, SearchKey.numbers)]
    return or_(*places, *beside)


def _known_by(term: Term) -> CompoundSelect[int]:
    """By one index after another: an OR over several would go through every contract."""
    ways: list[Select[int]] = []
    if term.complete:
        ways += [
            select(Contract.id).where(Contract.portal_number == term.number),
            select(Bill.contract_id).where(Bill.payment_number == term.number),
        ]
    if term.born_on:
        ways.append(_of_customers(Customer.born_on == term.born_on))
    if term.email:
        of_member = begins_with(Lowered(Member.email), term.email)
        held = (MemberContract.held_from.is_not(None), MemberContract.held_to.is_(None))
        members = select(MemberContract.contract_id).join(Member).where(of_member, *held)
        ways += [_of_customers(begins_with(Lowered(Customer.email), term.email)), members]
    return union(*ways)


def _of_customers(condition: ColumnElement[bool]) -> Select[int]:
    return select(Contract.id).join(Customer, Customer.id == Contract.customer_id).where(condition)


def in_use(today: dt.date) -> ColumnElement[bool]:
    """Whether water may be used under the contract today, or will be."""
    return or_(Contract.ended_on.is_(None), Contract.ended_on >= today)
