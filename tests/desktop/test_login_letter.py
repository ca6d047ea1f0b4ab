"""The letter with a one-time password: in the window only the address, nowhere an ID."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import pytest

from db.rules.login_letter import LoginLetter
from db.rules.words import CustomerKind
from desktop.format import LanguageCode
from desktop.notices.login_letter import login_letter
from tests.desktop.paper_help import (
    CODE,
    ISSUER,
    inside_of,
    letter_to,
    pages_of,
    places_of,
    said_of,
    squeezed,
    text_of,
)

JA, EN = LanguageCode.JA, LanguageCode.EN
WINDOW_MM = (20, 12, 110, 57)
SLIDES_MM = (25, 21)
"""The envelope is 235 x 120 mm, the folded sheet 210 x 99 mm."""


def test_the_letter_reads_from_top_to_bottom():
    text = text_of(login_letter(letter_to(), CODE, JA))
    parts = [
        "〒920-0012\n石川県金沢市磯部町ニ45番地\n𠮷田 花子 様\n",
        "令和6年（2024年）9月18日",
        "送付方法 簡易書留・転送不要",
        "金沢市企業局 料金センター",
        "ログイン情報通知書",
        "一時パスワード（1回だけ使えます）",
        f"\n{CODE}\n",
        "令和6年（2024年）10月2日 10:44まで",
        "ご利用の方法",
        "ご自身のログインIDと",
        "安全のために",
        "お尋ねすることはありません",
        "お問い合わせの際は、受付番号 20240918-4711-0815",
    ]
    assert [part for part in parts if part not in text] == []
    assert sorted(text.index(part) for part in parts) == [text.index(part) for part in parts]


def test_the_english_letter_says_the_same():
    text = text_of(login_letter(letter_to(), CODE, EN))
    parts = [
        "𠮷田 花子\n",
        "Login information",
        f"\n{CODE}\n",
        "Valid until 2 October 2024 (Reiwa 6) 10:44",
        "Type your own login ID",
        "Our staff never ask",
        "Phone 076-100-2377",
    ]
    assert [part for part in parts if part not in text] == []


def test_there_is_no_room_for_an_id_or_a_number():
    assert {field.name for field in fields(LoginLetter)} == {
        "receipt", "at", "expires_at", "issuer", "name", "kind", "postal_code", "address",
    }  # fmt: skip
    text = text_of(login_letter(letter_to(), CODE, JA))
    assert not re.search(r"\d{16}|\d{4} \d{4} \d{4} \d{4}", text)


def test_the_password_stands_once_where_the_folded_sheet_hides_it():
    data = login_letter(letter_to(), CODE, JA)
    assert text_of(data).count(CODE) == 1
    left, top, right, bottom = places_of(data, CODE)
    assert 99 < top < bottom < 198
    assert 20 < left < right < 190
    assert bottom - top > 6  # mm: to be read without glasses


def test_the_password_is_nowhere_in_what_the_file_says_of_itself():
    data = login_letter(letter_to(), CODE, JA)
    assert said_of(data)["Title"] == "ログイン情報通知書"
    assert CODE not in str(said_of(data))
    assert CODE.encode() not in inside_of(data)


@pytest.mark.parametrize("word", ["磯部町", "花子"])
def test_the_address_is_seen_wherever_the_sheet_slides(word):
    left, top, right, bottom = places_of(login_letter(letter_to(), CODE, JA), word)
    assert left >= WINDOW_MM[0]
    assert top >= WINDOW_MM[1]
    assert right + SLIDES_MM[0] <= WINDOW_MM[2]
    assert bottom + SLIDES_MM[1] <= WINDOW_MM[3]


def test_a_long_address_is_set_smaller_and_stays_in_the_window():
    address = "石川県金沢市磯部町ニ45番地 第二グランドハイツ金沢駅前東館 1203号室 山﨑方"
    data = login_letter(letter_to(address=address, name="有限会社髙橋水道工業所"), CODE, JA)
    assert squeezed(address) in squeezed(text_of(data))
    _, top, _, bottom = places_of(data, "有限会社")
    assert top >= WINDOW_MM[1]
    assert bottom + SLIDES_MM[1] <= WINDOW_MM[3]


@pytest.mark.parametrize("word", ["発行日", "受付番号", "ログイン情報通知書"])
def test_nothing_else_is_ever_seen_in_the_window(word):
    left, top, _, _ = places_of(login_letter(letter_to(), CODE, JA), word)
    assert left > WINDOW_MM[2] or top > WINDOW_MM[3]


def test_the_longest_name_and_address_are_all_there():
    facts = letter_to(name="髙" * 100, address="磯" * 200, kind=CustomerKind.COMPANY)
    data = login_letter(facts, CODE, JA)
    text = squeezed(text_of(data))
    assert (text.count("髙"), text.count("磯"), pages_of(data)) == (100, 200, 1)
    assert "御中" in text


def test_each_character_is_told_apart_below_it():
    assert "\n大 数 小 記 小 数\n" in text_of(login_letter(letter_to(), "K7m-p2", JA))
    assert "\n9 A a\n" in text_of(login_letter(letter_to(), "2Bc", EN))


@pytest.mark.parametrize("language", LanguageCode)
@pytest.mark.parametrize("code", [CODE, "K7mp-Xw2q"])
def test_how_to_type_it_stays_within_the_frame(code, language):
    data = login_letter(letter_to(), code, language)
    lines = text_of(data).split("\n")
    until = next(n for n, line in enumerate(lines) if "10:44" in line)
    assert lines[until + 2] in ("ご利用の方法", "How to use it")


def test_the_same_letter_has_the_same_bytes_and_a_sample_is_marked():
    assert login_letter(letter_to(), CODE, JA) == login_letter(letter_to(), CODE, JA)
    sample = letter_to(issuer=replace(ISSUER, fictional=True))
    assert text_of(login_letter(sample, CODE, JA)).startswith("見本\n")


def test_the_longest_password_fits_into_its_frame():
    left, _, right, _ = places_of(login_letter(letter_to(), "m" * 40, JA), "m" * 40)
    assert 20 < left < right < 190
