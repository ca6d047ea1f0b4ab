"""What every test stands on."""

from __future__ import annotations

import datetime as dt
import logging
import os
import shutil
from zoneinfo import ZoneInfo

import bcrypt
import hypothesis
import pytest
from pytestqt.qtbot import QtBot

from db.commands import member_secrets, passwords
from db.engine import Database, open_engine
from db.upgrade import upgrade
from tests.kept_database import KeptDatabase
from tests.postgres import running_server

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in [name for name in os.environ if name.startswith("MIZUMADO_")]:
    del os.environ[_name]

# a busy machine is no reason to call a true property false, nor a slow window a broken one
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")
for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals):
    _wait.__kwdefaults__["timeout"] = 60_000


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Keep the program's settings and data out of the folders of whoever runs the tests."""
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))


@pytest.fixture(autouse=True)
def no_errors_logged(caplog):
    """Fail a test that logs an error; one that provokes it says ``caplog.clear()`` afterwards."""
    yield
    records = [r for when in ("setup", "call") for r in caplog.get_records(when)]
    loud = [r.getMessage() for r in records if r.levelno >= logging.ERROR]
    assert not loud, loud


_GENSALT = bcrypt.gensalt
_QUICK_COST = 4
_NOBODYS = {module: module._NOBODYS for module in (passwords, member_secrets)}


def _quick_salt(rounds=12, prefix=b"2b"):
    # whoever asks for less than the program has a reason
    return _GENSALT(_QUICK_COST if rounds >= passwords.COST else rounds, prefix)


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch):
    """Hash as the program does but fast: a quarter of a second is for attackers to spend."""
    monkeypatch.setattr(bcrypt, "gensalt", _quick_salt)
    for module, stored in _NOBODYS.items():
        quick = stored.replace("$12$", f"${_QUICK_COST:02}$")
        monkeypatch.setattr(module, "_NOBODYS", quick)


@pytest.fixture
def full_hashes(quick_hashes, monkeypatch):
    """Hash at the program's own cost, for what is about that."""
    monkeypatch.setattr(bcrypt, "gensalt", _GENSALT)
    for module, stored in _NOBODYS.items():
        monkeypatch.setattr(module, "_NOBODYS", stored)


class Clock:
    """A clock at the counter that only moves when told: 2024-09-18 18:13 in Tokyo at first."""

    def __init__(self):
        self.now = dt.datetime(2024, 9, 18, 18, 13, tzinfo=ZoneInfo("Asia/Tokyo"))

    def __call__(self):
        """Give the time, as the program's own clock does."""
        return self.now

    def advance(self, **by):
        """Let time pass: ``clock.advance(minutes=10)``."""
        self.now += dt.timedelta(**by)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def postgres():
    """The worker's own PostgreSQL server."""
    with running_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres):
    """A database at the newest revision, to be copied."""
    name = postgres.create()
    upgrade(postgres.url(name))
    return name


@pytest.fixture(scope="session")
def kept_postgresql(postgres, postgres_template):
    """The worker's own database, given to one test after another as new."""
    kept = KeptDatabase(postgres, postgres_template)
    yield kept
    kept.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """A database file at the newest revision, to be copied by each test."""
    file = tmp_path_factory.mktemp("template") / "mizumado.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(sqlite_template, tmp_path):
    """Where this test's own empty SQLite file is."""
    file = tmp_path / "mizumado.db"
    shutil.copyfile(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
def postgresql_url(postgres, kept_postgresql):
    """Where this test's own empty PostgreSQL database is."""
    return postgres.url(kept_postgresql.as_new())


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request):
    """Where this test's own empty database is: the test runs on both kinds."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def database(database_url):
    """This test's own empty database: the test runs on both kinds."""
    database = Database(open_engine(database_url))
    yield database
    database.dispose()


@pytest.fixture
def sqlite_database(sqlite_url):
    """This test's own empty SQLite file, for screens, to which the kind makes no difference."""
    database = Database(open_engine(sqlite_url))
    yield database
    database.dispose()


@pytest.fixture
def postgresql_database(postgresql_url):
    """This test's own empty PostgreSQL database, for what only a server does."""
    database = Database(open_engine(postgresql_url))
    yield database
    database.dispose()


@pytest.fixture
def tasks(qapp, sqlite_database):
    """The one way off the GUI thread; what still runs is waited for at the end."""
    from desktop.tasks import Tasks

    tasks = Tasks(sqlite_database)
    yield tasks
    tasks.close()


@pytest.fixture
def show(qtbot):
    """Show a window for real; destroy it before the next test begins."""
    import shiboken6

    shown = []

    def show(widget):
        shown.append(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    yield show
    for widget in reversed(shown):
        if shiboken6.isValid(widget):
            shiboken6.delete(widget)
