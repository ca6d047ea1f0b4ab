"""Files that leave the program: recorded before they are written, and told."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.saving import Export, Leaving, Saver
from desktop.theme import Kind
from tests.desktop.billed import exports, noted, save_as
from tests.factories import add_contract


@pytest.fixture
def contract_id(desk):
    with desk.database.writing() as session:
        return add_contract(session)


@pytest.fixture
def window(show):
    return show(QWidget())


@pytest.fixture
def saver(desk, window):
    return Saver(desk, window)


@pytest.fixture
def export(contract_id):
    return Export(
        "bills 2024-09-18.csv", b"\xef\xbb\xbfMonth\r\n", Leaving("b.csv", 1, contract_id)
    )


def test_a_clerk_types_a_name_and_enter_and_the_file_is_there(
    desk, window, saver, export, tmp_path, qtbot
):
    notes = noted(desk)
    saver.save(export)
    assert save_as(window, tmp_path / "mine", qtbot) == "bills 2024-09-18.csv"
    qtbot.waitUntil(lambda: notes == ["Saved mine.csv"])
    assert (tmp_path / "mine.csv").read_bytes() == export.content
    assert exports(desk) == [("b.csv", 1, export.leaving.contract_id)]


def test_esc_saves_and_records_nothing(desk, window, saver, export, qtbot):
    saver.save(export)
    QTest.keyClick(window.findChild(QFileDialog), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    assert not desk.tasks.busy
    assert exports(desk) == []


def test_an_export_is_recorded_before_a_byte_of_it_is_written(desk, saver, export, tmp_path, qtbot):
    # nobody reads the other end: writing into this pipe waits
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    notes = noted(desk)
    saver.save(export)
    saver.save_to(str(pipe))
    try:
        qtbot.waitUntil(lambda: exports(desk) != [])
        assert notes == []
    finally:
        # lets whoever waits at the pipe go on, also when the test fails
        written = pipe.read_bytes()
    assert written == export.content
    qtbot.waitUntil(lambda: notes == ["Saved pipe.csv"])


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(desk, saver, export, tmp_path, qtbot):
    told = []
    desk.messages.told.connect(told.append)
    file = tmp_path / "no such folder" / "bills.csv"
    saver.save(export)
    saver.save_to(str(file))
    qtbot.waitUntil(lambda: told != [])
    assert told[0].kind is Kind.ERR
    assert told[0].text == (
        f"The file was not written: {file} (No such file or directory). "
        "Choose another folder or name."
    )


def test_what_cannot_be_recorded_does_not_leave(desk, saver, export, tmp_path, qtbot, caplog):
    told = []
    desk.messages.told.connect(told.append)
    unrecordable = Leaving("x" * 5000, 1, export.leaving.contract_id)
    saver.save(Export(export.name, export.content, unrecordable))
    saver.save_to(str(tmp_path / "bills.csv"))
    qtbot.waitUntil(lambda: told != [])
    caplog.clear()
    assert not (tmp_path / "bills.csv").exists()


def test_what_is_copied_is_recorded_too(desk, saver, contract_id, qtbot):
    notes = noted(desk)
    saver.copy("2024-09\t5509", Leaving("b.tsv", 1, contract_id), told="Copied 1 bill")
    qtbot.waitUntil(lambda: notes == ["Copied 1 bill"])
    assert QGuiApplication.clipboard().text() == "2024-09\t5509"
    assert exports(desk) == [("b.tsv", 1, contract_id)]
