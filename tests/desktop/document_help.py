"""A customer with unpaid bills and papers, and the room in which those are seen and printed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.commands.document_files import keep_file
from db.models import Document, PrintEvent
from db.queries.documents import documents_of
from db.rules.paper import PaperKind
from desktop import printing
from desktop.format import LanguageCode
from desktop.notices.control_copy import control_copy
from desktop.screens.documents import DocumentsRoom, leaving
from tests.desktop.paper_help import copy_of
from tests.desktop.printer_help import PdfPrinters
from tests.desktop.procedure_help import case_of, open_case
from tests.document_factories import add_document
from tests.factories import add_bill

JULY, SEPTEMBER = dt.date(2024, 7, 1), dt.date(2024, 9, 1)


@dataclass(frozen=True)
class Bills:
    """The bills of July and September, both unpaid."""

    july: int
    september: int


@pytest.fixture
def printers(monkeypatch, tmp_path):
    """The desk's printers: one, which prints into files."""
    printers = PdfPrinters(tmp_path)
    for module in (printing, leaving):
        monkeypatch.setattr(module, "Printers", lambda: printers)
    return printers


@pytest.fixture(scope="session")
def page():
    """A PDF of one page."""
    return control_copy(copy_of(), LanguageCode.JA)


@pytest.fixture
def case(desk):
    """Hanako at the counter, identified."""
    return open_case(desk)


@pytest.fixture
def bills(desk, case):
    with desk.database.writing() as session:
        return Bills(
            add_bill(session, case.contract_id, JULY),
            add_bill(session, case.contract_id, SEPTEMBER),
        )


@pytest.fixture
def open_room(desk, show, qtbot, printers):
    """Enter the room of a customer, and wait until it shows what it has."""

    def open_room(case, desk=desk, *, size=(1178, 560)):
        room = show(DocumentsRoom(desk))
        room.resize(*size)
        room.told, room.checks = [], []
        desk.messages.told.connect(room.told.append)
        room.check_wanted.connect(lambda checks=room.checks: checks.append(1))
        room.show_case(case)
        settle(room, qtbot)
        room.setFocus()
        return room

    return open_room


def settle(room, qtbot):
    """Wait until nothing is under way."""
    quiet = []
    tasks = room._desk.tasks
    qtbot.waitUntil(lambda: quiet.append(tasks.busy) or quiet[-3:] == [False] * 3)


def keep(desk, case, page=None, **facts):
    """A document that was issued; without a page its paper is not kept here."""
    with desk.database.writing() as session:
        file_id = None if page is None else keep_file(session, page)
        contract_id = facts.pop("contract_id", case.contract_id)
        issued = {"kind": PaperKind.READING_NOTICE, "month": JULY} | facts
        return add_document(
            session,
            case.head.customer_id,
            contract_id,
            issued_by=desk.staff.id,
            file_id=file_id,
            **issued,
        )


def documents(desk, case):
    """What the database knows was issued, the newest first."""
    with desk.database.reading() as session:
        return documents_of(session, case.head.customer_id, None)


def prints(desk):
    """How documents left: (kind, way, copies, failure)."""
    with desk.database.reading() as session:
        this = select(Document.kind, PrintEvent.way, PrintEvent.copies, PrintEvent.failure)
        joined = this.join(Document, Document.id == PrintEvent.document_id)
        return [tuple(row) for row in session.execute(joined.order_by(PrintEvent.id))]


def listed(room):
    """What the list says, to screen readers too."""
    role = Qt.ItemDataRole.AccessibleTextRole
    rows = room.list.list
    return [rows.item(number).data(role) for number in range(rows.count())]


def print_key(room, qtbot):
    """F10 where the keyboard is, and what comes of it."""
    room.press_print()
    settle(room, qtbot)


def press(*keys):
    """Press keys where the keyboard is by then."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def again(desk, case):
    """The contact as it stands now."""
    return case_of(desk, case.contact.contact_id)
