"""The notices about money over: refunded, with the form to ask for it, or set off."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from db.rules.overpayment_notices import CameIn, Overpaid, Refund, SetOff, SetOffLine
from db.rules.paper import PaperKind
from db.rules.words import Account
from tests.desktop.notice_help import EN, crowded, head_for, in_order, paper, read
from tests.desktop.paper_help import last_places_of, places_of, squeezed, text_of

MAY, JULY = dt.date(2024, 5, 1), dt.date(2024, 7, 1)
FOUND, BACK = dt.date(2024, 6, 18), dt.date(2024, 7, 9)
OPEN = (
    Overpaid(MAY, Account.WATER, 2799, FOUND),
    Overpaid(MAY, Account.SEWERAGE, 2710, FOUND),
)
REFUND = Refund(head_for(PaperKind.REFUND), OPEN)
WATER = SetOffLine(
    Overpaid(MAY, Account.WATER, 1000, FOUND, BACK),
    CameIn(JULY, Account.WATER, 1000, BACK, 2799),
)
SEWERAGE = SetOffLine(Overpaid(MAY, Account.SEWERAGE, 500, FOUND, BACK), None)
SET_OFF = SetOff(head_for(PaperKind.SET_OFF), (WATER,))


def test_a_refund_tells_what_until_when_and_how_to_ask_for_it():
    printed = paper(REFUND)
    assert printed.pages == (1,)
    assert in_order(
        text_of(printed.data),
        "過誤納金還付通知書",
        "請求年月 区分 還付額 判明日 請求できる期限",
        "令和6(2024)年5月 水道料金 2,799円 令和6(2024)年6月18日 令和11(2029)年6月18日",
        "令和6(2024)年5月 下水道使用料 2,710円",
        "合計 5,509円",
        "期限（5年）までです。",
        "きりとり",
        "過誤納金口座振込依頼書",
        "お客様番号 63179337 還付額 5,509円を",
        "金融機関・支店",
        "口座名義（カナ）",
    )
    assert places_of(printed.data, "きりとり")[1] > 198  # below the second fold


def test_the_form_keeps_together_behind_a_long_table():
    many = replace(
        REFUND, overpaid=tuple(replace(over, yen=100 + n) for n in range(20) for over in OPEN)
    )
    text = text_of(paper(many).data)
    assert squeezed(text).count("請求年月区分還付額判明日請求できる期限") == 2
    assert in_order(text, "水道料金 2,190円", "合計 4,380円", "きりとり", "住所・氏名・電話")
    form = text[text.index("きりとり") :]
    assert "(2)" not in form


def test_no_length_of_a_table_writes_over_the_form():
    for count in range(9, 30, 2):
        printed = paper(replace(REFUND, overpaid=OPEN[:1] * count))
        above = last_places_of(printed.data, "お問い合わせ")
        form = last_places_of(printed.data, "きりとり")
        assert above[3] + 8 < form[1], count  # two lines with address and phone between them


def test_what_went_back_already_is_told_without_a_form():
    done = replace(REFUND, overpaid=tuple(replace(over, settled_on=BACK) for over in OPEN))
    text = read(done)
    assert in_order(text, "還付日", "令和6(2024)年7月9日", "口座に振り込みました。")
    assert "きりとり" not in text


def test_a_set_off_tells_from_which_debt_to_which():
    assert in_order(
        read(SET_OFF),
        "過誤納金充当通知書",
        "令和6(2024)年5月 水道料金 令和6(2024)年6月18日 1,000円",
        "令和6(2024)年7月 水道料金 令和6(2024)年7月9日 2,799円 1,000円",
        "合計 1,000円",
    )
    assert "審査請求" not in read(SET_OFF)


def test_a_set_off_of_sewerage_tells_how_to_appeal():
    both = replace(SET_OFF, lines=(WATER, SEWERAGE))
    text = read(both)
    assert in_order(text, "次回以降の請求 下水道使用料", "合計 1,500円", "金沢市長に対して審査請求")
    assert "水道料金は私法上の債権" in squeezed(text)
    alone = squeezed(read(replace(SET_OFF, lines=(SEWERAGE,))))
    assert "審査請求" in alone
    assert "水道料金は私法上の債権" not in alone


def test_both_have_their_english():
    assert in_order(read(REFUND, EN), "prevails", "18 Jun 2029", "5,509 yen", "Cut here")
    assert in_order(read(SET_OFF, EN), "prevails", "Jul 2024", "Water charge", "1,000 yen")


def test_the_longest_names_and_addresses_are_not_cut():
    for facts in (REFUND, SET_OFF):
        long = crowded(facts)
        text = squeezed(read(long))
        assert text.count(squeezed(long.head.use.user_name)) == 2
        assert text.count(squeezed(long.head.use.address)) == 2
