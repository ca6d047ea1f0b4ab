"""The box in which a place in a text is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent


class FindEdit(QLineEdit):
    """What is looked for in a text; Enter goes on, Shift+Enter back, Esc gives up."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.setClearButtonEnabled(True)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                if not self._composing:
                    self.stepped.emit(-1 if back else 1)
            case Qt.Key.Key_Escape if self.text() and not self._composing:
                self.clear()
                self.left.emit()
            case _:
                super().keyPressEvent(event)
