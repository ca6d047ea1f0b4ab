"""The drawn parts of a usage chart: bars of m³, lines of yen, grid, band and axes.

They are placed in the chart's own units but drawn in px, so that rounded corners, hatching and
dashes look the same whatever the chart's size.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTransform

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RADIUS = 3.0
_WIDEST_BAR = 34.0
_LEAST_HEIGHT = 2.0  # so that a period of 0 m³ differs from one that was never billed
_HATCH_GAP = 5
LABEL_LINE_HEIGHT = 1.25  # in em


@dataclass(frozen=True, slots=True)
class BarStyle:
    """How the bars of one series look: ``side`` -1 left of the middle, 0 on it, 1 right of it."""

    fill: QColor
    edge: QColor
    estimate: QColor
    side: int


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How the line of one series looks; a hollow marker goes with a dashed line."""

    colour: QColor
    surface: QColor
    dashed: bool


class Drawn(pg.GraphicsObject):  # type: ignore[misc]
    """A part of the chart that covers the whole of it and draws in px."""

    def __init__(self, area: QRectF, z: float) -> None:
        super().__init__()
        self.area = area
        self.setZValue(z)

    @abstractmethod
    def draw(self, painter: QPainter, to_px: QTransform) -> None:
        """Draw; ``to_px`` leads from column numbers and m³ to px."""

    def boundingRect(self) -> QRectF:
        return self.area

    def paint(self, painter: QPainter, *_args: Any) -> None:
        to_px = painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, to_px)
        painter.restore()


class Grid(Drawn):
    """One line a step, a stronger one at zero."""

    def __init__(
        self, area: QRectF, heights: Iterable[float], *, colour: QColor, zero: QColor
    ) -> None:
        super().__init__(area, z=-4)
        self._lines = [(height, zero if height == 0 else colour) for height in heights]

    def draw(self, painter: QPainter, to_px: QTransform) -> None:
        for height, colour in self._lines:
            left = to_px.map(QPointF(self.area.left(), height))
            right = to_px.map(QPointF(self.area.right(), height))
            y = round(left.y()) - 0.5
            painter.setPen(QPen(colour, 1))
            painter.drawLine(QPointF(left.x(), y), QPointF(right.x(), y))


class Band(Drawn):
    """The ground behind the column the clerk points at."""

    def __init__(self, area: QRectF, colour: QColor) -> None:
        super().__init__(area, z=-5)
        self._colour = colour
        self._column = -1

    def move_to(self, column: int) -> None:
        """Stand behind that column; -1 is nowhere."""
        self._column = column
        self.update()

    def draw(self, painter: QPainter, to_px: QTransform) -> None:
        if self._column >= 0:
            place = QRectF(self._column - 0.5, self.area.top(), 1, self.area.height())
            painter.fillRect(to_px.mapRect(place), self._colour)


class Bars(Drawn):
    """One bar a column; (m³, estimated) each, None where nothing was billed."""

    def __init__(
        self, area: QRectF, bars: Sequence[tuple[int | None, bool]], style: BarStyle
    ) -> None:
        super().__init__(area, z=1)
        self._bars = bars
        self._style = style

    def draw(self, painter: QPainter, to_px: QTransform) -> None:
        for column, (m3, estimated) in enumerate(self._bars):
            if m3 is not None:
                self._draw_bar(painter, self.place(column, m3, to_px), estimated=estimated)

    def place(self, column: int, m3: int, to_px: QTransform) -> QRectF:
        """Where a bar stands, in px; upside down below zero."""
        side = self._style.side
        unit = to_px.map(QPointF(1, 0)).x() - to_px.map(QPointF(0, 0)).x()
        width = min(unit * (0.26 if side else 0.46), _WIDEST_BAR)
        foot = to_px.map(QPointF(column, 0))
        left = round(foot.x() + side * (width / 2 + 1.5) - width / 2) + 0.5
        top = to_px.map(QPointF(column, m3)).y()
        height = foot.y() - top
        if abs(height) < _LEAST_HEIGHT:
            height = _LEAST_HEIGHT
        return QRectF(left, round(foot.y()) - 0.5 - height, round(width) - 1, height)

    def _draw_bar(self, painter: QPainter, place: QRectF, *, estimated: bool) -> None:
        outline, style = _bar_outline(place), self._style
        painter.setPen(QPen(style.edge, 1))
        painter.setBrush(style.estimate if estimated else style.fill)
        painter.drawPath(outline)
        if estimated:
            hatch(painter, place.normalized())


