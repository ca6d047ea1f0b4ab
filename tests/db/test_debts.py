"""What the database says of a debt is what the rules say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.models import Contract, Debt
from db.queries import debts
from db.rules import limitation, payment_state
from db.rules.words import Account, CollectionState, PaymentState
from tests.factories import Paid, add_bill, add_contract, add_payment, debt_of

TODAY = dt.date(2024, 9, 18)
MONTH = dt.date(2024, 7, 1)
BY_COUNTER = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}

near_today = st.integers(-3, 3).map(lambda days: TODAY + dt.timedelta(days=days))
some_yen = st.integers(1, 30)


@dataclass(frozen=True)
class Claim:
    """A debt as drawn, before it is written down."""

    account: Account
    yen: int
    due_on: dt.date
    limitation_on: dt.date
    collection: CollectionState | None
    corrected_on: dt.date | None
    confirmed: list[int] = field(default_factory=list)
    reported: list[int] = field(default_factory=list)

    @property
    def paid_yen(self):
        return sum(self.confirmed)

    @property
    def state(self):
        corrected = self.corrected_on is not None
        facts = {"due_on": self.due_on, "corrected": corrected, "today": TODAY}
        return payment_state.state(self.yen, self.paid_yen, **facts)

    @property
    def asked_yen(self):
        ended = limitation.is_extinguished(
            self.account, limitation_on=self.limitation_on, today=TODAY
        )
        return limitation.asked_yen(
            self.yen,
            self.paid_yen,
            corrected=self.corrected_on is not None,
            collection=self.collection,
            extinguished=ended,
        )


claims = st.builds(
    Claim,
    account=st.sampled_from(Account),
    yen=st.integers(0, 60),
    due_on=near_today,
    limitation_on=near_today,
    collection=st.none() | st.sampled_from(sorted(set(CollectionState) - {"reported"})),
    corrected_on=st.none() | near_today,
    confirmed=st.lists(some_yen, max_size=3),
    reported=st.lists(some_yen, max_size=2),
)


def _write(session, contract_id, claim, sequence):
    money = {"yen": claim.yen, "tax_yen": 0, "due_on": claim.due_on}
    money |= {"limitation_on": claim.limitation_on, "collection": claim.collection}
    money |= {"corrected_on": claim.corrected_on}
    read_on = MONTH + dt.timedelta(days=sequence)
    bill_id = add_bill(session, contract_id, MONTH, sequence=sequence, to_on=read_on, debt=money)
    other = Account.SEWERAGE if claim.account is Account.WATER else Account.WATER
    session.delete(session.get(Debt, debt_of(session, bill_id, other)))
    session.flush()
    debt_id = debt_of(session, bill_id, claim.account)
    for yen in claim.confirmed:
        add_payment(session, debt_id, Paid(yen, TODAY))
    for yen in claim.reported:
        add_payment(session, debt_id, Paid(yen, TODAY, confirmed=False))
    return debt_id


@pytest.fixture
def contract_id(database):
    with database.writing() as session:
        return add_contract(session)


@settings(max_examples=25, **BY_COUNTER)
@given(drawn=st.lists(claims, min_size=1, max_size=12))
def test_every_debt_stands_in_the_database_as_in_the_rules(database, contract_id, drawn):
    with database.reading() as session:
        written = {
            _write(session, contract_id, claim, sequence): claim
            for sequence, claim in enumerate(drawn, start=1)
        }
        found = session.execute(
            select(
                Debt.id,
                debts.state(TODAY),
                debts.paid_yen(),
                debts.reported_yen(),
                debts.unpaid_yen(TODAY),
                debts.is_asked_for(TODAY),
            )
        ).all()
        asked = debts.unpaid_by_contract(Contract.id == contract_id, TODAY)
        sums = session.execute(select(asked)).one_or_none()

    assert {row[0]: tuple(row[1:]) for row in found} == {
        debt_id: (
            claim.state,
            claim.paid_yen,
            sum(claim.reported),
            claim.asked_yen,
            claim.asked_yen > 0,
        )
        for debt_id, claim in written.items()
    }
    _compare_sums(sums, contract_id, [claim for claim in drawn if claim.asked_yen])


def _compare_sums(sums, contract_id, asked):
    if not asked:
        assert sums is None
        return
    overdue = [claim for claim in asked if claim.due_on < TODAY]
    assert tuple(sums) == (
        contract_id,
        sum(claim.asked_yen for claim in asked),
        sum(claim.asked_yen for claim in overdue),
        len(overdue),
        payment_state.worst(claim.state for claim in asked),
    )


def test_a_bill_whose_water_and_sewerage_are_late_is_one_overdue_bill(database, contract_id):
    with database.writing() as session:
        add_bill(session, contract_id, MONTH)
        asked = debts.unpaid_by_contract(Contract.id == contract_id, TODAY)
        row = session.execute(select(asked)).one()
    assert (row.unpaid_yen, row.overdue_bills, row.state) == (5509, 1, PaymentState.OVERDUE)


@pytest.mark.parametrize(
    ("limitation_on", "asked"), [(TODAY, 2799 + 2710), (TODAY - dt.timedelta(days=1), 2799)]
)
def test_sewerage_is_not_asked_for_once_its_five_years_are_over(
    database, contract_id, limitation_on, asked
):
    with database.writing() as session:
        add_bill(session, contract_id, MONTH, debt={"limitation_on": limitation_on})
        unpaid = debts.unpaid_by_contract(Contract.id == contract_id, TODAY)
        assert session.scalar(select(unpaid.c.unpaid_yen)) == asked
