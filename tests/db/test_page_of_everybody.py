"""What the pages of a whole practice town say agrees with itself."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.demo.town import LEAST_CUSTOMERS, fill
from db.models import Customer
from db.queries.alerts import customer_alerts
from db.queries.billing import billing_history
from db.queries.contracts import contract_details
from db.queries.customers import customer_head
from db.rules.alerts import AlertKind
from db.rules.bill_difference import explain
from db.rules.words import PartyRole, Role
from db.tariffs import tariffs

TODAY = dt.date(2024, 9, 18)


@pytest.fixture
def town(database):
    fill(database, customers=LEAST_CUSTOMERS, as_of=TODAY)
    return database


def _price(code, *args, **more):
    return tariffs().coded(code).quote(*args, **more)


def test_heads_and_histories_agree_for_every_customer(town):
    with town.reading() as session:
        for customer_id in session.scalars(select(Customer.id)).all():
            head = customer_head(session, customer_id, role=Role.SUPERVISOR, today=TODAY)
            histories = [
                billing_history(session, one.contract_id, today=TODAY) for one in head.contracts
            ]
            for choice, history in zip(head.contracts, histories, strict=True):
                _compare_sums(choice, history)
                _explain_all(history)
            assert head.unpaid_yen == sum(one.unpaid_yen for one in head.contracts)
            late = [bill for one in histories for bill in one.rows if _overdue_yen(bill)]
            assert (head.overdue_bills, head.overdue_yen) == (
                len(late),
                sum(map(_overdue_yen, late)),
            )


def _compare_sums(choice, history):
    assert choice.unpaid_yen == sum(bill.unpaid_yen for bill in history.rows)
    assert choice.overdue_yen == sum(map(_overdue_yen, history.rows))
    months = [bill.month for bill in history.rows]
    assert months == sorted(months, reverse=True)


def _overdue_yen(bill):
    return sum(debt.unpaid_yen for debt in bill.debts if debt.due_on < TODAY)


def _explain_all(history):
    for bill in history.rows:
        before = history.year_before(bill)
        if before is not None:
            parts = explain(bill.billed, before.billed, _price)
            assert sum(part.yen for part in parts) == bill.yen - before.yen


def test_every_contract_has_its_user_its_meter_and_alerts_that_hold(town):
    with town.reading() as session:
        for customer_id in session.scalars(select(Customer.id)).all():
            head = customer_head(session, customer_id, role=Role.SUPERVISOR, today=TODAY)
            for choice in head.contracts:
                details = contract_details(
                    session, choice.contract_id, role=Role.SUPERVISOR, today=TODAY
                )
                assert details.parties[0].role is PartyRole.USER
                assert [one.is_this for one in details.occupants].count(True) == 1
                assert details.meters
                history = billing_history(session, choice.contract_id, today=TODAY)
                _check_overdue(head, customer_alerts(head, history, details, today=TODAY))


def _check_overdue(head, alerts):
    told = [(one.bills, one.yen) for one in alerts if one.kind is AlertKind.OVERDUE]
    assert told == ([(head.overdue_bills, head.overdue_yen)] if head.overdue_yen else [])
