"""The bars by which the post sorts letters, on the examples of its own manual."""

from __future__ import annotations

import pytest

from db.rules.customer_barcode import Bar, address_number, customer_barcode

# from the manual: digits, a hyphen and what fills the code up
FORMS = {
    "0": "144", "1": "114", "2": "132", "3": "312", "4": "123", "5": "141", "6": "321",
    "7": "213", "8": "231", "9": "411", "-": "414", "CC1": "324", "CC4": "432",
}  # fmt: skip


def written(*symbols):
    return tuple(Bar(int(form)) for symbol in symbols for form in FORMS[symbol])


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("東京都千代田区霞が関1丁目3番2号 郵便プラザ503室", "1-3-2-503"),
        ("千葉県鎌ヶ谷市右京塚東3丁目-20-5 郵便・A&bコーポB604号", "3-20-5B604"),
        ("茨城県日立市宮田町6丁目7-14 ABCビル2F", "6-7-14-2"),
        ("福井県福井市新田塚3丁目80-25 J1ビル2-B", "3-80-25J1-2B"),
        ("京都府綾部市青野町出口6-7 LプラザB106", "6-7LB106"),
        ("札幌市中央区南四条西29丁目1524-23 第2郵便ハウス501", "29-1524-23-2-501"),
        ("茨城県日立市宮田町十一丁目六番地一号 郵便タワー601", "11-6-1-601"),
        ("石川県金沢市磯部町ニ45番地 コーポ葛\U000e0100飾 203", "45-203"),
        ("石川県金沢市池田町一番丁２３番地", "23"),
        ("石川県白山市東一番町百二番地の三号", "102-3"),
        ("石川県羽咋市一ノ宮町ツ１−２", "1-2"),
        ("札幌市北区北6条西4丁目1番", "4-1"),
        ("金沢市広岡3丁目3番30号", "3-3-30"),
        ("金沢市二〇番地", "20"),
        ("磯部町", ""),
    ],
)
def test_the_number_is_taken_out_of_an_address_as_the_post_does(address, number):
    assert address_number(address) == number


def test_the_bars_of_the_manual_with_their_check_character():
    bars = customer_barcode("2630023", "千葉市稲毛区緑町3丁目30-8 郵便ビル403号")
    body = written(*"2630023", *"3-30-8-403", "CC4", "CC4", "CC4", "5")
    assert bars == (Bar.LONG, Bar.LOWER, *body, Bar.LOWER, Bar.LONG)


def test_a_letter_that_would_be_cut_in_two_keeps_its_first_half():
    bars = customer_barcode("9100067", "福井県福井市新田塚3丁目80-25 J1ビル2-B")
    symbols = ("3", "-", "8", "0", "-", "2", "5", "CC1", "9", "1", "-", "2", "CC1")
    assert bars[2 + 21 : 2 + 21 + 39] == written(*symbols)


def test_a_long_number_is_cut_after_thirteen():
    bars = customer_barcode("0640804", "札幌市中央区南四条西29丁目1524-23 第2郵便ハウス501")
    assert bars[2 + 21 : 2 + 21 + 39] == written(*"29-1524-23-2-")
    assert len(bars) == 67


@pytest.mark.parametrize("code", ["9200000", "", "920003", "９２０００３１"])
def test_there_are_no_bars_without_the_code_of_a_town(code):
    assert customer_barcode(code, "金沢市広岡3丁目3番30号") == ()
