"""Numbering documents: no number is left out, none is given twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from db.rules.document_numbers import document_number, series_of

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.rules.paper import PaperKind

# one statement: it holds the row until the transaction ends, and the next one waits for it
_ADVANCE: Final = text(
    "INSERT INTO number_series (name, last) VALUES (:name, :count) "
    "ON CONFLICT (name) DO UPDATE SET last = number_series.last + :count RETURNING last"
)


def next_number(session: Session, kind: PaperKind, on: dt.date) -> str:
    """The next number of a kind's documents in the 年度 of a day; undone with the transaction."""
    return next_numbers(session, kind, on, count=1)[0]


def next_numbers(session: Session, kind: PaperKind, on: dt.date, *, count: int) -> tuple[str, ...]:
    """The next ``count`` numbers, at least one, in a row."""
    if count < 1:
        raise ValueError(f"nothing to number: {count}")
    series = {"name": series_of(kind, on), "count": count}
    last: int = session.execute(_ADVANCE, series).scalar_one()
    return tuple(document_number(kind, on, at) for at in range(last - count + 1, last + 1))
