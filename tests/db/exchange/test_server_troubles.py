"""What befalls a server meanwhile: no room on its disk, no memory, whoever asked was killed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import text

from db.cli.sentences import sentence
from db.engine import Database, open_engine
from db.errors import OutOfReach
from db.rules.import_words import ImportState
from tests.db.exchange.night import Night
from tests.db.exchange.test_importing import stored
from tests.house.source import ROOT

REFUSE = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
AS 'BEGIN RAISE EXCEPTION ''nothing left'' USING ERRCODE = ''{}''; END'
"""
WHEN_STORED = "CREATE TRIGGER refuse BEFORE INSERT ON {} EXECUTE FUNCTION refuse()"


@pytest.fixture
def name(postgres, postgres_template):
    """A database on the server that is nobody else's."""
    name = postgres.create(template=postgres_template)
    yield name
    postgres.drop(name)


@pytest.fixture
def database(postgres, name):
    database = Database(open_engine(postgres.url(name)))
    yield database
    database.dispose()


@pytest.fixture
def small_disk(postgres, name):
    """Give what the server sets aside for this database a disk of two megabytes."""
    place = Path(tempfile.mkdtemp(prefix="mz", dir="/tmp"))
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    try:
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("nobody may mount a disk here")
        shutil.chown(place, "postgres")
        with postgres.connect() as link:
            link.execute(f"CREATE TABLESPACE small LOCATION '{place}'")
            link.execute(f"ALTER DATABASE {name} SET temp_tablespaces = 'small'")
            yield
            link.execute(f"ALTER DATABASE {name} RESET temp_tablespaces")
            link.execute("DROP TABLESPACE small")
    finally:
        subprocess.run(["umount", str(place)], capture_output=True, check=False)
        place.rmdir()


def test_a_full_disk_of_a_server_is_told_while_the_files_are_read(
    database, folder, deliver, small_disk
):
    before = stored(database)
    Night(20_000).write(folder, kinds=["customers"])
    with pytest.raises(OutOfReach) as refused:
        deliver()
    assert sentence(refused.value).startswith("The disk with the database")
    assert stored(database) == before
    # once there is room, the same files come in
    Night(20).write(folder, kinds=["customers"])
    assert deliver().state is ImportState.STORED


@pytest.mark.parametrize(("number", "code"), [("53100", "full"), ("53200", "exhausted")])
@pytest.mark.parametrize("table", ["payment", "import_run"])
def test_what_a_server_lacks_is_told_while_it_stores(
    database, folder, deliver, number, code, table, postgres, name
):
    with postgres.connect(name) as link:
        link.execute(REFUSE.format(number))
        link.execute(WHEN_STORED.format(table))
    before = stored(database)
    Night(2).write(folder)
    with pytest.raises(OutOfReach) as refused:
        deliver()
    assert refused.value.code == code
    assert stored(database) == before


def test_a_server_ends_the_statement_of_an_import_that_was_killed(database, folder, deliver):
    Night(3).write(folder)
    url = database.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.db.exchange.dying", url, str(folder), "0"]
    with database.writing() as session:
        session.execute(text("LOCK TABLE bill"))
        killed = subprocess.Popen(command, cwd=ROOT)
        waiting = text("SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND locktype = 'relation'")
        while not session.scalar(waiting):
            assert killed.poll() is None
            session.execute(text("SELECT pg_sleep(0.05)"))
        killed.kill()
        killed.wait()
        # it would wait for the bills for ever, and keep others out
        report = deliver(stopped=lambda: True)
    assert report.state is ImportState.CANCELLED
