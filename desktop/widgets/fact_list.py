"""Facts as label and value, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from desktop.widgets.labels import Label, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

_NAME_WIDTH = 132


class FactList(QWidget):
    """Rows of a name and a value; a long value takes more lines, wherever it has to break."""

    def __init__(self, parent: QWidget | None = None, *, name_width: int = _NAME_WIDTH) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, name_width)
        self._grid.setColumnStretch(1, 1)
        self._facts: list[tuple[str, str]] = []

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show these names and values instead of what was shown."""
        self._facts = list(facts)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line, (name, value) in enumerate(self._facts):
            title, shown = Label(name, "sub", self), Value(value, "body", self)
            shown.setAccessibleName(f"{name}: {value}")
            self._grid.addWidget(title, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, line, 1)

    def facts(self) -> list[tuple[str, str]]:
        """The names and values that are shown."""
        return list(self._facts)


class Value(Paragraph):
    """What is marked in it is copied as it was set: a path that broke is pasted as a path."""

    def __init__(self, text: str, role: str, parent: QWidget) -> None:
        super().__init__(text, role, parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and self.hasSelectedText():
            clipboard.setText(self.selected(), QClipboard.Mode.Selection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"))
        copy.setEnabled(self.hasSelectedText())
        copy.triggered.connect(self._copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.selected())
