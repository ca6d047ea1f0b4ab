"""Which contracts a query finds, best first.

The one place that knows how the search keys are gone through; ``db.rules.search_terms.matches``
says what must come out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from db.queries.candidate_statements import (
    by_beginning,
    by_going_through,
    by_index,
    by_number,
    by_other_indexes,
    shape_of,
    words_of,
)
from db.queries.search_index import dense, frequencies, index_words
from db.rules.search_plan import plan, tokens_asked
from db.rules.search_rank import ranking

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from db.queries.candidate_statements import Asked
    from db.rules.search_plan import Plan
    from db.rules.search_terms import Term

MOST_COUNTED: Final = 1000
"""More contracts than these are not counted, and not put in order among all of them."""

_MOST_BEGINNING: Final = 200


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
    return _Looking(session, terms, which, today).by(known)


@dataclass(frozen=True, slots=True)
class _Looking:
    """One search under way; ``which`` is the same object for all searches of its kind."""

    session: Session
    terms: tuple[Term, ...]
    which: ColumnElement[bool]
    today: dt.date

    def by(self, known: Plan) -> Candidates:
        """Go the ways of a plan, and put what they lead to in order."""
        # texts of more than can be counted would be read for nothing
        few = known.most <= MOST_COUNTED
        found: dict[int, Sequence[Any]] = {}
        for statement, words in self._ways_in(known, texts=few):
            found |= self._read(statement, MOST_COUNTED + 1, words)
        total = len(found)
        if total > MOST_COUNTED:
            some = list(found)[:_MOST_BEGINNING]
            found = self._beginning() | self._texts(some)
        elif not few:
            found = self._texts(list(found))
        return Candidates(self._ordered(found), min(total, MOST_COUNTED), total > MOST_COUNTED)

    def _ways_in(self, known: Plan, *, texts: bool) -> Iterator[tuple[Asked, Mapping[str, Any]]]:
        shapes = tuple(map(shape_of, self.terms))
        dialect = self.session.get_bind().dialect.name
        if known.groups:
            words = {"tokens": index_words(dialect, known.groups)}
            yield by_index(self.which, shapes, dialect, texts=texts), words
        if known.beside:
            at = self.terms.index(known.beside)
            yield by_other_indexes(self.which, shapes, at, texts=texts), {}
        if not known.groups and not known.beside:
            yield by_going_through(self.which, shapes, texts=texts), {}

    def _beginning(self) -> dict[int, Sequence[Any]]:
        words = {"beginning": "".join(term.forms[0] for term in self.terms)}
        found: dict[int, Sequence[Any]] = {}
        for statement in by_beginning(self.which, tuple(map(shape_of, self.terms))):
            found |= self._read(statement, _MOST_BEGINNING, words)
        return found

    def _texts(self, ids: Sequence[int]) -> dict[int, Sequence[Any]]:
        statement = by_number(numbers=any(term.number for term in self.terms))
        return self._read(statement, len(ids), {"ids": ids}) if ids else {}

    def _read(
        self, statement: Asked, most: int, words: Mapping[str, Any]
    ) -> dict[int, Sequence[Any]]:
        told = words_of(self.terms, self.today, most) | dict(words)
        # not by the session, which would make objects of the rows
        rows = self.session.connection().execute(statement, told).all()
        return {row[0]: row[1:] for row in rows}

    def _ordered(self, found: Mapping[int, Sequence[Any]]) -> tuple[int, ...]:
        place = ranking(self.terms).place
        places = {number: place(keys, ended=ended) for number, (ended, *keys) in found.items()}
        return tuple(sorted(places, key=lambda number: (places[number], number)))
