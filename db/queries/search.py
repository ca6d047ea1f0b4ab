"""Finding a customer by whatever the customer says."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BindParameter,
    Integer,
    Select,
    bindparam,
    select,
)

from db.models import Contract, Customer, Location
from db.queries.candidates import candidates
from db.queries.debts import TODAY, unpaid_by_contract
from db.queries.protections import protected
from db.queries.search_filters import SearchFilter, listed
from db.queries.search_reasons import reasons
from db.rules.highlight import highlight, highlight_by_reading, highlight_number
from db.rules.masking import MASKED, in_fours, mask_phone
from db.rules.search_terms import parse_query

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from db.queries.search_reasons import Reason
    from db.rules.search_terms import SearchProblem, Term
    from db.rules.search_text import Span
    from db.rules.words import CustomerKind, PaymentState, Role

MOST_ROWS = 100


class MatchField(StrEnum):
    """The displayed text in which a match is marked; ``NUMBER`` is the portal number in fours."""

    NAME = "name"
    KANA = "kana"
    LATIN_NAME = "latin_name"
    ADDRESS = "address"
    ADDRESS_LATIN = "address_latin"
    PHONE = "phone"
    NUMBER = "number"
    CUSTOMER_NUMBER = "customer_number"


@dataclass(frozen=True, slots=True)
class Match:
    """What to mark in a displayed text, counted in characters (code points)."""

    field: MatchField
    start: int
    length: int


@dataclass(frozen=True)
class SearchRow:
    """One contract found; ``state`` is the worst of its unpaid debts, None without any.

    ``reasons`` tell by what it was found that no column shows. Of a protected customer phone and
    address are masked wholly, and nothing is marked in them.
    """

    customer_id: int
    contract_id: int
    name: str
    kana: str
    latin_name: str | None
    kind: CustomerKind
    portal_number: str
    customer_number: str
    address: str
    address_latin: str
    phone_masked: str
    started_on: dt.date
    ended_on: dt.date | None
    state: PaymentState | None
    reasons: tuple[Reason, ...] = ()
    protected: bool = False
    _numbers: tuple[Match, ...] = field(default=(), repr=False)
    _reading: str = field(default="", repr=False)
    _terms: tuple[Term, ...] = field(default=(), repr=False)

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """What to mark in the row, found out when it is shown: most rows of a list are not."""
        texts = {
            MatchField.NAME: self.name,
            MatchField.KANA: self.kana,
            MatchField.LATIN_NAME: self.latin_name or "",
        }
        if not self.protected:
            texts |= {
                MatchField.ADDRESS: self.address,
                MatchField.ADDRESS_LATIN: self.address_latin,
            }
        return (*_marked(texts, self._terms, self._text_spans), *self._numbers)

    def _text_spans(self, where: MatchField, text: str, term: Term) -> tuple[Span, ...]:
        found = highlight(text, term)
        if where is MatchField.ADDRESS:
            return found or highlight_by_reading(text, self._reading, term)
        return found


@dataclass(frozen=True, slots=True)
class Found:
    """The contracts found, best first, and how many there are in all.

    ``uncounted`` tells that there are more than ``total``. ``complete_number`` tells that all of a
    portal or payment number was typed: a single row may then be opened at once. ``problem`` says
    why nothing was looked for, ``shortened`` that only the beginning of what was pasted was.
    """

    rows: tuple[SearchRow, ...]
    total: int = 0
    uncounted: bool = False
    complete_number: bool = False
    problem: SearchProblem | None = None
    shortened: bool = False

    @property
    def more(self) -> bool:
        """Whether the list was cut."""
        return self.uncounted or self.total > len(self.rows)


def find(
    session: Session,
    text: str,
    *,
    role: Role,
    today: dt.date,
    only: SearchFilter = SearchFilter.ALL,
    limit: int = MOST_ROWS,
) -> Found:
    """The contracts in which every word of ``text`` is found, at most ``limit``.

    Protected customers are found by whoever may open them, and by nobody else.
    """
    query = parse_query(text)
    if query.problem is not None:
        return Found((), problem=query.problem, shortened=query.shortened)
    which = listed(role, only)
    found = candidates(session, query.terms, which=which, today=today)
    return Found(
        _rows(session, found.ids[:limit], query.terms, today),
        total=found.total,
        uncounted=found.uncounted,
        complete_number=len(query.terms) == 1 and query.terms[0].complete,
        shortened=query.shortened,
    )


def _rows(
    session: Session, ids: tuple[int, ...], terms: tuple[Term, ...], today: dt.date
) -> tuple[SearchRow, ...]:
    if not ids:
        return ()
    place = {contract_id: at for at, contract_id in enumerate(ids)}
    by = reasons(session, ids, terms)
    told = {"ids": ids, "today": today, "most": len(ids)}
    found = session.connection().execute(_LISTED, told).all()
    rows = [_row(row, by.get(row.contract_id, ()), terms) for row in found]
    return tuple(sorted(rows, key=lambda row: place[row.contract_id]))


def _listed() -> Select[*tuple[Any, ...]]:
    asked = unpaid_by_contract(Contract.id.in_(_IDS), TODAY)
    return (
        select(
            Contract.id.label("contract_id"),
            Contract.portal_number,
            Contract.customer_number,
            Contract.started_on,
            Contract.ended_on,
            Customer.id.label("customer_id"),
            Customer.name,
            Customer.kana,
            Customer.latin_name,
            Customer.kind,
            Customer.phone,
            protected().label("protected"),
            Location.address,
            Location.address_kana,
            Location.address_latin,
            asked.c.state,
        )
        .join(Customer, Customer.id == Contract.customer_id)
        .join(Location, Location.id == Contract.location_id)
        .outerjoin(asked, asked.c.contract_id == Contract.id)
        .where(Contract.id.in_(_IDS))
        .limit(bindparam("most", type_=Integer))
    )


_IDS: BindParameter[int] = bindparam("ids", expanding=True, type_=Integer)
_LISTED = _listed()


def _row(row: Row[Any], by: tuple[Reason, ...], terms: tuple[Term, ...]) -> SearchRow:
    # at once: the phone in full goes no further than this
    phone = "" if row.protected else unicodedata.normalize("NFKC", row.phone or "")
    numbers = {
        MatchField.PHONE: phone,
        MatchField.NUMBER: in_fours(row.portal_number),
        MatchField.CUSTOMER_NUMBER: row.customer_number,
    }
    digits = tuple(term for term in terms if term.number)
    return SearchRow(
        customer_id=row.customer_id,
        contract_id=row.contract_id,
        name=row.name,
        kana=row.kana,
        latin_name=row.latin_name,
        kind=row.kind,
        portal_number=row.portal_number,
        customer_number=row.customer_number,
        address=MASKED if row.protected else row.address,
        address_latin=MASKED if row.protected else row.address_latin,
        phone_masked=MASKED if row.protected else mask_phone(phone),
        started_on=row.started_on,
        ended_on=row.ended_on,
        state=row.state,
        reasons=by,
        protected=row.protected,
        _numbers=tuple(_marked(numbers, digits, _of_number)) if digits else (),
        _reading="" if row.protected else row.address_kana,
        _terms=terms,
    )


def _of_number(_field: MatchField, text: str, term: Term) -> tuple[Span, ...]:
    return highlight_number(text, term)


def _marked(
    shown: dict[MatchField, str],
    terms: tuple[Term, ...],
    spans: Callable[[MatchField, str, Term], tuple[Span, ...]],
) -> Iterator[Match]:
    for where, text in shown.items():
        found = {span for term in terms for span in spans(where, text, term)}
        yield from (Match(where, start, end - start) for start, end in sorted(found))
