"""Notices that nobody has touched the desk for a while."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop.desk import Desk

_LOOKS_EVERY_MS = 1000
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """Tells after the bureau's minutes without a key, a click or a movement of the mouse."""

    idle = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._limit = dt.timedelta(minutes=desk.bureau.lock_minutes)
        self._touched_at = desk.now
        self._mouse: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.start()

    def start(self) -> None:
        """Watch from now on."""
        self._touched_at = self._desk.now
        self._timer.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def rest(self) -> None:
        """Watch no more until started, such as while the desk is locked."""
        self._timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def look(self) -> bool:
        """Look at the clock; tells, and says so, if the time is over."""
        since, now = self._touched_at, self._desk.now
        if since <= now < since + self._limit:
            return False
        self._touched_at = now
        if now < since:
            return False  # the clock was put back
        self.idle.emit()
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _TOUCHES or not self._is_touch(event):
            return False
        if self.look():
            return True  # the key that wakes a sleeping machine must not act on what it showed
        self._touched_at = self._desk.now
        return False

    def _is_touch(self, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            return bool(event.preeditString() or event.commitString())
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            # a window that comes up under a resting mouse moves nothing
            before, self._mouse = self._mouse, event.globalPosition()
            return before is not None and before != self._mouse
        return True
