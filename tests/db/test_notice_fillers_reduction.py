"""What the notice of a reduction says, from the bill taken back and the one in its place."""

from __future__ import annotations

import datetime as dt

import pytest

from db.rules.paper import PaperKind
from db.rules.reduction_notice import Ground
from db.rules.words import Account, MeterStatus
from tests.db.notice_help import JULY, SEPTEMBER, facts_of, refused
from tests.factories import Paid, add_bill, add_contract, add_reading

KIND = PaperKind.REDUCTION
DECIDED = dt.date(2024, 8, 12)


def add_corrected(session, contract_id, before_m3, after_m3, *, reading=None, month=JULY, **more):
    """A bill of so many m³ taken back, and one for fewer in its place; gives both."""
    read = {"usage_m3": before_m3} | (reading or {})
    reading_id = add_reading(session, contract_id, month.replace(day=10), **read)
    same = {"reading_id": reading_id}
    wrong = {"corrected_on": DECIDED}
    old = add_bill(session, contract_id, month, usage_m3=before_m3, debt=wrong, **same, **more)
    new = add_bill(session, contract_id, month, usage_m3=after_m3, sequence=2, **same)
    return old, new


def test_half_a_leak_is_taken_off_water_and_sewerage(database):
    with database.writing() as session:
        contract_id = add_contract(session)
        leak = {"status_code": MeterStatus.LEAK}
        paid = (Paid(3000, dt.date(2024, 7, 20)),)
        old, new = add_corrected(session, contract_id, 40, 21, reading=leak, payments=paid)
        add_bill(session, contract_id, SEPTEMBER)
    facts = facts_of(database, KIND, contract_id)
    assert (facts.ground, facts.month, facts.decided_on) == (Ground.LEAK, JULY, DECIDED)
    water, sewerage = facts.accounts
    assert (water.account, water.before_m3, water.after_m3) == (Account.WATER, 40, 21)
    assert (water.before_yen, water.after_yen, water.yen) == (4994, 2799, 2195)
    assert (sewerage.before_yen, sewerage.after_yen, sewerage.yen) == (5302, 2710, 2592)
    assert (facts.yen, facts.after_yen, facts.paid_yen) == (4787, 5509, 3000)
    assert facts.due_on == dt.date(2024, 7, 28)
    assert facts_of(database, KIND, contract_id, old) == facts
    assert facts_of(database, KIND, contract_id, new) == facts


@pytest.mark.parametrize(
    ("read_m3", "ground"), [(21, Ground.MISREADING), (40, Ground.OTHER), (50, Ground.OTHER)]
)
def test_the_reading_tells_why_a_bill_was_made_lower(sqlite_database, read_m3, ground):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        add_corrected(session, contract_id, 40, 21, reading={"usage_m3": read_m3})
    assert facts_of(sqlite_database, KIND, contract_id).ground is ground


def test_a_bill_made_higher_or_taken_back_for_nothing_is_no_reduction(sqlite_database):
    with sqlite_database.writing() as session:
        higher, gone, usual = (add_contract(session) for _ in range(3))
        add_corrected(session, higher, 21, 40)
        add_bill(session, gone, JULY, debt={"corrected_on": DECIDED})
        add_bill(session, usual, JULY)
    for contract_id in (higher, gone, usual):
        refused(sqlite_database, KIND, contract_id)


def test_a_reduction_is_told_from_the_day_it_was_decided(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        add_corrected(session, contract_id, 40, 21)
    refused(sqlite_database, KIND, contract_id, today=dt.date(2024, 8, 11))
    assert facts_of(sqlite_database, KIND, contract_id, today=DECIDED).yen == 4787
