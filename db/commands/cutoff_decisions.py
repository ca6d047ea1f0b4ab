"""Deciding (決裁) whether a contract's water is cut off after a warning: never by one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from db.commands.audit import record
from db.commands.permission import allow
from db.errors import RuleBroken
from db.models import CutoffDecision, Document
from db.queries.cutoff_decisions import WarningFacts, other_supervisor, warning_facts
from db.queries.protections import is_protected
from db.queries.settings import bureau_facts
from db.rules.due_dates import is_open_day
from db.rules.field_text import filled
from db.rules.periods import day_in_japan
from db.rules.permissions import Action
from db.rules.words import EventKind

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from db.commands.audit import Actor

LONGEST_REASON: Final = 500


def decide(
    session: Session,
    warning_id: int,
    *,
    approved: bool,
    execute_on: dt.date | None,
    reason: str,
    by: Actor,
    now: dt.datetime,
) -> int:
    """Decide on a warning whose limit has passed, and give the decision's id.

    Whoever planned the warning's batch does not decide on it as long as another supervisor works
    here; a bureau with one supervisor alone would otherwise never decide. Raises
    ``permission.denied``, ``cutoff.no_warning``, ``cutoff.limit_runs``, ``cutoff.paid``,
    ``cutoff.protected``, ``cutoff.own_warning``, ``cutoff.day``, ``cutoff.decided``, ``text.…``.
    """
    allow(session, by, Action.DECIDE_CUTOFF, now)
    today = day_in_japan(now)
    session.scalar(select(Document.id).where(Document.id == warning_id).with_for_update())
    warning = warning_facts(session, warning_id, today)
    _require_due(session, warning, today, approved=approved)
    if warning.planned_by == by.staff_id and other_supervisor(session, by.staff_id, now):
        raise RuleBroken("cutoff.own_warning", name=warning.planned_by_name)
    _require_day(session, execute_on, today, approved=approved)
    decision = CutoffDecision(
        contract_id=warning.contract_id,
        warning_id=warning_id,
        approved=int(approved),
        reason=filled("cutoff.reason", reason, LONGEST_REASON),
        decided_by=by.staff_id,
        decided_on=today,
        execute_on=execute_on,
    )
    _add(session, decision, warning)
    _record(session, decision, warning, by, now)
    return decision.id


def _add(session: Session, decision: CutoffDecision, warning: WarningFacts) -> None:
    session.add(decision)
    try:
        session.flush()
    except IntegrityError as error:  # somebody decided on it at another desk
        raise RuleBroken("cutoff.decided", number=warning.number) from error


def _require_due(
    session: Session, warning: WarningFacts, today: dt.date, *, approved: bool
) -> None:
    if warning.decided:
        raise RuleBroken("cutoff.decided", number=warning.number)
    if warning.limit_on >= today:
        raise RuleBroken("cutoff.limit_runs", limit_on=warning.limit_on)
    if approved and not warning.unpaid_yen:
        raise RuleBroken("cutoff.paid", number=warning.number)
    if approved and is_protected(session, warning.customer_id):
        raise RuleBroken("cutoff.protected", number=warning.number)


def _require_day(
    session: Session, execute_on: dt.date | None, today: dt.date, *, approved: bool
) -> None:
    # water is turned on again on working days only, so it is cut off on none but these
    closed = bureau_facts(session).extra_closed_days
    usable = execute_on is not None and execute_on > today and is_open_day(execute_on, closed)
    if usable if approved else execute_on is None:
        return
    raise RuleBroken("cutoff.day")


def _record(
    session: Session, decision: CutoffDecision, warning: WarningFacts, by: Actor, now: dt.datetime
) -> None:
    record(
        session,
        EventKind.CUTOFF_DECIDED,
        by=by,
        now=now,
        customer_id=warning.customer_id,
        contract_id=warning.contract_id,
        number=warning.number,
        yen=warning.unpaid_yen,
        execute_on=decision.execute_on.isoformat() if decision.execute_on else None,
        reason=decision.reason,
    )
