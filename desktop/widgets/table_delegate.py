"""Paints a table's cells: figures in columns, status chips, lines with what was searched marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop import theme
from desktop.widgets.chip import chip_font, chip_width, paint_chip

if TYPE_CHECKING:
    from desktop.theme import Kind, Theme
    from desktop.widgets.record_model import Column, RecordModel, Span

Index = QModelIndex | QPersistentModelIndex
_LINE_HEIGHT = 1.45  # BIZ UD type has no leading of its own


def cell_padding(look: Theme) -> int:
    """The empty px at either side of a cell and of its heading."""
    return look.px("s2" if look.compact else "s3")


class RecordDelegate(QStyledItemDelegate):
    """Paints one cell of a RecordModel; the table says which row the mouse is over."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self._fonts: dict[tuple[str, bool | None], QFont] = {}
        self._look: Theme | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, column, row = self._theme(), self._column(index), self._row(index)
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, look.colour(self._ground(index, selected=selected)))
        painter.setPen(look.colour("line"))
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
        width = self._content_width(index) + 2 * cell_padding(self._theme())
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
        room = option.rect.width() - 2 * cell_padding(self._theme())
        cut = self._content_width(index) > room
        QToolTip.showText(event.globalPos(), index.data() if cut else "", view)
        return True

    def font(self, role: str, *, bold: bool | None = None) -> QFont:
        """The type of a role, made once for as long as the theme stays."""
        look = self._theme()
        if (role, bold) not in self._fonts:
            self._fonts[role, bold] = look.font(role, bold=bold)
        return self._fonts[role, bold]

    def _theme(self) -> Theme:
        look = theme.of(self.parent())  # type: ignore[arg-type]
        if look is not self._look:
            self._look = look
            self._fonts.clear()
        return look

    def _column(self, index: Index) -> Column[Any]:
        return cast("RecordModel[Any]", index.model()).columns[index.column()]

    def _row(self, index: Index) -> Any:
        return cast("RecordModel[Any]", index.model()).row_at(index)

    def _ground(self, index: Index, *, selected: bool) -> str:
        if selected:
            return "selection"
        return "hover" if index.row() == self.hovered_row else "surface"

    def _text_font(self, column: Column[Any]) -> QFont:
        role = "figure" if column.numeric or column.figures else "body"
        return self.font(role, bold=column.bold)

    def _content_width(self, index: Index) -> float:
        column, row = self._column(index), self._row(index)
        chip = column.chip(row) if column.chip else None
        if chip:
            return chip_width(self._theme(), *chip)
        if column.lines:
            return max((self._line_width(line) for line in column.lines(row)), default=0.0)
        return QFontMetricsF(self._text_font(column)).horizontalAdvance(column.text(row))

    def _line_width(self, line: tuple[Span, ...]) -> float:
        return sum(
            QFontMetricsF(self.font(span.role, bold=span.bold)).horizontalAdvance(span.text)
            for span in line
        )

    def _paint_text(self, painter: QPainter, inner: QRectF, column: Column[Any], row: Any) -> None:
        font = self._text_font(column)
        painter.setFont(font)
        painter.setPen(self._theme().colour("text2" if column.is_muted(row) else "text"))
        text = column.text(row)
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(text) > inner.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(inner, int(flags), text)

    def _paint_chip(self, painter: QPainter, inner: QRectF, chip: tuple[str, Kind, str]) -> None:
        look = self._theme()
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
            max((self.font(span.role).pixelSize() for span in line), default=0) * _LINE_HEIGHT
            for line in lines
        ]
        top = inner.center().y() - sum(heights) / 2
        for line, height in zip(lines, heights, strict=True):
            self._paint_line(painter, QRectF(inner.left(), top, inner.width(), height), line)
            top += height

    def _paint_line(self, painter: QPainter, place: QRectF, line: tuple[Span, ...]) -> None:
        left = place.left()
        for span in line:
            font = self.font(span.role, bold=span.bold)
            metrics = QFontMetricsF(font)
            room = place.right() - left
            text = metrics.elidedText(span.text, Qt.TextElideMode.ElideRight, max(0.0, room))
            if not text:
                return
            spot = QRectF(left, place.top(), room, place.height())
            if text == span.text:
                self._mark_found(painter, spot, span, font)
            painter.setFont(font)
            painter.setPen(self._theme().colour("text2" if span.muted else "text"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(spot, int(flags), text)
            left += metrics.horizontalAdvance(text)

    def _mark_found(self, painter: QPainter, spot: QRectF, span: Span, font: QFont) -> None:
        metrics, height = QFontMetricsF(font), font.pixelSize() * 1.36
        top = spot.center().y() - height / 2
        for start, length in span.found:
            left = spot.left() + metrics.horizontalAdvance(span.text[:start])
            width = metrics.horizontalAdvance(span.text[start : start + length])
            painter.fillRect(
                QRectF(left - 1, top, width + 2, height), self._theme().colour("found")
            )
