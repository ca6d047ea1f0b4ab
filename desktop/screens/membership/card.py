"""The membership card: what the portal knows of the customer, and the procedures by number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QStackedWidget, QWidget

from db.commands.member_views import view_member
from db.queries.outbox import mails_of
from db.rules.contact_words import CheckResult, Disclosure
from db.rules.identity import may_be_told
from db.rules.member_words import MailState
from desktop import errors, member_words
from desktop.format import in_fours
from desktop.screens.membership.facts import account_facts, setting_facts
from desktop.screens.membership.mails import NAME_WIDTH, SHOWN, MailList
from desktop.screens.membership.offers import OFFERED, offers
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card, Rule
from desktop.widgets.chip import Chip
from desktop.widgets.fact_list import FactList
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from sqlalchemy.orm import Session

    from db.commands.audit import Actor
    from db.queries.members import MemberFacts
    from db.queries.outbox import MailFacts
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.tasks import Task

    Found = tuple[MemberFacts | None, tuple[MailFacts, ...]]

_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
_PROCEDURES_WIDTH = 300
_TROUBLES = (MailState.FAILED, MailState.UNCLEAR)


class MemberCard(Translated, QWidget):
    """Nothing of the membership is shown before the speaker is known well enough for it."""

    procedure_wanted = Signal(object)  # Procedure
    check_wanted = Signal()
    member_come = Signal(object)  # MemberFacts | None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._member: MemberFacts | None = None
        self._mails: tuple[MailFacts, ...] = ()
        self._error: Exception | None = None
        self._task: Task[Any] | None = None
        self.title = Label("", "h2", self)
        self.state = Chip(parent=self)
        self.mail_trouble = Chip(parent=self)
        self.account = FactList(self, name_width=NAME_WIDTH)
        self.settings = FactList(self, name_width=NAME_WIDTH)
        self.no_member = Paragraph("", "body", self)
        self.places = FactList(self, name_width=NAME_WIDTH)
        self.mails = MailList(self)
        self._places_title = Label("", "h2", self)
        self._mails_title = Label("", "h2", self)
        self._procedures_title = Label("", "h2", self)
        self.procedures = {each: Button("", ButtonKind.PLAIN, parent=self) for each in OFFERED}
        self.unknown = Placeholder("lock", self)
        self.check = Button("", ButtonKind.PRIMARY, "user", self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self.area = QScrollArea(self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def member(self) -> MemberFacts | None:
        """The member shown; None for a customer who is none, or before the check."""
        return self._member

    def show_case(self, case: Case | None) -> None:
        """Show the membership of the customer being served, as far as the speaker may know."""
        self._case, self._member, self._error = case, None, None
        if self._task is not None:
            self._task.drop()
        self._task = None
        self.skeleton.stop()
        if case is None or not self._is_known(case):
            self._show_unknown()
            return
        self._ask(case)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Membership"))
        self.title.setText(self.tr("Portal membership"))
        self._places_title.setText(self.tr("Locations on the portal"))
        self._mails_title.setText(self.tr("Latest mail"))
        self.retry.set_text(self.tr("Try again"))
        self._procedures_title.setText(self.tr("Procedures"))
        self.no_member.setText(self.tr("This customer is not a member of the portal."))
        self.check.set_text(self.tr("Check identity  F4"))
        self._say_unknown()
        if self._error is not None:
            self._show_problem(self._error)
        self._show_offers()
        if self._member is not None:
            self._show_facts(self._member)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = event.key() - Qt.Key.Key_1
        if 0 <= at < len(OFFERED):
            self._press(self.procedures[OFFERED[at]])
        elif (scroll := _SCROLLS.get(Qt.Key(event.key()))) is not None:
            self.area.verticalScrollBar().triggerAction(scroll)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        for page, way in ((self.unknown, self.check), (self.problem, self.retry)):
            if self._body.currentWidget() is page:
                way.setFocus()

    def _build(self) -> None:
        self.unknown.add_button(self.check)
        self.problem.add_button(self.retry)
        self._facts = clear_box(
            column(
                self.account,
                Rule(self),
                self.settings,
                Rule(self),
                self._places_title,
                self.places,
                Rule(self),
                self._mails_title,
                self.mails,
                gap=10,
            ),
            self,
        )
        steps = column(self._procedures_title, gap=4, margins=(16, 14, 16, 14))
        for button in self.procedures.values():
            steps.addWidget(button)
        steps.addStretch(1)
        right = Card(steps, self)
        right.setFixedWidth(_PROCEDURES_WIDTH)
        whole = row(self._told(), right, gap=12, margins=(16, 12, 16, 12))
        whole.setStretch(0, 1)
        self._known = clear_box(whole, self)
        self._body = QStackedWidget(self)
        for part in (self._known, self.unknown, self.problem):
            self._body.addWidget(part)
        self.skeleton = Skeleton(self._body)
        self.setLayout(column(self._body))

    def _told(self) -> Card:
        heading = row(self.title, self.state, self.mail_trouble, STRETCH, gap=10)
        told = column(heading, self.no_member, self._facts, STRETCH, gap=12)
        told.setContentsMargins(20, 14, 20, 14)
        self.area.setWidget(clear_box(told))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setObjectName("clear")
        return Card(column(self.area, margins=(1, 1, 1, 1)), self)

    def _connect(self) -> None:
        self.check.clicked.connect(self.check_wanted)
        self.retry.clicked.connect(self._again)
        for button in self.procedures.values():
            button.clicked.connect(self._want)

    def _press(self, button: Button) -> None:
        # a key that does nothing has to say why, as the mouse is told by the tooltip
        if self._body.currentWidget() is not self._known:
            return
        if button.isEnabled():
            button.click()
        else:
            self._desk.messages.note(button.toolTip())

    def _again(self) -> None:
        self.show_case(self._case)

    def _want(self) -> None:
        pressed = self.sender()
        for procedure, button in self.procedures.items():
            if button is pressed:
                self.procedure_wanted.emit(procedure)

    def _is_known(self, case: Case) -> bool:
        known = case.identity
        passed = known is not None and known.result is CheckResult.PASSED
        return passed and known is not None and Disclosure.MEMBERSHIP in may_be_told(known.speaker)

    def _ask(self, case: Case) -> None:
        self.skeleton.start(self.tr("Fetching the membership…"))
        work = partial(
            _fetch,
            customer_id=case.head.customer_id,
            contact_id=case.contact.contact_id,
            by=self._desk.actor,
            now=self._desk.now,
        )
        self._task = self._desk.tasks.write(self, work, self._show_member, self._show_problem)

    def _show_member(self, found: Found) -> None:
        self.skeleton.stop()
        member, self._mails = found
        self._member = member
        self._show_offers()
        self._facts.setVisible(member is not None)
        self.no_member.setVisible(member is None)
        for chip in (self.state, self.mail_trouble):
            chip.setVisible(member is not None)
        if member is not None:
            self._show_facts(member)
        waited = self.check.hasFocus() or self.retry.hasFocus()
        self._turn_to(self._known)
        if waited:  # the button has gone with its page, the digits work on
            self.setFocus()
        self.member_come.emit(member)

    def _show_facts(self, member: MemberFacts) -> None:
        words = member_words.member_state(member.state)
        self.state.show_state(words.text, words.kind, words.icon)
        self.account.show_facts(account_facts(member, self._desk.now))
        self.settings.show_facts(setting_facts(member))
        held = ((in_fours(each.portal_number), each.address) for each in member.contracts)
        self.places.show_facts(held)
        self.mails.show_mails(self._mails)
        self._show_trouble()

    def _show_trouble(self) -> None:
        # the list may be below the edge, and this must not be overlooked
        bad = next((mail for mail in self._mails if mail.state in _TROUBLES), None)
        self.mail_trouble.setVisible(bad is not None)
        if bad is not None:
            words = member_words.mail_state(bad.state)
            told = self.tr("Mail: {state}").format(state=words.text)
            self.mail_trouble.show_state(told, words.kind, words.icon)

    def _show_offers(self) -> None:
        for at, offer in enumerate(offers(self._member, self._desk.staff.role), start=1):
            button = self.procedures[offer.procedure]
            button.set_text(f"{at}  {member_words.procedure(offer.procedure)}")
            button.setEnabled(not offer.obstacle)
            button.setToolTip(offer.obstacle)

    def _show_unknown(self) -> None:
        self._say_unknown()
        self._turn_to(self.unknown)

    def _turn_to(self, page: QWidget) -> None:
        self._body.setCurrentWidget(page)
        takes_keys = page is self._known  # else it hands the keyboard on, and Tab must not stop
        policy = Qt.FocusPolicy.StrongFocus if takes_keys else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        if self.hasFocus() and not takes_keys:
            (self.check if page is self.unknown else self.retry).setFocus()

    def _say_unknown(self) -> None:
        known = self._case.identity if self._case else None
        if known is not None and known.result is CheckResult.PASSED:
            hint = self.tr("Who is speaking may not be told about the membership.")
        else:
            hint = self.tr("The membership is shown once you know with whom you speak.")
        self.unknown.say(self.tr("Identity is not checked yet"), hint)

    def _show_problem(self, error: Exception) -> None:
        self.skeleton.stop()
        self._error = error
        self.problem.say(self.tr("The membership could not be shown"), errors.sentence(error))
        self._turn_to(self.problem)


def _fetch(
    session: Session, *, customer_id: int, contact_id: int, by: Actor, now: dt.datetime
) -> Found:
    member = view_member(session, customer_id, contact_id, by=by, now=now)
    mails = mails_of(session, member.member_id, limit=SHOWN) if member else ()
    return member, mails
