"""Whatever hinders a backup or its way back is told, and nothing half is left."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import make_url

from db.__main__ import main
from db.errors import RuleBroken
from db.exchange import postgresql_programs
from db.exchange.backup import back_up
from db.exchange.backup_files import backups_in, require_usable
from db.exchange.postgresql_programs import Server
from db.exchange.restore import restore
from db.guard.opening import open_database
from tests.db.backup_help import (
    BY,
    NOW,
    backed_up,
    column,
    file_of,
    fill,
    is_file,
    names,
    on_a_file,
    opened,
)
from tests.db.rights_help import without_rights
from tests.factories import add_setting

ROOT = Path(__file__).parents[2]
A_WHILE_S = 60
LOOKS = """#!/bin/sh
tr '\\0' ' ' </proc/$$/cmdline >"$SEEN"
echo >>"$SEEN"
echo "$PGPASSWORD" >>"$SEEN"
echo "pg_dump: error: connection to server failed: FATAL: no" >&2
exit 1
"""

KILLED_AT = """
import os, pathlib, signal, sys
from db.exchange.restore import restore
from db.exchange.watch import Watch
from tests.db.backup_help import BY, NOW, backed_up
stage, url, folder, file = sys.argv[1:]
def told(now, *_):
    if now == stage:
        os.kill(os.getpid(), signal.SIGKILL)
watch = Watch(progress=told)
if stage == "copying":
    backed_up(url, pathlib.Path(folder), watch=watch)
