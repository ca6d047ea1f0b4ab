"""What a contact is about: first the group, then the topic."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.rules.contact_words import TOPICS, Topic, TopicGroup
from desktop import contact_words
from desktop.widgets.choice import Choice
from desktop.widgets.labels import Label
from desktop.widgets.layouts import column
from desktop.widgets.translated import Translated


class TopicChooser(Translated, QWidget):
    """Two lists (用件); choosing a group opens the way to its topics, nothing is guessed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.title = Label("", "h3", self)
        self.group: Choice[TopicGroup | None] = Choice(self)
        self.topic: Choice[Topic | None] = Choice(self)
        self.title.setBuddy(self.group)
        self.setLayout(column(self.title, self.group, self.topic, gap=5))
        self.group.picked.connect(self._narrow)
        self.topic.picked.connect(self.changed)
        self.retranslate()

    def value(self) -> Topic | None:
        """The topic, if one is chosen."""
        return self.topic.value()

    def group_value(self) -> TopicGroup | None:
        """The group, if one is chosen."""
        return self.group.value()

    def show_topic(self, topic: Topic | None) -> None:
        """Show a contact's topic."""
        self.group.choose(next((g for g, topics in TOPICS.items() if topic in topics), None))
        self._offer_topics()
        self.topic.choose(topic)

    def show_group(self, group: TopicGroup) -> None:
        """Offer the topics of a group, none of them chosen."""
        self.group.choose(group)
        self._offer_topics()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Topic"))
        self.group.setAccessibleName(self.tr("Topic: group"))
        self.topic.setAccessibleName(self.tr("Topic"))
        groups = [(group, contact_words.topic_group(group)) for group in TopicGroup]
        self.group.set_choices([(None, self.tr("Choose what it is about")), *groups])
        self._offer_topics()

    def _offer_topics(self) -> None:
        group = self.group.value()
        topics = TOPICS[group] if group else ()
        named = [(topic, contact_words.topic(topic)) for topic in topics]
        self.topic.set_choices([(None, self.tr("Choose the topic")), *named])
        self.topic.setEnabled(bool(topics))

    def _narrow(self) -> None:
        self.topic.choose(None)
        self._offer_topics()
        self.changed.emit()
