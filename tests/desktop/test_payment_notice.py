"""The payment notice as its reader sees it: item by item what the law wants, and every yen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest

from db.rules.notice_facts import Addressee
from db.rules.words import CustomerKind
from desktop.format import LanguageCode
from desktop.notices.catalogue import render_notices
from tests.desktop.paper_help import ISSUER, pages_of, places_of, said_of, squeezed, text_of
from tests.desktop.slip_help import (
    HOME,
    SHOP,
    bill_of,
    head_of,
    notice_of,
    reissue_of,
    scanned,
    three_bills,
    with_settings,
)

JA, EN = LanguageCode.JA, LanguageCode.EN


def rendered(*notices, language=JA):
    return render_notices(notices, language)


@pytest.fixture(scope="module")
def one():
    return rendered(notice_of()).data


def in_order(text, parts):
    """Check that the parts stand in the text, one behind the other."""
    assert [part for part in parts if part not in text] == []
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_the_notice_reads_from_top_to_bottom(one):
    parts = [
        "〒920-0012\n石川県金沢市磯部町ニ45番地\n𠮷田 花子 様\n",
        "発行日 令和6年（2024年）9月18日",
        "書類番号 P-2024-000123",
        "金沢市企業局 料金センター",
        "電話 076-100-2377",
        "納入通知書\n",
        "納入すべき金額 9,081円",
        "納期限 令和6年（2024年）9月30日",
        "所属年度 令和6（2024）年度",
        "請求の事由",
        "歳入科目 水道事業収益（水道料金）、下水道事業収益（下水道使用料）",
        "納入義務者 𠮷田 花子 様",
        "納入場所",
        "2024/7/6～2024/9/4",
        "水道料金 10％対象 5,038円（うち消費税等 458円）",
        "下水道使用料 10％対象 4,043円（うち消費税等 367円）",
        "登録番号 T1234567890123",
        "3か月以内に、金沢市長に対して審査請求",
        "1年を経過したとき",
        "6か月以内に、金沢市を被告として",
        "地方自治法第229条",
        "水道料金は私法上の債権",
        "納入通知書兼領収書",
        "(91)912345",
    ]
    in_order(squeezed(text_of(one)), [squeezed(part) for part in parts])
    assert pages_of(one) == 1


def test_each_part_of_the_slip_is_read_to_its_end_before_the_next(one):
    text = squeezed(text_of(one))
    slip = text[text.index("納入通知書兼領収書") :]
    parts = ["納入通知書兼領収書", "（納入者保管）", "納入書控", "（取扱店保管）", "納入済通知書"]
    in_order(slip, [squeezed(part) for part in [*parts, "（当局送付）", "(91)912345"]])


def test_the_english_notice_says_that_the_japanese_one_prevails():
    text = text_of(rendered(notice_of(), language=EN).data)
    parts = ["Issued 18 September 2024 (Reiwa 6)", "Payment notice", "The Japanese notice prevails"]
    in_order(text, [*parts, "9,081 yen", "review from the mayor of 金沢市", "Notice of payment"])
    assert "SAMPLE" not in text


@pytest.mark.parametrize("language", LanguageCode)
def test_a_scanner_reads_it_through_the_mark_of_a_sample(language):
    sample = with_settings(notice_of(), company_code="999999")
    data = rendered(sample, language=language).data
    assert scanned(data) == [(sample.slip.barcode, "]C1")]
    assert text_of(data).startswith("見本" if language is JA else "SAMPLE")


def test_one_slip_for_bills_of_two_places_is_told_to_the_yen():
    result = rendered(reissue_of(three_bills(), due_on=None))
    text = squeezed(text_of(result.data))
    for part in (HOME, SHOP, "2,310円", "6,210円", "12,340円", "9,870円"):
        assert squeezed(part) in text
    in_order(text, ["水道料金計20,860円", "下水道使用料計11,850円", "合計32,710円"])
    assert result.pages == (1,)
    assert "納期限当初の通知" not in text
    assert "納付書（再発行）" in said_of(result.data)["Title"]


@pytest.mark.parametrize("language", LanguageCode)
def test_two_bills_and_how_to_appeal_have_room_on_one_page(language):
    bills = (bill_of(dt.date(2024, 7, 1)), bill_of())
    assert rendered(notice_of(bills, due_on=None), language=language).pages == (1,)


def test_many_fiscal_years_stand_on_a_line_of_their_own():
    bills = tuple(bill_of(dt.date(year, 9, 1)) for year in (2021, 2022, 2023))
    lines = text_of(rendered(reissue_of(bills, due_on=None)).data).splitlines()
    years = "令和3（2021）年度・令和4（2022）年度・令和5（2023）年度"
    assert any(line.endswith(years) for line in lines)


def test_a_reissue_is_no_new_decision():
    text = squeezed(text_of(rendered(reissue_of()).data))
    assert "審査請求をすることができます" not in text
    assert "新たな納入の通知（処分）ではありません" in text
    assert "再発行日令和6年（2024年）9月18日" in text


def test_a_notice_of_water_alone_says_nothing_of_appeals():
    text = squeezed(text_of(rendered(notice_of((bill_of(sewerage=None),))).data))
    assert "審査請求" not in text
    assert "下水道使用料" not in text
    assert "私法上の債権" in text


def test_a_long_list_goes_on_and_loses_no_bill():
    bills = tuple(
        bill_of(dt.date(2019 + n // 6, n % 6 * 2 + 1, 1), water=1001 + n) for n in range(30)
    )
    notice = notice_of(bills, due_on=None)
    result = rendered(notice, notice_of())
    text = squeezed(text_of(result.data))
    assert [n for n in range(30) if f"{1001 + n:,}円" not in text] == []
    assert f"合計{notice.slip.yen:,}円" in text
    assert result.pages[0] > 1
    assert result.first_pages == (1, 1 + result.pages[0])
    assert scanned(result.data)[0][0][37:43] == f"{notice.slip.yen:06}"


def test_the_longest_name_is_all_there_and_on_the_list_of_what_was_shrunk():
    name = "髙" * 100
    head = head_of()
    head = replace(
        head,
        addressee=Addressee(name, CustomerKind.COMPANY, "9200031", "金沢市広岡" * 6),
        use=replace(head.use, user_name=name),
    )
    result = rendered(notice_of(head=head))
    assert text_of(result.data).count("髙") == 500
    assert any(name in text for text in result.shrunk)


def test_a_letter_that_no_font_has_is_named():
    head = head_of()
    head = replace(head, addressee=replace(head.addressee, name="山\ue000田"))
    assert rendered(notice_of(head=head)).unprintable == ("\ue000",)


def test_without_an_invoice_number_nothing_is_said_of_it():
    assert "登録番号" not in text_of(rendered(with_settings(notice_of(), invoice_number="")).data)


@pytest.mark.parametrize(("language", "own"), [(JA, ""), (EN, "_latin")])
def test_the_bureau_says_which_accounts_the_money_goes_to_and_where_to_pay(language, own):
    words = {
        "subject_water": "給水収益",
        "subject_sewerage": "下水使用料",
        "places": "指定金融機関",
    }
    settings = {name + own: text for name, text in words.items()}
    text = squeezed(
        text_of(rendered(with_settings(notice_of(), **settings), language=language).data)
    )
    assert [text.count(word) for word in words.values()] == [1, 1, 2]  # places on the slip too
    plain = squeezed(text_of(rendered(notice_of(), language=language).data))
    assert not any(word in plain for word in words.values())


def test_the_longest_words_that_a_bureau_may_set_stay_on_the_page():
    longest = {"subject_water": "水" * 40, "subject_sewerage": "下" * 40, "places": "所" * 100}
    made = rendered(with_settings(notice_of(), **longest))
    text = squeezed(text_of(made.data))
    assert made.pages == (1,)
    assert [text.count(word) for word in longest.values()] == [1, 1, 2]


def test_the_file_names_nobody_and_is_the_same_again(one):
    said = said_of(one)
    assert said["Title"] == "納入通知書"
    assert not any(word in str(said) for word in ("𠮷田", "17024458", "磯部"))
    assert b"/Lang (ja)" in one
    assert rendered(notice_of()).data == one
    other = notice_of(head=replace(head_of(), number="P-2024-000124"))
    assert rendered(other).data != one


def test_what_the_bureau_sets_moves_the_address(one):
    moved = rendered(with_settings(notice_of(), window_x_mm=3.0, window_y_mm=-1.5)).data
    before, after = places_of(one, "磯部町"), places_of(moved, "磯部町")
    assert after[0] - before[0] == pytest.approx(3.0, abs=0.05)
    assert after[1] - before[1] == pytest.approx(-1.5, abs=0.05)


def test_the_municipality_that_is_sued_is_that_of_the_bureau():
    other = notice_of(head=replace(head_of(), issuer=replace(ISSUER, bureau="白山市上下水道局")))
    assert "白山市を被告として" in squeezed(text_of(rendered(other).data))


def test_the_posts_bars_are_in_the_window_wherever_the_sheet_slides(one):
    slides_mm, window_mm = (25, 21), (20, 12, 110, 57)
    with pypdfium2.PdfDocument(one) as document:
        picture = document[0].render(scale=10 * 25.4 / 72, grayscale=True).to_numpy()
    head = picture[: 60 * 10, : 100 * 10] < 128  # ten dots a millimetre
    rows, columns = np.nonzero(head)
    assert columns.min() / 10 >= window_mm[0]
    assert rows.min() / 10 >= window_mm[1]
    assert columns.max() / 10 + slides_mm[0] <= window_mm[2]
    assert rows.max() / 10 + slides_mm[1] <= window_mm[3]
