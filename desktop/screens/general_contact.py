"""A contact without a customer: no water, muddy water, a wrong number, a complaint."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.commands import contacts as commands
from db.queries.contacts import contact_facts, unfinished
from db.rules.contact_words import Channel, TopicGroup
from db.rules.words import Role
from desktop import errors
from desktop.contact_parts.desk_list import DeskList
from desktop.contact_parts.entries import Entries
from desktop.contact_parts.finish_check import FinishCheck
from desktop.contact_parts.keeper import Act, Keeper
from desktop.contact_parts.running_time import RunningTime
from desktop.contact_parts.summary import caution, summary
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QFocusEvent, QHideEvent
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.queries.contacts import ContactFacts
    from desktop.desk import Desk

_WIDTH, _DESKS_WIDTH = 560, 420
_TALLEST = 660


class GeneralContact(Translated, QWidget):
    """Topic and memo, and the desks to pass the caller on to; kept while it is typed."""

    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contact: ContactFacts | None = None
        self._starting = False
        self.setObjectName("clear")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self.keeper = Keeper(desk, self)
        self.title = Label("", "h1", self)
        self.time = RunningTime(desk.clock, self)
        self.trouble = Banner(Kind.WARN, "", self)
        self.entries = Entries(desk, self, always_passed_on=True)
        self.desks = DeskList(desk, self)
        self.discard = Button("", ButtonKind.GHOST, "x", self)
        self.end = Button("", ButtonKind.PRIMARY, parent=self)
        self.check = FinishCheck(self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def contact(self) -> ContactFacts | None:
        """The contact being written down."""
        return self._contact

    def begin(self) -> None:
        """Begin a contact, or go on with the one that was begun and not ended."""
        if self._contact is not None:
            self.entries.topic.group.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self._starting:
            self._starting = True
            by_phone = self._desk.staff.role is Role.PHONE
            channel = Channel.PHONE if by_phone else Channel.COUNTER
            work = partial(_begin, channel=channel, by=self._desk.actor, now=self._desk.now)
            self._desk.tasks.write(self, work, self._show, self._not_begun)

    def finish(self) -> None:
        """F12: show what will be kept; Enter then ends the contact."""
        if self._contact is None or self._stack.currentWidget() is self._check_page:
            return
        noted = self.entries.noted(None)
        told = [line for line in summary(noted, None, ()) if line[1]]
        forgotten = "" if noted.topic else caution(noted, None).splitlines()[-1]
        self.check.show_facts(told, forgotten)
        self._stack.setCurrentWidget(self._check_page)
        self.check.begin()

    def flush(self) -> None:
        """Keep everything now."""
        if self._contact is not None:
            self.keeper.flush()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Contact without a customer"))
        self.title.setText(self.tr("Contact without a customer"))
        self.discard.set_text(self.tr("Begun by mistake"))
        self.end.set_text(self.tr("Record and finish  F12"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entries.topic.group.setFocus(event.reason())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def _build(self) -> None:
        self.trouble.hide()
        entries = self.entries
        heading = row(self.title, STRETCH, self.time)
        buttons = row(self.discard, STRETCH, self.end)
        form = column(
            heading, self.trouble, entries.channel, entries.topic, entries.memo,
            entries.transfer, entries.follow_up, 4, buttons, gap=10, margins=(20, 14, 20, 14),
        )  # fmt: skip
        form.setStretchFactor(entries.memo, 1)
        work = clear_box(form)
        self._check_page = clear_box(column(self.check, margins=(20, 14, 20, 14)))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(work)
        self._stack.addWidget(self._check_page)
        left = Card(column(self._stack, gap=0), self)
        left.setFixedWidth(_WIDTH)
        right = Card(column(self.desks, margins=(20, 14, 20, 14)), self)
        right.setFixedWidth(_DESKS_WIDTH)
        self._sheet = clear_box(row(left, right, STRETCH, gap=12), self)
        self._sheet.setEnabled(False)
        self._sheet.setMaximumHeight(_TALLEST)
        whole = column(self._sheet, margins=(20, 12, 20, 12))
        whole.setStretchFactor(self._sheet, 100)
        whole.addStretch(1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.entries.changed.connect(self._keep_soon)
        self.entries.left.connect(self.flush)
        self.entries.transfer.desks_come.connect(self.desks.show_desks)
        self.desks.show_desks(self.entries.transfer.desks())
        self.end.clicked.connect(self.finish)
        self.discard.clicked.connect(self._discard)
        self.check.confirmed.connect(self._finish)
        self.check.back_wanted.connect(self._back)
        self.keeper.troubled.connect(self._say_trouble)
        self.keeper.kept.connect(self.trouble.hide)

    def _show(self, contact: ContactFacts) -> None:
        self._starting = False
        self._contact = contact
        self._sheet.setEnabled(True)
        self.entries.show_contact(contact)
        if contact.topic is None:
            self.entries.topic.show_group(TopicGroup.FAULT)
        self.time.run_since(contact.started_at)
        self._stack.setCurrentIndex(0)
        if self.isVisible():
            self.entries.topic.topic.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _not_begun(self, error: Exception) -> None:
        self._starting = False
        self._desk.tasks.failed.emit(error)

    def _keep_soon(self) -> None:
        if self._contact is not None:
            self.keeper.keep_soon(self._contact.contact_id, self.entries.noted(None))

    def _finish(self) -> None:
        self.check.set_busy(busy=True)
        self._end(partial(commands.finish, wrap_up=self.entries.noted(None)))

    def _discard(self) -> None:
        self._end(commands.wrong_opening)

    def _end(self, command: Any) -> None:
        if self._contact is not None:
            this = self._contact.contact_id
            who = {"by": self._desk.actor, "now": self._desk.now}
            work = partial(command, contact_id=this, **who)
            self.keeper.act(Act(this, work, self._take_end, self._fail))

    def _take_end(self, _nothing: object) -> None:
        if self._contact is not None:
            self.keeper.forget(self._contact.contact_id)
        self._contact = None
        self.time.run_since(None)
        self._stack.setCurrentIndex(0)
        self._sheet.setEnabled(False)
        self.finished.emit()

    def _fail(self, error: Exception) -> None:
        self._back()
        self._keep_soon()
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.entries.memo.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_trouble(self, _contact_id: int, error: Exception) -> None:
        kept = self.tr("The notes are kept here and saved as soon as that is mended.")
        self.trouble.say(f"{errors.sentence(error)} {kept}")
        self.trouble.show()


def _begin(session: Session, *, channel: Channel, by: Actor, now: dt.datetime) -> ContactFacts:
    """The clerk's own contact without a customer that has not ended, else a new one."""
    mine = unfinished(session, by.staff_id) if by.staff_id is not None else ()
    begun = next((contact for contact in mine if contact.customer_id is None), None)
    if begun is not None:
        commands.resume(session, begun.contact_id, by=by, now=now)
        session.flush()
        return contact_facts(session, begun.contact_id)
    contact_id = commands.start_contact(
        session, customer_id=None, contract_id=None, channel=channel, by=by, now=now
    )
    session.flush()
    return contact_facts(session, contact_id)
