"""What a clerk enters about a contact: channel, topic, desk passed on to, memo, follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from db.commands.contacts import WrapUp
from db.rules.contact_words import Channel, Topic, TopicGroup
from desktop import contact_words
from desktop.contact_parts.follow_up import FollowUpEntry
from desktop.contact_parts.memo import Memo
from desktop.contact_parts.topic import TopicChooser
from desktop.contact_parts.transfer import TransferChooser
from desktop.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db.queries.contacts import ContactFacts
    from desktop.desk import Desk

# somebody else's matter, wherever the caller came in
_PASSED_ON = {Topic.WRONG_NUMBER, Topic.COMPLAINT, Topic.OTHER, Topic.LEAK_SUSPECTED}
CHANNELS = tuple(Channel)


class Entries(QObject):
    """The fields of a contact, to be laid out by whoever shows them."""

    changed = Signal()
    channel_changed = Signal(object)  # Channel
    left = Signal()  # the memo has lost the focus

    def __init__(self, desk: Desk, parent: QWidget, *, always_passed_on: bool = False) -> None:
        super().__init__(parent)
        self._always_passed_on = always_passed_on
        self.channel = Segments("", len(CHANNELS), parent)
        self.topic = TopicChooser(parent)
        self.transfer = TransferChooser(desk, parent)
        self.memo = Memo(desk, parent)
        self.follow_up = FollowUpEntry(desk, parent)
        self._connect()
        parent.installEventFilter(self)
        self.retranslate()
        self._offer_transfer()

    def noted(self, contract_id: int | None) -> WrapUp:
        """Everything entered, as it is kept."""
        return WrapUp(
            channel=self.channel_value(),
            contract_id=contract_id,
            topic=self.topic.value(),
            memo=self.memo.text(),
            follow_up_on=self.follow_up.on(),
            follow_up_by=self.follow_up.by(),
            transferred_to=self.transfer.value(),
        )

    def channel_value(self) -> Channel:
        """How the customer came."""
        return CHANNELS[self.channel.current()]

    def show_contact(self, contact: ContactFacts) -> None:
        """Show what was entered about a contact."""
        self.channel.choose(CHANNELS.index(contact.channel))
        self.topic.show_topic(contact.topic)
        self.memo.show_text(contact.memo)
        self.follow_up.show_follow_up(contact.follow_up_on, contact.follow_up_by)
        self.transfer.show_desk(contact.transferred_to)
        self._offer_transfer()

    def retranslate(self) -> None:
        """Set the words of the channels anew."""
        self.channel.set_name(self.tr("How the customer comes"))
        self.channel.set_labels([contact_words.channel(channel) for channel in CHANNELS])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.channel.chosen.connect(self._take_channel)
        self.topic.changed.connect(self._take_topic)
        for part in (self.transfer, self.memo, self.follow_up):
            part.changed.connect(self.changed)
        self.memo.left.connect(self.left)

    def _take_channel(self) -> None:
        self.channel_changed.emit(self.channel_value())
        self.changed.emit()

    def _take_topic(self) -> None:
        self._offer_transfer()
        self.changed.emit()

    def _offer_transfer(self) -> None:
        fault = self.topic.group_value() is TopicGroup.FAULT
        passed_on = fault or self._always_passed_on or self.topic.value() in _PASSED_ON
        self.transfer.setVisible(passed_on or bool(self.transfer.value()))
