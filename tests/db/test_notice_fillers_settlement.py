"""What a final settlement says of a use of water that has ended."""

from __future__ import annotations

import datetime as dt

from db.rules.final_settlement import EarlierUnpaid
from db.rules.paper import PaperKind
from db.rules.words import Account, PaymentMethod
from tests.db.notice_help import JULY, MAY, facts_of, refused
from tests.factories import Paid, add_bill, add_contract, add_overpayment, debt_of

KIND = PaperKind.FINAL_SETTLEMENT
ENDED = dt.date(2024, 7, 25)


def test_the_last_bill_is_settled_beside_what_is_unpaid_of_earlier_ones(database):
    with database.writing() as session:
        contract_id = add_contract(session, ended_on=ENDED)
        march = add_bill(session, contract_id, dt.date(2024, 3, 1), paid_on=dt.date(2024, 3, 20))
        over = debt_of(session, march)
        add_overpayment(session, over, 300, dt.date(2024, 3, 28))
        paid = (Paid(2710, dt.date(2024, 5, 20), Account.SEWERAGE),)
        add_bill(session, contract_id, MAY, payments=paid)
        last = {"to_on": ENDED, "from_on": dt.date(2024, 5, 10)}
        add_bill(session, contract_id, JULY, payments=(Paid(2799, dt.date(2024, 8, 1)),), **last)
    facts = facts_of(database, KIND, contract_id)
    assert (facts.ended_on, facts.read.read_on, facts.read.days) == (ENDED, ENDED, 76)
    assert (facts.month, facts.read.usage_m3, facts.method) == (JULY, 21, PaymentMethod.SLIP)
    assert [(debt.account, debt.paid_yen, debt.unpaid_yen) for debt in facts.debts] == [
        (Account.WATER, 2799, 0),
        (Account.SEWERAGE, 0, 2710),
    ]
    assert facts.earlier == (EarlierUnpaid(MAY, Account.WATER, 2799, dt.date(2024, 5, 28)),)
    assert (facts.billed_yen, facts.paid_yen, facts.last_unpaid_yen) == (5509, 2799, 2710)
    assert (facts.unpaid_yen, facts.overpaid_yen) == (5509, 300)
    assert facts.due_on == dt.date(2024, 7, 28)


def test_nothing_is_settled_before_the_end_or_before_its_bill(sqlite_database):
    with sqlite_database.writing() as session:
        running, unread = add_contract(session), add_contract(session, ended_on=ENDED)
        add_bill(session, running, JULY)
        add_bill(session, unread, JULY)
    refused(sqlite_database, KIND, running)
    refused(sqlite_database, KIND, unread)
