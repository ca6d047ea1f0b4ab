"""The 44 digits by which shops take money."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.slip_barcode import NoBarcode, barcode_lines, check_digit, slip_barcode

PUBLISHED = "91912345000000000000004520875004013100295004"
SLIP = {
    "company_code": "912345",
    "payment_number": "1702445800312296",
    "reissue": 0,
    "expires_on": dt.date(2024, 10, 31),
    "yen": 9081,
}


def code(**facts):
    return slip_barcode(**SLIP | facts)


def test_the_check_digit_of_a_published_sample():
    assert len(PUBLISHED) == 44
    assert check_digit(PUBLISHED[:43]) == int(PUBLISHED[43])


def test_every_field_stands_in_its_place():
    found = code(reissue=2, bills=3)
    fields = ((0, 2), (2, 8), (8, 13), (13, 29), (29, 30), (30, 36), (36, 37), (37, 43))
    assert [found[start:end] for start, end in fields] == [
        "91", "912345", "00003", "1702445800312296", "2", "241031", "0", "009081",
    ]  # fmt: skip
    assert code(expires_on=None)[30:36] == "999999"


@given(st.integers(1, 300_000), st.integers(0, 9), st.from_regex(r"\A[0-9]{16}\Z"))
def test_any_code_has_44_digits_and_one_wrong_digit_is_noticed(yen, reissue, number):
    found = code(yen=yen, reissue=reissue, payment_number=number)
    assert (len(found), found.isdigit()) == (44, True)
    for place, digit in enumerate(found[:43]):
        wrong = found[:place] + str((int(digit) + 1) % 10) + found[place + 1 : 43]
        assert check_digit(wrong) != int(found[43])


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"yen": 300_001}, NoBarcode.OVER_LIMIT),
        ({"yen": 0}, NoBarcode.NOTHING_DUE),
        ({"yen": -120}, NoBarcode.NOTHING_DUE),
        ({"payment_number": ""}, NoBarcode.NO_NUMBER),
        ({"payment_number": "１７０２４４５８００３１２２９６"}, NoBarcode.NO_NUMBER),
        ({"company_code": "12"}, NoBarcode.NO_COMPANY_CODE),
        ({"reissue": 10}, NoBarcode.REISSUED_TOO_OFTEN),
    ],
)
def test_a_slip_without_a_code_says_why(facts, reason):
    assert code(**facts) is reason


def test_shops_take_just_up_to_300_000_yen():
    assert code(yen=300_000)[37:43] == "300000"


def test_people_read_it_in_two_lines():
    assert barcode_lines(PUBLISHED) == ("(91)912345-0000000000000045208750", "040131-0-029500-4")
