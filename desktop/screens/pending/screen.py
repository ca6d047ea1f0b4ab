"""Deciding on the registrations that were made on the portal: accept, or refuse with a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from db.commands.member_registration import activate, refuse
from db.errors import RuleBroken
from db.queries.members import pending_members
from db.rules.member_words import MemberRefusal
from db.rules.permissions import Action, may
from desktop import errors, member_words
from desktop.permission_words import who_can
from desktop.screens.pending.columns import found_words, pending_columns
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.fact_list import FactList
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from db.queries.members import PendingMember
    from desktop.desk import Desk

_BESIDE = 340


class PendingMembers(Translated, QWidget):
    """The queue at the left, the registration stood on at the right, decided in two keys."""

    customer_wanted = Signal(int)  # customer id

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._error: Exception | None = None
        self._asked: MemberRefusal | bool | None = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self._title = Label("", "h1", self)
        self.table: RecordTable[PendingMember] = RecordTable(
            pending_columns(), self, name=self._table_name, identity=_member_id
        )
        self.facts = FactList(self, name_width=96)
        self.reason = QComboBox(self)
        self.accept = Button("", ButtonKind.PRIMARY, "check", self)
        self.open = Button("", ButtonKind.PLAIN, "user", self)
        self.refuse = Button("", ButtonKind.DANGER, "x", self)
        self.sure = Paragraph("", "warn", self)
        self.nothing = Placeholder("inbox", self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Fetch the queue anew."""
        if not may(self._desk.staff.role, Action.DECIDE_REGISTRATION):
            self._fail(RuleBroken("permission.denied", action=Action.DECIDE_REGISTRATION))
            return
        self.skeleton.start(self.tr("Fetching the registrations…"))
        work = partial(pending_members, role=self._desk.staff.role, today=self._desk.today)
        self._desk.tasks.read(self, work, self._show, self._fail)

    def decide(self) -> None:
        """F12: accept the registration stood on; the second time it is done."""
        self.accept.click()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Registrations to decide"))
        self._title.setText(self.tr("Registrations to decide"))
        self.open.set_text(self.tr("Open the customer  Enter"))
        self.refuse.set_text(self.tr("Refuse"))
        self.reason.setAccessibleName(self.tr("Reason for refusing"))
        at = max(self.reason.currentIndex(), 0)
        self.reason.clear()
        for each in MemberRefusal:
            self.reason.addItem(member_words.member_refusal(each), each)
        self.reason.setCurrentIndex(at)
        self.nothing.say(
            self.tr("No registration waits"),
            self.tr("Who registers on the portal appears here once their mail is confirmed."),
        )
        if self._error is not None:
            self._fail(self._error)
        self._show_chosen(self.table.selected())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.table.setFocus()

    def _build(self) -> None:
        beside = Card(
            column(
                self.facts,
                STRETCH,
                self.sure,
                self.accept,
                self.open,
                8,
                self.reason,
                self.refuse,
                gap=10,
                margins=(16, 14, 16, 14),
            ),
            self,
        )
        beside.setFixedWidth(_BESIDE)
        listed = Card(column(self.table, gap=0, margins=(1, 1, 1, 1)), self)
        queue = row(listed, beside, gap=12)
        queue.setStretch(0, 1)
        whole = QWidget(self)
        whole.setObjectName("clear")
        whole.setLayout(queue)
        self._body = QStackedWidget(self)
        for part in (whole, self.nothing, self.problem):
            self._body.addWidget(part)
        self.skeleton = Skeleton(self._body)
        page = column(self._title, self._body, gap=10, margins=(16, 12, 16, 12))
        page.setStretch(1, 1)
        self.setLayout(page)

    def _connect(self) -> None:
        self.table.selection_changed.connect(self._show_chosen)
        self.table.chosen.connect(self._open_customer)
        self.open.clicked.connect(self._open_customer)
        self.accept.clicked.connect(self._ask_accept)
        self.refuse.clicked.connect(self._ask_refuse)

    def _table_name(self) -> str:
        return self.tr("Registrations to decide")

    def _show(self, pending: tuple[PendingMember, ...]) -> None:
        self.skeleton.stop()
        self._error = None
        self.table.show_rows(pending)
        if pending and self.table.selected() is None:
            self.table.select(0)
        self._show_chosen(self.table.selected())
        self._body.setCurrentIndex(0 if pending else 1)

    def _show_chosen(self, each: PendingMember | None) -> None:
        self._asked = False
        self.sure.setText("")
        self.accept.set_text(self.tr("Accept  F12"))
        for button in (self.accept, self.refuse, self.open, self.reason):
            button.setEnabled(each is not None)
        if each is None:
            self.facts.show_facts(())
            return
        self.facts.show_facts(
            (
                (self.tr("Name"), each.name),
                (self.tr("Kana"), each.kana),
                (self.tr("E-mail"), each.email_masked),
                (self.tr("Found"), found_words(each)),
            )
        )
        if each.mismatches:
            self.reason.setCurrentIndex(list(MemberRefusal).index(each.mismatches[0]))

    def _open_customer(self) -> None:
        each = self.table.selected()
        if each is not None:
            self.customer_wanted.emit(each.customer_id)

    def _ask_accept(self) -> None:
        if self._asked is None:
            self._decide(None)
            return
        self._asked = None
        self.sure.setText(self.tr("Accept this registration? F12 once more does it."))

    def _ask_refuse(self) -> None:
        reason = MemberRefusal(self.reason.currentData())
        if self._asked == reason:
            self._decide(reason)
            return
        self._asked = reason
        self.sure.setText(self.tr("Refuse this registration? Press the button once more."))

    def _decide(self, reason: MemberRefusal | None) -> None:
        each = self.table.selected()
        if each is None:
            return
        by, now = self._desk.actor, self._desk.now
        work = (
            partial(activate, member_id=each.member_id, version=each.version, by=by, now=now)
            if reason is None
            else partial(
                refuse,
                member_id=each.member_id,
                version=each.version,
                reason=reason,
                by=by,
                now=now,
            )
        )
        self.accept.setEnabled(False)
        self.refuse.setEnabled(False)
        self._desk.tasks.write(self, work, self._decided, self._not_decided)

    def _decided(self, _outcome: object) -> None:
        self._desk.messages.note(self.tr("Decided; the customer gets mail about it."))
        self.reload()

    def _not_decided(self, error: Exception) -> None:
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))
        self.reload()

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._error = error
        denied = isinstance(error, RuleBroken) and error.code == "permission.denied"
        told = who_can(Action.DECIDE_REGISTRATION) if denied else errors.sentence(error)
        self.problem.say(self.tr("The registrations cannot be shown"), told)
        self._body.setCurrentWidget(self.problem)


def _member_id(each: PendingMember) -> int:
    return each.member_id
