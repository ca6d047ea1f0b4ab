"""The latest mails to a member: what was told, whether it arrived, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from db.rules.periods import in_japan
from desktop import format as written
from desktop import mail_sentences, member_words
from desktop.widgets.chip import Chip
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.queries.outbox import MailFacts

SHOWN = 5
NAME_WIDTH = 150


class MailList(Translated, QWidget):
    """One line for each mail, the newest first; below it what went wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._mails: tuple[MailFacts, ...] = ()
        self._parts: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.retranslate()

    def show_mails(self, mails: Sequence[MailFacts]) -> None:
        """Show these mails instead of those that were shown."""
        self._mails = tuple(mails)
        self.retranslate()

    def words(self) -> tuple[str, ...]:
        """What stands there, line by line."""
        return tuple(part.accessibleName() for part in self._parts if part.accessibleName())

    def retranslate(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        if not self._mails:
            none = self.tr("No mail was sent yet.")
            self._put(Label(none, "sub", self), none, line=0, at=0, wide=True)
        for number, mail in enumerate(self._mails):
            self._show(mail, 2 * number)

    def _show(self, mail: MailFacts, line: int) -> None:
        local = in_japan(mail.sent_at or mail.queued_at)
        when = f"{written.short_date(local.date())} {written.time_of_day(local)}"
        kind, state = member_words.mail_kind(mail.kind), member_words.mail_state(mail.state)
        chip = Chip(parent=self)
        chip.show_state(state.text, state.kind, state.icon)
        told = QWidget(self)
        told.setObjectName("clear")
        told.setLayout(row(Label(kind, "body", told), chip, STRETCH))
        self._put(Label(when, "sub", self), "", line=line, at=0)
        self._put(told, f"{when} {kind}: {state.text}", line=line, at=1)
        problem = mail_sentences.mail_problem(mail.problem) if mail.problem else ""
        if problem:
            self._put(Paragraph(problem, "sub", self), problem, line=line + 1, at=1)

    def _put(self, part: QWidget, name: str, *, line: int, at: int, wide: bool = False) -> None:
        part.setAccessibleName(name)
        self._parts.append(part)
        self._grid.addWidget(part, line, at, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop)
