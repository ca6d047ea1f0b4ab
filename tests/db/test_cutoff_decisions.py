"""Deciding on cut-offs: after the limit, by a second pair of eyes, and only then executed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from db.commands.audit import Actor
from db.commands.cutoff_decisions import decide
from db.errors import RuleBroken
from db.models import Contract, CutoffDecision, Debt, DocumentDebt
from db.queries.cutoff_decisions import undecided
from db.rules.batch_criteria import BatchCriteria
from db.rules.paper import Exclusion, PaperKind
from db.rules.words import CollectionState, Role
from tests.batch_help import NOW, TODAY, Office, bill_of, owing
from tests.document_factories import add_batch, add_document
from tests.factories import Paid, add_payment, add_staff, debt_of
from tests.protection_factories import add_protection

MONDAY = dt.date(2024, 9, 30)
EXECUTION = BatchCriteria(kind=PaperKind.CUTOFF_EXECUTION, issued_on=TODAY)


@pytest.fixture
def office(database):
    office = Office(database)
    with database.writing() as session:
        office.colleague = Actor(add_staff(session, role=Role.SUPERVISOR), "窓口8")
    return office


def warned(office, *, limit_on=dt.date(2024, 9, 17), planned_by=None):
    """A contract that was reminded, pressed and warned; gives the contract and the warning."""
    planner = planned_by or office.by.staff_id
    steps = (PaperKind.REMINDER, PaperKind.DEMAND, PaperKind.CUTOFF_WARNING)
    with office.database.writing() as session:
        contract_id = owing(session, month=dt.date(2024, 3, 1))
        customer_id = session.get_one(Contract, contract_id).customer_id
        debt_id = water(session, contract_id)
        batch = add_batch(session, planned_by=planner, kind=PaperKind.CUTOFF_WARNING)
        for days, kind in zip((90, 60, 20), steps, strict=True):
            issued_on = TODAY - dt.timedelta(days=days)
            dates = {"issued_on": issued_on, "limit_on": issued_on + dt.timedelta(days=14)}
            if kind is steps[-1]:
                dates |= {"limit_on": limit_on, "batch_id": batch}
            whose = (customer_id, contract_id)
            paper = add_document(session, *whose, issued_by=planner, kind=kind, **dates)
            session.add(DocumentDebt(document_id=paper, debt_id=debt_id, yen=2799))
    return contract_id, paper


def water(session, contract_id):
    return debt_of(session, bill_of(session, contract_id))


def decided(office, warning, *, by=None, approved=True, execute_on=MONDAY, reason="分納不履行"):
    facts = {"approved": approved, "execute_on": execute_on, "reason": reason}
    with office.database.writing() as session:
        return decide(session, warning, **facts, by=by or office.colleague, now=NOW)


def refusal(office, *given, **named):
    with pytest.raises(RuleBroken) as broken:
        decided(office, *given, **named)
    return broken.value.code


def waiting(office):
    with office.database.reading() as session:
        return [each.document_id for each in undecided(session, TODAY)]


def test_without_a_decision_no_water_is_cut_off(office):
    contract_id, warning = warned(office)
    (out,) = office.dry_run(EXECUTION).left_out
    assert (out.contract_id, out.exclusion) == (contract_id, Exclusion.NOT_DECIDED)
    decided(office, warning)
    (notice,) = office.dry_run(EXECUTION).included
    assert (notice.contract_id, notice.sum.water_yen, notice.sum.sewerage_yen) == (
        contract_id,
        2799,
        0,
    )


def test_a_refused_cut_off_is_none(office):
    _, warning = warned(office)
    decided(office, warning, approved=False, execute_on=None)
    (out,) = office.dry_run(EXECUTION).left_out
    assert out.exclusion is Exclusion.NOT_DECIDED
    assert waiting(office) == []


def test_no_batch_cuts_off_who_pays_by_instalments(office):
    contract_id, warning = warned(office)
    decided(office, warning)
    with office.database.writing() as session:
        session.get_one(Debt, water(session, contract_id)).collection = CollectionState.INSTALMENTS
    everybody = replace(EXECUTION, exclude=frozenset({Exclusion.PROTECTED}))
    (out,) = office.dry_run(everybody).left_out
    assert (out.contract_id, out.exclusion) == (contract_id, Exclusion.INSTALMENTS)


def test_who_keeps_the_water_is_warned_again_later(office):
    contract_id, warning = warned(office)
    decided(office, warning, approved=False, execute_on=None)
    again = BatchCriteria(kind=PaperKind.CUTOFF_WARNING, issued_on=TODAY)
    (out,) = office.dry_run(again).left_out
    assert out.exclusion is Exclusion.STEP_NOT_REACHED
    (notice,) = office.dry_run(replace(again, issued_on=TODAY + dt.timedelta(days=15))).included
    assert (notice.contract_id, notice.sum.water_yen) == (contract_id, 2799)


def test_a_warning_waits_until_it_is_decided_on(office):
    _, warning = warned(office)
    warned(office, limit_on=TODAY)  # still runs
    assert waiting(office) == [warning]
    with office.database.reading() as session:
        (told,) = undecided(session, TODAY)
    assert (told.asked_yen, told.unpaid_yen, told.planned_by) == (2799, 2799, office.by.staff_id)
    decided(office, warning)
    assert waiting(office) == []
    assert refusal(office, warning) == "cutoff.decided"


def test_who_planned_the_warning_does_not_decide_on_it(office):
    _, warning = warned(office)
    assert refusal(office, warning, by=office.by) == "cutoff.own_warning"
    assert office.count(CutoffDecision) == 0


def test_where_one_supervisor_works_alone_they_decide(sqlite_database):
    office = Office(sqlite_database)
    with sqlite_database.writing() as session:
        left = {"left_on": TODAY, "role": Role.SUPERVISOR}
        add_staff(session, **left)
    _, warning = warned(office)
    assert decided(office, warning, by=office.by)


@pytest.mark.parametrize("day", [None, TODAY, dt.date(2024, 9, 28), dt.date(2024, 9, 23)], ids=str)
def test_water_is_cut_off_on_a_day_of_work_to_come(sqlite_database, day):
    office = Office(sqlite_database)
    _, warning = warned(office)
    assert refusal(office, warning, by=office.by, execute_on=day) == "cutoff.day"


def test_what_is_no_reason_any_more_is_not_approved(office):
    contract_id, warning = warned(office)
    sheltered, hidden = warned(office)
    _, running = warned(office, limit_on=TODAY)
    with office.database.writing() as session:
        add_payment(session, water(session, contract_id), Paid(2799, TODAY))
        add_protection(session, session.get_one(Contract, sheltered).customer_id)
    assert refusal(office, warning) == "cutoff.paid"
    assert refusal(office, hidden) == "cutoff.protected"
    assert refusal(office, running) == "cutoff.limit_runs"
    assert refusal(office, 4711) == "cutoff.no_warning"
    assert waiting(office) == []
    assert decided(office, warning, approved=False, execute_on=None)
