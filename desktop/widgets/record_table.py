"""A table the clerk reads, sorts, arranges and copies from without leaving the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from desktop import theme
from desktop.widgets.record_model import Column, RecordModel
from desktop.widgets.table_delegate import RecordDelegate
from desktop.widgets.table_export import cells, csv_file, tsv
from desktop.widgets.table_header import RecordHeader
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )

R = TypeVar("R")
_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_ENDS = {
    QAbstractItemView.CursorAction.MoveHome: 0,
    QAbstractItemView.CursorAction.MoveEnd: -1,
}


class RecordTable(Translated, QTableView, Generic[R]):
    """Shows rows through declared columns, one of them selected.

    ``name`` says for screen readers what is listed; ``identity`` finds the selected row again
    among newer rows. What the owner adds with ``addAction`` is offered on a right click.
    ``harmless`` is asked what may leave in a cell's place, by the clipboard or as a file, so that
    text which a customer chose never runs as a formula.
    """

    chosen = Signal(object)  # the row opened by Enter or a double click
    selection_changed = Signal(object)  # the row selected now, or None
    copied = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        parent: QWidget | None = None,
        *,
        name: Callable[[], str],
        identity: Callable[[R], object] | None = None,
        harmless: Callable[[str], str] = str,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._identity = identity
        self._harmless = harmless
        self._kept: R | None = None
        self._focus_shown = False
        self.records: RecordModel[R] = RecordModel(columns)
        self.records.setParent(self)
        self._delegate = RecordDelegate(self)
        self._header = RecordHeader(self.records, self)
        self.copy_row = self._copy_action("Ctrl+C", self._copy)
        self.copy_row_with_headings = self._copy_action("Ctrl+Alt+C", self._copy_with_headings)
        self._build()
        self.retranslate()

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows instead; order, filter and, where it still exists, selection stay."""
        self.records.show_rows(rows)

    def show_only(self, wanted: Callable[[R], bool] | None) -> None:
        """Show only the rows that are wanted; None shows all of them again."""
        self.records.show_only(wanted)

    def selected(self) -> R | None:
        """The row the clerk stands on."""
        index = self.standing()
        return self.records.row_at(index) if index.isValid() else None

    def standing(self) -> QModelIndex:
        """Where the clerk stands; nowhere when nothing is selected."""
        indexes = self.selectionModel().selectedRows()
        return indexes[0] if indexes else QModelIndex()

    def select(self, position: int) -> None:
        """Stand on the row at a position from 0; outside the table nothing is selected."""
        if not 0 <= position < self.records.rowCount():
            self.selectionModel().clear()
            return
        column = max(0, self._header.logicalIndexAt(0))
        self.setCurrentIndex(self.records.index(position, column))

    def as_tsv(self, rows: Iterable[R] | None = None, *, headings: bool = False) -> str:
        """Rows, the selected one by default, as text for the clipboard: the columns shown."""
        leaving = self._selected_rows() if rows is None else rows
        texts = cells(self._header.columns_shown(), leaving, headings=headings)
        return tsv(texts, harmless=self._harmless)

    def as_csv(self) -> bytes:
        """All rows shown with their headings, as a CSV file for Excel; see ``csv_file``."""
        return self.csv_later()()

    def csv_later(self) -> Callable[[], bytes]:
        """The same as work for another thread: there are lists that take a while."""
        columns, rows, harmless = self._header.columns_shown(), self.records.rows(), self._harmless
        return lambda: csv_file(cells(columns, rows), harmless=harmless)

    def arrangement(self) -> bytes:
        """How the clerk arranged the columns, to be kept by the owner."""
        return self._header.arrangement()

    def arrange(self, kept: bytes) -> None:
        """Arrange the columns as they were kept."""
        self._header.arrange(kept)

    def retranslate(self) -> None:
        self.setAccessibleName(self._name())
        self.copy_row.setText(self.tr("Copy row"))
        self.copy_row_with_headings.setText(self.tr("Copy row with headings"))
        self.records.retranslate()
        self._header.share_width()

    def context_menu(self) -> QMenu:
        """What may be done with the row and with the columns, with the keys that do it."""
        menu = QMenu(self)
        menu.addActions(self.actions())
        menu.addSeparator()
        menu.addMenu(self._header.sort_menu())
        menu.addMenu(self._header.columns_menu())
        return menu

    def _build(self) -> None:
        self.setModel(self.records)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._header.restore_defaults()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        self.records.modelAboutToBeReset.connect(self._keep_selected)
        self.records.modelReset.connect(self._select_kept)
        self.doubleClicked.connect(self._choose)

    def _measure(self) -> None:
        look = theme.of(self)
        self._delegate.refresh()
        tall = any(column.lines for column in self.records.columns)
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(look.px("target"))
        rows.setDefaultSectionSize(look.px("table_row_tall" if tall else "table_row"))
        self._header.setFixedHeight(look.px("table_header"))
        self._header.share_width()

    def _copy_action(self, keys: str, slot: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _selected_rows(self) -> list[R]:
        return [self.records.row_at(index) for index in self.selectionModel().selectedRows()]

    def _copy(self) -> None:
        self._to_clipboard(self.as_tsv())

    def _copy_with_headings(self) -> None:
        self._to_clipboard(self.as_tsv(headings=True))

    def _to_clipboard(self, text: str) -> None:
        if self.selected() is not None:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.records.row_at(index))

    def _keep_selected(self) -> None:
        self._kept = self.selected()

    def _select_kept(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        same = self._identity
        sought = kept if same is None else same(kept)
        at = self.records.position(lambda row: (row if same is None else same(row)) == sought)
        self.select(at)
        if at < 0:
            self.selection_changed.emit(None)

    def _hover(self, row: int) -> None:
        before, self._delegate.hovered_row = self._delegate.hovered_row, row
        for changed in {before, row} - {-1}:
            self.viewport().update(self._row_rect(changed))

    def _row_rect(self, row: int) -> QRect:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        return QRect(0, top, self.viewport().width(), height)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit(self.selected())

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        end = _ENDS.get(cursorAction)
        rows = self.records.rowCount()
        if end is None or not rows:
            return super().moveCursor(cursorAction, modifiers)
        return self.records.index(end % rows, max(0, self.currentIndex().column()))

    def keyboardSearch(self, search: str) -> None:
        """Ignore typed letters: a stray key must not move the clerk to another row unseen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.selected()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.chosen.emit(row)
            return
        self._focus_shown = True
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focus_shown = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)
        if self.selected() is None and self._focus_shown:
            self.select(0)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._focus_shown = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        # first the columns, or Qt makes a scroll bar for those of the width before
        self._header.share_width()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.standing()
        if not index.isValid():
            return
        look, place = theme.of(self), self._row_rect(index.row())
        painter = QPainter(self.viewport())
        painter.fillRect(place.left(), place.top(), 3, place.height(), look.colour("primary"))
        if self.hasFocus() and self._focus_shown:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -2))
