"""The locked screen: by a key or after ten quiet minutes, and back by the own password alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QMenu, QVBoxLayout
from sqlalchemy import select

from db.commands.passwords import hash_password
from db.models import AuditEvent, Staff
from db.queries.staff import staff_facts
from db.rules.words import EventKind
from desktop.screens.lock import LockScreen
from tests.factories import add_staff
from tests.typing_help import type_text

PASSWORD = "mado kara mizu"
ENTER = Qt.Key.Key_Return


class Work(QMainWindow):
    """A window at work: what is typed, an action on a key, a dialog, and its lock."""

    def __init__(self, desk):
        super().__init__()
        self.resize(1280, 640)
        self.setWindowTitle("山田 花子")
        self.memo = QLineEdit()
        self.setCentralWidget(self.memo)
        self.refresh = QAction(self)
        self.refresh.setShortcut(QKeySequence("F5"))
        self.addAction(self.refresh)
        self.dialog = QDialog(self)
        self.answer = QLineEdit()
        layout = QVBoxLayout(self.dialog)
        layout.addWidget(self.answer)
        self.lock = LockScreen(desk, self)


@pytest.fixture(scope="module")
def hashed():
    return hash_password(PASSWORD, cost=4)


@pytest.fixture
def tanaka(desk, sqlite_database, hashed):
    """The desk of a clerk who knows a password."""
    with sqlite_database.writing() as session:
        staff_id = add_staff(session, "tanaka", password_hash=hashed, name_latin="Tanaka Megumi")
        staff = staff_facts(session, staff_id)
    return replace(desk, staff=staff)


@pytest.fixture
def work(tanaka, show):
    work = show(Work(tanaka))
    work.memo.setFocus()
    return work


@pytest.fixture
def write(work, qtbot):
    """Type wherever the cursor is."""

    def write(*keys):
        for key in keys:
            if isinstance(key, str):
                qtbot.keyClicks(work.focusWidget(), key)
            else:
                qtbot.keyClick(work.focusWidget(), key)

    return write


def events(database):
    with database.reading() as session:
        question = select(AuditEvent.kind, AuditEvent.staff_id).order_by(AuditEvent.id)
        return [tuple(row) for row in session.execute(question)]


def test_locking_hides_the_customer_and_the_password_brings_all_back(
    work, write, qtbot, tanaka, sqlite_database
):
    write("speaks slowly")
    with qtbot.waitSignal(work.lock.locked), qtbot.waitSignal(tanaka.tasks.busy_changed):
        work.lock.lock()
    assert work.memo.isHidden()
    assert work.lock.geometry() == work.rect()
    assert work.windowTitle() == "Mizumado: locked"
    assert work.focusWidget() is work.lock.password.edit
    with qtbot.waitSignal(work.lock.unlocked):
        write(PASSWORD, ENTER)
    assert work.lock.isHidden()
    assert (work.memo.text(), work.windowTitle()) == ("speaks slowly", "山田 花子")
    assert work.focusWidget() is work.memo
    assert work.lock.password.text() == ""
    qtbot.waitUntil(lambda: not tanaka.tasks.busy)
    me = tanaka.staff.id
    assert events(sqlite_database) == [
        (EventKind.DESK_LOCKED, me),
        (EventKind.DESK_UNLOCKED, me),
    ]


def test_no_key_reaches_the_window_behind(work, write, qtbot):
    work.lock.lock()
    with qtbot.assertNotEmitted(work.refresh.triggered):
        write(Qt.Key.Key_F5, Qt.Key.Key_Escape, "x")
    assert work.lock.password.text() == "x"
    for _ in range(4):
        write(Qt.Key.Key_Tab)
        assert work.lock.isAncestorOf(work.focusWidget())
    work.lock.password.edit.setText(PASSWORD)
    with qtbot.waitSignal(work.lock.unlocked):
        write(ENTER)
    with qtbot.waitSignal(work.refresh.triggered):
        write(Qt.Key.Key_F5)


def test_a_wrong_password_is_told_and_counted(work, write, qtbot, tanaka):
    work.lock.lock()
    write("wrong", ENTER)
    qtbot.waitUntil(lambda: "not your password" in work.lock.password.error())
    assert work.lock.password.edit.hasSelectedText()
    with tanaka.database.reading() as session:
        assert session.get(Staff, tanaka.staff.id).failed_count == 1
    with qtbot.waitSignal(work.lock.unlocked):
        write(PASSWORD, ENTER)
    with tanaka.database.reading() as session:
        assert session.get(Staff, tanaka.staff.id).failed_count == 0


def test_guessing_locks_the_id_as_at_sign_in(work, write, qtbot, tanaka, clock):
    work.lock.lock()
    for _ in range(5):
        write("wrong", ENTER)
        qtbot.waitUntil(work.lock.button.isEnabled)
    assert "Locked until 18:28" in work.lock.password.error()
    write(PASSWORD, ENTER)
    qtbot.waitUntil(work.lock.button.isEnabled)
    assert work.lock.is_locked
    clock.advance(minutes=16)
    with qtbot.waitSignal(work.lock.unlocked):
        write(PASSWORD, ENTER)


def test_nothing_typed_is_no_try(work, write, tanaka):
    work.lock.lock()
    write(ENTER)
    assert work.lock.password.error() == "Type your password"


def test_somebody_else_signs_out(work, write, qtbot):
    work.lock.lock()
    write("abc", Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert work.focusWidget() is work.lock.sign_out
    with qtbot.waitSignal(work.lock.sign_out_wanted):
        write(ENTER)
    assert work.lock.password.text() == ""
    assert work.lock.is_locked


def test_a_database_out_of_reach_keeps_the_desk_locked_and_says_so(
    work, write, qtbot, tanaka, sqlite_database
):
    with sqlite_database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE audit_event")
    with qtbot.waitSignal(tanaka.tasks.failed):
        work.lock.lock()
    write("wrong", ENTER)
    qtbot.waitUntil(work.lock.problem.isVisible)
    assert work.lock.is_locked
    assert work.lock.password.text() == "wrong"


def test_ten_quiet_minutes_lock(work, clock, qtbot):
    clock.advance(minutes=10)
    qtbot.waitUntil(lambda: work.lock.is_locked)


def test_an_unlocked_desk_is_watched_again(work, write, clock, qtbot):
    work.lock.lock()
    clock.advance(minutes=30)
    with qtbot.waitSignal(work.lock.unlocked):
        write(PASSWORD, ENTER)
    write("a")
    assert not work.lock.is_locked
    clock.advance(minutes=10)
    qtbot.waitUntil(lambda: work.lock.is_locked)


def test_the_key_that_wakes_the_machine_does_nothing_else(work, clock, qtbot):
    clock.advance(hours=8)
    qtbot.keyClicks(work.memo, "a")
    assert work.lock.is_locked
    assert work.memo.text() == ""


def test_an_open_dialog_goes_and_comes_back_with_what_was_typed(work, write, qtbot):
    work.dialog.open()
    work.answer.setText("half an answer")
    work.answer.setFocus()
    work.lock.lock()
    assert work.dialog.isHidden()
    with qtbot.assertNotEmitted(work.dialog.finished), qtbot.waitSignal(work.lock.unlocked):
        write(PASSWORD, ENTER)
    assert work.dialog.isVisible()
    assert work.dialog.windowModality() == Qt.WindowModality.WindowModal
    assert work.answer.text() == "half an answer"


def test_a_window_that_closes_for_the_lock_stays_closed(work, write, qtbot):
    work.dialog.open()
    work.lock.locked.connect(work.dialog.reject)
    work.lock.lock()
    with qtbot.waitSignal(work.lock.unlocked):
        write(PASSWORD, ENTER)
    assert work.dialog.isHidden()


def test_a_menu_closes(work, qtbot):
    menu = QMenu(work)
    menu.addAction("山田 花子")
    menu.popup(work.mapToGlobal(QPoint(10, 10)))
    qtbot.waitUntil(menu.isVisible)
    work.lock.lock()
    assert menu.isHidden()


def test_what_opens_behind_the_lock_waits_for_it(work, write, qtbot):
    work.lock.lock()
    work.dialog.open()
    qtbot.waitUntil(work.dialog.isHidden)
    with qtbot.waitSignal(work.lock.unlocked):
        write(PASSWORD, ENTER)
    assert work.dialog.isVisible()


def test_a_title_set_meanwhile_is_shown_afterwards(work, write, qtbot):
    work.lock.lock()
    work.setWindowTitle("鈴木 一郎")
    assert work.windowTitle() == "Mizumado: locked"
    with qtbot.waitSignal(work.lock.unlocked):
        write(PASSWORD, ENTER)
    assert work.windowTitle() == "鈴木 一郎"


def test_japanese_typed_is_kept(work, write, qtbot):
    type_text(work.memo, "山田様、")
    work.lock.lock()
    with qtbot.waitSignal(work.lock.unlocked):
        write(PASSWORD, ENTER)
    assert work.memo.text() == "山田様、"


def test_the_lock_covers_a_window_that_grows(work, qtbot):
    work.lock.lock()
    work.resize(1400, 900)
    qtbot.waitUntil(lambda: work.lock.geometry() == work.rect())


def test_the_locked_screen_speaks_both_languages(work, tanaka, qtbot):
    work.lock.lock()
    qtbot.keyClick(
        work.lock.password.edit,
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert tanaka.language.code == "ja"
    assert QApplication.focusWidget() is work.lock.password.edit


def test_locking_a_locked_screen_changes_nothing(work, write, qtbot):
    work.lock.lock()
    write("mado")
    with qtbot.assertNotEmitted(work.lock.locked):
        work.lock.lock()
    assert work.lock.password.text() == "mado"
