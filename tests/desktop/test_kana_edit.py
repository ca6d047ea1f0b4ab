"""Furigana taken from what is typed into the name, as an input method sends it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop import theme
from desktop.widgets.contact_edits import EmailEdit, PostalEdit
from desktop.widgets.kana_edit import KanaField, NameEdit, to_katakana
from desktop.widgets.layouts import column
from tests.typing_help import compose_text, type_text


@pytest.fixture
def pair(qapp, show):
    """A name above its furigana."""
    theme.apply(qapp, theme.load())
    name = NameEdit()
    field = KanaField(name)
    field.set_label("Furigana")
    window = QWidget()
    window.setLayout(column(name, field))
    show(window)
    return name, field.kana


def compose(name, *steps, into):
    """Type kana step by step, convert them, and commit the conversion."""
    for step in steps:
        compose_text(name, step)
    event = QInputMethodEvent()
    event.setCommitString(into)
    QApplication.sendEvent(name, event)


def test_the_reading_is_what_was_typed_before_it_became_kanji(pair):
    name, kana = pair
    compose(name, "y", "や", "やm", "やま", "やまd", "やまだ", "山田", into="山田")
    compose(name, "\u3000", into="\u3000")
    compose(name, "は", "はな", "はなこ", "花子", into="花子")
    assert name.text() == "山田\u3000花子"
    assert kana.text() == "ヤマダ ハナコ"
    assert kana.automatic


def test_name_and_given_name_in_one_go(pair):
    name, kana = pair
    compose(name, "やまだはなこ", "山田花子", into="山田花子")
    assert kana.text() == "ヤマダハナコ"


def test_a_name_in_kana_is_its_own_reading(pair):
    name, kana = pair
    type_text(name, "さくら")
    assert kana.text() == "サクラ"


def test_half_width_and_corrected_kana(pair):
    name, kana = pair
    compose(name, "たかはじ", "たかは", "たかはし", "ﾀｶﾊｼ", "髙橋", into="髙橋")
    assert kana.text() == "タカハシ"


def test_a_composition_given_up_leaves_no_reading(pair):
    name, kana = pair
    compose(name, "やまだ", "", into="")
    compose(name, "田", into="田")
    assert kana.text() == ""


def test_edited_by_hand_it_stays_as_it_is(pair):
    name, kana = pair
    compose(name, "こうの", "河野", into="河野")
    kana.selectAll()
    type_text(kana, "カワノ")
    assert not kana.automatic
    compose(name, "たろう", "太郎", into="太郎")
    assert kana.text() == "カワノ"
    kana.clear()
    kana.textEdited.emit("")
    compose(name, "じろう", "次郎", into="次郎")
    assert kana.text() == "ジロウ"


def test_a_name_typed_anew_is_read_anew(pair):
    name, kana = pair
    compose(name, "やまだ", "山田", into="山田")
    name.clear()
    compose(name, "きたむら", "北村", into="北村")
    assert kana.text() == "キタムラ"


def test_what_is_on_file_is_not_added_to(pair):
    name, kana = pair
    kana.set_known("ヤマダ ハナコ")
    name.setText("山田 花子")
    compose(name, "こ", "子", into="子")
    assert kana.text() == "ヤマダ ハナコ"


def test_the_mark_shows_while_it_is_automatic(pair):
    name, kana = pair
    chip = kana._chip
    assert not chip.isVisible()
    compose(name, "やまだ", "山田", into="山田")
    assert chip.isVisible()
    assert chip.text() == "auto"
    type_text(kana, "ン")
    assert not chip.isVisible()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("ﾔﾏﾀﾞ\u3000 はなこ ", "ヤマダ ハナコ"), ("ヴァイオレット", "ヴァイオレット"), ("ゔ", "ヴ")],
)
def test_furigana_are_tidied_when_they_are_left(pair, typed, kept):
    _, kana = pair
    assert to_katakana(typed) == kept
    kana.setText(typed)
    kana.editingFinished.emit()
    assert kana.text() == kept


@pytest.mark.parametrize(
    ("edit", "typed", "kept"),
    [
        (EmailEdit, " ｈａｎａｋｏ ＠example.jp", "hanako@example.jp"),
        (PostalEdit, "９２０ー０８５３", "920-0853"),
        (PostalEdit, "9200853", "920-0853"),
        (PostalEdit, "920", "920"),
    ],
)
def test_addresses_are_tidied_when_they_are_left(qapp, edit, typed, kept):
    editor = edit()
    editor.setText(typed)
    editor.editingFinished.emit()
    assert editor.text() == kept


def test_a_postal_code_is_stored_without_its_hyphen(qapp):
    editor = PostalEdit()
    editor.set_code("9200853")
    assert (editor.text(), editor.code()) == ("920-0853", "9200853")
