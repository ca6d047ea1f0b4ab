"""The three parts that are torn off and paid with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.rules.customer_barcode import Bar
from db.rules.slip_barcode import NoBarcode
from db.rules.words import Account, CustomerKind
from desktop.format import LanguageCode
from desktop.notices.paper import Imprint, printed
from desktop.notices.postal_bars import HEIGHT_MM, bars_mm
from desktop.notices.slip_bars import QUIET_MM
from desktop.notices.slip_bars import bars_mm as slip_bars_mm
from desktop.notices.slip_parts import draw_slip
from desktop.notices.words import words
from tests.desktop.paper_help import AT, squeezed, text_of
from tests.desktop.slip_help import (
    TO,
    USE,
    bill_of,
    debt_of,
    head_of,
    notice_of,
    reissue_of,
    scanned,
    three_bills,
)

JA, EN = LanguageCode.JA, LanguageCode.EN


def slip(notice, language=JA):
    """A page with the slip of a notice and nothing else."""
    said = words("slip", language)
    imprint = Imprint("t", language, AT)
    return printed(imprint, lambda sheet: draw_slip(sheet, said, notice.slip))


def lines_of(notice, language=JA):
    return text_of(slip(notice, language)).split("\n")


@pytest.mark.parametrize(
    ("user", "kind", "payer"),
    [
        ("大西食堂", CustomerKind.COMPANY, "大西食堂 御中"),
        ("吉田 一郎", CustomerKind.PERSON, "吉田 一郎 様"),
    ],
)
def test_the_payer_is_addressed_as_what_they_are_whoever_gets_the_slip(user, kind, payer):
    use = replace(USE, user_name=user, user_kind=kind)
    (other,) = set(CustomerKind) - {kind}
    head = head_of(addressee=replace(TO, name="北陸管理", kind=other), use=use)
    assert sum(line.endswith(payer) for line in lines_of(notice_of(head=head))) == 3


def test_a_last_day_is_spoken_of_only_where_the_slip_has_one():
    told = "コンビニエンスストア（バーコードがあり、取扱期限内のもの）"
    assert told in squeezed(text_of(slip(notice_of())))
    without = squeezed(text_of(slip(notice_of(handle_until=None))))
    assert "コンビニエンスストア（バーコードのあるもの）" in without
    assert "取扱期限" not in without


def test_the_three_parts_say_the_same():
    lines = lines_of(notice_of())
    for title in ("納入通知書兼領収書", "納入書控", "納入済通知書"):
        assert lines.count(title) == 1
    for said in ("𠮷田 花子 様", "1702 4458 0031 2296", "令和6（2024）年度", "9,081円", "5,038円"):
        assert sum(line.endswith(said) for line in lines) == 3, said
    assert sum("令和6年（2024年）10月31日" in line for line in lines) == 3


@pytest.mark.parametrize("language", LanguageCode)
def test_a_scanner_reads_the_bar_code_at_200_dots_an_inch(language):
    for notice in (notice_of(), reissue_of(three_bills())):
        assert scanned(slip(notice, language)) == [(notice.slip.barcode, "]C1")]


@pytest.mark.parametrize("yen", [1, 77, 4_043, 29_500, 123_456, 299_999])
def test_a_scanner_reads_any_sum(yen):
    notice = notice_of((bill_of(water=yen, sewerage=None),))
    assert scanned(slip(notice)) == [(notice.slip.barcode, "]C1")]


def test_the_bars_with_their_margins_are_not_wider_than_a_scanner():
    assert slip_bars_mm(notice_of().slip.barcode) + 2 * QUIET_MM <= 60


def test_people_can_type_the_bar_code_in():
    text = text_of(slip(notice_of()))
    assert "(91)912345-0000117024458003122960\n241031-0-009081-8" in text


@pytest.mark.parametrize("language", LanguageCode)
def test_over_300_000_yen_it_says_why_shops_do_not_take_it(language):
    data = slip(notice_of((bill_of(water=300_000, sewerage=1),)), language)
    assert scanned(data) == []
    why = words("slip", language).code(NoBarcode.OVER_LIMIT)
    assert squeezed(why) in squeezed(text_of(data))


def test_a_slip_issued_anew_says_so_and_keeps_the_due_date():
    text = text_of(slip(reissue_of()))
    assert "納付書（再発行）兼領収書" in text
    assert "納入通知書" not in text
    assert text.count("令和6年（2024年）9月30日") == 3
    assert text.count("再発行日 令和6年（2024年）9月18日") == 3


def test_fees_and_interest_have_rows_of_their_own():
    debt = debt_of(Account.SEWERAGE, 4043, fee_yen=100, interest_yen=57)
    text = text_of(slip(notice_of((bill_of(debts=(debt,)),))))
    for row in ("下水道使用料 4,043円", "督促手数料 100円", "延滞金 57円"):
        assert text.count(row) == 3
    assert "水道料金 " not in text.replace("下水道", "")


def test_the_longest_name_is_all_there_in_each_part():
    head = head_of()
    long = replace(head, use=replace(head.use, user_name="髙" * 100))
    sheets = []
    said = words("slip", JA)

    def draw(sheet):
        sheets.append(sheet)
        draw_slip(sheet, said, notice_of(head=long).slip)

    data = printed(Imprint("t", JA, AT), draw)
    assert text_of(data).count("髙") == 300
    assert sheets[0].shrunk == ("髙" * 100 + " 様",)


def test_the_bars_of_the_post_have_the_size_that_it_allows():
    assert 2.72 <= HEIGHT_MM <= 2.88
    assert 0.76 <= bars_mm((Bar.LONG, Bar.LONG)) - bars_mm((Bar.LONG,)) <= 1.04
    assert 0.40 <= bars_mm((Bar.LONG,)) <= 0.56
