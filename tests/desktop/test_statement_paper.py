"""The usage and payment statement on paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pypdfium2
import pytest

from db.rules.notice_facts import Addressee, NoticeHead, Use
from db.rules.paper import PaperKind
from db.rules.paper_settings import PaperSettings
from db.rules.periods import months_before
from db.rules.statement import Statement, StatementBill
from db.rules.words import CustomerKind, PaymentState, UsageClass
from desktop.format import LanguageCode
from desktop.notices.catalogue import render_notices
from desktop.notices.usage_bars import step_of
from tests.desktop.paper_help import AT, ISSUER, places_of, said_of, squeezed, text_of

JA, EN = LanguageCode
SEPTEMBER = dt.date(2024, 9, 1)


def bill(count, **facts):
    """The bill of that many periods before September 2024."""
    month = months_before(SEPTEMBER, 2 * count)
    known = {
        "month": month,
        "from_on": months_before(month, 2).replace(day=12),
        "to_on": month.replace(day=13),
        "days": 62,
        "usage_m3": 32 + count % 5 * 7,
        "water_yen": 4070,
        "sewerage_yen": 4210,
        "state": PaymentState.PAID,
        "paid_on": month.replace(day=28),
    }
    return StatementBill(**known | facts)


def statement(bills):
    use = Use(
        "0123456",
        "1702445800312296",
        "𠮷田 花子",
        "金沢市本町1-2-3",
        UsageClass.HOUSEHOLD,
        CustomerKind.PERSON,
    )
    to = Addressee("𠮷田 花子", CustomerKind.PERSON, "9200853", "金沢市本町1丁目2番3号")
    settings = PaperSettings(company_code="912345")
    head = NoticeHead(PaperKind.STATEMENT, "M-2024-000007", AT, ISSUER, settings, to, use)
    first, last = bills[0].month, bills[-1].month
    return Statement(head, first, last, tuple(bills), dt.date(2024, 9, 17))


@pytest.fixture(scope="module")
def facts():
    """Two years: the last bill not paid yet, the one before estimated."""
    unpaid = {"state": PaymentState.NOT_DUE, "paid_on": None}
    paid = [bill(count) for count in reversed(range(2, 12))]
    return statement([*paid, bill(1, estimated=True), bill(0, usage_m3=21, **unpaid)])


@pytest.fixture(scope="module")
def papers(facts):
    return {language: render_notices([facts], language) for language in LanguageCode}


def test_it_is_one_page_and_says_what_it_is(papers):
    assert [papers[each].pages for each in LanguageCode] == [(1,), (1,)]
    assert said_of(papers[JA].data)["Title"] == "使用水量・料金等明細書"
    assert papers[JA].unprintable == ()


def test_every_bill_has_its_row_and_the_sums_stand_below(papers, facts):
    told = squeezed(text_of(papers[JA].data))
    assert "令和6（2024）年9月2024/7/12～9/1321624,0704,2108,280納期限前―" in told
    assert "令和6（2024）年7月2024/5/12～7/13※39624,0704,2108,280納付済2024/7/28" in told
    assert f"合計{facts.usage_m3}48,84050,52099,360" in told
    assert "令和6年（2024年）9月17日までに確認できたお支払いを反映しています。" in told


def test_in_english_it_says_the_same(papers):
    told = squeezed(text_of(papers[EN].data))
    assert "2024/9(Reiwa6)2024/7/12–9/1321624,0704,2108,280notdue–" in told
    assert "notareceipt" in told


def test_the_chart_sets_this_year_beside_the_year_before(papers):
    told = text_of(papers[JA].data)
    for words in ("令和5（2023）年11月～令和6（2024）年9月", "前年同期"):
        assert words in told
    left, top, right, bottom = places_of(papers[JA].data, "前年同期")
    assert 20 < left < right <= 190.5
    assert 88 < top < bottom < 140


def test_what_was_estimated_is_marked_in_the_chart_too(papers):
    assert text_of(papers[JA].data).count("※39") == 2


def test_without_a_year_before_the_chart_shows_one_bar_a_period(facts):
    short = replace(facts, bills=facts.bills[-2:], since=facts.bills[-2].month)
    assert [(pair.m3, pair.before_m3) for pair in short.pairs()] == [(39, None), (21, None)]
    assert render_notices([short], JA).pages == (1,)


def test_many_bills_go_on_on_other_pages_under_their_titles():
    facts = statement([bill(count) for count in reversed(range(30))])
    paper = render_notices([facts], JA)
    assert paper.pages[0] > 1
    assert text_of(paper.data).count("使用期間") == paper.pages[0]


@pytest.mark.parametrize("count", range(13, 21))
def test_the_notes_are_never_alone_on_a_page(count):
    facts = statement([bill(number) for number in reversed(range(count))])
    with pypdfium2.PdfDocument(render_notices([facts], JA).data) as document:
        last = document[len(document) - 1].get_textpage().get_text_bounded()
    assert f"合計 {facts.usage_m3}" in last
    assert last.rstrip().endswith("確認できたお支払いを反映しています。")


@pytest.mark.parametrize(
    ("most", "step"), [(0, 1), (4, 1), (5, 2), (21, 10), (40, 10), (41, 20), (4000, 1000)]
)
def test_the_scale_goes_in_round_steps_to_above_the_highest_bar(most, step):
    assert step_of(most) == step
