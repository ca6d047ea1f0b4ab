"""What a batch is planned by: what makes no sense plans nothing."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.commands import batches
from db.errors import RuleBroken
from db.models import Batch, BatchItem, Contract, Document
from db.queries.batches import batch_facts, left_out_totals
from db.rules.batch_totals import Sum
from db.rules.paper import BatchState, Exclusion, ItemState, PaperKind
from tests.batch_help import CRITERIA, Office, bill_of, owing, typed
from tests.document_factories import add_batch
from tests.factories import debt_of
from tests.protection_factories import add_hold


def _facts(office, batch_id):
    with office.database.reading() as session:
        return batch_facts(session, batch_id)


def _customer(session, contract_id):
    return session.get_one(Contract, contract_id).customer_id


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"kind": PaperKind.CERTIFICATE}, "batch.kind"),
        ({"office_id": 4711}, "office.gone"),
        ({"minimum_yen": 10**6}, "batch.nothing"),
    ],
)
def test_criteria_that_make_no_sense_plan_nothing(sqlite_database, more, code):
    office = Office(sqlite_database)
    office.put("甲")
    key = str(uuid.uuid4())
    assert office.refused(batches.plan, replace(CRITERIA, **more), key=key) == code
    assert office.count(Batch) == 0


def test_what_is_left_out_is_kept_as_the_plan_told_it(sqlite_database):
    office = Office(sqlite_database)
    gone = {"limitation_on": dt.date(2024, 9, 17)}
    with sqlite_database.writing() as session:
        owing(session, "甲", debt=gone)  # the water is still asked for
        both = owing(session, "乙", debt=gone)  # and here it is in dispute
        water = debt_of(session, bill_of(session, both))
        add_hold(session, _customer(session, both), debt_id=water)
    told = office.dry_run()
    batch_id = office.begin()
    with sqlite_database.reading() as session:
        kept = left_out_totals(session, batch_id)
    assert kept == told.left_out_totals
    assert dict(kept) == {
        Exclusion.EXTINGUISHED: Sum(2, 0, 5420),
        Exclusion.DISPUTE: Sum(1, 2799, 0),
    }
    assert _facts(office, batch_id).left_out == Sum(3, 2799, 5420)


def test_a_paper_dated_ahead_says_so(sqlite_database):
    office = Office(sqlite_database)
    office.put("甲")
    monday = dt.date(2024, 9, 23)
    seen = []

    def looked_at(notices):
        seen.extend(notices)
        return typed(notices)

    batch_id = office.begin(replace(CRITERIA, issued_on=monday))
    office.issue(batch_id, render=looked_at)
    (notice,) = seen
    assert notice.head.issued_at.date() == monday
    with office.database.reading() as session:
        assert session.scalar(select(Document.issued_on)) == monday


def test_what_cannot_be_read_of_a_batch_is_not_guessed(sqlite_database):
    office = Office(sqlite_database)
    with sqlite_database.writing() as session:
        number = add_batch(session, planned_by=office.by.staff_id, state=BatchState.RUNNING)
    assert _facts(office, number).criteria is None
    with office.database.writing() as session:
        contract_id = owing(session)
        whose = {"customer_id": _customer(session, contract_id), "contract_id": contract_id}
        waiting = {"position": 1, "state": ItemState.WAITING}
        session.add(BatchItem(batch_id=number, **whose, **waiting))
    with pytest.raises(RuleBroken, match="unreadable"):
        office.issue(number)
