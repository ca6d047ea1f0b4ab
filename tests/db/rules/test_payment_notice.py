"""What a payment notice asks for, and what of it nobody can pay."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from db.errors import RuleBroken
from db.rules.invoice import Rated
from db.rules.slip_barcode import NoBarcode
from db.rules.words import Account
from tests.desktop.slip_help import (
    HOME,
    SHOP,
    bill_of,
    debt_of,
    head_of,
    notice_of,
    reissue_of,
    three_bills,
)


def test_one_slip_asks_for_all_bills_account_by_account():
    notice = notice_of(three_bills())
    slip = notice.slip
    assert slip.yen == 2310 + 1980 + 6210 + 12340 + 9870
    assert slip.charge_yen(Account.WATER) == 2310 + 6210 + 12340
    assert slip.charge_yen(Account.SEWERAGE) == 1980 + 9870
    assert notice.places == (HOME, SHOP)
    assert notice_of((bill_of(sewerage=None),)).slip.charge_yen(Account.SEWERAGE) is None


def test_fees_and_interest_are_told_apart_from_the_charge():
    debt = debt_of(Account.SEWERAGE, 4043, fee_yen=100, interest_yen=57)
    slip = notice_of((bill_of(debts=(debt,)),)).slip
    assert (slip.charge_yen(Account.SEWERAGE), slip.fee_yen, slip.interest_yen) == (4043, 100, 57)
    assert slip.yen == 4200


def test_the_bar_code_tells_sum_last_day_and_reissue():
    code = reissue_of(three_bills()).slip.barcode
    assert code[2:8] == "912345"
    assert code[8:13] == "00003"
    assert (code[29], code[30:36], code[37:43]) == ("1", "241031", "032710")


def test_over_300_000_yen_there_is_no_bar_code():
    assert notice_of((bill_of(water=300_000, sewerage=1),)).slip.barcode is NoBarcode.OVER_LIMIT


@pytest.mark.parametrize(("water", "sewerage"), [(0, 0), (-5000, 4043), (0, None)])
def test_a_slip_of_nothing_or_less_is_refused(water, sewerage):
    with pytest.raises(RuleBroken) as refused:
        notice_of((bill_of(water=water, sewerage=sewerage),))
    assert (refused.value.code, refused.value.facts) == (
        "notice.nothing",
        {"kind": head_of().kind},
    )


def test_the_fiscal_years_are_those_of_the_bills():
    bills = (bill_of(dt.date(2024, 3, 1)), bill_of(dt.date(2024, 4, 1)), bill_of())
    assert notice_of(bills).slip.fiscal_years == (2023, 2024)


def test_the_tax_is_that_of_what_was_billed_though_part_is_paid():
    bills = (
        bill_of(debts=(debt_of(Account.WATER, 1000, billed_yen=5038),)),
        bill_of(debts=(replace(debt_of(Account.WATER, 1080), tax_percent=8, tax_yen=80),)),
    )
    assert notice_of(bills).rates(Account.WATER) == (Rated(10, 5038, 458), Rated(8, 1080, 80))


def test_the_user_owes_whoever_gets_the_paper():
    head = head_of()
    assert notice_of(
        head=replace(head, addressee=replace(head.addressee, name="管理人"))
    ).slip.payer
    assert notice_of(head=replace(head, use=None)).slip.payer == head.addressee.name
    assert reissue_of().reissued
    assert not notice_of().reissued
