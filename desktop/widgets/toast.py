"""Toasts: a word on what left no trace on the screen, such as a copied number; never an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop import theme
from desktop.widgets.labels import IconLabel, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent
    from PySide6.QtWidgets import QWidget

_SHOWN_MS = 4000
_MARGIN = 16


class Toast(QFrame):
    """Stands bottom left in its parent for 4 seconds, and as long as the mouse is on it.

    At the right stands what the next key acts on.
    """

    def __init__(self, parent: QWidget, *, above: int = 0) -> None:
        super().__init__(parent)
        self._room = parent
        self._above = above
        self.setObjectName("toast")
        self._icon = IconLabel("check", "tip_icon", self)
        self._label = Label("", parent=self)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 18, 8)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._label)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SHOWN_MS)
        self._pause.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text instead of whatever is shown."""
        self._label.setText(text)
        self._icon.show_icon("check", theme.of(self).colour("tip_icon"))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._pause.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """What it says, or said last."""
        return self._label.text()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pause.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pause.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        room = self._room.rect()
        self.move(_MARGIN, room.bottom() - _MARGIN - self._above - self.height())
