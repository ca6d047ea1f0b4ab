"""What the notices about direct debit say, without ever an account number."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models import DebitAccount
from db.rules.debit_notices import DebitedFrom, UnpaidDebt
from db.rules.paper import PaperKind
from db.rules.words import Account, CollectionState, CustomerKind, PartyRole, PaymentMethod
from tests.db.notice_help import JULY, MAY, SEPTEMBER, facts_of, refused
from tests.factories import Paid, add_bill, add_contract, add_customer, add_party

FAILED = {"collection": CollectionState.FAILED, "collection_on": dt.date(2024, 7, 29)}
PLANNED = {"collection": CollectionState.PLANNED}


def add_debited(session, **more):
    contract_id = add_contract(session, payment_method=PaymentMethod.DEBIT, **more)
    session.add(DebitAccount(contract_id=contract_id, bank="百万石銀行", branch="香林坊支店"))
    return contract_id


@pytest.fixture
def contract_id(database):
    with database.writing() as session:
        return add_debited(session)


def test_debit_begins_with_the_first_bill_whose_debit_is_to_come(database, contract_id):
    with database.writing() as session:
        add_bill(session, contract_id, JULY, paid_on=dt.date(2024, 7, 20))
        add_bill(session, contract_id, SEPTEMBER, debt=PLANNED)
        add_party(session, contract_id, PartyRole.ACCOUNT_HOLDER)
    facts = facts_of(database, PaperKind.DEBIT_STARTED, contract_id)
    assert facts.account == DebitedFrom(
        "百万石銀行", "香林坊支店", "北村 一郎", CustomerKind.PERSON
    )
    assert (facts.from_month, facts.first_on) == (SEPTEMBER, dt.date(2024, 9, 28))


def test_what_failed_and_is_unpaid_is_told_account_by_account(database, contract_id):
    with database.writing() as session:
        paid = (Paid(1000, dt.date(2024, 8, 20)),)
        add_bill(session, contract_id, MAY, debt=FAILED, paid_on=dt.date(2024, 8, 1))
        july = add_bill(session, contract_id, JULY, debt=FAILED, payments=paid)
        add_bill(session, contract_id, SEPTEMBER, debt=PLANNED)
    facts = facts_of(database, PaperKind.DEBIT_FAILED, contract_id)
    (failed,) = facts.failed
    assert (failed.month, failed.tried_on) == (JULY, dt.date(2024, 7, 29))
    assert failed.unpaid == (UnpaidDebt(Account.WATER, 1799), UnpaidDebt(Account.SEWERAGE, 2710))
    assert facts.yen == failed.yen == 4509
    assert (facts.account.holder, facts.account.holder_kind) == ("山田 花子", CustomerKind.PERSON)
    assert facts_of(database, PaperKind.DEBIT_FAILED, contract_id, july) == facts


def test_a_company_may_hold_the_account(database, contract_id):
    with database.writing() as session:
        company = add_customer(session, "北村不動産㈱", kind=CustomerKind.COMPANY)
        add_party(session, contract_id, PartyRole.ACCOUNT_HOLDER, company)
    account = facts_of(database, PaperKind.DEBIT_STARTED, contract_id).account
    assert (account.holder, account.holder_kind) == ("北村不動産㈱", CustomerKind.COMPANY)


def test_debit_of_a_place_without_a_bill_to_come_begins_with_the_next_one(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_debited(session)
    facts = facts_of(sqlite_database, PaperKind.DEBIT_STARTED, contract_id)
    assert (facts.from_month, facts.first_on) == (SEPTEMBER, None)
    with sqlite_database.writing() as session:
        bill_id = add_bill(session, contract_id, SEPTEMBER, paid_on=dt.date(2024, 9, 12))
    facts = facts_of(sqlite_database, PaperKind.DEBIT_STARTED, contract_id)
    assert (facts.from_month, facts.first_on) == (dt.date(2024, 11, 1), None)
    named = facts_of(sqlite_database, PaperKind.DEBIT_STARTED, contract_id, bill_id)
    assert named.from_month == SEPTEMBER


def test_nobody_is_told_of_a_debit_that_is_not_made(sqlite_database):
    with sqlite_database.writing() as session:
        slip, nowhere = add_contract(session), add_contract(session, payment_method="debit")
        ended = add_debited(session, ended_on=dt.date(2024, 7, 10))
        add_bill(session, slip, JULY)
    for contract_id in (slip, nowhere, ended):
        refused(sqlite_database, PaperKind.DEBIT_STARTED, contract_id)
        refused(sqlite_database, PaperKind.DEBIT_FAILED, contract_id)


def test_a_debit_that_failed_is_told_even_if_the_bank_is_not_known(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session, payment_method=PaymentMethod.DEBIT)
        add_bill(session, contract_id, JULY, debt=FAILED)
    facts = facts_of(sqlite_database, PaperKind.DEBIT_FAILED, contract_id)
    assert (facts.account, facts.yen) == (None, 5509)
