"""Paints a table's cells: figures in columns, status chips, lines with what was searched marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desktop import theme
from desktop.widgets.chip import chip_font, chip_width, paint_chip

if TYPE_CHECKING:
    from desktop.theme import Kind, Theme
    from desktop.widgets.record_model import Column, RecordModel, Span

Index = QModelIndex | QPersistentModelIndex
_MARK_HEIGHT = 1.36
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT, _RIGHT = int(_ONE_LINE), int(_ONE_LINE | Qt.AlignmentFlag.AlignRight)
_LINE_HEIGHT = 1.45  # BIZ UD type has no leading of its own


def cell_padding(look: Theme) -> int:
    """The empty px at either side of a cell and of its heading."""
    return look.px("s2")


class RecordDelegate(QStyledItemDelegate):
    """Paints one cell of a RecordModel; the table says which row the mouse is over."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self._look = theme.of(parent)
        self._fonts: dict[tuple[str, bool | None], tuple[QFont, QFontMetricsF]] = {}
        self._colours: dict[str, QColor] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, column, row = self._look, self._column(index), self._row(index)
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, self._colour(self._ground(index, selected=selected)))
        painter.setPen(self._colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        padding = cell_padding(look)
        inner = QRectF(rect.adjusted(padding, 0, -padding, -1))
        chip = column.chip(row) if column.chip else None
        if chip:
            self._paint_chip(painter, inner, chip)
        elif column.lines:
            self._paint_lines(painter, inner, column.lines(row))
        elif not column.chip:
            self._paint_text(painter, inner, column, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        padding = cell_padding(self._look)
        width = self._content_width(index) + 2 * padding
        return QSize(round(width) + 1, super().sizeHint(option, index).height())

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        own = index.data(Qt.ItemDataRole.ToolTipRole) if index.isValid() else None
        if event.type() != QEvent.Type.ToolTip or own or not index.isValid():
            return super().helpEvent(event, view, option, index)
        room = option.rect.width() - 2 * cell_padding(self._look)
        cut = self._content_width(index) > room
        QToolTip.showText(event.globalPos(), index.data() if cut else "", view)
        return True

    def refresh(self) -> None:
        """Paint in the present theme from now on; its fonts and colours are made once."""
        self._look = theme.of(cast("QWidget", self.parent()))
        self._fonts.clear()
        self._colours.clear()

    def _type(self, role: str, *, bold: bool | None = None) -> tuple[QFont, QFontMetricsF]:
        made = self._fonts.get((role, bold))
        if made is None:
            font = self._look.font(role, bold=bold)
            made = self._fonts[role, bold] = (font, QFontMetricsF(font))
        return made

    def _colour(self, name: str) -> QColor:
        made = self._colours.get(name)
        if made is None:
            made = self._colours[name] = self._look.colour(name)
        return made

    def _column(self, index: Index) -> Column[Any]:
        return cast("RecordModel[Any]", index.model()).columns[index.column()]

    def _row(self, index: Index) -> Any:
        return cast("RecordModel[Any]", index.model()).row_at(index)

    def _ground(self, index: Index, *, selected: bool) -> str:
        if selected:
            return "selection"
        return "hover" if index.row() == self.hovered_row else "surface"

    def _text_type(self, column: Column[Any]) -> tuple[QFont, QFontMetricsF]:
        role = "figure" if column.numeric or column.figures else "body"
        return self._type(role, bold=column.bold)

    def _content_width(self, index: Index) -> float:
        column, row = self._column(index), self._row(index)
        chip = column.chip(row) if column.chip else None
        if chip:
            return chip_width(self._look, *chip)
        if column.lines:
            return max((self._line_width(line) for line in column.lines(row)), default=0.0)
        return self._text_type(column)[1].horizontalAdvance(column.text(row))

    def _line_width(self, line: tuple[Span, ...]) -> float:
        types = [self._type(span.role, bold=span.bold)[1] for span in line]
        return sum(t.horizontalAdvance(span.text) for t, span in zip(types, line, strict=True))

    def _paint_text(self, painter: QPainter, inner: QRectF, column: Column[Any], row: Any) -> None:
        font, metrics = self._text_type(column)
        painter.setFont(font)
        painter.setPen(self._colour("text2" if column.is_muted(row) else "text"))
        text = column.text(row)
        if metrics.horizontalAdvance(text) > inner.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _RIGHT if column.numeric else _LEFT, text)

    def _paint_chip(self, painter: QPainter, inner: QRectF, chip: tuple[str, Kind, str]) -> None:
        look = self._look
        words, kind, icon = chip
        height = look.px("chip_in_row")
        width, cut = chip_width(look, words, kind, icon), Qt.TextElideMode.ElideRight
        if width > inner.width():
            font = QFontMetricsF(chip_font(look, kind))
            room = font.horizontalAdvance(words) - (width - inner.width())
            words, width = font.elidedText(words, cut, max(0.0, room)), int(inner.width())
        place = QRectF(inner.left(), round(inner.center().y() - height / 2), width, height)
        paint_chip(painter, place, look, text=words, kind=kind, icon=icon)

    def _paint_lines(
        self, painter: QPainter, inner: QRectF, lines: tuple[tuple[Span, ...], ...]
    ) -> None:
        heights = [
            max((self._look.type[span.role].px for span in line), default=0) * _LINE_HEIGHT
            for line in lines
        ]
        top = inner.center().y() - sum(heights) / 2
        for line, height in zip(lines, heights, strict=True):
            self._paint_line(painter, QRectF(inner.left(), top, inner.width(), height), line)
            top += height

    def _paint_line(self, painter: QPainter, place: QRectF, line: tuple[Span, ...]) -> None:
        left = place.left()
        for span in line:
            font, metrics = self._type(span.role, bold=span.bold)
            room = place.right() - left
            text = metrics.elidedText(span.text, Qt.TextElideMode.ElideRight, max(0.0, room))
            if not text:
                return
            spot = QRectF(left, place.top(), room, place.height())
            cut = text != span.text
            self._mark_found(painter, spot, span, shown=len(text) - cut)
            painter.setFont(font)
            painter.setPen(self._colour("text2" if span.muted else "text"))
            painter.drawText(spot, _LEFT, text)
            left += metrics.horizontalAdvance(text)

    def _mark_found(self, painter: QPainter, spot: QRectF, span: Span, *, shown: int) -> None:
        metrics = self._type(span.role, bold=span.bold)[1]
        height = self._look.type[span.role].px * _MARK_HEIGHT
        top = spot.center().y() - height / 2
        for start, length in span.found:
            if start >= shown:
                continue
            left = spot.left() + metrics.horizontalAdvance(span.text[:start])
            width = metrics.horizontalAdvance(span.text[start : min(start + length, shown)])
            painter.fillRect(QRectF(left - 1, top, width + 2, height), self._colour("found"))
