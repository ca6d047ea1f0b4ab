"""Which debts may not take the next step of dunning, of many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.queries.dunning_steps import decisions_about, steps_taken
from db.queries.paper_settings import paper_settings
from db.rules.dunning import DunnedDebt, last_step, may_take
from db.rules.paper import DUNNING, Exclusion, PaperKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container, Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from db.rules.dunning import Decision, StepTaken


def steps_refused(
    session: Session,
    kind: PaperKind,
    rows: Sequence[Row[Any]],
    *,
    on: dt.date,
    disputed: Container[int],
) -> dict[int, Exclusion]:
    """Why debts may not take this step of dunning, by debt; nothing about papers of other kinds.

    ``rows`` are those of ``batch_rows``, ``disputed`` holds the debts in dispute.
    """
    if kind not in DUNNING:
        return {}
    settings = paper_settings(session)
    taken = steps_taken(session, (row.debt_id for row in rows))
    decided = _decided(session, kind, taken)
    found: dict[int, Exclusion] = {}
    for row in rows:
        steps = taken.get(row.debt_id, ())
        debt = DunnedDebt(
            account=row.account,
            unpaid_yen=row.yen,
            due_on=row.due_on,
            limitation_on=row.limitation_on,
            steps=steps,
            disputed=row.debt_id in disputed,
            decision=decided.get(row.debt_id),
        )
        why = may_take(kind, debt, today=on, settings=settings)
        if why is not None:
            found[row.debt_id] = why
    return found


def _decided(
    session: Session, kind: PaperKind, taken: dict[int, tuple[StepTaken, ...]]
) -> dict[int, Decision]:
    if kind is not PaperKind.CUTOFF_EXECUTION:
        return {}
    warned: dict[int, int] = {}
    for debt_id, steps in taken.items():
        last = last_step(steps)
        if last is not None and last.kind is PaperKind.CUTOFF_WARNING:
            warned[debt_id] = last.document_id
    decisions = decisions_about(session, warned.values())
    return {debt: decisions[paper] for debt, paper in warned.items() if paper in decisions}
