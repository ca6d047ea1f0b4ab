"""Every screen of the program in turn, for journeys that look at all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

ALT = Qt.KeyboardModifier.AltModifier
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SECTIONS = {
    "overview": Qt.Key.Key_1,
    "chart": Qt.Key.Key_2,
    "history": Qt.Key.Key_3,
    "documents": Qt.Key.Key_4,
    "member": Qt.Key.Key_5,
    "contacts": Qt.Key.Key_8,
    "contract": Qt.Key.Key_9,
    "holds": Qt.Key.Key_H,
    "texts": Qt.Key.Key_0,
    "announcements": Qt.Key.Key_N,
}


def screens(clerk):
    """Go to each screen of the main window; give its name when there."""
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_Escape)
    clerk.press(Qt.Key.Key_F2)
    yield "search, empty"
    for text, name in (("ヤマダ 九谷", "search, nothing"), ("山", "search, one character")):
        clerk.seek(text)
        yield name
    clerk.seek("ヤマダ 本町")
    yield "search"
    clerk.seek("1702445800312296")
    yield from sections(clerk)


def sections(clerk):
    """Go to each place of the customer who is open, then to the texts."""
    for name, key in SECTIONS.items():
        clerk.press(key, ALT)
        yield name


def visible(window, kind=QWidget):
    """Give the widgets of a kind that a window shows, itself among them."""
    inside = [w for w in window.findChildren(kind) if w.isVisible() and w.window() is window]
    return [window, *inside] if isinstance(window, kind) else inside


def in_front():
    """Give what stands in front of the window: a list or a dialog."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()
