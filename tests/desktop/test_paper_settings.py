"""Setting what stands on paper, by keyboard: limits, numbers, the envelope's window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.commands.settings import change_settings
from db.models import AuditEvent
from db.queries.paper_settings import paper_settings
from db.rules.paper_settings import PaperSettings
from db.rules.words import EventKind, Role
from desktop.printing import PaperOut
from desktop.screens.paper_settings import PaperSettingsScreen
from tests.desktop.paper_help import places_of, squeezed, text_of
from tests.desktop.test_printing import PdfPrinters
from tests.factories import add_setting

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(show, qtbot, desk_for, sqlite_database):
    """Give ``opened(role)``: the settings as somebody with that role sees them."""

    def opened(role):
        with sqlite_database.writing() as session:
            add_setting(session, "bureau.name", "金沢市企業局")
            add_setting(session, "bureau.name_latin", "Kanazawa Waterworks")
            add_setting(session, "paper.slip_days", "25")
        desk = desk_for(role)
        screen = show(PaperSettingsScreen(desk))
        screen.resize(1178, 660)
        screen.reload()
        settled(screen, qtbot)
        screen.setFocus()
        return screen

    return opened


@pytest.fixture
def admin(opened):
    return opened(Role.ADMIN)


def settled(screen, qtbot):
    qtbot.waitUntil(lambda: not screen._desk.tasks.busy)


def type_over(qtbot, screen, name, text):
    """Go to a field, mark what is there, and type something else."""
    edit = screen.form.fields[name].edit
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)


def store(qtbot, screen):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    settled(screen, qtbot)
    settled(screen, qtbot)


def stored(screen):
    with screen._desk.database.reading() as session:
        return paper_settings(session)


def events(screen):
    with screen._desk.database.reading() as session:
        return list(session.scalars(select(AuditEvent.kind)))


def test_an_administrator_types_over_a_limit_and_stores_it(admin, qtbot):
    assert admin.form.fields["bureau.name"].edit.hasFocus()
    assert admin.form.fields["paper.slip_days"].text() == "25"
    assert admin.form.fields["paper.interest_rate"].text() == "14.6"
    type_over(qtbot, admin, "paper.slip_days", "20")
    type_over(qtbot, admin, "paper.interest_rate", "8.7")
    assert admin.unsaved == 2
    store(qtbot, admin)
    assert (stored(admin).slip_days, stored(admin).interest_rate) == (20, 870)
    assert admin.unsaved == 0
    assert not admin.store.isEnabled()
    assert events(admin).count(EventKind.SETTING_CHANGED) == 2


def test_where_to_pay_is_the_bureaus_own_and_goes_back_to_the_usual(admin, qtbot):
    usual = PaperSettings().places
    field = admin.form.fields["paper.places"]
    assert field.text() == usual
    for typed, kept in (("bank", "bank"), ("", usual)):
        type_over(qtbot, admin, "paper.places", typed)
        store(qtbot, admin)
        assert (stored(admin).places, field.text()) == (kept, kept)


def test_what_is_wrong_stands_above_and_at_its_field_and_nothing_is_stored(admin, qtbot):
    type_over(qtbot, admin, "paper.slip_days", "0")
    type_over(qtbot, admin, "paper.company_code", "912345")
    store(qtbot, admin)
    field = admin.form.fields["paper.slip_days"]
    assert field.error() == "Type a whole number from 1 to 90."
    assert [fault.words for fault in admin.summary.faults()] == [field.error()]
    assert admin.summary.links[0].hasFocus()
    assert stored(admin).company_code_missing
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, CTRL)
    assert field.edit.hasFocus()
    qtbot.keyClicks(field.edit, "\b9")
    assert not admin.summary.isVisible()
    store(qtbot, admin)
    assert (stored(admin).slip_days, stored(admin).company_code) == (9, "912345")


def test_with_the_code_that_came_with_the_program_slips_are_said_to_be_specimens(admin, qtbot):
    code = admin.form.fields["paper.company_code"]
    assert "見本" in code.notice()
    type_over(qtbot, admin, "paper.company_code", "912345")
    assert code.notice() == ""


def test_what_is_typed_stays_when_the_clerk_comes_back(admin, qtbot):
    type_over(qtbot, admin, "bureau.phone", "076-220-2111")
    admin.reload()
    settled(admin, qtbot)
    assert admin.form.fields["bureau.phone"].text() == "076-220-2111"
    assert admin.unsaved == 1
    qtbot.mouseClick(admin.discard, Qt.MouseButton.LeftButton)
    assert (admin.form.fields["bureau.phone"].text(), admin.unsaved) == ("", 0)


def test_what_another_stored_meanwhile_is_told_before_it_is_overwritten(admin, qtbot):
    type_over(qtbot, admin, "paper.slip_days", "20")
    desk = admin._desk
    with desk.database.writing() as session:
        known = {"paper.slip_days": 1}
        facts = {"versions": known, "by": desk.actor, "now": desk.now}
        change_settings(session, {"paper.slip_days": "28"}, **facts)
    store(qtbot, admin)
    assert stored(admin).slip_days == 28
    assert admin.banner.isVisible()
    assert "now: 28" in admin.form.fields["paper.slip_days"].editor.accessibleDescription()
    store(qtbot, admin)
    assert stored(admin).slip_days == 20
    assert not admin.banner.isVisible()


def test_a_supervisor_reads_them_only(opened, qtbot):
    screen = opened(Role.SUPERVISOR)
    type_over(qtbot, screen, "paper.slip_days", "20")
    assert screen.form.fields["paper.slip_days"].text() == "25"
    assert not screen.store.isEnabled()
    assert screen.store.toolTip() == "Administrators can do this."


def test_a_clerk_is_told_who_sees_to_them(opened):
    screen = opened(Role.COUNTER)
    assert screen.refusal.isVisible()
    assert not screen.form.isVisible()


def test_a_setting_that_nobody_can_read_is_shown_to_be_mended(admin, qtbot, sqlite_database):
    with sqlite_database.writing() as session:
        add_setting(session, "paper.interest_rate", "viel")
    admin.reload()
    settled(admin, qtbot)
    assert admin.form.fields["paper.interest_rate"].text() == "viel"
    type_over(qtbot, admin, "paper.interest_rate", "14.6")
    store(qtbot, admin)
    assert stored(admin).interest_rate == 1460


def test_the_calibration_sheet_shows_the_shift_that_is_typed(admin, qtbot, tmp_path):
    printers = PdfPrinters(tmp_path)
    admin.out = PaperOut(admin._desk, admin, printers)
    type_over(qtbot, admin, "paper.window_x_mm", "5")
    with qtbot.waitSignal(admin.out.left):
        qtbot.mouseClick(admin.sheet, Qt.MouseButton.LeftButton)
    assert (tmp_path / "1.pdf").exists()
    assert EventKind.PRINTED not in events(admin)


def test_the_calibration_sheet_is_true_to_the_millimetre(admin, qtbot):
    before = admin._sheet().data
    type_over(qtbot, admin, "paper.window_x_mm", "5")
    type_over(qtbot, admin, "paper.window_y_mm", "-2.5")
    after = admin._sheet().data
    left, top, *_ = places_of(before, "920-0000")
    moved_left, moved_top, *_ = places_of(after, "920-0000")
    assert (moved_left - left, moved_top - top) == pytest.approx((5, -2.5), abs=0.05)
    assert "Presentshift:across+5mm" in squeezed(text_of(after))


def test_tab_goes_through_everything_in_reading_order(admin, qtbot):
    form, stops = admin.form, []
    for _ in range(len(form.fields) + 1):
        stops.append(QApplication.focusWidget())
        qtbot.keyClick(stops[-1], Qt.Key.Key_Tab)
    by_edit = {field.edit: name for name, field in form.fields.items()}
    names = [by_edit.get(stop, "sheet") for stop in stops]
    assert names[:2] == ["bureau.name", "bureau.name_latin"]
    at = names.index("paper.window_y_mm")
    assert names[at : at + 4] == ["paper.window_y_mm", "sheet", "sheet", "paper.slip_days"]
    assert names.index("days.closed") < names.index("paper.company_code")
