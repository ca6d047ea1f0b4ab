"""The reading notice as it is left at the door."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from db.rules.invoice import Charged
from db.rules.paper import PaperKind
from db.rules.reading_notice import LastDebit, MeterRead, ReadingNotice
from db.rules.words import Account, MeterStatus, PaymentMethod
from tests.desktop.notice_help import EN, JA, crowded, head_for, in_order, paper, read
from tests.desktop.paper_help import pages_of, squeezed, text_of

JULY, LAST = dt.date(2024, 7, 1), dt.date(2024, 7, 29)
READ = MeterRead(
    "16-000001",
    dt.date(2024, 9, 5),
    dt.date(2024, 7, 5),
    previous_value=3067,
    current_value=3088,
    usage_m3=21,
    sewerage_m3=18,
    old_meter_m3=4,
    settled_m3=-3,
    status=MeterStatus.LEAK,
)
FACTS = ReadingNotice(
    head_for(PaperKind.READING_NOTICE),
    READ,
    (Charged(Account.WATER, 2799, 254, 10), Charged(Account.SEWERAGE, 2710, 246, 10)),
    PaymentMethod.DEBIT,
    dt.date(2024, 9, 30),
    last_year_m3=33,
    last_debit=LastDebit(JULY, LAST, 5509, succeeded=True),
)


@pytest.fixture(scope="module")
def printed():
    return paper(FACTS)


def test_it_tells_what_was_read_and_what_it_will_cost(printed):
    assert printed.pages == (1,)
    assert in_order(
        text_of(printed.data),
        "〒920-0012 石川県金沢市磯部町ニ45番地 𠮷田 花子 様",
        "発行日 令和6年（2024年）9月18日",
        "水道・下水道検針のお知らせ",
        "お客様番号 63179337 用途 家庭用",
        "ポータルサイト用お客様番号 1702 4458 0031 2296",
        "使用期間 令和6年（2024年）7月5日～令和6年（2024年）9月5日（62日間）",
        "今回指針 3,088 m³ 前回指針 3,067 m³",
        "メーター番号 16-000001 旧メーター使用水量 4 m³",
        "使用水量 21 m³ 前年同期の使用水量 33 m³",
        "下水道の排出量 18 m³",
        "次回の検針予定 令和6年（2024年）11月5日ごろ",
        "状況コード 6 漏水",
        "漏水の疑いがあります。",
        "推定の精算分 -3 m³",
        "水道料金 2,799円 254円",
        "下水道使用料 2,710円 246円",
        "合計 5,509円 500円",
        "10％対象 5,509円（うち消費税等 500円） 登録番号 T7000012050002",
        "お支払方法 口座振替",
        "振替予定日 令和6年（2024年）9月30日",
        "令和6年（2024年）7月分 5,509円は、令和6年（2024年）7月29日に振り替えました。",
        "これは請求書ではありません。この用紙ではお支払いはできません。",
        "集金に伺うことはありません。",
        "お問い合わせ 金沢市企業局 料金センター",
    )


def test_english_readers_are_told_that_the_japanese_prevails():
    text = read(FACTS, EN)
    assert in_order(
        text,
        "This is a translation for your information. The Japanese notice prevails.",
        "Code 6: leak",
        "Sewerage charge 2,710 yen 246 yen",
        "At 10 %: 5,509 yen (incl. tax 500 yen)",
        "was debited on 29 July 2024 (Reiwa 6)",
        "This is not a bill.",
    )
    assert "正本" not in squeezed(read(FACTS, JA))


@pytest.mark.parametrize("language", [JA, EN])
@pytest.mark.parametrize("status", MeterStatus)
def test_each_condition_of_a_meter_has_its_code_and_words(status, language):
    text = read(replace(FACTS, read=replace(READ, status=status)), language)
    assert in_order(
        text, f"状況コード {status.value}" if language is JA else f"Code {status.value}:"
    )


def test_an_estimate_says_so_and_shows_no_figures_that_nobody_read():
    missed = replace(READ, current_value=None, status=MeterStatus.SNOW, settled_m3=0)
    text = read(replace(FACTS, read=missed))
    assert in_order(text, "今回指針 検針できず 前回指針 3,067 m³", "8 積雪", "推定しました")
    assert "精算分" not in text


def test_a_debit_that_failed_and_a_bill_by_slip_are_told():
    failed = replace(FACTS, last_debit=replace(FACTS.last_debit, succeeded=False))
    assert in_order(read(failed), "7月29日に振り替えできませんでした。")
    slip = replace(FACTS, method=PaymentMethod.SLIP, last_debit=None)
    text = read(slip)
    assert in_order(text, "お支払方法 納付書", "納期限 令和6年（2024年）9月30日")
    assert "前回の口座振替" not in text


def test_what_is_not_known_is_left_out():
    bare = replace(FACTS, last_year_m3=None, due_on=None, last_debit=None)
    head = replace(bare.head, settings=replace(bare.head.settings, invoice_number=""))
    text = read(replace(bare, head=head, read=replace(READ, status=None, sewerage_m3=None)))
    assert in_order(text, "前年同期の使用水量 ―", "検針状況 ―")
    for word in ("登録番号", "振替予定日", "下水道の排出量", "状況コード"):
        assert word not in text


def test_a_practice_bureaus_notice_is_a_sample():
    sample = replace(
        FACTS, head=replace(FACTS.head, issuer=replace(FACTS.head.issuer, fictional=True))
    )
    assert "練習用の見本です" in read(sample)
    assert "見本" not in read(FACTS)


def test_the_longest_names_and_addresses_are_not_cut():
    long = crowded(FACTS)
    printed = paper(long)
    text = squeezed(text_of(printed.data))
    for known in (long.head.use.user_name, long.head.use.address):
        assert text.count(squeezed(known)) == 2  # in the window, and as user and place
    assert pages_of(printed.data) <= 2
