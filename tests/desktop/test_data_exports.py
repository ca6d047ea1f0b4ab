"""The host's files as an administrator has them written."""

from __future__ import annotations

import shutil

import pytest

from db.rules.import_words import FileKind
from db.rules.words import Role
from desktop.actions import Commit
from tests.db.backup_help import column
from tests.desktop.data_room import EXPORT, DataRoom
from tests.factories import add_contract, add_customer


@pytest.fixture
def room(desk_for, show, qtbot):
    return DataRoom(desk_for(Role.ADMIN), show, qtbot, part=EXPORT)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def part(room):
    return room.screen.exports


def test_every_kind_is_written_by_the_hosts_layouts(room, part, folder, sqlite_url):
    with room.desk.database.writing() as session:
        add_contract(session, add_customer(session))
    part.folder.take(str(folder))
    assert room.screen.commits is Commit.RUN
    room.proceed()
    assert part.done.text() == f"{len(FileKind)} files written"
    rows = {row.path.name: row.rows for row in part.table.records.rows()}
    assert (rows["CUSTOMER_20240918.csv"], rows["BILL_20240918.csv"]) == (1, 0)
    assert {file.name for file in folder.iterdir()} == set(rows)
    assert "host_files_exported" in column(sqlite_url, "SELECT kind FROM audit_event")


def test_only_what_is_ticked_in_the_encoding_that_is_chosen(room, part, folder):
    with room.desk.database.writing() as session:
        add_customer(session, "𠮷田 花子")
    for box in part.kinds.values():
        box.setChecked(False)
    assert room.screen.commits is None
    part.kinds[FileKind.CUSTOMERS].setChecked(True)
    part.folder.take(str(folder))
    room.proceed()
    assert "has no 𠮷" in part.problem.text()
    assert list(folder.iterdir()) == []
    part.encoding.choose("utf-8")
    room.proceed()
    (file,) = folder.iterdir()
    assert "𠮷田 花子" in file.read_text("utf-8")
    assert not part.problem.isVisible()


def test_what_changed_among_members(room, part, folder):
    part.what.button(1).click()
    assert not part.kinds[FileKind.BILLS].isEnabled()
    part.folder.take(str(folder))
    room.proceed()
    (file,) = folder.iterdir()
    assert file.name.startswith("MEMBER_20240918")


def test_the_folder_is_needed_told_when_it_is_away_and_remembered(room, part, folder):
    part.folder.edit.clear()
    room.proceed()
    assert part.folder.error() == "Choose the folder that the files go to."
    part.folder.take(str(folder))
    shutil.rmtree(folder)
    room.proceed()
    assert part.problem.text() == f"There is no folder {folder}. Make it, or choose another one."
    assert room.desk.memory.text("data/export_folder") == str(folder)


def test_it_goes_on_elsewhere(room, part, folder):
    part.folder.take(str(folder))
    room.screen.proceed()
    room.screen.hide()
    room.settle()
    assert room.noted == [f"{len(FileKind)} files written"]


def test_whoever_leaves_stops_it_and_has_all_files_or_none(room, part, folder):
    part.folder.take(str(folder))
    room.screen.proceed()
    room.screen.stop()
    room.settle()
    stopped = part.problem.text() == "Stopped; no file was written."
    assert stopped or part.done.isVisible()
    assert len(list(folder.iterdir())) == (0 if stopped else len(FileKind))
