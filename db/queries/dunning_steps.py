"""Which steps of dunning were taken for debts, and what was decided about cut-offs."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, bindparam, select

from db.models import CutoffDecision, Document, DocumentDebt
from db.rules.dunning import Decision, StepTaken
from db.rules.paper import DUNNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.orm import Session

_AT_ONCE: Final = 5000
_MOST_STEPS: Final = 100_000


def steps_taken(session: Session, debt_ids: Iterable[int]) -> dict[int, tuple[StepTaken, ...]]:
    """The steps taken for each debt, oldest first; a debt never dunned is not in it.

    A notice that came back has dunned nobody: it has to reach the debtor (民法97条).
    """
    found = defaultdict(list)
    for ids in _some(debt_ids):
        for debt_id, *facts in session.execute(_steps(), {"ids": ids}):
            step = StepTaken(*facts)
            # asked of the database, SQLite reads every notice of the bureau for a few debts
            if step.kind in DUNNING:
                found[debt_id].append(step)
    return {debt_id: tuple(steps) for debt_id, steps in found.items()}


def decisions_about(session: Session, warning_ids: Iterable[int]) -> dict[int, Decision]:
    """What was decided about each warning, by its document; one not decided yet is not in it."""
    found = {}
    for ids in _some(warning_ids):
        for warning_id, *facts in session.execute(_decisions(), {"ids": ids}):
            found[warning_id] = Decision(*facts)
    return found


def _some(ids: Iterable[int]) -> Iterator[list[int]]:
    every = sorted(set(ids))
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]


@functools.cache
def _steps() -> Select[*tuple[Any, ...]]:
    return (
        select(
            DocumentDebt.debt_id,
            Document.kind,
            Document.issued_on,
            Document.limit_on,
            Document.id,
            DocumentDebt.fee_yen,
        )
        .join(Document, Document.id == DocumentDebt.document_id)
        .where(
            DocumentDebt.debt_id.in_(bindparam("ids", expanding=True)),
            Document.returned_on.is_(None),
        )
        .order_by(Document.issued_on, Document.id)
        .limit(_MOST_STEPS)
    )


@functools.cache
def _decisions() -> Select[*tuple[Any, ...]]:
    return (
        select(CutoffDecision.warning_id, CutoffDecision.decided_on, CutoffDecision.execute_on)
        .where(CutoffDecision.warning_id.in_(bindparam("ids", expanding=True)))
        .limit(_AT_ONCE)
    )
