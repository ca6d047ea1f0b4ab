"""A dunning notice is about the debts that its step may be taken for, and no others."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.models import Contract, Debt
from db.queries.dunning_steps import decisions_about, steps_taken
from db.queries.holds import agreements_over
from db.queries.notice_catalogue import facts_for
from db.rules.contact_words import HoldKind
from db.rules.dunning import Decision
from db.rules.dunning_notice import CutoffExecution, CutoffWarning, Demand, Reminder
from db.rules.issuer import Issuer
from db.rules.notice_facts import Wanted
from db.rules.paper import DUNNING
from db.rules.paper_settings import PaperSettings
from db.rules.words import Account
from tests.dunning_factories import add_decision, add_step
from tests.factories import Paid, add_bill, add_contract, add_setting, add_staff, debt_of
from tests.protection_factories import add_hold

REMINDER, DEMAND, WARNING, EXECUTION = DUNNING
WATER, SEWERAGE = Account
ISSUER = Issuer("金沢市企業局", "", "料金センター", "", "佐藤", "")
MARCH, MAY = dt.date(2024, 3, 1), dt.date(2024, 5, 1)
NOW = dt.datetime(2024, 9, 18, 1, 44, tzinfo=dt.UTC)
TODAY = dt.date(2024, 9, 18)


@pytest.fixture
def clerk(database):
    with database.writing() as session:
        return add_staff(session)


@pytest.fixture
def contract_id(database):
    with database.writing() as session:
        return add_contract(session)


def bill(database, contract_id, month=MAY, **more):
    with database.writing() as session:
        return add_bill(session, contract_id, month, **more)


def stepped(database, bill_id, by, *steps, **more):
    """Those steps, a month apart, the last of them with its limit in August."""
    first = dt.date(2024, 8, 10) - dt.timedelta(days=30 * len(steps))
    with database.writing() as session:
        return [
            add_step(
                session, bill_id, kind, by=by, issued_on=first + dt.timedelta(days=30 * n), **more
            )
            for n, kind in enumerate(steps)
        ]


def written(database, kind, contract_id, **more):
    settings = more.pop("settings", None)
    with database.reading() as session:
        wanted = Wanted(kind, contract_id, **more)
        return facts_for(session, wanted, issuer=ISSUER, now=NOW, settings=settings)


def asked(notice):
    return [(each.month, debt.account) for each in notice.bills for debt in each.debts]


def nothing(database, kind, contract_id, **more):
    with pytest.raises(RuleBroken) as caught:
        written(database, kind, contract_id, **more)
    return caught.value.code == "notice.nothing" and caught.value.facts["kind"] is kind


def test_a_reminder_asks_for_what_is_overdue_and_not_reminded_of(database, contract_id, clerk):
    reminded = bill(database, contract_id, MARCH)
    bill(database, contract_id, MAY)
    bill(database, contract_id, dt.date(2024, 7, 1), paid_on=dt.date(2024, 7, 20))
    bill(database, contract_id, dt.date(2024, 9, 1))  # not due yet
    stepped(database, reminded, clerk, REMINDER)
    with database.writing() as session:
        add_setting(session, "delivery.payments_seen_to", "2024-09-13")
    notice = written(database, REMINDER, contract_id)
    assert type(notice) is Reminder
    assert asked(notice) == [(MAY, WATER), (MAY, SEWERAGE)]
    assert (notice.limit_on, notice.seen_to) == (dt.date(2024, 10, 8), dt.date(2024, 9, 13))
    assert notice.previous is None


def test_the_fee_comes_on_sewerage_and_stays_what_the_reminder_charged(
    database, contract_id, clerk
):
    bill_id = bill(database, contract_id)
    (first,) = written(database, REMINDER, contract_id).bills
    assert [debt.fee_yen for debt in first.debts] == [0, 100]
    stepped(database, bill_id, clerk, REMINDER, fee_yen=100)
    dearer = PaperSettings(reminder_fee_yen=300)
    notice = written(database, DEMAND, contract_id, settings=dearer)
    assert type(notice) is Demand
    (bill_asked,) = notice.bills
    assert [debt.fee_yen for debt in bill_asked.debts] == [0, 100]
    assert notice.sewerage_yen == bill_asked.debts[1].yen + 100
    assert notice.previous.kind is REMINDER


def test_interest_is_reckoned_to_the_day_of_issue(database, contract_id):
    bill(database, contract_id, dt.date(2021, 5, 1), usage_m3=60)
    (debt,) = (d for d in written(database, REMINDER, contract_id).bills[0].debts if d.interest_yen)
    assert debt.account is SEWERAGE
    assert debt.interest_yen % 100 == 0
    assert debt.whole_yen == debt.yen + 100 + debt.interest_yen


def test_part_paid_debts_are_asked_for_their_rest(database, contract_id):
    bill(database, contract_id, payments=[Paid(500, dt.date(2024, 6, 3))])
    (first,) = written(database, REMINDER, contract_id).bills
    water, _ = first.debts
    assert water.yen == water.billed_yen - 500


@pytest.mark.parametrize("kind", [DEMAND, WARNING, EXECUTION])
def test_no_step_without_the_one_before(database, contract_id, kind):
    bill(database, contract_id)
    assert nothing(database, kind, contract_id)


def test_a_notice_that_came_back_has_dunned_nobody(database, contract_id, clerk):
    bill_id = bill(database, contract_id)
    stepped(database, bill_id, clerk, REMINDER, returned_on=dt.date(2024, 7, 18))
    assert nothing(database, DEMAND, contract_id)
    assert len(asked(written(database, REMINDER, contract_id))) == 2


@pytest.mark.parametrize("why", [HoldKind.DISPUTE, HoldKind.INSTALMENTS])
def test_a_warning_counts_water_only_and_none_that_is_held(database, contract_id, clerk, why):
    water_yen = []
    for month in (MARCH, MAY):
        bill_id = bill(database, contract_id, month)
        stepped(database, bill_id, clerk, REMINDER, DEMAND)
        water_yen.append(debt_of_yen(database, bill_id, WATER))
    with database.writing() as session:
        add_hold_on(session, contract_id, debt_of(session, bill_id), kind=why)
    notice = written(database, WARNING, contract_id)
    assert type(notice) is CutoffWarning
    assert asked(notice) == [(MARCH, WATER)]
    assert (notice.water_yen, notice.sewerage_yen) == (water_yen[0], 0)
    assert notice.sewerage_apart_yen > 0
    assert notice.limit_on == dt.date(2024, 10, 2)
    assert notice.cut_off_from == dt.date(2024, 10, 3)


def debt_of_yen(database, bill_id, account):
    with database.reading() as session:
        return session.get(Debt, debt_of(session, bill_id, account)).yen


def add_hold_on(session, contract_id, debt_id, **more):
    customer_id = session.get(Contract, contract_id).customer_id
    add_hold(session, customer_id, debt_id=debt_id, **more)


def test_water_is_cut_off_as_decided(database, contract_id, clerk):
    bill_id = bill(database, contract_id)
    *_, warning_id = stepped(database, bill_id, clerk, REMINDER, DEMAND, WARNING, days=14)
    assert nothing(database, EXECUTION, contract_id)
    days = {"decided_on": dt.date(2024, 9, 9), "execute_on": dt.date(2024, 9, 25)}
    with database.writing() as session:
        add_decision(session, warning_id, contract_id, by=clerk, **days)
    notice = written(database, EXECUTION, contract_id)
    assert type(notice) is CutoffExecution
    assert asked(notice) == [(MAY, WATER)]
    assert (notice.decided_on, notice.execute_on) == (days["decided_on"], days["execute_on"])
    assert notice.limit_on == notice.execute_on
    assert notice.previous.kind is WARNING
    with database.reading() as session:
        assert decisions_about(session, [warning_id]) == {warning_id: Decision(**days)}


def test_a_broken_agreement_leads_to_another_warning(database, contract_id, clerk):
    bill_id = bill(database, contract_id)
    stepped(database, bill_id, clerk, REMINDER, DEMAND, WARNING, days=14)
    assert nothing(database, WARNING, contract_id)
    days = {"from_on": dt.date(2024, 7, 26), "to_on": dt.date(2024, 8, 30)}
    with database.writing() as session:
        customer_id = session.get(Contract, contract_id).customer_id
        add_hold(session, customer_id, kind=HoldKind.INSTALMENTS, **days)
    notice = written(database, WARNING, contract_id)
    assert asked(notice) == [(MAY, WATER)]
    assert (notice.previous.kind, notice.limit_on) == (WARNING, dt.date(2024, 10, 2))


@pytest.mark.parametrize(
    ("facts", "over_on"),
    [
        ({"to_on": TODAY}, None),
        ({"to_on": dt.date(2024, 9, 17)}, dt.date(2024, 9, 17)),
        ({"ended_at": NOW}, TODAY),
        ({"to_on": dt.date(2024, 9, 17), "ended_at": NOW}, dt.date(2024, 9, 17)),
        ({"to_on": dt.date(2025, 3, 31), "ended_at": NOW}, TODAY),
        ({"from_on": dt.date(2024, 10, 1), "ended_at": NOW}, None),
        ({"kind": HoldKind.DISPUTE, "ended_at": NOW}, None),
    ],
)
def test_an_agreement_is_over_on_its_last_day(sqlite_database, facts, over_on):
    with sqlite_database.writing() as session:
        contract_id = add_contract(session)
        bill_id = add_bill(session, contract_id, MAY)
        whose = session.get(Contract, contract_id).customer_id
        add_hold(session, whose, **({"kind": HoldKind.INSTALMENTS} | facts))
        debts = [debt_of(session, bill_id, account) for account in Account]
        over = agreements_over(session, debts, TODAY)
    assert over == ({} if over_on is None else dict.fromkeys(debts, over_on))


def test_the_bureau_s_closed_days_move_the_limit(database, contract_id):
    bill(database, contract_id)
    with database.writing() as session:
        add_setting(session, "days.closed", "2024-10-08 2024-10-09")
    assert written(database, REMINDER, contract_id).limit_on == dt.date(2024, 10, 10)


def test_a_supervisor_may_choose_bills_debts_and_the_limit(database, contract_id):
    first = bill(database, contract_id, MARCH)
    bill(database, contract_id, MAY)
    saturday = dt.date(2024, 10, 12)  # before a holiday on Monday
    notice = written(database, REMINDER, contract_id, bill_ids=(first,), limit_on=saturday)
    assert {month for month, _ in asked(notice)} == {MARCH}
    assert notice.limit_on == dt.date(2024, 10, 15)
    with database.reading() as session:
        water = debt_of(session, first)
    assert asked(written(database, REMINDER, contract_id, debt_ids=(water,))) == [(MARCH, WATER)]
    with pytest.raises(RuleBroken) as caught:
        written(database, REMINDER, contract_id, limit_on=TODAY)
    assert caught.value.code == "dunning.limit_too_early"


def test_the_steps_of_many_debts_are_read_at_once(database, contract_id, clerk):
    bills = [bill(database, contract_id, month) for month in (MARCH, MAY)]
    (first, second) = (stepped(database, b, clerk, REMINDER, DEMAND, fee_yen=100) for b in bills)
    with database.reading() as session:
        debts = [debt_of(session, b, account) for b in bills for account in Account]
        found = steps_taken(session, [*debts, 999_999])
    assert set(found) == set(debts)
    assert [step.document_id for step in found[debts[0]]] == first
    assert [step.document_id for step in found[debts[3]]] == second
    assert [step.fee_yen for step in found[debts[1]]] == [100, 100]
    assert [step.kind for step in found[debts[2]]] == [REMINDER, DEMAND]
