"""A slip issued anew in two keys, other papers put together, and what happens when paper fails."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from db.models import Debt
from db.queries.documents import document_pdf
from db.rules.contact_words import HoldKind
from db.rules.paper import PaperKind, PaperLanguage, PaperWay
from db.rules.words import CollectionState, EventKind
from desktop.printing import BOTH_SIDES, PRINTER
from tests.desktop.billed import save_as
from tests.desktop.document_help import (
    JULY,
    again,
    bills,
    case,
    documents,
    keep,
    open_room,
    page,
    press,
    print_key,
    printers,
    prints,
    settle,
)
from tests.desktop.member_help import events
from tests.desktop.paper_help import pages_of, squeezed, text_of
from tests.desktop.procedure_help import identify, open_case
from tests.factories import add_bill, add_contract, add_location
from tests.protection_factories import add_hold

__all__ = ["bills", "case", "open_room", "page", "printers"]
SLIP = PaperKind.REISSUED_SLIP
DOWN, ENTER, ESC, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
TO_PRINTER = PaperWay.PRINTER


@pytest.fixture
def propose(open_room, qtbot):
    """The first F10: the unpaid slip before it is issued."""

    def propose(case, bill_ids=(), **more):
        room = open_room(case, **more)
        room.propose_slip(bill_ids)
        settle(room, qtbot)
        assert room.preview.shows_page(), room.preview.nothing.fact.text()
        return room

    return propose


def proposed(room):
    """What can be read on the paper proposed."""
    return squeezed(text_of(room.page._proposal.data))


def test_a_slip_is_issued_and_printed_by_the_second_key(desk, case, bills, propose, qtbot):
    room = propose(case)
    assert room.preview.view.hasFocus()
    assert room.options.notice.text() == "It gets its number when it is printed."
    assert documents(desk, case) == ()

    print_key(room, qtbot)
    (slip,) = documents(desk, case)
    assert (slip.kind, slip.reissue, slip.printed_copies) == (SLIP, 1, 1)
    assert prints(desk) == [(SLIP, TO_PRINTER, 1, "")]
    assert room.list.selected().document_id == slip.document_id
    assert room.options.notice.text() == "Already printed at 18:13: copies: 1."
    assert room.told == []


def test_what_is_printed_is_what_was_issued(desk, case, bills, propose, printers, qtbot, tmp_path):
    room = propose(case)
    print_key(room, qtbot)
    (slip,) = documents(desk, case)
    with desk.database.reading() as session:
        stored = document_pdf(session, slip.document_id)
    assert squeezed(slip.number) in squeezed(text_of(stored.data))
    assert pages_of((tmp_path / "1.pdf").read_bytes()) == stored.pages


def test_the_third_key_prints_the_same_slip_once_more(desk, case, bills, propose, qtbot):
    room = propose(case)
    for _ in range(2):
        print_key(room, qtbot)
    (slip,) = documents(desk, case)
    assert slip.printed_copies == 2
    assert room.options.notice.text() == "Already printed at 18:13: copies: 2."


def test_a_second_slip_for_the_same_is_told_of_first(desk, case, bills, propose, qtbot):
    room = propose(case)
    print_key(room, qtbot)
    room.propose_slip(())
    settle(room, qtbot)
    assert "Already printed at 18:13: copies: 1." in room.options.notice.text()


def test_only_the_bills_chosen_stand_on_the_slip(desk, case, bills, propose, qtbot):
    room = propose(case, (bills.september,))
    assert room.form.bills.bill_ids() == (bills.september,)
    print_key(room, qtbot)
    assert documents(desk, case)[0].yen == 5509


def test_bills_of_all_locations_go_on_one_slip(desk, case, bills, propose, qtbot):
    with desk.database.writing() as session:
        other = add_contract(session, case.head.customer_id, add_location(session, "二番町2-2"))
        elsewhere = add_bill(session, other, JULY)
    room = propose(again(desk, case))
    room.form.bills.everywhere.click()
    settle(room, qtbot)
    assert set(room.form.bills.bill_ids()) == {bills.july, bills.september, elsewhere}
    room.preview.view.setFocus()
    print_key(room, qtbot)
    assert documents(desk, case)[0].yen == 3 * 5509


def test_space_takes_a_bill_off_the_slip(desk, case, bills, propose, qtbot):
    room = propose(case)
    room.form.bills.list.setFocus()
    press(SPACE)
    settle(room, qtbot)
    assert room.form.bills.bill_ids() == (bills.september,)
    assert room.form.bills.sum.text() == "¥5,509"
    press(DOWN, SPACE)
    settle(room, qtbot)
    assert room.preview.nothing.fact.text() == "No bill is chosen"


def test_where_nothing_is_unpaid_there_is_no_slip(desk, case, open_room, qtbot):
    room = open_room(case)
    room.propose_slip(())
    settle(room, qtbot)
    assert room.preview.nothing.fact.text() == "No bill is chosen"
    print_key(room, qtbot)
    assert documents(desk, case) == ()


def test_away_from_the_page_the_key_leads_there_and_prints_nothing(
    desk, case, bills, propose, qtbot
):
    room = propose(case)
    room.form.kind.choose(PaperKind.CERTIFICATE)
    room.form._turn()
    for elsewhere in (room.form.purpose.edit, room.form.kind.combo):
        elsewhere.setFocus()
        print_key(room, qtbot)
        assert room.preview.view.hasFocus()
    assert documents(desk, case) == ()


def test_options_print_too(desk, case, bills, propose, printers, qtbot):
    room = propose(case)
    assert room.options.printer.currentText() == "The usual printer"
    room.options.printer.setFocus()
    press(DOWN)
    room.options.copies.button(1).click()
    print_key(room, qtbot)
    assert printers.asked == ["counter"]
    assert desk.memory.text(PRINTER) == "counter"
    assert prints(desk) == [(SLIP, TO_PRINTER, 2, "")]


def test_both_sides_are_remembered_by_the_desk(desk, case, bills, propose):
    room = propose(case)
    assert not room.options.both_sides.isChecked()
    room.options.both_sides.click()
    assert desk.memory.text(BOTH_SIDES)


def test_a_debit_under_way_takes_a_second_deliberate_key(desk, case, bills, propose, qtbot):
    with desk.database.writing() as session:
        for debt in session.query(Debt).filter(Debt.bill_id == bills.july):
            debt.collection, debt.collection_on = CollectionState.REQUESTED, desk.today
    room = propose(case)
    told = room.preview.warning.text()
    assert told.startswith("A debit of 2024-07 is under way")
    print_key(room, qtbot)
    assert room.preview.warning.action.hasFocus()
    print_key(room, qtbot)
    assert documents(desk, case) == ()

    press(ENTER)
    settle(room, qtbot)
    assert len(documents(desk, case)) == 1
    assert "debit_requested" in events(desk, EventKind.DOCUMENT_ISSUED)[0]


def test_a_hold_that_came_meanwhile_is_told_before_the_slip_goes_out(
    desk, case, bills, propose, qtbot
):
    room = propose(case)
    with desk.database.writing() as session:
        add_hold(session, case.head.customer_id, kind=HoldKind.INSTALMENTS, reason="毎月5千円")
    print_key(room, qtbot)
    assert documents(desk, case) == ()
    assert "is paid by instalments" in room.preview.warning.text()
    assert "Noted: 毎月5千円" in room.preview.warning.text()


def test_a_printer_that_is_gone_leaves_the_slip_to_be_printed(
    desk, case, bills, propose, printers, qtbot
):
    desk.memory.keep_text(PRINTER, "upstairs")
    room = propose(case)
    assert room.options.printer.currentText() == "upstairs (not there)"
    print_key(room, qtbot)
    (slip,) = documents(desk, case)
    assert slip.printed_at is None
    assert room.told[0].action_text == "Choose a printer…"

    desk.memory.keep_text(PRINTER, "counter")
    print_key(room, qtbot)
    (slip,) = documents(desk, case)
    assert slip.printed_copies == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_jams_is_written_down(desk, case, bills, propose, printers, qtbot, tmp_path):
    room = propose(case)
    (tmp_path / "1.pdf").mkdir()  # nothing can be printed into it
    print_key(room, qtbot)
    assert prints(desk) == [(SLIP, TO_PRINTER, 1, "printer.refused")]
    assert room.told[0].action_text == "Try again"
    room.told[0].action()
    settle(room, qtbot)
    assert prints(desk)[1:] == [(SLIP, TO_PRINTER, 1, "")]


def test_a_slip_in_english(desk, case, bills, propose, qtbot):
    room = propose(case)
    japanese = proposed(room)
    room.options.language.button(1).click()
    settle(room, qtbot)
    assert proposed(room) != japanese
    print_key(room, qtbot)
    assert documents(desk, case)[0].language is PaperLanguage.EN


def test_the_check_is_asked_for_first_and_the_slip_then_shown(desk, open_room, qtbot):
    case = open_case(desk, known=False)
    with desk.database.writing() as session:
        add_bill(session, case.contract_id)
    room = open_room(case)
    room.propose_slip(())
    settle(room, qtbot)
    assert room.preview.is_unknown()
    identify(desk, case.contact.contact_id)
    room.show_case(again(desk, case))
    settle(room, qtbot)
    assert room.preview.shows_page()
    print_key(room, qtbot)
    assert len(documents(desk, case)) == 1


def test_a_document_is_saved_under_a_name_that_says_what_it_is(
    desk, case, page, open_room, qtbot, tmp_path
):
    keep(desk, case, page, number="M-2024-000007")
    room = open_room(case)
    room.options.save.click()
    offered = save_as(room, tmp_path / "mine", qtbot)
    settle(room, qtbot)
    assert offered == "2024-07 Reading notice M-2024-000007.pdf"
    assert (tmp_path / "mine.pdf").read_bytes() == page
    assert prints(desk) == [(PaperKind.READING_NOTICE, PaperWay.FILE, 1, "")]


def test_a_clerk_can_have_the_file_too(desk, case, bills, propose, qtbot, tmp_path):
    room = propose(case)
    room.options.also_save.click()
    room.preview.view.setFocus()
    print_key(room, qtbot)
    qtbot.waitUntil(lambda: room.findChild(QFileDialog) is not None)
    save_as(room, tmp_path / "mine", qtbot)
    settle(room, qtbot)
    assert [way for _, way, _, _ in prints(desk)] == [PaperWay.PRINTER, PaperWay.FILE]


def test_the_button_prints_from_wherever_the_keyboard_is(desk, case, bills, propose, qtbot):
    room = propose(case)
    QApplication.focusWidget().clearFocus()
    room.options.print.click()
    settle(room, qtbot)
    assert len(documents(desk, case)) == 1
