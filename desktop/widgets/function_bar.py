"""The bar of function keys along the foot of the window, for the mouse and the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop import theme
from desktop.widgets.buttons import plain_text, told_of, with_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from desktop.theme import Theme

KEYS = 12
_COMMITTING = 12
_BLOCKS_END = (5, 9)
_LEAST_WIDTH = 70
_KEY_GAP = 6
_SIDE = 6


class FunctionBar(QFrame):
    """Twelve places; those without an action stay empty, so that a key keeps its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("function_bar")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 5, 8, 4)
        line.setSpacing(4)
        self._keys = [FunctionKey(number, self) for number in range(1, KEYS + 1)]
        for number, key in enumerate(self._keys, start=1):
            line.addWidget(key)
            if number in _BLOCKS_END:
                line.addSpacing(6)
        self._fit()

    def set_actions(self, actions: Mapping[int, QAction]) -> None:
        """Show these actions, by the number of their key; places not named become empty."""
        for number, key in enumerate(self._keys, start=1):
            key.follow(actions.get(number))

    def key(self, number: int) -> FunctionKey:
        """The button of a key, from 1."""
        return self._keys[number - 1]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == event.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self.setFixedHeight(theme.of(self).px("function_bar"))


class FunctionKey(QAbstractButton):
    """One place of the bar, painted: key and name; never takes the focus from the work."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._action: QAction | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._trigger)
        self.follow(None)

    def follow(self, action: QAction | None) -> None:
        """Stand for this action from now on, or for none."""
        if self._action is not None:
            self._action.changed.disconnect(self._copy_action)
        self._action = action
        if action is not None:
            action.changed.connect(self._copy_action)
        self._copy_action()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        key, name = self._widths(theme.of(self))
        return QSize(max(_LEAST_WIDTH, round(key + name) + _KEY_GAP + 2 * _SIDE), 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._action is None:
            return
        look = theme.of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        self._paint_words(painter, look)

    def _copy_action(self) -> None:
        action = self._action
        usable = action is not None and action.isEnabled()
        self.setEnabled(usable)
        self.setText(plain_text(action) if action else "")
        self.setToolTip(with_key(told_of(action), action) if action else "")
        self.setAccessibleName(f"F{self.number} {self.text()}" if action else "")
        shape = Qt.CursorShape.PointingHandCursor if usable else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.updateGeometry()
        self.update()

    def _trigger(self) -> None:
        if self._action is not None:
            self._action.trigger()

    def _widths(self, look: Theme) -> tuple[float, float]:
        key = QFontMetricsF(look.font("key")).horizontalAdvance(f"F{self.number}")
        return key, QFontMetricsF(look.font("sub")).horizontalAdvance(self.text())

    def _paint_ground(self, painter: QPainter, look: Theme) -> None:
        commits = self.number == _COMMITTING and self.isEnabled()
        hovered = self.underMouse() and self.isEnabled()
        ground = "tint" if commits or self.isDown() else "hover" if hovered else "surface2"
        painter.setPen(QPen(look.colour("primary" if commits else "line"), 1))
        painter.setBrush(look.colour(ground))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, look.px("r1") + 1, look.px("r1") + 1)

    def _paint_words(self, painter: QPainter, look: Theme) -> None:
        key, name = self._widths(look)
        left = max(_SIDE, (self.width() - key - _KEY_GAP - name) / 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("key"))
        painter.setPen(look.colour("link" if self.isEnabled() else "disabled"))
        painter.drawText(QRectF(left, 0, key + 2, self.height()), middle, f"F{self.number}")
        left += key + _KEY_GAP
        font = look.font("sub")
        room = self.width() - left - 2
        text = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(look.colour("text" if self.isEnabled() else "disabled"))
        painter.drawText(QRectF(left, 0, room + 1, self.height()), middle, text)
