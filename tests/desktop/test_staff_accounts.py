"""Seeing to accounts by keyboard: making, changing, unlocking, resetting, disabling them."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.guard.sign_in import SignedIn, sign_in
from db.models import AuditEvent, Staff
from db.rules.words import EventKind, Role
from desktop.screens.staff_accounts import StaffAccounts
from desktop.screens.staff_accounts.account_card import Act
from desktop.screens.staff_accounts.form import AccountForm
from desktop.screens.staff_accounts.one_time_password import OneTimePassword
from tests.factories import add_office, add_staff
from tests.typing_help import type_text

ENTER = Qt.Key.Key_Return


@pytest.fixture
def people(desk_for, sqlite_database, clock):
    """A town's staff; gives ``people(role)``: the desk at which one of them signed in."""

    def people(role):
        with sqlite_database.writing() as session:
            west = add_office(session, "西部営業所", code="900", name_latin="West")
            until = clock() + dt.timedelta(minutes=9)
            add_staff(session, "suzuki", name="鈴木", office_id=west, locked_until=until)
            add_staff(session, "kimura", name="木村", left_on=dt.date(2024, 4, 1))
        desk = desk_for(role)
        with sqlite_database.writing() as session:
            mine = session.get(Staff, desk.staff.id).office_id
            add_staff(session, "boss", name="北", role=Role.ADMIN, office_id=mine)
            add_staff(session, "tanaka", name="田中 恵", office_id=mine)
        return desk

    return people


@pytest.fixture
def opened(show, qtbot):
    """Give ``opened(desk)``: the screen with its accounts."""

    def opened(desk):
        screen = show(StaffAccounts(desk))
        screen.resize(1178, 660)
        screen.reload()
        qtbot.waitUntil(lambda: screen.table.records.rowCount() > 0)
        screen.table.setFocus()
        return screen

    return opened


@pytest.fixture
def admin(people, opened):
    return opened(people(Role.ADMIN))


def press(qtbot, *keys):
    """Strike keys wherever the cursor is, in whichever window is active."""
    for key in keys:
        where = QApplication.focusWidget()
        if not isinstance(key, str):
            qtbot.keyClick(where, key)
        elif key.isascii():
            qtbot.keyClicks(where, key)
        else:
            type_text(where, key)


def ids(screen):
    return [line.login_id for line in screen.table.records.rows()]


def stand_on(screen, login_id):
    screen.table.select(ids(screen).index(login_id))


def dialog(screen, kind, qtbot):
    """Wait for a dialog of the screen, and for the cursor in it."""
    qtbot.waitUntil(lambda: any(found.isVisible() for found in screen.findChildren(kind)))
    found = next(found for found in screen.findChildren(kind) if found.isVisible())
    qtbot.waitUntil(lambda: found.isAncestorOf(QApplication.focusWidget()))
    return found


def account(screen, login_id):
    with screen._desk.database.reading() as session:
        found = session.scalar(select(Staff).where(Staff.login_id == login_id))
        session.expunge(found)
        return found


def kinds(database):
    with database.reading() as session:
        return list(session.scalars(select(AuditEvent.kind).order_by(AuditEvent.id)))


def test_an_administrator_sees_all_accounts_and_how_they_stand(admin):
    states = {
        line.login_id: admin.table.records.columns[4].text(line)
        for line in admin.table.records.rows()
    }
    assert states["suzuki"] == "Locked until 18:22"
    assert states["kimura"] == "Disabled 2024/04/01"
    assert states["tanaka"] == "Active"


def test_a_supervisor_sees_their_own_office(people, opened):
    screen = opened(people(Role.SUPERVISOR))
    assert set(ids(screen)) == {screen._desk.staff.login_id, "boss", "tanaka"}
    assert not screen.new_button.isEnabled()
    assert screen.new_button.toolTip() == "Administrators can do this."
    stand_on(screen, "boss")
    for button in screen.card.buttons.values():
        assert not button.isEnabled()
        assert button.toolTip() == "Administrators can do this."


