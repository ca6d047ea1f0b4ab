"""Typing: digits, passwords, searching, with and without the Japanese input."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop import theme
from desktop.widgets.field import Field, PasswordField, TextField
from desktop.widgets.search_box import SearchBox
from desktop.widgets.typed_text import DigitsEdit
from tests.typing_help import compose_text, type_text


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme.apply(qapp, theme.load())


def test_a_field_does_not_grow_with_its_error(show):
    field = TextField()
    field.set_label("E-mail", "for notices")
    show(field)
    height = field.sizeHint().height()
    field.show_error("Check what follows the @")
    assert field.sizeHint().height() == height
    assert field.error() == "Check what follows the @"
    assert field.edit.accessibleName() == "E-mail"
    assert field.edit.accessibleDescription() == "for notices Check what follows the @"
    field.show_error("")
    assert field.error() == ""
    assert field.edit.property("state") == ""


@pytest.mark.parametrize(
    "typed", ["1702445800312296", "１７０２ ４４５８ ００３１ ２２９６", "1702-4458-0031-2296"]
)
def test_a_number_may_be_pasted_in_any_dress(show, typed):
    edit = show(DigitsEdit(most=16))
    type_text(edit, typed)
    assert edit.text() == "1702445800312296"


def test_a_postcode_keeps_its_hyphen_if_wanted(show):
    edit = show(DigitsEdit(keeps_hyphens=True))
    type_text(edit, "９２０ー０８５３")
    assert edit.text() == "920-0853"


def test_digits_typed_into_the_middle_stay_there(show, qtbot):
    edit = show(DigitsEdit())
    edit.setText("1234")
    edit.setCursorPosition(2)
    type_text(edit, "９")
    assert (edit.text(), edit.cursorPosition()) == ("12934", 3)
    qtbot.keyClicks(edit, "x")
    assert edit.text() == "12934"


@pytest.mark.parametrize("field", [lambda: Field(DigitsEdit()), PasswordField])
def test_japanese_input_is_off_where_only_plain_keys_make_sense(show, field):
    shown = show(field())
    assert shown.editor.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False


def test_caps_lock_is_noticed_in_a_password(show, qtbot):
    field = show(PasswordField())
    qtbot.keyClick(field.edit, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert field.notice() == "Caps Lock is on"
    qtbot.keyClick(field.edit, "a")
    assert field.notice() == ""


def test_japanese_input_is_noticed_in_a_password(show):
    field = show(PasswordField())
    compose_text(field.edit, "ぱ")
    assert "Japanese input" in field.notice()


def test_a_notice_gives_way_to_an_error(show):
    field = show(PasswordField())
    field.show_error("Wrong password")
    field.show_notice("")
    assert field.error() == "Wrong password"


def test_enter_searches_but_not_while_it_confirms_a_conversion(show, qtbot):
    box = show(SearchBox())
    compose_text(box, "やまだ")
    with qtbot.assertNotEmitted(box.entered):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    type_text(box, "山田")
    with qtbot.waitSignal(box.entered) as entered:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert entered.args == ["山田"]


def test_the_search_box_tells_of_typing_clearing_and_arrows(show, qtbot):
    box = show(SearchBox())
    with qtbot.waitSignal(box.typed):
        type_text(box, "本町")
    with qtbot.waitSignal(box.moved) as moved:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert moved.args == [1]
    with qtbot.waitSignal(box.cleared):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_the_search_box_begins_with_all_text_selected(show):
    box = show(SearchBox())
    box.setText("山田")
    box.begin()
    assert box.selectedText() == "山田"
