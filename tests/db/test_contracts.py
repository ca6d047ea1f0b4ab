"""The people, the meters and the readings of a contract."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.queries.alerts import customer_alerts
from db.queries.billing import billing_history
from db.queries.contracts import MeterLine, contract_details
from db.queries.customers import customer_head
from db.rules.alerts import Alert, AlertKind
from db.rules.words import CollectionState, MeterStatus, PartyRole, Role
from tests.db.statements import statements_of
from tests.factories import (
    Paid,
    add_bill,
    add_contract,
    add_customer,
    add_location,
    add_meter,
    add_overpayment,
    add_party,
    add_reading,
    debt_of,
)

TODAY = dt.date(2024, 9, 18)
JULY = dt.date(2024, 7, 1)
SEPTEMBER = dt.date(2024, 9, 1)


def _details(database, contract_id):
    with database.reading() as session:
        return contract_details(session, contract_id, role=Role.COUNTER, today=TODAY)


def test_a_contract_that_is_gone_is_said_to_be(database):
    with pytest.raises(RuleBroken, match=r"contract\.gone"):
        _details(database, 404)


def test_the_parties_stand_with_the_user_first_and_the_former_ones_last(database):
    with database.writing() as session:
        user_id = add_customer(session, "山田 花子", address="金沢市泉野町3丁目4番5号")
        contract_id = add_contract(session, user_id, started_on=dt.date(2020, 4, 1))
        for role in (PartyRole.MANAGER, PartyRole.OWNER, PartyRole.ADDRESSEE):
            add_party(session, contract_id, role)
        add_party(session, contract_id, PartyRole.ACCOUNT_HOLDER, ended_on=dt.date(2024, 9, 17))
        other_id = add_contract(session)
        add_party(session, other_id, PartyRole.ACCOUNT_HOLDER)
    user, *others = _details(database, contract_id).parties
    assert (user.role, user.name, user.kana) == (PartyRole.USER, "山田 花子", "ヤマダ ハナコ")
    assert (user.started_on, user.ended_on) == (dt.date(2020, 4, 1), None)
    assert [one.role for one in others] == [
        PartyRole.ADDRESSEE,
        PartyRole.OWNER,
        PartyRole.MANAGER,
        PartyRole.ACCOUNT_HOLDER,
    ]
    assert {one.name for one in others} == {"北村 一郎"}


def test_the_user_of_an_ended_contract_still_stands_first(database):
    with database.writing() as session:
        contract_id = add_contract(session, ended_on=dt.date(2024, 3, 31))
        add_party(session, contract_id)
    roles = [one.role for one in _details(database, contract_id).parties]
    assert roles == [PartyRole.USER, PartyRole.OWNER]


def test_phones_and_addresses_of_the_parties_are_masked(database):
    with database.writing() as session:
        contract_id = add_contract(session, add_customer(session, address="金沢市泉野町3丁目4番"))
        add_party(session, contract_id)
    user, owner = _details(database, contract_id).parties
    assert (user.phone_masked, user.address) == ("076-***-4567", "金沢市泉野町***")
    assert owner.address is None


def test_everyone_who_lived_there_is_listed_newest_first(database):
    with database.writing() as session:
        location_id = add_location(session)
        former_id = add_customer(session, "前田 利雄", "マエダ トシオ")
        present_id = add_customer(session)
        ended = {"started_on": dt.date(2010, 4, 1), "ended_on": dt.date(2020, 3, 31)}
        former = add_contract(session, former_id, location_id, **ended)
        present = add_contract(session, present_id, location_id, started_on=dt.date(2020, 4, 1))
        add_contract(session)
    seen = [(one.customer_id, one.is_this) for one in _details(database, present).occupants]
    assert seen == [(present_id, True), (former_id, False)]
    # of the former occupant's contract the present one is no party
    details = _details(database, former)
    assert [(one.name, one.ended_on) for one in details.parties] == [
        ("前田 利雄", dt.date(2020, 3, 31))
    ]
    assert [one.is_this for one in details.occupants] == [False, True]


def test_an_exchanged_meter_stays_listed_below_the_one_that_hangs(database):
    with database.writing() as session:
        location_id = add_location(session, meter=False)
        gone = {"installed_on": dt.date(2014, 4, 1), "removed_on": dt.date(2022, 3, 31)}
        gone |= {"exchange_due_on": dt.date(2022, 3, 31)}
        add_meter(session, location_id, serial="14-1", bore_mm=13, **gone)
        add_meter(session, location_id, serial="22-1")
        contract_id = add_contract(session, None, location_id)
    hanging, former = _details(database, contract_id).meters
    assert (hanging.serial, hanging.removed_on) == ("22-1", None)
    assert former == MeterLine("14-1", 13, gone["installed_on"], *[dt.date(2022, 3, 31)] * 2)


def test_readings_tell_both_pointers_the_old_meter_and_the_days(database):
    with database.writing() as session:
        contract_id = add_contract(session, started_on=dt.date(2024, 3, 1))
        add_reading(session, contract_id, dt.date(2024, 5, 10), usage_m3=9)
        exchanged = {"previous_value": 0, "current_value": 6, "old_meter_m3": 4}
        add_reading(session, contract_id, dt.date(2024, 7, 10), usage_m3=10, **exchanged)
        absent = {"current_value": None, "status_code": MeterStatus.ABSENT}
        add_bill(session, contract_id, SEPTEMBER, reading=absent)
    newest, july, first = _details(database, contract_id).readings
    assert (newest.estimated, newest.current_value) == (True, None)
    assert (newest.status_code, newest.days) == (MeterStatus.ABSENT, 62)
    assert (july.previous_value, july.current_value, july.old_meter_m3) == (0, 6, 4)
    assert (july.usage_m3, july.days, july.estimated) == (10, 61, False)
    # the first reading counts from the day the contract began
    assert first.days == 70
    assert {one.meter_serial for one in (newest, july, first)} == {
        one.serial for one in _details(database, contract_id).meters
    }


def test_five_years_of_readings_are_shown_whose_days_stay_right(database):
    with database.writing() as session:
        contract_id = add_contract(session)
        for days in range(0, 40 * 60, 60):
            add_reading(session, contract_id, TODAY - dt.timedelta(days=days))
    readings = _details(database, contract_id).readings
    assert len(readings) == 30
    assert {one.days for one in readings} == {60}


def test_details_cost_three_statements(database):
    with database.writing() as session:
        contract_id = add_contract(session)
        add_party(session, contract_id)
        add_bill(session, contract_id)
    with statements_of(database) as sent:
        _details(database, contract_id)
    assert len(sent) == 3


def _alerts(database, customer_id, contract_id):
    with database.reading() as session:
        return customer_alerts(
            customer_head(session, customer_id, role=Role.COUNTER, today=TODAY),
            billing_history(session, contract_id, today=TODAY),
            contract_details(session, contract_id, role=Role.COUNTER, today=TODAY),
            today=TODAY,
        )


def test_the_strip_warns_of_all_that_the_records_know(database):
    with database.writing() as session:
        customer_id = add_customer(session)
        location_id = add_location(session, meter=False)
        add_meter(session, location_id, exchange_due_on=dt.date(2024, 10, 8))
        contract_id = add_contract(session, customer_id, location_id)
        failed = {"collection": CollectionState.FAILED}
        add_bill(session, contract_id, JULY, debt=failed, payments=[Paid(2799, TODAY)])
        leak = {"status_code": MeterStatus.LEAK}
        bill_id = add_bill(session, contract_id, SEPTEMBER, paid_on=TODAY, reading=leak)
        add_overpayment(session, debt_of(session, bill_id), 300, TODAY)
        elsewhere = add_contract(session, customer_id, add_location(session, "金沢市泉本町1番"))
        add_bill(session, elsewhere, JULY)
    assert _alerts(database, customer_id, contract_id) == (
        Alert(AlertKind.OVERDUE, bills=2, yen=2710 + 5509),
        Alert(AlertKind.LEAK, on=dt.date(2024, 9, 10), status_code=MeterStatus.LEAK),
        Alert(AlertKind.DEBIT_FAILED, bills=1, yen=2710),
        Alert(AlertKind.OVERPAID, bills=1, yen=300),
        Alert(AlertKind.EXCHANGE_DUE, on=dt.date(2024, 10, 8)),
    )


def test_the_strip_of_a_former_contract_is_silent_on_the_meter_others_use_now(database):
    with database.writing() as session:
        customer_id = add_customer(session)
        location_id = add_location(session, meter=False)
        add_meter(session, location_id, exchange_due_on=dt.date(2024, 10, 8))
        ended = {"ended_on": dt.date(2024, 9, 17)}
        contract_id = add_contract(session, customer_id, location_id, **ended)
        snow = {"current_value": None, "status_code": MeterStatus.SNOW}
        add_bill(session, contract_id, SEPTEMBER, paid_on=TODAY, reading=snow)
    assert _alerts(database, customer_id, contract_id) == ()


def test_a_customer_without_bills_or_readings_has_no_alerts(database):
    with database.writing() as session:
        customer_id = add_customer(session)
        contract_id = add_contract(session, customer_id)
    assert _alerts(database, customer_id, contract_id) == ()
