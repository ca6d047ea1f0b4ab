"""Fields of a membership: put right where the meaning is clear, refused where it is not."""

from __future__ import annotations

import unicodedata
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.rules import member_fields
from db.rules.member_fields import FIELDS, problems_of, tidy
from db.rules.member_masking import mask_email, mask_login_id

GOOD = {
    "name": "山田 花子",
    "kana": "ヤマダ ハナコ",
    "phone": "076-123-4567",
    "postal_code": "9200853",
    "address": "金沢市本町1丁目2番3号",
    "email": "hanako@example.jp",
    "login_id": "hanako1",
}
INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
JUDGES = {field: getattr(member_fields, field) for field in GOOD}
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("山𠮷ｶﾞがー‐－@.０9aＡ \u3000\t\n\0\ud83d\u202e\u200b\ufeff\u00adﷺ"),
    ),
    max_size=300,
)


def code(field, text):
    with pytest.raises(RuleBroken) as broken:
        JUDGES[field](text)
    assert broken.value.facts["field"] == field
    assert text == "" or text not in broken.value.facts.values()
    return broken.value.code


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("name", "　山田 花子\n", "山田 花子"),
        ("name", "𠮷田 葛󠄀子", "𠮷田 葛󠄀子"),
        ("name", "髙橋 Ａ子", "髙橋 Ａ子"),
        ("kana", "やまだ　はなこ", "ヤマダ ハナコ"),
        ("kana", "ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ ハナコ"),
        ("kana", "ヤマダ  ハナコ", "ヤマダ ハナコ"),
        ("kana", "か\u3099か", "ガカ"),
        ("kana", "ジェームズ・ス‐パ", "ジェームズ・スーパ"),
        ("phone", "０７６－１２３－４５６７", "076-123-4567"),
        ("phone", "076ー123ー4567", "076-123-4567"),
        ("phone", "(076)123-4567", "076-123-4567"),
        ("phone", "076 123 4567", "076-123-4567"),
        ("phone", "+81 76-123-4567", "076-123-4567"),
        ("phone", "+81(0)76-123-4567", "076-123-4567"),
        ("phone", "09012345678", "09012345678"),
        ("postal_code", "〒920-0853", "9200853"),
        ("postal_code", "９２０ー０８５３", "9200853"),
        ("email", "ｈａｎａｋｏ＠Example.JP", "hanako@example.jp"),
        ("email", " Hana.Ko+water@mail.example.co.jp ", "Hana.Ko+water@mail.example.co.jp"),
        ("email", "o'neill@example.jp", "o'neill@example.jp"),
        ("login_id", "ＨＡＮＡＫＯ１", "hanako1"),
        ("address", " 金沢市本町１丁目２番３号 ", "金沢市本町１丁目２番３号"),
    ],
)
def test_what_is_meant_is_put_right(field, typed, stored):
    assert JUDGES[field](typed) == stored


@pytest.mark.parametrize("field", GOOD)
@pytest.mark.parametrize(
    ("bad", "wanted"),
    [
        ("", "text.missing"),
        (" \u3000", "text.missing"),
        ("9\n1", "text.line_break"),
        ("9\u202e1", "text.invisible"),
        ("9\u200b1", "text.invisible"),
        ("9\ufeff1", "text.invisible"),
        ("9\x071", "text.control"),
        ("9\0x", "text.unreadable"),
        ("9\ud83d1", "text.unreadable"),
        ("9\ufffe1", "text.unreadable"),
    ],
)
def test_what_nobody_can_mean_is_refused_in_every_field(field, bad, wanted):
    assert code(field, bad) == wanted


@pytest.mark.parametrize(
    ("field", "bad", "wanted"),
    [
        ("kana", "山田", "kana.malformed"),
        ("kana", "Yamada", "kana.malformed"),
        ("kana", "- -", "kana.malformed"),
        ("phone", "076-123-456", "phone.malformed"),
        ("phone", "090-1234-56789", "phone.malformed"),
        ("phone", "123-456-7890", "phone.malformed"),
        ("phone", "٠٧٦١٢٣٤٥٦٧", "phone.malformed"),
        ("phone", "0-7-6-1-2-3-4-5-6-7-8", "phone.malformed"),
        ("postal_code", "920-085", "postal_code.malformed"),
        ("postal_code", "９２０-０８５Ｘ", "postal_code.malformed"),
        ("email", "hanako", "email.malformed"),
        ("email", "hanako@example", "email.malformed"),
        ("email", "a@b@example.jp", "email.malformed"),
        ("email", ".hanako@example.jp", "email.malformed"),
        ("email", "hana..ko@example.jp", "email.malformed"),
        ("email", "hanako@-example.jp", "email.malformed"),
        ("email", "hanako@example..jp", "email.malformed"),
        ("email", "hanako@192.168.0.1", "email.malformed"),
        ("email", "<hanako@example.jp>", "email.malformed"),
        ("email", "hanako@example.jp,taro@example.jp", "email.malformed"),
        ("email", "hana ko@example.jp", "email.malformed"),
        ("email", "花子@example.jp", "email.not_ascii"),
        ("email", "hanako@例え.jp", "email.not_ascii"),
        ("email", "a" * 65 + "@example.jp", "email.malformed"),
        ("email", "a@" + "b" * 250 + ".jp", "text.too_long"),
        ("login_id", "hana1", "login_id.length"),
        ("login_id", "hanako" * 4, "login_id.length"),
        ("login_id", "1234567", "login_id.no_letter"),
        ("login_id", "hanako_1", "login_id.malformed"),
        ("login_id", "はなこちゃん", "login_id.malformed"),
        ("name", "山" * 101, "text.too_long"),
        ("address", "金" * 201, "text.too_long"),
        ("kana", "ﷺ" * 20, "text.too_long"),
    ],
)
def test_what_is_wrong_is_named(field, bad, wanted):
    assert code(field, bad) == wanted


def test_everything_wrong_with_a_form_is_told_at_once():
    form = SimpleNamespace(**GOOD | {"email": "hanako", "kana": "", "login_id": "花子"})
    found = {field: broken.code for field, broken in problems_of(form).items()}
    assert found == {
        "email": "email.malformed",
        "kana": "text.missing",
        "login_id": "login_id.malformed",
    }


def test_a_good_form_has_no_problems():
    assert problems_of(SimpleNamespace(**GOOD)) == {}
    assert tidy(SimpleNamespace(**GOOD)) == GOOD


@pytest.mark.parametrize("field", GOOD)
@given(text=HOSTILE)
def test_what_passes_is_short_enough_and_stays_what_it_is(field, text):
    try:
        stored = JUDGES[field](text)
    except RuleBroken:
        return
    assert 1 <= len(stored) <= FIELDS[field].most
    assert {unicodedata.category(each) for each in stored}.isdisjoint(INVISIBLE)
    assert JUDGES[field](stored) == stored


@pytest.mark.parametrize(
    ("email", "masked"),
    [("hanako@example.jp", "ha***@example.jp"), ("a@example.jp", "***@example.jp"), ("", "")],
)
def test_of_an_address_only_the_beginning_is_seen(email, masked):
    assert mask_email(email) == masked


def test_of_a_login_id_only_the_beginning_is_seen():
    assert (mask_login_id("hanako1"), mask_login_id("")) == ("ha***", "")
