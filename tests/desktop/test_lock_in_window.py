"""The lock in the program's own window, with a customer open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from db.commands.passwords import hash_password
from db.queries.staff import staff_facts
from db.rules.words import OpeningReason
from desktop.main_window import MainWindow
from tests.desktop.serving_help import add_served
from tests.factories import add_staff

PASSWORD = "mado kara mizu"
NAME = "YAMADA Hanako"


@pytest.fixture
def window(desk, sqlite_database, show, qtbot):
    """The window of a clerk, a customer open in it."""
    with sqlite_database.writing() as session:
        hashed = hash_password(PASSWORD, cost=4)
        staff = staff_facts(session, add_staff(session, "tanaka", password_hash=hashed))
    mine = replace(desk, staff=staff)
    served = add_served(mine)
    window = show(MainWindow(mine))
    window.work.open_customer(served.customer_id, served.contract_id, OpeningReason.SEARCHED)
    qtbot.waitUntil(lambda: window.customer.is_open() and not mine.tasks.busy)
    qtbot.waitUntil(lambda: NAME in " ".join(readable()))
    return window


def readable():
    """Everything that can be read now, in any window, also by a screen reader."""
    seen = []
    for window in QApplication.topLevelWidgets():
        seen.append(window.windowTitle() if window.isVisible() else "")
        for part in window.findChildren(QWidget):
            if part.isVisible():
                seen += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
            if isinstance(part, (QLabel, QLineEdit)) and part.isVisible():
                seen.append(part.text())
    return seen


def test_nothing_of_the_customer_can_be_read_and_all_comes_back(window, qtbot):
    shown = window.work.currentWidget()
    control, where = Qt.KeyboardModifier.ControlModifier, QApplication.focusWidget()
    qtbot.keyClick(where, Qt.Key.Key_L, control)
    assert window.lock_screen.is_locked
    read = " ".join(readable())
    for told in (NAME, "ヤマダ", "9000", "Honmachi", "5,509"):
        assert told not in read
    assert window.lock_screen.geometry() == window.rect()
    with qtbot.waitSignal(window.lock_screen.unlocked):
        qtbot.keyClicks(QApplication.focusWidget(), PASSWORD)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.work.currentWidget() is shown
    assert NAME in " ".join(readable())


def test_a_desk_left_alone_locks_and_no_function_key_works_behind_it(window, qtbot, clock):
    shown = window.work.currentWidget()
    clock.advance(minutes=10)
    qtbot.waitUntil(lambda: window.lock_screen.is_locked)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F11, Qt.Key.Key_F12, Qt.Key.Key_Escape):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert window.work.currentWidget() is shown
    assert window.lock_screen.is_locked
    assert not window.work.isVisible()


def test_a_window_on_its_way_out_takes_no_key_of_who_comes_next(window, show, qtbot, clock):
    login = show(QLineEdit())
    with qtbot.waitSignal(window.sign_out_wanted):
        window.actions_.sign_out.trigger()
    clock.advance(days=1)
    qtbot.keyClicks(login, "tanaka")
    assert login.text() == "tanaka"
    assert not window.lock_screen.is_locked
