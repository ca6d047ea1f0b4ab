"""The statements by which contracts are looked for, each built once for all queries of a shape.

Building one takes longer than the database takes to answer it, and a clerk asks with every key.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    Text,
    bindparam,
    case,
    literal_column,
    or_,
    select,
    union,
)

from db.models import Bill, Contract, Customer, Member, MemberContract, SearchKey
from db.models.types import Day
from db.queries.debts import TODAY
from db.queries.literal_text import InCodeOrder, Lowered, Position, begins_with
from db.queries.search_index import within

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from db.rules.search_terms import Term

Asked: TypeAlias = "Select[*tuple[Any, ...]]"

_KEPT: Final = 128
_TEXTS: Final = (SearchKey.name, SearchKey.kana, SearchKey.address)
_NUMBERS: Final = (SearchKey.phone, SearchKey.numbers)
_NO_NUMBERS: Final[tuple[ColumnElement[str], ...]] = (literal_column("''"), literal_column("''"))
_ENDED: Final = case((Contract.ended_on < TODAY, 1), else_=0)
_MOST: Final = bindparam("most", type_=Integer)
_BEGINNING: Final = bindparam("beginning", type_=Text)


class Shape(NamedTuple):
    """What a statement has to know of a term; its words are told when it is carried out."""

    forms: int
    number: bool
    complete: bool
    email: bool
    born_on: bool


def shape_of(term: Term) -> Shape:
    """The shape of a term."""
    of_birth = term.born_on is not None
    return Shape(len(term.forms), term.number != "", term.complete, term.email != "", of_birth)


def words_of(terms: tuple[Term, ...], today: dt.date, most: int) -> dict[str, Any]:
    """What to carry a statement over these terms out with, for at most so many contracts."""
    words: dict[str, Any] = {"today": today, "most": most}
    for at, term in enumerate(terms):
        words |= {f"form{at}_{place}": form for place, form in enumerate(term.forms)}
        words |= {f"number{at}": term.number, f"email{at}": term.email, f"born{at}": term.born_on}
    return words


@functools.lru_cache(_KEPT)
def by_index(
    which: ColumnElement[bool], shapes: tuple[Shape, ...], dialect: str, *, texts: bool
) -> Asked:
    """The contracts that hold the terms, out of those that the index gives for ``tokens``."""
    return within(dialect, _asked(which, shapes, texts=texts))


@functools.lru_cache(_KEPT)
def by_other_indexes(
    which: ColumnElement[bool], shapes: tuple[Shape, ...], at: int, *, texts: bool
) -> Asked:
    """The contracts that hold the terms, out of those known by the term ``at`` beside its text."""
    known = SearchKey.contract_id.in_(_known_by(at, shapes[at]))
    return _asked(which, shapes, texts=texts).where(known)


@functools.lru_cache(_KEPT)
def by_going_through(
    which: ColumnElement[bool], shapes: tuple[Shape, ...], *, texts: bool
) -> Asked:
    """The contracts that hold the terms, out of all of them."""
    return _asked(which, shapes, texts=texts).order_by(SearchKey.contract_id)


@functools.lru_cache(_KEPT)
def by_beginning(which: ColumnElement[bool], shapes: tuple[Shape, ...]) -> tuple[Asked, ...]:
    """The contracts that hold the terms, whose name or whose reading starts with ``beginning``."""
    asked = _asked(which, shapes, texts=True)
    keys = (InCodeOrder(SearchKey.name), InCodeOrder(SearchKey.kana))
    return tuple(asked.where(begins_with(key, _BEGINNING)).order_by(key) for key in keys)


@functools.lru_cache(2)
def by_number(*, numbers: bool) -> Asked:
    """The contracts numbered ``ids``, with their texts."""
    ids: BindParameter[int] = bindparam("ids", expanding=True, type_=Integer)
    asked = _texts(numbers=numbers).where(SearchKey.contract_id.in_(ids))
    return asked.join(Contract, Contract.id == SearchKey.contract_id).limit(_MOST)


def _asked(which: ColumnElement[bool], shapes: tuple[Shape, ...], *, texts: bool) -> Asked:
    numbers = any(shape.number for shape in shapes)
    asked = _texts(numbers=numbers) if texts else select(SearchKey.contract_id)
    joined = asked.join(Contract, Contract.id == SearchKey.contract_id)
    return joined.where(which, *map(_holds, range(len(shapes)), shapes)).limit(_MOST)


def _texts(*, numbers: bool) -> Asked:
    more = _NUMBERS if numbers else _NO_NUMBERS
    return select(SearchKey.contract_id, _ENDED.label("ended"), *_TEXTS, *more)


def _holds(at: int, shape: Shape) -> ColumnElement[bool]:
    ways: list[ColumnElement[bool]] = []
    if not shape.complete:
        forms = [bindparam(f"form{at}_{place}", type_=Text) for place in range(shape.forms)]
        ways += [Position(text, form) > 0 for text in _TEXTS for form in forms]
        if shape.number:
            ways += [Position(key, _number(at)) > 0 for key in _NUMBERS]
    if shape.complete or shape.email or shape.born_on:
        ways.append(SearchKey.contract_id.in_(_known_by(at, shape)))
    return or_(*ways)


def _known_by(at: int, shape: Shape) -> CompoundSelect[int]:
    """By one index after another: an OR over several would go through every contract."""
    return union(*_other_indexes(at, shape))


def _other_indexes(at: int, shape: Shape) -> Iterator[Select[int]]:
    if shape.complete:
        yield select(Contract.id).where(Contract.portal_number == _number(at))
        yield select(Bill.contract_id).where(Bill.payment_number == _number(at))
    if shape.born_on:
        yield _of_customers(Customer.born_on == bindparam(f"born{at}", type_=Day()))
    if shape.email:
        email = bindparam(f"email{at}", type_=Text)
        of_member = begins_with(Lowered(Member.email), email)
        held = (MemberContract.held_from.is_not(None), MemberContract.held_to.is_(None))
        yield _of_customers(begins_with(Lowered(Customer.email), email))
        yield select(MemberContract.contract_id).join(Member).where(of_member, *held)


def _of_customers(condition: ColumnElement[bool]) -> Select[int]:
    return select(Contract.id).join(Customer, Customer.id == Contract.customer_id).where(condition)


def _number(at: int) -> BindParameter[str]:
    return bindparam(f"number{at}", type_=Text)
