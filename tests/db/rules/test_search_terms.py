"""What a clerk types finds what is registered, while it is still being typed."""

from __future__ import annotations

import unicodedata

import jaconv
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.search_terms import LONGEST_QUERY, MOST_TERMS, SearchProblem, matches, parse_query
from db.rules.search_text import SearchKeys, numbers_key, phone_key, text_key


def _keys(name="", kana="", address="", phone="", numbers=()):
    return SearchKeys(
        name=text_key(name),
        kana=text_key(kana),
        address=text_key(address),
        phone=phone_key(phone),
        numbers=numbers_key(numbers),
    )


HANAKO = _keys(
    name="山田 花子",
    kana="ヤマダ ハナコ",
    address="本町1丁目4-12-203",
    phone="076-263-4821",
    numbers=("1702445800312296", "10203040", "AB-123456"),
)


@pytest.mark.parametrize(
    "text",
    [
        "山田花子",
        "山田　花子",
        "花子 山田",
        "ﾔﾏﾀﾞ 本町",
        "やまだ",
        "本町1-4",
        "本町一丁目",
        "本町一",
        "山田 本町 4821",
        "4821",
        "076-263-4821",
        "0762634821",
        "076 263 4821",
        "（０７６）２６３",
        "+81 76 263 4821",
        "1702 4458 0031 2296",
        "1702-4458-0031-2296",
        "１７０２４４５８００３１２２９６",
        "1702 4458 00",
        "山田 1702 4458 0031 2296",
        "10203040",
        "AB-123456",
        "ab123456",
        "花",
        "山田 4",
    ],
)
def test_hanako_is_found_by(text):
    query = parse_query(text)

    assert query.problem is None
    assert matches(HANAKO, query.terms)


@pytest.mark.parametrize(
    "text",
    [
        "山田 太郎",
        "本町2丁目",
        "4822",
        "1702 4458 0031 2297",
        "山%",
        "山_花子",
        "田山",
        "263 山田 5",
    ],
)
def test_hanako_is_not_found_by(text):
    assert not matches(HANAKO, parse_query(text).terms)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", SearchProblem.EMPTY),
        (" 　\t\n", SearchProblem.EMPTY),
        ("\x00\ud800\u200b", SearchProblem.EMPTY),
        ("%", SearchProblem.ONLY_SYMBOLS),
        ("_ ・ -", SearchProblem.ONLY_SYMBOLS),
        ("ー", SearchProblem.ONLY_SYMBOLS),
        ("7", SearchProblem.TYPE_MORE),
        ("か", SearchProblem.TYPE_MORE),
        ("ﾊﾟ", SearchProblem.TYPE_MORE),
        ("ニ", SearchProblem.TYPE_MORE),
        ("a", SearchProblem.TYPE_MORE),
        ("a か 1", SearchProblem.TYPE_MORE),
        ("林", None),
        ("二", None),
        ("ab", None),
        ("か 本町", None),
    ],
)
def test_what_cannot_be_looked_for_says_why(text, problem):
    assert parse_query(text).problem is problem


@pytest.mark.parametrize("text", ["あ" * 10_000, "山田 " * 2_500, "1" * 10_000, "-" * 9_999 + "山"])
def test_a_pasted_page_is_shortened_and_says_so(text):
    query = parse_query(text)

    assert query.shortened
    assert len(query.text) <= LONGEST_QUERY
    assert len(query.terms) <= MOST_TERMS


def test_what_fits_is_not_shortened():
    assert not parse_query("山田 花子 本町 4821").shortened


def test_only_sixteen_digits_are_a_complete_number():
    assert [term.complete for term in parse_query("1702 4458 0031 2296").terms] == [True]
    assert not any(term.complete for term in parse_query("1702 4458 0031 229").terms)
    assert not any(term.complete for term in parse_query("10203040").terms)


def test_a_number_among_words_is_not_torn_from_its_lot():
    assert [term.number for term in parse_query("山田 2 4821").terms] == ["", "", "4821"]
    assert [term.number for term in parse_query("山田 090 1234 5678").terms] == ["", "09012345678"]


def test_one_kanji_numeral_is_not_every_digit():
    assert parse_query("三").terms[0].forms == ("三",)


@given(st.text(st.characters(codec=None)))
def test_anything_typed_is_a_query(text):
    query = parse_query(text)

    assert all(form and " " not in form for term in query.terms for form in term.forms)
    assert not {unicodedata.category(character) for character in query.text} & {"Cc", "Cf", "Cs"}
    assert bool(query.terms) or query.problem is not None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("光が丘", "光が"),
        ("光が丘", "が丘"),
        ("旭ヶ丘", "ガ丘"),
        ("ヤニ田", "ニ田"),
        ("山田ニコル", "山田ニ"),
        ("片町二丁目", "片町二"),
        ("片町二ツ屋", "片町二"),
        ("水都株式会社", "水都(株"),
    ],
)
def test_a_piece_cut_anywhere_finds_the_whole(name, text):
    assert matches(_keys(name=name), parse_query(text).terms)


_TOWNS = st.sampled_from(
    ["本町", "片町", "磯部町ニ", "光が丘", "山の上町", "二ツ屋町", "長土塀", "田上の里"]
)
_LOTS = st.tuples(st.integers(1, 10), st.integers(1, 120), st.integers(1, 30))
_STYLES = (
    "{0}丁目{1}番{2}号",
    "{0}-{1}-{2}",
    "{0}丁目{1}番地の{2}",
    "{3}丁目{1}番{2}号",
    "{0}丁目{1}-{2}",
)


def _written(town, lot, style):
    kanji = "一二三四五六七八九十"[lot[0] - 1]
    return town + style.format(*lot, kanji)


@given(_TOWNS, _LOTS, st.sampled_from(_STYLES), st.sampled_from(_STYLES), st.data())
def test_an_address_is_found_at_every_keystroke_however_it_is_written(
    town, lot, stored, typed, data
):
    text = _written(town, lot, typed)
    text = text[: data.draw(st.integers(2, len(text)))]
    if data.draw(st.booleans()):
        text = jaconv.h2z(text, ascii=True, digit=True)

    assert matches(_keys(address=_written(town, lot, stored)), parse_query(text).terms)


_LETTERS = st.text(
    st.sampled_from("山田髙橋斎辺口二八千ガバニハロあんょっーケが"), min_size=2, max_size=9
)


@given(_LETTERS, st.data())
def test_any_part_of_a_name_finds_it(name, data):
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    query = parse_query(jaconv.hira2kata(name[start:end]))

    assert query.problem is not None or matches(_keys(name=name), query.terms)
