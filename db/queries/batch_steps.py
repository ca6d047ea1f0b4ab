"""Which debts may not take the next step of dunning, of many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.queries.dunning_steps import Course, courses
from db.queries.paper_settings import paper_settings
from db.rules.dunning import DunnedDebt, may_take
from db.rules.paper import DUNNING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from db.rules.paper import Exclusion, PaperKind


def steps_refused(
    session: Session,
    kind: PaperKind,
    rows: Sequence[Row[Any]],
    *,
    on: dt.date,
    spared: Mapping[int, Exclusion],
) -> dict[int, Exclusion]:
    """Why debts may not take this step of dunning, by debt; nothing about papers of other kinds.

    ``rows`` are those of ``batch_rows``, ``spared`` says for which debts no
    water is cut off.
    """
    if kind not in DUNNING:
        return {}
    settings = paper_settings(session)
    taken = courses(session, kind, (row.debt_id for row in rows), on)
    found: dict[int, Exclusion] = {}
    for row in rows:
        course = taken.get(row.debt_id, Course())
        debt = DunnedDebt(
            account=row.account,
            unpaid_yen=row.yen,
            due_on=row.due_on,
            limitation_on=row.limitation_on,
            steps=course.steps,
            spared=spared.get(row.debt_id),
            decision=course.decision,
            agreed_to=course.agreed_to,
        )
        why = may_take(kind, debt, today=on, settings=settings)
        if why is not None:
            found[row.debt_id] = why
    return found