@pytest.mark.parametrize("role", [Role.COUNTER, Role.PHONE])
def test_clerks_see_no_accounts(people, show, qtbot, role):
    desk = people(role)
    screen = show(StaffAccounts(desk))
    screen.reload()
    assert not desk.tasks.busy
    assert screen.refusal.isVisible()
    assert screen.refusal.hint.text() == "Supervisors and administrators can do this."


def test_an_account_is_made_by_keyboard_and_its_password_shown_once(admin, qtbot, clock):
    press(qtbot, Qt.Key.Key_Insert)
    dialog(admin, AccountForm, qtbot)
    press(qtbot, "Yamamoto", ENTER, "山本 桜", ENTER, "Yamamoto Sakura", ENTER)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_F12)
    shown = dialog(admin, OneTimePassword, qtbot)
    password = shown.password.text()
    assert account(admin, "yamamoto").role is Role.PHONE
    press(qtbot, Qt.Key.Key_Escape)
    assert shown.isVisible()
    press(qtbot, Qt.Key.Key_Tab, ENTER)
    assert shown.isHidden()
    assert shown.password.text() == ""
    qtbot.waitUntil(lambda: "yamamoto" in ids(admin))
    url = admin._desk.settings.database
    outcome = sign_in(url, "yamamoto", password, desk="x", now=clock())
    assert isinstance(outcome, SignedIn)
    outcome.database.dispose()


def test_what_is_wrong_is_said_above_and_at_the_field(admin, qtbot):
    press(qtbot, Qt.Key.Key_Insert)
    form = dialog(admin, AccountForm, qtbot)
    press(qtbot, "tanaka!", ENTER, "田中", Qt.Key.Key_F12)
    told = [fault.words for fault in form.summary.faults()]
    fields = form.fields
    assert told == [fields.login_id.error(), fields.name_latin.error()]
    assert told[0].startswith("An ID has up to 64 letters")
    assert QApplication.focusWidget() is form.summary.links[0]
    qtbot.keyClick(form, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is fields.login_id.edit
    assert fields.name.text() == "田中"


def test_an_id_that_is_taken_is_told_at_its_field_and_nothing_is_lost(admin, qtbot):
    press(qtbot, Qt.Key.Key_Insert)
    form = dialog(admin, AccountForm, qtbot)
    press(qtbot, "tanaka", ENTER, "田中", ENTER, "Tanaka", Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: "somebody's already" in form.fields.login_id.error())
    assert form.fields.name_latin.text() == "Tanaka"
    form.fields.login_id.edit.setFocus()
    form.fields.login_id.edit.selectAll()
    press(qtbot, "tanaka2", Qt.Key.Key_F12)
    dialog(admin, OneTimePassword, qtbot)


def test_an_account_is_changed(admin, qtbot):
    stand_on(admin, "tanaka")
    press(qtbot, ENTER)
    form = dialog(admin, AccountForm, qtbot)
    assert form.fields.login_id.edit.isReadOnly()
    press(qtbot, ENTER, ENTER, Qt.Key.Key_Down, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: account(admin, "tanaka").role is Role.PHONE)
    qtbot.waitUntil(lambda: admin.table.selected().role is Role.PHONE)


def test_a_change_made_elsewhere_is_compared_and_nothing_typed_is_lost(
    admin, qtbot, sqlite_database
):
    stand_on(admin, "tanaka")
    press(qtbot, ENTER)
    form = dialog(admin, AccountForm, qtbot)
    with sqlite_database.writing() as session:
        session.scalar(select(Staff).where(Staff.login_id == "tanaka")).name = "谷 恵"
    form.fields.name.edit.selectAll()
    press(qtbot, "田中 めぐみ", Qt.Key.Key_F12)
    qtbot.waitUntil(form.compare.hasFocus)
    assert "meanwhile" in form.problem.text()
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: "now: 谷 恵" in form.fields.name.editor.accessibleDescription())
    assert form.fields.name.text() == "田中 めぐみ"
    press(qtbot, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: account(admin, "tanaka").name == "田中 めぐみ")


