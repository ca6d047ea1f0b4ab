"""One name is found in every way in which people say it, and first by the way they mostly do."""

from __future__ import annotations

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.name_keys import kana_key, name_key, without_legal_words
from db.rules.search_rank import ranking
from db.rules.search_terms import matches, parse_query
from db.rules.search_text import SearchKeys, fold_text

EXACT = 0


def _keys(name, kana="", latin=None):
    return SearchKeys(name_key(name, latin), kana_key(kana, name), "", "", "")


def _distance(keys, text):
    terms = parse_query(text).terms
    assert matches(keys, terms)
    return ranking(terms).place(astuple(keys), ended=False)[2]


@pytest.mark.parametrize(
    ("registered", "typed"),
    [
        ("株式会社金沢設備", "金沢設備"),
        ("金沢設備", "株式会社金沢設備"),
        ("金沢設備", "㈱金沢設備"),
        ("㈱金沢設備", "金沢設備(株)"),
        ("金沢設備㈲", "金沢設備"),
        ("（医）金沢会", "金沢会"),
        ("医療法人社団 金沢会", "医療法人金沢会"),
        ("一般財団法人 水道協会", "水道協会"),
        ("株式会社金沢設備 片町支店", "金沢設備片町支店"),
        ("特定非営利活動法人水", "水"),
        ("株式会社", "株式会社"),
        ("SMITH JOHN", "John Smith"),
        ("SMITH JOHN", "johnsmith"),
        ("ジョン・スミス", "スミス ジョン"),
        ("GARCIA LOPEZ MARIA", "maria garcia lopez"),
        ("GARCIA LOPEZ MARIA", "lopezmariagarcia"),
        ("山田（佐藤） 花子", "佐藤花子"),
        ("山田（佐藤） 花子", "山田 花子"),
        ("山田 花子［旧姓 佐藤］", "佐藤 花子"),
        ("𠮷田(髙橋) 花子", "高橋花子"),
    ],
)
def test_a_name_is_exactly_what_people_call_it(registered, typed):
    assert _distance(_keys(registered), typed) == EXACT


@pytest.mark.parametrize(
    "typed", ["株式会社金", "金沢設備株", "金沢設備(株", "㈱金沢設", "金沢設備株式会"]
)
def test_a_company_is_found_while_its_legal_word_is_typed(typed):
    front, back = _keys("株式会社金沢設備"), _keys("金沢設備㈱")
    terms = parse_query(typed).terms
    assert matches(back, terms) or matches(front, terms)


def test_the_reading_of_a_company_begins_with_its_own_name():
    assert kana_key("カ)ミズト", "㈱水都") == "ミスト カフシキカイシヤミスト"
    assert kana_key("ミズト(カ", "水都㈱") == "ミスト ミストカフシキカイシヤ"


def test_the_parts_of_a_reading_turn_where_those_of_the_name_do():
    assert kana_key("ジヨン スミス", "JOHN SMITH") == "シヨンスミス スミスシヨン"
    assert kana_key("ヤマダ ハナコ", "山田 花子") == "ヤマタハナコ"


def test_of_a_name_of_many_parts_any_turn_is_found():
    long = _keys("MARIA FERNANDA APARECIDA DOS SANTOS")
    for typed in ("santosmaria", "dossantosmariafernanda", "Santos Aparecida"):
        assert matches(long, parse_query(typed).terms)
    assert not matches(long, parse_query("santosaparecida").terms)


def test_a_latin_company_is_found_without_its_ending():
    keys = _keys("金沢設備㈱", latin="Kanazawa Setsubi Co., Ltd.")
    assert _distance(keys, "kanazawasetsubi") == EXACT
    assert without_legal_words("altd") == "altd"


def test_what_is_left_of_a_query_must_tell_something():
    assert parse_query("株式会社あ").terms[0].forms == ("株式会社ア",)
    assert "水" in parse_query("株式会社水").terms[0].forms


@given(st.text(), st.text() | st.none())
def test_any_name_has_a_key_that_holds_its_fold(name, latin):
    key = name_key(name, latin)
    assert all(fold_text(text) in key for text in (name, latin or ""))
    assert key == " ".join(key.split())
