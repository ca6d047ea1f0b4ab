"""What a payment certificate certifies: confirmed payments, account by account."""

from __future__ import annotations

import datetime as dt

from db.rules.certificate import CertifiedDebt
from db.rules.paper import PaperKind
from db.rules.words import Account
from tests.db.notice_help import JULY, MAY, SEPTEMBER, facts_of, refused
from tests.factories import Paid, add_bill, add_contract

KIND = PaperKind.CERTIFICATE


def day(month, number):
    return dt.date(2024, month, number)


def test_only_confirmed_payments_of_the_months_asked_for_are_certified(database):
    payments = (
        Paid(2000, day(7, 20)),
        Paid(799, day(8, 2)),
        Paid(2710, day(9, 17), account=Account.SEWERAGE, confirmed=False),
    )
    with database.writing() as session:
        contract_id = add_contract(session)
        add_bill(session, contract_id, MAY, paid_on=day(5, 20))
        add_bill(session, contract_id, JULY, payments=payments)
        add_bill(session, contract_id, SEPTEMBER)
    asked = {"since": day(6, 15), "until": day(8, 3), "purpose": "確定申告"}
    facts = facts_of(database, KIND, contract_id, **asked)
    assert (facts.since, facts.until) == (dt.date(2024, 6, 1), dt.date(2024, 8, 1))
    assert (facts.applicant, facts.purpose) == ("山田 花子", "確定申告")
    (bill,) = facts.bills
    assert (bill.month, bill.debts) == (
        JULY,
        (
            CertifiedDebt(Account.WATER, 2799, 254, 2799, day(8, 2)),
            CertifiedDebt(Account.SEWERAGE, 2710, 246, 0, None),
        ),
    )
    assert (facts.billed_yen, facts.paid_yen) == (5509, 2799)


def test_a_payment_confirmed_after_the_day_is_not_certified(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        add_bill(session, contract_id, JULY, paid_on=day(7, 20))
    assert facts_of(sqlite_database, KIND, contract_id, today=day(7, 23)).paid_yen == 5509
    refused(sqlite_database, KIND, contract_id, today=day(7, 22))


def test_twelve_months_are_certified_unless_others_are_asked_for(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        for month in (dt.date(2023, 9, 1), dt.date(2023, 11, 1), dt.date(2019, 3, 1)):
            add_bill(session, contract_id, month, paid_on=month.replace(day=20))
    facts = facts_of(sqlite_database, KIND, contract_id)
    assert (facts.since, facts.until) == (dt.date(2023, 10, 1), SEPTEMBER)
    assert [bill.month for bill in facts.bills] == [dt.date(2023, 11, 1)]
    since = dt.date(2019, 1, 1)
    older = facts_of(sqlite_database, KIND, contract_id, since=since)
    assert len(older.bills) == 3
    assert older.bills[0].month == dt.date(2019, 3, 1)


def test_what_was_paid_over_and_what_was_taken_back_is_not_certified(sqlite_database):
    twice = (Paid(2799, day(7, 20)), Paid(2799, day(7, 28)))
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        add_bill(session, contract_id, JULY, sewerage=False, payments=twice)
        wrong = {"corrected_on": day(9, 17)}
        add_bill(session, contract_id, SEPTEMBER, debt=wrong, paid_on=day(9, 12))
    facts = facts_of(sqlite_database, KIND, contract_id)
    (debt,) = [debt for bill in facts.bills for debt in bill.debts]
    assert (debt.paid_yen, debt.paid_on) == (2799, day(7, 20))


def test_nothing_is_certified_where_nothing_was_paid(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        add_bill(session, contract_id, JULY)
    refused(sqlite_database, KIND, contract_id)
    refused(sqlite_database, KIND, contract_id, since=day(9, 1), until=day(7, 1))
