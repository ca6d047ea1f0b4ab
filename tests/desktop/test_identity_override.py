"""A supervisor takes it upon themselves that somebody is who they say they are."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from db.commands.passwords import hash_password
from db.rules.contact_words import CheckMethod, CheckResult
from db.rules.words import EventKind, Role
from tests.desktop.serving_help import checks, events, known, opened_panel, press
from tests.factories import add_staff

_PASSWORD = "quiet-river-42"


@pytest.fixture(scope="module")
def password_hash():
    return hash_password(_PASSWORD, cost=4)


@pytest.fixture
def panel(desk, show):
    return opened_panel(desk, show)


def asked_supervisor(panel, desk, qtbot):
    """Open the check, then the supervisor's dialog."""
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    panel.begin_check()
    panel.body.identity.form.override.setFocus()
    press(Qt.Key.Key_Return)
    dialog = panel.body.identity.findChild(QDialog)
    assert dialog.isVisible()
    return dialog


def fill_in(dialog, login_id):
    QTest.keyClicks(dialog.login_id.edit, login_id)
    QTest.keyClicks(dialog.password.edit, _PASSWORD)
    QTest.keyClicks(dialog.reason.edit, "known for years")


def test_a_supervisor_decides_with_their_own_password(panel, desk, password_hash, qtbot):
    with desk.database.writing() as session:
        add_staff(session, "boss", role=Role.SUPERVISOR, password_hash=password_hash)
    dialog = asked_supervisor(panel, desk, qtbot)
    fill_in(dialog, "boss")
    QTest.keyClick(dialog, Qt.Key.Key_F12)
    identity = known(panel, qtbot)
    assert identity.method is CheckMethod.OVERRIDE
    assert identity.result is CheckResult.PASSED
    told = json.loads(events(desk, EventKind.IDENTITY_OVERRIDDEN)[0])
    assert told["reason"] == "known for years"


def test_whoever_is_no_supervisor_decides_nothing(panel, desk, password_hash, qtbot):
    with desk.database.writing() as session:
        add_staff(session, "clerk", role=Role.COUNTER, password_hash=password_hash)
    dialog = asked_supervisor(panel, desk, qtbot)
    fill_in(dialog, "clerk")
    QTest.keyClick(dialog, Qt.Key.Key_F12)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert panel.body.identity.identity is None
    assert dialog.password.text() == ""
    assert checks(desk) == []
    dialog.close()


def test_a_reason_must_be_given(panel, desk, qtbot):
    dialog = asked_supervisor(panel, desk, qtbot)
    QTest.keyClicks(dialog.login_id.edit, "boss")
    QTest.keyClicks(dialog.password.edit, _PASSWORD)
    QTest.keyClick(dialog, Qt.Key.Key_F12)
    assert dialog.reason.error()
    assert dialog.focusWidget() is dialog.reason.edit
    dialog.close()
