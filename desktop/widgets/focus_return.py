"""Where the keyboard was before something took it, and back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FocusReturn:
    """Remembers the widget that had the focus; one that is gone by then is left alone."""

    def __init__(self) -> None:
        self._before: QWidget | None = None

    def remember(self) -> None:
        """The focus is about to go elsewhere."""
        self._before = QApplication.focusWidget()

    def give_back(self) -> None:
        """Give the focus back, once."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
