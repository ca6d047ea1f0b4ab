"""What is written in different ways folds to the same key, and what differs does not."""

from __future__ import annotations

import jaconv
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.name_variants import name_variants, name_variants_in
from db.rules.name_variants import VariantLevel
from db.rules.search_text import fold, fold_text, number_key, numbers_key, phone_key, text_key

SAME = """
髙橋=高橋 山﨑=山崎 齋藤=斎藤=斉藤=齊藤 渡邊=渡邉=渡辺 𠮷田=吉田 濵田=濱田=浜田 澤田=沢田
廣瀨=広瀬 嶋田=島田=嶌田 德田=徳田 眞田=真田 桒原=桑原 栁田=柳田 冨田=富田 大坂=大阪 佐々木=佐佐木
倉ケ嶽=倉ケ岳 神田=神田 塚本=塚本 渡邊󠄀=渡辺 𡈽屋=土屋
今村=𫝆村 𠀋夫=丈夫 𢌞り=廻り ﾔﾏﾀﾞ=ヤマダ=やまだ=ヤマタ
イイヅカ=いいずか=ｲｲｽﾞｶ ヂロウ=ジロウ キョウコ=キヨウコ=きょうこ カヲル=カオル ヰノウエ=イノウエ
ヱツコ=エツコ コーポ=コ－ポ=コ-ポ=こーぽ=ｺｰﾎﾟ バッハ=ハツハ ヴァイオリン=ウアイオリン
SMITH=Smith=ｓｍｉｔｈ José=JOSE Ōta=ota O'Brien=OBRIEN Smith-Jones=smithjones
マイケル・ジャクソン=マイケルジヤクソン ㈱水都=（株）水都=(株)水都=株式会社水都=㍿水都
水都㈲=水都有限会社 カ)ミズト=カブシキガイシャミズト ミズト(カ=ミズトカブシキガイシャ
片町2丁目3番4号=片町２－３－４=片町二丁目3番4号=片町2-3-4=片町2ー3ー4
片町2-3-4=片町2丁目3の4=片町二丁目三番地の四号=片町2丁目3番地4
本町1丁目5番地の2=本町1-5-2 本町2-3-101号室=本町2-3-101 二十三番地=23番地=２３番
磯部町ニ45番地=磯部町二45番地=磯部町二の45 乙丸町ハ10=乙丸町八10 松任町ロ1=松任町口1
磯部町へ8=磯部町ヘ8 向粟崎カ2=向粟崎力2 磯部町チ3=磯部町千3 磯部町ト4=磯部町卜4
磯部町タ5=磯部町夕5 光が丘1=光ケ丘1=光ヶ丘1=光ガ丘1=光ヵ丘1 山の上町=山ノ上町
ホンマチ1チョウメ4バンチ=ほんまち１－４ 池田町一番丁=池田町1番丁
"""
DIFFERENT = """
山崎=山埼 イイツカ=イイズカ 磯部町い1=磯部町ろ1 ハチ=八千 クニロウ=ク二口ウ 一番町=一町
片町2丁目3=片町23 片町2-3=片町2-30 タケダ=タカダ 水%都=水都 水_都=水都
"""


def _pairs(table):
    pairs = []
    for family in table.split():
        first, *others = family.split("=")
        pairs += [(first, other) for other in others]
    return pairs


@pytest.mark.parametrize(("one", "other"), _pairs(SAME))
def test_two_ways_to_write_it_have_one_key(one, other):
    assert fold_text(one) == fold_text(other)


@pytest.mark.parametrize(("one", "other"), _pairs(DIFFERENT))
def test_two_things_have_two_keys(one, other):
    assert fold_text(one) != fold_text(other)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("山田　花子", "山田花子"),
        ("ヤマダ ハナコ", "ヤマタハナコ"),
        ("本町1丁目4-12-203", "本町1-4-12-203-"),
        ("コーポ本町 4号 101", "コホ本町4-101-"),
        ("山\u200b\x00\ud800田\tA", "山田a"),
        ("・-（）", ""),
        ("", ""),
    ],
)
def test_a_key(text, key):
    assert fold_text(text) == key


def test_the_variant_table_is_flat_and_keeps_different_characters_apart():
    forms = name_variants().key_forms()
    assert len(forms) > 400
    assert not set(forms) & set(forms.values())
    assert "埼" not in forms
    assert all(len(variant) == len(form) == 1 for variant, form in forms.items())


def test_every_set_of_the_variant_table_has_its_level_and_its_source():
    sets = name_variants().sets
    assert {each.level for each in sets} == set(VariantLevel)
    assert all(each.source for each in sets)


@pytest.mark.parametrize(
    "families",
    ['"高"', '"高髙", "尭髙"', '"高髙", "髙喬"', '"高髙", "喬高"'],
)
def test_a_family_that_would_fold_in_two_ways_is_refused(families):
    text = f'[[variants]]\nlevel = "same"\nsource = "x"\nfamilies = [{families}]\n'
    table = name_variants_in(f"legal_words = []\n{text}[latin]\nlegal_endings = []\n")
    with pytest.raises(ValueError, match="family"):
        table.key_forms()


def test_several_texts_of_a_field_stand_apart():
    assert text_key("山田 花子", None, "", "Yamada Hanako") == "山田花子 yamadahanako"
    assert numbers_key(["1702 4458 0031 2296", "12-345", "", "Ａ－１"]) == (
        "1702445800312296 12345 a1"
    )


@pytest.mark.parametrize(
    ("phone", "key"),
    [
        ("076-220-2281", "0762202281"),
        ("（０７６）２２０－２２８１", "0762202281"),
        ("+81 76-220-2281", "0762202281"),
        ("+81 (0)76-220-2281", "0762202281"),
        ("076-220-2281/090-1234-5678", "0762202281 09012345678"),
        (None, ""),
        ("なし", ""),
    ],
)
def test_a_phone_is_its_digits(phone, key):
    assert phone_key(phone) == key


def test_a_number_is_its_letters_and_digits():
    assert number_key("１７０２－4458 ab") == "17024458ab"


@given(st.text() | st.text(st.sampled_from(sorted(set(SAME)))))
def test_any_text_folds_with_a_way_back(text):
    folded = fold(text)

    assert folded.text == fold_text(text)
    assert len(folded.spans) == len(folded.text)
    assert list(folded.spans) == sorted(folded.spans)
    assert all(0 <= start <= end <= len(text) for start, end in folded.spans)
    assert " " not in folded.text


@given(st.text(st.sampled_from("アガザダヂヅパぁっゃんーヴ゛山")))
def test_hiragana_and_half_width_fold_alike(text):
    katakana = jaconv.hira2kata(text)

    assert fold_text(jaconv.kata2hira(katakana)) == fold_text(katakana)
    assert fold_text(jaconv.z2h(katakana)) == fold_text(katakana)


@given(st.text(st.sampled_from("高斎辺崎山あア1-２ニ二口丁目番のガ(株)㈱々ー 𠮷z%")))
def test_a_key_never_holds_what_keys_leave_out(text):
    key = fold_text(text)

    assert not set(key) & set(" ー・()㈱髙　あガ２")
    assert "--" not in key
    assert not key.startswith("-")
