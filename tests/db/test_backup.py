"""A backup is whole, made while desks write, checked, and kept by the rule."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import stat
import threading

import pytest

from db.commands.audit import Actor
from db.errors import RuleBroken
from db.exchange import backup_files
from db.exchange.backup import back_up
from db.exchange.backup_files import backup_at, backups_in, require_whole
from db.exchange.watch import Watch
from db.rules.backup_rule import BackupStage
from db.rules.permissions import Action, may
from db.rules.words import Role
from db.upgrade import head_revision
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
    on_a_file,
    opened,
    run,
)
from tests.factories import add_customer, add_setting, add_staff

# of an index that counting rows does not look at
A_PAGE = (
    "SELECT (rootpage - 1) * 4096 FROM sqlite_schema WHERE name = 'sqlite_autoindex_contract_2'"
)


def broken(url, folder=None, **more):
    with opened(url) as database, pytest.raises(RuleBroken) as refused:
        back_up(database, folder, **{"by": BY, "now": NOW} | more)
    return refused.value


def test_a_backup_says_what_it_is(databases, folder):
    url = databases.new()
    fill(url)
    file = backed_up(url, folder)
    facts = backup_at(file).manifest
    assert file.name.endswith("-20240919-023000" + (".db" if is_file(url) else ".dump"))
    assert (facts.kind, facts.revision, facts.made_at) == (databases.kind, head_revision(), NOW)
    assert (facts.rows["customer"], facts.rows["contract"], facts.rows["bill"]) == (3, 3, 0)
    assert facts.rows["alembic_version"] == 1
    assert (facts.size, facts.audit_sound) == (file.stat().st_size, True)
    assert facts.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    require_whole(backup_at(file), Watch())


def test_it_is_for_its_owner_alone_and_remembered(databases, folder):
    url = databases.new()
    file = backed_up(url, folder)
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
    assert sorted(each.suffix for each in folder.iterdir()) == sorted([".json", file.suffix])
    assert events(url) == ["backed_up"]


@on_a_file
def test_two_of_one_second_are_two(databases, folder):
    url = databases.new()
    first, second = backed_up(url, folder), backed_up(url, folder)
    assert second.stem == f"{first.stem}-2"


def test_a_sealed_audit_is_named_by_its_anchor(databases, folder, clock):
    url = databases.new()
    with opened(url) as database:
        audit = Audit(database, clock)
        audit.write(3)
        anchor = audit.seal()
    assert backup_at(backed_up(url, folder)).manifest.anchor == anchor


def test_a_changed_audit_is_told_and_the_backup_is_not_called_good(databases, folder, clock):
    url = databases.new()
    with opened(url) as database:
        audit = Audit(database, clock)
        audit.write(3)
        audit.seal()
        audit.tamper("DELETE FROM audit_event WHERE id = 2")
    file = backed_up(url, folder)
    assert not backup_at(file).manifest.audit_sound
    assert backup_files.newest_good(folder, backup_at(file).manifest.database) is None


def test_desks_go_on_writing_and_the_copy_is_of_one_moment(databases, folder):
    url = databases.new()
    fill(url, customers=200)
    written, copied, reached = [], threading.Event(), threading.Event()

    def write():
        with opened(url) as database:
            while not copied.is_set():
                with database.writing() as session:
                    written.append(add_customer(session, "北村 一郎", note="水" * 300))
                reached.set()
                copied.wait(0.001)  # SQLite lets in whoever looks often: others shall get in too

    def told(stage, _done, _of):
        # the copying waits until somebody has written in the middle of it
        if stage is BackupStage.COPYING:
            reached.clear()
            assert reached.wait(30)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        file = backed_up(url, folder, watch=Watch(progress=told))
    finally:
        copied.set()
        writer.join()
    rows = backup_at(file).manifest.rows["customer"]
    assert 200 <= rows < 200 + len(written)


@on_a_file
def test_the_setting_names_the_folder(databases, folder):
    url = databases.new()
    with opened(url) as database:
        with database.writing() as session:
            add_setting(session, "backup.folder", str(folder))
        back_up(database, by=BY, now=NOW)
    assert len(backups_in(folder)) == 1


def test_without_a_folder_they_are_beside_the_file(databases):
    url = databases.new()
    if not is_file(url):
        assert broken(url).code == "backup.no_folder"
        return
    with opened(url) as database:
        file = back_up(database, by=BY, now=NOW).backup.file
    assert file.parent.name == "backups"
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_rule_removes_what_need_not_be_kept_and_nothing_of_another_database(databases, folder):
    other, url = databases.new("other"), databases.new()
    others = backed_up(other, folder, now=NOW - dt.timedelta(days=900))
    run(url, "INSERT INTO setting (name, value, version) VALUES ('backup.keep_daily', '1', 1)")
    run(url, "INSERT INTO setting (name, value, version) VALUES ('backup.keep_weekly', '1', 1)")
    run(url, "INSERT INTO setting (name, value, version) VALUES ('backup.keep_monthly', '1', 1)")
    old = backed_up(url, folder, now=NOW - dt.timedelta(days=1))
    with opened(url) as database:
        made = back_up(database, folder, by=BY, now=NOW)
    assert made.removed == (old.name,)
    assert {each.file for each in backups_in(folder)} == {others, made.backup.file}
    assert not old.with_suffix(".json").exists()


@on_a_file
@pytest.mark.parametrize("role", Role)
def test_from_a_desk_administrators_alone_make_one(databases, folder, role):
    url = databases.new()
    with opened(url) as database, database.writing() as session:
        by = Actor(add_staff(session, role=role), "窓口3")
    if may(role, Action.BACK_UP):
        backed_up(url, folder, by=by)
    else:
        assert broken(url, folder, by=by).code == "permission.denied"
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize("stage", [BackupStage.COPYING, BackupStage.CHECKING])
def test_one_that_is_stopped_leaves_nothing(databases, folder, stage):
    url = databases.new()
    seen = []
    watch = Watch(progress=lambda now, *_: seen.append(now), stopped=lambda: stage in seen)
    assert broken(url, folder, watch=watch).code == "backup.stopped"
    assert list(folder.iterdir()) == []
    assert events(url) == []


@on_a_file
def test_what_a_killed_backup_left_is_removed_in_time(databases, folder):
    url = databases.new()
    left = folder / ".mizumado-1-abcd.half"
    left.touch()
    backed_up(url, folder)
    assert left.exists()  # another one may be under way
    os.utime(left, (0, 0))
    backed_up(url, folder)
    assert not left.exists()


def test_a_damaged_file_is_not_backed_up(sqlite_url, folder):
    fill(sqlite_url, customers=300)
    with file_of(sqlite_url).open("r+b") as stream:
        stream.seek(column(sqlite_url, A_PAGE)[0])
        stream.write(bytes(4096))
    assert broken(sqlite_url, folder).code == "backup.damaged"
    assert list(folder.iterdir()) == []


@on_a_file
def test_files_that_are_no_backups_are_passed_over(databases, folder):
    url = databases.new()
    file = backed_up(url, folder)
    (folder / "notes.json").write_text("{}")
    (folder / "large.json").write_bytes(b" " * 2_000_000)
    (folder / "lone.json").write_text(file.with_suffix(".json").read_text())
    assert [each.file for each in backups_in(folder)] == [file]
    assert backups_in(folder / "nowhere") == ()
