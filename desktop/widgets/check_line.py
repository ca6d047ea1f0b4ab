"""Lines of what is asked for, ticked off while somebody types."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from desktop import theme
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.layouts import STRETCH, row
from desktop.widgets.translated import Translated


class CheckState(StrEnum):
    """Whether what is asked for is given, as far as one can say yet."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


_LOOKS = {
    CheckState.OPEN: ("minus", "text3", "sub"),
    CheckState.KEPT: ("okc", "ok_icon", "sub"),
    CheckState.BROKEN: ("circle-x", "err", "err"),
}


class CheckLine(Translated, QWidget):
    """One thing asked for and whether it is given, by sign and not by colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.state = CheckState.OPEN
        self._icon = IconLabel("minus", "text3", self, size="icon_small")
        self._words = Label("", "sub", self)
        self.setLayout(row(self._icon, self._words, STRETCH))
        self.retranslate()

    def say(self, words: str) -> None:
        """Set what is asked for."""
        self._words.setText(words)
        self.retranslate()

    def show_state(self, state: CheckState) -> None:
        """Tick the line off, or not."""
        self.state = state
        icon, colour, role = _LOOKS[state]
        self._icon.show_icon(icon, theme.of(self).colour(colour))
        self._words.set_role(role)
        self.retranslate()

    def retranslate(self) -> None:
        states = {
            CheckState.OPEN: self.tr("not yet"),
            CheckState.KEPT: self.tr("done"),
            CheckState.BROKEN: self.tr("not so"),
        }
        self.setAccessibleName(f"{self._words.text()}: {states[self.state]}")
