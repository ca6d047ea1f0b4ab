"""Buttons, segments, function keys, navigation and chips under a clerk's hands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop import theme
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.chip import Chip, chip_width
from desktop.widgets.fact_list import FactList
from desktop.widgets.function_bar import FunctionBar
from desktop.widgets.labels import ElidedLabel, Label, Paragraph
from desktop.widgets.segments import Segments
from desktop.widgets.side_nav import SideNav


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme.apply(qapp, theme.load())


@pytest.fixture
def window(show):
    """A window to put things into, with a line to leave the focus in."""
    window = QWidget()
    column = QVBoxLayout(window)
    window.elsewhere = QLineEdit(window)
    column.addWidget(window.elsewhere)
    return show(window)


def put(window, widget):
    window.layout().addWidget(widget)
    widget.show()
    return widget


def action_of(owner, text, key=""):
    action = QAction(text, owner)
    action.setShortcut(key)
    return action


def test_a_button_says_and_does_what_its_action_does(window, qtbot):
    action = action_of(window, "Reload", "F5")
    button = Button()
    button.follow(action)
    put(window, button)
    assert (button.text(), button.toolTip()) == ("Reload", "Reload (F5)")
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setText("Load again")
    assert button.accessibleName() == "Load again"


def test_an_icon_button_is_named_and_large_enough(window):
    button = put(window, Button("Copy the number", ButtonKind.ICON, "copy"))
    assert button.accessibleName() == button.toolTip() == "Copy the number"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 24


def test_an_ampersand_stays_an_ampersand(window):
    assert put(window, Button("Q&A")).text() == "Q&&A"


@pytest.mark.parametrize("kind", [ButtonKind.PLAIN, ButtonKind.PRIMARY, ButtonKind.GHOST])
def test_a_button_keeps_its_size_when_it_takes_the_focus(window, kind, qtbot):
    focused, other = put(window, Button("Print", kind)), put(window, Button("Print", kind))
    focused.setFocus()
    qtbot.waitUntil(focused.hasFocus)
    focused.set_text("Save")
    other.set_text("Save")
    assert focused.sizeHint() == other.sizeHint()


def test_segments_are_one_stop_and_the_arrows_choose(window, qtbot):
    segments = put(window, Segments("Show", 3))
    segments.set_labels(["All", "Unpaid", "Paid"], [12, 2, 10])
    stops = [segments.button(n).focusPolicy() & Qt.FocusPolicy.TabFocus for n in range(3)]
    assert [bool(stop) for stop in stops] == [True, False, False]
    segments.button(0).setFocus()
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(segments.button(0), Qt.Key.Key_Right)
    assert chosen.args == [1]
    assert segments.button(1).hasFocus()
    assert segments.button(1).text() == "Unpaid 2"
    assert segments.button(1).accessibleName() == "Show: Unpaid 2"


def test_a_fact_that_broke_in_the_middle_is_copied_whole(window, qtbot):
    facts = put(window, FactList())
    name = "backups_of_the_waterworks_of_the_whole_prefecture?a=1&b=<2>"
    path = f"/srv/{name}"
    facts.show_facts([("Folder", path)])
    (shown,) = (label for label in facts.findChildren(QLabel) if label.text() == path)
    assert shown.minimumSizeHint().width() < 260
    shown.setSelection(0, len(path) + len(name) - 1)  # a break may be between any two letters
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == path
    QGuiApplication.clipboard().clear()
    at = shown.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, shown.mapToGlobal(at))
    QApplication.sendEvent(shown, event)
    menu = QApplication.activePopupWidget()
    menu.actions()[0].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == path


def test_choosing_by_program_tells_nobody(window, qtbot):
    segments = put(window, Segments("Show", 2))
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose(1)
    assert segments.current() == 1


def test_a_function_key_keeps_its_place_and_follows_its_action(window, qtbot):
    bar = put(window, FunctionBar())
    reload, commit = action_of(window, "Reload", "F5"), action_of(window, "Register", "F12")
    bar.set_actions({5: reload, 12: commit})
    window.elsewhere.setFocus()
    with qtbot.waitSignal(reload.triggered):
        qtbot.mouseClick(bar.key(5), Qt.MouseButton.LeftButton)
    assert window.elsewhere.hasFocus()
    assert bar.key(5).toolTip() == "Reload (F5)"
    assert bar.key(5).accessibleName() == "F5 Reload"
    assert not bar.key(6).isEnabled()
    commit.setEnabled(False)
    assert not bar.key(12).isEnabled()
    bar.set_actions({})
    reload.setText("Nobody listens")
    assert bar.key(5).text() == ""


def test_navigation_shows_where_one_is_and_the_arrows_skip_what_is_closed(window, qtbot):
    nav = SideNav()
    group = QActionGroup(window)
    nav.add_section().setText("Customer")
    for number, name in enumerate(["Overview", "Chart", "Bills"], start=1):
        action = group.addAction(action_of(window, name, f"Alt+{number}"))
        action.setCheckable(True)
        nav.add_entry(action, "home")
    group.actions()[0].setChecked(True)
    group.actions()[1].setEnabled(False)
    put(window, nav)
    first, second, third = nav.entries()
    assert first.isChecked()
    assert first.toolTip() == "Overview (Alt+1)"
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert third.hasFocus()
    with qtbot.waitSignal(group.actions()[2].triggered):
        qtbot.keyClick(third, Qt.Key.Key_Return)
    assert third.isChecked()
    assert not first.isChecked()
    assert not second.isEnabled()


def test_a_chip_has_room_for_its_word_at_every_text_size(window):
    chip = put(window, Chip("納期限経過", Kind.ERR, "warn"))
    assert chip.accessibleName() == "納期限経過"
    large = theme.load("light", 130)
    assert chip_width(large, chip.text(), Kind.ERR, "warn") > chip.sizeHint().width()


def test_a_long_line_is_cut_and_told_whole_in_its_tooltip(window):
    label = put(window, ElidedLabel("石川県金沢市本町1丁目4-12-203"))
    label.resize(80, 20)
    assert label.text() == label.toolTip() == "石川県金沢市本町1丁目4-12-203"
    label.resize(400, 20)
    assert label.toolTip() == ""


def test_text_of_a_customer_is_never_taken_for_markup(window):
    assert put(window, Label("<b>Yamada</b>")).textFormat() is Qt.TextFormat.PlainText
    paragraph = put(window, Paragraph("a < b & c"))
    assert paragraph.text() == "a < b & c"
    assert "&lt;" in super(Paragraph, paragraph).text()
