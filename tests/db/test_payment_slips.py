"""What a slip asks for, until when it is taken, and what speaks against issuing it."""

from __future__ import annotations

import datetime as dt

import pytest

from db.errors import RuleBroken
from db.models import Debt
from db.queries.notice_catalogue import facts_for
from db.queries.slip_warnings import slip_warnings
from db.rules.contact_words import HoldKind
from db.rules.paper import PaperKind
from db.rules.slip_stops import SlipStop
from db.rules.words import Account, CollectionState
from tests.db.document_desk import ISSUER, NOW, TODAY, DocumentDesk
from tests.factories import Paid, add_bill, add_location, add_payment, add_setting, debt_of
from tests.protection_factories import add_hold

JULY, MAY = dt.date(2024, 7, 1), dt.date(2024, 5, 1)


@pytest.fixture
def desk(database):
    return DocumentDesk(database)


def slip(desk, kind=PaperKind.REISSUED_SLIP, *, now=NOW, **more):
    with desk.database.reading() as session:
        return facts_for(session, desk.wanted(kind, **more), issuer=ISSUER, now=now)


def test_a_slip_issued_anew_keeps_the_due_date_and_tells_until_when_it_is_taken(desk):
    facts = slip(desk)
    assert (facts.due_on, facts.reissued_on) == (dt.date(2024, 9, 28), TODAY)
    assert (facts.handle_until, facts.reissue) == (dt.date(2024, 10, 18), 1)
    assert (facts.head.number, facts.slip.yen) == ("", 5509)
    barcode = facts.slip.barcode
    assert (barcode[29], barcode[30:36], barcode[37:43]) == ("1", "241018", "005509")


def test_the_last_day_at_the_shops_is_an_open_one(desk):
    with desk.database.writing() as session:
        add_setting(session, "paper.slip_days", "10")  # 28 September is a Saturday
        add_setting(session, "days.closed", "2024-09-30")
    assert slip(desk).handle_until == dt.date(2024, 10, 1)


def test_no_slip_is_taken_after_a_debt_may_no_longer_be_claimed(desk):
    ends = dt.date(2024, 10, 5)
    bill_id = desk.bill(None, MAY, debt={"limitation_on": ends})
    assert slip(desk, bill_ids=(bill_id, desk.bill_id)).handle_until == ends


def test_water_past_its_limitation_is_asked_for_until_the_debtor_invokes_it(desk):
    over = {"limitation_on": TODAY - dt.timedelta(days=1)}
    facts = slip(desk, bill_ids=(desk.bill(None, MAY, debt=over),))
    assert facts.accounts == {Account.WATER}
    assert facts.handle_until == dt.date(2024, 10, 18)


def test_a_payment_notice_is_no_reissue(desk):
    facts = slip(desk, PaperKind.PAYMENT_NOTICE)
    assert (facts.handle_until, facts.reissue, facts.reissued_on) == (None, 0, None)
    assert facts.due_on == dt.date(2024, 9, 28)


def test_one_slip_for_several_bills_also_of_several_places(desk):
    with desk.database.writing() as session:
        shop = add_location(session, "金沢市片町2丁目1番")
    other = desk.contract(location_id=shop)
    bills = (desk.bill_id, desk.bill(other, JULY), desk.bill(None, MAY))
    facts = slip(desk, bill_ids=bills)
    assert [bill.month for bill in facts.bills] == [MAY, JULY, dt.date(2024, 9, 1)]
    assert facts.places == ("金沢市本町1丁目2番3号", "金沢市片町2丁目1番")
    assert (facts.due_on, facts.slip.yen) == (None, 3 * 5509)
    assert facts.slip.payment_number == facts.bills[0].payment_number


