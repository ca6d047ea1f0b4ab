"""How long a contact has been going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.layouts import row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

_SECOND_MS = 1000


class RunningTime(Translated, QWidget):
    """Minutes and seconds since the contact began: 04:12."""

    def __init__(self, clock: Callable[[], dt.datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._clock = clock
        self._since: dt.datetime | None = None
        self._time = Label("", "figure", self)
        self.setLayout(row(IconLabel("clock", parent=self, size="icon_chip"), self._time, gap=4))
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND_MS)
        self._tick.timeout.connect(self.retranslate)
        self.retranslate()

    def run_since(self, moment: dt.datetime | None) -> None:
        """Count from a moment on; None stops."""
        self._since = moment
        if moment is None:
            self._tick.stop()
        else:
            self._tick.start()
        self.retranslate()

    def text(self) -> str:
        """The time shown."""
        return self._time.text()

    def retranslate(self) -> None:
        self.setVisible(self._since is not None)
        if self._since is None:
            return
        seconds = max(0, int((self._clock() - self._since).total_seconds()))
        hours, minutes = seconds // 3600, seconds // 60 % 60
        begun = f"{hours}:{minutes:02}" if hours else f"{minutes:02}"
        self._time.setText(f"{begun}:{seconds % 60:02}")
        self._time.setAccessibleName(
            self.tr("In contact for {time}").format(time=self._time.text())
        )
