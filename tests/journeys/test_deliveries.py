"""Deliveries of the billing host, brought with the mouse, stopped, and left alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from db.exchange.exporting import export_files
from db.exchange.layout_files import load_layouts
from db.rules.import_words import FileKind, ImportState
from desktop.long_work import Course
from tests.db.backup_help import column
from tests.journeys.clerk import CONTROL_SHIFT

KINDS = (FileKind.CUSTOMERS, FileKind.LOCATIONS, FileKind.METERS)
STATES = "SELECT state FROM import_run"
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Mouse:
    """Brings files over the program's window, as the system of the desk does."""

    def __init__(self, window):
        self.handle = window.windowHandle()
        self.at = window.rect().center()

    def bring(self, *urls):
        """Drag these over the middle of the window and let go; say whether they were taken."""
        data = QMimeData()
        data.setUrls([QUrl(url) for url in urls])
        entered = QDragEnterEvent(self.at, COPY, data, LEFT, PLAIN)
        QApplication.sendEvent(self.handle, entered)
        if not entered.isAccepted():
            return False
        moved = QDragMoveEvent(self.at + QPoint(3, 3), COPY, data, LEFT, PLAIN)
        moved.accept()  # as Qt does once a drag was let in
        QApplication.sendEvent(self.handle, moved)
        dropped = QDropEvent(QPointF(self.at), COPY, data, LEFT, PLAIN)
        QApplication.sendEvent(self.handle, dropped)
        return moved.isAccepted() and dropped.isAccepted()


@pytest.fixture
def clerk(start, sqlite_town_url):
    """An administrator at the data screen."""
    clerk = start(sqlite_town_url, "en")
    clerk.sign_in("kanri")
    clerk.main.actions_.data.trigger()
    clerk.wait()
    return clerk


@pytest.fixture
def files(clerk, tmp_path):
    """What the billing host delivers: what the town has, once more."""
    folder, desk = tmp_path / "delivery", clerk.main._desk
    folder.mkdir()
    export_files(
        desk.database,
        folder,
        layouts=load_layouts(),
        by=desk.actor,
        now=desk.now,
        kinds=KINDS,
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def held(monkeypatch):
    """Give ``held(stage)``: from now on every delivery waits at that stage until it is stopped."""
    heard = Course.tell

    def held(stage):
        def tell(course, at, done, of):
            heard(course, at, done, of)
            if at == stage:
                course._stop.wait(60)

        monkeypatch.setattr(Course, "tell", tell)

    return held


def url_of(path):
    return QUrl.fromLocalFile(str(path)).toString()


def begin(clerk, files, stage):
    """Drop the files, store them, and wait until the stage is told."""
    part = clerk.work.common.data.imports
    Mouse(clerk.main).bring(url_of(files))
    clerk.wait()
    clerk.step(Qt.Key.Key_F12)
    clerk.until(lambda: part.progress.stage.text() == stage, timeout=20_000)
    return part


def test_a_folder_is_dropped_and_stored(clerk, files, sqlite_town_url):
    part = clerk.work.common.data.imports
    assert Mouse(clerk.main).bring(url_of(files))
    clerk.wait()
    assert part.found.table.records.rowCount() == len(KINDS)
    clerk.press(Qt.Key.Key_F12)
    assert part.result.isVisible()
    assert column(sqlite_town_url, STATES) == [ImportState.STORED]


def test_what_is_no_file_of_this_desk_is_not_taken(clerk, files, tmp_path):
    mouse, part = Mouse(clerk.main), clerk.work.common.data.imports
    assert not mouse.bring("https://example.org/BILL.csv")
    assert mouse.bring(url_of(tmp_path / "away.csv"))
    clerk.wait()
    assert "away.csv" in part.banner.text()
    (tmp_path / "memo.txt").write_text("buy milk")
    assert mouse.bring(url_of(tmp_path / "memo.txt"))
    clerk.wait()
    assert part.found.problem.text() == "1 file cannot be stored"
    assert not part.banner.isVisible()


def test_other_files_are_not_taken_while_a_delivery_is_stored(clerk, files, held, tmp_path):
    held("reading")
    part = begin(clerk, files, "Reading…")
    assert not Mouse(clerk.main).bring(url_of(tmp_path))
    clerk.work.common.data.part.button(1).click()
    assert not Mouse(clerk.main).bring(url_of(tmp_path))
    assert clerk.work.common.data.part.current() == 1
    part.work.stop()
    clerk.wait()
    assert part.result.files.records.rowCount() == len(KINDS)


def test_what_is_shown_is_stored_whatever_is_looked_at_meanwhile(clerk, files):
    part = clerk.work.common.data.imports
    Mouse(clerk.main).bring(url_of(files))
    clerk.wait()
    part.take((files / "CUSTOMER_20240918.csv",))
    part.take((files / "METER_20240918.csv", files / "LOCATION_20240918.csv"))
    clerk.press(Qt.Key.Key_F12)
    assert part.result.files.records.rowCount() == len(KINDS)


@pytest.mark.parametrize("stage", ["reading", "checking"])
def test_esc_stops_it_at_any_stage(clerk, files, held, sqlite_town_url, stage):
    held(stage)
    part = begin(clerk, files, f"{stage.capitalize()}…")
    clerk.press(Qt.Key.Key_Escape)
    clerk.until(lambda: not part.work.running)
    assert part.result.isVisible()
    assert column(sqlite_town_url, STATES) == [ImportState.CANCELLED]


@pytest.mark.parametrize("leave", ["sign out", "close the window"])
def test_whoever_leaves_stops_it_cleanly(clerk, files, held, sqlite_town_url, qtbot, leave):
    held("reading")
    begin(clerk, files, "Reading…")
    if leave == "sign out":
        clerk.step(Qt.Key.Key_Q, CONTROL_SHIFT)
        clerk.until(lambda: clerk.main is None)
    else:
        with qtbot.waitSignal(clerk.main.quit_wanted, timeout=60_000):
            clerk.main.close()
    assert not clerk.program.tasks.busy
    assert column(sqlite_town_url, STATES) == [ImportState.CANCELLED]
