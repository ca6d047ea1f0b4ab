"""Segments: one of two to four choices, all in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segments(QFrame):
    """A row of choices, one of them taken; one stop for Tab, the arrows go along it."""

    chosen = Signal(int)

    def __init__(self, name: str, choices: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("segments", "true")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(2, 2, 2, 2)
        self._line.setSpacing(0)
        self._group = QButtonGroup(self)
        for number in range(choices):
            button = _Segment(self)
            self._group.addButton(button, number)
            self._line.addWidget(button)
        self.set_name(name)
        self.choose(0)
        self._group.idClicked.connect(self._take)

    def set_name(self, name: str) -> None:
        """What is chosen here, for screen readers."""
        self.setAccessibleName(name)

    def set_labels(self, labels: Sequence[str], counts: Sequence[int] = ()) -> None:
        """The words of the choices, with how many rows each would show where that is known."""
        for number, (button, label) in enumerate(zip(self._buttons(), labels, strict=True)):
            text = f"{label} {counts[number]}" if counts else label
            button.setText(text.replace("&", "&&"))
            button.setAccessibleName(f"{self.accessibleName()}: {text}")

    def choose(self, number: int) -> None:
        """Take a choice without telling anybody."""
        self._group.button(number).setChecked(True)
        for button in self._buttons():
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            )

    def current(self) -> int:
        """The number of the choice taken, from 0."""
        return self._group.checkedId()

    def button(self, number: int) -> QPushButton:
        """The button of a choice, to disable it or to click it."""
        return self._buttons()[number]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        number = self.current() + step
        if step and 0 <= number < len(self._group.buttons()):
            self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)
            self._group.button(number).click()
        elif not step:
            super().keyPressEvent(event)

    def _buttons(self) -> list[QPushButton]:
        return [button for button in self._group.buttons() if isinstance(button, QPushButton)]

    def _take(self, number: int) -> None:
        self.choose(number)
        self.chosen.emit(number)


class _Segment(QPushButton):
    """One choice; the row it stands in understands the arrows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)
