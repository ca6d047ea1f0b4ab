"""A table in which several rows can be chosen for one act."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

from desktop.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

R = TypeVar("R")
_TOGGLE = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows


class SeveralRowsTable(RecordTable[R]):
    """Shift or Ctrl takes more rows; Ctrl with the arrows goes on, Space takes or leaves a row."""

    def let_choose_several(self) -> None:
        """Let more than the row stood on be chosen from now on."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def all_selected(self) -> list[R]:
        """The rows chosen, from the top."""
        indexes = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [self.records.row_at(index) for index in indexes]

    def standing(self) -> QModelIndex:
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isRowSelected(current.row()):
            return current
        return super().standing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, alone = self.currentIndex(), len(self.all_selected()) == 1
        if event.key() == Qt.Key.Key_Space and here.isValid():
            if not (alone and self.standing() == here):  # nobody stands nowhere
                self.selectionModel().select(here, _TOGGLE)
        else:
            super().keyPressEvent(event)
