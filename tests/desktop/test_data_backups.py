"""Backups as an administrator sees, makes, tries out and schedules them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QScrollArea

from db.exchange.backup import back_up
from db.exchange.backup_files import backups_in
from db.models import Setting
from db.rules.words import EventKind, Role
from desktop.actions import Commit
from desktop.format import LanguageCode
from desktop.long_work import Course
from desktop.main_window import MainWindow
from desktop.screens.data import DataScreen
from tests.db.backup_help import column
from tests.desktop.data_room import BACKUPS, DataRoom
from tests.factories import add_customer, add_setting

ESC = Qt.Key.Key_Escape


class Room(DataRoom):
    """The part of the backups."""

    def __init__(self, desk, show, qtbot):
        super().__init__(desk, show, qtbot, part=BACKUPS)
        self.part = self.screen.backups

    def type(self, name, text):
        edit = self.part.form.edits()[name]
        edit.setFocus()
        edit.selectAll()
        self.qtbot.keyClicks(edit, text)

    def facts(self):
        return dict(self.part.facts.facts())


@pytest.fixture
def admin(desk_for):
    return desk_for(Role.ADMIN)


@pytest.fixture
def folder(sqlite_url, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture
def room(admin, show, qtbot):
    return Room(admin, show, qtbot)


def kept(admin, folder, *days):
    for before in days:
        back_up(admin.database, folder, by=admin.actor, now=admin.now - dt.timedelta(days=before))


def test_the_first_backup_is_made_with_f12(room, folder, sqlite_url):
    assert room.part.nothing.isVisible()
    assert room.screen.commits is Commit.RUN
    room.proceed()
    (made,) = backups_in(folder)
    assert room.part.done.text() == f"Backed up and checked: {made.file.name}"
    assert [row.backup.file for row in room.part.table.records.rows()] == [made.file]
    assert room.facts()["Last backup"] == "2024/09/18 18:13"
    assert str(made.file) in room.part.command.text()
    assert column(sqlite_url, "SELECT kind FROM audit_event") == [EventKind.BACKED_UP]


def test_without_a_folder_that_is_asked_for_first(room):
    # only a server's database has none by itself
    room.part._show(replace(room.part._state, folder=None))
    assert room.part.nothing.hint.text() == "Set a folder for them first."


def test_one_is_tried_out_from_the_list(admin, folder, show, qtbot):
    kept(admin, folder, 2, 1)
    room = Room(admin, show, qtbot)
    assert room.part.table.hasFocus()
    chosen = room.part.table.selected()
    assert room.part.table.as_tsv().split("\t")[2:] == ["Verified", "2024/09/23"]
    room.part.try_out.click()
    room.settle()
    assert room.part.done.text().startswith(f"{chosen.backup.file.name} came back whole")
    assert room.part.table.as_tsv().split("\t")[2] == "Tried out"
    assert room.facts()["Last tried out"] == "2024/09/18 18:13"


def test_one_that_was_changed_is_told(admin, folder, show, qtbot):
    kept(admin, folder, 1)
    room = Room(admin, show, qtbot)
    file = room.part.table.selected().backup.file
    file.write_bytes(file.read_bytes()[:-1])
    room.part.try_out.click()
    room.settle()
    assert "changed or cut short" in room.part.problem.text()
    assert not room.part.done.isVisible()


def test_the_command_that_restores_is_copied(admin, folder, show, qtbot):
    kept(admin, folder, 1)
    room = Room(admin, show, qtbot)
    room.part.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == f"mizumado-db restore {backups_in(folder)[0].file} --replace"
    assert room.noted == ["The command was copied"]


def test_a_missed_night_is_told_at_once_and_leads_to_where_it_is_made_up(
    admin, folder, show, qtbot
):
    with admin.database.writing() as session:
        add_setting(session, "backup.time", "02:30")
    kept(admin, folder, 1)
    window = show(MainWindow(admin))
    missed = window.missed_backup
    qtbot.waitUntil(missed.isVisible)
    assert missed.text().startswith("The backup of 02:30 was not made.")
    missed.action.click()
    qtbot.waitUntil(lambda: not admin.tasks.busy)
    assert window.work.common.data.backups.isVisible()
    window.actions_.commit.trigger()
    qtbot.waitUntil(missed.isHidden)
    assert len(backups_in(folder)) == 2


def test_nobody_else_is_told_of_a_missed_night(desk_for, show, qtbot):
    desk = desk_for(Role.SUPERVISOR)
    with desk.database.writing() as session:
        add_setting(session, "backup.time", "02:30")
    window = show(MainWindow(desk))
    window.actions_.refresh.trigger()
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    assert window.missed_backup.isHidden()


def test_settings_are_stored_with_f12(room, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    room.type("backup.folder", str(other))
    room.type("backup.time", "2:30")
    room.type("backup.keep_daily", "14")
    assert room.screen.commits is Commit.STORE
    room.proceed()
    assert room.noted == ["3 settings stored"]
    with room.desk.database.reading() as session:
        values = [session.get_one(Setting, f"backup.{each}").value for each in ("time", "folder")]
    assert values == ["02:30", str(other)]
    assert room.screen.commits is Commit.RUN
    room.proceed()
    assert len(backups_in(other)) == 1
    assert room.facts()["Folder"] == str(other)


def test_what_cannot_be_set_is_told_at_its_field_and_nothing_is_stored(room):
    room.type("backup.time", "25:00")
    room.type("backup.keep_weekly", "0")
    room.proceed()
    narrow = room.part.form.narrow
    assert narrow["backup.time"].error().startswith("Type a time of day")
    assert "from 1 to 90" in narrow["backup.keep_weekly"].error()
    with room.desk.database.reading() as session:
        assert session.query(Setting).count() == 0
    room.part.form.drop_button.click()
    assert (room.part.form.changes(), room.screen.commits) == ({}, Commit.RUN)


def test_what_another_stored_meanwhile_is_not_overwritten(room):
    room.type("backup.time", "3:00")
    with room.desk.database.writing() as session:
        add_setting(session, "backup.time", "02:30")
    room.proceed()
    assert "meanwhile" in room.part.problem.text()
    assert room.part.form.edits()["backup.time"].text() == "3:00"
    room.proceed()
    assert room.part.problem.isHidden()
    assert room.part.form.edits()["backup.time"].text() == "03:00"


def test_a_folder_that_is_away_is_told(room):
    room.type("backup.folder", "/nowhere/at/all")
    room.proceed()
    room.proceed()
    assert room.part.problem.text().startswith("There is no folder /nowhere/at/all.")


def test_esc_stops_it_and_nothing_is_kept(room, folder, monkeypatch):
    with room.desk.database.writing() as session:
        add_customer(session)
    heard = Course.tell

    def tell(course, stage, done, of):
        heard(course, stage, done, of)
        course._stop.wait(20)

    monkeypatch.setattr(Course, "tell", tell)
    room.screen.proceed()
    room.qtbot.waitUntil(lambda: room.part.progress.stage.text() == "Copying…")
    assert room.screen.commits is None
    assert not room.part.make.isEnabled()
    room.part.table.setFocus()
    room.press(ESC)
    room.settle()
    assert room.part.problem.text() == "Stopped; nothing was kept of it."
    assert list(folder.iterdir()) == []


def test_it_ends_with_whoever_leaves_and_is_told_elsewhere(room, folder):
    room.screen.hide()
    room.screen.proceed()
    room.screen.stop()
    room.settle()
    stopped = room.noted == ["Stopped; nothing was kept of it."]
    assert stopped or "Backed up and checked" in room.noted[0]
    assert len(backups_in(folder)) == (0 if stopped else 1)


def test_a_setting_that_nobody_can_read_is_told(admin, show, qtbot):
    with admin.database.writing() as session:
        add_setting(session, "backup.time", "never")
    room = Room(admin, show, qtbot)
    assert room.part.unknown.isVisible()
    assert "never" in room.part.unknown.hint.text()
    with admin.database.writing() as session:
        session.get_one(Setting, "backup.time").value = "02:30"
    assert room.part.retry.hasFocus()
    room.part.retry.click()
    room.settle()
    assert room.part.nothing.isVisible()


def test_who_may_not_is_told_who_can(desk_for, show, qtbot):
    screen = show(DataScreen(desk_for(Role.SUPERVISOR)))
    screen.reload()
    assert screen.refusal.isVisible()
    assert screen.refusal.hint.text() == "Administrators can do this."
    assert screen.commits is None


@pytest.mark.parametrize("code", LanguageCode)
def test_the_side_has_room_for_a_long_folder(admin, show, qtbot, tmp_path, code):
    long = str(tmp_path / "".join(f"backups_of_bureau_{each}" for each in range(9)))
    with admin.database.writing() as session:
        add_setting(session, "backup.folder", long)
    admin.language.switch(code)
    room = Room(admin, show, qtbot)
    room.screen.resize(1085, 480)
    beside = room.part.findChild(QScrollArea)
    qtbot.waitUntil(beside.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: beside.widget().width() <= beside.viewport().width())
    (folder,) = (label for label in beside.findChildren(QLabel) if label.text() == long)
    assert folder.height() >= folder.heightForWidth(folder.width())
    assert folder.accessibleName().endswith(f": {long}")
