"""A day with a time of day typed into a form, understood in every way a counter writes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import RuleBroken
from db.rules.periods import in_japan
from db.rules.typed_moments import parse_moment
from desktop import format as written
from desktop.widgets.field import TextField

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from desktop.desk import Desk


class MomentField(TextField):
    """A moment in Japan's time; once left it stands as 2024/09/30 22:00, however it was typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.edit.editingFinished.connect(self._tidy)

    def moment(self) -> dt.datetime | None:
        """The moment typed; None for none. Raises RuleBroken ``moment.unreadable``."""
        typed = self.text().strip()
        return parse_moment(typed, self._desk.today) if typed else None

    def problem(self) -> RuleBroken | None:
        """What is wrong with what is typed."""
        try:
            self.moment()
        except RuleBroken as error:
            return error
        return None

    def set_moment(self, moment: dt.datetime | None) -> None:
        """Show a moment."""
        local = in_japan(moment) if moment else None
        words = f"{written.short_date(local.date())} {written.time_of_day(local)}" if local else ""
        self.edit.setText(words)

    def _tidy(self) -> None:
        if self.problem() is None:
            self.set_moment(self.moment())
