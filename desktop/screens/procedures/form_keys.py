"""The keys of a form: F12, Esc, Ctrl+E and the like before the field sees them, Enter to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier

F4 = QKeyCombination(Qt.Key.Key_F4)
F5 = QKeyCombination(Qt.Key.Key_F5)
F9 = QKeyCombination(Qt.Key.Key_F9)
F10 = QKeyCombination(Qt.Key.Key_F10)
F12 = QKeyCombination(Qt.Key.Key_F12)
ESC = QKeyCombination(Qt.Key.Key_Escape)
NEXT_ERROR = QKeyCombination(_CONTROL, Qt.Key.Key_E)
SAVE = QKeyCombination(_CONTROL, Qt.Key.Key_S)


class FormKeys(QObject):
    """Watches the widgets of a form; ``wanted`` says which keys mean something just now."""

    pressed = Signal(object)  # QKeyCombination
    entered = Signal(object)  # the QWidget that has the focus now

    def __init__(self, wanted: Callable[[QKeyCombination], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._composing: QObject | None = None

    def watch(self, form: QWidget) -> None:
        """Watch everything in ``form`` that can have the focus."""
        for widget in form.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.removeEventFilter(self)
                widget.installEventFilter(self)

    def handles(self, event: QEvent) -> bool:
        """Take a key that means something; others, also those of the input method, pass on."""
        if not isinstance(event, QKeyEvent) or not self._wanted(event.keyCombination()):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        # a key held down must not run through the check page
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.pressed.emit(event.keyCombination())
        return event.type() == QEvent.Type.KeyPress

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composing = watched if event.preeditString() else None
        elif event.type() == QEvent.Type.FocusIn:
            self.entered.emit(watched)
        elif isinstance(event, QKeyEvent) and self._composing is not watched:
            return self.handles(event) or self._goes_on(watched, event)
        return super().eventFilter(watched, event)

    def _goes_on(self, watched: QObject, event: QKeyEvent) -> bool:
        """Enter and Shift+Enter: to the next field or back, except where Enter does something."""
        if event.type() != QEvent.Type.KeyPress or event.key() not in _ENTER:
            return False
        does = isinstance(watched, QAbstractButton) and not isinstance(watched, QCheckBox)
        if does or isinstance(watched, QTextEdit) or not isinstance(watched, QWidget):
            return False
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if back:
            watched.focusPreviousChild()
        else:
            watched.focusNextChild()
        return True