class AmountLine(Drawn):
    """The amounts as a line in the units of the bars, broken where nothing was billed."""

    def __init__(self, area: QRectF, heights: Sequence[float | None], style: LineStyle) -> None:
        super().__init__(area, z=3 if style.dashed else 4)
        self._heights = heights
        self._style = style

    def draw(self, painter: QPainter, to_px: QTransform) -> None:
        points = [
            None if height is None else to_px.map(QPointF(column, height))
            for column, height in enumerate(self._heights)
        ]
        style = self._style
        painter.setPen(line_pen(style.colour, dashed=style.dashed))
        for start, end in pairwise(points):
            if start is not None and end is not None:
                painter.drawLine(start, end)
        for point in points:
            if point is not None:
                draw_marker(painter, point, style)


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis of words or figures only: the grid says where they belong."""

    def __init__(self, orientation: str, font: QFont, colour: QColor) -> None:
        super().__init__(orientation)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setTextPen(colour)
        self.setTickFont(font)
        self.setStyle(tickLength=0, tickTextOffset=8, hideOverlappingLabels=False)

    def drawPicture(self, p: QPainter, _axis: Any, _ticks: Any, texts: Any) -> None:
        # pyqtgraph's own draws a black dot for a tick of no length and no air between lines
        font = self.style["tickFont"]
        p.setFont(font)
        p.setPen(self.textPen())
        for place, flags, text in texts:
            for number, line in enumerate(text.split("\n")):
                spot = place.translated(0, number * font.pixelSize() * LABEL_LINE_HEIGHT)
                p.drawText(spot, int(flags), line)


def line_pen(colour: QColor, *, dashed: bool) -> QPen:
    """The pen of a line of amounts: last year's is dashed and thinner."""
    pen = QPen(colour, 1.6 if dashed else 2.2)
    pen.setStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    return pen


def draw_marker(painter: QPainter, point: QPointF, style: LineStyle) -> None:
    """A dot on a line of amounts: last year's is hollow."""
    edge = style.colour if style.dashed else style.surface
    radius = 3.0 if style.dashed else 4.0
    painter.save()
    painter.setPen(QPen(edge, 1.5 if style.dashed else 1.2))
    painter.setBrush(style.surface if style.dashed else style.colour)
    painter.drawEllipse(point, radius, radius)
    painter.restore()


def _bar_outline(place: QRectF) -> QPainterPath:
    foot, head = place.bottom(), place.top()
    radius = min(_RADIUS, abs(foot - head), place.width() / 2)
    shoulder = head + (radius if head < foot else -radius)
    outline = QPainterPath(QPointF(place.left(), foot))
    outline.lineTo(place.left(), shoulder)
    outline.quadTo(place.left(), head, place.left() + radius, head)
    outline.lineTo(place.right() - radius, head)
    outline.quadTo(place.right(), head, place.right(), shoulder)
    outline.lineTo(place.right(), foot)
    return outline


def hatch(painter: QPainter, place: QRectF) -> None:
    """Slanting lines inside a rectangle, in the painter's pen: an estimate, not a reading."""
    low, high = round(place.left() + place.top()), round(place.right() + place.bottom())
    painter.save()
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    for total in range(low - low % _HATCH_GAP, high + _HATCH_GAP, _HATCH_GAP):
        painter.drawLine(
            QPointF(total - place.top(), place.top()),
            QPointF(total - place.bottom(), place.bottom()),
        )
    painter.restore()
