"""Paints a document in the list: what it is above, when and how it stands below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import assets, theme
from desktop.widgets.chip import chip_width, paint_chip

if TYPE_CHECKING:
    from desktop.labels import ChipWords
    from desktop.theme import Theme

ENTRY: Final = Qt.ItemDataRole.UserRole
ROW_HEIGHT: Final = 61
_SIDE, _GAP = 14, 8
_BAR = 3
_LINE = 26


@dataclass(frozen=True, slots=True)
class Entry:
    """What the list shows of one document."""

    document_id: int
    title: str
    below: str
    chip: ChipWords
    published: bool


class DocumentDelegate(QStyledItemDelegate):
    """Two lines a document; whatever is too long is cut, and the tooltip has it whole."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look: Theme = theme.of(option.widget)
        entry: Entry = index.data(ENTRY)
        place = QRectF(option.rect)
        painter.save()
        _paint_ground(painter, option, look)
        inner = place.adjusted(_SIDE, 7, -_SIDE, -7)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setFont(look.font(bold=chosen))
        painter.setPen(look.colour("text"))
        _write(painter, QRectF(inner.left(), inner.top(), inner.width(), 22), entry.title)
        lower = QRectF(inner.left(), inner.bottom() - 23, inner.width(), 23)
        lower.setRight(_paint_chip(painter, lower, entry, look) - _GAP)
        if entry.published:
            lower.setRight(_paint_mark(painter, lower, look) - _GAP)
        painter.setFont(look.font("figure"))
        painter.setPen(look.colour("text2"))
        _write(painter, lower, entry.below)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Theme) -> None:
    place = QRectF(option.rect)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    ground = "selection" if chosen else "hover" if hovered else "surface"
    painter.fillRect(place, look.colour(ground))
    painter.setPen(look.colour("line"))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    if chosen:
        bar = QRectF(place.left(), place.top(), _BAR, place.height())
        painter.fillRect(bar, look.colour("primary"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -2))


def _paint_chip(painter: QPainter, lower: QRectF, entry: Entry, look: Theme) -> float:
    chip = entry.chip
    width = chip_width(look, chip.text, chip.kind, chip.icon)
    place = QRectF(lower.right() - width, lower.top(), width, look.px("chip_in_row"))
    paint_chip(painter, place, look, text=chip.text, kind=chip.kind, icon=chip.icon)
    return place.left()


def _paint_mark(painter: QPainter, lower: QRectF, look: Theme) -> float:
    size = look.px("icon_small")
    ratio = painter.device().devicePixelRatio()
    picture = assets.pixmap("screen", look.colour("link"), size=size, ratio=ratio)
    left = lower.right() - size
    painter.drawPixmap(QPointF(left, lower.center().y() - size / 2), picture)
    return left


def _write(painter: QPainter, place: QRectF, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), cut)
