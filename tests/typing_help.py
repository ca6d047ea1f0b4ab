"""Typing as a Japanese input method does."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication


def type_text(widget, text):
    """Commit ``text`` to ``widget``; QTest.keyClicks would abort the process on Japanese."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def compose_text(widget, text):
    """Show ``text`` as being composed, not yet committed."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))
