"""Fields take what one can see and refuse the rest by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules.field_text import clean


@pytest.mark.parametrize(
    "text",
    [
        "", "山田 花子", "𠮷田", "葛\U000e0100飾", "辻\U000e0101", "髙橋・﨑", "ﾔﾏﾀﾞ", "Zoë",
        "ヴ\u3099", "金沢市磯部町ニ45番地", "～〜－−", "\ue000", "㈱水窓", "❄\ufe0f",
    ],
)  # fmt: skip
def test_names_stay_exactly_as_registered(text):
    assert clean("name", text, 100) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\0b", "text.unreadable"),
        ("a\ud842", "text.unreadable"),
        ("a\uffff", "text.unreadable"),
        ("a\ufdd0", "text.unreadable"),
        ("a\nb", "text.line_break"),
        ("a\r\nb", "text.line_break"),
        ("a\x85b", "text.line_break"),
        ("a\u2028b", "text.line_break"),
        ("a\tb", "text.control"),
        ("a\x1bb", "text.control"),
        ("a\x9bb", "text.control"),
        ("a\u202eb", "text.invisible"),
        ("a\u2066b", "text.invisible"),
        ("a\u200fb", "text.invisible"),
        ("a\u200bb", "text.invisible"),
        ("a\u200db", "text.invisible"),
        ("\ufeffa", "text.invisible"),
        ("a\u00adb", "text.invisible"),
        ("a\U000e0041b", "text.invisible"),
        ("あ" * 101, "text.too_long"),
    ],
)
def test_what_nobody_can_see_or_store_is_refused(text, code):
    with pytest.raises(RuleBroken) as refused:
        clean("name", text, 100)
    assert refused.value.code == code
    assert refused.value.facts["field"] == "name"


def test_a_memo_may_have_lines():
    assert (
        clean("note", "一行目\r\n二行目\r三行目\n", 100, multiline=True)
        == "一行目\n二行目\n三行目\n"
    )


@pytest.mark.parametrize("text", ["a\tb", "a\u2028b", "a\u202eb"])
def test_a_memo_refuses_the_rest_too(text):
    with pytest.raises(RuleBroken):
        clean("note", text, 100, multiline=True)


def test_a_line_end_counts_once_towards_the_length():
    assert clean("note", "a\r\nb", 3, multiline=True) == "a\nb"


def test_ten_million_characters_are_refused_at_once():
    with pytest.raises(RuleBroken) as refused:
        clean("note", "a" * 10_500_000, 2_000, multiline=True)
    assert refused.value.facts["length"] == 10_500_000


@given(st.text(alphabet=st.characters(codec=None)), st.booleans())
def test_what_is_taken_can_be_stored(text, multiline):
    try:
        taken = clean("note", text, 50, multiline=multiline)
    except RuleBroken:
        return
    assert len(taken) <= 50
    assert "\0" not in taken
    taken.encode()
    assert clean("note", taken, 50, multiline=multiline) == taken