restore(pathlib.Path(file), url, replace=True, by=BY, now=NOW, watch=watch)
"""


@pytest.fixture
def tell(capsys):
    """Run ``mizumado-db`` here: its exit code and what it says."""

    def tell(*words, url):
        code = main([*map(str, words), "--database", url])
        said = capsys.readouterr()
        return code, said.out + said.err

    return tell


@pytest.fixture
def start():
    """Start ``mizumado-db`` as a process of its own, in which files may only grow so large."""
    started = []

    def start(*words, url, kilobytes="unlimited"):
        command = [sys.executable, "-m", "db", *map(str, words), "--database", url]
        process = subprocess.Popen(
            ["sh", "-c", 'ulimit -f "$0"; exec "$@"', str(kilobytes), *command],
            cwd=ROOT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def broken(url, folder):
    with opened(url) as database, pytest.raises(RuleBroken) as refused:
        back_up(database, folder, by=BY, now=NOW)
    return refused.value


def test_what_an_administrator_does(databases, folder, tell):
    url = databases.new()
    fill(url)
    code, said = tell("backup", "--folder", folder, url=url)
    assert (code, said.startswith(f"Backed up and checked: {folder}")) == (0, True)
    file = backups_in(folder)[0].file
    code, said = tell("backup", "--drill", file, url=url)
    assert (code, said.splitlines()[1:3]) == (0, ["Rows: as backed up", "File: sound"])
    code, said = tell("restore", file, url=url)
    assert (code, "--replace" in said) == (1, True)
    code, said = tell("restore", file, "--replace", url=url)
    assert (code, "kept as" in said) == (0, True)
    assert names(url) == ["山田 0", "山田 1", "山田 2"]
    assert tell("check", url=url)[0] == 0


def test_a_missing_folder_is_told(sqlite_url, folder, tell):
    code, said = tell("backup", "--folder", folder / "nowhere", url=sqlite_url)
    cure = "Make it, or name another one with --folder."
    assert (code, said) == (1, f"There is no folder {folder / 'nowhere'}. {cure}\n")


def test_a_folder_that_takes_no_files_is_told():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        with without_rights(), pytest.raises(RuleBroken) as refused:
            require_usable(folder)
        folder.chmod(0o755)
    assert refused.value.code == "backup.folder_closed"


def test_a_folder_without_room_is_told(folder):
    with pytest.raises(RuleBroken) as refused:
        require_usable(folder, needed=2**62)
    assert refused.value.code == "backup.folder_full"
    assert list(folder.iterdir()) == []


def test_a_full_disk_leaves_nothing_half(databases, folder, start):
    url = databases.new()
    fill(url)
    process = start("backup", "--folder", folder, url=url, kilobytes=16)
    said, _ = process.communicate(timeout=A_WHILE_S)
    assert process.returncode == 1, said
    assert "Traceback" not in said
    assert list(folder.iterdir()) == []


@on_a_file
def test_a_full_disk_leaves_the_data_as_they_were(databases, folder, start):
    url = databases.new()
    fill(url)
    file = backed_up(url, folder)
    before = databases.all()
    process = start("restore", file, "--replace", url=url, kilobytes=16)
    said, _ = process.communicate(timeout=A_WHILE_S)
    assert process.returncode == 1, said
    assert f"no room left in the folder {file_of(url).parent}" in said
    assert (len(names(url)), databases.all()) == (3, before)


def test_a_missing_program_is_named_with_its_package(databases, folder, monkeypatch, tmp_path):
    url = databases.new()
    if is_file(url):
        backed_up(url, folder)  # needs no program
        return
    monkeypatch.setattr(postgresql_programs, "_DEBIAN", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    refused = broken(url, folder)
    assert refused.code == "backup.no_program"
    assert refused.facts["package"].startswith("postgresql-client-")
    older = tmp_path / "pg_dump"
    older.write_text("#!/bin/sh\necho pg_dump (PostgreSQL) 9.6.1\n")
    older.chmod(stat.S_IRWXU)
    assert broken(url, folder).code == "backup.no_program"
    assert list(folder.iterdir()) == []


def test_a_password_is_seen_by_nobody(postgresql_url, folder, monkeypatch, tmp_path):
    seen = tmp_path / "seen"
    programs = tmp_path / "99" / "bin"
    programs.mkdir(parents=True)
    (programs / "pg_dump").write_text(LOOKS)
    (programs / "pg_dump").chmod(stat.S_IRWXU)
    monkeypatch.setattr(postgresql_programs, "_DEBIAN", tmp_path)
    monkeypatch.setenv("SEEN", str(seen))
    url = make_url(postgresql_url).set(password="ko to'ba")
    refused = broken(url.render_as_string(hide_password=False), folder)
    command, password = seen.read_text().splitlines()
    assert (password, "ba" in command.partition("--dbname")[2]) == ("ko to'ba", False)
    assert f"host={url.query['host']}" in command
    assert (refused.code, refused.facts["name"]) == ("backup.program_failed", "pg_dump")
    assert "ko to'ba" not in str(refused.facts)


def test_other_secrets_stay_off_the_command_line(postgresql_url):
    url = make_url(postgresql_url).update_query_dict({"sslpassword": "kotoba", "sslmode": "prefer"})
    with opened(url.render_as_string(hide_password=False)) as database:
        address = Server(database.engine, 15).address
    assert ("kotoba" in address, "sslmode=prefer" in address) == (False, True)


def test_a_damaged_file_names_its_newest_good_backup(sqlite_url, tell):
    fill(sqlite_url)
    with opened(sqlite_url) as database:
        back_up(database, by=BY, now=NOW)
    file = file_of(sqlite_url)
    whole = file.read_bytes()
    for damaged in (bytes(4096) + whole[4096:], whole[: len(whole) // 2]):
        file.write_bytes(damaged)
        with pytest.raises(RuleBroken) as refused:
            open_database(sqlite_url)
        facts = refused.value.facts
        assert refused.value.code == "database.damaged_backed_up"
        assert (facts["backup"], facts["made"]) == (
            "mizumado-20240919-023000.db",
            "2024-09-19 02:30",
        )
        assert facts["command"] in tell("seal", url=sqlite_url)[1]
    # the words that are told are the ones that help
    assert main(facts["command"].split()[1:]) == 0
    assert names(sqlite_url) == ["山田 0", "山田 1", "山田 2"]


def test_the_folder_that_is_set_is_looked_into_too(sqlite_url, folder):
    fill(sqlite_url, customers=300)
    with opened(sqlite_url) as database, database.writing() as session:
        add_setting(session, "backup.folder", str(folder))
    backed_up(sqlite_url, None)
    page = column(sqlite_url, "SELECT rootpage FROM sqlite_schema WHERE name = 'bill'")[0]
    with file_of(sqlite_url).open("r+b") as stream:
        stream.seek((page - 1) * 4096)
        stream.write(bytes(4096))
    with pytest.raises(RuleBroken) as refused:
        open_database(sqlite_url)
    assert refused.value.code == "database.damaged_backed_up"
    assert str(folder) in refused.value.facts["command"]


def test_every_day_makes_one_at_once_if_it_is_overdue_and_stops_when_told(
    sqlite_url, folder, start
):
    for _ in ("made", "made already"):
        process = start("backup", "--folder", folder, "--every-day", "2:30", url=sqlite_url)
        assert "every day at 02:30" in process.stdout.readline()
        if not backups_in(folder):
            assert process.stdout.readline().startswith("Backed up and checked")
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=A_WHILE_S)
        assert (process.returncode, said) == (0, "")
        assert len(backups_in(folder)) == 1


@pytest.mark.parametrize(
    "words", [("--every-day", "25:00"), ("--every-day", "2:30", "--drill", "x.db")]
)
def test_misuse_is_explained(sqlite_url, capsys, words):
    with pytest.raises(SystemExit) as left:
        main(["backup", *words, "--database", sqlite_url])
    assert left.value.code == 2
    assert "usage: mizumado-db backup" in capsys.readouterr().err


@pytest.mark.parametrize("stage", ["copying", "restoring"])
def test_a_killed_backup_or_restore_leaves_before_or_after(databases, folder, stage):
    url = databases.new()
    fill(url)
    file = backed_up(url, folder)
    fill(url, customers=1)
    words = [sys.executable, "-c", KILLED_AT, stage, url, str(folder), str(file)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=A_WHILE_S)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert len(names(url)) == 4
    assert [each.file for each in backups_in(folder)] == [file]
    assert restore(file, url, replace=True, by=BY, now=NOW).kept_as
    assert len(names(url)) == 3
