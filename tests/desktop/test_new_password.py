"""Choosing a new password: at the first sign-in, and from the menu."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from db.commands.passwords import hash_password
from db.guard.sign_in import SignedIn, sign_in
from db.models import Staff
from db.queries.staff import staff_facts
from db.rules.words import PasswordKind
from desktop.screens.new_password import NewPassword
from desktop.widgets.check_line import CheckState
from tests.factories import add_staff
from tests.typing_help import type_text

GIVEN = "abcd-efgh-jkmn"
CHOSEN = "mado kara mizu"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def at_first(desk, sqlite_database):
    """The desk of a clerk who signed in with the password that was handed over."""
    with sqlite_database.writing() as session:
        staff_id = add_staff(
            session,
            "tanaka",
            password_hash=hash_password(GIVEN, cost=4),
            password_kind=PasswordKind.INITIAL,
        )
        staff = staff_facts(session, staff_id)
    return replace(desk, staff=staff)


@pytest.fixture
def dialog(at_first, show):
    return show(NewPassword(at_first))


@pytest.fixture
def write(dialog, qtbot):
    def write(*keys):
        for key in keys:
            if isinstance(key, str):
                qtbot.keyClicks(dialog.focusWidget(), key)
            else:
                qtbot.keyClick(dialog.focusWidget(), key)

    return write


def typed(dialog):
    """Give what stands in the three fields."""
    return [field.text() for field in (dialog.current, dialog.new, dialog.again)]


def enters(desk, clock, password):
    """Say whether the clerk gets in with ``password``."""
    outcome = sign_in(desk.settings.database, "tanaka", password, desk="x", now=clock())
    if isinstance(outcome, SignedIn):
        outcome.database.dispose()
    return isinstance(outcome, SignedIn)


def test_a_password_is_chosen_by_keyboard_alone(dialog, write, qtbot, at_first, clock):
    with qtbot.waitSignal(dialog.done_with), qtbot.waitSignal(at_first.messages.noted):
        write(GIVEN, ENTER, CHOSEN, ENTER, CHOSEN, ENTER)
    assert typed(dialog) == ["", "", ""]
    assert enters(at_first, clock, CHOSEN)
    assert not enters(at_first, clock, GIVEN)
    with at_first.database.reading() as session:
        assert session.get(Staff, at_first.staff.id).password_kind is PasswordKind.OWN


def test_rules_are_ticked_off_while_typing(dialog, write):
    states = [line.state for line in dialog.rules]
    assert states == [CheckState.OPEN] * 5
    write(GIVEN, ENTER, "tanaka1")
    assert [line.state for line in dialog.rules] == [
        *[CheckState.OPEN] * 3,
        *[CheckState.KEPT] * 2,
    ]
    dialog.new.edit.setText(CHOSEN)
    assert {line.state for line in dialog.rules} == {CheckState.KEPT}
    assert dialog.rules[0].accessibleName().endswith(": done")


@pytest.mark.parametrize(
    ("new", "told", "line"),
    [
        ("mizu", "at least 8 characters", 0),
        ("m" + "iz u" * 20, "at most 64 characters", 0),
        ("tanaka12345", "This is your ID", 1),
        ("suidou2024", "Others guess this password first", 2),
        ("rstuvwx4567", "easy to guess", 3),
        (GIVEN, "your present password", 4),
    ],
)
def test_what_is_wrong_with_a_password_is_said_at_its_field(dialog, write, new, told, line):
    write(GIVEN, ENTER, new, ENTER, new, ENTER)
    assert told in dialog.new.error()
    assert dialog.rules[line].state is CheckState.BROKEN
    assert dialog.focusWidget() is dialog.new.edit
    dialog.new.edit.setText(CHOSEN)
    assert dialog.new.error() == ""
    assert dialog.again.error() == "The two are not the same. Type it again."


def test_a_japanese_password_will_do(dialog, write, qtbot, at_first, clock):
    write(GIVEN)
    for field in (dialog.new, dialog.again):
        type_text(field.edit, "窓から見える水の流れ")
    with qtbot.waitSignal(dialog.done_with):
        write(ENTER)
    assert enters(at_first, clock, "窓から見える水の流れ")


def test_a_wrong_present_password_is_told_and_counted(dialog, write, qtbot, at_first):
    write("wrong", ENTER, CHOSEN, ENTER, CHOSEN, ENTER)
    qtbot.waitUntil(lambda: "not your present password" in dialog.current.error())
    assert dialog.current.edit.hasSelectedText()
    assert typed(dialog) == ["wrong", CHOSEN, CHOSEN]
    with at_first.database.reading() as session:
        assert session.get(Staff, at_first.staff.id).failed_count == 1
    with qtbot.waitSignal(dialog.done_with):
        write(GIVEN, ENTER)


def test_guessing_the_present_password_locks(dialog, write, qtbot):
    write("wrong", ENTER, CHOSEN, ENTER, CHOSEN)
    for n in range(5):
        dialog.current.edit.setFocus()
        dialog.current.edit.setText(f"wrong{n}")
        write(ENTER)
        qtbot.waitUntil(dialog.button.isEnabled)
    assert "Locked until 18:28" in dialog.current.error()


def test_while_it_is_stored_nobody_can_leave(dialog, write, qtbot):
    write(GIVEN, ENTER, CHOSEN, ENTER, CHOSEN, ENTER)
    assert not dialog.button.isEnabled()
    with qtbot.assertNotEmitted(dialog.cancelled):
        write(Qt.Key.Key_Escape)
    with qtbot.waitSignal(dialog.done_with):
        pass
    assert dialog.isVisible()


def test_whoever_gives_up_leaves_nothing_behind(dialog, write, qtbot, at_first, clock):
    write(GIVEN, ENTER, CHOSEN)
    with qtbot.waitSignal(dialog.cancelled):
        write(Qt.Key.Key_Escape)
    assert typed(dialog) == ["", "", ""]
    assert dialog.isHidden()
    assert enters(at_first, clock, GIVEN)


def test_a_database_out_of_reach_is_told_and_nothing_typed_is_lost(
    dialog, write, qtbot, at_first, sqlite_database
):
    with sqlite_database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE audit_event")
    write("wrong", ENTER, CHOSEN, ENTER, CHOSEN, ENTER)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert typed(dialog) == ["wrong", CHOSEN, CHOSEN]
    with qtbot.waitSignal(at_first.tasks.busy_changed):
        write(Qt.Key.Key_F5)
    qtbot.waitUntil(dialog.problem.isVisible)


def test_from_the_menu_it_asks_for_the_present_password(at_first, show, qtbot):
    chosen = replace(at_first, staff=replace(at_first.staff, must_change_password=False))
    dialog = show(NewPassword(chosen))
    assert dialog.current.edit.accessibleName() == "Present password"
    at_first.language.toggle()
    at_first.language.toggle()
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Change password")
