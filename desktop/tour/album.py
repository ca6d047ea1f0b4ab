"""Pictures of windows, and what can be read on each."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from desktop.screens.customer.location_switcher import LocationSwitcher
from desktop.widgets.chart_legend import ChartLegend
from desktop.widgets.chip import Chip
from desktop.widgets.usage_chart import UsageChart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QPixmap


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the tour; ``size`` is as in 1366x768, ``texts`` is all that it shows."""

    file: str
    size: str
    language: str
    theme: str
    texts: tuple[str, ...]


class Album:
    """Takes pictures into a folder and lists them in ``tour.json``."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._pictures: list[Picture] = []

    def take(self, name: str, window: QWidget, *, language: str, theme: str) -> None:
        """Take ``window`` as it is, with whatever stands open in front of it."""
        file = f"{name}.png"
        image = window.grab()
        front = _in_front(window)
        if front is not None:
            _paint_over(image, window, front)
        image.save(str(self.folder / file))
        size = f"{window.width()}x{window.height()}"
        seen = dict.fromkeys([*texts(window), *(texts(front) if front else ())])
        self._pictures.append(Picture(file, size, language, theme, tuple(seen)))

    def close(self) -> int:
        """Write the list of the pictures; gives how many there are."""
        listed = {"pictures": [asdict(picture) for picture in self._pictures]}
        text = json.dumps(listed, ensure_ascii=False, indent=1)
        (self.folder / "tour.json").write_text(f"{text}\n", "utf-8")
        return len(self._pictures)


def texts(window: QWidget) -> Iterator[str]:
    """Every text that a window shows, once each widget that shows any."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            yield from (text.strip() for text in _own_texts(widget) if text.strip())


def _own_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case UsageChart():
            yield widget.accessibleDescription()  # as on the tip of the column pointed at
        case ChartLegend():
            yield from (entry.text for entry in widget.entries())
        case LocationSwitcher():
            yield widget.words()
        case Chip():
            yield widget.text()
        case QLabel() | QAbstractButton():
            yield widget.text().replace("&&", "&")
        case QComboBox():
            yield widget.currentText()
        case QLineEdit():
            yield widget.displayText() or widget.placeholderText()
        case QTextEdit():
            yield widget.toPlainText()
        case QAbstractItemView():
            yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns: Sequence[int] = range(1)  # of a list; Qt lets nobody ask it
    if isinstance(view, QTableView):
        shown = (column for column in range(model.columnCount()) if not view.isColumnHidden(column))
        columns = tuple(shown)
        yield from (str(model.headerData(at, Qt.Orientation.Horizontal)) for at in columns)
    for line in range(model.rowCount()):
        yield from (str(model.index(line, column).data() or "") for column in columns)


def _in_front(window: QWidget) -> QWidget | None:
    popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    return popup if popup is not None and popup is not window else None


def _paint_over(image: QPixmap, window: QWidget, front: QWidget) -> None:
    painter = QPainter(image)
    painter.drawPixmap(window.mapFromGlobal(front.mapToGlobal(QPoint(0, 0))), front.grab())
    painter.end()
