"""A backup comes back whole, in one step, and what was there before is kept."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import make_url

from db.errors import RuleBroken
from db.exchange.backup_drill import drill
from db.exchange.restore import restore
from db.exchange.watch import Watch
from db.guard.opening import open_database
from db.rules.backup_rule import BackupStage
from db.upgrade import downgrade, head_revision, upgrade
from tests.db.audit_help import Audit
from tests.db.backup_help import (
    BY,
    NOW,
    backed_up,
    column,
    events,
    file_of,
    fill,
    is_file,
    names,
    on_a_file,
    opened,
    run,
)

THREE = ["山田 0", "山田 1", "山田 2"]


@pytest.fixture
def backup(databases, folder):
    """A backup of a database with three customers."""
    url = databases.new("source")
    fill(url)
    return backed_up(url, folder)


def bring_back(file, url, **more):
    return restore(file, url, by=BY, now=NOW, **more)


def broken(file, url, **more):
    with pytest.raises(RuleBroken) as refused:
        bring_back(file, url, **more)
    return refused.value.code


def rewritten(backup, **facts):
    """Change what the manifest says."""
    manifest = backup.with_suffix(".json")
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | facts))


def test_into_a_new_place(databases, backup):
    url = databases.new(empty=True)
    assert bring_back(backup, url).kept_as is None
    assert (names(url), events(url)) == (THREE, ["restored"])
    open_database(url).dispose()


def test_into_tables_without_customers(databases, backup):
    url = databases.new()
    kept = bring_back(backup, url).kept_as
    assert names(url) == THREE
    assert kept is not None


def test_customers_are_replaced_only_when_that_is_said_and_are_kept_aside(databases, backup):
    url = databases.new()
    fill(url, customers=1)
    before = databases.all()
    assert broken(backup, url) == "restore.not_empty"
    assert (names(url), databases.all()) == (["山田 0"], before)
    kept = bring_back(backup, url, replace=True).kept_as
    assert names(url) == THREE
    assert names(make_url(url).set(database=kept).render_as_string(False)) == ["山田 0"]
    assert len(databases.all() - before) == 1


def test_a_database_in_use_is_left_alone(databases, backup):
    url = databases.new()
    fill(url, customers=1)
    before = databases.all()
    with opened(url) as database, database.reading() as session:
        session.connection()
        assert broken(backup, url, replace=True) == "restore.in_use"
    assert names(url) == ["山田 0"]
    assert databases.all() <= before | {"water.db-wal", "water.db-shm"}


@pytest.mark.parametrize("stage", [BackupStage.RESTORING, BackupStage.CHECKING])
def test_half_a_restore_never_stands_in_place_of_the_data(databases, backup, stage):
    url = databases.new()
    fill(url, customers=1)
    before = databases.all()
    seen = []
    watch = Watch(progress=lambda now, *_: seen.append(now), stopped=lambda: stage in seen)
    assert broken(backup, url, replace=True, watch=watch) == "backup.stopped"
    assert (names(url), databases.all()) == (["山田 0"], before)


@on_a_file
def test_a_backup_that_was_changed_is_refused(databases, backup):
    whole = backup.read_bytes()
    url = databases.new(empty=True)
    for changed in (whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1]), b""):
        backup.write_bytes(changed)
        assert broken(backup, url) == "backup.changed"


def test_rows_that_do_not_come_back_are_refused(databases, backup):
    manifest = json.loads(backup.with_suffix(".json").read_text())
    rewritten(backup, rows=manifest["rows"] | {"customer": 4})
    url = databases.new()
    fill(url, customers=1)
    assert broken(backup, url, replace=True) == "restore.not_equal"
    assert names(url) == ["山田 0"]


@on_a_file
def test_what_is_no_backup_is_told(databases, backup, folder):
    url = databases.new(empty=True)
    assert broken(folder / "nowhere.db", url) == "backup.not_there"
    assert broken(folder, url) == "backup.not_there"
    letter = folder / "letter.txt"
    letter.write_text("日計表")
    assert broken(letter, url) == "backup.wrong_file"
    backup.with_suffix(".json").unlink()
    assert broken(backup, url) == "backup.no_manifest"


def test_a_backup_of_the_other_kind_is_told(databases, backup, tmp_path):
    other = (
        "postgresql+psycopg://x@/water" if databases.kind == "sqlite" else f"sqlite:///{tmp_path}/x"
    )
    assert broken(backup, other) == "restore.other_kind"


@on_a_file
def test_one_of_a_newer_program_is_refused(databases, backup):
    rewritten(backup, revision="9999")
    assert broken(backup, databases.new(empty=True)) == "restore.newer"


def test_one_of_an_older_program_is_brought_up_to_date(databases, folder):
    old = databases.new("old")
    downgrade(old, "0006")
    backup = backed_up(old, folder)
    url = databases.new(empty=True)
    bring_back(backup, url)
    assert column(url, "SELECT version_num FROM alembic_version") == [head_revision()]
    assert (names(url), events(url)) == ([], ["restored"])
    open_database(url).dispose()
    upgrade(old)


def test_another_programs_data_are_left_alone(databases, backup):
    url = databases.new()
    downgrade(url, "base")
    run(url, "DROP TABLE alembic_version", "CREATE TABLE recipe (name TEXT)")
    assert broken(backup, url, replace=True) == "database.not_a_database"
    if is_file(url):
        file_of(url).write_bytes(b"a letter, not a database")
        assert broken(backup, url, replace=True) == "database.not_a_database"


def test_a_drill_restores_checks_and_leaves_nothing_but_its_record(databases, folder, clock):
    url = databases.new()
    fill(url)
    with opened(url) as database:
        audit = Audit(database, clock)
        audit.write(3)
        audit.seal()
    backup = backed_up(url, folder)
    fill(url, customers=1)  # what came later is no fault of the backup
    before, files = databases.all(), sorted(folder.iterdir())
    with opened(url) as database:
        drilled = drill(database, backup, by=BY, now=NOW)
    assert (drilled.found, drilled.differing) == (0, ())
    parts = ["file", "references", "search", "documents", "audit"]
    assert [part for part, _ in drilled.faults] == parts
    assert (databases.all(), sorted(folder.iterdir())) == (before, files)
    assert events(url)[-2:] == ["backed_up", "backup_drilled"]


def test_a_drill_tells_what_is_wrong(databases, folder, clock):
    url = databases.new()
    with opened(url) as database:
        audit = Audit(database, clock)
        audit.write(3)
        audit.seal()
        audit.tamper("DELETE FROM audit_event WHERE id = 2")
    backup = backed_up(url, folder)
    manifest = json.loads(backup.with_suffix(".json").read_text())
    rewritten(backup, rows=manifest["rows"] | {"customer": 4})
    with opened(url) as database:
        drilled = drill(database, backup, by=BY, now=NOW)
    assert [(each.table, each.expected, each.found) for each in drilled.differing] == [
        ("customer", 4, 0)
    ]
    assert drilled.found == 2


def test_a_damaged_file_makes_room_for_its_backup_and_takes_its_log_along(sqlite_url, folder):
    fill(sqlite_url)
    backup = backed_up(sqlite_url, folder)
    file = file_of(sqlite_url)
    log = file.with_name(f"{file.name}-wal")
    file.write_bytes(bytes(4096) + file.read_bytes()[4096:])
    log.write_bytes(b"what was written last")
    assert broken(backup, sqlite_url) == "restore.not_empty"
    kept = bring_back(backup, sqlite_url, replace=True).kept_as
    assert names(sqlite_url) == THREE
    assert Path(f"{kept}-wal").read_bytes() == b"what was written last"


def test_the_new_file_has_the_rights_of_the_old_one(sqlite_url, folder):
    fill(sqlite_url)
    backup = backed_up(sqlite_url, folder)
    file_of(sqlite_url).chmod(0o664)
    bring_back(backup, sqlite_url, replace=True)
    assert file_of(sqlite_url).stat().st_mode & 0o777 == 0o664


def test_an_older_log_never_meets_the_new_file(sqlite_url, folder):
    fill(sqlite_url)
    backup = backed_up(sqlite_url, folder)
    killed = sqlite3.connect(file_of(sqlite_url), isolation_level=None)
    killed.execute("UPDATE customer SET name = '北村'")
    log = file_of(sqlite_url).with_name(f"{file_of(sqlite_url).name}-wal")
    left = log.read_bytes()
    killed.close()
    log.write_bytes(left)  # as a program that was killed leaves it
    bring_back(backup, sqlite_url, replace=True)
    assert names(sqlite_url) == THREE
