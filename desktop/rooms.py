"""What the customer page shows besides the bills: membership, contacts, holds, procedures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.queries.contacts import contact_history
from db.rules.member_words import Procedure
from desktop import errors
from desktop.procedure_host import ProcedureHost
from desktop.screens.customer.contacts import ContactHistory
from desktop.screens.customer.page import Room
from desktop.screens.documents import DocumentsRoom
from desktop.screens.holds import HoldsRoom
from desktop.screens.membership.card import MemberCard

if TYPE_CHECKING:
    from db.queries.contacts import Identity
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.customer.page import CustomerPage, Section
    from desktop.screens.customer_input import CustomerInput


class Rooms(QObject):
    """Fills each room when it is entered, and again when the contact changes."""

    decision_wanted = Signal()

    def __init__(self, desk: Desk, page: CustomerPage, customer: CustomerInput) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.member = MemberCard(desk, page)
        self.documents = DocumentsRoom(desk, page)
        self.contacts = ContactHistory(desk, page)
        self.holds = HoldsRoom(desk, page)
        self.procedures = ProcedureHost(desk, customer, self)
        self._last: Section | Room = page.section
        self._known: tuple[int, Identity | None] | None = None
        page.furnish(Room.DOCUMENTS, self.documents)
        page.furnish(Room.MEMBER, self.member)
        page.furnish(Room.CONTACTS, self.contacts)
        page.furnish(Room.HOLDS, self.holds)
        page.furnish(Room.PROCEDURE, self.procedures.room)
        self._connect()

    def begin(self, procedure: Procedure) -> None:
        """Open a procedure for the customer being served."""
        case = self._page.case()
        if procedure is Procedure.DECIDE:
            self.decision_wanted.emit()
        elif case is not None:
            if self._page.section is not Room.PROCEDURE:
                self._last = self._page.section
            self._page.show_section(Room.PROCEDURE)
            self.procedures.begin(procedure, case)
            self.procedures.take_focus()

    def print(self) -> None:
        """F10: show the unpaid slip before it is issued, or print what is shown."""
        if self._page.case() is None:
            return
        if self._page.section is Room.DOCUMENTS:
            self.documents.press_print()
        else:
            bills = self._page.sections.bills_for_slip()
            self._page.show_section(Room.DOCUMENTS)
            self.documents.propose_slip(bills)

    def put_away(self) -> None:
        """Keep no paper in sight: the desk is locked or left."""
        self.documents.put_away()

    def take_case(self, case: Case | None) -> None:
        """Show how the contact stands now."""
        self.procedures.take_case(case)
        known = (case.contact.contact_id, case.identity) if case else None
        if known != self._known:
            # each look at a membership is recorded: none without a reason
            self._known = known
            if case is None:
                self.documents.show_case(None)  # nobody's paper stays, whatever is shown now
            self._fill(self._page.section)

    def enter(self, section: Section | Room) -> None:
        """Fetch what the room shows; a form left behind keeps its draft."""
        if section is not Room.PROCEDURE:
            self.procedures.close()
        self._fill(section)

    def reload(self) -> None:
        """Fetch anew what the room shows."""
        self._fill(self._page.section)

    def _connect(self) -> None:
        self._page.section_changed.connect(self.enter)
        self.contacts.retry_wanted.connect(self._fill_contacts)
        self.member.procedure_wanted.connect(self.begin)
        self.member.member_come.connect(self._page.strip.marks.show_member)
        self.holds.procedure_wanted.connect(self.begin)
        self.procedures.closed.connect(self._come_back)

    def _fill(self, section: Section | Room) -> None:
        case = self._page.case()
        if section is Room.DOCUMENTS:
            self.documents.show_case(case)
        elif section is Room.MEMBER:
            self.member.show_case(case)
        elif section is Room.HOLDS:
            self.holds.show_case(case)
        elif section is Room.CONTACTS and case is not None:
            work = partial(contact_history, customer_id=case.head.customer_id)
            self._desk.tasks.read(self, work, self.contacts.show_history, self._fail)

    def _fail(self, error: Exception) -> None:
        self.contacts.show_problem(errors.sentence(error))

    def _fill_contacts(self) -> None:
        self._fill(Room.CONTACTS)

    def _come_back(self, _procedure: Procedure) -> None:
        self._page.show_section(self._last)
