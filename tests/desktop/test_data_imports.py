"""The billing host's files as an administrator takes, looks at and stores them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from db.rules.import_facts import Refusal
from db.rules.import_words import Fault, FileKind, ImportState
from db.rules.words import EventKind, Role
from desktop import import_words
from desktop.actions import Commit
from desktop.long_work import Course
from desktop.main_window import MainWindow
from desktop.screens.data import DataScreen
from tests.db.backup_help import events, names
from tests.desktop.data_room import EXPORT, IMPORT, DataRoom, delivery, spoil
from tests.desktop.paper_help import text_of

ESC, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


@pytest.fixture
def admin(desk_for):
    return desk_for(Role.ADMIN)


@pytest.fixture
def room(admin, show, qtbot):
    return DataRoom(admin, show, qtbot, part=IMPORT)


@pytest.fixture
def files(sqlite_template, tmp_path, admin):
    return delivery(sqlite_template, tmp_path / "delivery", desk=admin)


def told_by(result):
    return [banner.text() for banner in result.banners.values() if banner.isVisible()]


def shown(table):
    return [table.as_tsv([row]).split("\t") for row in table.records.rows()]


def test_a_folder_is_dropped_looked_at_and_stored(room, files, sqlite_url):
    room.screen.part.button(EXPORT).click()
    room.drop(files)
    part = room.screen.imports
    assert part.isVisible()
    assert [line[:3] for line in shown(part.found.table)][:3] == [
        ["CUSTOMER_20240918.csv", "Customers", "2"],
        ["LOCATION_20240918.csv", "Places of use", "2"],
        ["METER_20240918.csv", "Meters", "2"],
    ]
    assert names(sqlite_url) == []
    assert part.found.store.hasFocus()
    assert room.screen.commits is Commit.RUN
    room.proceed()
    assert names(sqlite_url) == ["山田 花子", "佐藤 健一"]
    result = part.result
    assert told_by(result) == ["Stored at 2024/09/18 18:13."]
    files_told = {line[1]: line[2:] for line in shown(result.files)}
    assert files_told["Bills"] == ["2", "2", "0", "0", "0", "11018", "42"]
    assert files_told["Customers"] == ["2", "2", "0", "0", "0", "", ""]
    assert "–" in [result.files.records.index(0, at).data() for at in range(9)]
    assert result.sums.text() == "Lines read: 12   New: 12   Changed: 0"
    assert len(room.delivered) == 1
    assert events(sqlite_url) == [EventKind.IMPORTED]


def test_refused_lines_are_listed_found_copied_and_saved(room, files, sqlite_url, tmp_path):
    spoil(files, "BILL*", 1, field=-1, value=b"1")
    spoil(files, "CUSTOMER*", 2, field=2, value=b"")
    room.drop(files)
    room.proceed()
    result = room.screen.imports.result
    assert names(sqlite_url) == []
    assert room.delivered == []
    assert told_by(result) == ["Refused: nothing was stored. At most 0 lines may be refused."]
    lines = shown(result.refusals)
    assert ["BILL_20240918.csv", "2", "請求金額", "1"] in [line[:4] for line in lines]
    assert any("add up to 5509" in line[4] for line in lines)
    assert result.refusals.hasFocus()
    result.sought.setText("nothing of this")
    result.sought.setText("add up")
    room.settle()
    assert result.refusals.records.rowCount() == 1
    result.refusals.select(0)
    room.qtbot.keyClick(result.refusals, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "請求金額" in QGuiApplication.clipboard().text()
    result.save_csv(str(tmp_path / "refused.csv"))
    room.settle()
    saved = (tmp_path / "refused.csv").read_text("utf-8-sig")
    assert saved.splitlines()[0].startswith("File,Line,Field")
    assert room.noted == ["Saved refused.csv"]
    result.save_pdf(str(tmp_path / "report.pdf"))
    room.settle()
    assert "請求金額" in text_of((tmp_path / "report.pdf").read_bytes())
    assert events(sqlite_url)[-2:] == [EventKind.EXPORTED] * 2


def test_a_fault_of_a_whole_file_has_no_line_and_no_number_of_lines_helps(room, files):
    spoil(files, "METER*", -2, field=1, value=b"9")
    room.drop(files)
    room.proceed()
    result = room.screen.imports.result
    assert [line[:4] for line in shown(result.refusals)] == [["METER_20240918.csv", "", "", "9"]]
    (told,) = told_by(result)
    assert told.startswith("Refused: nothing was stored. A whole file is wrong")


def test_a_strange_file_is_shown_in_red_and_nothing_can_be_stored(room, files):
    (files / "memo.txt").write_text("buy milk")
    (files / "BILL_old.csv").write_bytes(b"")
    room.drop(files)
    part = room.screen.imports
    assert part.found.problem.text() == "2 files cannot be stored"
    told = dict(line[:2] for line in shown(part.found.table))
    assert told["memo.txt"] == "No layout for this name: leave it out"
    assert told["BILL_old.csv"] == "Empty: have the host send it again"
    assert room.screen.commits is None
    assert not part.found.store.isEnabled()
    assert part.found.table.hasFocus()
    room.press(ESC)
    room.settle()
    assert part.chooser.files.hasFocus()


def test_how_many_lines_a_file_has_is_told_by_its_trailer_or_not_at_all(room, files):
    cut_off, with_end_mark = files / "BILL_20240918.csv", files / "METER_20240918.csv"
    cut_off.write_bytes(cut_off.read_bytes().splitlines(keepends=True)[0])
    with_end_mark.write_bytes(with_end_mark.read_bytes() + b"\r\n\x1a")
    fixed = files / "PAYMENT_20240918.dat"
    header, trailer = "1収納20240918".encode("cp932"), b"8" + b"00000123" + b"000000011018"
    fixed.write_bytes(b"".join(line.ljust(60) + b"\r\n" for line in (header, trailer)))
    room.drop(files)
    told = {line[0]: line[2] for line in shown(room.screen.imports.found.table)}
    assert (told[cut_off.name], told[with_end_mark.name], told[fixed.name]) == ("", "2", "123")


def test_a_trial_stores_nothing(room, files, sqlite_url):
    room.drop(files)
    room.screen.imports.found.trial.click()
    room.settle()
    result = room.screen.imports.result
    assert told_by(result) == ["All is well: nothing was stored yet."]
    assert (names(sqlite_url), room.delivered) == ([], [])


def test_files_are_chosen_by_keyboard(room, files, qtbot):
    room.press(ENTER)
    dialog = room.screen.findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(file) for file in files.glob("C*.csv")])
    dialog.reject()
    room.settle()
    assert len(shown(room.screen.imports.found.table)) == 2


def test_earlier_deliveries_are_listed_and_opened(room, files):
    part = room.screen.imports
    assert part.nothing.isVisible()
    spoil(files, "BILL*", 1, field=-1, value=b"1")
    room.drop(files)
    room.proceed()
    room.press(ESC)
    room.settle()
    ((begun, state, *counts, by),) = shown(part.earlier)
    assert (begun, state, counts[0]) == ("2024/09/18 18:13", "Refused", "10")
    assert by.endswith("counter 3")
    part.earlier.setFocus(Qt.FocusReason.TabFocusReason)
    room.press(ENTER)
    room.settle()
    assert part.result.refusals.records.rowCount() > 0


def test_the_same_files_again_change_nothing(room, files):
    for _ in range(2):
        room.drop(files)
        room.proceed()
    result = room.screen.imports.result
    assert told_by(result)[0].startswith("These files were stored before, at 2024/09/18 18:13.")
    assert len(room.delivered) == 1


def test_esc_cancels_and_nothing_is_stored(room, files, sqlite_url, monkeypatch):
    heard = Course.tell

    def tell(course, stage, done, of):
        heard(course, stage, done, of)
        course._stop.wait(20)

    room.drop(files)
    monkeypatch.setattr(Course, "tell", tell)
    room.screen.proceed()
    part = room.screen.imports
    room.qtbot.waitUntil(lambda: part.progress.stage.text() == "Reading…")
    assert part.progress.stop.hasFocus()
    room.press(ESC)
    room.settle()
    assert told_by(part.result) == ["Cancelled: nothing was stored."]
    assert (names(sqlite_url), room.delivered) == ([], [])


def test_it_goes_on_elsewhere_and_says_how_it_ended(room, files, sqlite_url):
    room.drop(files)
    room.screen.proceed()
    room.screen.hide()
    room.settle()
    assert room.noted == ["Delivery: Stored"]
    assert len(names(sqlite_url)) == 2


def test_a_file_that_went_away_is_told(room, files):
    room.drop(files)
    next(files.glob("BILL*")).unlink()
    room.screen.imports._paths = (files / "BILL_20240918.csv",)
    room.proceed()
    assert room.screen.imports.banner.isVisible()
    assert "BILL_20240918.csv" in room.screen.imports.banner.text()


def test_the_bar_above_says_of_when_the_data_are(admin, show, qtbot, files):
    window = show(MainWindow(admin))
    window.actions_.data.trigger()
    top = window.top._data_time
    assert top.text() == "No data delivered yet"
    screen = window.work.common.data
    screen.imports.take((files,))
    qtbot.waitUntil(lambda: not admin.tasks.busy)
    screen.proceed()
    qtbot.waitUntil(lambda: not admin.tasks.busy)
    assert top.text() == "Data as of 9/18 18:13"


def test_who_may_not_can_drop_nothing(desk_for, show, qtbot, files):
    screen = show(DataScreen(desk_for(Role.SUPERVISOR)))
    assert not screen.acceptDrops()
    assert screen.refusal.isVisible()


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_words(language, fault):
    line = Refusal("BILL.csv", 3, "請求金額", "1", fault, "5509")
    assert import_words.refusal(line)
    assert "{" not in import_words.refusal(line)


def test_every_kind_every_end_and_every_problem_has_words(language):
    assert len({import_words.file_kind(kind) for kind in FileKind}) == len(FileKind)
    assert len({import_words.import_state(state) for state in ImportState}) == len(ImportState)
    for code in ("empty", "unknown_name", "wrong_header", "unreadable"):
        assert ": " in import_words.problem(code)
