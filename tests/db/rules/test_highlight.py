"""The list shows in each row why it was found."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.highlight import highlight, highlight_by_reading, highlight_number
from db.rules.search_terms import parse_query
from db.rules.search_text import fold_text


def _term(text):
    (term,) = parse_query(text).terms
    return term


def _shown(displayed, spans):
    return [displayed[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("displayed", "text", "shown"),
    [
        ("ヤマダ ハナコ", "ﾔﾏﾀﾞ", ["ヤマダ"]),
        ("ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ", ["ﾔﾏﾀﾞ"]),
        ("髙橋 一郎", "高橋", ["髙橋"]),
        ("渡邊󠄀 健", "渡辺", ["渡邊󠄀"]),
        ("𠮷田 𠮷子", "吉", ["𠮷", "𠮷"]),
        ("山田 花子", "山田花子", ["山田 花子"]),
        ("㈱水都設備", "株式会社水都", ["㈱水都"]),
        ("コーポみどり", "こぽ", ["コーポ"]),
        ("本町二丁目3番4号", "本町2-3", ["本町二丁目3"]),
        ("本町1丁目4-12-203", "本町", ["本町"]),
        ("本町1丁目4-12-203", "1-4", ["1丁目4"]),
        ("磯部町ニ45番地", "磯部町二", ["磯部町ニ"]),
        ("佐々木", "佐佐", ["佐々"]),
        ("山田", "川", []),
    ],
)
def test_what_a_word_found_is_marked_as_it_is_written(displayed, text, shown):
    assert _shown(displayed, highlight(displayed, _term(text))) == shown


@pytest.mark.parametrize(
    ("displayed", "text", "shown"),
    [
        ("1702 4458 0031 2296", "17024458", ["1702 4458"]),
        ("1702 4458 0031 2296", "1702-4458-0031-2296", ["1702 4458 0031 2296"]),
        ("076-263-4821", "4821", ["4821"]),
        ("076-263-4821", "山田", []),
    ],
)
def test_digits_are_marked_across_their_groups(displayed, text, shown):
    assert _shown(displayed, highlight_number(displayed, _term(text))) == shown


@pytest.mark.parametrize(
    ("reading", "text", "shown"),
    [
        ("ホンマチ1チョウメ4-12-203", "ホンマチ", ["本町"]),
        ("ホンマチ１チョウメ４－１２－２０３", "ほんま", ["本町"]),
        ("ホンマチ1チョウメ4", "ホンマチ", []),
        ("", "ホンマチ", []),
    ],
)
def test_a_reading_marks_the_part_of_the_address_that_it_reads(reading, text, shown):
    displayed = "本町1丁目4-12-203"

    assert _shown(displayed, highlight_by_reading(displayed, reading, _term(text))) == shown


@given(
    st.text(st.sampled_from("山髙橋二丁目番1２ニのガー(株)㈱ｶﾞ 々\ufe00"), max_size=12), st.data()
)
def test_marks_stand_in_order_inside_the_text_and_hold_what_was_typed(displayed, data):
    start = data.draw(st.integers(0, len(displayed)))
    end = data.draw(st.integers(start, len(displayed)))
    for term in parse_query(displayed[start:end]).terms:
        spans = highlight(displayed, term)

        assert all(0 <= start < end <= len(displayed) for start, end in spans)
        assert all(one[1] < other[0] for one, other in itertools.pairwise(spans))
        assert bool(spans) == any(form in fold_text(displayed) for form in term.forms)
