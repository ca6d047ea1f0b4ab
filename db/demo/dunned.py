"""Which dunning notices the town's arrears have had so far: one run at the end of each month."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, or_, select

from db.demo.paper import Asked, Paper
from db.demo.rounds import last_open_day
from db.models import Bill, Contract, Debt
from db.queries import debts
from db.rules import dunning
from db.rules.dunning import DunnedDebt, StepTaken
from db.rules.paper import PaperKind
from db.rules.paper_settings import PaperSettings
from db.rules.words import CollectionState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

_SETTINGS: Final = PaperSettings()
_DAY: Final = dt.timedelta(days=1)
_AT_ONCE: Final = 2000
_STEPS: Final = (PaperKind.REMINDER, PaperKind.DEMAND, PaperKind.CUTOFF_WARNING)


class _Owed:
    """A debt that nobody paid, and how far dunning has come with it."""

    def __init__(self, row: Row[Any]) -> None:
        self.debt_id: int = row.debt_id
        self.month: dt.date = row.month
        self.debt = DunnedDebt(row.account, row.unpaid_yen, row.due_on, row.limitation_on)

    @property
    def step(self) -> PaperKind | None:
        """Whose turn it is: a cut-off itself is for the supervisors to decide."""
        step = dunning.next_step(self.debt)
        return step if step in _STEPS else None

    def run_on(self) -> dt.date | None:
        """The first run that takes the next step, if any ever does."""
        reached = dunning.reached_on(self.step, self.debt, _SETTINGS) if self.step else None
        run = None if reached is None else _run_from(reached)
        if run is None or not self.step:
            return None
        refused = dunning.may_take(self.step, self.debt, today=run, settings=_SETTINGS)
        return run if refused is None else None

    def take(self, step: PaperKind, on: dt.date) -> Asked:
        """Go one step further; gives what the notice asks for."""
        fee = dunning.fee_yen(step, self.debt, _SETTINGS)
        interest = dunning.interest_yen(self.debt, on, _SETTINGS)
        taken = StepTaken(step, on, dunning.limit_on(step, on, _SETTINGS), fee_yen=fee)
        self.debt = replace(self.debt, steps=(*self.debt.steps, taken))
        return Asked(self.debt_id, self.debt.unpaid_yen, fee, interest)


def dunned(session: Session, *, last_run_before: dt.date) -> list[Paper]:
    """Every reminder, demand and warning of a cut-off, the first one first.

    What is reached after the last run is left for those who practise.
    """
    found: list[Paper] = []
    rows = session.execute(_unpaid(), {"today": last_run_before}).yield_per(_AT_ONCE)
    for (contract_id, customer_id), group in groupby(rows, key=_whose):
        owed = [_Owed(row) for row in group]
        found += _notices(owed, contract_id, customer_id, last_run_before)
    return sorted(found)


def _notices(
    owed: list[_Owed], contract_id: int, customer_id: int, end: dt.date
) -> Iterable[Paper]:
    """The notices about one contract: in each run one for all the debts that reached a step."""
    while True:
        runs = {(run, each.step) for each in owed if (run := each.run_on()) and each.step}
        if not runs or min(runs)[0] >= end:
            return
        on, step = min(runs)
        taken = [each for each in owed if (each.run_on(), each.step) == (on, step)]
        asked = tuple(each.take(step, on) for each in taken)
        yield Paper(
            issued_on=on,
            kind=step,
            contract_id=contract_id,
            month=max(each.month for each in taken),
            customer_id=customer_id,
            yen=sum(each.whole_yen for each in asked),
            limit_on=dunning.limit_on(step, on, _SETTINGS),
            asked=asked,
        )


def _run_from(day: dt.date) -> dt.date:
    """The first run on a day or later: the last open day of its month, or of the next one."""
    last = day.replace(day=monthrange(day.year, day.month)[1])
    run = last_open_day(last)
    return run if run >= day else _run_from(last + _DAY)


def _whose(row: Row[Any]) -> tuple[int, int]:
    return row.contract_id, row.customer_id


def _unpaid() -> Select[*tuple[Any, ...]]:
    moving = or_(Debt.collection.is_(None), Debt.collection == CollectionState.FAILED)
    return (
        select(
            Bill.contract_id,
            Contract.customer_id,
            Bill.month,
            Debt.id.label("debt_id"),
            Debt.account,
            (Debt.yen - debts.paid_yen()).label("unpaid_yen"),
            Debt.due_on,
            Debt.limitation_on,
        )
        .join(Contract, Contract.id == Bill.contract_id)
        .join(Debt, Debt.bill_id == Bill.id)
        .where(Debt.due_on < debts.TODAY, debts.is_unpaid(), moving, debts.reported_yen() == 0)
        .order_by(Bill.contract_id, Debt.id)
    )
