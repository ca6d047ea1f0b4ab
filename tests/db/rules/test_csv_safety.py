"""No cell of an export runs as a formula."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.csv_safety import csv_cell


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1+1", "＠a",
        "|calc", "%calc", " =1+1", "　＝1", "\u200b=1", "\0=1", "\x01\x02=1", "-1,2", "+", "-",
        "=HYPERLINK(\"x\")", "﹦1", "-٣",
    ],
)  # fmt: skip
def test_what_could_act_is_made_text(text):
    assert csv_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "", "5,509", "-5", "+5", "-1,200", "-1,200.50", "0.5", "090-1234-0177", "076-123-4821",
        "山田 花子", "本町1丁目4-12-203", "1702 4458 0031 2296", "2024-09-30", "a=b",
        "–", "ー", "−",
    ],
)  # fmt: skip
def test_what_cannot_act_stays(text):
    assert csv_cell(text) == text


@given(
    st.text(alphabet=st.sampled_from("=+-@＝＋－＠|% 　\t\r\n\0\u200b0123456789,.a花"), max_size=12)
)
def test_no_export_holds_a_formula(text):
    bare = unicodedata.normalize("NFKC", csv_cell(text).lstrip(" 　\0\u200b"))
    number = bare.removeprefix("-").removeprefix("+").replace(",", "").replace(".", "")
    assert bare[:1] not in set("=+-@|%\t\r\n") or number.isdecimal()
