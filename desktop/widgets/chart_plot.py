"""The drawing inside a usage chart: one view for m³ and yen, the right axis only relabelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from desktop import theme
from desktop.widgets.chart_scale import Scale, scale_for, thinning
from desktop.widgets.chart_series import (
    LABEL_LINE_HEIGHT,
    AmountLine,
    Axis,
    Band,
    Bars,
    BarStyle,
    Grid,
    LineStyle,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPainter
    from PySide6.QtWidgets import QWidget

    from desktop.widgets.chart_period import ChartPeriod

NO_COLUMN = -1
_EDGE = 0.55  # of a column, beside the first and the last
_HEADROOM = 1.02
_TEXT_GAP = 8


class ChartPlot(pg.PlotWidget):  # type: ignore[misc]
    """Draws the periods; it takes neither mouse nor keys, its chart does."""

    def __init__(self, parent: QWidget) -> None:
        look = theme.of(parent)
        sides = ("left", "right", "bottom")
        axes = {side: Axis(side, look.font("xs"), look.colour("text2")) for side in sides}
        super().__init__(parent, axisItems=axes)
        self._periods: tuple[ChartPeriod, ...] = ()
        self._compared = True
        self._scale: Scale = scale_for((), ())
        self._band = Band(QRectF(), look.colour("tint_light"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        item = self.getPlotItem()
        item.showAxis("right")
        item.hideButtons()
        item.setMenuEnabled(False)
        item.layout.setContentsMargins(0, 6, 0, 2)
        item.vb.setMouseEnabled(False, False)
        item.vb.setDefaultPadding(0)
        item.vb.sigResized.connect(self._label_columns)

    def draw_periods(self, periods: tuple[ChartPeriod, ...], *, compared: bool) -> None:
        """Draw these columns in the colours of the present theme."""
        self._periods, self._compared = periods, compared
        self._scale = scale_for(self._figures("m3"), self._figures("yen"))
        look, box, area = theme.of(self), self.getPlotItem().vb, self._area()
        self.setBackground(look.colour("surface"))
        self._band = Band(area, look.colour("tint_light"))
        heights = [step * self._scale.step_m3 for step in self._scale.steps()]
        colour, zero = look.colour("chart_grid"), look.colour("line_strong")
        box.clear()
        for part in (
            self._band,
            Grid(area, heights, colour=colour, zero=zero),
            *self._bars(area),
            *self._lines(area),
        ):
            box.addItem(part, ignoreBounds=True)
        box.setRange(area, padding=0)
        self._label_axes()
        self._label_columns()

    def move_band(self, column: int) -> None:
        """Put the band behind that column; NO_COLUMN takes it away."""
        self._band.move_to(column)

    def column_at(self, place: QPoint) -> int:
        """The column at a place in this widget, or NO_COLUMN."""
        box, spot = self.getPlotItem().vb, self.mapToScene(place)
        if not box.sceneBoundingRect().contains(spot):
            return NO_COLUMN
        column = round(box.mapSceneToView(spot).x())
        return column if 0 <= column < len(self._periods) else NO_COLUMN

    def foot_of(self, column: int) -> QPoint:
        """Where in this widget the middle of a column's foot is."""
        foot: QPoint = self.mapFromScene(self.getPlotItem().vb.mapViewToScene(QPointF(column, 0)))
        return foot

    def right_edge(self) -> int:
        """Where in this widget the columns end and the right axis begins."""
        box = self.getPlotItem().vb
        return int(self.mapFromScene(box.sceneBoundingRect().topRight()).x())

    def paint_without_band(self, painter: QPainter) -> None:
        """Paint what is drawn at the painter's origin, as for an exported picture."""
        self._band.hide()
        self.render(painter, QRectF(self.rect()), self.rect())
        self._band.show()

    def _figures(self, unit: str) -> list[int]:
        kinds = ("now", "before") if self._compared else ("now",)
        every = (getattr(p, f"{kind}_{unit}") for p in self._periods for kind in kinds)
        return [figure for figure in every if figure is not None]

    def _area(self) -> QRectF:
        scale, width = self._scale, max(1, len(self._periods)) - 1 + 2 * _EDGE
        low = -scale.below * scale.step_m3 * _HEADROOM
        return QRectF(-_EDGE, low, width, scale.above * scale.step_m3 * _HEADROOM - low)

    def _bars(self, area: QRectF) -> list[Bars]:
        look, periods = theme.of(self), self._periods
        estimate, now = look.colour("chart_estimate"), look.colour("chart_now")
        style = BarStyle(now, now, estimate, side=1 if self._compared else 0)
        bars = [Bars(area, [(p.now_m3, p.estimated) for p in periods], style)]
        if self._compared:
            before, edge = look.colour("chart_before"), look.colour("chart_before_edge")
            figures = [(p.before_m3, p.before_estimated) for p in periods]
            bars.append(Bars(area, figures, BarStyle(before, edge, estimate, side=-1)))
        return bars

    def _lines(self, area: QRectF) -> list[AmountLine]:
        periods = self._periods
        lines = [self._line(area, [p.now_yen for p in periods], "chart_yen", dashed=False)]
        if self._compared:
            before = [p.before_yen for p in periods]
            lines.append(self._line(area, before, "chart_yen_before", dashed=True))
        return lines

    def _line(
        self, area: QRectF, amounts: Sequence[int | None], colour: str, *, dashed: bool
    ) -> AmountLine:
        look, ratio = theme.of(self), self._scale.step_m3 / self._scale.step_yen
        heights = [None if yen is None else yen * ratio for yen in amounts]
        style = LineStyle(look.colour(colour), look.colour("surface"), dashed=dashed)
        return AmountLine(area, heights, style)

    def _figure_font(self) -> QFont:
        look = theme.of(self)
        font = look.font("figure")
        font.setPixelSize(look.type["xs"].px)
        return font

    def _label_axes(self) -> None:
        look, scale, font = theme.of(self), self._scale, self._figure_font()
        metrics = QFontMetricsF(font)
        for side, step in (("left", scale.step_m3), ("right", scale.step_yen)):
            texts = [f"{number * step:,}" for number in scale.steps()]
            ticks = [(n * scale.step_m3, t) for n, t in zip(scale.steps(), texts, strict=True)]
            axis = self.getPlotItem().getAxis(side)
            axis.setTickFont(font)
            axis.setTextPen(look.colour("text2"))
            axis.setTicks([ticks])
            axis.setWidth(max(metrics.horizontalAdvance(text) for text in texts) + 2 * _TEXT_GAP)
        bottom = self.getPlotItem().getAxis("bottom")
        bottom.setTickFont(look.font("xs"))
        bottom.setTextPen(look.colour("text2"))
        lines = max((period.label.count("\n") + 1 for period in self._periods), default=1)
        bottom.setHeight(round(_TEXT_GAP + 4 + lines * look.type["xs"].px * LABEL_LINE_HEIGHT))

    def _label_columns(self, *_view: object) -> None:
        metrics = QFontMetricsF(theme.of(self).font("xs"))
        widths = [
            [metrics.horizontalAdvance(line) for line in period.label.split("\n")]
            for period in self._periods
        ]
        room = self.getPlotItem().vb.width() / max(1, len(self._periods) - 1 + 2 * _EDGE)
        every = thinning(widths, room)
        last = len(self._periods) - 1
        ticks = [(n, p.label) for n, p in enumerate(self._periods) if (last - n) % every == 0]
        self.getPlotItem().getAxis("bottom").setTicks([ticks])
