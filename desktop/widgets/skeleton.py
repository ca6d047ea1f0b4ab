"""Signs of work under way, which keep quiet while the work is quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SKELETON_AFTER_MS = 300
_BUSY_AFTER_MS = 200
_STEP_MS = 40
_WIDTHS = (0.3, 0.9, 0.8, 0.86, 0.7)


class Skeleton(QWidget):
    """Grey lines and a sentence over a widget whose contents are being fetched."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._sentence = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SKELETON_AFTER_MS)
        self._wait.timeout.connect(self._appear)
        over.installEventFilter(self)
        self.hide()

    def start(self, sentence: str) -> None:
        """Say after 300 ms what is being fetched, unless it has come by then."""
        self._sentence = sentence
        self.setAccessibleName(sentence)
        if not self.isVisible():
            self._wait.start()
        self.update()

    def stop(self) -> None:
        """The contents are there."""
        self._wait.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("sunken"))
        room = self.width() - 40
        tops = range(24, max(25, self.height() - 60), 30)
        for top, share in zip(tops, _WIDTHS, strict=False):
            painter.drawRoundedRect(QRectF(20, top, room * share, 16), 4, 4)
        painter.setPen(look.colour("text2"))
        painter.setFont(look.font("sub"))
        foot = QRectF(20, self.height() - 36, room, 20)
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, self._sentence)

    def _appear(self) -> None:
        self._cover()
        self.raise_()
        self.show()

    def _cover(self) -> None:
        # the frame of the card underneath stays in sight
        self.setGeometry(self._over.rect().adjusted(2, 2, -2, -2))


class BusyLine(QWidget):
    """A thin line that runs while anything is under way for longer than 200 ms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(3)
        self._at = 0.0
        self._running = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_BUSY_AFTER_MS)
        self._wait.timeout.connect(self._run)
        self._step = QTimer(self)
        self._step.setInterval(_STEP_MS)
        self._step.timeout.connect(self._advance)

    def set_busy(self, busy: bool) -> None:
        """Run, or come to rest."""
        if busy:
            self._wait.start()
            return
        self._wait.stop()
        self._step.stop()
        self._running = False
        self.update()

    @property
    def running(self) -> bool:
        return self._running

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._running:
            return
        painter = QPainter(self)
        left = self._at * self.width() * 1.3 - self.width() * 0.3
        part = QRectF(left, 0, self.width() * 0.3, self.height())
        painter.fillRect(part, theme.of(self).colour("bar_mark"))

    def _run(self) -> None:
        self._running = True
        self._step.start()

    def _advance(self) -> None:
        self._at = (self._at + 0.02) % 1.0
        self.update()
