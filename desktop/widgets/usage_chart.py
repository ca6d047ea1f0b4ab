"""The chart of a contract's usage in m³ and amounts in yen, period by period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.chart_plot import NO_COLUMN, ChartPlot
from desktop.widgets.chart_tip import ChartTip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from desktop.widgets.chart_legend import ChartLegend
    from desktop.widgets.chart_period import ChartPeriod

_FRAME = 2
_GAP = 8
_BAND_HALF = 0.42  # of a column; the tip begins there
_EXPORT_RATIO = 2
_EXPORT_MARGIN = 16
_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
_CHOOSING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class UsageChart(QWidget):
    """Bars of m³ and lines of yen over one grid; one column at a time is pointed at."""

    band_moved = Signal(int)  # the column pointed at, or -1
    chosen = Signal(int)  # the column clicked, or pointed at when Space or Enter was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._periods: tuple[ChartPeriod, ...] = ()
        self._compared = True
        self._empty_text = ""
        self._column = NO_COLUMN
        self._focus_shown = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._plot = ChartPlot(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        layout.addWidget(self._plot)
        self._tip = ChartTip(self)
        self._draw()

    def show_periods(self, periods: Sequence[ChartPeriod], *, compared: bool) -> None:
        """Show these columns; ``compared`` puts each one's year before to its left."""
        self.move_band(NO_COLUMN)
        self._periods, self._compared = tuple(periods), compared
        self._draw()

    def set_empty_text(self, text: str) -> None:
        """What to say in place of a chart when nothing was ever billed."""
        self._empty_text = text
        self._describe()
        self.update()

    def column(self) -> int:
        """The column pointed at, or -1."""
        return self._column

    def move_band(self, column: int) -> None:
        """Point at a column and say what it shows; -1 points at none."""
        column = column if 0 <= column < len(self._periods) and not self._is_empty() else NO_COLUMN
        if column == self._column:
            return
        self._column = column
        self._plot.move_band(column)
        self._place_tip()
        self._describe()
        self.band_moved.emit(column)

    def column_at(self, place: QPoint) -> int:
        """The column at a place in this widget, or -1."""
        inside = self._plot.mapFrom(self, place)
        return NO_COLUMN if self._is_empty() else self._plot.column_at(inside)

    def foot_of(self, column: int) -> QPoint:
        """Where in this widget the middle of a column's foot is."""
        foot: QPoint = self._plot.pos() + self._plot.foot_of(column)
        return foot

    def as_png(self, title: str, legend: ChartLegend | None = None) -> bytes:
        """The chart as a picture twice as sharp as the screen, under its title and legend."""
        look = theme.of(self)
        head = round(look.type["h2"].px * 1.6)
        key = legend.sizeHint().height() + _GAP if legend else 0
        inside = max(self._plot.width(), legend.sizeHint().width() if legend else 0)
        width = inside + 2 * _EXPORT_MARGIN
        height = head + key + self._plot.height() + 2 * _EXPORT_MARGIN
        image = QImage(
            width * _EXPORT_RATIO, height * _EXPORT_RATIO, QImage.Format.Format_ARGB32_Premultiplied
        )
        image.setDevicePixelRatio(_EXPORT_RATIO)
        image.fill(look.colour("surface"))
        painter = QPainter(image)
        painter.translate(_EXPORT_MARGIN, _EXPORT_MARGIN)
        painter.setFont(look.font("h2"))
        painter.setPen(look.colour("text"))
        painter.drawText(QRect(0, 0, inside, head), Qt.AlignmentFlag.AlignTop, title)
        painter.translate(0, head)
        if legend:
            legend.paint_into(painter, inside)
        painter.translate(0, key)
        self._plot.paint_without_band(painter)
        painter.end()
        return _png(image)

    def _is_empty(self) -> bool:
        return all(period.is_empty for period in self._periods)

    def _draw(self) -> None:
        self._plot.setVisible(not self._is_empty())
        self._plot.draw_periods(self._periods, compared=self._compared)
        self._plot.move_band(self._column)
        self._describe()
        self.update()

    def _describe(self) -> None:
        text = self._empty_text if self._is_empty() else ""
        if self._column != NO_COLUMN:
            text = self._periods[self._column].spoken()
        self.setAccessibleDescription(text)

    def _place_tip(self) -> None:
        self._tip.setVisible(self._column != NO_COLUMN)
        if self._column == NO_COLUMN:
            return
        period = self._periods[self._column]
        self._tip.show_lines(period.heading or period.label, period.lines)
        middle = self.foot_of(self._column).x()
        half = (self.foot_of(self._column + 1).x() - middle) * _BAND_HALF
        left = middle + half
        if left + self._tip.width() > self._plot.pos().x() + self._plot.right_edge():
            left = middle - half - self._tip.width()
        self._tip.move(round(max(_GAP, left)), _GAP)
        self._tip.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, at, key = len(self._periods) - 1, self._column, Qt.Key(event.key())
        goals = {
            Qt.Key.Key_Left: last if at == NO_COLUMN else max(0, at - 1),
            Qt.Key.Key_Right: 0 if at == NO_COLUMN else min(last, at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in goals and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.move_band(goals[key])
        elif at != NO_COLUMN and key in _CHOOSING:
            self.chosen.emit(at)
        elif at != NO_COLUMN and key == Qt.Key.Key_Escape:
            self.move_band(NO_COLUMN)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.move_band(self.column_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._focus_shown = False
        super().mousePressEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        column = self.column_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and column != NO_COLUMN:
            self.move_band(column)
            self.chosen.emit(column)

    def leaveEvent(self, event: QEvent) -> None:
        self.move_band(NO_COLUMN)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focus_shown = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.move_band(NO_COLUMN)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.of(self)
        painter = QPainter(self)
        if self._is_empty():
            painter.setPen(look.colour("text2"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._empty_text)
        if self.hasFocus() and self._focus_shown:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("focus"), _FRAME))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
