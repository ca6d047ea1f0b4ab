"""The row above a usage chart: what the axes measure and what bars and lines stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme
from desktop.widgets.chart_series import LineStyle, draw_marker, hatch, line_pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_MARK = 20
_MARK_GAP = 6
_GAP, _NARROW_GAP = 20, 10
_HEIGHT_EM = 1.7


class Mark(StrEnum):
    """What a legend explains."""

    NOW = "now"
    BEFORE = "before"
    ESTIMATED = "estimated"
    YEN = "yen"
    YEN_BEFORE = "yen_before"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A mark and the words for it."""

    mark: Mark
    text: str


class ChartLegend(QWidget):
    """Names the two axes at its ends and the series between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = "", ""
        self._entries: tuple[LegendEntry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_entries(self, left: str, entries: Sequence[LegendEntry], right: str) -> None:
        """Explain these marks, between the units of the left and the right axis."""
        self._left, self._entries, self._right = left, tuple(entries), right
        words = (left, *(entry.text for entry in entries), right)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.updateGeometry()
        self.update()

    def entries(self) -> tuple[LegendEntry, ...]:
        """What is explained now."""
        return self._entries

    def paint_into(self, painter: QPainter, width: int) -> None:
        """Paint the row at the painter's origin, ``width`` px wide, as for an exported picture."""
        look, height = theme.of(self), self.sizeHint().height()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("xs"))
        painter.setPen(look.colour("text2"))
        ends = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, width, height), int(ends), self._right)
        left = self._words(painter, 0, self._left)
        gap = _GAP if width >= self.sizeHint().width() else _NARROW_GAP
        for entry in self._entries:
            left += gap
            self._draw_mark(painter, QRectF(left, 0, _MARK, height), entry.mark)
            left = self._words(painter, left + _MARK + _MARK_GAP, entry.text)
        painter.restore()

    def sizeHint(self) -> QSize:
        return self._size(_GAP)

    def minimumSizeHint(self) -> QSize:
        return self._size(_NARROW_GAP)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(0, (self.height() - self.sizeHint().height()) // 2)
        self.paint_into(painter, self.width())

    def _size(self, gap: int) -> QSize:
        metrics = QFontMetricsF(theme.of(self).font("xs"))
        width = metrics.horizontalAdvance(self._left) + metrics.horizontalAdvance(self._right)
        for entry in self._entries:
            width += gap + _MARK + _MARK_GAP + metrics.horizontalAdvance(entry.text)
        return QSize(round(width) + gap + 2, round(theme.of(self).type["xs"].px * _HEIGHT_EM))

    def _words(self, painter: QPainter, left: float, words: str) -> float:
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        place = QRectF(left, 0, width + 2, self.sizeHint().height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        return left + width

    def _draw_mark(self, painter: QPainter, place: QRectF, mark: Mark) -> None:
        painter.save()
        if mark in (Mark.YEN, Mark.YEN_BEFORE):
            self._draw_line(painter, place, dashed=mark is Mark.YEN_BEFORE)
        else:
            self._draw_square(painter, place.center(), mark)
        painter.restore()

    def _draw_line(self, painter: QPainter, place: QRectF, *, dashed: bool) -> None:
        look, middle = theme.of(self), place.center()
        colour = look.colour("chart_yen_before" if dashed else "chart_yen")
        painter.setPen(line_pen(colour, dashed=dashed))
        painter.drawLine(QPointF(place.left(), middle.y()), QPointF(place.right(), middle.y()))
        draw_marker(painter, middle, LineStyle(colour, look.colour("surface"), dashed=dashed))

    def _draw_square(self, painter: QPainter, middle: QPointF, mark: Mark) -> None:
        look = theme.of(self)
        edge = "chart_before_edge" if mark is Mark.BEFORE else "chart_now"
        fill = {Mark.BEFORE: "chart_before", Mark.ESTIMATED: "chart_estimate"}
        square = QRectF(round(middle.x()) - 5.5, round(middle.y()) - 5.5, 11, 11)
        painter.setPen(QPen(look.colour(edge), 1))
        painter.setBrush(look.colour(fill.get(mark, "chart_now")))
        painter.drawRoundedRect(square, 2, 2)
        if mark is Mark.ESTIMATED:
            hatch(painter, square)
