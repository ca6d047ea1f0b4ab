"""A secret stays on the clipboard for a moment only."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.brief_clipboard import SECONDS, copy_briefly


@pytest.fixture
def clipboard(qapp):
    clipboard = QGuiApplication.clipboard()
    yield clipboard
    clipboard.clear()


def test_a_secret_is_taken_away_again(clipboard, qtbot):
    copy_briefly("abcd-efgh", seconds=0.05)
    assert clipboard.text() == "abcd-efgh"
    assert "x-kde-passwordManagerHint" in clipboard.mimeData().formats()
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_what_was_copied_since_stays(clipboard, qtbot):
    copy_briefly("abcd-efgh", seconds=0.05)
    clipboard.setText("1702 4458 0031 2296")
    copy_briefly("ijkl-mnop", seconds=0.15)
    clipboard.setText("1702 4458 0031 2296")
    with qtbot.assertNotEmitted(clipboard.dataChanged, wait=250):
        pass
    assert clipboard.text() == "1702 4458 0031 2296"


def test_ten_seconds_are_promised():
    assert SECONDS == 10
