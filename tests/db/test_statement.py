"""What a usage and payment statement tells of a contract's bills."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.queries.notice_fillers.statement import fill
from db.queries.notice_head import notice_head
from db.rules.issuer import Issuer
from db.rules.notice_facts import Wanted
from db.rules.paper import PaperKind
from db.rules.periods import months_before
from db.rules.words import Account, PaymentState
from tests.factories import Paid, add_bill, add_contract, add_setting

NOW = dt.datetime(2024, 9, 18, 1, 44, tzinfo=dt.UTC)
TODAY, SEPTEMBER = dt.date(2024, 9, 18), dt.date(2024, 9, 1)
ISSUER = Issuer("金沢市企業局", "", "料金センター", "", "佐藤", "")


@pytest.fixture
def contract_id(database):
    """Three years of bills, more used every year, all paid but the last two."""
    with database.writing() as session:
        contract_id = add_contract(session)
        for count in range(18):
            month = months_before(SEPTEMBER, 2 * count)
            paid_on = month.replace(day=25) if count > 1 else None
            add_bill(session, contract_id, month, usage_m3=40 - count, paid_on=paid_on)
        add_setting(session, "delivery.payments_seen_to", "2024-09-17")
        return contract_id


def statement(database, contract_id, **wanted):
    asked = Wanted(PaperKind.STATEMENT, contract_id, **wanted)
    with database.reading() as session:
        head = notice_head(session, asked.kind, contract_id, issuer=ISSUER, issued_at=NOW)
        return fill(session, asked, head, TODAY)


def test_two_years_are_told_the_oldest_bill_first(database, contract_id):
    told = statement(database, contract_id)
    assert (told.since, told.until) == (dt.date(2022, 10, 1), SEPTEMBER)
    assert [bill.month for bill in told.bills] == [
        months_before(SEPTEMBER, 2 * count) for count in reversed(range(12))
    ]
    first, last = told.bills[0], told.bills[-1]
    assert (first.state, first.paid_on) == (PaymentState.PAID, dt.date(2022, 11, 25))
    assert (last.usage_m3, last.days, last.state, last.paid_on) == (
        40,
        62,
        PaymentState.NOT_DUE,
        None,
    )
    assert (last.water_yen, last.sewerage_yen, last.yen) == (4994, 5302, 10296)
    assert told.bills[-2].state is PaymentState.OVERDUE
    assert told.payments_seen_to == dt.date(2024, 9, 17)


def test_the_sums_are_those_of_the_bills(database, contract_id):
    told = statement(database, contract_id)
    assert told.usage_m3 == sum(range(29, 41))
    assert told.yen == told.water_yen + told.sewerage_yen == sum(b.yen for b in told.bills)


def test_each_period_stands_beside_the_same_one_of_the_year_before(database):
    with database.writing() as session:
        contract_id = add_contract(session)
        for month, m3 in ((dt.date(2024, 9, 1), 30), (dt.date(2023, 9, 1), 20)):
            add_bill(session, contract_id, month, usage_m3=m3)
        add_bill(session, contract_id, dt.date(2024, 7, 1), usage_m3=25)
    pairs = statement(database, contract_id).pairs()
    assert [(p.month.month, p.m3, p.before_m3) for p in pairs] == [(7, 25, None), (9, 30, 20)]


def test_other_months_may_be_wanted(database, contract_id):
    wanted = {"since": dt.date(2021, 11, 20), "until": dt.date(2022, 3, 31)}
    told = statement(database, contract_id, **wanted)
    months = [(bill.month.year, bill.month.month) for bill in told.bills]
    assert months == [(2021, 11), (2022, 1), (2022, 3)]


def test_what_was_corrected_away_or_may_not_be_collected_is_left_out(database):
    with database.writing() as session:
        contract_id = add_contract(session)
        gone = {"corrected_on": TODAY}
        add_bill(session, contract_id, dt.date(2024, 7, 1), usage_m3=99, debt=gone)
        late = {"limitation_on": dt.date(2024, 9, 17)}
        add_bill(session, contract_id, dt.date(2024, 5, 1), debt=late)
        paid = (Paid(1000, dt.date(2024, 9, 2), account=Account.WATER),)
        add_bill(session, contract_id, SEPTEMBER, payments=paid)
    may, september = statement(database, contract_id).bills
    assert (may.water_yen, may.sewerage_yen, may.state) == (2799, None, PaymentState.OVERDUE)
    assert (september.state, september.paid_on) == (PaymentState.PART_PAID, None)


def test_without_a_bill_there_is_nothing_to_write_about(database):
    with database.writing() as session:
        contract_id = add_contract(session)
    with pytest.raises(RuleBroken) as refused:
        statement(database, contract_id)
    assert (refused.value.code, refused.value.facts) == (
        "notice.nothing",
        {"kind": PaperKind.STATEMENT},
    )
