"""Recording what was searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commands.audit import record
from db.queries.search_filters import SearchFilter
from db.rules.search_terms import SearchProblem, parse_query
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor


def record_search(
    session: Session,
    text: str,
    *,
    only: SearchFilter = SearchFilter.ALL,
    by: Actor,
    now: dt.datetime,
) -> None:
    """Record the criteria of a settled search, never what it found."""
    query = parse_query(text)
    if query.problem is not SearchProblem.EMPTY:
        record(session, EventKind.SEARCHED, by=by, now=now, text=query.text, only=only)
