"""The one search box, in the bar along the top of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desktop import theme
from desktop.assets import pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

_BADGE = QSize(36, 16)


class SearchBox(QLineEdit):
    """A line with a magnifier and the badge of its key.

    ``typed`` comes while the clerk types, ``entered`` on Enter unless it only confirms a
    conversion, ``cleared`` on Esc, ``moved`` with -1 or 1 on the arrows, for the list of finds.
    """

    typed = Signal(str)
    entered = Signal(str)
    cleared = Signal()
    moved = Signal(int)

    def __init__(self, key: str = "F2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._composing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self.typed)

    def begin(self) -> None:
        """Take the focus with all text selected, so that typing replaces it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def set_hint(self, text: str) -> None:
        """What may be typed here; said in the empty box and to screen readers."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not self._composing:
                    self.entered.emit(self.text())
            case Qt.Key.Key_Escape if not self._composing:
                self.clear()
                self.cleared.emit()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = look.px("icon")
        magnifier = pixmap(
            "search", look.colour("bar_text2"), size=size, ratio=self.devicePixelRatio()
        )
        painter.drawPixmap(10, (self.height() - size) // 2, magnifier)
        badge = QRectF(0, 0, _BADGE.width(), _BADGE.height())
        badge.moveCenter(QRectF(self.rect()).center())
        badge.moveRight(self.width() - 10)
        painter.setPen(QPen(look.colour("bar_line"), 1))
        painter.setBrush(look.colour("bar"))
        painter.drawRoundedRect(badge, 3, 3)
        painter.setPen(look.colour("bar_text2"))
        painter.setFont(look.font("key"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._key)
