"""Signing in at the counter: the window, the keyboard, and everything that can be refused."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from db.commands.passwords import hash_password
from db.errors import RuleBroken
from db.guard.sign_in import SignInRefused, sign_in
from db.queries.settings import bureau_facts
from db.rules.words import PasswordKind
from desktop import theme
from desktop.screens.login import LoginWindow
from desktop.settings import Memory
from desktop.theme import Kind
from tests.factories import add_setting, add_staff
from tests.typing_help import type_text

PASSWORD = "mado kara mizu"
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Counter:
    """A login window over a real database, signing in as the program does but at once."""

    def __init__(self, window, database, url, clock):
        self.window, self._database, self._url, self._clock = window, database, url, clock
        self.signed_in = None
        window.submitted.connect(self.sign_in)

    def set_up(self, **settings):
        """Set the bureau's settings, underscores for dots, and look at the database anew."""
        with self._database.writing() as session:
            for name, value in settings.items():
                add_setting(session, name.replace("_", "."), value)
        with self._database.reading() as session:
            self.window.show_ready(bureau_facts(session), None)

    def sign_in(self, login_id, password):
        """Take the outcome of what was typed."""
        outcome = sign_in(self._url, login_id, password, desk="counter 3", now=self._clock())
        if isinstance(outcome, SignInRefused):
            self.window.show_refused(outcome)
            return
        self.signed_in = outcome.staff.login_id
        outcome.database.dispose()
        self.window.keep_id()
        self.window.reset()


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "memory.ini")


@pytest.fixture
def window(qapp, language, memory, clock, show):
    theme.apply(qapp, theme.load())
    return show(LoginWindow(memory, language, clock))


@pytest.fixture
def counter(window, sqlite_database, sqlite_url, clock):
    counter = Counter(window, sqlite_database, sqlite_url, clock)
    counter.set_up()
    return counter


@pytest.fixture
def clerk(sqlite_database):
    """Give ``clerk(…)``: an account called tanaka with a password of her own."""

    def clerk(**more):
        with sqlite_database.writing() as session:
            return add_staff(
                session, "tanaka", password_hash=hash_password(PASSWORD, cost=4), **more
            )

    return clerk


@pytest.fixture
def write(window, qtbot):
    """Type on the keyboard, wherever the cursor is."""

    def write(*keys):
        for key in keys:
            where = window.focusWidget()
            if isinstance(key, str):
                qtbot.keyClicks(where, key)
            else:
                qtbot.keyClick(where, key)

    return write


TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


def error(window):
    """Give what is told below the password."""
    return window.form.password.error()


def test_a_clerk_signs_in_by_keyboard_alone(counter, clerk, write):
    clerk()
    write("tanaka", TAB, PASSWORD, ENTER)
    assert counter.signed_in == "tanaka"


def test_an_id_typed_full_width_is_the_same_id(counter, clerk, window, write):
    clerk()
    type_text(window.form.login_id.edit, "ｔａｎａｋａ")
    write(TAB, PASSWORD, ENTER)
    assert counter.signed_in == "tanaka"


def test_enter_asks_for_what_is_missing(counter, window, write):
    write(ENTER)
    assert window.form.login_id.error() == "Type your ID"
    write("tanaka", ENTER)
    assert window.form.login_id.error() == ""
    assert error(window) == "Type your password"
    assert window.focusWidget() is window.form.password.edit
    assert counter.signed_in is None


def test_a_wrong_password_is_told_and_typed_anew(counter, clerk, window, write):
    clerk()
    write("tanaka", TAB, "wrong", ENTER)
    assert "ID or the password is wrong" in error(window)
    assert window.form.login_id.text() == "tanaka"
    assert window.focusWidget() is window.form.password.edit
    assert window.form.password.edit.hasSelectedText()
    write(PASSWORD, ENTER)
    assert counter.signed_in == "tanaka"
    assert error(window) == ""


def test_an_unknown_id_is_told_like_a_wrong_password(counter, clerk, window, write):
    clerk()
    write("nobody", TAB, PASSWORD, ENTER)
    unknown = error(window)
    window.form.login_id.edit.setText("tanaka")
    write("wrong", ENTER)
    assert error(window) == unknown


def test_five_wrong_passwords_lock_and_it_says_until_when(counter, clerk, window, write, clock):
    clerk()
    write("tanaka", TAB)
    for _ in range(5):
        write("wrong", ENTER)
    assert "Locked until 18:28" in error(window)
    write(PASSWORD, ENTER)
    assert "Locked until 18:28" in error(window)
    clock.advance(minutes=16)
    write(PASSWORD, ENTER)
    assert counter.signed_in == "tanaka"


def test_outside_the_hours_of_the_staff_nobody_gets_in(counter, clerk, window, write, clock):
    clerk()
    counter.set_up(hours_staff="8:00-20:00")
    clock.advance(hours=3)
    write("tanaka", TAB, PASSWORD, ENTER)
    assert "from 8:00 to 20:00" in error(window)
    assert counter.signed_in is None


