"""A customer is found by the number they name."""

from __future__ import annotations

import pytest

from db.errors import RuleBroken
from db.models import Contract
from db.queries.customer_numbers import customer_numbered
from tests.factories import add_contract, add_customer


@pytest.fixture
def customer(database):
    with database.writing() as session:
        customer = add_customer(session)
        contract = session.get(Contract, add_contract(session, customer))
        contract.portal_number, contract.customer_number = "1702445800312296", "A-00123"
        add_contract(session, add_customer(session))
    return customer


@pytest.mark.parametrize(
    "typed",
    [
        "1702445800312296",
        "1702 4458 0031 2296",
        "１７０２ー４４５８ー００３１ー２２９６",
        " A-00123 ",
    ],
)
def test_a_customer_is_found_by_either_number(database, customer, typed):
    with database.reading() as session:
        assert customer_numbered(session, typed) == customer


@pytest.mark.parametrize("typed", ["", "1702", "a" * 100, "'; --", "\0", "山田"])
def test_another_number_is_nobodys(database, customer, typed):
    with database.reading() as session, pytest.raises(RuleBroken) as refused:
        customer_numbered(session, typed)
    assert refused.value.code == "customer.number_unknown"
