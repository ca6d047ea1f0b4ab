"""Each test finds the PostgreSQL database as new, whatever the test before did to it."""

from __future__ import annotations

import subprocess

import pytest
from psycopg.errors import AdminShutdown

from db.upgrade import downgrade
from tests.db.test_migrations import work_for_a_day
from tests.kept_database import KeptDatabase
from tests.postgres import server_programs

ANEW = [
    "ALTER TABLE office DISABLE TRIGGER ALL",
    "ALTER TABLE office ALTER name DROP NOT NULL",
    "ALTER SEQUENCE office_id_seq INCREMENT 5",
    "DROP TRIGGER audit_event_no_change ON audit_event",
    "DROP TABLE search_key",
    "CREATE INDEX more ON office (name)",
    "CREATE SCHEMA kitchen",
    "DROP FUNCTION refuse_change CASCADE",
    "GRANT SELECT ON office TO public",
    "TRUNCATE search_key",
]


@pytest.fixture
def kept(postgres, postgres_template):
    """A database that is this test's own to misuse."""
    kept = KeptDatabase(postgres, postgres_template)
    yield kept
    kept.close()


@pytest.fixture
def is_as_new(postgres, postgres_template):
    """Tell whether a database equals the template: its schema, its rows and its sequences."""

    def content(name):
        command = [server_programs() / "pg_dump", "--dbname", _address(postgres, name)]
        dump = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        # a line that begins so holds a random key
        return [line for line in dump.splitlines() if not line.startswith("\\")]

    wanted = content(postgres_template)
    return lambda name: content(name) == wanted


def _address(postgres, name):
    return postgres.url(name).replace("+psycopg", "")


def test_a_day_of_work_is_undone(postgres, kept, is_as_new):
    names = set()
    for _ in range(2):
        name = kept.as_new()
        assert is_as_new(name)
        work_for_a_day(postgres.url(name))
        assert not is_as_new(name)
        names.add(name)
    assert is_as_new(kept.as_new())
    assert names == {kept.as_new()}


def test_a_row_of_the_template_is_brought_back(postgres, kept, is_as_new):
    name = kept.as_new()
    with postgres.connect(name) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert kept.as_new() == name
    assert is_as_new(name)


def test_an_altered_schema_is_thrown_away(postgres, kept, is_as_new):
    for statement in ANEW:
        name = kept.as_new()
        with postgres.connect(name) as connection:
            connection.execute(statement)
        assert kept.as_new() != name, statement
    assert is_as_new(kept.as_new())


def test_the_way_down_and_up_again_is_no_way_back(postgres, kept, is_as_new):
    downgrade(postgres.url(kept.as_new()), "base")
    assert is_as_new(kept.as_new())


def test_a_setting_of_the_database_goes_with_it(postgres, kept):
    name = kept.as_new()
    with postgres.connect(name) as connection:
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    with postgres.connect(kept.as_new()) as connection:
        assert connection.execute("SHOW transaction_read_only").fetchone() == ("off",)


def test_who_was_left_in_a_transaction_is_cut_off(postgres, kept):
    name = kept.as_new()
    with postgres.connect(name) as left:
        left.execute("BEGIN")
        left.execute("LOCK office")
        assert kept.as_new() == name
        with pytest.raises(AdminShutdown):
            left.execute("SELECT 1")
