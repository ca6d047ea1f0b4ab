"""The final settlement of a use of water that has ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from db.rules.final_settlement import EarlierUnpaid, FinalSettlement, SettledDebt
from db.rules.paper import PaperKind
from db.rules.periods import months_before
from db.rules.reading_notice import MeterRead
from db.rules.words import Account, PaymentMethod
from tests.desktop.notice_help import EN, crowded, head_for, in_order, paper, read
from tests.desktop.paper_help import squeezed, text_of

ENDED, DUE = dt.date(2024, 7, 25), dt.date(2024, 8, 20)
MAY, JULY = dt.date(2024, 5, 1), dt.date(2024, 7, 1)
READ = MeterRead(
    "16-000001",
    ENDED,
    dt.date(2024, 5, 10),
    previous_value=3067,
    current_value=3088,
    usage_m3=21,
    sewerage_m3=21,
)
DEBTS = (
    SettledDebt(Account.WATER, 2799, 254, 10, 2799, 0, DUE),
    SettledDebt(Account.SEWERAGE, 2710, 246, 10, 0, 2710, DUE),
)
FACTS = FinalSettlement(
    head_for(PaperKind.FINAL_SETTLEMENT),
    ENDED,
    JULY,
    READ,
    DEBTS,
    (EarlierUnpaid(MAY, Account.WATER, 4994, dt.date(2024, 5, 28)),),
    overpaid_yen=300,
    method=PaymentMethod.SLIP,
)


def test_it_settles_the_last_bill_and_tells_all_that_is_left_to_pay():
    printed = paper(FACTS)
    assert printed.pages == (1,)
    assert in_order(
        text_of(printed.data),
        "水道使用中止に伴う料金精算通知書",
        "使用中止日 令和6年（2024年）7月25日",
        "（76日間）",
        "最終指針 3,088 m³ 前回指針 3,067 m³",
        "使用水量 21 m³",
        "精算額（令和6年（2024年）7月分）",
        "水道料金 2,799円 254円 2,799円 0円",
        "下水道使用料 2,710円 246円 0円 2,710円",
        "合計 5,509円 500円 2,799円 2,710円",
        "10％対象 5,509円（うち消費税等 500円） 登録番号 T7000012050002",
        "令和6(2024)年5月 水道料金 令和6(2024)年5月28日 4,994円",
        "お支払いいただく額 7,704円",
        "納期限 令和6年（2024年）8月20日",
        "納め過ぎの額 300円",
        "お送りする納付書でお支払いください。",
        "差し引いていません。",
    )


def test_a_debited_contract_is_told_the_day_of_the_debit():
    debit = replace(FACTS, method=PaymentMethod.DEBIT, earlier=(), overpaid_yen=0)
    text = read(debit)
    assert in_order(
        text, "お支払いいただく額 2,710円", "振替日 令和6年（2024年）8月20日", "口座から"
    )
    assert "納め過ぎ" not in text
    assert "以前の請求" not in text


def test_where_all_is_paid_nothing_is_asked_for():
    paid = replace(DEBTS[1], paid_yen=2710, unpaid_yen=0)
    text = read(replace(FACTS, debts=(DEBTS[0], paid), earlier=()))
    assert in_order(text, "お支払いいただく額 0円", "お支払いいただく料金はありません。")
    assert "納期限" not in text


def test_an_estimate_and_its_settlement_are_told():
    missed = replace(READ, current_value=None, settled_m3=5)
    text = read(replace(FACTS, read=missed))
    assert in_order(text, "最終指針 検針できず", "推定しました", "+5 m³")


def test_the_english_one_tells_the_same():
    assert in_order(
        read(FACTS, EN),
        "prevails",
        "Use ended on 25 July 2024 (Reiwa 6)",
        "Sewerage charge 2,710 yen 246 yen 0 yen 2,710 yen",
        "May 2024 Water charge 28 May 2024 4,994 yen",
        "To be paid 7,704 yen",
        "Paid in excess 300 yen",
    )


def test_long_arrears_go_on_with_their_titles_on_the_next_page():
    arrears = tuple(
        EarlierUnpaid(months_before(MAY, 2 * back), account, 1000, DUE)
        for back in range(30)
        for account in Account
    )
    printed = paper(replace(FACTS, earlier=arrears))
    text = text_of(printed.data)
    assert printed.pages[0] > 1
    assert squeezed(text).count("請求年月区分納期限未納額") == printed.pages[0]
    assert in_order(text, "合計 60,000円", "お支払いいただく額 62,710円")


def test_the_longest_names_and_addresses_are_not_cut():
    long = crowded(FACTS)
    text = squeezed(read(long))
    assert text.count(squeezed(long.head.use.user_name)) == 2
    assert text.count(squeezed(long.head.use.address)) == 2
