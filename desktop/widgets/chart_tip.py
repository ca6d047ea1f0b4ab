"""The dark tip beside a chart's column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from desktop import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.widgets.chart_period import TipLine

_SIDE, _TOP, _GAP = 10, 7, 12
_LINE_HEIGHT = 1.4


class ChartTip(QWidget):
    """A heading, then figures in a column of their own with what they differ by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._heading = ""
        self._lines: tuple[TipLine, ...] = ()
        self.hide()

    def show_lines(self, heading: str, lines: tuple[TipLine, ...]) -> None:
        """Say this from now on, in a tip of the right size."""
        self._heading, self._lines = heading, lines
        self.resize(self.sizeHint())
        self.update()

    def _widths(self) -> tuple[float, float]:
        figures = QFontMetricsF(theme.of(self).font("figure"))
        texts = [figures.horizontalAdvance(line.text) for line in self._lines]
        asides = [figures.horizontalAdvance(line.aside) for line in self._lines]
        return max(texts, default=0.0), max(asides, default=0.0)

    def _line_px(self) -> float:
        return theme.of(self).type["figure"].px * _LINE_HEIGHT

    def sizeHint(self) -> QSize:
        heading = QFontMetricsF(theme.of(self).font("h3")).horizontalAdvance(self._heading)
        text, aside = self._widths()
        width = max(heading, text + (_GAP + aside if aside else 0.0))
        height = self._line_px() * (1 + len(self._lines))
        return QSize(round(width) + 1 + 2 * _SIDE, round(height) + 2 * _TOP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, step = theme.of(self), self._line_px()
        text_width, _ = self._widths()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("tip"))
        painter.drawRoundedRect(self.rect(), look.px("r2"), look.px("r2"))
        painter.setPen(look.colour("tip_text"))
        painter.setFont(look.font("h3"))
        place = QRectF(_SIDE, _TOP, self.width() - 2 * _SIDE, step)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._heading)
        painter.setFont(look.font("figure"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        for line in self._lines:
            place.translate(0, step)
            painter.setPen(look.colour("tip_text"))
            if line.aside:
                figure = QRectF(place.left(), place.top(), text_width + 1, step)
                painter.drawText(figure, right, line.text)
                painter.setPen(look.colour("tip_text2"))
                painter.drawText(place, right, line.aside)
            else:
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line.text)
