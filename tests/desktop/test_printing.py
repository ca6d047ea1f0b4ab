"""Paper that leaves the desk: recorded first, true to the millimetre, kept when it cannot."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget
from sqlalchemy import select

from db.models import AuditEvent
from db.queries.documents import document_pdf, documents_of
from db.rules.paper import PaperKind, PaperWay
from db.rules.words import Role
from desktop.format import LanguageCode
from desktop.notices.control_copy import control_copy
from desktop.notices.login_letter import login_letter
from desktop.printing import PRINTER, Paper, PaperOut
from tests.desktop.billed import noted, save_as
from tests.desktop.paper_help import CODE, copy_of, letter_to, pages_of
from tests.desktop.printer_help import PdfPrinters
from tests.factories import add_customer

RECEIPT = "20240918-4711-0815"


@pytest.fixture
def printers(tmp_path):
    return PdfPrinters(tmp_path)


@pytest.fixture
def window(show):
    return show(QWidget())


@pytest.fixture
def out(desk, window, printers):
    return PaperOut(desk, window, printers)


@pytest.fixture
def customer_id(desk):
    with desk.database.writing() as session:
        return add_customer(session)


@pytest.fixture
def paper(customer_id):
    data = control_copy(copy_of(), LanguageCode.JA)
    return Paper(PaperKind.CONTROL_COPY, RECEIPT, customer_id, "受付票（控え）", data)


@pytest.fixture
def letter(customer_id):
    data = login_letter(letter_to(), CODE, LanguageCode.JA)
    return Paper(PaperKind.LOGIN_LETTER, RECEIPT, customer_id, "ログイン情報通知書", data)


def prints(desk):
    """What the audit says left: (what, receipt, to, customer id)."""
    with desk.database.reading() as session:
        this = select(AuditEvent.facts, AuditEvent.customer_id).where(AuditEvent.kind == "printed")
        rows = session.execute(this.order_by(AuditEvent.id)).all()
    facts = [(json.loads(text), customer_id) for text, customer_id in rows]
    return [(f["what"], f["receipt"], f["to"], customer_id) for f, customer_id in facts]


def told(desk):
    """A list that takes every bar from now on."""
    bars = []
    desk.messages.told.connect(bars.append)
    return bars


def test_a_clerk_prints_without_a_dialog_on_the_remembered_printer(
    desk, out, paper, printers, tmp_path, qtbot, window
):
    notes = noted(desk)
    desk.memory.keep_text(PRINTER, "counter")
    with qtbot.waitSignal(out.left) as left:
        out.print(paper)
    assert left.args == [PaperWay.PRINTER]
    assert notes == ["Sent to the printer: 受付票（控え）"]
    assert printers.asked == ["counter"]
    assert pages_of((tmp_path / "1.pdf").read_bytes()) == 1
    assert prints(desk) == [("control_copy", RECEIPT, "printer", paper.customer_id)]
    assert window.window().findChildren(QWidget, options=Qt.FindDirectChildrenOnly) == []


@pytest.mark.parametrize("kept", [True, False])
def test_what_left_is_listed_and_kept_unless_it_holds_a_secret(desk, out, paper, qtbot, kept):
    with qtbot.waitSignal(out.left):
        out.print(replace(paper, copies=2, kept=kept))
    with desk.database.reading() as session:
        (copy,) = documents_of(session, paper.customer_id, None)
        assert (copy.number, copy.pages, copy.printed_copies) == (RECEIPT, 1, 2)
        assert copy.kept is kept
        if kept:
            assert document_pdf(session, copy.document_id).data == paper.data


def test_a_clerk_saves_under_a_name_that_says_what_it_is(
    desk, out, letter, window, tmp_path, qtbot
):
    notes = noted(desk)
    out.save(letter)
    with qtbot.waitSignal(out.left):
        offered = save_as(window, tmp_path / "mine", qtbot)
    assert offered == f"ログイン情報通知書 {RECEIPT}.pdf"
    assert (tmp_path / "mine.pdf").read_bytes() == letter.data
    assert notes == ["Saved mine.pdf"]
    assert prints(desk) == [("login_letter", RECEIPT, "file", letter.customer_id)]


def test_esc_saves_and_records_nothing_and_the_letter_is_forgotten(
    desk, out, letter, window, qtbot
):
    out.save(letter)
    QTest.keyClick(window.findChild(QFileDialog), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    assert prints(desk) == []
    assert not held_by(out)


def held_by(out):
    """The papers that the way out still holds."""
    return [value for value in vars(out).values() if value is not None and "Paper(" in repr(value)]


def test_a_letter_that_is_out_is_nowhere_in_memory(desk, out, customer_id, qtbot):
    data = login_letter(letter_to(), CODE, LanguageCode.JA)
    before = sys.getrefcount(data)
    with qtbot.waitSignal(out.left):
        out.print(Paper(PaperKind.LOGIN_LETTER, RECEIPT, customer_id, "ログイン情報通知書", data))
    qtbot.waitUntil(lambda: sys.getrefcount(data) <= before)


def test_a_printer_that_is_gone_is_told_with_a_way_out_and_the_paper_is_kept(
    desk, out, paper, printers, window, qtbot
):
    bars = told(desk)
    desk.memory.keep_text(PRINTER, "upstairs")
    with qtbot.waitSignal(out.failed):
        out.print(paper)
    assert bars[0].text.startswith("The printer upstairs is not there. The paper is kept")
    assert bars[0].action_text == "Choose a printer…"
    assert prints(desk) == []  # nothing left, so nothing is said to have

    bars[0].action()
    dialog = window.findChild(QInputDialog)
    with qtbot.waitSignal(out.left):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert desk.memory.text(PRINTER) == "counter"
    assert prints(desk) == [("control_copy", RECEIPT, "printer", paper.customer_id)]


def test_without_any_printer_the_paper_waits_for_another_try(desk, out, paper, printers, qtbot):
    bars = told(desk)
    printers.there = []
    with qtbot.waitSignal(out.failed):
        out.print(paper)
    assert bars[0].text.startswith("No printer is set up on this desk.")
    assert bars[0].action_text == "Try again"
    assert held_by(out)
    printers.there = ["counter"]
    with qtbot.waitSignal(out.left):
        bars[0].action()
    assert not held_by(out)


@pytest.mark.qt_log_ignore("^QPainter::begin\\(\\): Returned false")
def test_a_printer_that_takes_nothing_is_told(desk, out, paper, printers, tmp_path, qtbot):
    bars = told(desk)
    printers.folder = tmp_path / "nowhere"
    with qtbot.waitSignal(out.failed):
        out.print(paper)
    assert "did not take the paper" in bars[0].text
    # it was on its way out, and that is what the audit says
    assert len(prints(desk)) == 1
    printers.folder = tmp_path
    with qtbot.waitSignal(out.left):
        bars[0].action()
    assert len(prints(desk)) == 2


def test_a_folder_that_takes_no_file_is_told_and_the_file_can_be_tried_again(
    desk, out, paper, window, tmp_path, qtbot
):
    bars = told(desk)
    out.save(paper)
    with qtbot.waitSignal(out.failed):
        out.save_to(str(tmp_path / "missing" / "a.pdf"))
    assert bars[0].text.startswith("The file was not written")
    (tmp_path / "missing").mkdir()
    with qtbot.waitSignal(out.left):
        bars[0].action()
    assert (tmp_path / "missing" / "a.pdf").read_bytes() == paper.data


def test_another_customer_lets_what_waited_be_forgotten(desk, out, letter, printers, qtbot):
    printers.there = []
    with qtbot.waitSignal(out.failed):
        out.print(letter)
    assert held_by(out)
    desk.messages.clear()
    assert not held_by(out)
    out.again()
    assert not desk.tasks.busy


def test_who_may_not_handle_members_prints_none_of_their_paper(
    desk_for, window, printers, letter, qtbot, tmp_path
):
    admin = desk_for(Role.ADMIN)
    out, bars = PaperOut(admin, window, printers), told(admin)
    with qtbot.waitSignal(out.failed):
        out.print(letter)
    assert bars[0].text.startswith("Your role may not do this.")
    assert prints(admin) == []
    assert not list(tmp_path.glob("*.pdf"))


def test_nothing_of_a_letter_is_in_its_name_or_what_is_printed_of_it(letter):
    assert CODE not in repr(letter)
    assert "PDF" not in repr(letter)
    assert letter.file_name == f"ログイン情報通知書 {RECEIPT}.pdf"
