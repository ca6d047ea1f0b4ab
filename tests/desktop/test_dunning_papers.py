"""The four dunning notices say what the law wants of each, in Japanese and in English."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest

from db.rules.dunning import StepTaken
from db.rules.paper import DUNNING
from db.rules.words import Account, CustomerKind
from desktop.format import LanguageCode
from desktop.notices.catalogue import render_notices
from tests.desktop.dunning_papers import (
    DEMAND,
    EXECUTION,
    LIMIT,
    REMINDER,
    WARNING,
    bill_of,
    debt_of,
    head_of,
    notice_of,
)
from tests.desktop.paper_help import ISSUER, pages_of, said_of, squeezed, text_of

JA, EN = LanguageCode.JA, LanguageCode.EN
CUTTING_OFF = (WARNING, EXECUTION)
REMINDED = ("督促手数料", "延滞金", "地方自治法第231条の3")


@cache
def paper(kind, language=JA, count=1):
    return render_notices([notice_of(kind, count)], language)


@cache
def read(kind, language=JA, count=1):
    return text_of(paper(kind, language, count).data)


def text_with(kind, language=JA, **more):
    return text_of(render_notices([notice_of(kind, **more)], language).data)


def in_order(parts, text):
    """Each part stands behind the one before it."""
    rest = squeezed(text)
    for part in parts:
        _, found, rest = rest.partition(squeezed(part))
        assert found, part


def test_a_reminder_names_the_limit_both_legal_bases_and_how_to_appeal():
    parts = [
        "𠮷田 花子 様",
        "督促状",
        "お支払いいただく金額",
        "5,610円",
        "水道料金 2,799円、下水道使用料 2,811円",
        "指定期限",
        "令和6年（2024年）10月8日まで",
        "令和6年（2024年）9月13日までに届いた入金の情報",
        "行き違いに",
        "令和6(2024)年5月 水道料金 令和6(2024)年5月28日 2,799円",
        "下水道使用料 令和6(2024)年5月28日 2,711円 100円",
        "納入済通知書",
        "催告書をお送りします",
        "地方税の滞納処分の例",
        "水道料金の督促は、地方自治法施行令第171条",
        "下水道使用料の督促は、地方自治法第231条の3第1項",
        "督促1件につき100円",
        "年7.3％、その後は年14.6％",
        "水道料金には、督促手数料も延滞金もかかりません",
        "電話 076-100-2377",
        "不服申立て（教示）",
        "金沢市長に対して審査請求",
    ]
    in_order(parts, read(REMINDER))


def test_a_demand_lists_each_debt_and_says_where_to_talk_and_what_comes_next():
    parts = [
        "催告書",
        "令和6年（2024年）7月20日付けまでの督促状",
        "5,610円",
        "令和6年（2024年）10月8日まで",
        "令和6年（2024年）9月13日までに届いた入金の情報",
        "お支払いを確認できていない債権 2件",
        "納入済通知書",
        "お支払いが難しいとき",
        "分割でのお支払い",
        "水道法第15条第3項及び給水条例により、給水停止の予告",
        "電話 076-100-2377",
        "平日8時30分～17時15分",
    ]
    in_order(parts, read(DEMAND))


def test_a_warning_counts_water_only_and_says_how_to_avoid_and_to_lift_it():
    parts = [
        "□ 書留郵便・特定記録郵便",
        "□ 手渡し",
        "令和6年（2024年）8月5日付け",
        "水道法第15条第3項及び給水条例",
        "未納の水道料金 2,799円",
        "お支払いの期限 令和6年（2024年）10月2日まで",
        "給水を停止する日 令和6年（2024年）10月3日以降",
        "届いた入金の情報",
        "このほかに下水道使用料 2,711円が未納",
        "給水停止の理由にはならず",
        "給水停止を受けないためには",
        "もう一度使うには",
        "平日の8時30分～17時15分",
    ]
    in_order(parts, read(WARNING))


def test_the_notice_of_a_cut_off_names_the_day_and_the_decision():
    parts = [
        "給水停止執行通知書",
        "給水停止予告書（令和6年（2024年）8月28日付け）",
        "水道法第15条第3項",
        "給水を停止する日 令和6年（2024年）10月3日",
        "停止を決定した日 令和6年（2024年）9月17日",
        "未納の水道料金 2,799円",
        "行き違い",
        "全額のお支払い、又は分割",
        "平日の8時30分～17時15分",
    ]
    in_order(parts, read(EXECUTION))


@pytest.mark.parametrize("kind", CUTTING_OFF)
def test_a_cut_off_knows_no_fee_no_appeal_no_slip_and_no_sum_with_sewerage(kind):
    text = squeezed(read(kind))
    for never in (*REMINDED, "審査請求", "納入済通知書", "5,510円"):
        assert never not in text
    assert "下水道" not in squeezed(text_with(kind, sewerage_apart_yen=0))


@pytest.mark.parametrize("kind", [REMINDER, DEMAND])
def test_what_is_about_water_alone_says_nothing_of_sewerage_s_law(kind):
    water = replace(bill_of(kind), debts=bill_of(kind).debts[:1])
    text = squeezed(text_with(kind, bills=(water,)))
    for never in ("延滞金は", "督促手数料（", "滞納処分", "不服申立て"):
        assert never not in text


def test_a_reminder_of_sewerage_alone_does_not_speak_of_water():
    sewerage = replace(bill_of(REMINDER), debts=bill_of(REMINDER).debts[1:])
    text = squeezed(text_with(REMINDER, bills=(sewerage,)))
    assert "審査請求" in text
    assert "施行令第171条" not in text


def test_interest_has_a_column_where_there_is_any():
    due_on = dt.date(2021, 5, 28)
    debts = (debt_of(Account.SEWERAGE, 8_000, due_on, fee_yen=100, interest_yen=3_700),)
    text = text_with(REMINDER, bills=(bill_of(REMINDER, debts=debts),))
    in_order(["11,800円", "督促手数料 延滞金", "8,000円 100円 3,700円"], text)


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (REMINDER, ["Reminder", "5,610 yen", "seized", "Article 171", "Article 231-3", "mayor of"]),
        (DEMAND, ["Demand", "20 July 2024", "Unpaid claims: 2", "instalments", "seized"]),
        (WARNING, ["registered or recorded", "2 October 2024 (Reiwa 6)", "3 October 2024"]),
        (EXECUTION, ["warning of 28 August 2024", "17 September 2024", "8:30 to 17:15"]),
    ],
)
def test_the_english_notice_says_the_same_and_that_the_japanese_prevails(kind, parts):
    in_order(parts, read(kind, EN))
    assert "The Japanese notice prevails" in read(kind, EN)
    assert "prevails" not in read(kind, JA)


@pytest.mark.parametrize("language", LanguageCode)
@pytest.mark.parametrize("kind", DUNNING)
def test_a_long_list_goes_on_on_the_next_page_with_its_titles(kind, language):
    text, notice = read(kind, language, 14), notice_of(kind, 14)
    pages = pages_of(paper(kind, language, 14).data)
    assert paper(kind, language, 14).pages == (pages,)
    assert pages > 1
    yens = [f"{debt.yen:,}" for bill in notice.bills for debt in bill.debts]
    in_order(sorted(yens[::2], reverse=True), text)
    assert text.count("納期限" if language is JA else "Due on") >= (kind not in CUTTING_OFF)
    widest = "令和5(2023)年11月28日" if language is JA else "28 Nov 2023"
    assert widest in text  # in one line
    total = f"{notice.water_yen + notice.sewerage_yen:,}"
    assert total in text


def test_a_date_of_the_era_before_stays_on_one_line():
    lines = read(REMINDER, count=40).splitlines()
    assert "平成29(2017)年11月 水道料金 平成29(2017)年11月28日 2,838円 ―" in lines


def test_several_places_are_told_apart():
    other = bill_of(REMINDER, 1, address="金沢市東力1丁目1番", customer_number="0077777")
    text = text_with(REMINDER, bills=(bill_of(REMINDER), other))
    in_order(["11,222円", "金沢市東力1丁目1番 (0077777)"], text)


@pytest.mark.parametrize("kind", DUNNING)
def test_without_a_last_day_of_payments_the_excuse_stays(kind):
    text = squeezed(text_with(kind, seen_to=None))
    assert "行き違い" in text
    assert "までに届いた入金" not in text


@pytest.mark.parametrize("kind", DUNNING)
def test_the_file_says_what_it_is_and_not_about_whom(kind):
    data = paper(kind).data
    assert said_of(data)["Title"] in read(kind)
    assert "𠮷田" not in str(said_of(data))
    assert render_notices([notice_of(kind)], JA).data == data


def test_a_sample_is_marked():
    head = head_of(REMINDER, issuer=replace(ISSUER, fictional=True))
    assert "練習用の見本" in text_with(REMINDER, head=head)


@pytest.mark.parametrize("before", [WARNING, EXECUTION])
def test_a_second_warning_names_the_first(before):
    previous = StepTaken(before, dt.date(2024, 7, 31), dt.date(2024, 8, 14))
    told = "給水停止予告書等（最後は令和6年（2024年）7月31日付け）でお支払い"
    assert told in squeezed(text_with(WARNING, previous=previous))
    assert "an earlier warning, the last on 31 July 2024" in " ".join(
        text_with(WARNING, EN, previous=previous).split()
    )


@pytest.mark.parametrize("kind", [DEMAND, WARNING, EXECUTION])
def test_a_later_step_without_an_earlier_one_is_not_drawn(kind):
    with pytest.raises(ValueError, match="nothing came before"):
        render_notices([notice_of(kind, previous=None)], JA)


def test_the_slip_is_taken_until_the_limit():
    text = read(REMINDER)
    slip = text[text.index("納付書兼領収書") :]
    assert slip.count("令和6年（2024年）10月8日") == 3
    assert dt.date(2024, 10, 8) == LIMIT


@pytest.mark.parametrize(("count", "due"), [(1, "令和6年（2024年）5月28日"), (2, "内訳のとおり")])
def test_the_slip_names_the_due_date_where_there_is_but_one(count, due):
    text = read(REMINDER, count=count)
    slip = text[text.index("納付書兼領収書") : text.index("期限までにお支払いがないとき")]
    assert squeezed(slip).count(f"納期限{due}") == 3


def test_the_user_is_addressed_as_what_they_are():
    head = head_of(DEMAND)
    use = replace(head.use, user_name="大西食堂", user_kind=CustomerKind.COMPANY)
    text = text_with(DEMAND, head=replace(head, use=use))
    in_order(["𠮷田 花子 様", "使用者 大西食堂 御中"], text)


@pytest.mark.parametrize("before", [DEMAND, WARNING])
def test_one_month_of_water_is_warned_of_on_one_page_in_either_language(before):
    previous = StepTaken(before, dt.date(2024, 7, 31), dt.date(2024, 8, 14))
    long = replace(ISSUER, bureau_latin="Kanazawa City Public Enterprise Bureau", fictional=True)
    facts = notice_of(WARNING, head=replace(head_of(WARNING), issuer=long), previous=previous)
    assert [render_notices([facts], language).pages for language in LanguageCode] == [(1,), (1,)]


def test_the_english_notice_names_the_city_to_sue_in_latin_letters():
    issuer = replace(ISSUER, bureau_latin="Kanazawa City Public Enterprise Bureau")
    text = text_with(REMINDER, EN, head=replace(head_of(REMINDER), issuer=issuer))
    in_order(["review from the mayor of Kanazawa City within", "with Kanazawa City as"], text)


@pytest.mark.parametrize("count", range(1, 6))
def test_a_place_is_never_named_on_the_page_before_its_debts(count):
    home = [bill_of(REMINDER, number) for number in range(count)]
    other = bill_of(REMINDER, count, address="金沢市東力1丁目1番")
    facts = notice_of(REMINDER, bills=(*home, other))
    with pypdfium2.PdfDocument(render_notices([facts], JA).data) as document:
        pages = [page.get_textpage().get_text_bounded().splitlines() for page in document]
    (lines,) = (lines for lines in pages if "使用場所 金沢市東力1丁目1番 (0012345)" in lines)
    after = lines[lines.index("使用場所 金沢市東力1丁目1番 (0012345)") + 1]
    assert after == "請求年月 区分 納期限 未納額 督促手数料"
