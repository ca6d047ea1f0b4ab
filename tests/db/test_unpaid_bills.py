"""Which bills may be put on a slip: what is unpaid, at every place of a customer."""

from __future__ import annotations

import datetime as dt

from db.queries.unpaid_bills import unpaid_bills
from tests.factories import Paid, add_bill, add_contract, add_customer, add_location

TODAY = dt.date(2024, 9, 18)
MAY, JULY, SEPTEMBER = (dt.date(2024, month, 1) for month in (5, 7, 9))


def test_the_unpaid_bills_of_all_places_come_oldest_first(database):
    with database.writing() as session:
        customer = add_customer(session)
        flat, shop = (
            add_contract(session, customer, add_location(session, address), customer_number=number)
            for address, number in (("本町1-2-3", "K-1"), ("二番町2-2", "K-2"))
        )
        september = add_bill(session, flat, SEPTEMBER)
        july = add_bill(session, shop, JULY)
        add_bill(session, flat, MAY, paid_on=dt.date(2024, 5, 25))
        elsewhere = add_contract(session, add_customer(session), customer_number="K-3")
        add_bill(session, elsewhere, JULY)
    with database.reading() as session:
        found = unpaid_bills(session, customer, TODAY)
    assert [bill.bill_id for bill in found] == [july, september]
    assert [(bill.contract_id, bill.address) for bill in found] == [
        (shop, "二番町2-2"),
        (flat, "本町1-2-3"),
    ]
    assert (found[1].yen, found[1].month) == (5509, SEPTEMBER)


def test_of_a_bill_paid_in_part_the_rest_is_asked_for(database):
    with database.writing() as session:
        customer = add_customer(session)
        flat = add_contract(session, customer)
        add_bill(session, flat, SEPTEMBER, payments=[Paid(1000, on=TODAY)])
    with database.reading() as session:
        (bill,) = unpaid_bills(session, customer, TODAY)
    assert bill.yen == 4509
