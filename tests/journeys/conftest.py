"""What journeys begin with: a filled town on either database, and the program at its login."""

from __future__ import annotations

import datetime as dt
import shutil
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.demo.accounts import PRACTICE_ID, PRACTICE_PASSWORD
from db.demo.town import LEAST_CUSTOMERS, fill
from db.engine import Database, open_engine
from desktop.app import App
from desktop.settings import Memory, Settings
from desktop.tour import hands

AS_OF = dt.date(2024, 9, 18)
_QUIET = 3  # looks


def _settle(url):
    database = Database(open_engine(url))
    fill(database, customers=LEAST_CUSTOMERS, seed=1, as_of=AS_OF)
    database.dispose()


@pytest.fixture(scope="session")
def sqlite_town(sqlite_template, tmp_path_factory):
    """A small town's file, to be copied by each journey."""
    file = tmp_path_factory.mktemp("town") / "town.db"
    shutil.copyfile(sqlite_template, file)
    _settle(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_town(postgres, postgres_template):
    """The same town on the server, to be copied by each journey."""
    name = postgres.create(template=postgres_template)
    _settle(postgres.url(name))
    return name


@pytest.fixture
def sqlite_town_url(sqlite_town, tmp_path):
    """Where this journey's own town is, as a file."""
    file = tmp_path / "town.db"
    shutil.copyfile(sqlite_town, file)
    return f"sqlite:///{file}"


@pytest.fixture
def postgresql_town_url(postgres, postgresql_town):
    """Where this journey's own town is, on the server."""
    with postgres.database(template=postgresql_town) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def town_url(request):
    """Where this journey's own town is: the journey is made on both kinds of database."""
    return request.getfixturevalue(f"{request.param}_town_url")


class Clerk:
    """Somebody at the keyboard who looks before going on."""

    def __init__(self, program, until):
        self.program = program
        self._until = until

    @property
    def main(self):
        return self.program.main

    @property
    def page(self):
        return self.program.main.customer

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier, *, times=1):
        """Press a key where the keyboard is, and wait for what comes of it."""
        for _ in range(times):
            self.step(key, modifiers)
            self.wait()

    def step(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press a key of which nothing comes but at once."""
        hands.press(self.main or self.program.login, key, modifiers)

    def write(self, text):
        """Write where the keyboard is, and wait for what comes of it."""
        hands.write(self.main or self.program.login, text)
        self.wait()

    def wait(self):
        """Wait until nothing is under way any more."""
        looks = []
        # a closing popup takes the keys along only once the event loop has run
        self._until(lambda: looks.append(self._is_settled()) or looks[-_QUIET:] == [True] * _QUIET)

    def sign_in(self, login_id=PRACTICE_ID, password=PRACTICE_PASSWORD):
        """Sign in to the practice mode."""
        self._until(self.program.login.is_ready)
        self.write(login_id)
        self.press(Qt.Key.Key_Tab)
        self.write(password)
        self.press(Qt.Key.Key_Return)
        self._until(lambda: self.main is not None and self.main.isActiveWindow())

    def seek(self, text):
        """Look for somebody, from wherever the keyboard is."""
        self.press(Qt.Key.Key_F2)
        self.write(text)

    def _is_settled(self):
        if QApplication.activeWindow() is None:
            # without a window manager nobody gives the keys back when a dialog closes
            (self.main or self.program.login).activateWindow()
            return False
        seeking = self.main is not None and self.main.search.is_under_way()
        return not seeking and not self.program.tasks.busy


@pytest.fixture
def until(qtbot):
    """Wait for something; machines are busy where many tests run at once."""
    return partial(qtbot.waitUntil, timeout=60_000)


@pytest.fixture
def start(qapp, tmp_path, clock, until):
    """Give ``start(url, language="ja")``: a clerk before the program's login."""
    started = []

    def start(url, language="ja"):
        settings = Settings(database=url, desk="窓口3", language=language)
        program = App(qapp, settings, Memory(tmp_path / "memory.ini"), clock)
        started.append(program)
        program.start()
        return Clerk(program, until)

    yield start
    for program in started:
        program.close()
        program.language.silence()
        for window in (program.renewal, program.main, program.login):
            if window is not None:
                shiboken6.delete(window)
        shiboken6.delete(program)


@pytest.fixture
def at_work(start, sqlite_town_url):
    """Give ``at_work(language)``: a clerk who has signed in and whom no note distracts."""

    def at_work(language):
        clerk = start(sqlite_town_url, language)
        clerk.sign_in()
        clerk.main.toast.hide()
        return clerk

    return at_work
