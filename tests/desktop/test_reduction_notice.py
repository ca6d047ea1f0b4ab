"""The notice of a reduction, and how to appeal about its sewerage."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from db.rules.paper import PaperKind
from db.rules.reduction_notice import Ground, Reduced, Reduction
from db.rules.words import Account
from tests.desktop.notice_help import EN, JA, crowded, head_for, in_order, paper, read
from tests.desktop.paper_help import squeezed, text_of

WATER = Reduced(Account.WATER, 40, 21, 4994, 2799, 254, 10)
SEWERAGE = Reduced(Account.SEWERAGE, 40, 21, 5302, 2710, 246, 10)
FACTS = Reduction(
    head_for(PaperKind.REDUCTION),
    Ground.LEAK,
    dt.date(2024, 7, 1),
    dt.date(2024, 5, 10),
    dt.date(2024, 7, 10),
    dt.date(2024, 8, 12),
    dt.date(2024, 9, 2),
    (WATER, SEWERAGE),
)


def test_it_tells_before_and_after_why_and_how_to_appeal():
    printed = paper(FACTS)
    assert printed.pages == (1,)
    assert in_order(
        text_of(printed.data),
        "料金減額決定通知書",
        "請求年月 令和6年（2024年）7月",
        "決定日 令和6年（2024年）8月12日",
        "水道料金 40 m³ 4,994円 21 m³ 2,799円 2,195円",
        "下水道使用料 40 m³ 5,302円 21 m³ 2,710円 2,592円",
        "合計 10,296円 5,509円 4,787円",
        "10％対象 5,509円（うち消費税等 500円） 登録番号 T7000012050002",
        "発見が困難な場所での漏水",
        "漏水量の2分の1",
        "減額後の料金 5,509円を、令和6年（2024年）9月2日までに",
        "不服申立て（教示）",
        "3か月以内に、金沢市長に対して審査請求",
        "1年を経過したとき",
        "6か月以内に、金沢市を被告として",
        "裁決を経た後でなければ",
        "①",
        "②",
        "③",
        "水道料金は私法上の債権",
    )


def test_what_was_paid_before_counts_towards_the_new_bill():
    paid = replace(FACTS, accounts=(replace(WATER, paid_yen=4994), SEWERAGE))
    assert in_order(read(paid), "既に 4,994円を納入いただいています。", "5,509円（納期限")
    assert in_order(read(paid, EN), "already paid 4,994 yen")


def test_a_reduction_of_water_alone_is_no_decision_to_appeal_about():
    assert "審査請求" not in read(replace(FACTS, accounts=(WATER,)))


def test_a_bureau_without_a_name_sends_appeals_to_its_city():
    nameless = replace(FACTS.head, issuer=replace(FACTS.head.issuer, bureau=""))
    assert "当市長に対して審査請求" in squeezed(read(replace(FACTS, head=nameless)))


@pytest.mark.parametrize("language", [JA, EN])
def test_each_ground_has_its_reason(language):
    reasons = {squeezed(read(replace(FACTS, ground=ground), language)) for ground in Ground}
    assert len(reasons) == len(Ground)


def test_the_english_one_tells_the_same():
    assert in_order(
        read(FACTS, EN),
        "prevails",
        "Sewerage charge 40 m³ 5,302 yen 21 m³ 2,710 yen 2,592 yen",
        "A leak.",
        "request a review from the mayor of 金沢市 within three months",
        "within six months",
    )


def test_the_longest_names_and_addresses_are_not_cut():
    long = crowded(FACTS)
    text = squeezed(read(long))
    assert text.count(squeezed(long.head.use.user_name)) == 2
    assert text.count(squeezed(long.head.use.address)) == 2
