"""A day typed into a form, understood in every way a counter writes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import RuleBroken
from db.rules.typed_dates import parse_day
from desktop import format as written
from desktop.widgets.field import TextField

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from desktop.desk import Desk

_WIDTH = 200


class DayField(TextField):
    """A day; once left it stands as 2024/09/30, however it was typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.setMaximumWidth(_WIDTH)
        self.edit.editingFinished.connect(self._tidy)

    def day(self) -> dt.date | None:
        """The day typed; None for none. Raises RuleBroken ``date.unreadable``."""
        typed = self.text().strip()
        return parse_day(typed, self._desk.today) if typed else None

    def problem(self) -> RuleBroken | None:
        """What is wrong with what is typed."""
        try:
            self.day()
        except RuleBroken as error:
            return error
        return None

    def set_day(self, day: dt.date | None) -> None:
        """Show a day."""
        self.edit.setText(written.short_date(day) if day else "")

    def _tidy(self) -> None:
        if self.problem() is None:
            self.set_day(self.day())
