"""Rows that never change, shown through declared columns, sorted and filtered in place.

Nothing is computed for a cell until it is painted: a hundred thousand rows show as fast as ten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.theme import Kind

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one type role; ``found`` are (start, length) of what was searched."""

    text: str
    role: str = "body"
    bold: bool | None = None
    muted: bool = False
    found: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """How one column is headed, filled, sorted and painted.

    ``room`` is in half-width characters; ``weight`` its share of spare width. ``chip`` gives
    (words, kind, icon) or None, ``lines`` one tuple of spans a line, ``plain`` the text for files.
    """

    key: str
    title: Callable[[], str]
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    room: int = 10
    weight: float = 1.0
    numeric: bool = False
    figures: bool = False
    bold: bool = False
    muted: Callable[[R], bool] | bool = False
    chip: Callable[[R], tuple[str, Kind, str] | None] | None = None
    lines: Callable[[R], tuple[tuple[Span, ...], ...]] | None = None
    tooltip: Callable[[R], str] | None = None
    plain: Callable[[R], str] | None = None
    shown: bool = True

    def is_muted(self, row: R) -> bool:
        """Whether the cell of that row steps back behind its neighbours."""
        return self.muted(row) if callable(self.muted) else self.muted

    @property
    def sort_value(self) -> Callable[[R], Any]:
        """By what a row is ordered in this column; None goes last either way."""
        return self.sort or self.text

    def for_file(self, row: R) -> str:
        """The cell as it is copied and exported."""
        return self.text(row) if self.plain is None else self.plain(row)


class RecordModel(QAbstractTableModel, Generic[R]):
    """Shows a sequence of rows through its columns, in the order and the selection asked for."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: Sequence[R] = ()
        self._wanted: Callable[[R], bool] | None = None
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)
        self._order: Sequence[int] = range(0)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows instead; the order and the filter asked for stay."""
        self.beginResetModel()
        self._rows = rows
        self._order = self._arranged()
        self.endResetModel()

    def show_only(self, wanted: Callable[[R], bool] | None) -> None:
        """Show only the rows that are wanted; None shows all of them again."""
        self.beginResetModel()
        self._wanted = wanted
        self._order = self._arranged()
        self.endResetModel()

    def count(self, wanted: Callable[[R], bool] | None = None) -> int:
        """How many of all the rows, hidden ones too, are wanted."""
        return len(self._rows) if wanted is None else sum(1 for row in self._rows if wanted(row))

    def rows(self) -> list[R]:
        """The rows shown, as ordered."""
        return [self._rows[number] for number in self._order]

    def row_at(self, index: Index) -> R:
        """The row an index stands in."""
        return self._rows[self._order[index.row()]]

    def position(self, wanted: Callable[[R], bool]) -> int:
        """Where the first wanted row is shown, or -1."""
        rows = self._rows
        return next((at for at, number in enumerate(self._order) if wanted(rows[number])), -1)

    def first_order(self, column: int) -> Qt.SortOrder:
        """How the column is sorted when asked for once: the largest figures first."""
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        return down if self.columns[column].numeric else up

    def retranslate(self) -> None:
        """Head the columns and word the cells in the present language."""
        if not self.columns:
            return
        last = len(self.columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, last))

    def _arranged(self) -> Sequence[int]:
        rows, wanted = self._rows, self._wanted
        order: Sequence[int] = range(len(rows))
        if wanted is not None:
            order = [number for number in order if wanted(rows[number])]
        column, direction = self._sorted_by
        return order if column < 0 else self._ordered(order, column, direction)

    def _ordered(self, order: Sequence[int], column: int, direction: Qt.SortOrder) -> list[int]:
        value, rows = self.columns[column].sort_value, self._rows
        # a hundred thousand rows are felt: each is taken up as few times as can be
        whole = isinstance(order, range)
        values = list(map(value, rows if whole else map(rows.__getitem__, order)))
        known: Sequence[int] = range(len(values))
        unknown: list[int] = []
        if None in values:
            known = [at for at in known if values[at] is not None]
            unknown = [at for at, each in enumerate(values) if each is None]
        down = direction == Qt.SortOrder.DescendingOrder
        places = sorted(known, key=values.__getitem__, reverse=down)
        places += unknown
        return places if whole else [order[at] for at in places]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column, equal rows as they came; -1 brings back the order they came in."""
        if self._sorted_by == (column, order):
            return  # a view asks twice, and a long list takes its time
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self._order[index.row()] for index in before]
        self._sorted_by = (column, order)
        self._order = self._arranged()
        places = {number: self._order.index(number) for number in set(numbers)}
        moved = [
            self.index(places[number], index.column())
            for number, index in zip(numbers, before, strict=True)
        ]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self.row_at(index))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole and column.tooltip:
            return column.tooltip(self.row_at(index)) or None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            return self.first_order(section)
        return None
