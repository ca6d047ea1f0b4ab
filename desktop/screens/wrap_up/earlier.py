"""The last times this customer came, where the window is wide enough for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules.periods import in_japan
from desktop import contact_words
from desktop import format as written
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.layouts import column
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.queries.contacts import ContactFacts

MOST = 3


class EarlierContacts(Translated, QWidget):
    """Day, channel and topic, and the first line of the memo (これまでの応対)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._contacts: Sequence[ContactFacts] = ()
        self.title = Label("", "h3", self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(1)
        self.setLayout(column(self.title, self._lines, gap=3))
        self.retranslate()

    def show_contacts(self, contacts: Sequence[ContactFacts]) -> None:
        """Show these, the last one first."""
        self._contacts = contacts[:MOST]
        self.retranslate()

    def is_empty(self) -> bool:
        """Whether the customer never came before."""
        return not self._contacts

    def retranslate(self) -> None:
        self.title.setText(self.tr("Earlier contacts"))
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for contact in self._contacts:
            day = written.short_date(in_japan(contact.started_at).date())
            topic = contact_words.topic(contact.topic) if contact.topic else ""
            words = (day, contact_words.channel(contact.channel), topic)
            self._lines.addWidget(ElidedLabel("  ".join(w for w in words if w), "sub", self))
            if memo := contact.memo.strip().partition("\n")[0]:
                self._lines.addWidget(ElidedLabel(memo, "xs", self))
