"""The Qt binding keeps its accounts straight.

PySide6 6.12.0 on Python 3.11 takes one reference too many off None or True at each such call, and
after some thousands of them the interpreter aborts; a small test suite passes and hides it.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

CALLS = 1_000
OTHER_MOVEMENT = 500


class Bell(QObject):
    """Rings."""

    rang = Signal(bool)


@pytest.fixture
def counts():
    """Give how far the reference counts of None and True have moved since the test began."""
    before = sys.getrefcount(None), sys.getrefcount(True)
    return lambda: [
        abs(now - then)
        for now, then in zip((sys.getrefcount(None), sys.getrefcount(True)), before, strict=True)
    ]


def test_calls_that_return_nothing_leave_none_alone(qtbot, counts):
    label = QLabel()
    qtbot.addWidget(label)
    for number in range(CALLS):
        label.setText(str(number))
        label.setEnabled(number % 2 == 0)
    assert max(counts()) < OTHER_MOVEMENT


def test_signals_leave_true_alone(qapp, counts):
    bell = Bell()
    bell.rang.connect(bell.setObjectName)
    bell.rang.disconnect(bell.setObjectName)
    for _ in range(CALLS):
        bell.rang.emit(True)
    assert max(counts()) < OTHER_MOVEMENT
