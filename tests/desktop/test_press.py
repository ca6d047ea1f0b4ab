"""Files of many pages: what they share is in them once, and no page is kept in memory."""

from __future__ import annotations

import re
import tracemalloc

from desktop.format import LanguageCode
from desktop.notices.paper import Imprint, printed
from tests.desktop.paper_help import AT, pages_of, text_of

IMPRINT = Imprint("t", LanguageCode.JA, AT, running="通知")


def test_what_pages_share_is_in_the_file_once_and_on_each_of_them():
    def draw(sheet):
        for number in range(5):
            if number:
                sheet.new_notice()
            sheet.constant("head", lambda page: page.write(20, 20, "共通の文"))
            sheet.write(20, 40, f"{number}号")

    data = printed(IMPRINT, draw)
    assert len(re.findall(rb"/Subtype /Form", data)) == 1
    assert text_of(data).split("\n") == [
        line for number in range(5) for line in ("共通の文", f"{number}号")
    ]


def test_what_is_replayed_stands_side_by_side():
    def draw(sheet):
        drawn = sheet.recorded(lambda page: page.write(20, 20, "控"))
        sheet.replay(drawn, right_mm=0)
        sheet.replay(drawn, right_mm=60)

    assert text_of(printed(IMPRINT, draw)) == "控 控"


def test_a_page_that_goes_on_says_so_and_the_next_notice_counts_anew():
    def draw(sheet):
        sheet.write(20, 20, "一")
        sheet.next_page()
        sheet.new_notice()
        sheet.next_page()

    data = printed(IMPRINT, draw)
    assert pages_of(data) == 4
    assert text_of(data).split("\n") == ["一", "通知 (2)", "", "通知 (2)"]


def test_codes_that_mean_something_to_a_file_are_drawn_all_the_same():
    text = "".join(chr(code) for code in range(33, 127)) + "あいうえお" * 3
    lines = [text[start : start + 20] for start in range(0, len(text), 20)]

    def draw(sheet):
        for number, line in enumerate(lines):
            sheet.write(20, 20 + 5 * number, line)

    assert text_of(printed(IMPRINT, draw)).split("\n") == lines


def test_a_thousand_pages_take_hardly_more_memory_than_their_file():
    taken = []

    def draw(sheet):
        for number in range(1000):
            sheet.new_notice()
            for line in range(20):
                sheet.write(20, 20 + 5 * line, f"{number}-{line}")
            if number in (299, 999):  # what it remembers of texts is full by then
                taken.append(tracemalloc.get_traced_memory()[0])

    tracemalloc.start()
    try:
        data = printed(IMPRINT, draw)
    finally:
        tracemalloc.stop()
    assert taken[1] - taken[0] < 2 * len(data)
