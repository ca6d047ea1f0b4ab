"""Phone numbers hide their middle, however they were written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.masking import in_fours, mask_address, mask_phone


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("076-123-4821", "076-***-4821"),
        ("090-1234-0177", "090-****-0177"),
        ("0761-23-4821", "0761-**-4821"),
        ("076（123）4821", "076(***)4821"),
        ("０７６－１２３－４８２１", "076-***-4821"),
        ("0761234821", "076***4821"),
        ("09012340177", "090****0177"),
        ("+81-76-123-4821", "+81-**-***-4821"),
        ("123-4821", "***-4821"),
        ("119", "***"),
        ("1234", "****"),
        ("076-123-4821 / 090-1234-0177", "076-***-4821 / 090-****-0177"),
        ("", ""),
        ("なし", "なし"),
        ("0120-328-117", "0120-**8-117"),
    ],
)
def test_a_phone_number_on_the_screen(phone, masked):
    assert mask_phone(phone) == masked


@pytest.mark.parametrize(
    ("number", "grouped"),
    [("1702445800312296", "1702 4458 0031 2296"), ("123456", "1234 56"), ("", "")],
)
def test_a_long_number_in_fours(number, grouped):
    assert in_fours(number) == grouped


@given(st.text(alphabet="0123456789-() +", max_size=20))
def test_at_most_eight_digits_stay_and_two_are_hidden(phone):
    digits = len(re.findall(r"\d", phone))
    left = len(re.findall(r"\d", mask_phone(phone)))
    assert digits - left >= min(digits, 2)
    assert mask_phone(phone).endswith(phone[-4:]) or digits < 7 or not phone[-4:].isdigit()


@given(st.text(max_size=30))
def test_whatever_stands_in_the_field_masking_does_not_fail(phone):
    mask_phone(phone)


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("金沢市本町1丁目2-3 山田方", "金沢市本町***"),
        ("石川県金沢市広岡３丁目", "石川県金沢市広岡***"),
        ("金沢市本町 山田方", "***"),
        ("1-2-3 Honmachi", "***"),
    ],
)
def test_an_address_shows_the_town_alone(address, masked):
    assert mask_address(address) == masked
