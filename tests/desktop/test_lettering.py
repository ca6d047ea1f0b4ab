"""Type on paper: every letter drawn and copied as registered, lines broken where one may."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.format import LanguageCode
from desktop.notices.lettering import Face, clusters, runs, text_width, unprintable
from desktop.notices.paper import Imprint, printed
from desktop.notices.wrapping import wrapped
from tests.desktop.paper_help import text_of

NOTO = "NotoSansJP-Subset"


def sheet(text, face=Face.TEXT):
    """A page with one line."""
    imprint = Imprint("t", LanguageCode.JA, dt.datetime(2024, 9, 18, tzinfo=dt.UTC))
    return printed(imprint, lambda page: page.write(20, 40, text, size=40, face=face))


def ink(data):
    """The page as a picture."""
    with pypdfium2.PdfDocument(data) as document:
        bitmap = document[0].render(scale=1, grayscale=True)
        return bytes(bitmap.buffer)


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize(
    "text",
    [
        "髙橋 﨑山 渡邉 齋藤 澤 德",
        "𠮷田 𣘺本 𡈽屋",
        "葛\U000e0100飾 辻\U000e0100 辻\U000e0101 邊\U000e0109",
        "か\u3099き",
        "㈱①②～－−―…",
        "Zoë Ångström d'Arc",
        "100円 ¥1,234",
    ],
)
def test_what_is_registered_can_be_copied_as_it_is(text, face):
    assert text_of(sheet(text, face)) == text


def test_a_letter_that_the_shipped_type_lacks_comes_from_the_other():
    fonts = [str(chosen.fontName) for chosen, _ in runs("𠮷田", Face.TEXT)]
    assert fonts == [NOTO, Face.TEXT]


def test_a_variant_is_drawn_as_the_variant():
    assert ink(sheet("辻\U000e0101")) != ink(sheet("辻\U000e0100"))
    # a form that no font knows is drawn as the usual one
    assert ink(sheet("水\U000e01ef")) == ink(sheet("水"))


@pytest.mark.parametrize("letter", ["\ue000", "\U000f1234", "\U00100000", "😀", "ヴ\u3099"])
def test_a_letter_that_no_font_has_is_seen_named_and_still_copied(letter):
    assert unprintable(f"山{letter}田{letter}") == (letter,)
    assert ink(sheet(letter)) == ink(sheet("〓"))
    assert text_of(sheet(f"山{letter}田")) == f"山{letter}田"
    assert unprintable("山〓田𠮷") == ()


def test_more_letters_than_one_subset_holds_are_all_drawn_and_copied():
    text = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 600) if not unprintable(chr(code)))
    lines = [text[start : start + 12] for start in range(0, len(text), 12)]
    imprint = Imprint("t", LanguageCode.JA, dt.datetime(2024, 9, 18, tzinfo=dt.UTC))

    def write(page):
        for number, line in enumerate(lines):
            page.write(20, 10 + 5 * number, line, size=10)

    assert text_of(printed(imprint, write)).replace("\n", "") == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(20, 300))
@example("葛\U000e0100" * 20, 30)
@example("あ、" * 30, 31)
@example("a.very.long.address@example.jp かな", 40)
def test_wrapping_loses_no_letter_and_parts_none(text, width):
    lines = wrapped(text, Face.TEXT, size=10, width=width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    kept = [c.strip() for line in lines for c in clusters(line) if c.strip()]
    assert kept == [c.strip() for c in clusters(text) if c.strip()]
    for line in lines:
        assert text_width(line, Face.TEXT, 10) <= width + 0.01


def test_latin_words_stay_whole_and_no_line_begins_with_a_full_stop():
    assert wrapped("The quick brown fox", Face.TEXT, size=10, width=60) == (
        "The quick",
        "brown fox",
    )
    assert wrapped("ああああ。いい", Face.TEXT, size=10, width=40) == ("あああ", "あ。いい")
    assert wrapped("ああああ。", Face.TEXT, size=10, width=10) == (*"ああああ", "。")
    assert wrapped("一行\n\n三行", Face.TEXT, size=10, width=400) == ("一行", "", "三行")


def test_no_line_ends_with_an_opening_bracket():
    text = "令和6年（2024年）"
    assert wrapped(text, Face.TEXT, size=10, width=40) == ("令和6年", "（2024", "年）")
    assert wrapped("ああ「（いい", Face.TEXT, size=10, width=31) == ("ああ", "「（いい")
    assert wrapped("（（（", Face.TEXT, size=10, width=5) == ("（", "（", "（")


def test_no_number_is_parted_for_the_bracket_behind_it():
    assert wrapped("令和6（2024）年", Face.TEXT, size=10, width=51) == ("令和6", "（2024）年")
