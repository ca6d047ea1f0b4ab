"""Whom a batch writes to, and whom it leaves out, on both kinds of database."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select, text

from db.models import DebitAccount, Debt
from db.queries.batch_addressees import HeadMaker, recipients
from db.queries.notice_head import notice_head
from db.queries.paper_settings import paper_settings
from db.rules.batch_criteria import ALL_EXCLUSIONS, CHOSEN_EXCLUSIONS, BatchCriteria
from db.rules.contact_words import HoldKind
from db.rules.paper import Exclusion, PaperKind
from db.rules.periods import Cycle
from db.rules.words import (
    Account,
    CollectionState,
    OverpaymentWay,
    PartyRole,
    PaymentMethod,
)
from tests.batch_help import CRITERIA, ISSUER, MONTH, NOW, TODAY, Office, owing
from tests.document_factories import add_document
from tests.factories import Paid, add_bill, add_customer, add_overpayment, add_party, debt_of
from tests.protection_factories import add_hold, add_protection

JUNE = dt.date(2024, 6, 1)


@pytest.fixture
def office(database):
    return Office(database)


def customer_of(session, contract_id):
    return session.scalar(
        text("SELECT customer_id FROM contract WHERE id = :id"), {"id": contract_id}
    )


def reason(office, criteria=CRITERIA):
    """Give the reasons of all who are left out."""
    return {out.exclusion for out in office.dry_run(criteria).left_out}


def debt(session, contract_id, account=Account.WATER):
    bill = text("SELECT id FROM bill WHERE contract_id = :id")
    return debt_of(session, session.scalar(bill, {"id": contract_id}), account)


def held(kind):
    def hold(session, contract_id):
        add_hold(session, customer_of(session, contract_id), kind=kind)

    return hold


def collected(state):
    def move(session, contract_id):
        for account in Account:
            session.get_one(Debt, debt(session, contract_id, account)).collection = state

    return move


def reported(session, contract_id):
    for account in Account:
        number = debt(session, contract_id, account)
        session.execute(
            text(
                "INSERT INTO payment (receipt_number, debt_id, yen, paid_on, channel, version)"
                " VALUES (:number, :id, 100, '2024-09-17', 'bank', 1)"
            ),
            {"number": f"{number:010}", "id": number},
        )


def protected(session, contract_id):
    add_protection(session, customer_of(session, contract_id))


def reminded(session, contract_id):
    staff = session.scalar(text("SELECT min(id) FROM staff"))
    customer_id = customer_of(session, contract_id)
    facts = {"kind": PaperKind.REMINDER, "limit_on": dt.date(2024, 10, 8)}
    document = add_document(session, customer_id, contract_id, issued_by=staff, **facts)
    for account in Account:
        row = {"document": document, "debt": debt(session, contract_id, account)}
        session.execute(
            text(
                "INSERT INTO document_debt (document_id, debt_id, yen, fee_yen, interest_yen)"
                " VALUES (:document, :debt, 2799, 0, 0)"
            ),
            row,
        )


REASONS = {
    Exclusion.PROTECTED: protected,
    Exclusion.ALREADY_SENT: reminded,
    Exclusion.DISPUTE: held(HoldKind.DISPUTE),
    Exclusion.INSTALMENTS: held(HoldKind.INSTALMENTS),
    Exclusion.REPORTED_PAYMENT: reported,
    Exclusion.RETURNED_MAIL: held(HoldKind.RETURNED_MAIL),
    Exclusion.DEBIT_REQUESTED: collected(CollectionState.REQUESTED),
}


def test_each_reason_leaves_out_whom_it_concerns_and_nobody_else(office):
    with office.database.writing() as session:
        contracts = {why: owing(session, why.value) for why in REASONS}
        for why, happen in REASONS.items():
            happen(session, contracts[why])
        ordinary = owing(session)
    planned = office.dry_run()
    assert [each.contract_id for each in planned.included] == [ordinary]
    found = {out.contract_id: (out.exclusion, out.entirely) for out in planned.left_out}
    assert found == {contract: (why, True) for why, contract in contracts.items()}


@pytest.mark.parametrize("why", CHOSEN_EXCLUSIONS, ids=str)
def test_a_supervisor_may_write_to_them_all_the_same(sqlite_database, why):
    office = Office(sqlite_database)
    with office.database.writing() as session:
        REASONS[why](session, owing(session))
    anyway = replace(CRITERIA, exclude=ALL_EXCLUSIONS - {why})
    assert len(office.dry_run(anyway).included) == 1
    assert reason(office) == {why}


def test_an_extinguished_debt_is_left_out_while_the_water_is_still_asked_for(office):
    long_ago = {"limitation_on": dt.date(2024, 9, 17)}
    office.put("北村", debt=long_ago)
    planned = office.dry_run()
    ((contract,), (out,)) = planned.included, planned.left_out
    assert (contract.sum.water_yen, contract.sum.sewerage_yen) == (2799, 0)
    assert (out.exclusion, out.entirely, out.sum.yen) == (Exclusion.EXTINGUISHED, False, 2710)


def test_a_hold_on_one_debt_leaves_the_other_in(office):
    with office.database.writing() as session:
        contract_id = owing(session)
        whose = customer_of(session, contract_id)
        add_hold(session, whose, debt_id=debt(session, contract_id), kind=HoldKind.DISPUTE)
    ((contract,), (out,)) = office.dry_run().included, office.dry_run().left_out
    assert (contract.sum.water_yen, contract.sum.sewerage_yen) == (0, 2710)
    assert (out.exclusion, out.entirely) == (Exclusion.DISPUTE, False)


def test_a_slip_asks_for_the_whole_bill_or_not_at_all(office):
    with office.database.writing() as session:
        contract_id = owing(session, debt={"due_on": dt.date(2024, 9, 30)})
        whose = customer_of(session, contract_id)
        add_hold(session, whose, debt_id=debt(session, contract_id), kind=HoldKind.DISPUTE)
    planned = office.dry_run(BatchCriteria(kind=PaperKind.PAYMENT_NOTICE, issued_on=TODAY))
    assert planned.included == ()
    (out,) = planned.left_out
    assert (out.exclusion, out.debts, out.sum.yen) == (Exclusion.DISPUTE, 2, 5509)


def test_a_step_that_is_not_reached_a_small_sum_and_a_lost_address_are_left_out(office):
    office.put("八月", debt={"due_on": dt.date(2024, 8, 30)})  # reminded of from 19 September
    assert reason(office) == {Exclusion.STEP_NOT_REACHED}
    office.put("小額")
    assert Exclusion.BELOW_MINIMUM in reason(office, replace(CRITERIA, minimum_yen=5510))
    assert len(office.dry_run(replace(CRITERIA, minimum_yen=5509)).included) == 1
    office.put("転出", ended_on=dt.date(2024, 7, 31))
    assert Exclusion.NO_ADDRESS in reason(office)


def test_what_is_paid_or_not_due_yet_is_not_spoken_of(office):
    office.put("納付", paid_on=dt.date(2024, 7, 20))
    office.put("納期限前", month=dt.date(2024, 9, 1))
    planned = office.dry_run()
    assert (planned.included, planned.left_out) == ((), ())


def test_only_the_chosen_due_dates_and_months_are_written_about(office):
    office.put("七月")
    office.put("六月", month=JUNE)
    last = {"due_from": dt.date(2024, 7, 28)}
    wanted = {
        (): 2,
        ("due_from",): 1,
        ("due_to",): 1,
        ("cycle",): 1,
    }
    chosen = {"due_from": last["due_from"], "due_to": dt.date(2024, 7, 27), "cycle": Cycle.EVEN}
    for names, count in wanted.items():
        criteria = replace(CRITERIA, **{name: chosen[name] for name in names})
        assert len(office.dry_run(criteria).included) == count, names


def test_totals_are_those_of_a_plain_count_to_the_yen(office):
    with office.database.writing() as session:
        for number in range(12):
            part = (Paid(1000 + number, dt.date(2024, 8, 1)),) if number % 3 else ()
            contract_id = owing(session, f"客{number}", usage_m3=5 * number, payments=part)
            add_bill(session, contract_id, JUNE, usage_m3=number)
    plain = text(
        "SELECT d.account, sum(d.yen - coalesce((SELECT sum(p.yen) FROM payment p"
        " WHERE p.debt_id = d.id), 0)) FROM debt d GROUP BY d.account"
    )
    with office.database.reading() as session:
        counted = dict(session.execute(plain).all())
    total = office.dry_run().total
    assert (total.notices, total.water_yen) == (12, counted["water"])
    assert total.sewerage_yen == counted["sewerage"]


def test_notices_stand_in_the_order_in_which_they_are_posted(office):
    office.put("乙", postal_code="9218131", address="三十苅町1")
    office.put("丙", postal_code="9200002", address="千木2丁目")
    office.put("乙", postal_code="9200002", address="千木1丁目")
    office.put("甲", postal_code="9218131", address="三十苅町1")
    posted = [each.recipient.to for each in office.dry_run().included]
    assert [(to.postal_code, to.address, to.name) for to in posted] == [
        ("9200002", "千木1丁目", "乙"),
        ("9200002", "千木2丁目", "丙"),
        ("9218131", "三十苅町1", "乙"),
        ("9218131", "三十苅町1", "甲"),
    ]


def test_mail_goes_where_a_single_notice_would_go(office):
    with office.database.writing() as session:
        contracts = [owing(session), owing(session, "転送先あり"), owing(session)]
        elsewhere = {"postal_code": "1000001", "address": "東京都千代田区千代田1-1"}
        for name in ("前の送付先", "送付先"):
            customer_id = add_customer(session, name, **elsewhere)
            since = {"started_on": dt.date(2020 + len(name), 1, 1)}
            add_party(session, contracts[1], PartyRole.ADDRESSEE, customer_id, **since)
        add_party(session, contracts[2], PartyRole.ADDRESSEE, ended_on=dt.date(2024, 9, 17))
    kind = PaperKind.REMINDER
    with office.database.reading() as session:
        maker = HeadMaker(kind, ISSUER, paper_settings(session), NOW)
        for contract_id, found in recipients(session, contracts, TODAY).items():
            single = notice_head(session, kind, contract_id, issuer=ISSUER, issued_at=NOW)
            assert maker.head(found) == single


def test_each_kind_is_about_what_it_tells(office):
    due = {"debt": {"due_on": dt.date(2024, 9, 30)}, "month": dt.date(2024, 9, 1)}
    by_debit = {"payment_method": PaymentMethod.DEBIT}
    with office.database.writing() as session:
        slip = owing(session, **due)
        planned = owing(session, **due, **by_debit)
        collected(CollectionState.PLANNED)(session, planned)
        session.add(DebitAccount(contract_id=planned, bank="北國銀行", branch="本店営業部"))
        failed = owing(session, **by_debit)
        collected(CollectionState.FAILED)(session, failed)
        over = owing(session, paid_on=MONTH)
        ways = (OverpaymentWay.REFUND, OverpaymentWay.SET_OFF)
        for way in ways:
            add_overpayment(session, debt(session, over), 500, TODAY, way=way)
    told = {
        PaperKind.PAYMENT_NOTICE: [slip],
        PaperKind.READING_NOTICE: [slip, planned],
        PaperKind.DEBIT_STARTED: [planned],
        PaperKind.DEBIT_FAILED: [failed],
        PaperKind.REFUND: [over],
        PaperKind.SET_OFF: [over],
        PaperKind.REMINDER: [failed],
        PaperKind.DEMAND: [],
    }
    for kind, contracts in told.items():
        criteria = BatchCriteria(kind=kind, issued_on=TODAY)
        found = office.dry_run(criteria).included
        assert sorted(each.contract_id for each in found) == contracts, kind
        if contracts:
            assert office.issue_all(office.begin(criteria)).notices == len(contracts)
            assert office.dry_run(criteria).included == (), kind


def test_every_debt_counts_once_whatever_it_is_asked_with(office):
    office.put("甲", "乙", "丙")
    with office.database.reading() as session:
        known = set(session.scalars(select(Debt.id)))
    asked = [number for each in office.dry_run().included for number, *_ in each.debts]
    assert sorted(asked) == sorted(known)
