"""An announcement before it is stored: whom it reaches, and both texts as customers read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.rules.announcements import Reach
from desktop import announcement_words as words
from desktop import format as written
from desktop.screens.announcements.read_text import ReadText
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.card import Card
from desktop.widgets.fact_list import FactList
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.queries.announcement_reach import Reached
    from db.rules.announcements import Wording


class CheckPage(Translated, QWidget):
    """Read it once more; F12 stores it, Esc goes back to the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._wording: Wording | None = None
        self._reached: Reached | None = None
        self.note = Banner(Kind.INFO, "", self)
        self.facts = FactList(self, name_width=130)
        self.japanese = _Text(self)
        self.english = _Text(self)
        texts = row(self.japanese, self.english, gap=12)
        for at in (0, 1):
            texts.setStretch(at, 1)
        facts = Card(column(self.facts, margins=(18, 12, 18, 12)), self)
        page = column(self.note, facts, texts, gap=10)
        page.setStretch(2, 1)
        self.setLayout(page)
        self.retranslate()

    def show_wording(self, wording: Wording, reached: Reached) -> None:
        """Show what is going to be stored, and how many contracts it reaches."""
        self._wording, self._reached = wording, reached
        self.retranslate()

    def retranslate(self) -> None:
        self.japanese.head.setText(self.tr("In Japanese"))
        self.english.head.setText(self.tr("In English"))
        wording, reached = self._wording, self._reached
        if wording is None or reached is None:
            return
        self.note.say(self.tr("Read it as customers will. F12 stores it, Esc goes back."))
        last = words.last_day(wording)
        until = written.short_date(last) if last else self.tr("until it is withdrawn")
        whom = words.contracts(reached.contracts)
        if wording.reach is not Reach.CONTRACT:
            told = self.tr("{whom} ({contracts})")
            place = reached.town or words.reach_kind(Reach.EVERYBODY)
            whom = told.format(whom=place, contracts=whom)
        else:
            whom = words.reach(wording)
        facts = [
            (self.tr("For whom"), whom),
            (self.tr("First day"), written.short_date(wording.published_on)),
            (self.tr("Last day"), until),
            (self.tr("Portal closed"), words.closed_from_to(wording)),
        ]
        self.facts.show_facts([(name, value) for name, value in facts if value])
        self.japanese.say(wording.title, wording.body)
        none = self.tr("There is no English text: the Japanese one is shown.")
        self.english.say(wording.title_en or none, wording.body_en)


class _Text(Card):
    """One language of it, as it is read."""

    def __init__(self, parent: QWidget) -> None:
        self.head = Label("", "sub")
        self.title = Paragraph("", "h2")
        self.text = ReadText()
        inside = column(self.head, self.title, self.text, gap=6, margins=(16, 12, 16, 12))
        inside.setStretch(2, 1)
        super().__init__(inside, parent)

    def say(self, title: str, body: str) -> None:
        """Show a title and a text."""
        self.title.setText(title)
        self.text.show_text(body.strip())
        self.text.setVisible(bool(body.strip()))
        self.text.setAccessibleName(title)
