"""A chip that leads somewhere: to what it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop import theme
from desktop.theme import Kind
from desktop.widgets.chip import chip_font, chip_width, paint_chip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

_NARROWEST = 72


class ChipButton(QAbstractButton):
    """A chip to press; one that may be cut short has its words whole in the tooltip."""

    def __init__(self, parent: QWidget | None = None, *, cut_short: bool = False) -> None:
        super().__init__(parent)
        self._kind = Kind.INFO
        self._icon = ""
        self._cut_short = cut_short
        self._hint = ""
        # cut short, it takes what room the others leave, up to the whole of its words
        wide = QSizePolicy.Policy.Expanding if cut_short else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, text: str, kind: Kind, icon: str, hint: str = "") -> None:
        """Say something, with a hint at where it leads."""
        self.setText(text)
        self._kind, self._icon, self._hint = kind, icon, hint
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
        self.setToolTip("\n".join(filter(None, (text if self._cut_short else "", hint))))
        self._fit()
        self.update()

    @property
    def kind(self) -> Kind:
        return self._kind

    def sizeHint(self) -> QSize:
        look = theme.of(self)
        whole = self._whole_width()
        width = min(_NARROWEST, whole) if self._cut_short else whole
        return QSize(width, max(look.px("chip"), look.px("target")))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.of(self)
        painter = QPainter(self)
        place = QRectF(self.rect())
        paint_chip(painter, place, look, text=self._fitting(), kind=self._kind, icon=self._icon)
        ring = look.tint(self._kind).text if self.underMouse() else None
        if self.hasFocus():
            ring = look.colour("focus")
        if ring is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(ring, 2 if self.hasFocus() else 1))
            half = painter.pen().widthF() / 2
            radius = look.px("r1")
            painter.drawRoundedRect(place.adjusted(half, half, -half, -half), radius, radius)

    def _fit(self) -> None:
        if self._cut_short:
            self.setMaximumWidth(self._whole_width())
        self.updateGeometry()

    def _whole_width(self) -> int:
        return chip_width(theme.of(self), self.text(), self._kind, self._icon)

    def _fitting(self) -> str:
        metrics = QFontMetricsF(chip_font(theme.of(self), self._kind))
        lacking = self._whole_width() - self.width()
        if lacking <= 0:
            return self.text()
        room = metrics.horizontalAdvance(self.text()) - lacking
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(0.0, room))
