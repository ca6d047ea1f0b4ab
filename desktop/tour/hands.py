"""A clerk's hands on the keyboard: keys, and text as an input method commits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NONE = Qt.KeyboardModifier.NoModifier


def press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Press one key where the focus is, or in the window."""
    QTest.keyClick(_focus(window), key, modifiers)


def write(window: QWidget, text: str) -> None:
    """Commit ``text`` where the focus is, as a Japanese input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(_focus(window), event)


def _focus(window: QWidget) -> QWidget:
    popup: QWidget | None = QApplication.activePopupWidget()
    inside: QWidget | None = popup.focusWidget() if popup is not None else None
    return inside or popup or QApplication.focusWidget() or window
