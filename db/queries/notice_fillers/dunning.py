"""Fills in the dunning notices: the debts that a step may be taken for, and what it adds."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, Select, bindparam, select

from db.errors import RuleBroken
from db.models import Bill, Debt
from db.queries.bills_asked import bills_asked
from db.queries.debts import TODAY
from db.queries.dunning_steps import Course, courses
from db.queries.holds import held
from db.queries.settings import bureau_facts
from db.rules import dunning
from db.rules.contact_words import HoldKind
from db.rules.dunning import DunnedDebt
from db.rules.dunning_notice import CutoffExecution, CutoffWarning, Demand, Reminder
from db.rules.paper import Exclusion, PaperKind
from db.rules.words import Account

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from sqlalchemy.orm import Session

    from db.rules.dunning_notice import DunningNotice
    from db.rules.notice_facts import BillAsked, DebtAsked, NoticeHead, Wanted

_MOST_BILLS: Final = 500
_SPARED: Final = {
    HoldKind.DISPUTE: Exclusion.DISPUTE,
    HoldKind.INSTALMENTS: Exclusion.INSTALMENTS,
}


@dataclass(frozen=True, slots=True)
class _Unpaid:
    """A debt of a bill that is unpaid, with what is known of its dunning."""

    bill: BillAsked
    debt_id: int
    asked: DebtAsked
    dunned: DunnedDebt


def fill(session: Session, wanted: Wanted, head: NoticeHead, today: dt.date) -> DunningNotice:
    """The notice of a step of dunning, about every debt that the step may be taken for.

    Without ``bill_ids`` these are looked for among all bills of the contract. Raises
    ``notice.nothing`` when there is none, ``dunning.limit_too_early`` for a ``limit_on`` that
    leaves too little time.
    """
    unpaid = _unpaid_debts(session, wanted, today)
    taken = [debt for debt in unpaid if _may_take(debt, wanted, head, today)]
    if not taken:
        raise RuleBroken("notice.nothing", kind=wanted.kind)
    bureau = bureau_facts(session)
    known: dict[str, Any] = {
        "head": head,
        "bills": _bills(taken, head, today),
        "seen_to": wanted.seen_to or bureau.payments_seen_to,
        "previous": dunning.last_step(step for debt in taken for step in debt.dunned.steps),
    }
    if wanted.kind in dunning.CUTTING_OFF:
        known["sewerage_apart_yen"] = sum(
            each.asked.yen
            for each in unpaid
            if each.asked.account is Account.SEWERAGE and each.asked.due_on < today
        )
    if wanted.kind is PaperKind.CUTOFF_EXECUTION:
        return CutoffExecution(**known, **_decided(taken, today, bureau.extra_closed_days))
    return _until_limit(wanted, known, today, bureau.extra_closed_days)


def _until_limit(
    wanted: Wanted, known: dict[str, Any], today: dt.date, closed: Collection[dt.date]
) -> DunningNotice:
    settings = known["head"].settings
    limit = dunning.limit_on(wanted.kind, today, settings, closed, wanted=wanted.limit_on)
    if wanted.kind is PaperKind.CUTOFF_WARNING:
        first_day = dunning.cut_off_from(limit, closed)
        return CutoffWarning(**known, limit_on=limit, cut_off_from=first_day)
    sort = Reminder if wanted.kind is PaperKind.REMINDER else Demand
    return sort(**known, limit_on=limit)


def _decided(
    taken: Iterable[_Unpaid], today: dt.date, closed: Collection[dt.date]
) -> dict[str, Any]:
    """Which day was decided for the cut-off, and when; of several decisions the last."""
    decisions = (debt.dunned.decision for debt in taken)
    day, decided_on = max(
        (decision.execute_on, decision.decided_on)
        for decision in decisions
        if decision and decision.execute_on
    )
    execute_on = dunning.execution_on(day, today, closed)
    return {"limit_on": execute_on, "execute_on": execute_on, "decided_on": decided_on}


def _may_take(debt: _Unpaid, wanted: Wanted, head: NoticeHead, today: dt.date) -> bool:
    if wanted.debt_ids and debt.debt_id not in wanted.debt_ids:
        return False
    why_not = dunning.may_take(wanted.kind, debt.dunned, today=today, settings=head.settings)
    return why_not is None


def _bills(taken: Iterable[_Unpaid], head: NoticeHead, today: dt.date) -> tuple[BillAsked, ...]:
    """The bills with those debts alone, fees and interest reckoned to the day of issue."""
    found = []
    for _, group in groupby(taken, key=lambda debt: debt.bill.debt_ids):
        debts = tuple(group)
        asked = tuple(
            replace(
                debt.asked,
                fee_yen=dunning.fee_yen(head.kind, debt.dunned, head.settings),
                interest_yen=dunning.interest_yen(debt.dunned, today, head.settings),
            )
            for debt in debts
        )
        ids = tuple(debt.debt_id for debt in debts)
        found.append(replace(debts[0].bill, debts=asked, debt_ids=ids))
    return tuple(found)


def _unpaid_debts(session: Session, wanted: Wanted, today: dt.date) -> tuple[_Unpaid, ...]:
    bills = bills_asked(session, wanted.bill_ids or _overdue_bills(session, wanted, today), today)
    debts = {
        debt_id: (bill, debt)
        for bill in bills
        for debt_id, debt in zip(bill.debt_ids, bill.debts, strict=True)
    }
    asked = {debt_id: debt for debt_id, (_, debt) in debts.items()}
    dunned = _dunned(session, asked, wanted.kind, today)
    return tuple(
        _Unpaid(bill, debt_id, debt, dunned[debt_id]) for debt_id, (bill, debt) in debts.items()
    )


def _dunned(
    session: Session, debts: dict[int, DebtAsked], kind: PaperKind, today: dt.date
) -> dict[int, DunnedDebt]:
    """The debts as dunning sees them; what bears on cutting off alone is read for that alone."""
    taken = courses(session, kind, debts, today)
    spared = _spared(session, debts, today) if kind in dunning.CUTTING_OFF else {}
    found = {}
    for debt_id, debt in debts.items():
        course = taken.get(debt_id, Course())
        found[debt_id] = DunnedDebt(
            account=debt.account,
            unpaid_yen=debt.yen,
            due_on=debt.due_on,
            limitation_on=debt.limitation_on,
            steps=course.steps,
            spared=spared.get(debt_id),
            decision=course.decision,
            agreed_to=course.agreed_to,
        )
    return found


def _spared(session: Session, debt_ids: Iterable[int], today: dt.date) -> dict[int, Exclusion]:
    """For which debts no water is cut off, since they are in dispute or paid by instalments."""
    found: dict[int, Exclusion] = {}
    for debt_id, holds in held(session, debt_ids, today).items():
        kinds = {hold.kind for hold in holds}
        why = next((why for kind, why in _SPARED.items() if kind in kinds), None)
        if why is not None:
            found[debt_id] = why
    return found


def _overdue_bills(session: Session, wanted: Wanted, today: dt.date) -> tuple[int, ...]:
    asked = {"contract_id": wanted.contract_id, "today": today}
    return tuple(session.scalars(_past_due(), asked))


@functools.cache
def _past_due() -> Select[int]:
    """The bills of a contract with a debt past its due date, paid or not."""
    return (
        select(Bill.id)
        .join(Debt, Debt.bill_id == Bill.id)
        .where(
            Bill.contract_id == bindparam("contract_id", type_=Integer),
            Debt.due_on < TODAY,
        )
        .distinct()
        .order_by(Bill.id.desc())
        .limit(_MOST_BILLS)
    )
