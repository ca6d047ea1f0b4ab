"""What journeys begin with: a filled town on either database, and the program at its login."""

from __future__ import annotations

import datetime as dt
import shutil
from functools import partial

import pytest
import shiboken6
from sqlalchemy import update

from db.commands.member_secrets import hash_answer, hash_member_password
from db.commands.passwords import hash_password
from db.demo.accounts import PRACTICE_PASSWORD
from db.demo.member_accounts import MEMBER_ANSWER, MEMBER_PASSWORD
from db.demo.town import LEAST_CUSTOMERS, fill
from db.engine import Database, open_engine
from db.models import Member, Staff
from desktop import printing
from desktop.app import App
from desktop.screens.documents import leaving
from desktop.settings import Memory, Settings
from tests.journeys.canaries import PaperDrawer
from tests.journeys.clerk import Clerk

AS_OF = dt.date(2024, 9, 18)


def _settle(url):
    database = Database(open_engine(url))
    fill(database, customers=LEAST_CUSTOMERS, seed=1, as_of=AS_OF)
    with database.writing() as session:
        _hash_quickly(session)
    database.dispose()


def _hash_quickly(session):
    # of the same passwords and answers: a quarter of a second is for attackers to spend
    for column, quick in (
        (Staff.password_hash, hash_password(PRACTICE_PASSWORD, cost=4)),
        (Member.password_hash, hash_member_password(MEMBER_PASSWORD, cost=4)),
        (Member.secret_answer_hash, hash_answer(MEMBER_ANSWER, cost=4)),
    ):
        session.execute(update(column.class_).where(column.is_not(None)).values({column: quick}))


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
        _end(program)


@pytest.fixture
def kill():
    """Give ``kill(clerk)``: the program dies, and nobody has signed out."""
    return lambda clerk: _end(clerk.program)


def _end(program):
    if not shiboken6.isValid(program):
        return
    program.close()
    program.language.silence()
    for window in (program.renewal, program.main, program.login):
        if window is not None:
            shiboken6.delete(window)
    shiboken6.delete(program)


@pytest.fixture
def drawer(tmp_path, monkeypatch):
    """The desk's only printer, whose paper falls into a drawer."""
    folder = tmp_path / "drawer"
    folder.mkdir()
    drawer = PaperDrawer(folder)
    for module in (printing, leaving):
        monkeypatch.setattr(module, "Printers", lambda: drawer)
    monkeypatch.setattr(printing, "print_pdf", drawer.print_pdf)
    return drawer


@pytest.fixture
def at_work(start, sqlite_town_url):
    """Give ``at_work(language)``: a clerk who has signed in and whom no note distracts."""

    def at_work(language):
        clerk = start(sqlite_town_url, language)
        clerk.sign_in()
        clerk.main.toast.hide()
        return clerk

    return at_work
