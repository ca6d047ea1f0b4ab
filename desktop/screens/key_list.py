"""The keys of the window, told from the actions themselves, so that none is ever wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QDialog, QGridLayout, QScrollArea, QWidget

from desktop.widgets.buttons import Button, ButtonKind, keys_of, plain_text
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QShowEvent

_GAP = 28
_KEYS_WIDTH = 104
_AROUND = 140


@dataclass(frozen=True, slots=True)
class _Place:
    """Where keys do something: at ``widget``, in every table, or for neither everywhere."""

    lines: dict[str, list[QAction]]
    widget: QWidget | None = None
    in_tables: bool = False


class KeyList(Translated, QDialog):
    """Every key once for each place, with what it does there; Esc or Enter closes it.

    At the left stand ``actions``, which are the same everywhere, at the right what the screens
    and tables of the parent window add to them.
    """

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        everywhere = _Place(_lines(actions))
        mine = set(actions)
        parts = parent.window().findChildren(QAction) if parent else []
        self._title = Label("", "h2", self)
        self._close = Button("", ButtonKind.PRIMARY, parent=self)
        self._close.clicked.connect(self.accept)
        self._titles: list[tuple[_Place, Label]] = []
        self._names: list[tuple[list[QAction], Label]] = []
        added = _places([action for action in parts if action not in mine])
        sides = [column(*map(self._table, side)) for side in ([everywhere], added) if side]
        for side in sides:
            side.addStretch(1)
        self._inside = clear_box(row(*sides, gap=2 * _GAP))
        self._room = QScrollArea(self)
        self._room.setWidget(self._inside)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(
            column(
                self._title,
                self._room,
                row(STRETCH, self._close),
                gap=14,
                margins=(24, 20, 24, 20),
            )
        )
        self._close.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        self._title.setText(self.tr("What the keys do"))
        self._room.setAccessibleName(self._title.text())
        self._close.set_text(self.tr("Close"))
        for place, title in self._titles:
            title.setText(self._place_name(place))
        for actions, name in self._names:
            # one key may do two things, as Esc does: it stops what runs, or goes back
            name.setText(" / ".join(dict.fromkeys(map(plain_text, actions))))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # the words have their type only now

    def _fit(self) -> None:
        inside = self._inside
        inside.adjustSize()
        bar = self._room.verticalScrollBar().sizeHint().width() + 2 * self._room.frameWidth()
        self._room.setMinimumWidth(inside.width() + bar)
        most = self.screen().availableGeometry().height() - _AROUND
        self._room.setFixedHeight(min(inside.height() + 2, most))
        self.adjustSize()

    def _table(self, place: _Place) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _KEYS_WIDTH)
        grid.setColumnStretch(1, 1)
        self._titles.append((place, Label("", "h3", self)))
        grid.addWidget(self._titles[-1][1], 0, 0, 1, 2)
        for line, (keys, actions) in enumerate(place.lines.items(), 1):
            grid.addWidget(Label(keys, "key", self), line, 0)
            self._names.append((actions, Label("", "body", self)))
            grid.addWidget(self._names[-1][1], line, 1)
        return grid

    def _place_name(self, place: _Place) -> str:
        if place.in_tables:
            return self.tr("In tables")
        return self.tr("Everywhere") if place.widget is None else place.widget.accessibleName()


def _places(actions: Iterable[QAction]) -> list[_Place]:
    """What parts of the window add: part by part as they are named, at last what tables do."""
    of_parts: dict[QWidget, list[QAction]] = {}
    of_tables = []
    for action in actions:
        if isinstance(action.parent(), QAbstractItemView):
            of_tables.append(action)
        elif (part := _named(action.parent())) is not None:
            of_parts.setdefault(part, []).append(action)
    places = [_Place(_lines(some), part) for part, some in of_parts.items()]
    places.append(_Place(_lines(of_tables), in_tables=True))
    return [place for place in places if place.lines]


def _named(part: QObject | None) -> QWidget | None:
    while isinstance(part, QWidget):
        if part.accessibleName():
            return part
        part = part.parent()
    return None


def _lines(actions: Iterable[QAction]) -> dict[str, list[QAction]]:
    lines: dict[str, list[QAction]] = {}
    for action in actions:
        if action.text() and action.shortcuts():
            lines.setdefault("  ".join(keys_of(action)), []).append(action)
    return lines
