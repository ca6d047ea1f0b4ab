"""What the notices about money over say: refunded, or set off against which debt."""

from __future__ import annotations

import datetime as dt

from db.rules.overpayment_notices import CameIn, Overpaid
from db.rules.paper import PaperKind
from db.rules.words import Account, OverpaymentWay
from tests.db.notice_help import JULY, MAY, SEPTEMBER, facts_of, refused
from tests.factories import Paid, add_bill, add_contract, add_overpayment, debt_of

FOUND, BACK = dt.date(2024, 6, 18), dt.date(2024, 7, 9)


def add_over(session, bill_id, yen, found_on=FOUND, *, account=Account.WATER, **more):
    add_overpayment(session, debt_of(session, bill_id, account), yen, found_on, **more)


def test_what_has_not_gone_back_is_refunded_first(database):
    done = {"way": OverpaymentWay.REFUND, "settled_on": BACK}
    with database.writing() as session:
        contract_id = add_contract(session)
        may, july = (add_bill(session, contract_id, month) for month in (MAY, JULY))
        add_over(session, may, 500, **done)
        add_over(session, july, 2799, dt.date(2024, 8, 5))
        add_over(session, july, 2710, dt.date(2024, 8, 5), account=Account.SEWERAGE)
    facts = facts_of(database, PaperKind.REFUND, contract_id)
    assert (facts.yen, facts.open_yen) == (5509, 5509)
    assert [(over.account, over.yen, over.month) for over in facts.overpaid] == [
        (Account.WATER, 2799, JULY),
        (Account.SEWERAGE, 2710, JULY),
    ]
    assert {over.claimable_until for over in facts.overpaid} == {dt.date(2029, 8, 5)}
    of_may = facts_of(database, PaperKind.REFUND, contract_id, may)
    assert of_may.overpaid == (Overpaid(MAY, Account.WATER, 500, FOUND, BACK),)
    assert of_may.open_yen == 0


def test_what_was_set_off_is_told_with_the_debt_that_it_paid(database):
    done = {"way": OverpaymentWay.SET_OFF, "settled_on": dt.date(2024, 7, 18)}
    used = (Paid(1000, dt.date(2024, 7, 15)), Paid(1000, dt.date(2024, 7, 15), Account.SEWERAGE))
    with database.writing() as session:
        contract_id = add_contract(session)
        may = add_bill(session, contract_id, MAY, payments=(Paid(1000, FOUND),))
        add_bill(session, contract_id, JULY, payments=used)
        add_over(session, may, 1000, **done)
    facts = facts_of(database, PaperKind.SET_OFF, contract_id)
    (line,) = facts.lines
    assert line.over == Overpaid(MAY, Account.WATER, 1000, FOUND, dt.date(2024, 7, 18))
    assert line.against == CameIn(JULY, Account.WATER, 1000, dt.date(2024, 7, 15), 2799)
    assert facts.yen == 1000


def test_a_set_off_whose_debt_nobody_recorded_is_told_without_it(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        may = add_bill(session, contract_id, MAY)
        add_over(session, may, 700, way=OverpaymentWay.SET_OFF, settled_on=BACK)
    (line,) = facts_of(sqlite_database, PaperKind.SET_OFF, contract_id).lines
    assert (line.over.yen, line.against) == (700, None)


def test_what_nobody_can_claim_any_more_is_not_refunded(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        bill_id = add_bill(session, contract_id, SEPTEMBER)
        add_over(session, bill_id, 700, dt.date(2019, 9, 17))
    refused(sqlite_database, PaperKind.REFUND, contract_id)
    until = dt.date(2024, 9, 17)
    assert facts_of(sqlite_database, PaperKind.REFUND, contract_id, today=until).yen == 700


def test_without_money_over_there_is_nothing_to_refund_or_to_set_off(sqlite_database):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        add_bill(session, contract_id, JULY)
    refused(sqlite_database, PaperKind.REFUND, contract_id)
    refused(sqlite_database, PaperKind.SET_OFF, contract_id)
