"""The payment certificate as it is handed over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from db.rules.certificate import Certificate, CertifiedBill, CertifiedDebt
from db.rules.paper import PaperKind
from db.rules.periods import months_before
from db.rules.words import Account, CustomerKind
from tests.desktop.notice_help import EN, crowded, head_for, in_order, paper, read
from tests.desktop.paper_help import last_places_of, pages_of, places_of, squeezed, text_of

MAY, JULY = dt.date(2024, 5, 1), dt.date(2024, 7, 1)


def bill(month, paid_on):
    return CertifiedBill(
        month,
        months_before(month, 2).replace(day=10),
        month.replace(day=10),
        (
            CertifiedDebt(Account.WATER, 2799, 254, 2799, paid_on),
            CertifiedDebt(Account.SEWERAGE, 2710, 246, 0, None),
        ),
    )


FACTS = Certificate(
    head_for(PaperKind.CERTIFICATE),
    "𠮷田 花子",
    "確定申告のため",
    MAY,
    JULY,
    (bill(MAY, dt.date(2024, 5, 20)), bill(JULY, dt.date(2024, 7, 31))),
)
LONG = replace(
    FACTS, bills=tuple(bill(months_before(JULY, 2 * back), JULY) for back in reversed(range(30)))
)


@pytest.fixture(scope="module")
def printed():
    return paper(FACTS)


def test_it_certifies_each_account_of_each_bill_and_their_sums(printed):
    assert printed.pages == (1,)
    assert in_order(
        text_of(printed.data),
        "書類番号 X-2024-000123",
        "納入証明書",
        "申請者（使用者） 𠮷田 花子 様",
        "証明する請求年月 令和6年（2024年）5月～令和6年（2024年）7月",
        "使用目的 確定申告のため",
        "請求年月 区分 請求額 納入額 納入日",
        "令和6(2024)年5月 水道料金 2,799円 2,799円 令和6(2024)年5月20日",
        "令和6(2024)年5月 下水道使用料 2,710円 0円 ―",
        "水道料金 5,598円 5,598円",
        "下水道使用料 5,420円 0円",
        "合計 11,018円 5,598円",
        "収納を確認できたもの（確報）です。",
        "この証明書は領収書ではありません。",
        "令和6年（2024年）9月18日",
        "金沢市公営企業管理者",
        "印",
    )


def test_the_place_of_the_seal_is_below_all_that_is_certified(printed):
    left, top, right, bottom = places_of(printed.data, "印")
    assert 150 < left < right < 190
    assert places_of(printed.data, "領収書")[3] < top < bottom < 290


def test_the_english_one_says_that_it_is_no_receipt():
    assert in_order(
        read(FACTS, EN),
        "The Japanese notice prevails.",
        "Jul 2024 Water charge 2,799 yen 2,799 yen 31 Jul 2024",
        "Total 11,018 yen 5,598 yen",
        "This certificate is not a receipt.",
        "Administrator of Public Enterprises, 金沢市",
        "Seal",
    )


def test_a_company_is_addressed_as_one_whoever_gets_the_certificate():
    use = replace(FACTS.head.use, user_name="大西食堂", user_kind=CustomerKind.COMPANY)
    facts = replace(FACTS, applicant="大西食堂", head=replace(FACTS.head, use=use))
    assert in_order(read(facts), "𠮷田 花子 様", "申請者（使用者） 大西食堂 御中")


def test_without_a_purpose_none_is_named():
    assert "使用目的" not in read(replace(FACTS, purpose=""))


def test_five_years_go_on_over_pages_with_the_titles_again():
    printed = paper(LONG)
    text = text_of(printed.data)
    assert printed.pages == (pages_of(printed.data),) == (3,)
    assert squeezed(text).count("請求年月区分請求額納入額納入日") == 3
    assert text.count("令和6(2024)年7月\n水道料金") + text.count("令和6(2024)年7月 水道料金") == 1
    assert in_order(text, "納入証明書 (2)", "納入証明書 (3)", "合計 165,270円 83,970円", "印")


def test_no_number_of_bills_parts_the_seal_from_its_page_or_the_sums_from_their_bills():
    for count in (*range(9, 14), *range(26, 31)):
        printed = paper(replace(FACTS, bills=LONG.bills[:count]))
        text = squeezed(text_of(printed.data))
        assert text.endswith(
            "領収書ではありません。令和6年（2024年）9月18日金沢市企業局料金センター金沢市公営企業管理者印"
        )
        assert "納入日水道料金" not in text  # no page begins with the sums
        last_page = text.rsplit("納入証明書(", 1)[-1]
        assert "下水道使用料2,710円0円―水道料金" in last_page, count
        left, top, _, bottom = last_places_of(printed.data, "印")
        assert left > 150, count
        assert 20 < top < bottom < 283 - 8, count  # with the frame around it


def test_the_longest_names_and_addresses_are_not_cut():
    long = replace(crowded(FACTS), applicant=crowded(FACTS).head.use.user_name)
    text = squeezed(read(long))
    assert text.count(squeezed(long.applicant)) == 2
    assert text.count(squeezed(long.head.use.address)) == 2
