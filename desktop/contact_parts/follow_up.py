"""What is still to be done after a contact: by when, and by whom."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QWidget

from db.rules.contact_words import FollowUpBy
from desktop import contact_words
from desktop.widgets.choice import Choice
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from desktop.desk import Desk


class FollowUpEntry(Translated, QWidget):
    """A tick (折り返し連絡が必要), and with it a day from today on and who takes it up."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("clear")
        self.wanted = QCheckBox(self)
        self.day = QDateEdit(self)
        self.day.setDisplayFormat("yyyy/MM/dd")
        self.who: Choice[FollowUpBy] = Choice(self)
        self._when = clear_box(row(self.day, self.who, gap=6), self)
        self.setLayout(column(self.wanted, self._when, gap=4))
        self.show_follow_up(None, None)
        self.wanted.clicked.connect(self._open)
        self.day.userDateChanged.connect(self._tell_day)
        self.who.picked.connect(self.changed)
        self.retranslate()

    def on(self) -> dt.date | None:
        """The day, if anything is to follow."""
        if not self.wanted.isChecked():
            return None
        day = self.day.date()
        return dt.date(day.year(), day.month(), day.day())

    def by(self) -> FollowUpBy | None:
        """Who takes it up, if anything is to follow."""
        return self.who.value() if self.wanted.isChecked() else None

    def show_follow_up(self, on: dt.date | None, by: FollowUpBy | None) -> None:
        """Show what was agreed on in a contact."""
        told = self.day.blockSignals(True)
        day = on or self._desk.today + dt.timedelta(days=1)
        self.day.setMinimumDate(_qt(min(day, self._desk.today)))
        self.day.setDate(_qt(day))
        self.day.blockSignals(told)
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
        self.changed.emit()


def _qt(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
