"""Chips: a state as picture, word and colour at once, since a colour alone is not seen by all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme
from desktop.assets import pixmap
from desktop.theme import Kind, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SIDE = 8
_ICON_GAP = 4


def chip_font(look: Theme, kind: Kind) -> QFont:
    """The font of a chip's word: bold where something needs doing."""
    return look.font("xs", bold=kind in (Kind.ERR, Kind.WARN))


def chip_width(look: Theme, text: str, kind: Kind, icon: str = "") -> int:
    """The px a chip with that word takes."""
    word = QFontMetricsF(chip_font(look, kind)).horizontalAdvance(text)
    picture = look.px("icon_chip") + _ICON_GAP if icon else 0
    return round(word + 0.5) + picture + 2 * _SIDE


def paint_chip(
    painter: QPainter, rect: QRectF, look: Theme, *, text: str, kind: Kind, icon: str = ""
) -> None:
    """Paint a chip into ``rect``: widgets and table cells show the same one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tint = look.tint(kind)
    painter.setPen(QPen(tint.edge, 1))
    painter.setBrush(tint.ground)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), look.px("r1"), look.px("r1"))
    left = rect.left() + _SIDE
    if icon:
        size = look.px("icon_chip")
        picture = pixmap(icon, tint.text, size=size, ratio=painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(left, rect.center().y() - size / 2), picture)
        left += size + _ICON_GAP
    painter.setPen(tint.text)
    painter.setFont(chip_font(look, kind))
    words = QRectF(left, rect.top(), rect.right() - left, rect.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


class Chip(QWidget):
    """A state beside other things on a screen."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.INFO,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, kind, icon)

    def show_state(self, text: str, kind: Kind, icon: str = "") -> None:
        """Say another state."""
        self._text, self._kind, self._icon = text, kind, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word on the chip."""
        return self._text

    @property
    def kind(self) -> Kind:
        return self._kind

    def sizeHint(self) -> QSize:
        look = theme.of(self)
        width = chip_width(look, self._text, self._kind, self._icon)
        return QSize(width, look.px("chip"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(
            painter,
            QRectF(self.rect()),
            theme.of(self),
            text=self._text,
            kind=self._kind,
            icon=self._icon,
        )
