"""What is fetched and kept for the room of batches, on another thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.errors import RuleBroken
from db.queries.batch_addressees import recipients
from db.queries.batch_candidates import batch_candidates
from db.queries.batch_limit import limit_of
from db.queries.offices import offices
from db.queries.settings import bureau_facts
from db.queries.staff_accounts import office_of
from db.rules.batch_criteria import require_usable
from db.rules.paper import Exclusion
from db.rules.permissions import Action, require
from desktop.notices.lettering import unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from db.queries.batch_addressees import Recipient
    from db.queries.batch_candidates import BatchPlan, Candidate, LeftOut
    from db.queries.offices import OfficeFacts
    from db.rules.batch_criteria import BatchCriteria
    from db.rules.batch_totals import Sum
    from desktop.desk import Desk


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices to choose from, and that of whoever works at the desk."""

    every: tuple[OfficeFacts, ...]
    own: int


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A notice that would be sent, at its place in posting order."""

    position: int
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """What would be left out of a contract for one reason; nobody is named who is protected."""

    out: LeftOut
    customer_number: str
    name: str


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a batch would be: its criteria completed, its notices, and what to look at first.

    ``unprintable`` are letters that no font of the paper has; ``without_code`` counts addresses
    without a postal code.
    """

    criteria: BatchCriteria
    office: OfficeFacts
    total: Sum
    left_out_totals: tuple[tuple[Exclusion, Sum], ...]
    planned: tuple[PlannedLine, ...]
    left_out: tuple[LeftOutLine, ...]
    unprintable: tuple[str, ...]
    without_code: int


def known_offices(session: Session, *, staff_id: int) -> Offices:
    """The offices, and the one a member of the staff works at."""
    return Offices(offices(session), office_of(session, staff_id))


def dry_run(session: Session, *, desk: Desk, criteria: BatchCriteria) -> DryRun:
    """Look what a batch would be; nothing is written.

    Raises ``permission.denied``, ``batch.…``, ``office.gone``, ``dunning.limit_too_early`` and
    ``due.never_open``.
    """
    require(desk.staff.role, Action.RUN_BATCH)
    require_usable(criteria, desk.today)
    office_id = criteria.office_id or office_of(session, desk.staff.id)
    office = next((each for each in offices(session) if each.office_id == office_id), None)
    if office is None:
        raise RuleBroken("office.gone", office_id=office_id)
    seen_to = criteria.seen_to or bureau_facts(session).payments_seen_to
    limit = limit_of(session, criteria)
    whole = replace(criteria, office_id=office_id, limit_on=limit, seen_to=seen_to)
    require_usable(whole, desk.today)
    plan = batch_candidates(session, whole, desk.today)
    planned = tuple(PlannedLine(at, each) for at, each in enumerate(plan.included, 1))
    return DryRun(
        criteria=whole,
        office=office,
        total=plan.total,
        left_out_totals=plan.left_out_totals,
        planned=planned,
        left_out=_left_out_lines(session, desk, plan),
        unprintable=_unprintable(each.recipient for each in plan.included),
        without_code=sum(not each.recipient.to.postal_code for each in plan.included),
    )


def _left_out_lines(session: Session, desk: Desk, plan: BatchPlan) -> tuple[LeftOutLine, ...]:
    on = max(desk.today, plan.criteria.issued_on)
    whose = recipients(session, dict.fromkeys(each.contract_id for each in plan.left_out), on)
    shielded = {each.customer_id for each in plan.left_out if each.exclusion is Exclusion.PROTECTED}
    return tuple(
        LeftOutLine(
            each,
            whose[each.contract_id].use.customer_number,
            "" if each.customer_id in shielded else whose[each.contract_id].to.name,
        )
        for each in plan.left_out
    )


def _unprintable(whose: Iterable[Recipient]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for each in whose:
        for text in (each.to.name, each.to.address, each.use.user_name):
            found.update(dict.fromkeys(unprintable(text)))
    return tuple(found)
