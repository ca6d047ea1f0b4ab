"""One contact in full: who spoke and how they were known, what was said, what is to follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSpacerItem, QWidget

from db.rules.periods import in_japan
from desktop import contact_words
from desktop import format as written
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.queries.contacts import ContactFacts, Identity


_NAME_WIDTH = 78
_MOST_FACTS = 20


class ContactDetail(Translated, QWidget):
    """The facts of the contact that is stood on, name and value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._contact: ContactFacts | None = None
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(16, 10, 16, 10)
        self._lines.setHorizontalSpacing(10)
        self._lines.setVerticalSpacing(2)
        self._lines.setColumnMinimumWidth(0, _NAME_WIDTH)
        self._lines.setColumnStretch(1, 1)

    def show_contact(self, contact: ContactFacts | None) -> None:
        """Show a contact, or nothing."""
        self._contact = contact
        self.retranslate()

    def said(self) -> list[str]:
        """What stands there, from the top."""
        items = (self._lines.itemAt(at) for at in range(self._lines.count()))
        labels = [item.widget() for item in items if item is not None]
        return [label.text() for label in labels if isinstance(label, Label)]

    def retranslate(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()
        if self._contact is None:
            return
        told = [(name, value) for name, value in self._facts(self._contact) if value]
        top = Qt.AlignmentFlag.AlignTop
        for at, (name, value) in enumerate(told):
            self._lines.addWidget(Label(name, "sub", self), at, 0, top)
            self._lines.addWidget(Paragraph(value, "body", self), at, 1, top)
        self._lines.addItem(_spring(), _MOST_FACTS, 0)

    def _facts(self, contact: ContactFacts) -> list[tuple[str, str]]:
        topic = contact_words.topic(contact.topic) if contact.topic else ""
        return [
            (self.tr("When"), self._when(contact)),
            (self.tr("Channel"), contact_words.channel(contact.channel)),
            (self.tr("Speaker"), self._speaker(contact.identity)),
            (self.tr("Topic"), topic),
            (self.tr("Memo"), contact.memo.strip()),
            (self.tr("Passed on to"), contact.transferred_to),
            (self.tr("Follow-up"), self._follow_up(contact)),
            (self.tr("Served by"), contact.staff_name),
            (self.tr("State"), contact_words.contact_state(contact.state)),
        ]

    def _when(self, contact: ContactFacts) -> str:
        begun = in_japan(contact.started_at)
        words = f"{written.short_date(begun.date())} {written.time_of_day(begun)}"
        if contact.ended_at is None:
            return words
        return f"{words} – {written.time_of_day(in_japan(contact.ended_at))}"

    def _speaker(self, identity: Identity | None) -> str:
        if identity is None:
            return self.tr("Nobody was identified")
        items = [contact_words.check_item(item) for item in identity.items]
        by = items or [contact_words.check_method(identity.method)]
        return self.tr(", ", "between things in a list").join(
            [contact_words.speaker(identity.speaker), *by]
        )

    def _follow_up(self, contact: ContactFacts) -> str:
        if contact.follow_up_on is None:
            return ""
        who = contact_words.follow_up_by(contact.follow_up_by) if contact.follow_up_by else ""
        words = f"{written.short_date(contact.follow_up_on)}  {who}".strip()
        if contact.followed_up_at is None:
            return words
        day = written.short_date(in_japan(contact.followed_up_at).date())
        return words + "\n" + self.tr("Done on {day}").format(day=day)


def _spring() -> QSpacerItem:
    policy = QSizePolicy.Policy
    return QSpacerItem(0, 0, policy.Minimum, policy.Expanding)
