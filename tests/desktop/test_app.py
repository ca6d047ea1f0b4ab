"""The whole program: from its start over the login to the work, and back by signing out."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.commands.passwords import hash_password
from db.demo.accounts import PRACTICE_ID
from db.models import AuditEvent
from db.rules.words import EventKind, PasswordKind
from db.upgrade import upgrade
from desktop.app import App
from desktop.bureau_texts import TextKind
from desktop.screens.texts import TextDialog
from desktop.settings import Memory, Settings
from tests.announcement_factories import add_closure
from tests.factories import add_staff
from tests.house.source import ROOT

PASSWORD = "mado kara mizu"
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def run(qapp, tmp_path, clock):
    """Give ``run(url)``: start the program on a database, in English."""
    started = []

    def run(url):
        settings = Settings(database=url, desk="counter 3", language="en")
        program = App(qapp, settings, Memory(tmp_path / "memory.ini"), clock)
        started.append(program)
        program.start()
        return program

    yield run
    for program in started:
        program.close()
        program.language.silence()
        for window in (program.renewal, program.main, program.login):
            if window is not None:
                shiboken6.delete(window)
        shiboken6.delete(program)


@pytest.fixture
def hire(sqlite_database):
    """Give ``hire(…)``: an account called tanaka."""

    def hire(**more):
        with sqlite_database.writing() as session:
            hashed = hash_password(PASSWORD, cost=4)
            return add_staff(session, "tanaka", password_hash=hashed, **more)

    return hire


@pytest.fixture
def write(qtbot):
    """Type into a window, wherever its cursor is."""

    def write(window, *keys):
        for key in keys:
            where = window.focusWidget() or window
            if isinstance(key, str):
                qtbot.keyClicks(where, key)
            else:
                qtbot.keyClick(where, key)

    return write


@pytest.fixture
def until(qtbot):
    """Wait for something; loading the heavy part takes its time where many tests run at once."""
    return partial(qtbot.waitUntil, timeout=60_000)


@pytest.fixture
def signed_in(run, hire, sqlite_url, write, until):
    """The program with a clerk at work."""
    hire()
    program = run(sqlite_url)
    write(program.login, "tanaka", TAB, PASSWORD, ENTER)
    until(lambda: program.main is not None)
    return program


def events(database):
    """Give the kinds of what was recorded, in order."""
    with database.reading() as session:
        return list(session.scalars(select(AuditEvent.kind).order_by(AuditEvent.id)))


def sign_out(program, until):
    program.main.actions_.sign_out.trigger()
    until(lambda: program.main is None)


def test_nothing_heavy_is_loaded_before_the_login_is_there():
    heavy = "{'sqlalchemy', 'alembic', 'bcrypt', 'pyqtgraph', 'numpy', 'psycopg'}"
    look = f"import sys, desktop.app; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.split() == [], done.stderr
    assert done.returncode == 0, done.stderr


def test_what_is_typed_before_the_database_is_open_signs_in(signed_in, sqlite_database):
    assert signed_in.main.isVisible()
    assert signed_in.login.isHidden()
    assert signed_in.login.form.password.text() == ""
    assert signed_in.main.toast.text() == "Welcome. This is your first sign-in."
    assert events(sqlite_database) == [EventKind.SIGN_IN]


def test_signing_out_leaves_an_empty_login(signed_in, sqlite_database, until):
    sign_out(signed_in, until)
    login = signed_in.login
    assert login.isVisible()
    assert (login.form.login_id.text(), login.form.password.text()) == ("", "")
    assert login.focusWidget() is login.form.login_id.edit
    assert signed_in.tasks.database is None
    assert events(sqlite_database) == [EventKind.SIGN_IN, EventKind.SIGN_OUT]


def test_closing_the_window_signs_out_first(signed_in, sqlite_database, until):
    signed_in.main.close()
    assert signed_in.main.isVisible()
    until(signed_in.main.isHidden)
    assert events(sqlite_database) == [EventKind.SIGN_IN, EventKind.SIGN_OUT]


def test_one_can_sign_out_even_while_the_database_is_away(signed_in, sqlite_database, until):
    with sqlite_database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE audit_event")
    sign_out(signed_in, until)
    assert signed_in.login.isVisible()


def test_the_last_sign_in_is_told(signed_in, write, clock, until):
    sign_out(signed_in, until)
    clock.advance(days=1)
    write(signed_in.login, "tanaka", TAB, PASSWORD, ENTER)
    until(lambda: signed_in.main is not None)
    assert signed_in.main.toast.text() == "Last sign-in: 9/18 18:13"


def test_a_wrong_password_can_be_typed_anew(run, hire, sqlite_url, write, until):
    hire()
    program = run(sqlite_url)
    until(program.login.is_ready)
    write(program.login, "tanaka", TAB, "wrong", ENTER)
    until(lambda: "is wrong" in program.login.form.password.error())
    write(program.login, PASSWORD, ENTER)
    until(lambda: program.main is not None)


def test_a_given_password_must_be_changed_first(run, hire, sqlite_url, write, until):
    hire(password_kind=PasswordKind.INITIAL)
    program = run(sqlite_url)
    write(program.login, "tanaka", TAB, PASSWORD, ENTER)
    until(lambda: program.renewal is not None)
    assert program.main is None
    assert program.login.isHidden()
    write(program.renewal, PASSWORD, ENTER, "kawa no kaze", ENTER, "kawa no kaze", ENTER)
    until(lambda: program.main is not None)
    assert program.renewal is None


def test_whoever_will_not_change_it_is_back_at_the_login(run, hire, sqlite_url, write, until):
    hire(password_kind=PasswordKind.INITIAL)
    program = run(sqlite_url)
    write(program.login, "tanaka", TAB, PASSWORD, ENTER)
    until(lambda: program.renewal is not None)
    write(program.renewal, Qt.Key.Key_Escape)
    assert program.renewal is None
    assert program.login.isVisible()
    assert program.tasks.database is None
    write(program.login, "tanaka", TAB, PASSWORD, ENTER)
    until(lambda: program.renewal is not None)


def test_a_missing_database_is_told_and_tried_again(run, tmp_path, write, until):
    file = tmp_path / "bureau.db"
    program = run(f"sqlite:///{file}")
    write(program.login, "tanaka", TAB, PASSWORD)
    until(program.login.form.problem.isVisible)
    assert str(file) in program.login.form.problem.text()
    upgrade(f"sqlite:///{file}")
    write(program.login, Qt.Key.Key_F5)
    until(program.login.is_ready)
    assert program.login.form.password.text() == PASSWORD


def test_a_file_that_is_no_database_is_told(run, tmp_path, until):
    file = tmp_path / "letter.db"
    file.write_text("Dear customer")
    program = run(f"sqlite:///{file}")
    until(program.login.form.problem.isVisible)
    assert "not a database" in program.login.form.problem.text()


def test_a_problem_is_told_in_the_language_spoken(run, tmp_path, until):
    program = run(f"sqlite:///{tmp_path / 'none.db'}")
    until(program.login.form.problem.isVisible)
    program.language.toggle()
    program.language.toggle()
    until(lambda: "not there" in program.login.form.problem.text())


def test_terms_are_read_from_the_login(run, sqlite_url, until):
    program = run(sqlite_url)
    until(program.login.is_ready)
    program.login.brand.links[TextKind.TERMS].click()
    dialog = program.login.findChild(TextDialog)
    assert dialog.reader.browser.toPlainText().startswith("Terms of use")
    dialog.close()


def test_without_a_database_one_practises(run, write, qtbot, until):
    program = run("")
    until(program.login.is_ready)
    assert program.login.band.isVisible()
    qtbot.keyClick(program.login, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert program.login.form.login_id.text() == PRACTICE_ID
    write(program.login, ENTER)
    until(lambda: program.main is not None)
    assert QApplication.activeWindow() is program.main


def test_a_closed_portal_is_told_before_and_after_signing_in(
    run, hire, sqlite_database, sqlite_url, write, until, clock
):
    hire()
    with sqlite_database.writing() as session:
        add_closure(session, clock(), clock() + dt.timedelta(hours=2), title_en="Maintenance")
    program = run(sqlite_url)
    until(program.login.is_ready)
    assert "The portal is closed until" in program.login.closure.text()
    assert program.login.closure.isVisible()
    write(program.login, "tanaka", TAB, PASSWORD, ENTER)
    until(lambda: program.main is not None and program.main.closure.isVisible())
    assert "Maintenance" in program.main.closure.text()
    sign_out(program, until)
