"""The one way from the desk to the search: PostgreSQL will answer it by a function of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.search import MOST_ROWS, Found, find
from db.queries.search_filters import SearchFilter
from db.rules.permissions import Action, require

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.rules.words import Role


def search(
    session: Session,
    text: str,
    *,
    role: Role,
    today: dt.date,
    only: SearchFilter = SearchFilter.ALL,
    limit: int = MOST_ROWS,
) -> Found:
    """What the clerk may see of the contracts that hold every word of ``text``.

    Raises ``permission.denied`` for a role that searches for nobody.
    """
    require(role, Action.SEARCH)
    return find(session, text, role=role, today=today, only=only, limit=min(limit, MOST_ROWS))
