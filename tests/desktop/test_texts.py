"""Reading the terms and the other texts to a customer, and finding a place in them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop import theme
from desktop.bureau_texts import TextKind, own_texts, read_text
from desktop.format import LanguageCode
from desktop.screens.texts import TextDialog, TextReader
from tests.typing_help import compose_text, type_text

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
    assert "Mizumado" in text or "水窓" in text or kind is TextKind.SECURITY


def test_the_bureau_puts_its_own_text_in_place_of_the_standard_one():
    own_texts().mkdir(parents=True)
    (own_texts() / "terms.ja.md").write_text("# 局の規約", "utf-8-sig")
    assert read_text(TextKind.TERMS, LanguageCode.JA) == "# 局の規約"
    assert read_text(TextKind.TERMS, LanguageCode.EN).startswith("# Terms of use")


def test_an_own_text_nobody_can_read_gives_way_to_the_standard_one(caplog):
    own_texts().mkdir(parents=True)
    (own_texts() / "terms.ja.md").write_bytes("# 局の規約".encode("cp932"))
    assert "ご利用規約" in read_text(TextKind.TERMS, LanguageCode.JA)
    assert "terms.ja.md" in caplog.text


def test_another_text_is_chosen_with_the_arrows(reader, qtbot):
    qtbot.keyClick(reader.kinds.button(0), Qt.Key.Key_Right)
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
