"""Which steps of dunning were taken for debts, and what became of the warnings of a cut-off."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, bindparam, select

from db.models import CutoffDecision, Document, DocumentDebt
from db.queries.holds import agreements_over
from db.rules.dunning import CUTTING_OFF, Decision, StepTaken, last_warning
from db.rules.paper import DUNNING, PaperKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from sqlalchemy.orm import Session

_AT_ONCE: Final = 5000
_MOST_STEPS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Course:
    """How far dunning has come with a debt, and what DunnedDebt wants to know of its warning."""

    steps: tuple[StepTaken, ...] = ()
    decision: Decision | None = None
    agreed_to: dt.date | None = None


def courses(
    session: Session, kind: PaperKind, debt_ids: Iterable[int], today: dt.date
) -> dict[int, Course]:
    """How far dunning has come with each debt; a debt never dunned is not in it.

    What became of warnings is read for the steps that it bears on alone.
    """
    steps = steps_taken(session, debt_ids)
    warned = {
        debt_id: warning.document_id
        for debt_id, taken in steps.items()
        if kind in CUTTING_OFF and (warning := last_warning(taken))
    }
    decisions = decisions_about(session, warned.values())
    agreed = agreements_over(session, warned, today)
    return {
        debt_id: Course(taken, decisions.get(warned.get(debt_id, 0)), agreed.get(debt_id))
        for debt_id, taken in steps.items()
    }


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
