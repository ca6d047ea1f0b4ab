"""Texts that follow the language the clerk chooses."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object


class Translated(_Widget):
    """Mixed in before the Qt class: sets its texts anew whenever the language changes."""

    @abstractmethod
    def retranslate(self) -> None:
        """Set every text of this widget; the constructor calls it too."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
