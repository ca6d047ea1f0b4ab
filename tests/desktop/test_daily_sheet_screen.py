"""Closing the day at a supervisor's desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import func, select

from db.models import AuditEvent, AuditSeal, Document
from db.rules.contact_words import Channel, Topic
from db.rules.paper import PaperKind
from db.rules.words import EventKind, Role
from desktop.printing import PaperOut
from desktop.screens.daily_sheet import DailySheetScreen
from tests.contact_factories import add_contact
from tests.desktop.billed import save_as
from tests.desktop.paper_help import squeezed, text_of
from tests.desktop.test_printing import PdfPrinters

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(show, qtbot, desk_for, sqlite_database, clock, tmp_path):
    """Give ``opened(role)``: the sheet of a day on which somebody called about a water cut."""

    def opened(role):
        desk = desk_for(role)
        with sqlite_database.writing() as session:
            about = {"topic": Topic.WATER_CUT, "channel": Channel.PHONE}
            add_contact(session, staff_id=desk.staff.id, started_at=clock(), **about)
        screen = show(DailySheetScreen(desk))
        screen.resize(1178, 660)
        screen.out = PaperOut(desk, screen, PdfPrinters(tmp_path))
        screen.reload()
        settled(screen, qtbot)
        screen.setFocus()
        return screen

    return opened


@pytest.fixture
def screen(opened):
    return opened(Role.SUPERVISOR)


def settled(screen, qtbot):
    qtbot.waitUntil(lambda: not screen._desk.tasks.busy)


def count(screen, what):
    with screen._desk.database.reading() as session:
        return session.scalar(select(func.count()).select_from(what))


def happened(screen, kind):
    with screen._desk.database.reading() as session:
        return session.scalar(select(func.count()).where(AuditEvent.kind == kind))


def printed(screen, qtbot):
    with qtbot.waitSignal(screen.out.left):
        qtbot.mouseClick(screen.print_button, Qt.MouseButton.LeftButton)
    settled(screen, qtbot)


def type_day(qtbot, screen, text):
    edit = screen.day.edit
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    settled(screen, qtbot)


def test_the_day_is_looked_at_without_sealing_anything(screen):
    assert screen.view.hasFocus()
    assert screen.view.page_count == 1
    assert "A draft" in screen.banner.label.text()
    assert "断水01001" in squeezed(text_of(screen._draft.data))
    assert (count(screen, AuditSeal), count(screen, Document)) == (0, 0)


def test_printing_seals_numbers_and_keeps_it_once(screen, qtbot, tmp_path):
    printed(screen, qtbot)
    assert "Z-2024-000001" in screen.banner.label.text()
    printed(screen, qtbot)
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert count(screen, Document) == 1
    assert happened(screen, EventKind.DOCUMENT_ISSUED) == 1
    assert happened(screen, EventKind.PRINTED) == 2


def test_saved_it_is_the_sheet_that_is_kept(screen, qtbot, tmp_path):
    screen.save()
    qtbot.waitUntil(lambda: screen._issued is not None)
    with qtbot.waitSignal(screen.out.left):
        save_as(screen, tmp_path / "sheet.pdf", qtbot)
    assert (tmp_path / "sheet.pdf").read_bytes() == screen._issued.data


def test_a_sheet_issued_before_is_shown_as_it_was(screen, qtbot):
    printed(screen, qtbot)
    first = screen._issued
    screen.reload()
    settled(screen, qtbot)
    assert screen.kept.isVisible()
    assert "Z-2024-000001" in screen.kept.text()
    qtbot.mouseClick(screen.kept, Qt.MouseButton.LeftButton)
    settled(screen, qtbot)
    assert screen._issued == first
    printed(screen, qtbot)
    assert count(screen, Document) == 1


def test_another_day_is_typed_or_stepped_to(screen, qtbot):
    type_day(qtbot, screen, "9/17")
    assert "応対はありません" in text_of(screen._draft.data)
    assert screen.after.isEnabled()
    qtbot.mouseClick(screen.after, Qt.MouseButton.LeftButton)
    settled(screen, qtbot)
    assert "断水01001" in squeezed(text_of(screen._draft.data))
    assert not screen.after.isEnabled()


@pytest.mark.parametrize(
    ("typed", "told"), [("2024/9/19", "has not come yet"), ("someday", "2024/9/30")]
)
def test_a_day_that_cannot_be_is_said_at_its_field(screen, qtbot, typed, told):
    before = screen._draft
    type_day(qtbot, screen, typed)
    assert told in screen.day.error()
    assert screen._draft is before


def test_the_sheet_may_be_in_english(screen, qtbot):
    qtbot.mouseClick(screen.language.button(1), Qt.MouseButton.LeftButton)
    settled(screen, qtbot)
    assert "Daily sheet" in text_of(screen._draft.data)
    printed(screen, qtbot)
    with screen._desk.database.reading() as session:
        assert session.scalars(select(Document.language)).one() == "en"
        assert session.scalars(select(Document.kind)).one() is PaperKind.DAILY_SHEET


def test_a_clerk_is_told_who_closes_the_day(opened):
    screen = opened(Role.COUNTER)
    assert screen.refusal.isVisible()
    assert not screen.print_button.isVisible()
