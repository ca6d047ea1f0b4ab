"""What a staff member still has to take up again, shown where the search begins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from db.commands.contacts import followed_up
from db.queries.contacts import follow_ups
from db.rules.csv_safety import csv_cell
from db.rules.permissions import Action, may
from desktop import contact_words, theme
from desktop import format as written
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.record_model import Column
from desktop.widgets.record_table import RecordTable
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from db.queries.contacts import ContactFacts
    from desktop.desk import Desk

translate = QCoreApplication.translate
_MOST_ROWS = 4
_SIDE = 20


class FollowUps(Translated, Card):
    """One's own that are due, for supervisors their office's too; without any it takes no room."""

    chosen = Signal(object)  # ContactFacts, to be opened

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=0, margins=(1, 0, 1, 1))
        super().__init__(frame, parent)
        self._desk = desk
        self._may = may(desk.staff.role, Action.RECORD_CONTACT)
        self.title = Label("", "h3", self)
        self.hint = Label("", "sub", self)
        self.done = Button("", ButtonKind.GHOST, "check", self)
        self.table: RecordTable[ContactFacts] = RecordTable(
            _columns(desk), self, name=self._name, identity=_contact_id, harmless=csv_cell
        )
        self._done = QAction(self)
        self._done.setShortcut(QKeySequence("Ctrl+Return"))
        self._done.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table.addAction(self._done)
        heading = row(self.title, STRETCH, self.hint, self.done, margins=(16, 5, 10, 4))
        frame.addLayout(heading)
        frame.addWidget(self.table)
        self.hide()
        self.table.chosen.connect(self.chosen)
        self._done.triggered.connect(self._check_off)
        self.done.clicked.connect(self._check_off)
        self.retranslate()

    def reload(self) -> None:
        """Look what is due."""
        if self._may:
            desk = self._desk
            work = partial(
                follow_ups, staff_id=desk.staff.id, role=desk.staff.role, today=desk.today
            )
            desk.tasks.read(self, work, self.show_contacts)

    def show_contacts(self, contacts: tuple[ContactFacts, ...]) -> None:
        """Show these, the oldest first."""
        self.table.show_rows(contacts)
        if self.table.selected() is None:
            self.table.select(0)
        look = theme.of(self)
        rows = min(len(contacts), _MOST_ROWS)
        self.table.setFixedHeight(look.px("table_header") + rows * look.px("table_row") + 4)
        self.setVisible(bool(contacts))
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self._name())
        count = self.table.records.count()
        self.title.setText(self.tr("%n follow-up(s) due", "", count))
        self.hint.setText(self.tr("Enter opens the customer"))
        self._done.setText(self.tr("Done"))
        self.done.set_text(self.tr("Done  Ctrl+Enter"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def _name(self) -> str:
        return self.tr("Follow-ups that are due")

    def _check_off(self) -> None:
        contact = self.table.selected()
        if contact is None:
            return
        work = partial(
            followed_up, contact_id=contact.contact_id, by=self._desk.actor, now=self._desk.now
        )
        self._desk.tasks.write(self, work, self._say_done, self._fail)

    def _say_done(self, _nothing: object) -> None:
        self._desk.messages.note(self.tr("Followed up"))
        self.reload()

    def _fail(self, error: Exception) -> None:
        # somebody else may have been faster: the list says so
        self._desk.tasks.failed.emit(error)
        self.reload()


def _contact_id(contact: ContactFacts) -> object:
    return contact.contact_id


def _columns(desk: Desk) -> tuple[Column[ContactFacts], ...]:
    return (
        Column(
            key="due",
            title=lambda: translate("FollowUps", "To do by"),
            text=lambda c: written.short_date(c.follow_up_on) if c.follow_up_on else "",
            chip=lambda c: _late(c, desk),
            sort=lambda c: c.follow_up_on,
            room=14,
            weight=0.3,
        ),
        Column(
            key="customer",
            title=lambda: translate("FollowUps", "Customer"),
            text=lambda c: c.customer_name or translate("FollowUps", "Without a customer"),
            room=14,
            weight=0.8,
            bold=True,
        ),
        Column(
            key="topic",
            title=lambda: translate("FollowUps", "Topic"),
            text=lambda c: contact_words.topic(c.topic) if c.topic else "",
            room=14,
            weight=0.8,
        ),
        *_notes(),
    )


def _notes() -> tuple[Column[ContactFacts], ...]:
    return (
        Column(
            key="memo",
            title=lambda: translate("FollowUps", "Memo"),
            text=lambda c: c.memo.strip().replace("\n", " "),
            tooltip=lambda c: c.memo,
            room=20,
            weight=2.0,
            muted=True,
        ),
        Column(
            key="staff",
            title=lambda: translate("FollowUps", "Contact by"),
            text=lambda c: c.staff_name,
            room=10,
            weight=0.4,
            muted=True,
        ),
    )


def _late(contact: ContactFacts, desk: Desk) -> tuple[str, Kind, str] | None:
    day = contact.follow_up_on
    if day is None:
        return None
    late = day < desk.today
    return written.short_date(day), Kind.WARN if late else Kind.INFO, "warn" if late else "clock"
