"""The control copy of a procedure, read back as a customer and a thief would read it."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from db.rules.contact_words import Channel, CheckMethod, Speaker
from db.rules.control_copy import Checked, Field, Line, NextStep, Withheld
from db.rules.member_words import Procedure, SecretQuestion
from db.rules.words import CustomerKind
from desktop.format import LanguageCode
from desktop.notices.control_copy import control_copy
from tests.desktop.paper_help import (
    AT,
    ISSUER,
    REGISTERED,
    copy_of,
    inside_of,
    pages_of,
    said_of,
    squeezed,
    text_of,
)

JA, EN = LanguageCode.JA, LanguageCode.EN


def test_a_registration_reads_from_top_to_bottom():
    text = text_of(control_copy(copy_of(), JA))
    assert text.startswith("金沢市企業局 料金センター\n受付票（控え）\n会員登録\n受付番号 20240918")
    parts = [
        "令和6年（2024年）9月18日 10:44",
        "窓口",
        "佐藤 美咲",
        "𠮷田 花子 様",
        "1702 4458 0031 2296",
        "使用者ご本人・書類の提示（パスポート）",
        "お申し込みの内容",
        "お名前 𠮷田 花子",
        "ヨシダ ハナコ",
        "コーポ葛\U000e0100飾 203",
        "hanako.yoshida@example.jp",
        "初めて飼ったペットの名前",
        "検針のお知らせメール 受け取る",
        "お支払い確認のメール 受け取らない",
        "メールの言語 英語",
        "ご利用規約（2024-04-01）",
        "これからのこと",
        "今日からポータルサイトを",
        "ご本人署名",
        "1部を当局で保管",
        "〒920-0031 石川県金沢市広岡3丁目3番30号",
        "電話 076-100-2377",
    ]
    assert [part for part in parts if part not in text] == []
    assert sorted(text.index(part) for part in parts) == [text.index(part) for part in parts]


def test_the_english_one_says_the_same():
    text = text_of(control_copy(copy_of(), EN))
    parts = [
        "Kanazawa Waterworks, Billing centre",
        "Receipt (copy)",
        "Registration as a member",
        "18 September 2024 (Reiwa 6) 10:44",
        "Misaki Sato",
        "𠮷田 花子",
        "1702 4458 0031 2296",
        "document shown (passport)",
        "What was the name of your first pet?",
        "English",
        "Agreed to the terms of use (2024-04-01)",
        "You can use the portal from today",
        "Signature",
        "3-3-30 Hirooka, Kanazawa",
        "Phone 076-100-2377",
    ]
    assert [part for part in parts if part not in text] == []
    assert "様" not in text


def test_a_change_shows_before_and_after():
    lines = (
        Line(Field.EMAIL, "old@example.jp", "new@example.jp"),
        Line(Field.MAILS_BILLING, True, False),
        Line(Field.SECRET_QUESTION, None, SecretQuestion.FIRST_SCHOOL),
        Line(Field.PHONE, "076-123-4821", None),
        Line(Field.KEPT_UNTIL, None, dt.date(2027, 3, 31)),
    )
    text = text_of(control_copy(copy_of(procedure=Procedure.CHANGE, lines=lines), JA))
    assert "変更の内容\n項目 変更前 変更後\n" in text
    assert "メールアドレス old@example.jp new@example.jp" in text
    assert "請求のお知らせメール 受け取る 受け取らない" in text
    assert "秘密の質問 ― 最初に通った学校の名前" in text
    assert "電話番号 076-123-4821 （なし）" in text
    assert "― 令和9年（2027年）3月31日" in text


def test_only_who_stands_at_the_counter_signs():
    assert "ご本人署名" in text_of(control_copy(copy_of(checked=None), JA))
    by_phone = text_of(control_copy(copy_of(channel=Channel.PHONE), JA))
    assert "署名" not in by_phone
    assert "2部" not in by_phone
    agent = Checked(Speaker.AGENT, CheckMethod.DOCUMENT)
    assert "代理の方の署名" in text_of(control_copy(copy_of(checked=agent), JA))


def test_a_company_is_addressed_as_one():
    facts = copy_of(customer_name="株式会社山﨑", customer_kind=CustomerKind.COMPANY)
    assert "株式会社山﨑 御中" in text_of(control_copy(facts, JA))


def test_what_is_not_known_is_left_out():
    bare = replace(ISSUER, postal_code="", address="", address_latin="", phone="")
    facts = copy_of(
        issuer=bare, portal_number="", lines=(), next_steps=(), checked=None, terms_version=""
    )
    text = text_of(control_copy(facts, JA))
    for word in ("〒", "電話", "お客様番号", "お申し込み", "これから", "本人確認", "規約"):
        assert word not in text


@pytest.mark.parametrize("secret", ["correct horse", True, SecretQuestion.FIRST_PET])
@pytest.mark.parametrize("field", [Field.PASSWORD, Field.SECRET_ANSWER])
def test_a_secret_cannot_be_put_on_paper(field, secret):
    for before, after in ((secret, None), (None, secret), (secret, Withheld.CHANGED)):
        with pytest.raises(ValueError, match="never printed") as refused:
            Line(field, before, after)
        assert "horse" not in str(refused.value)


LONGEST = {
    Field.NAME: "髙" * 100,
    Field.KANA: "ヱ" * 200,
    Field.ADDRESS: "金沢市磯部町" * 33,
    Field.EMAIL: "a" * 64 + "@" + "b" * 185 + ".jp",
}


def test_the_longest_texts_wrap_and_stay_on_one_page():
    lines = tuple(Line(field, None, text) for field, text in LONGEST.items())
    data = control_copy(copy_of(lines=lines + REGISTERED[4:], customer_name="髙" * 100), JA)
    assert pages_of(data) == 1
    text = squeezed(text_of(data))
    assert (text.count("髙"), text.count("ヱ"), text.count("金沢市磯部町")) == (200, 200, 33)
    assert LONGEST[Field.EMAIL] in text


def test_the_longest_texts_before_and_after_are_all_there():
    lines = tuple(Line(field, text, text) for field, text in LONGEST.items())
    text = squeezed(text_of(control_copy(copy_of(lines=lines), JA)))
    assert (text.count("髙"), text.count("ヱ"), text.count("金沢市磯")) == (200, 400, 66)
    assert text.count("b") == 2 * 185


def test_forty_locations_go_on_to_a_second_page():
    lines = tuple(
        Line(Field.LOCATION, None, f"1702 4458 0031 {n:04} 金沢市磯部町ニ{n}番地")
        for n in range(40)
    )
    data = control_copy(copy_of(lines=REGISTERED + lines), JA)
    assert pages_of(data) == 2
    text = text_of(data)
    assert all(f"ニ{n}番地" in text for n in range(40))
    assert "受付票（控え） 20240918-4711-0815 (2)" in text


def test_a_fictional_bureau_marks_its_paper():
    sample = copy_of(issuer=replace(ISSUER, fictional=True))
    assert text_of(control_copy(sample, JA)).startswith("見本\n")
    assert text_of(control_copy(sample, EN)).startswith("SAMPLE\n")
    assert "見本" not in text_of(control_copy(copy_of(), JA))


def test_the_same_facts_make_the_same_bytes_in_another_process_too():
    again = (
        "import sys; from tests.desktop.paper_help import copy_of;"
        "from desktop.notices.control_copy import control_copy;"
        "from desktop.format import LanguageCode;"
        "control_copy(copy_of(customer_name='辻\U000e0101髙'), LanguageCode.EN);"
        "sys.stdout.buffer.write(control_copy(copy_of(), LanguageCode.JA))"
    )
    elsewhere = subprocess.run([sys.executable, "-c", again], capture_output=True, check=True)
    assert elsewhere.stdout == control_copy(copy_of(), JA) == control_copy(copy_of(), JA)


def test_the_file_says_what_it_is_and_never_about_whom():
    data = control_copy(copy_of(), JA)
    assert said_of(data) == {
        "Title": "受付票（控え）",
        "Creator": "Mizumado",
        "Producer": "ReportLab PDF Library - (opensource)",
        "CreationDate": "D:20240918104400+09'00'",
        "ModDate": "D:20240918104400+09'00'",
    }
    assert b"/Lang (ja)" in data
    assert b"/Lang (en)" in control_copy(copy_of(), EN)


def test_its_fonts_are_within_it_and_hold_only_what_is_drawn():
    data = control_copy(copy_of(), JA)
    fonts = set(re.findall(rb"/BaseFont /(\S+)", data))
    assert fonts == {
        b"AAAAAA+BIZUDPGothic-Bold",
        b"AAAAAA+BIZUDPGothic-Regular",
        b"AAAAAA+NotoSansJP-Regular",
    }
    assert len(data) < 60_000
    assert data.count(b"/FontFile2") == len(fonts)


def test_no_path_of_this_machine_is_in_the_file():
    inside = inside_of(control_copy(copy_of(), JA))
    assert b".ttf" not in inside
    assert b"resources" not in inside


@pytest.mark.parametrize("step", NextStep)
@pytest.mark.parametrize("language", LanguageCode)
def test_every_next_step_fits_on_the_page(step, language):
    data = control_copy(copy_of(next_steps=(step,) * 3), language)
    assert pages_of(data) == 1


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        control_copy(copy_of(at=AT.replace(tzinfo=None)), JA)
