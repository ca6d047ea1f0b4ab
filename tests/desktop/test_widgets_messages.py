"""Banners, toasts and signs of work, as a clerk meets them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from db.rules.words import Role
from desktop.main_window import MainWindow
from desktop.theme import Kind
from desktop.widgets.banner import ICONS, Banner, BannerStack
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.skeleton import BusyLine, Skeleton
from desktop.widgets.toast import Toast


@pytest.fixture
def stack(show):
    window = QWidget()
    window.resize(800, 400)
    stack = BannerStack(window)
    stack.setGeometry(0, 0, 800, 200)
    show(window)
    return stack


def test_banners_stand_newest_on_top_and_leave_no_gap(stack):
    assert stack.isHidden()
    stack.add(Banner(Kind.INFO, "The first"))
    stack.add(Banner(Kind.ERR, "The second"))
    assert [banner.text() for banner in stack.banners()] == ["The second", "The first"]
    stack.clear()
    assert stack.isHidden()


def test_the_repair_of_a_banner_is_done_once_and_the_banner_goes(stack, qtbot):
    banner = Banner(Kind.WARN, "The data is old", action_text="Reload F5")
    stack.add(banner)
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert stack.banners() == []


def test_a_banner_can_be_closed_or_goes_by_itself(stack, qtbot):
    stack.add(Banner(Kind.OK, "Changed", closable=True))
    qtbot.mouseClick(stack.banners()[0].close_button, Qt.MouseButton.LeftButton)
    assert stack.banners() == []
    stack.add(Banner(Kind.OK, "Changed again"), seconds=1)
    qtbot.waitUntil(lambda: stack.banners() == [], timeout=3000)


def test_a_banner_is_read_aloud_with_what_it_says(stack):
    banner = Banner(Kind.ERR, "Out of reach")
    stack.add(banner)
    banner.say("Still out of reach")
    assert banner.accessibleName() == banner.text() == "Still out of reach"


def test_each_kind_of_banner_that_stains_has_its_own_picture():
    pictures = [ICONS[kind] for kind in (Kind.INFO, Kind.OK, Kind.WARN, Kind.ERR)]
    assert len(set(pictures)) == 4


def test_a_toast_stays_in_the_corner_while_the_mouse_is_on_it(show):
    window = show(QWidget())
    window.resize(600, 300)
    toast = Toast(window, above=44)
    toast.say("Number copied")
    assert toast.isVisible()
    assert toast.geometry().bottom() < 300 - 44
    assert toast.geometry().right() < 600
    middle = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    assert not toast._pause.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._pause.isActive()


def test_a_toast_stands_above_whatever_screen_is_gone_to(desk_for, show):
    window = show(MainWindow(desk_for(Role.ADMIN)))
    window.toast.say("Number copied")
    for place in (window.actions_.data, window.actions_.texts, window.actions_.data):
        place.trigger()
        at = window.toast.geometry().center()
        assert window.toast.isAncestorOf(window.work.childAt(at))


def test_quick_work_shows_no_skeleton(show, qtbot):
    window = show(QWidget())
    window.resize(400, 300)
    skeleton = Skeleton(window)
    skeleton.start("Fetching the bills")
    assert not skeleton.isVisible()
    qtbot.waitUntil(skeleton.isVisible)
    assert skeleton.width() > 390
    skeleton.stop()
    assert not skeleton.isVisible()


def test_the_busy_line_runs_only_for_long_work(show, qtbot):
    line = show(BusyLine())
    line.set_busy(True)
    assert not line.running
    qtbot.waitUntil(lambda: line.running)
    line.set_busy(False)
    assert not line.running


def test_an_empty_place_says_where_else_to_look(show, qtbot):
    empty = Placeholder("doc")
    action = QAction("Open the history", empty)
    action.setShortcut("Alt+8")
    button = empty.add_action(action)
    empty.say("No notices in two years", "Posted ones are in the history.")
    show(empty)
    assert empty.accessibleName() == "No notices in two years Posted ones are in the history."
    assert button.text() == "Open the history  Alt+8"
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
