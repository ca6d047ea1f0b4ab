"""One announcement as the customer reads it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from db.queries.announcements import CustomerAnnouncement
from db.rules.announcements import AnnouncementState, Reach
from db.rules.permissions import Action, may
from desktop import announcement_words as words
from desktop import format as written
from desktop.format import LanguageCode
from desktop.permission_words import who_can
from desktop.screens.announcements.read_text import ReadText
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card, Rule
from desktop.widgets.chip import Chip
from desktop.widgets.fact_list import FactList
from desktop.widgets.field import TextField
from desktop.widgets.labels import Paragraph
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from db.queries.announcements import AnnouncementFacts, AnnouncementLine
    from desktop.desk import Desk
    from desktop.screens.announcements.listing import Row

_NARROWEST, _WIDEST = 330, 420
_LIVE = (AnnouncementState.SCHEDULED, AnnouncementState.SHOWN)


class AnnouncementReader(Translated, Card):
    """The text, its facts, and below them the acts of whoever stands on it."""

    change_wanted = Signal()
    withdraw_wanted = Signal(str)  # reason

    def __init__(self, desk: Desk, told: QAction, parent: QWidget | None = None) -> None:
        inside = column(gap=8, margins=(16, 14, 16, 12))
        super().__init__(inside, parent)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self._desk = desk
        self._row: Row | None = None
        self._may_write = may(desk.staff.role, Action.WRITE_ANNOUNCEMENT)
        self.chip = Chip(parent=self)
        self.title = Paragraph("", "h2", self)
        self.text = ReadText(self)
        self.facts = FactList(self, name_width=92)
        self.rule = Rule(self)
        self.told = Button("", ButtonKind.PRIMARY, "check", self)
        self.told.follow(told, shows_key=True)
        self.reason = TextField(parent=self)
        self.change = Button("", ButtonKind.PLAIN, "pencil", self)
        self.withdraw = Button("", ButtonKind.DANGER, parent=self)
        acts = column(self.reason, row(self.withdraw, STRETCH, self.change, gap=8), gap=6)
        self.acts = clear_box(acts, self)
        inside.addLayout(row(self.chip, STRETCH))
        for widget in (self.title, self.text, self.facts, self.rule, self.told, self.acts):
            inside.addWidget(widget)
        inside.setStretchFactor(self.text, 1)
        self.change.clicked.connect(self.change_wanted)
        self.withdraw.clicked.connect(self._ask_withdraw)
        self.retranslate()

    def show_row(self, each: Row | None) -> None:
        """Show what the clerk stands on; the reason typed for another one goes."""
        before, self._row = self._row, each
        same = before and each and before.facts.announcement_id == each.facts.announcement_id
        if not same:
            self.reason.edit.clear()
            self.reason.show_error("")
        self.retranslate()

    def show_reason_error(self, told: str) -> None:
        """Say what is wrong with the reason."""
        self.reason.show_error(told)
        self.reason.edit.setFocus()

    def set_busy(self) -> None:
        """Let nothing be done twice while it is under way."""
        for button in (self.change, self.withdraw):
            button.setEnabled(False)

    def retranslate(self) -> None:
        self.reason.set_label(self.tr("Reason for withdrawing"))
        self.change.set_text(self.tr("Change…"))
        self.withdraw.set_text(self.tr("Withdraw"))
        self.text.setAccessibleName(self.tr("What the customer reads"))
        each = self._row
        for part in (self.chip, self.title, self.text, self.facts, self.rule):
            part.setVisible(each is not None)
        of_customer = isinstance(each, CustomerAnnouncement)
        self.told.setVisible(of_customer)
        self.acts.setVisible(each is not None and not of_customer)
        if each is not None:
            self._say(each)

    def _say(self, each: Row) -> None:
        facts, code = each.facts, self._desk.language.code
        if isinstance(each, CustomerAnnouncement):
            chip, told = words.known(each), self._told_facts(each)
        else:
            chip, told = words.state(facts.state), self._office_facts(each)
            self._offer(facts)
        self.chip.show_state(chip.text, chip.kind, chip.icon)
        self.title.setText(words.title(facts.wording, code))
        self.text.show_text(words.body(facts.wording, code))
        self.facts.show_facts([(name, value) for name, value in told if value])

    def _told_facts(self, each: CustomerAnnouncement) -> list[tuple[str, str]]:
        english = self._desk.language.code is LanguageCode.EN
        return [
            (self.tr("Period"), words.shown_from_to(each.facts)),
            (self.tr("Portal closed"), words.closed_from_to(each.facts.wording)),
            (self.tr("Address"), (each.address_latin if english else "") or each.address),
            (self.tr("Payment number"), written.in_fours(each.payment_number or "")),
            (self.tr("Customer knows"), words.known_at_length(each)),
        ]

    def _office_facts(self, each: AnnouncementLine) -> list[tuple[str, str]]:
        facts, reach = each.facts, words.reach(each.facts.wording)
        if each.contracts is not None and facts.reach is not Reach.CONTRACT:
            told = self.tr("{whom} ({contracts})")
            reach = told.format(whom=reach, contracts=words.contracts(each.contracts))
        no_english = "" if facts.wording.body_en else self.tr("none: the Japanese is shown")
        return [
            (self.tr("For whom"), reach),
            (self.tr("Period"), words.shown_from_to(facts)),
            (self.tr("Portal closed"), words.closed_from_to(facts.wording)),
            (self.tr("English"), no_english),
            (self.tr("Know of it"), "" if each.seen is None else words.contracts(each.seen)),
            (self.tr("Written by"), facts.written_by_name or ""),
        ]

    def _offer(self, facts: AnnouncementFacts) -> None:
        can = self._may_write and facts.state in _LIVE
        why = ""
        if not self._may_write:
            why = who_can(Action.WRITE_ANNOUNCEMENT)
        elif not can:
            why = self.tr("It shows no more. Write a new one instead.")
        self.reason.setVisible(can)
        for button in (self.change, self.withdraw):
            button.setEnabled(can)
            button.setToolTip(why)

    def _ask_withdraw(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.show_reason_error(self.tr("Type why it is withdrawn"))
            return
        self.withdraw_wanted.emit(reason)
