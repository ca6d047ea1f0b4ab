"""A table's headings: which columns show, how wide, in which order, sorted by which."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from desktop import theme
from desktop.widgets.table_delegate import cell_padding

if TYPE_CHECKING:
    from desktop.widgets.record_model import Column, RecordModel

_NARROWEST = 24
_AS_IT_CAME = -1


class RecordHeader(QHeaderView):
    """The headings of a RecordTable; a right click shows and hides columns."""

    def __init__(self, records: RecordModel[Any], parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._records = records
        self._own_rooms: dict[str, float] = {}
        self._sharing = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicatorClearable(True)
        self.setHighlightSections(False)
        # a heading that cannot be as narrow as its column makes a phantom scroll bar
        self.setMinimumSectionSize(_NARROWEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.sectionResized.connect(self._note_width)
        self.sectionMoved.connect(self.share_width)

    def share_width(self) -> None:
        """Give the columns the width the table has, spare px by weight, never less than needed."""
        columns = self._shown_columns()
        if not columns:
            return
        widths = {at: self._needed(at) for at in columns}
        spare = self._available() - sum(widths.values())
        takers = [at for at in columns if self._column(at).key not in self._own_rooms] or columns
        shares = {at: widths[at] * self._column(at).weight for at in takers}
        whole = sum(shares.values())
        if spare > 0 and whole > 0:
            for at, share in shares.items():
                widths[at] += int(spare * share / whole)
        self._sharing = True
        for at in columns:
            self.resizeSection(at, widths[at])
        self._fill_last(columns)
        self._sharing = False

    def show_column(self, key: str, *, shown: bool) -> None:
        """Show or hide one column; the last one shown stays."""
        at = self._places()[key]
        if not shown and self._shown_columns() == [at]:
            return
        self.setSectionHidden(at, not shown)
        self.share_width()

    def restore_defaults(self) -> None:
        """Bring back columns, widths and order as the program came with them."""
        self._own_rooms.clear()
        for at, column in enumerate(self._records.columns):
            self.moveSection(self.visualIndex(at), at)
            self.setSectionHidden(at, not column.shown)
        self.setSortIndicator(_AS_IT_CAME, Qt.SortOrder.AscendingOrder)
        self.share_width()

    def columns_shown(self) -> list[Column[Any]]:
        """The columns that are not hidden, from left to right."""
        return [self._column(at) for at in self._shown_columns()]

    def arrangement(self) -> bytes:
        """What the clerk arranged, to be kept by the owner and given to ``arrange``."""
        columns = self._records.columns
        order = sorted(range(len(columns)), key=self.visualIndex)
        sorted_by = self.sortIndicatorSection()
        arranged = {
            "order": [columns[at].key for at in order],
            "hidden": [columns[at].key for at in order if self.isSectionHidden(at)],
            "rooms": self._own_rooms,
            "sort": columns[sorted_by].key if 0 <= sorted_by < len(columns) else None,
            "descending": self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
        }
        return json.dumps(arranged).encode()

    def arrange(self, kept: bytes) -> None:
        """Arrange the columns as they were kept; what cannot be read or no more exists is left."""
        self.restore_defaults()
        try:
            self._arrange(json.loads(kept))
        except (ValueError, KeyError, TypeError, AttributeError):
            self.restore_defaults()

    def sort_menu(self) -> QMenu:
        """A menu that sorts by a column; asked again, the other way round."""
        menu = QMenu(self.tr("Sort by"), self)
        for at in self._shown_columns():
            menu.addAction(self._column(at).title()).setData(at)
        menu.addAction(self.tr("Original order")).setData(_AS_IT_CAME)
        menu.triggered.connect(self._choose_order)
        return menu

    def columns_menu(self) -> QMenu:
        """A menu that shows and hides the columns and brings back the defaults."""
        menu = QMenu(self.tr("Columns"), self)
        shown = self._shown_columns()
        for at, column in enumerate(self._records.columns):
            action = menu.addAction(column.title())
            action.setData(column.key)
            action.setCheckable(True)
            action.setChecked(at in shown)
            action.setEnabled(shown != [at])
        menu.addSeparator()
        menu.addAction(self.tr("Restore default columns"))
        menu.triggered.connect(self._choose_column)
        return menu

    def _arrange(self, arranged: dict[str, Any]) -> None:
        places = self._places()
        for visual, key in enumerate(key for key in arranged["order"] if key in places):
            self.moveSection(self.visualIndex(places[key]), visual)
        for key, at in places.items():
            if key in arranged["order"]:
                self.setSectionHidden(at, key in arranged["hidden"])
        self._own_rooms = {k: float(v) for k, v in arranged["rooms"].items() if k in places}
        if arranged["sort"] in places:
            down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
            self.setSortIndicator(places[arranged["sort"]], down if arranged["descending"] else up)
        self.share_width()

    def _places(self) -> dict[str, int]:
        return {column.key: at for at, column in enumerate(self._records.columns)}

    def _column(self, at: int) -> Column[Any]:
        return self._records.columns[at]

    def _shown_columns(self) -> list[int]:
        numbers = range(len(self._records.columns))
        return sorted((n for n in numbers if not self.isSectionHidden(n)), key=self.visualIndex)

    def _available(self) -> int:
        parent = self.parentWidget()
        return parent.viewport().width() if isinstance(parent, QTableView) else self.width()

    def _digit(self) -> float:
        return QFontMetricsF(theme.of(self).font("figure")).horizontalAdvance("0")

    def _needed(self, at: int) -> int:
        column, look = self._column(at), theme.of(self)
        if column.key in self._own_rooms:
            return max(_NARROWEST, round(self._own_rooms[column.key] * self._digit()))
        heading = QFontMetricsF(look.font("sub")).horizontalAdvance(column.title())
        return round(max(column.room * self._digit(), heading + 1)) + 2 * cell_padding(look)

    def _fill_last(self, columns: list[int]) -> None:
        others = sum(self.sectionSize(at) for at in columns[:-1])
        self.resizeSection(columns[-1], max(self._needed(columns[-1]), self._available() - others))

    def _note_width(self, at: int, before: int, width: int) -> None:
        # a column that is hidden, or shown again, was not made wider by the clerk
        if self._sharing or not before or not width or self.isSectionHidden(at):
            return
        self._own_rooms[self._column(at).key] = width / self._digit()
        self._sharing = True
        self._fill_last(self._shown_columns())
        self._sharing = False

    def _show_menu(self, place: QPoint) -> None:
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))

    def _choose_order(self, action: QAction) -> None:
        at, up, down = action.data(), Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        order = up if at == _AS_IT_CAME else self._records.first_order(at)
        if (at, order) == (self.sortIndicatorSection(), self.sortIndicatorOrder()):
            order = down if order == up else up
        self.setSortIndicator(at, order)

    def _choose_column(self, action: QAction) -> None:
        if action.data() is None:
            self.restore_defaults()
        else:
            self.show_column(action.data(), shown=action.isChecked())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look, column = theme.of(self), self._column(logicalIndex)
        under_mouse = rect.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
        padding = cell_padding(look)
        painter.save()
        painter.fillRect(rect, look.colour("sunken" if under_mouse else "surface2"))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(padding, 0, -padding, 0)
        painter.setFont(look.font("sub"))
        painter.setPen(look.colour("text" if under_mouse else "text2"))
        metrics = QFontMetricsF(painter.font())
        title = metrics.elidedText(column.title(), Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), title)
        if self.sortIndicatorSection() == logicalIndex:
            width = metrics.horizontalAdvance(title)
            self._paint_arrow(
                painter,
                inner.right() - width - 7 if column.numeric else inner.left() + width + 7,
                inner.center().y(),
            )
        painter.restore()

    def _paint_arrow(self, painter: QPainter, middle: float, height: float) -> None:
        up = 1 if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else -1
        corners = [(-4.0, 2.0 * up), (4.0, 2.0 * up), (0.0, -3.0 * up)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.of(self).colour("text2"))
        painter.drawPolygon(QPolygonF([QPointF(middle + x, height + y) for x, y in corners]))