def test_without_a_choice_the_slip_is_for_all_that_is_unpaid_of_the_contract(desk):
    desk.bill(None, MAY, paid_on=TODAY)
    desk.bill(None, JULY)
    desk.bill(desk.contract(), MAY)
    assert [bill.month for bill in slip(desk, bill_ids=()).bills] == [JULY, dt.date(2024, 9, 1)]
    nobody = desk.contract()
    with pytest.raises(RuleBroken, match=r"notice\.nothing"):
        slip(desk, bill_ids=(), contract_id=nobody)


def test_the_digit_counts_how_often_exactly_these_debts_were_asked_for_anew(desk):
    july = desk.bill(None, JULY)
    desk.issue()
    desk.issue()
    desk.issue(desk.wanted(bill_ids=(desk.bill_id, july)))
    desk.issue(desk.wanted(PaperKind.PAYMENT_NOTICE))
    assert slip(desk).reissue == 3
    assert slip(desk, bill_ids=(july, desk.bill_id)).reissue == 2
    assert slip(desk, bill_ids=(july,)).reissue == 1
    with desk.database.writing() as session:
        sewerage = debt_of(session, desk.bill_id, Account.SEWERAGE)
        add_payment(session, sewerage, Paid(2710, TODAY))
    assert slip(desk).reissue == 1  # the water alone was never asked for


def test_after_the_ninth_there_is_no_digit_left(desk):
    for reissue in range(1, 10):
        desk.issue()
        assert desk.documents()[0].reissue == reissue
    assert desk.issue_refused() == "slip.too_many_reissues"
    assert len(desk.documents()) == 9


def warned(desk, *bill_ids):
    with desk.database.reading() as session:
        found = slip_warnings(session, bill_ids or (desk.bill_id,), TODAY)
    return [(each.code, each.account, each.yen, each.reason) for each in found]


def test_nothing_speaks_against_an_ordinary_bill(desk):
    assert warned(desk) == []
    assert warned(desk, desk.bill(None, JULY, paid_on=TODAY)) == []


def test_what_moves_for_a_debt_is_told_of_that_debt(desk):
    with desk.database.writing() as session:
        water, sewerage = (debt_of(session, desk.bill_id, account) for account in Account)
        session.get_one(Debt, sewerage).collection = CollectionState.REQUESTED
        session.get_one(Debt, sewerage).collection_on = TODAY
        add_payment(session, water, Paid(1000, TODAY))
        add_payment(session, water, Paid(500, TODAY, confirmed=False))
        add_hold(session, desk.customer_id, debt_id=water, kind=HoldKind.INSTALMENTS, reason="分納")
    assert warned(desk) == [
        (SlipStop.PAYMENT_REPORTED, Account.WATER, 1799, ""),
        (SlipStop.INSTALMENTS, Account.WATER, 1799, "分納"),
        (SlipStop.DEBIT_REQUESTED, Account.SEWERAGE, 2710, ""),
    ]


def test_a_hold_counts_while_it_is_in_force(desk):
    with desk.database.writing() as session:
        for days in ({"from_on": TODAY + dt.timedelta(days=1)}, {"to_on": dt.date(2024, 9, 17)}):
            add_hold(session, desk.customer_id, kind=HoldKind.DISPUTE, **days)
        add_hold(session, desk.customer_id, kind=HoldKind.RETURNED_MAIL)
    assert warned(desk) == []
    with desk.database.writing() as session:
        add_hold(session, desk.customer_id, kind=HoldKind.DISPUTE, reason="検針に異議")
    assert {each[0] for each in warned(desk)} == {SlipStop.DISPUTE}
    assert len(warned(desk)) == 2


def test_extinguished_sewerage_is_said_to_be_left_out(desk):
    over = {"limitation_on": TODAY - dt.timedelta(days=1)}
    with desk.database.writing() as session:
        old = add_bill(session, desk.contract_id, MAY, debt=over)
    assert warned(desk, old, desk.bill_id) == [(SlipStop.EXTINGUISHED, Account.SEWERAGE, 2710, "")]
    with desk.database.writing() as session:
        for account in Account:
            session.get_one(Debt, debt_of(session, old, account)).corrected_on = TODAY
    assert warned(desk, old) == []
