"""The bills of a contract as the history shows them."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.models import Debt
from db.queries.billing import billing_history
from db.rules.bill_difference import explain
from db.rules.periods import months_before
from db.rules.words import (
    Account,
    CollectionState,
    MeterStatus,
    OverpaymentWay,
    PaymentState,
)
from db.tariffs import tariffs
from tests.db.statements import statements_of
from tests.factories import (
    Paid,
    add_bill,
    add_contract,
    add_overpayment,
    add_setting,
    debt_of,
)

TODAY = dt.date(2024, 9, 18)
JULY = dt.date(2024, 7, 1)
SEPTEMBER = dt.date(2024, 9, 1)


@pytest.fixture
def contract_id(database):
    with database.writing() as session:
        return add_contract(session)


def _history(database, contract_id, **more):
    with database.reading() as session:
        return billing_history(session, contract_id, today=TODAY, **more)


def _bill(database, contract_id, month=JULY, **more):
    with database.writing() as session:
        add_bill(session, contract_id, month, **more)
    return next(row for row in _history(database, contract_id).rows if row.month == month)


def test_a_place_without_bills_has_an_empty_history(database, contract_id):
    history = _history(database, contract_id)
    assert (history.rows, history.earlier, history.payments_seen_to) == ((), (), None)
    assert history.contract_id == contract_id


def test_the_golden_bill_shows_to_the_yen(database, contract_id):
    row = _bill(database, contract_id, SEPTEMBER)
    assert (row.water.yen, row.water.tax_yen) == (2799, 254)
    assert (row.sewerage.yen, row.sewerage.tax_yen) == (2710, 246)
    assert (row.yen, row.tax_yen, row.unpaid_yen) == (5509, 500, 5509)
    assert (row.month, row.days, row.usage_m3) == (SEPTEMBER, 62, 21)
    assert (row.read_on, row.due_on, row.paid_on) == (
        dt.date(2024, 9, 10),
        dt.date(2024, 9, 28),
        None,
    )
    assert (row.state, row.collection, row.estimated) == (PaymentState.NOT_DUE, None, False)


def test_water_without_sewerage_is_a_bill_of_one_debt(database, contract_id):
    row = _bill(database, contract_id, sewerage=False)
    assert (row.sewerage, row.sewerage_m3) == (None, None)
    assert (row.yen, row.tax_yen, row.debts) == (2799, 254, (row.water,))


def test_a_paid_bill_tells_when_the_last_of_it_came_in(database, contract_id):
    payments = [
        Paid(2799, dt.date(2024, 7, 20)),
        Paid(2710, dt.date(2024, 7, 25), Account.SEWERAGE),
    ]
    row = _bill(database, contract_id, payments=payments)
    assert (row.state, row.paid_on, row.unpaid_yen) == (
        PaymentState.PAID,
        dt.date(2024, 7, 25),
        0,
    )


def test_a_bill_shows_its_worst_debt_and_no_payment_day_before_all_is_paid(database, contract_id):
    row = _bill(database, contract_id, payments=[Paid(2799, dt.date(2024, 7, 20))])
    assert (row.water.state, row.sewerage.state) == (PaymentState.PAID, PaymentState.OVERDUE)
    assert (row.state, row.paid_on, row.unpaid_yen) == (PaymentState.OVERDUE, None, 2710)
    assert row.water.paid_on == dt.date(2024, 7, 20)


def test_a_part_payment_leaves_the_rest(database, contract_id):
    row = _bill(database, contract_id, payments=[Paid(1000, TODAY), Paid(500, TODAY)])
    assert (row.water.state, row.water.paid_yen) == (PaymentState.PART_PAID, 1500)
    assert (row.water.unpaid_yen, row.unpaid_yen) == (1299, 4009)


def test_a_reported_payment_moves_but_does_not_pay(database, contract_id):
    reported = Paid(2799, dt.date(2024, 9, 17), confirmed=False)
    row = _bill(database, contract_id, payments=[reported], sewerage=False)
    assert (row.water.reported_yen, row.water.paid_yen, row.unpaid_yen) == (2799, 0, 2799)
    assert (row.state, row.collection) == (PaymentState.OVERDUE, CollectionState.REPORTED)
    assert row.water.collection_on == dt.date(2024, 9, 17)


def test_a_failed_debit_is_what_a_clerk_hears_first_of_a_bill(database, contract_id):
    failed = {"collection": CollectionState.FAILED, "collection_on": dt.date(2024, 7, 29)}
    reported = Paid(2710, TODAY, Account.SEWERAGE, confirmed=False)
    row = _bill(database, contract_id, debt=failed, payments=[reported])
    assert row.sewerage.collection is CollectionState.REPORTED
    assert (row.collection, row.water.collection_on) == (
        CollectionState.FAILED,
        dt.date(2024, 7, 29),
    )


def test_money_over_is_told_apart_from_money_refunded(database, contract_id):
    with database.writing() as session:
        bill_id = add_bill(session, contract_id, JULY, paid_on=dt.date(2024, 7, 20))
        water = debt_of(session, bill_id)
        refund = {"way": OverpaymentWay.REFUND, "settled_on": TODAY}
        add_overpayment(session, water, 2799, TODAY, **refund)
        set_off = {"way": OverpaymentWay.SET_OFF, "settled_on": TODAY}
        add_overpayment(session, water, 30, TODAY, **set_off)
        add_overpayment(session, water, 7, TODAY, way=OverpaymentWay.REFUND)
        add_overpayment(session, water, 5, TODAY)
    (row,) = _history(database, contract_id).rows
    assert (row.water.refunded_yen, row.water.overpaid_yen) == (2799, 12)
    assert row.state is PaymentState.PAID


def test_a_corrected_bill_stays_visible_and_is_asked_for_no_more(database, contract_id):
    corrected = {"corrected_on": dt.date(2024, 8, 1)}
    row = _bill(database, contract_id, debt=corrected)
    assert (row.water.corrected, row.state) == (True, PaymentState.CORRECTED)
    assert (row.unpaid_yen, row.paid_on) == (0, None)


def test_a_written_off_debt_is_asked_for_no_more(database, contract_id):
    row = _bill(database, contract_id, debt={"collection": CollectionState.WRITTEN_OFF})
    assert (row.unpaid_yen, row.collection) == (0, CollectionState.WRITTEN_OFF)


def test_an_estimate_tells_why_and_the_next_bill_what_it_settled(database, contract_id):
    snow = {"current_value": None, "status_code": MeterStatus.SNOW}
    estimate = _bill(database, contract_id, JULY, reading=snow)
    settled = _bill(database, contract_id, SEPTEMBER, settled_m3=-4)
    assert (estimate.estimated, estimate.status_code) == (True, MeterStatus.SNOW)
    assert (settled.estimated, settled.status_code, settled.settled_m3) == (False, None, -4)


def _two_months_apart(newest, count):
    return [months_before(newest, 2 * place) for place in range(count)]


def _months(rows):
    return [row.month for row in rows]


def test_two_years_are_twelve_bills_and_one_more_year_to_compare(database, contract_id):
    months = _two_months_apart(SEPTEMBER, 36)
    with database.writing() as session:
        for month in months:
            add_bill(session, contract_id, month, paid_on=month)
    two, five = _history(database, contract_id), _history(database, contract_id, years=5)
    assert _months(two.rows) == months[:12]
    assert _months(two.earlier) == months[12:18]
    assert (_months(five.rows), _months(five.earlier)) == (months[:30], months[30:36])
    assert five.years == 5


def test_an_unpaid_bill_always_appears_however_old(database, contract_id):
    old, last_year = dt.date(2001, 5, 1), dt.date(2022, 5, 1)
    claimable = {"limitation_on": dt.date(2030, 1, 1)}
    with database.writing() as session:
        add_bill(session, contract_id, SEPTEMBER, paid_on=TODAY)
        add_bill(session, contract_id, last_year, debt=claimable)
        add_bill(session, contract_id, dt.date(2014, 5, 1), paid_on=dt.date(2014, 5, 20))
        add_bill(session, contract_id, old, tariff="2014-04", sewerage=False, debt=claimable)
    history = _history(database, contract_id)
    assert _months(history.rows) == [SEPTEMBER, last_year, old]
    assert history.earlier == ()


def test_extinguished_sewerage_is_seen_and_not_asked_for(database, contract_id):
    ended = {"limitation_on": TODAY - dt.timedelta(days=1)}
    with database.writing() as session:
        paid_water = [Paid(2748, dt.date(2019, 5, 20))]
        add_bill(session, contract_id, dt.date(2019, 5, 1), debt=ended, payments=paid_water)
        add_bill(session, contract_id, dt.date(2019, 3, 1), debt=ended)
        given_up = {"collection": CollectionState.WRITTEN_OFF}
        add_bill(session, contract_id, dt.date(2019, 1, 1), debt=ended | given_up)
    may, march = _history(database, contract_id).rows
    assert (may.extinguished, may.unpaid_yen) == (True, 0)
    # water is a private claim: it goes on until the debtor says that its time is over
    assert (march.sewerage.extinguished, march.water.extinguished) == (True, False)
    assert march.unpaid_yen == march.water.yen


def test_a_bill_is_compared_with_the_valid_one_of_last_years_period(database, contract_id):
    with database.writing() as session:
        add_bill(session, contract_id, SEPTEMBER, usage_m3=32)
        last_year = dt.date(2023, 9, 1)
        add_bill(session, contract_id, last_year, paid_on=last_year)
        corrected = {"corrected_on": TODAY}
        read_again = last_year.replace(day=12)
        add_bill(session, contract_id, last_year, to_on=read_again, sequence=2, debt=corrected)
        add_bill(session, contract_id, dt.date(2022, 9, 1), paid_on=dt.date(2022, 9, 20))
    history = _history(database, contract_id)
    this, wrong, then = history.rows[:3]
    assert wrong.state is PaymentState.CORRECTED
    assert history.year_before(this) == then
    assert history.year_before(then) == history.earlier[0]
    assert history.year_before(history.earlier[0]) is None

    def price(code, *args, **more):
        return tariffs().coded(code).quote(*args, **more)

    parts = explain(this.billed, then.billed, price)
    assert sum(part.yen for part in parts) == this.yen - then.yen


def test_a_correction_issued_anew_stands_before_the_bill_it_replaces(database, contract_id):
    with database.writing() as session:
        add_bill(session, contract_id, JULY, debt={"corrected_on": TODAY})
        again = JULY.replace(day=11)
        add_bill(session, contract_id, JULY, to_on=again, sequence=2)
    states = [row.state for row in _history(database, contract_id).rows]
    assert states == [PaymentState.OVERDUE, PaymentState.CORRECTED]


def test_the_last_day_whose_payments_were_seen_is_told(database, contract_id):
    with database.writing() as session:
        add_setting(session, "delivery.payments_seen_to", "2024-09-17")
    assert _history(database, contract_id).payments_seen_to == dt.date(2024, 9, 17)


def test_sixty_bills_cost_as_many_statements_as_one(database, contract_id):
    counts = []
    with database.writing() as session:
        other_id = add_contract(session)
        add_bill(session, other_id, SEPTEMBER)
        for month in _two_months_apart(SEPTEMBER, 60):
            add_bill(session, contract_id, month, payments=[Paid(100, TODAY)], tariff="2019-10")
    for asked_id in (other_id, contract_id):
        with statements_of(database) as sent:
            history = _history(database, asked_id, years=5)
        counts.append(len(sent))
    assert counts == [2, 2]
    assert len(history.rows) == 60


def test_a_bill_that_lacks_its_water_is_not_shown_as_if_it_were_whole(database, contract_id):
    with database.writing() as session:
        bill_id = add_bill(session, contract_id, JULY)
        session.delete(session.get(Debt, debt_of(session, bill_id)))
    with pytest.raises(RuleBroken, match=r"bill\.incomplete"):
        _history(database, contract_id)
