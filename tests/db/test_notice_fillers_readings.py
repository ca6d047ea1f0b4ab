"""What a reading notice says, from the reading, its bill, and the debits before it."""

from __future__ import annotations

import datetime as dt

from db.rules.paper import PaperKind
from db.rules.reading_notice import LastDebit
from db.rules.words import Account, CollectionState, Drainage, MeterStatus, PaymentMethod
from tests.db.notice_help import JULY, SEPTEMBER, facts_of, refused
from tests.factories import add_bill, add_contract, add_reading

KIND = PaperKind.READING_NOTICE
LAST_YEAR = dt.date(2023, 9, 1)


def test_the_newest_reading_is_told_with_its_bill_and_the_year_before(database):
    with database.writing() as session:
        contract_id = add_contract(session)
        add_bill(session, contract_id, LAST_YEAR, usage_m3=33)
        add_bill(session, contract_id, JULY, usage_m3=40)
        reading = {"previous_value": 3067, "current_value": 3088, "status_code": MeterStatus.LEAK}
        add_bill(session, contract_id, SEPTEMBER, reading=reading, settled_m3=-3)
    facts = facts_of(database, KIND, contract_id)
    read = facts.read
    assert (read.read_on, read.days, read.usage_m3) == (dt.date(2024, 9, 10), 62, 21)
    assert (read.previous_value, read.current_value, read.old_meter_m3) == (3067, 3088, 0)
    assert (read.status, read.estimated, read.settled_m3) == (MeterStatus.LEAK, False, -3)
    assert [(each.account, each.yen, each.tax_yen) for each in facts.expected] == [
        (Account.WATER, 2799, 254),
        (Account.SEWERAGE, 2710, 246),
    ]
    assert (facts.yen, facts.last_year_m3, facts.due_on) == (5509, 33, dt.date(2024, 9, 28))
    assert facts.next_reading_about == dt.date(2024, 11, 10)
    assert (facts.method, facts.last_debit) == (PaymentMethod.SLIP, None)


def test_a_reading_that_is_not_billed_yet_is_priced_by_the_tariff_of_its_day(database):
    with database.writing() as session:
        contract_id = add_contract(session, drainage=Drainage.NONE)
        add_bill(session, contract_id, JULY)
        missed = {"current_value": None, "status_code": MeterStatus.SNOW}
        add_reading(session, contract_id, dt.date(2024, 9, 12), usage_m3=21, **missed)
    facts = facts_of(database, KIND, contract_id)
    assert facts.read.estimated
    assert (facts.read.from_on, facts.read.days) == (dt.date(2024, 7, 10), 64)
    assert [(each.account, each.yen) for each in facts.expected] == [(Account.WATER, 2799)]
    assert facts.due_on is None


def test_the_last_debit_is_told_as_it_went(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session, payment_method=PaymentMethod.DEBIT)
        failed = {"collection": CollectionState.FAILED, "collection_on": dt.date(2024, 7, 29)}
        july = add_bill(session, contract_id, JULY, debt=failed)
        add_bill(session, contract_id, SEPTEMBER)
    facts = facts_of(sqlite_database, KIND, contract_id)
    assert facts.last_debit == LastDebit(JULY, dt.date(2024, 7, 29), 5509, succeeded=False)
    assert facts_of(sqlite_database, KIND, contract_id, july).last_debit is None


def test_the_notice_of_a_corrected_reading_tells_the_bill_that_is_owed(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        wrong = {"corrected_on": dt.date(2024, 9, 17)}
        old = add_bill(session, contract_id, SEPTEMBER, usage_m3=121, debt=wrong)
        reading_id = add_reading(session, contract_id, dt.date(2024, 9, 11))
        new = {"reading_id": reading_id, "sequence": 2}
        add_bill(session, contract_id, SEPTEMBER, usage_m3=21, **new)
    assert facts_of(sqlite_database, KIND, contract_id).yen == 5509
    refused(sqlite_database, KIND, contract_id, old)


def test_a_contract_that_was_never_read_has_no_reading_notice(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
    refused(sqlite_database, KIND, contract_id)
