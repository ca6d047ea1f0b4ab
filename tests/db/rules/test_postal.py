"""Postal codes, and the towns they belong to."""

from __future__ import annotations

import csv
import time
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.postal import towns
from db.rules.postal import tidy_postal_code

FILE = files("resources") / "postal" / "ishikawa.csv"


def rows():
    return list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    "typed",
    ["9200001", "920-0001", "〒920-0001", "９２０ー０００１", "〒９２０－０００１", " 920 0001\n"],
)
def test_a_code_is_understood_however_it_is_typed(typed):
    assert tidy_postal_code(typed) == "9200001"
    assert [town.town for town in towns(typed)] == ["千木町"]


@pytest.mark.parametrize(
    "typed",
    ["", "920", "92000011", "920000a", "九二〇〇〇〇一", "920\x000001", "٩٢٠٠٠٠١", "920.0001"],
)
def test_what_is_no_code_has_no_towns(typed):
    assert tidy_postal_code(typed) == ""
    assert towns(typed) == ()


def test_a_code_of_another_prefecture_has_no_towns():
    assert towns("100-0001") == ()


def test_a_code_of_several_towns_gives_each_to_pick_from():
    several = towns("9201111")
    assert [town.town for town in several] == ["大菱池町", "小菱池町", "菱池小原町", "魚帰町"]
    assert {(town.city, town.city_kana) for town in several} == {("金沢市", "カナザワシ")}


def test_a_code_for_the_rest_of_a_city_says_so():
    (rest,) = towns("9200000")
    assert (rest.city, rest.town, rest.note) == ("金沢市", "", "以下に掲載がない場合")


def test_every_town_is_found_by_its_code():
    for row in rows():
        found = [{name: getattr(town, name) for name in row} for town in towns(row["postal_code"])]
        assert row in found


def test_the_file_is_what_it_claims_to_be():
    codes = {row["postal_code"] for row in rows()}
    assert all(len(code) == 7 and code.isascii() and code.isdigit() for code in codes)
    assert len({tuple(row.values()) for row in rows()}) == len(rows())
    assert sum(row["city"] == "金沢市" for row in rows()) > 500
    assert all(value == value.strip() for row in rows() for value in row.values())
    assert all(row["town"] or row["note"] for row in rows())


def test_its_source_and_terms_lie_beside_it():
    notice = (files("resources") / "postal" / "NOTICE.txt").read_text(encoding="utf-8")
    assert "日本郵便" in notice
    assert "著作権を主張しません" in notice


@given(st.text(max_size=12))
def test_nothing_that_is_typed_breaks_it(typed):
    code = tidy_postal_code(typed)
    assert code == "" or tidy_postal_code(f"〒{code[:3]}-{code[3:]}") == code


def test_looking_up_takes_no_time_once_it_is_read():
    towns("9200001")
    began = time.perf_counter()
    for _ in range(1000):
        towns("9201111")
    assert time.perf_counter() - began < 1
