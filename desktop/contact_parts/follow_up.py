"""What is still to be done after a contact: by when, and by whom."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from db.commands.contacts import FURTHEST
from db.errors import RuleBroken
from db.rules.contact_words import FollowUpBy
from db.rules.typed_dates import parse_day
from desktop import contact_words
from desktop import format as written
from desktop.widgets.choice import Choice
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from desktop.desk import Desk


_DAY_WIDTH = 118


class FollowUpEntry(Translated, QWidget):
    """A tick (折り返し連絡が必要), and with it a day from today on and who takes it up."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("clear")
        self.wanted = QCheckBox(self)
        self.day = QLineEdit(self)
        self.day.setProperty("figures", "true")
        self.day.setMaximumWidth(_DAY_WIDTH)
        self.who: Choice[FollowUpBy] = Choice(self)
        self._when = clear_box(row(self.day, self.who, gap=6), self)
        self.setLayout(column(self.wanted, self._when, gap=4))
        self.show_follow_up(None, None)
        self.wanted.clicked.connect(self._open)
        self.day.textEdited.connect(self._tell_day)
        self.day.editingFinished.connect(self._tidy)
        self.who.picked.connect(self.changed)
        self.retranslate()

    def on(self) -> dt.date | None:
        """The day, if anything is to follow."""
        if not self.wanted.isChecked():
            return None
        return self._typed() or self._day

    def by(self) -> FollowUpBy | None:
        """Who takes it up, if anything is to follow."""
        return self.who.value() if self.wanted.isChecked() else None

    def show_follow_up(self, on: dt.date | None, by: FollowUpBy | None) -> None:
        """Show what was agreed on in a contact."""
        self._day = on or self._desk.today + dt.timedelta(days=1)
        self._show_day()
        self.who.choose(by or FollowUpBy.STAFF)
        self.wanted.setChecked(on is not None)
        self._when.setVisible(on is not None)

    def retranslate(self) -> None:
        self.wanted.setText(self.tr("Needs a follow-up"))
        self.day.setAccessibleName(self.tr("Day of the follow-up"))
        self.who.setAccessibleName(self.tr("Who follows up"))
        self.who.set_choices([(who, contact_words.follow_up_by(who)) for who in FollowUpBy])

    def _open(self) -> None:
        self._when.setVisible(self.wanted.isChecked())
        self.changed.emit()

    def _tell_day(self) -> None:
        self._mark(wrong=False)
        if self._typed() is not None:
            self.changed.emit()

    def _typed(self) -> dt.date | None:
        today = self._desk.today
        try:
            day = parse_day(self.day.text(), today)
        except RuleBroken:
            return None
        return day if today <= day <= today + FURTHEST else None

    def _tidy(self) -> None:
        day = self._typed()
        if day is None:
            self._mark(wrong=True)
            self.day.setToolTip(self.tr("A day from today on, such as 9/30"))
            return
        self._day = day
        self._show_day()

    def _show_day(self) -> None:
        self.day.setText(written.short_date(self._day))
        self.day.setToolTip("")
        self._mark(wrong=False)

    def _mark(self, *, wrong: bool) -> None:
        self.day.setProperty("state", "error" if wrong else "")
        self.day.style().unpolish(self.day)
        self.day.style().polish(self.day)
