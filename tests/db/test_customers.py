"""The head of a customer's page: who, where, and what is asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.queries import customers
from db.queries.customers import customer_head
from db.rules.words import (
    CollectionState,
    CustomerKind,
    Drainage,
    PaymentMethod,
    Role,
    UsageClass,
)
from tests.db.statements import statements_of
from tests.factories import (
    Paid,
    add_bill,
    add_contract,
    add_customer,
    add_location,
    add_meter,
    add_party,
)

TODAY = dt.date(2024, 9, 18)
JULY = dt.date(2024, 7, 1)
SEPTEMBER = dt.date(2024, 9, 1)


def _head(database, customer_id):
    with database.reading() as session:
        return customer_head(session, customer_id, role=Role.COUNTER, today=TODAY)


def test_a_customer_is_shown_as_registered_with_the_phone_masked(database):
    with database.writing() as session:
        customer_id = add_customer(session, "𠮷田　花子", "ヨシダ　ハナコ", note="耳が遠い")
    head = _head(database, customer_id)
    assert (head.name, head.kana, head.latin_name) == (
        "𠮷田　花子",
        "ヨシダ　ハナコ",
        "YAMADA Hanako",
    )
    assert (head.kind, head.note) == (CustomerKind.PERSON, "耳が遠い")
    assert head.phone_masked == "076-***-4567"


def test_a_customer_without_contract_or_phone_has_nothing_to_show_and_no_fault(database):
    with database.writing() as session:
        customer_id = add_customer(session, phone=None, latin_name=None)
    head = _head(database, customer_id)
    assert (head.contracts, head.phone_masked) == ((), "")
    assert (head.unpaid_yen, head.overdue_yen, head.overdue_bills) == (0, 0, 0)


def test_a_customer_who_is_gone_is_said_to_be(database):
    with pytest.raises(RuleBroken, match=r"customer\.gone"):
        _head(database, 404)


def test_a_contract_tells_what_is_said_at_the_counter(database):
    with database.writing() as session:
        customer_id = add_customer(session)
        location_id = add_location(session, "金沢市広坂1丁目1番1号", address_latin="1-1-1 Hirosaka")
        add_contract(
            session,
            customer_id,
            location_id,
            portal_number="1702445800312296",
            customer_number="0031229",
            usage_class=UsageClass.BUSINESS,
            drainage=Drainage.NONE,
            payment_method=PaymentMethod.DEBIT,
        )
    (choice,) = _head(database, customer_id).contracts
    assert (choice.portal_number, choice.customer_number) == ("1702445800312296", "0031229")
    assert (choice.address, choice.address_latin) == ("金沢市広坂1丁目1番1号", "1-1-1 Hirosaka")
    assert (choice.usage_class, choice.payment_method) == (
        UsageClass.BUSINESS,
        PaymentMethod.DEBIT,
    )
    assert (choice.has_sewerage, choice.bore_mm, choice.ended_on) == (False, 20, None)


def test_a_place_without_a_meter_has_no_bore(database):
    with database.writing() as session:
        customer_id = add_customer(session)
        add_contract(session, customer_id, add_location(session, meter=False))
    assert _head(database, customer_id).contracts[0].bore_mm is None


def test_the_bore_is_that_of_the_meter_of_the_contracts_time(database):
    with database.writing() as session:
        customer_id = add_customer(session)
        location_id = add_location(session, meter=False)
        add_meter(session, location_id, bore_mm=13, installed_on=dt.date(2014, 4, 1))
        add_meter(session, location_id, bore_mm=25, installed_on=dt.date(2022, 4, 1))
        ended = {"ended_on": dt.date(2020, 3, 31)}
        former = add_contract(session, customer_id, location_id, **ended)
        present = add_contract(session, customer_id, location_id, started_on=dt.date(2020, 4, 1))
    bores = {one.contract_id: one.bore_mm for one in _head(database, customer_id).contracts}
    assert bores == {present: 25, former: 13}


def test_current_places_come_first_and_rooms_count_upwards(database):
    with database.writing() as session:
        customer_id = add_customer(session)
        for address, ended_on in [
            ("金沢市本町1丁目2番3号 101号室", None),
            ("金沢市本町1丁目2番3号 98号室", dt.date(2024, 9, 17)),
            ("金沢市本町1丁目2番3号 98号室", TODAY),
            ("金沢市本町1丁目2番3号 9号室", None),
        ]:
            add_contract(session, customer_id, add_location(session, address), ended_on=ended_on)
    rooms = [one.address.split()[-1] for one in _head(database, customer_id).contracts]
    assert rooms == ["9号室", "98号室", "101号室", "98号室"]


def test_what_is_unpaid_is_summed_over_all_places_however_old(database):
    with database.writing() as session:
        customer_id = add_customer(session)
        here = add_contract(session, customer_id)
        there = add_contract(session, customer_id, add_location(session, "金沢市泉本町1番"))
        add_bill(session, here, SEPTEMBER)
        add_bill(session, here, JULY, payments=[Paid(1000, TODAY)])
        add_bill(session, here, dt.date(2023, 9, 1), paid_on=dt.date(2023, 9, 20))
        add_bill(session, there, dt.date(2014, 9, 1), sewerage=False)
        _add_the_neighbours_bill(session)
    head = _head(database, customer_id)
    # 2,748 yen: the tax was 8 % then
    assert (head.unpaid_yen, head.overdue_yen) == (5509 + 4509 + 2748, 4509 + 2748)
    assert head.overdue_bills == 2
    asked = {one.contract_id: (one.unpaid_yen, one.overdue_yen) for one in head.contracts}
    assert asked == {here: (10018, 4509), there: (2748, 2748)}


def _add_the_neighbours_bill(session):
    neighbour = add_customer(session, "隣 太郎", "トナリ タロウ")
    add_bill(session, add_contract(session, neighbour), JULY)


def test_nothing_is_asked_for_that_was_corrected_written_off_or_is_only_reported(database):
    with database.writing() as session:
        customer_id = add_customer(session)
        contract_id = add_contract(session, customer_id)
        add_bill(session, contract_id, JULY, debt={"corrected_on": TODAY})
        written_off = {"collection": CollectionState.WRITTEN_OFF}
        add_bill(session, contract_id, dt.date(2024, 5, 1), debt=written_off)
        reported = [Paid(2799, TODAY, confirmed=False)]
        add_bill(session, contract_id, dt.date(2024, 3, 1), payments=reported, sewerage=False)
    head = _head(database, customer_id)
    # a report is no payment yet
    assert (head.unpaid_yen, head.overdue_yen, head.overdue_bills) == (2799, 2799, 1)


def test_the_owner_of_a_place_is_not_asked_for_its_water(database):
    with database.writing() as session:
        owner_id = add_customer(session, "北村 一郎", "キタムラ イチロウ")
        contract_id = add_contract(session)
        add_party(session, contract_id, customer_id=owner_id)
        add_bill(session, contract_id, JULY)
    head = _head(database, owner_id)
    assert (head.contracts, head.unpaid_yen) == ((), 0)


def _landlord(session, places):
    customer_id = add_customer(session, "北陸住宅", "ホクリクジュウタク", kind=CustomerKind.COMPANY)
    for room in range(places):
        location_id = add_location(session, f"金沢市泉野町1丁目2番3号 {room + 1}号室")
        contract_id = add_contract(session, customer_id, location_id)
        add_bill(session, contract_id, JULY)
        add_bill(session, contract_id, SEPTEMBER, paid_on=TODAY)
    return customer_id


def test_a_landlord_of_sixty_places_costs_as_many_statements_as_anybody(database):
    with database.writing() as session:
        tenant_id = _landlord(session, 1)
        landlord_id = _landlord(session, 60)
    counts = []
    for customer_id in (tenant_id, landlord_id):
        with statements_of(database) as sent:
            head = _head(database, customer_id)
        counts.append(len(sent))
    assert counts == [1, 1]
    assert [len(head.contracts), head.overdue_bills] == [60, 60]
    assert head.overdue_yen == 60 * 5509
    assert [one.address[-4:] for one in head.contracts[8:10]] == [" 9号室", "10号室"]


def test_the_sums_are_whole_even_when_not_every_place_is_listed(database, monkeypatch):
    monkeypatch.setattr(customers, "_MOST_CONTRACTS", 3)
    with database.writing() as session:
        landlord_id = _landlord(session, 5)
    head = _head(database, landlord_id)
    assert (len(head.contracts), head.more_contracts) == (3, True)
    assert (head.overdue_yen, head.overdue_bills) == (5 * 5509, 5)
