"""The card with the newest bill: what is asked, until when, and what is on its way."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.queries.billing import billing_history
from db.rules.words import Account, CollectionState, Drainage, OverpaymentWay
from desktop import theme
from desktop.screens.customer.current_bill import CurrentBill
from desktop.screens.customer.sections import current_bill
from desktop.theme import Kind
from tests.factories import (
    Paid,
    add_bill,
    add_contract,
    add_overpayment,
    add_setting,
    debt_of,
)

JULY = dt.date(2024, 7, 1)
SEPTEMBER = dt.date(2024, 9, 1)


@pytest.fixture
def card(desk, show):
    return show(CurrentBill(desk))


@pytest.fixture
def bills(desk, card):
    """Give ``bills(fill, **contract)``: the card showing what ``fill(session, contract)`` adds."""

    def bills(fill, *, ended=False, **contract):
        with desk.database.writing() as session:
            add_setting(session, "delivery.payments_seen_to", "2024-09-17")
            contract_id = add_contract(session, **contract)
            fill(session, contract_id)
        with desk.database.reading() as session:
            history = billing_history(session, contract_id, today=desk.today)
        card.show_bill(current_bill(history), history, contract_ended=ended)
        return history

    return bills


def words(card):
    return [label.text() for label in card.moving if label.isVisible()]


def accounts(card):
    return [lines.words() for lines in card.accounts if lines.isVisible()]


def test_the_golden_bill(card, bills):
    bills(
        lambda s, c: add_bill(s, c, SEPTEMBER, usage_m3=21, debt={"due_on": dt.date(2024, 9, 30)})
    )
    assert card.total.text() == "5,509"
    assert card.month.text() == "for 2024-09"
    assert card.state.text() == "Not due"
    assert card.due.text() == "Due Mon 30 Sep 2024  in 12 days"
    assert card.due.property("role") == "sub"
    assert accounts(card) == [
        ("Water charge", "tax included 254 yen", "2,799 yen"),
        ("Sewerage charge", "tax included 246 yen", "2,710 yen"),
    ]
    assert card.seen.text() == "Payments seen up to 17 Sep"
    assert words(card) == []


def test_only_what_is_past_its_due_date_is_red(card, bills):
    bills(lambda s, c: add_bill(s, c, JULY))
    assert card.due.text() == "Due Sun 28 Jul 2024  52 days past"
    assert card.due.property("role") == "err"
    assert card.state.kind is Kind.ERR


def test_the_due_date_itself_is_not_late(card, bills):
    bills(lambda s, c: add_bill(s, c, SEPTEMBER, debt={"due_on": dt.date(2024, 9, 18)}))
    assert card.due.text() == "Due Wed 18 Sep 2024  today"
    assert card.due.property("role") == "sub"


def test_a_paid_bill_says_when_instead_of_until_when(card, bills):
    bills(lambda s, c: add_bill(s, c, SEPTEMBER, paid_on=dt.date(2024, 9, 12)))
    assert card.due.text() == "Paid on Thu 12 Sep 2024"
    assert card.state.text() == "Paid"


def test_water_without_sewerage_is_one_line(card, bills):
    bills(add_bill, drainage=Drainage.NONE)
    assert [name for name, _, _ in accounts(card)] == ["Water charge"]
    assert card.total.text() == "2,799"


def test_part_payment_says_what_is_left(card, bills):
    bills(lambda s, c: add_bill(s, c, payments=[Paid(799, dt.date(2024, 9, 12))]))
    assert card.state.text() == "Part paid"
    assert words(card) == ["Paid ¥799, still to pay ¥4,710"]


def test_a_payment_that_was_only_reported_is_told_with_its_day(card, bills):
    day = dt.date(2024, 9, 16)
    bills(lambda s, c: add_bill(s, c, payments=[Paid(2799, day, confirmed=False)]))
    assert words(card) == ["Reported 16 Sep ¥2,799 (Water charge)"]
    assert card.state.text() == "Not due"


def test_both_accounts_reported_are_one_line(card, bills):
    paid = [
        Paid(2799, dt.date(2024, 9, 16), confirmed=False),
        Paid(2710, dt.date(2024, 9, 16), Account.SEWERAGE, confirmed=False),
    ]
    bills(lambda s, c: add_bill(s, c, payments=paid))
    assert words(card) == ["Reported 16 Sep ¥5,509"]


def test_a_debit_on_its_way_is_told_with_its_day(card, bills):
    moving = {"collection": CollectionState.REQUESTED, "collection_on": dt.date(2024, 9, 27)}
    bills(lambda s, c: add_bill(s, c, debt=moving))
    assert words(card) == ["Debit requested 27 Sep"]


def test_money_that_went_back_and_money_that_has_not(card, bills):
    def fill(session, contract):
        debt = debt_of(session, add_bill(session, contract, paid_on=dt.date(2024, 9, 12)))
        found = dt.date(2024, 9, 13)
        back = {"way": OverpaymentWay.REFUND, "settled_on": dt.date(2024, 9, 17)}
        add_overpayment(session, debt, 1200, found, **back)
        add_overpayment(session, debt, 300, found)

    bills(fill)
    assert words(card) == ["Refunded ¥1,200", "Overpaid ¥300, not gone back yet"]


def test_older_bills_left_unpaid_are_not_forgotten(card, bills):
    def fill(session, contract):
        add_bill(session, contract, dt.date(2020, 1, 1), sewerage=False)
        add_bill(session, contract, JULY)
        add_bill(session, contract, SEPTEMBER)

    bills(fill)
    assert words(card) == ["Other bills unpaid: 2, ¥8,308"]


def test_a_bill_that_was_corrected_gives_way_to_the_one_that_replaces_it(card, bills):
    def fill(session, contract):
        gone = {"corrected_on": dt.date(2024, 9, 15)}
        add_bill(session, contract, SEPTEMBER, usage_m3=40, sequence=2, debt=gone)
        add_bill(session, contract, SEPTEMBER, usage_m3=21, to_on=dt.date(2024, 9, 11))

    bills(fill)
    assert card.total.text() == "5,509"


def test_a_bill_corrected_away_asks_for_nothing(card, bills):
    bills(lambda s, c: add_bill(s, c, debt={"corrected_on": dt.date(2024, 9, 15)}))
    assert card.state.text() == "Corrected"
    assert words(card) == ["Corrected: nothing is asked for any more"]
    assert card.due.text() == "Due Sat 28 Sep 2024"
    assert card.seen.text() == ""


def test_a_contract_that_just_began_has_no_bill_yet(card, bills):
    bills(lambda s, c: None)
    assert card.nothing.isVisible()
    assert card.nothing.fact.text() == "No bill yet"
    assert not card.total.isVisible()


def test_the_last_bill_of_a_contract_that_ended(card, bills):
    bills(lambda s, c: add_bill(s, c, JULY, paid_on=dt.date(2024, 7, 20)), ended=True)
    assert card.title.text() == "Last bill"


def test_the_breakdown_is_a_key_away(card, bills, qtbot):
    history = bills(add_bill)
    card.breakdown.setFocus()
    with qtbot.waitSignal(card.breakdown_wanted) as wanted:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert wanted.args == [history.rows[0].bill_id]


def test_a_low_window_gets_a_lower_card_with_all_its_words(card, bills, qapp):
    bills(lambda s, c: add_bill(s, c, payments=[Paid(799, dt.date(2024, 9, 12))]))
    tall = card.sizeHint().height()
    theme.apply(qapp, theme.load(), compact=True)
    assert card.sizeHint().height() <= tall - 30
    assert accounts(card)[0] == ("Water charge", "tax 254 yen", "2,799")
    theme.apply(qapp, theme.load())
    assert card.sizeHint().height() == tall
