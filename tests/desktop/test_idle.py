"""Noticing that nobody touches the desk."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.idle import IdleWatch
from tests.typing_help import compose_text


@pytest.fixture
def memo(show):
    return show(QLineEdit())


@pytest.fixture
def watch(desk, memo):
    return IdleWatch(desk, memo)


def test_ten_quiet_minutes_are_told(watch, clock, qtbot):
    clock.advance(minutes=9, seconds=59)
    assert not watch.look()
    clock.advance(seconds=1)
    with qtbot.waitSignal(watch.idle):
        assert watch.look()


@pytest.mark.parametrize("touch", ["key", "japanese", "click", "wheel"])
def test_whoever_works_is_not_idle(watch, memo, clock, qtbot, touch):
    clock.advance(minutes=9)
    if touch == "key":
        qtbot.keyClicks(memo, "a")
    elif touch == "japanese":
        compose_text(memo, "やま")
    elif touch == "click":
        qtbot.mouseClick(memo, Qt.MouseButton.LeftButton)
    else:
        QTest.wheelEvent(memo.windowHandle(), QPoint(9, 9), QPoint(0, 120))
    clock.advance(minutes=9)
    assert not watch.look()


def test_moving_the_mouse_is_work_and_a_resting_mouse_is_none(watch, memo, clock, qtbot):
    qtbot.mouseMove(memo, QPoint(30, 10))
    clock.advance(minutes=9)
    qtbot.mouseMove(memo, QPoint(30, 10))
    clock.advance(seconds=59)
    assert not watch.look()
    qtbot.mouseMove(memo, QPoint(31, 10))
    clock.advance(minutes=9)
    assert not watch.look()
    qtbot.mouseMove(memo, QPoint(31, 10))
    clock.advance(minutes=1)
    assert watch.look()


def test_a_clock_put_back_makes_nobody_idle(watch, clock):
    clock.advance(hours=-1)
    assert not watch.look()
    clock.advance(minutes=9)
    assert not watch.look()


def test_the_bureau_decides_how_long(desk, memo, clock):
    watch = IdleWatch(replace(desk, bureau=replace(desk.bureau, lock_minutes=2)), memo)
    clock.advance(minutes=2)
    assert watch.look()