def test_a_one_time_password_that_expired_says_when(counter, clerk, window, write, clock):
    expired_at = (clock() - dt.timedelta(minutes=3)).astimezone(dt.UTC)
    clerk(password_kind=PasswordKind.ONE_TIME, password_expires_at=expired_at)
    write("tanaka", TAB, PASSWORD, ENTER)
    assert "expired on 9/18 at 18:10" in error(window)


def test_somebody_who_left_does_not_get_in(counter, clerk, window, write):
    clerk(left_on=dt.date(2024, 3, 31))
    write("tanaka", TAB, PASSWORD, ENTER)
    assert counter.signed_in is None
    assert error(window)


def test_the_desk_remembers_an_id_if_asked(counter, clerk, window, write, memory, language, clock):
    clerk()
    write("tanaka", TAB, PASSWORD, TAB, Qt.Key.Key_Space, ENTER)
    assert counter.signed_in == "tanaka"
    later = LoginWindow(memory, language, clock)
    assert later.form.login_id.text() == "tanaka"
    assert later.form.password.text() == ""
    assert later.focusWidget() is later.form.password.edit


def test_the_desk_forgets_an_id_if_asked(counter, clerk, window, write, memory):
    clerk()
    memory.keep_text("login/id", "tanaka")
    window.reset()
    write(PASSWORD, TAB, Qt.Key.Key_Space, ENTER)
    assert counter.signed_in == "tanaka"
    assert memory.text("login/id") == ""
    assert window.form.login_id.text() == ""


def test_a_wrong_id_is_not_remembered(counter, window, write, memory):
    write("nobody", TAB, "wrong", TAB, Qt.Key.Key_Space, ENTER)
    assert memory.text("login/id") == ""


def test_caps_lock_is_noticed_before_the_password_is_wrong(window, qtbot):
    edit = window.form.password.edit
    qtbot.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert window.form.password.notice() == "Caps Lock is on"


def test_what_is_typed_while_the_desk_gets_ready_is_kept(window, write, qtbot):
    assert not window.is_ready()
    write("tanaka", TAB)
    with qtbot.waitSignal(window.submitted) as typed:
        write(PASSWORD, ENTER)
    assert typed.args == ["tanaka", PASSWORD]


def test_getting_ready_leaves_the_cursor_where_it_is(window, counter, write):
    write("tanaka", TAB, PASSWORD, TAB)
    window.show_loading()
    counter.set_up()
    assert window.focusWidget() is window.form.remember


def test_while_a_password_is_checked_enter_does_nothing_more(window, write, qtbot):
    write("tanaka", TAB, PASSWORD)
    window.set_busy(True)
    with qtbot.assertNotEmitted(window.submitted):
        write(ENTER)
    assert not window.form.button.isEnabled()


def test_a_problem_with_the_database_loses_nothing_typed(counter, window, write, qtbot):
    write("tanaka", TAB, PASSWORD)
    window.show_problem(RuleBroken("database.missing", file="/no/such/file"))
    assert "/no/such/file" in window.form.problem.text()
    assert not window.form.password.isEnabled()
    with qtbot.waitSignal(window.retry_wanted):
        write(Qt.Key.Key_F5)
    counter.set_up()
    assert window.form.problem.isHidden()
    assert window.form.password.isEnabled()
    assert (window.form.login_id.text(), window.form.password.text()) == ("tanaka", PASSWORD)


def test_enter_tries_a_database_again(window, write, qtbot):
    window.show_problem(RuleBroken("database.locked"))
    with qtbot.waitSignal(window.retry_wanted), qtbot.assertNotEmitted(window.submitted):
        write(ENTER)


def test_the_practice_login_is_shown_and_typed_by_a_key(counter, window, write, qtbot, clerk):
    clerk()
    assert window.form.practice.isHidden()
    assert window.band.isHidden()
    counter.set_up(database_fictional="yes")
    with counter._database.reading() as session:
        window.show_ready(bureau_facts(session), ("tanaka", PASSWORD))
    assert "Practice mode" in window.band.text()
    assert window.band.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    write(ENTER)
    assert counter.signed_in == "tanaka"


@pytest.mark.parametrize(
    ("hour", "words", "kind"),
    [
        (3, "Closed until 7:00", Kind.WARN),
        (1, "Open until 2:00", Kind.OK),
        (18, "Open until 2:00", Kind.OK),
    ],
)
def test_the_hours_of_the_portal_are_told(counter, window, clock, hour, words, kind):
    clock.now = clock.now.replace(hour=hour)
    counter.set_up()
    assert (window.brand.state.text(), window.brand.state.kind) == (words, kind)
    assert window.brand.hours.text() == "Every day 7:00–2:00 of the next day"


def test_the_language_switches_in_the_middle_of_typing(counter, window, write, qtbot, language):
    counter.set_up(bureau_name="金沢市企業局", bureau_name_latin="Kanazawa City Enterprise Bureau")
    shown = window.brand.findChildren(type(window.brand.hours))
    write("tanaka")
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: "金沢市企業局" in [label.text() for label in shown])
    assert window.form.login_id.text() == "tanaka"
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: window.form.button.text() == "Sign in")
