"""The daily sheet on paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from db.rules.contact_words import Topic
from db.rules.daily_sheet import (
    DailySheet,
    NumberRange,
    PaperLine,
    ProcedureLine,
    Seal,
    TopicLine,
)
from db.rules.member_words import Procedure
from db.rules.notice_facts import Addressee, NoticeHead
from db.rules.paper import PaperKind
from db.rules.paper_settings import PaperSettings
from db.rules.words import CustomerKind
from desktop.format import LanguageCode
from desktop.notices.catalogue import render_notices
from tests.desktop.paper_help import AT, ISSUER, places_of, said_of, squeezed, text_of

JA, EN = LanguageCode
REMINDERS = PaperLine(PaperKind.REMINDER, 1240, 0, 1240, 1240, 4567890, 4321098, 0, 3)
SLIPS = PaperLine(PaperKind.REISSUED_SLIP, 14, 14, 0, 15, 45210, 43120, 15, 1, 2)


@pytest.fixture(scope="module")
def facts():
    office = Addressee("料金センター", CustomerKind.COMPANY, "", "")
    settings = PaperSettings(company_code="912345")
    number = "Z-2024-000123"
    head = NoticeHead(PaperKind.DAILY_SHEET, number, AT, ISSUER, settings, office)
    slips = NumberRange(PaperKind.REISSUED_SLIP, "S-2024-000456", "S-2024-000469", 14)
    return DailySheet(
        head,
        dt.date(2024, 9, 18),
        papers=(SLIPS, REMINDERS),
        numbers=(slips,),
        topics=(TopicLine(Topic.WATER_CUT, (1, 2, 0, 4)), TopicLine(None, (0, 1, 0, 0))),
        procedures=(ProcedureLine(Procedure.REGISTER, 3),),
        seal=Seal("3fa95c01bd77e210", 212, 48310),
    )


@pytest.fixture(scope="module")
def papers(facts):
    return {language: render_notices([facts], language) for language in LanguageCode}


def test_it_is_one_page_of_what_the_office_did(papers):
    assert [papers[each].pages for each in LanguageCode] == [(1,), (1,)]
    told = squeezed(text_of(papers[JA].data))
    assert "日計表令和6年（2024年）9月18日分" in told
    assert "金沢市企業局料金センター" in told
    assert "令和6年（2024年）9月18日10:44佐藤美咲" in told
    assert said_of(papers[JA].data)["Title"] == "日計表"


def test_papers_are_counted_and_summed(papers):
    told = squeezed(text_of(papers[JA].data))
    assert "納付書（再発行）14140" in told
    assert "督促状1,24001,2401,2404,567,8904,321,098030" in told
    assert "合計1,254141,2401,2554,613,1004,364,2181542" in told
    assert "納付書（再発行）S-2024-000456S-2024-00046914" in told


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        (JA, "書類 発行 再発行 一括 枚数 水道料金 下水道使用料 印刷 保存 失敗"),
        (EN, "Document Issued Again Batch Pages Water Sewerage Printed Saved Failed"),
    ],
)
def test_no_title_of_the_papers_is_broken(papers, language, titles):
    assert titles in text_of(papers[language].data)


def test_contacts_and_procedures_are_counted(papers):
    told = squeezed(text_of(papers[JA].data))
    assert "断水12047" in told
    assert "用件の選択なし01001" in told
    assert "合計13048" in told
    assert "会員登録3" in told


def test_the_anchor_can_be_read_off_in_fours(papers):
    for language in LanguageCode:
        assert "3fa9 5c01 bd77 e210" in text_of(papers[language].data)


def test_there_is_room_for_two_stamps(papers):
    made, checked = (places_of(papers[JA].data, words) for words in ("作成者", "確認者"))
    assert made[2] < checked[0]
    assert max(made[3], checked[3]) < 20


def test_before_the_seal_it_says_that_it_is_a_draft(facts):
    draft = replace(facts, head=replace(facts.head, number=""), seal=Seal(None, 0, 0))
    told = text_of(render_notices([draft], EN).data)
    assert "Draft (the record of acts is not sealed for it)" in told
    assert "Nothing has been sealed yet." in told


def test_on_a_day_without_anything_it_says_so(facts):
    empty = replace(facts, papers=(), numbers=(), topics=(), procedures=())
    told = text_of(render_notices([empty], JA).data)
    for words in ("書類はありません", "応対はありません", "手続きはありません"):
        assert words in told