def test_a_supervisor_makes_nobody_an_administrator(people, opened, qtbot):
    screen = opened(people(Role.SUPERVISOR))
    stand_on(screen, "tanaka")
    press(qtbot, ENTER)
    form = dialog(screen, AccountForm, qtbot)
    choices = form.fields.role.combo.model()
    assert [choices.item(at).isEnabled() for at in range(4)] == [True, True, True, False]
    assert not form.fields.office.isEnabled()
    assert form.fields.office.toolTip() == "Administrators can do this."


def test_nobody_changes_their_own_role(admin, qtbot):
    stand_on(admin, admin._desk.staff.login_id)
    assert not admin.card.buttons[Act.DISABLE].isEnabled()
    assert admin.card.buttons[Act.DISABLE].toolTip() == "This is your own account."
    press(qtbot, ENTER)
    form = dialog(admin, AccountForm, qtbot)
    assert not form.fields.role.isEnabled()


def test_a_locked_account_is_unlocked(admin, qtbot):
    stand_on(admin, "tanaka")
    assert admin.card.buttons[Act.UNLOCK].toolTip() == "This account is not locked."
    stand_on(admin, "suzuki")
    admin.card.buttons[Act.UNLOCK].setFocus()
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: account(admin, "suzuki").locked_until is None)
    qtbot.waitUntil(lambda: admin.table.selected().locked_until is None)
    assert not admin.card.buttons[Act.UNLOCK].isEnabled()


def test_a_password_is_reset_after_asking_twice(admin, qtbot):
    stand_on(admin, "tanaka")
    admin.card.buttons[Act.RESET].setFocus()
    press(qtbot, ENTER)
    assert "田中 恵" in admin.card.sure.text()
    press(qtbot, ENTER)
    shown = dialog(admin, OneTimePassword, qtbot)
    assert "2024/09/19 18:13" in shown._once.text()
    press(qtbot, ENTER)
    assert QGuiApplication.clipboard().text() == shown.password.text()
    QGuiApplication.clipboard().clear()
    shown.close()


def test_asking_for_one_account_does_nothing_to_another(admin, qtbot):
    stand_on(admin, "tanaka")
    admin.card.buttons[Act.DISABLE].setFocus()
    press(qtbot, ENTER)
    stand_on(admin, "suzuki")
    assert admin.card.sure.text() == ""
    press(qtbot, ENTER)
    assert account(admin, "suzuki").left_on is None
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: account(admin, "suzuki").left_on == dt.date(2024, 9, 18))
    assert account(admin, "tanaka").left_on is None
    qtbot.waitUntil(lambda: EventKind.STAFF_DISABLED in kinds(admin._desk.database))


def test_a_role_taken_away_meanwhile_is_told(admin, qtbot, sqlite_database):
    with sqlite_database.writing() as session:
        session.get(Staff, admin._desk.staff.id).role = Role.COUNTER
    stand_on(admin, "suzuki")
    with qtbot.waitSignal(admin._desk.messages.told) as told:
        admin.card.buttons[Act.UNLOCK].click()
    assert "Your role may not do this" in told.args[0].text


def test_accounts_are_found_by_what_is_typed(admin, qtbot):
    qtbot.keyClick(admin.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is admin.sought
    press(qtbot, "田中")
    assert ids(admin) == ["tanaka"]
    press(qtbot, "nobody")
    assert admin.nothing.isVisible()
    admin.sought.clear()
    admin.filter.button(2).click()
    assert ids(admin) == ["suzuki"]
    assert admin.filter.button(3).text() == "Disabled 1"


def test_a_database_out_of_reach_is_told(people, show, qtbot, sqlite_database, caplog):
    desk = people(Role.ADMIN)
    with sqlite_database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE office RENAME TO elsewhere")
    screen = show(StaffAccounts(desk))
    screen.reload()
    qtbot.waitUntil(screen.problem.isVisible)
    caplog.clear()
