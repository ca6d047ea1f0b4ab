"""Batches of notices: each notice once, its number without a gap, whatever happens meanwhile."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from functools import partial

import pytest
from sqlalchemy import func, select

from db.commands import batches
from db.commands.batch_items import issue_next
from db.errors import RuleBroken
from db.models import (
    AuditEvent,
    Batch,
    BatchItem,
    Contract,
    Document,
    DocumentDebt,
    DocumentFile,
    PrintEvent,
)
from db.queries.batches import batch_facts, bundles, items, left_out_totals
from db.queries.batches import batches as all_batches
from db.queries.documents import document_pdf
from db.rules.batch_totals import Sum
from db.rules.paper import BatchState, Exclusion, ItemState, PaperWay
from db.rules.words import Account, EventKind
from tests.batch_help import CRITERIA, ISSUER, NOW, TODAY, Office, bill_of, owing, typed
from tests.db.race import at_once
from tests.factories import Paid, add_payment, debt_of
from tests.protection_factories import add_protection

STEPS = (
    EventKind.BATCH_PLANNED,
    EventKind.BATCH_STARTED,
    EventKind.BATCH_CANCELLED,
    EventKind.BATCH_FINISHED,
)


@pytest.fixture
def office(database):
    office = Office(database)
    office.put("甲", "乙", "丙", "丁", "戊")
    return office


def facts(office, batch_id):
    with office.database.reading() as session:
        return batch_facts(session, batch_id)


def numbers(office):
    with office.database.reading() as session:
        found = session.scalars(select(Document.number).order_by(Document.id)).all()
    return [int(number.rpartition("-")[2]) for number in found]


def test_a_dry_run_writes_nothing(office):
    before = office.count(AuditEvent)
    assert len(office.dry_run().included) == 5
    assert [office.count(table) for table in (Batch, BatchItem, Document)] == [0, 0, 0]
    assert office.count(AuditEvent) == before


def test_a_plan_keeps_who_waits_and_who_was_left_out(office):
    with office.database.writing() as session:
        add_protection(session, _customer(session, owing(session, "支援")))
    found = facts(office, office.plan())
    assert (found.state, found.waiting.notices, found.left_out.notices) == (
        BatchState.PLANNED,
        5,
        1,
    )
    assert (found.waiting.water_yen, found.waiting.sewerage_yen) == (5 * 2799, 5 * 2710)
    assert (found.limit_on, found.bundle_size) == (dt.date(2024, 10, 8), 2)
    with office.database.reading() as session:
        assert left_out_totals(session, found.batch_id) == (
            (Exclusion.PROTECTED, Sum(1, 2799, 2710)),
        )
        assert [each.batch_id for each in all_batches(session)] == [found.batch_id]


def _customer(session, contract_id):
    return session.get_one(Contract, contract_id).customer_id


def test_the_same_key_plans_one_batch(office):
    key = str(uuid.uuid4())
    assert office.plan(key=key) == office.plan(key=key)
    assert office.count(Batch) == 1


def test_a_bundle_holds_its_notices_in_order_and_everything_about_them(office):
    batch_id = office.begin()
    office.issue_all(batch_id)
    found = facts(office, batch_id)
    assert (found.state, found.issued.notices) == (BatchState.DONE, 5)
    assert numbers(office) == [1, 2, 3, 4, 5]
    with office.database.reading() as session:
        made = bundles(session, batch_id)
        assert [(each.number, each.pages, each.sum.notices) for each in made] == [
            (1, 2, 2),
            (2, 2, 2),
            (3, 1, 1),
        ]
        assert made[0].first_number == "R-2024-000001"
        stored = document_pdf(session, made[1].document_id)
        assert stored.data == b"%PDF R-2024-000003\nR-2024-000004"
        places = [(each.first_page, each.pages) for each in items(session, batch_id)]
    assert places == [(1, 1), (2, 1), (1, 1), (2, 1), (1, 1)]
    assert office.count(DocumentDebt) == 10
    assert office.count(PrintEvent, way=PaperWay.BUNDLE) == 5
    assert office.count(AuditEvent, kind=EventKind.DOCUMENT_ISSUED) == 5


def test_what_is_issued_is_what_the_debts_owe_to_the_yen(office):
    batch_id = office.begin()
    total = office.issue_all(batch_id)
    with office.database.reading() as session:
        asked = session.scalar(
            select(func.sum(DocumentDebt.yen))
            .join(Document, Document.id == DocumentDebt.document_id)
            .where(Document.batch_id == batch_id)
        )
        with_fees = session.scalar(
            select(func.sum(Document.yen)).where(Document.batch_id == batch_id)
        )
        extra = session.scalar(select(func.sum(DocumentDebt.fee_yen + DocumentDebt.interest_yen)))
    assert total.yen == asked == 5 * 5509
    assert with_fees == asked + extra


def test_stopped_and_resumed_no_number_is_lost_or_given_twice(office):
    batch_id = office.begin()
    office.issue(batch_id)
    office.act(batches.cancel, batch_id)
    with pytest.raises(RuleBroken, match="not_running"):
        office.issue(batch_id)
    stopped = facts(office, batch_id)
    assert (stopped.state, stopped.issued.notices, stopped.waiting.notices) == (
        BatchState.CANCELLED,
        2,
        3,
    )
    office.act(batches.resume, batch_id)
    office.issue_all(batch_id)
    assert numbers(office) == [1, 2, 3, 4, 5]


def test_a_bundle_that_cannot_be_printed_leaves_nothing_behind(office):
    batch_id = office.begin()

    def jammed(notices):
        raise OSError("paper")

    with pytest.raises(OSError, match="paper"):
        office.issue(batch_id, render=jammed)
    assert [office.count(table) for table in (Document, DocumentFile, PrintEvent)] == [0, 0, 0]
    assert facts(office, batch_id).waiting.notices == 5
    office.issue_all(batch_id)
    assert numbers(office) == [1, 2, 3, 4, 5]


def test_a_batch_run_twice_sends_nothing_twice(office):
    office.issue_all(office.begin())
    assert office.dry_run().included == ()
    assert office.refused(batches.plan, CRITERIA, key=str(uuid.uuid4())) == "batch.nothing"


def test_of_two_batches_planned_at_once_one_sends(office):
    first, second = office.begin(), office.begin()
    office.issue_all(first)
    office.issue_all(second)
    found = facts(office, second)
    assert (found.issued.notices, found.left_out.notices) == (0, 5)
    with office.database.reading() as session:
        ((why, _),) = left_out_totals(session, second)
    assert why is Exclusion.ALREADY_SENT
    assert numbers(office) == [1, 2, 3, 4, 5]


def test_two_batches_that_run_at_the_same_moment_send_each_notice_once(office):
    both = [office.begin(), office.begin()]
    how = {"count": 5, "render": typed, "issuer": ISSUER, "by": office.by, "now": NOW}
    acts = [partial(issue_next, batch_id=number, **how) for number in both]
    at_once(office.database, *acts)
    assert office.count(Document) == 5
    assert numbers(office) == [1, 2, 3, 4, 5]


def test_who_paid_or_is_protected_since_the_plan_gets_nothing(office):
    batch_id = office.begin()
    with office.database.writing() as session:
        paid, hidden, part, *_ = items(session, batch_id)
        for item, accounts in ((paid, Account), (part, [Account.WATER])):
            for account in accounts:
                number = debt_of(session, bill_of(session, item.contract_id), account)
                yen = 2799 if account is Account.WATER else 2710
                add_payment(session, number, Paid(yen, TODAY))
        add_protection(session, hidden.customer_id)
    office.issue_all(batch_id)
    with office.database.reading() as session:
        first, second, third, *rest = items(session, batch_id)
    assert first.exclusion is Exclusion.PAID_MEANWHILE
    assert second.exclusion is Exclusion.PROTECTED
    assert (third.state, third.water_yen, third.sewerage_yen) == (ItemState.ISSUED, 0, 2710)
    assert {each.state for each in rest} == {ItemState.ISSUED}
    assert numbers(office) == [1, 2, 3]


def test_a_batch_changes_its_state_in_order_only(office):
    batch_id = office.plan()
    with pytest.raises(RuleBroken, match="not_running"):
        office.issue(batch_id)
    assert office.refused(batches.resume, batch_id) == "batch.not_stopped"
    assert office.refused(batches.finish, batch_id) == "batch.not_running"
    office.act(batches.start, batch_id)
    assert office.refused(batches.start, batch_id) == "batch.started"
    assert office.refused(batches.finish, batch_id) == "batch.waiting"
    office.act(batches.resume, batch_id)  # left by a program that ended at once
    office.issue_all(batch_id)
    office.act(batches.finish, batch_id)
    assert office.refused(batches.cancel, batch_id) == "batch.done"
    assert office.refused(batches.resume, batch_id) == "batch.not_stopped"
    assert office.refused(batches.start, 4711) == "batch.gone"


def test_the_audit_tells_of_every_step(office):
    batch_id = office.begin()
    office.issue(batch_id)
    office.act(batches.cancel, batch_id)
    office.act(batches.resume, batch_id)
    office.issue_all(batch_id)
    with office.database.reading() as session:
        told = session.execute(
            select(AuditEvent.kind, AuditEvent.facts)
            .where(AuditEvent.kind.in_(STEPS))
            .order_by(AuditEvent.id)
        ).all()
    steps = [(kind, json.loads(facts)["count"], json.loads(facts)["yen"]) for kind, facts in told]
    assert steps == [
        (EventKind.BATCH_PLANNED, 5, 27545),
        (EventKind.BATCH_STARTED, 5, 27545),
        (EventKind.BATCH_CANCELLED, 2, 11018),
        (EventKind.BATCH_STARTED, 3, 16527),
        (EventKind.BATCH_FINISHED, 5, 27545),
    ]
