"""To whom a notice goes, and what it asks for of each debt."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.models import Debt
from db.queries.bills_asked import bills_asked
from db.queries.notice_catalogue import FILLERS, facts_for
from db.queries.notice_head import notice_head
from db.rules.issuer import Issuer
from db.rules.notice_facts import Addressee, Use, Wanted
from db.rules.paper import PaperKind
from db.rules.words import (
    Account,
    CollectionState,
    CustomerKind,
    PartyRole,
    UsageClass,
)
from tests.factories import (
    Paid,
    add_bill,
    add_contract,
    add_customer,
    add_location,
    add_party,
    debt_of,
)

NOW = dt.datetime(2024, 9, 18, 1, 44, tzinfo=dt.UTC)
TODAY = dt.date(2024, 9, 18)
JULY, SEPTEMBER = dt.date(2024, 7, 1), dt.date(2024, 9, 1)
ISSUER = Issuer("金沢水道局", "", "料金センター", "", "佐藤", "")
HOME = "金沢市本町1丁目2番3号"


def head_of(database, contract_id, **more):
    facts = {"issuer": ISSUER, "issued_at": NOW} | more
    with database.reading() as session:
        return notice_head(session, PaperKind.REMINDER, contract_id, **facts)


def addressee_of(database, contract_id, **more):
    return head_of(database, contract_id, **more).addressee


@pytest.fixture
def parent(database):
    with database.writing() as session:
        return add_customer(session, "山田 太郎", postal_code="9218015", address="東力1丁目1番")


def test_a_notice_goes_to_the_user_at_the_place_of_use(database, contract_id):
    head = head_of(database, contract_id, number="R-2024-000001")
    assert head.addressee == Addressee("山田 花子", CustomerKind.PERSON, "9200853", HOME)
    numbers = head.use.customer_number, head.use.portal_number
    assert head.use == Use(*numbers, "山田 花子", HOME, UsageClass.HOUSEHOLD, CustomerKind.PERSON)
    assert (head.kind, head.number, head.issued_at) == (PaperKind.REMINDER, "R-2024-000001", NOW)


def test_a_user_who_moved_gets_it_where_they_live_now(database, parent):
    with database.writing() as session:
        contract_id = add_contract(session, parent, ended_on=dt.date(2024, 6, 30))
    assert addressee_of(database, contract_id).address == "東力1丁目1番"
    assert head_of(database, contract_id).use.address == HOME


def test_the_addressee_in_force_gets_it_and_not_the_user(database, contract_id, parent):
    with database.writing() as session:
        add_party(session, contract_id, PartyRole.OWNER)
        former = {"ended_on": TODAY - dt.timedelta(days=1)}
        add_party(session, contract_id, PartyRole.ADDRESSEE, **former)
        since = {"started_on": TODAY, "ended_on": TODAY}
        add_party(session, contract_id, PartyRole.ADDRESSEE, parent, **since)
    expected = Addressee("山田 太郎", CustomerKind.PERSON, "9218015", "東力1丁目1番")
    assert addressee_of(database, contract_id) == expected
    tomorrow = NOW + dt.timedelta(days=1)
    assert addressee_of(database, contract_id, issued_at=tomorrow).name == "山田 花子"


def test_an_addressee_without_an_address_of_their_own_gets_it_at_the_place(database, contract_id):
    with database.writing() as session:
        company = {"kind": CustomerKind.COMPANY}
        manager = add_customer(session, "北陸管理", "ホクリクカンリ", **company)
        add_party(session, contract_id, PartyRole.ADDRESSEE, manager)
    expected = Addressee("北陸管理", CustomerKind.COMPANY, "9200853", HOME)
    assert addressee_of(database, contract_id) == expected
    assert head_of(database, contract_id).use.user_kind is CustomerKind.PERSON


def test_the_day_of_a_notice_is_that_of_japan(database, contract_id, parent):
    with database.writing() as session:
        since = {"started_on": dt.date(2024, 9, 19)}
        add_party(session, contract_id, PartyRole.ADDRESSEE, parent, **since)
    evening_in_utc = dt.datetime(2024, 9, 18, 15, 0, tzinfo=dt.UTC)
    assert addressee_of(database, contract_id, issued_at=evening_in_utc).name == "山田 太郎"


def test_nobody_writes_about_a_contract_that_is_not_there(database):
    with pytest.raises(RuleBroken, match=r"contract\.gone"):
        head_of(database, 4711)


@pytest.mark.parametrize("kind", sorted(set(PaperKind) - set(FILLERS)))
def test_what_no_file_holds_is_no_kind_to_ask_for(database, contract_id, kind):
    with (
        database.reading() as session,
        pytest.raises(RuleBroken, match=r"notice\.no_such_kind"),
    ):
        facts_for(session, Wanted(kind, contract_id), issuer=ISSUER, now=NOW)


def asked(database, *bill_ids):
    with database.reading() as session:
        return bills_asked(session, bill_ids, TODAY)


def test_water_and_sewerage_are_asked_for_apart(database, contract_id):
    with database.writing() as session:
        bill_id = add_bill(session, contract_id)
        ids = debt_of(session, bill_id), debt_of(session, bill_id, Account.SEWERAGE)
    (bill,) = asked(database, bill_id, bill_id)
    water, sewerage = bill.debts
    assert (water.account, water.yen, water.tax_yen) == (Account.WATER, 2799, 254)
    assert (sewerage.account, sewerage.yen, sewerage.tax_yen) == (Account.SEWERAGE, 2710, 246)
    assert (water.tax_percent, water.due_on) == (10, dt.date(2024, 9, 28))
    assert (bill.month, bill.days, bill.whole_yen) == (SEPTEMBER, 62, 5509)
    assert (bill.debt_ids, bill.address) == (ids, HOME)


def test_the_oldest_bill_stands_first_wherever_it_is_from(database, customer_id, contract_id):
    with database.writing() as session:
        shop = add_location(session, "金沢市片町2丁目1番")
        other = add_contract(session, customer_id, shop)
        newest = add_bill(session, contract_id)
        oldest = add_bill(session, other, JULY)
    bills = asked(database, newest, oldest)
    assert [(bill.month, bill.address) for bill in bills] == [
        (JULY, "金沢市片町2丁目1番"),
        (SEPTEMBER, HOME),
    ]


def test_the_rest_of_a_part_payment_is_asked_for_and_what_is_paid_is_not(database, contract_id):
    with database.writing() as session:
        part = [Paid(1000, TODAY), Paid(2710, TODAY, Account.SEWERAGE)]
        bill_id = add_bill(session, contract_id, payments=part)
        paid = add_bill(session, contract_id, JULY, paid_on=TODAY)
    (bill,) = asked(database, bill_id, paid)
    assert [(debt.account, debt.yen, debt.billed_yen) for debt in bill.debts] == [
        (Account.WATER, 1799, 2799)
    ]


def test_nothing_is_asked_for_of_what_was_given_up_or_is_extinguished(database, contract_id):
    with database.writing() as session:
        over = {"limitation_on": TODAY - dt.timedelta(days=1)}
        old = add_bill(session, contract_id, JULY, debt=over)
        corrected = add_bill(session, contract_id, dt.date(2024, 5, 1))
        for account in Account:
            session.get_one(Debt, debt_of(session, corrected, account)).corrected_on = TODAY
        written_off = {"collection": CollectionState.WRITTEN_OFF, "collection_on": TODAY}
        given_up = add_bill(session, contract_id, dt.date(2024, 3, 1), debt=written_off)
    (bill,) = asked(database, old, corrected, given_up)
    assert [debt.account for debt in bill.debts] == [Account.WATER]  # until it is invoked (援用)
    assert asked(database) == ()
