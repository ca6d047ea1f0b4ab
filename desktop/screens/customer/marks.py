"""The strip's marks: identity, membership, unread announcements, how to reach the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.rules.contact_words import CheckResult
from db.rules.periods import in_japan
from desktop import format as written
from desktop import member_words
from desktop.screens.customer.chip_button import ChipButton
from desktop.theme import Kind
from desktop.widgets.chip import Chip
from desktop.widgets.layouts import row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.commands.reveals import ContactDetails
    from db.queries.contacts import ContactFacts
    from db.queries.members import MemberFacts


class Marks(Translated, QWidget):
    """Chips, each there while there is something to say: who is served, beside the name.

    ``announcements`` and ``reach`` are for the strip to put on its second line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._contact: ContactFacts | None = None
        self._member: MemberFacts | None = None
        self._details: ContactDetails | None = None
        self._unread = 0
        self.identity = ChipButton(self)
        self.member = Chip(parent=self)
        self.announcements = ChipButton(self)
        self.reach = ChipButton(self)
        self.setLayout(row(self.identity, self.member, gap=8))
        self.retranslate()

    @property
    def details(self) -> ContactDetails | None:
        """Phone, mail and address, after they were revealed."""
        return self._details

    def show_contact(self, contact: ContactFacts | None) -> None:
        """Show how the speaker of this contact was known."""
        if (
            contact is None
            or self._contact is None
            or contact.contact_id != self._contact.contact_id
        ):
            self._details = self._member = None
        self._contact = contact
        self.retranslate()

    def show_details(self, details: ContactDetails | None) -> None:
        """Offer what was revealed."""
        self._details = details
        self.retranslate()

    def show_member(self, member: MemberFacts | None) -> None:
        """Say that the customer is a member of the portal."""
        self._member = member
        self.retranslate()

    def show_unread(self, announcements: int) -> None:
        """Say how many announcements the customer does not know of yet."""
        self._unread = announcements
        self.retranslate()

    def words(self) -> str:
        """How to reach the customer, for reading out to themselves."""
        if self._details is None:
            return ""
        lines = (
            (self.tr("Phone"), self._details.phone),
            (self.tr("E-mail"), self._details.email),
            (self.tr("Mailing address"), self._details.address),
        )
        return "\n".join(f"{name}  {value or '-'}" for name, value in lines)

    def retranslate(self) -> None:
        self._say_identity()
        self.member.setVisible(self._member is not None)
        if self._member is not None:
            words = member_words.member_state(self._member.state)
            self.member.show_state(words.text, words.kind, words.icon)
        self.announcements.setVisible(self._unread > 0)
        self.announcements.show_words(
            self.tr("%n unread", "announcements", self._unread),
            Kind.INFO,
            "bell",
            self.tr("Announcements the customer does not know of yet. Shows them."),
        )
        self.reach.setVisible(self._details is not None)
        self.reach.show_words(
            self.tr("How to reach"), Kind.INFO, "phone", self.tr("Shows phone, mail and address")
        )

    def _say_identity(self) -> None:
        known = self._contact.identity if self._contact else None
        self.identity.setVisible(self._contact is not None)
        hint = self.tr("F4 checks the identity of the speaker")
        if known is not None and known.result is CheckResult.PASSED:
            time = written.time_of_day(in_japan(known.at))
            words = self.tr("Identity checked {time}").format(time=time)
            self.identity.show_words(words, Kind.OK, "okc", hint)
        else:
            self.identity.show_words(self.tr("Identity not checked"), Kind.MUTE, "lock", hint)
