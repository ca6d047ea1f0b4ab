"""The list a location is chosen from: two places or sixty, with the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from db.rules.search_text import fold_text, number_key, text_key
from desktop import assets, theme
from desktop.widgets.chip import chip_width, paint_chip
from desktop.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.queries.customers import ContractChoice
    from desktop.labels import ChipWords

_ENTRY = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 10
_FILTER_FROM = 8
_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SIDE = 10


@dataclass(frozen=True, slots=True)
class LocationEntry:
    """A location as it is listed: its address and what is to be known of it."""

    choice: ContractChoice
    address: str
    chip: ChipWords | None
    is_current: bool


class LocationList(QFrame):
    """Opens below the switcher; the arrows and Enter choose, typing narrows a long list."""

    chosen = Signal(int)  # contract id

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.filter = QLineEdit(self)
        self.list = QListWidget(self)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.setLayout(column(self.filter, self.list, gap=6, margins=(6, 6, 6, 6)))
        for part in (self.filter, self.list):
            part.installEventFilter(self)
        self.filter.textChanged.connect(self._narrow)
        self.list.itemClicked.connect(self._choose)

    def set_words(self, name: str, hint: str) -> None:
        """What is listed here, and what may be typed to narrow it."""
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)
        self.filter.setAccessibleName(hint)
        self.filter.setPlaceholderText(hint)

    def open_with(self, entries: Sequence[LocationEntry], below: QWidget) -> None:
        """Open below a widget, standing on the current location."""
        self.filter.clear()
        self.filter.setVisible(len(entries) >= _FILTER_FROM)
        self.list.clear()
        for entry in entries:
            self._add(entry)
        self._fit(len(entries), below)
        self.show()
        first = self.filter if self.filter.isVisibleTo(self) else self.list
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.scrollToItem(self.list.currentItem())

    def addresses(self) -> list[str]:
        """The addresses now listed, from the top."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.text() for item in items if not item.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._choose(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in _LIST_KEYS and watched is self.filter:
            QApplication.sendEvent(self.list, event)
        else:
            return super().eventFilter(watched, event)
        return True

    def _add(self, entry: LocationEntry) -> None:
        item = QListWidgetItem(entry.address, self.list)
        item.setData(_ENTRY, entry)
        said = entry.address if entry.chip is None else f"{entry.address}, {entry.chip.text}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(said)
        if entry.is_current:
            self.list.setCurrentItem(item)

    def _fit(self, entries: int, below: QWidget) -> None:
        rows = max(1, min(entries, _ROWS_SHOWN))
        self.list.setFixedHeight(rows * theme.of(self).px("table_row") + 2)
        widest = max(self.list.sizeHintForColumn(0) + 40, below.width())
        self.setFixedWidth(min(widest, 2 * below.width(), 640))
        self.adjustSize()
        self.move(below.mapToGlobal(below.rect().bottomLeft()))

    def _narrow(self, typed: str) -> None:
        wanted, digits = fold_text(typed), number_key(typed)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not _is_meant(item.data(_ENTRY).choice, wanted, digits))
        shown = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if self.list.currentRow() not in shown:
            self.list.setCurrentRow(shown[0] if shown else -1)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None or item.isHidden():
            return
        self.close()
        self.chosen.emit(item.data(_ENTRY).choice.contract_id)


class _EntryDelegate(QStyledItemDelegate):
    """Paints a tick for the current location, the address, and its chip at the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        look, entry = theme.of(option.widget), index.data(_ENTRY)
        width = QFontMetricsF(look.font()).horizontalAdvance(entry.address)
        chip = entry.chip
        if chip is not None:
            width += chip_width(look, chip.text, chip.kind, chip.icon) + _SIDE
        return QSize(round(width) + look.px("icon_small") + 3 * _SIDE, look.px("table_row"))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, entry = theme.of(option.widget), index.data(_ENTRY)
        place = QRectF(option.rect)
        painter.save()
        painter.fillRect(place, look.colour(_ground(option)))
        inner = place.adjusted(_SIDE, 0, -_SIDE, 0)
        size = look.px("icon_small")
        if entry.is_current:
            tick = assets.pixmap("check", look.colour("primary"), size=size)
            painter.drawPixmap(int(inner.left()), int(inner.center().y() - size / 2), tick)
        inner.setLeft(inner.left() + size + _SIDE)
        if entry.chip is not None:
            inner.setRight(_paint_chip(painter, inner, entry.chip, option) - _SIDE)
        painter.setFont(look.font(bold=entry.is_current))
        painter.setPen(look.colour("text"))
        words = QFontMetricsF(painter.font()).elidedText(
            entry.address, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()


def _paint_chip(
    painter: QPainter, inner: QRectF, chip: ChipWords, option: QStyleOptionViewItem
) -> float:
    look = theme.of(option.widget)
    width = chip_width(look, chip.text, chip.kind, chip.icon)
    height = look.px("chip_in_row")
    top = inner.center().y() - height / 2
    place = QRectF(inner.right() - width, round(top), width, height)
    paint_chip(painter, place, look, text=chip.text, kind=chip.kind, icon=chip.icon)
    return place.left()


def _ground(option: QStyleOptionViewItem) -> str:
    if option.state & QStyle.StateFlag.State_Selected:
        return "selection"
    return "hover" if option.state & QStyle.StateFlag.State_MouseOver else "surface"


def _is_meant(choice: ContractChoice, wanted: str, digits: str) -> bool:
    if not wanted:
        return True
    if wanted in text_key(choice.address, choice.address_latin):
        return True
    numbers = (choice.portal_number, number_key(choice.customer_number))
    return bool(digits) and any(digits in number for number in numbers)
