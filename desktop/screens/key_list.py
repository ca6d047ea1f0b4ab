"""The keys of the window, told from the actions themselves, so that none is ever wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout

from desktop.widgets.buttons import Button, ButtonKind, plain_text
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

_GAP = 28


class KeyList(Translated, QDialog):
    """Every action that has a key, and that key; Esc or Enter closes it.

    Listed are ``actions``, then what tables and cards of the parent window add to them.
    """

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        of_parts = parent.window().findChildren(QAction) if parent else []
        self._actions = _with_keys([*actions, *of_parts])
        self._title = Label("", "h2", self)
        self._close = Button("", ButtonKind.PRIMARY, parent=self)
        self._close.clicked.connect(self.accept)
        self._names: list[Label] = []
        self.setLayout(
            column(
                self._title,
                self._table(),
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
        self._close.set_text(self.tr("Close"))
        for action, name in zip(self._actions, self._names, strict=True):
            name.setText(plain_text(action))

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(4)
        for line, action in enumerate(self._actions):
            grid.addWidget(Label("  ".join(_keys(action)), "key", self), line, 0)
            self._names.append(Label("", "body", self))
            grid.addWidget(self._names[-1], line, 1)
        return grid


def _with_keys(actions: Iterable[QAction]) -> list[QAction]:
    # several tables have an action to copy a row: the clerk sees one
    named = {(action.text(), *_keys(action)): action for action in reversed(list(actions))}
    return [action for (name, *keys), action in reversed(named.items()) if name and keys]


def _keys(action: QAction) -> list[str]:
    native = QKeySequence.SequenceFormat.NativeText
    return [key.toString(native) for key in action.shortcuts()]
