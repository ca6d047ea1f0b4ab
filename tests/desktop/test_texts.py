"""Reading the terms and the other texts to a customer, and finding a place in them."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop import theme
from desktop.bureau_texts import TextKind, own_texts, read_text, versions
from desktop.format import LanguageCode
from desktop.screens.texts import TextDialog, TextReader
from desktop.text_type import text_pdf
from tests.typing_help import compose_text, type_text

OF_STAFF = (TextKind.SECURITY, TextKind.FAQ)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reader(qapp, language, show):
    theme.apply(qapp, theme.load())
    reader = TextReader(language)
    reader.resize(1000, 640)
    reader.show_text(TextKind.TERMS)
    return show(reader)


def marked(reader):
    """Give the place that is marked as the one found."""
    here = theme.of(reader).colour("primary")
    marks = reader.browser.extraSelections()
    found = [m for m in marks if m.format.background().color() == here]
    return QTextCursor(found[0].cursor)


@pytest.mark.parametrize("kind", TextKind)
@pytest.mark.parametrize("code", LanguageCode)
def test_every_text_is_there_in_both_languages(kind, code):
    text = read_text(kind, code)
    assert text.startswith("# ")
    assert len(text) > 400
    assert "Mizumado" in text or "水窓" in text or kind in OF_STAFF


def own(name, data):
    file = own_texts() / "terms" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def test_the_bureau_puts_its_own_text_in_place_of_the_standard_one():
    own("2027-04.ja.md", "# 局の規約".encode("utf-8-sig"))
    assert read_text(TextKind.TERMS, LanguageCode.JA) == "# 局の規約"
    assert versions(TextKind.TERMS, LanguageCode.JA) == ("2027-04",)
    assert read_text(TextKind.TERMS, LanguageCode.EN).startswith("# Terms of use")


def test_an_own_text_nobody_can_read_gives_way_to_the_standard_one(caplog):
    own("2027-04.ja.md", "# 局の規約".encode("cp932"))
    assert "ご利用規約" in read_text(TextKind.TERMS, LanguageCode.JA)
    assert "2027-04.ja.md" in caplog.text


def test_an_earlier_version_is_read_as_it_was(reader, qtbot):
    assert reader.version.isVisible()
    assert "last two years" in reader.browser.toPlainText()
    reader.version.setFocus()
    qtbot.keyClick(reader.version, Qt.Key.Key_Down)
    assert "of the last year," in reader.browser.toPlainText()
    reader.show_text(TextKind.PRIVACY)
    assert not reader.version.isVisible()


def test_the_version_somebody_agreed_to_is_shown(reader):
    reader.show_text(TextKind.TERMS, "2021-10")
    assert reader.version.currentText() == "2021-10"
    assert "of the last year," in reader.browser.toPlainText()


def test_the_terms_tell_what_the_member_being_served_agreed_to(reader):
    reader.show_agreed("2021-10", dt.datetime(2022, 3, 3, 15, 30, tzinfo=dt.UTC))
    assert reader.agreed.text() == "The customer agreed to version 2021-10 on 2022/03/04"
    reader.show_text(TextKind.PRIVACY)
    assert reader.agreed.text() == ""
    reader.show_text(TextKind.TERMS)
    reader.show_agreed("")
    assert reader.agreed.text() == ""


def test_a_version_that_nobody_kept_is_said_to_be_missing(reader):
    reader.show_text(TextKind.TERMS, "1999-01")
    assert "Version 1999-01 of this text is not kept here." in reader.browser.toPlainText()


@pytest.mark.parametrize("code", LanguageCode)
def test_hints_for_staff_are_not_for_customers(code):
    told = read_text(TextKind.FAQ, code)
    with_hints = read_text(TextKind.FAQ, code, hints=True)
    assert len(told) < len(with_hints)
    assert [mark for mark in ("職員：", "Staff:") if mark in told] == []
    assert ("職員：" if code is LanguageCode.JA else "Staff:") in with_hints


def test_staff_read_hints_and_print_without_them(qapp, language, show, qtbot):
    theme.apply(qapp, theme.load())
    reader = show(TextReader(language, hints=True))
    reader.show_text(TextKind.FAQ)
    assert "Staff:" in reader.browser.toPlainText()
    with qtbot.waitSignal(reader.print_wanted) as printed:
        reader.print.click()
    title, text = printed.args
    assert title == "FAQ"
    assert "Staff:" not in text
    assert "How are charges made up?" in text


def test_a_text_is_printed_on_pages_of_a4(qapp):
    theme.apply(qapp, theme.load())
    text = read_text(TextKind.TERMS, LanguageCode.JA)
    data = text_pdf(text, theme.load(), title="ご利用規約")
    pages = pypdfium2.PdfDocument(data)
    assert [round(mm / 72 * 25.4) for mm in pages[0].get_size()] == [210, 297]
    words = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "第10条" in words.replace(" ", "")


def test_without_signing_in_nothing_is_printed(reader):
    assert not reader.print.isVisible()


def test_typing_tells_how_often_each_text_says_it(reader, qtbot):
    qtbot.keyClicks(reader.finder, "reminder")
    assert reader.kinds.button(0).text().startswith("FAQ ")
    assert int(reader.kinds.button(0).text().split()[-1]) > 1
    assert reader.kinds.button(2).text() == "Privacy 0"
    qtbot.keyClick(reader.finder, Qt.Key.Key_Escape)
    assert reader.kinds.button(0).text() == "FAQ"


def test_another_text_is_chosen_with_the_arrows(reader, qtbot):
    qtbot.keyClick(reader.kinds.button(1), Qt.Key.Key_Right)
    assert reader.browser.toPlainText().startswith("Privacy")
    assert reader.browser.accessibleName() == "Privacy"


def test_a_text_follows_the_language(reader, language, qtbot):
    language.toggle()
    qtbot.waitUntil(lambda: "ご利用規約" in reader.browser.toPlainText())


def test_finds_are_counted_and_stepped_through_while_typing(reader, qtbot):
    qtbot.keyClick(reader.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reader.focusWidget() is reader.finder
    qtbot.keyClicks(reader.finder, "PORTAL")
    count = reader.browser.toPlainText().lower().count("portal")
    assert reader.place.text() == f"1 of {count}"
    assert len(reader.browser.extraSelections()) == count
    qtbot.keyClick(reader.finder, Qt.Key.Key_Return)
    assert reader.place.text() == f"2 of {count}"
    qtbot.keyClick(reader.finder, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClick(reader.finder, Qt.Key.Key_Return, SHIFT)
    assert reader.place.text() == f"{count} of {count}"


def test_a_find_further_down_comes_into_sight(reader, qtbot):
    qtbot.keyClicks(reader.finder, "negligence")
    assert marked(reader).selectedText() == "negligence"
    assert reader.browser.viewport().rect().contains(reader.browser.cursorRect(marked(reader)))
    assert reader.browser.verticalScrollBar().value() > 0


def test_nothing_found_is_said(reader, qtbot):
    qtbot.keyClicks(reader.finder, "zebra")
    assert reader.place.text() == "Nothing found"
    assert reader.browser.extraSelections() == []
    assert not reader.on.isEnabled()


def test_a_search_typed_full_width_finds_the_same(reader):
    type_text(reader.finder, "ＩＤ")
    assert reader.place.text().startswith("1 of ")


def test_enter_that_confirms_a_conversion_goes_nowhere(reader, qtbot):
    qtbot.keyClicks(reader.finder, "portal")
    compose_text(reader.finder, "すい")
    before = reader.place.text()
    qtbot.keyClick(reader.finder, Qt.Key.Key_Return)
    assert reader.place.text() == before


def test_escape_gives_up_the_search(reader, qtbot):
    qtbot.keyClicks(reader.finder, "portal")
    qtbot.keyClick(reader.finder, Qt.Key.Key_Escape)
    assert (reader.finder.text(), reader.place.text()) == ("", "")
    assert reader.focusWidget() is reader.browser
    assert reader.browser.extraSelections() == []


def test_a_search_goes_on_in_the_next_text(reader, qtbot):
    qtbot.keyClicks(reader.finder, "ends")
    reader.show_text(TextKind.PRIVACY)
    assert reader.place.text() == "Nothing found"


def test_before_signing_in_the_texts_have_a_window_of_their_own(qapp, language, show, qtbot):
    theme.apply(qapp, theme.load())
    dialog = show(TextDialog(language, TextKind.PRIVACY))
    assert dialog.reader.browser.toPlainText().startswith("Privacy")
    qtbot.keyClicks(dialog.reader.finder, "law")
    qtbot.keyClick(dialog.reader.finder, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.reader.finder, Qt.Key.Key_Escape)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
