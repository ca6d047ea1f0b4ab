"""Putting together what is not a slip: its kind, its days, and the page beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from db.rules.paper import DUNNING, PaperKind
from desktop.format import LanguageCode
from desktop.screens.documents.issue_form import kinds_offered
from tests.desktop.document_help import bills, case, open_room, press, printers, settle

__all__ = ["bills", "case", "open_room", "printers"]
DOWN, ENTER, ESC, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


def test_dunning_is_not_issued_one_by_one():
    offered = kinds_offered()
    assert offered[0] is PaperKind.REISSUED_SLIP
    assert PaperKind.CERTIFICATE in offered
    assert not set(DUNNING) & set(offered)


def test_a_statement_is_put_together_beside_the_page(desk, case, bills, open_room, qtbot):
    room = open_room(case)
    press(SPACE)  # the button that issues
    settle(room, qtbot)
    assert room.form.kind.combo.hasFocus()
    press(DOWN, DOWN)
    settle(room, qtbot)
    assert room.form.kind.value() is PaperKind.STATEMENT
    assert room.preview.title.text() == "Usage and payment statement"
    press(ESC)
    settle(room, qtbot)
    assert not room.is_issuing
    assert not room.preview.shows_page()


def test_a_day_that_cannot_be_is_told_at_its_field(desk, case, bills, open_room, qtbot):
    room = open_room(case)
    room.propose_slip(())
    settle(room, qtbot)
    room.form.kind.choose(PaperKind.CERTIFICATE)
    room.form._turn()
    room.form.since.edit.setText("yesterday")
    room.form.since.edit.setFocus()
    press(ENTER)
    assert room.form.since.error()
    assert room.form.since.edit.hasFocus()
    room.form.since.edit.setText("2024/10/01")
    press(ENTER)
    assert room.form.until.error() == "Type a day after the first"


def test_of_nothing_there_is_no_paper_and_the_kind_says_so(desk, case, bills, open_room, qtbot):
    room = open_room(case)
    room.propose_slip(())
    settle(room, qtbot)
    room.form.kind.choose(PaperKind.CERTIFICATE)
    room.form._turn_and_ask()
    settle(room, qtbot)
    assert room.form.kind.error().startswith("There is nothing to write about")
    assert not room.preview.shows_page()


def test_esc_on_the_page_leads_back_to_the_list(desk, case, bills, open_room, qtbot):
    room = open_room(case)
    room.propose_slip(())
    settle(room, qtbot)
    assert room.preview.view.hasFocus()
    press(ESC)
    settle(room, qtbot)
    assert not room.is_issuing
    assert room.list.isAncestorOf(room.focusWidget())


def test_a_reading_notice_is_about_the_bill_chosen(desk, case, bills, open_room, language, qtbot):
    room = open_room(case)
    room.propose_slip(())
    settle(room, qtbot)
    room.form.kind.choose(PaperKind.READING_NOTICE)
    room.form._turn_and_ask()
    assert room.form.bill.all_words() == ("2024-09", "2024-07")
    assert room.form.bill.value() == bills.september
    language.switch(LanguageCode.JA)
    qtbot.waitUntil(lambda: room.form.bill.all_words() == ("2024年09月", "2024年07月"))
    settle(room, qtbot)
