"""The contacts of a desk: whom the clerk serves now, who waits, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.commands.contacts import MOST_PARKED, WrapUp, finish
from db.commands.reveals import ContactDetails, reveal
from db.queries.contacts import unfinished
from db.rules.contact_words import Channel, CheckResult, Disclosure
from db.rules.identity import may_be_told
from db.rules.words import OpeningReason, Role
from desktop.theme import Kind

if TYPE_CHECKING:
    from db.queries.contacts import ContactFacts, Identity
    from db.queries.protections import ProtectionFacts
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.customer.page import CustomerPage
    from desktop.screens.wrap_up.panel import WrapUp as WrapUpPanel


@dataclass(frozen=True, slots=True)
class Visit:
    """Whom to serve next, at which contract, why, and in which contact; a new one without."""

    customer_id: int
    contract_id: int | None
    how: str
    contact_id: int | None = None


class Serving(QObject):
    """Never lets a contact go: before another customer comes, this one is kept or ended."""

    page_wanted = Signal()
    search_wanted = Signal()
    case_changed = Signal(object)  # Case or None
    waiting_changed = Signal(object)  # tuple of ContactFacts: parked, or left open by a crash

    def __init__(
        self, desk: Desk, page: CustomerPage, panel: WrapUpPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._panel = panel
        self._next: Visit | None = None
        self._waiting: tuple[ContactFacts, ...] = ()
        self._is_busy_elsewhere = False
        self._connect()

    @property
    def waiting(self) -> tuple[ContactFacts, ...]:
        """The customers who wait: parked, or left open when the program ended."""
        return self._waiting

    def keep(self) -> None:
        """Say that a form was opened, so that leaving the customer parks them."""
        self._is_busy_elsewhere = True

    def serve(self, visit: Visit) -> None:
        """Open a customer; whoever was served is parked, or let go when nothing was done."""
        here = self._page.case()
        if here is None:
            self._open(visit)
        elif here.head.customer_id == visit.customer_id:
            contact_id = here.contact.contact_id
            self._page.open(visit.customer_id, visit.contract_id, visit.how, contact_id=contact_id)
            self.page_wanted.emit()
        else:
            self._next = visit
            self._leave(here)

    def take_up(self, contact: ContactFacts) -> None:
        """Take up what was promised; what concerns no customer is told instead."""
        if contact.customer_id is None:
            self._desk.messages.tell(Kind.INFO, contact.memo)
        else:
            how = OpeningReason.FOLLOW_UP.value
            self.serve(Visit(contact.customer_id, contact.contract_id, how))

    def review(self, protection: ProtectionFacts) -> None:
        """Open the customer whose protection is to be reviewed."""
        self.serve(Visit(protection.customer_id, None, OpeningReason.FOLLOW_UP.value))

    def look_at_applicant(self, customer_id: int) -> None:
        """Open the customer whose registration waits for a decision."""
        self.serve(Visit(customer_id, None, OpeningReason.PENDING_MEMBER.value))

    def resume(self, contact: ContactFacts) -> None:
        """Take up a contact that waits."""
        if contact.customer_id is not None:
            how = OpeningReason.PARKED.value
            visit = Visit(contact.customer_id, contact.contract_id, how, contact.contact_id)
            self.serve(visit)

    def park(self) -> None:
        """Let the customer wait who is being served."""
        if self._page.case() is not None and self._has_room():
            self._next = None
            self._panel.park()

    def look(self) -> None:
        """Look who waits."""
        work = partial(unfinished, staff_id=self._desk.staff.id)
        self._desk.tasks.read(self, work, self._take_waiting)

    def _connect(self) -> None:
        self._page.opened.connect(self._show_contact)
        self._page.place_shown.connect(self._show_contact)
        self._panel.contact_changed.connect(self._take_contact)
        self._panel.identity_changed.connect(self._take_identity)
        self._panel.finished.connect(self._go_on)
        self._panel.parked.connect(self._go_on)

    def _open(self, visit: Visit) -> None:
        by_phone = self._desk.staff.role is Role.PHONE
        channel = Channel.PHONE if by_phone else Channel.COUNTER
        self._page.open(visit.customer_id, visit.contract_id, visit.how, channel, visit.contact_id)
        self.page_wanted.emit()

    def _leave(self, here: Case) -> None:
        if self._is_touched(here):
            if self._has_room():
                self._panel.park()
            return
        work = partial(
            finish,
            contact_id=here.contact.contact_id,
            wrap_up=WrapUp(here.contact.channel, here.contract_id),
            by=self._desk.actor,
            now=self._desk.now,
        )
        self._desk.tasks.write(self, work, self._go_on)

    def _is_touched(self, here: Case) -> bool:
        noted = self._panel.body.entries.noted(here.contract_id)
        said = noted.topic or noted.memo.strip() or noted.follow_up_on
        return bool(said or here.identity or self._is_busy_elsewhere)

    def _has_room(self) -> bool:
        if len(self._waiting) < MOST_PARKED:
            return True
        self._next = None
        told = self.tr("Three customers wait already. Finish one of them first (F11).")
        self._desk.messages.tell(Kind.WARN, told)
        return False

    def _go_on(self, _outcome: object = None) -> None:
        visit, self._next = self._next, None
        self._is_busy_elsewhere = False
        self._page.close_customer()
        self._panel.clear()
        self.case_changed.emit(None)
        self.look()
        if visit is None:
            self.search_wanted.emit()
        else:
            self._open(visit)

    def _show_contact(self, _what: object) -> None:
        here = self._page.case()
        if here is not None:
            self._panel.show_contact(here.contact, here.head, here.contract_id)
            self.case_changed.emit(here)
            self.look()

    def _take_contact(self, contact: ContactFacts) -> None:
        here = self._page.case()
        if here is not None and here.contact.contact_id == contact.contact_id:
            self._page.take_contact(contact)
            self.case_changed.emit(self._page.case())

    def _take_identity(self, identity: Identity | None) -> None:
        here = self._page.case()
        if here is None or here.head.protected or identity is None:
            return
        told = may_be_told(identity.speaker)
        if identity.result is CheckResult.PASSED and Disclosure.CONTACT_DETAILS in told:
            work = partial(
                reveal,
                customer_id=here.head.customer_id,
                contact_id=here.contact.contact_id,
                by=self._desk.actor,
                now=self._desk.now,
            )
            self._desk.tasks.write(self, work, self._show_details)

    def _show_details(self, details: ContactDetails) -> None:
        self._page.strip.show_details(details)

    def _take_waiting(self, waiting: tuple[ContactFacts, ...]) -> None:
        here = self._page.case()
        served = here.contact.contact_id if here else None
        self._waiting = tuple(each for each in waiting if each.contact_id != served)
        self.waiting_changed.emit(self._waiting)
