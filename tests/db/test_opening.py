"""Whatever is wrong with the database is named before anybody works on it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from db.engine import open_engine
from db.errors import RuleBroken
from db.guard.opening import open_database, upgrade_database
from db.upgrade import downgrade, head_revision
from tests.db.rights_help import NOBODY, without_rights
from tests.factories import add_customer

HOLDING = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    held.execute(statement)
print("held", flush=True)
sys.stdin.read()
"""


def refusal(url, opening=open_database):
    with pytest.raises(RuleBroken) as refused:
        opening(url)
    return refused.value.code


def file_of(url):
    return Path(make_url(url).database)


def run(url, *statements):
    engine = open_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def connect_as_admin(url):
    address = make_url(url)
    return psycopg.connect(
        host=address.query["host"], user="postgres", dbname=address.database, autocommit=True
    )


@contextlib.contextmanager
def held_elsewhere(file, *statements):
    """Another process has the file open and has said ``statements``."""
    command = [sys.executable, "-c", HOLDING, str(file), *statements]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as other:
        assert other.stdout.readline() == "held\n"
        yield
        other.communicate("")


@pytest.fixture
def public_file(sqlite_url):
    """A copy of the database in a folder that everybody may look into."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        copy = Path(folder, "mizumado.db")
        copy.write_bytes(file_of(sqlite_url).read_bytes())
        copy.chmod(0o644)
        yield copy


def test_a_sound_database_opens(database_url):
    database = open_database(database_url)
    with database.writing() as session:
        add_customer(session)
    database.dispose()


def test_an_error_does_not_quote_what_was_asked_for(database):
    with database.engine.connect() as connection, pytest.raises(DBAPIError) as failed:
        connection.execute(text("SELECT 1 FROM nothing WHERE name = :name"), {"name": "山田 花子"})
    assert "山田" not in str(failed.value)


def test_a_missing_file_is_told_and_not_made(tmp_path):
    file = tmp_path / "nowhere.db"
    assert refusal(f"sqlite:///{file}") == "database.missing"
    assert not file.exists()


def test_a_path_that_cannot_exist_is_missing(tmp_path):
    assert refusal(f"sqlite:///{tmp_path}/{'水' * 300}.db") == "database.missing"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mizumado.db",
        "sqlite://",
        "mysql://root@host/water",
        "postgresql+none://host/x",
        "http://[x",
    ],
)
def test_an_address_that_is_none_is_told(url):
    assert refusal(url) == "database.malformed_url"


def test_a_password_in_an_address_is_never_told():
    with pytest.raises(RuleBroken) as refused:
        open_database("postgres:x://clerk:kotoba@host/water")
    assert "kotoba" not in str(refused.value.facts)


@pytest.mark.parametrize("contents", [b"PK\3\4 a letter, not a database", "日計表".encode()])
def test_another_kind_of_file_is_told(tmp_path, contents):
    file = tmp_path / "letter.db"
    file.write_bytes(contents)
    for opening in (open_database, upgrade_database):
        assert refusal(f"sqlite:///{file}", opening) == "database.not_a_database"
    assert file.read_bytes() == contents


def test_a_folder_is_told(tmp_path):
    assert refusal(f"sqlite:///{tmp_path}") == "database.not_a_database"


def test_another_programs_database_is_told_and_left_alone(tmp_path):
    file = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    for opening in (open_database, upgrade_database):
        assert refusal(f"sqlite:///{file}", opening) == "database.not_a_database"
    with contextlib.closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("recipe",)]


def test_an_empty_file_is_told(tmp_path):
    file = tmp_path / "empty.db"
    file.touch()
    assert refusal(f"sqlite:///{file}") == "database.empty"


def test_a_database_without_tables_is_told_and_can_be_filled(database_url):
    downgrade(database_url, "base")
    run(database_url, "DROP TABLE alembic_version")
    assert refusal(database_url) == "database.empty"
    assert upgrade_database(database_url) == head_revision()
    open_database(database_url).dispose()


def test_an_older_database_is_told_and_can_be_brought_up(database_url):
    downgrade(database_url, "0001")
    assert refusal(database_url) == "database.older"
    assert upgrade_database(database_url) == head_revision()
    open_database(database_url).dispose()


def test_a_newer_database_is_told_and_left_alone(database_url):
    run(database_url, "UPDATE alembic_version SET version_num = '9999'")
    for opening in (open_database, upgrade_database):
        assert refusal(database_url, opening) == "database.newer"


def test_upgrading_needs_a_folder(tmp_path):
    missing = f"sqlite:///{tmp_path}/no/mizumado.db"
    assert refusal(missing, upgrade_database) == "database.missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "statements",
    [("BEGIN IMMEDIATE",), ("PRAGMA locking_mode=EXCLUSIVE", "BEGIN EXCLUSIVE")],
)
def test_a_file_locked_by_another_program_is_told(sqlite_url, statements):
    with held_elsewhere(file_of(sqlite_url), *statements):
        assert refusal(sqlite_url) == "database.locked"
    open_database(sqlite_url).dispose()


def test_a_file_another_desk_reads_is_no_hindrance(sqlite_url):
    with held_elsewhere(file_of(sqlite_url), "BEGIN", "SELECT count(*) FROM staff"):
        open_database(sqlite_url).dispose()


def test_without_the_right_to_write_the_file(public_file):
    with without_rights():
        if os.geteuid() != NOBODY:
            public_file.chmod(0o444)
            public_file.parent.chmod(0o555)
        assert refusal(f"sqlite:///{public_file}") == "database.read_only"
    public_file.parent.chmod(0o755)


def test_without_the_right_to_write_beside_the_file(public_file):
    public_file.chmod(0o666)
    public_file.parent.chmod(0o555)
    with without_rights():
        assert refusal(f"sqlite:///{public_file}") == "database.read_only"
    public_file.parent.chmod(0o755)


def test_without_the_right_to_read_the_file(public_file):
    public_file.chmod(0)
    with without_rights():
        assert refusal(f"sqlite:///{public_file}") == "database.read_only"


@pytest.fixture
def full_file(sqlite_url):
    """A database of some pages with customers on them."""
    database = open_database(sqlite_url)
    with database.writing() as session:
        for number in range(500):
            add_customer(session, f"山田 {number}", note="水" * 200)
    database.dispose()
    return file_of(sqlite_url)


def test_a_file_cut_short_is_told(full_file):
    with full_file.open("r+b") as stream:
        stream.truncate(full_file.stat().st_size // 2)
    assert refusal(f"sqlite:///{full_file}") == "database.damaged"


def test_a_page_of_nothing_is_told(full_file):
    with full_file.open("r+b") as stream:
        stream.seek(full_file.stat().st_size // 2 // 4096 * 4096)
        stream.write(bytes(4096))
    assert refusal(f"sqlite:///{full_file}") == "database.damaged"
    open_database(f"sqlite:///{full_file}", thorough=False).dispose()


@pytest.mark.parametrize("name", ["no_such_database", "postgres?port=1"])
def test_a_server_that_does_not_answer(postgres, name):
    url = postgres.url(name).replace("?port=1?", "?port=1&")
    assert refusal(url) == "database.unreachable"


def test_a_server_that_takes_no_writes(postgresql_url):
    name = make_url(postgresql_url).database
    with connect_as_admin(postgresql_url) as admin:
        admin.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    assert refusal(postgresql_url) == "database.read_only"


def test_a_role_without_rights(postgresql_url):
    with connect_as_admin(postgresql_url) as admin:
        admin.execute("CREATE ROLE visitor LOGIN")
        visitor = postgresql_url.replace("postgres@", "visitor@")
        assert refusal(visitor) == "database.read_only"
        admin.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO visitor")
        assert refusal(visitor) == "database.read_only"
        admin.execute("DROP OWNED BY visitor")
        admin.execute("DROP ROLE visitor")
