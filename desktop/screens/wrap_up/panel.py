"""The wrap-up panel: today's contact beside the customer, written down while it happens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from db.commands import contacts as commands
from db.errors import RuleBroken
from db.queries.contacts import acts_of, contact_facts, contact_history
from desktop import errors, theme
from desktop.contact_parts.finish_check import FinishCheck
from desktop.contact_parts.keeper import Act, Keeper
from desktop.contact_parts.summary import caution, summary
from desktop.screens.wrap_up.body import PanelBody
from desktop.screens.wrap_up.earlier import MOST
from desktop.theme import Kind
from desktop.widgets.focus_return import FocusReturn
from desktop.widgets.layouts import clear_box, column
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from sqlalchemy.orm import Session

    from db.commands.contacts import WrapUp as Noted
    from db.queries.contacts import Act as Done
    from db.queries.contacts import ContactFacts
    from db.queries.customers import CustomerHead
    from desktop.desk import Desk
    from desktop.screens.wrap_up.identity_acts import Doing

_WIDE_FROM = 1600


class WrapUp(Translated, QFrame):
    """One contact from the identity check to its end; everything typed is kept at once."""

    finished = Signal()  # the contact has ended, also as a wrong opening
    parked = Signal(object)  # ContactFacts
    identity_changed = Signal(object)  # Identity or None
    contact_changed = Signal(object)  # ContactFacts

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contact: ContactFacts | None = None
        self._contract_id: int | None = None
        self._focus = FocusReturn()
        self._window: QWidget | None = None
        self.setObjectName("wrap")
        self.keeper = Keeper(desk, self)
        self.body = PanelBody(desk, self)
        self.check = FinishCheck(self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def contact(self) -> ContactFacts | None:
        """The contact shown, as it stood when it was last read."""
        return self._contact

    def show_contact(
        self, contact: ContactFacts, head: CustomerHead | None, contract_id: int | None
    ) -> None:
        """Show a contact; the same one again keeps what was typed, another location is noted."""
        same = self._contact is not None and self._contact.contact_id == contact.contact_id
        moved = same and contract_id != self._contract_id
        self._contact, self._contract_id = contact, contract_id
        if not same:
            self.keeper.flush()
            self.body.entries.show_contact(contact)
            self._back_to_work()
        self.body.identity.show_contact(contact, head)
        if not same or moved:
            self.body.identity.look_up(contract_id)
        if moved or contract_id != contact.contract_id:
            self._keep_soon()
        self.body.time.run_since(contact.started_at)
        self.reload_acts()
        self._ask_earlier()
        if not same:
            self.identity_changed.emit(contact.identity)

    def clear(self) -> None:
        """Show no contact any more."""
        self._contact = None
        self.body.identity.show_contact(None, None)
        self.body.time.run_since(None)
        self.body.acts.show_acts(())
        self._back_to_work()

    def begin_check(self) -> None:
        """F4: go through the identity check."""
        if self._contact is not None:
            self._back_to_work()
            self.body.identity.begin()
            self.body.reveal(self.body.identity)

    def to_memo(self) -> None:
        """Ctrl+M: write."""
        self._back_to_work()
        self.body.entries.memo.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """F12: show what will be kept; Enter then ends the contact."""
        if self._contact is None or self._stack.currentWidget() is self._check_page:
            return
        self.body.identity.abandon()
        self._focus.remember()
        self.keeper.flush()
        self._sum_up()
        self._stack.setCurrentWidget(self._check_page)
        self.check.begin()

    def wrong_opening(self) -> None:
        """End the contact as a wrong opening (誤検索); nothing is asked, unless notes were made."""
        if self._contact is not None and self.body.entries.memo.text().strip():
            told = self.tr("Notes were made here: finish with F12, or delete them first.")
            self._desk.messages.tell(Kind.WARN, told)
            return
        self._end(commands.wrong_opening)

    def park(self) -> None:
        """Put the contact aside with everything typed."""
        if self._contact is not None:
            work = partial(_park, noted=self._noted(), **self._this())
            self._act(work, self._take_parked, self._fail)

    def flush(self) -> None:
        """Keep everything now: the window closes, the screen locks."""
        if self._contact is not None and self.keeper.is_waiting():
            self.keeper.flush()

    def reload_acts(self) -> None:
        """Read anew what was done in this contact."""
        if self._contact is not None:
            work = partial(acts_of, contact_id=self._contact.contact_id)
            self._desk.tasks.read(self, work, self._take_acts)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("This contact"))
        if self._stack.currentWidget() is self._check_page:
            self._sum_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._window is not self.window():
            self._window = self.window()
            self._window.installEventFilter(self)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._fit()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._check_page = clear_box(column(self.check, margins=(15, 12, 15, 10)), self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.body)
        self._stack.addWidget(self._check_page)
        self.setLayout(column(self._stack, gap=0))

    def _connect(self) -> None:
        body = self.body
        body.entries.changed.connect(self._keep_soon)
        body.entries.left.connect(self.flush)
        body.entries.channel_changed.connect(body.identity.show_channel)
        body.identity.wanted.connect(self._do)
        body.identity.contact_changed.connect(self._take_contact)
        body.identity.left_to_supervisor.connect(self._take_request)
        body.finish.clicked.connect(self.finish)
        body.wrong.clicked.connect(self.wrong_opening)
        self.check.confirmed.connect(self._finish)
        self.check.back_wanted.connect(self._back)
        self.keeper.troubled.connect(self._say_trouble)
        self.keeper.kept.connect(body.trouble.hide)

    def _fit(self) -> None:
        wide = self.window().width() >= _WIDE_FROM
        self.setFixedWidth(theme.of(self).px("wrap_up_wide" if wide else "wrap_up"))
        self.body.show_wide(wide=wide)

    def _noted(self) -> Noted:
        return self.body.entries.noted(self._contract_id)

    def _sum_up(self) -> None:
        noted, identity = self._noted(), self.body.identity.identity
        acts = self.body.acts.said()
        self.check.show_facts(summary(noted, identity, acts), caution(noted, identity))

    def _this(self) -> dict[str, Any]:
        contact_id = self._contact.contact_id if self._contact else 0
        return {"contact_id": contact_id, "by": self._desk.actor, "now": self._desk.now}

    def _keep_soon(self) -> None:
        if self._contact is not None:
            self.keeper.keep_soon(self._contact.contact_id, self._noted())

    def _act(self, work: Any, then: Any, failed: Any) -> None:
        if self._contact is not None:
            self.keeper.act(Act(self._contact.contact_id, work, then, failed))

    def _do(self, doing: Doing) -> None:
        # what is asked depends on the channel, so the notes are kept first
        work = partial(_keep_and, noted=self._noted(), work=doing.work, **self._this())
        self._act(work, doing.then, doing.failed)

    def _finish(self) -> None:
        self.check.set_busy(busy=True)
        self._end(partial(_finish, noted=self._noted()))

    def _end(self, command: Any) -> None:
        if self._contact is not None:
            self._act(partial(command, **self._this()), self._take_end, self._fail)

    def _take_end(self, _nothing: object) -> None:
        if self._contact is not None:
            self.keeper.forget(self._contact.contact_id)
        self.clear()
        self.finished.emit()

    def _take_parked(self, contact: ContactFacts) -> None:
        self.keeper.forget(contact.contact_id)
        self.clear()
        self.parked.emit(contact)

    def _take_contact(self, contact: ContactFacts) -> None:
        self._contact = contact
        self.reload_acts()
        self.identity_changed.emit(contact.identity)
        self.contact_changed.emit(contact)

    def _take_request(self, contact: ContactFacts) -> None:
        self.body.entries.follow_up.show_follow_up(contact.follow_up_on, contact.follow_up_by)
        self.body.entries.memo.show_text(contact.memo)

    def _take_acts(self, acts: tuple[Done, ...]) -> None:
        self.body.acts.show_acts(acts if self._contact else ())
        self.body.show_wide(wide=self.window().width() >= _WIDE_FROM)

    def _ask_earlier(self) -> None:
        contact = self._contact
        if contact is not None and contact.customer_id is not None:
            work = partial(contact_history, customer_id=contact.customer_id, limit=MOST + 1)
            self._desk.tasks.read(self, work, self._take_earlier)

    def _take_earlier(self, contacts: tuple[ContactFacts, ...]) -> None:
        this = self._contact.contact_id if self._contact else 0
        others = [contact for contact in contacts if contact.contact_id != this]
        self.body.earlier.show_contacts(others)
        self._fit()

    def _fail(self, error: Exception) -> None:
        self._back_to_work()
        self._keep_soon()
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))

    def _say_trouble(self, contact_id: int, error: Exception) -> None:
        here = self._contact is not None and self._contact.contact_id == contact_id
        if isinstance(error, RuleBroken) and not here:
            return  # the contact ended meanwhile: there is nothing left to keep
        kept = self.tr("The notes are kept here and saved as soon as that is mended.")
        self.body.trouble.say(f"{errors.sentence(error)} {kept}")
        self.body.trouble.show()

    def _back(self) -> None:
        self._back_to_work()
        self._focus.give_back()

    def _back_to_work(self) -> None:
        self._stack.setCurrentWidget(self.body)


def _keep_and(session: Session, *, noted: Noted, work: Any, contact_id: int, **who: Any) -> Any:
    commands.keep_contact(session, contact_id, wrap_up=noted, **who)
    return work(session)


def _finish(session: Session, *, noted: Noted, contact_id: int, **who: Any) -> None:
    commands.finish(session, contact_id, wrap_up=noted, **who)


def _park(session: Session, *, noted: Noted, contact_id: int, **who: Any) -> ContactFacts:
    commands.keep_contact(session, contact_id, wrap_up=noted, **who)
    commands.park(session, contact_id, **who)
    session.flush()
    return contact_facts(session, contact_id)
