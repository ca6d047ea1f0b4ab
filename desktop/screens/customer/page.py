"""The page of one customer: the strip above, a part of what is known below, the contact beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.alerts import customer_alerts
from db.rules.alerts import AlertKind
from db.rules.contact_words import Channel
from db.rules.words import OpeningReason
from desktop import errors
from desktop.case import Case
from desktop.screens.customer.fetching import Asked, Fetching
from desktop.screens.customer.sections import Room, Section, Sections
from desktop.screens.customer.strip import CustomerStrip
from desktop.screens.customer.trouble import Trouble, is_denied
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.layouts import column, row
from desktop.widgets.one_at_a_time import OneAtATime
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from db.guard.open_customer import Opened
    from db.queries.contacts import ContactFacts
    from db.queries.customers import CustomerHead
    from db.rules.alerts import Alert
    from desktop.desk import Desk
    from desktop.screens.customer.fetching import Place

__all__ = ["CustomerPage", "Room", "Section"]

_LEADS_TO = {
    AlertKind.OVERDUE: Section.HISTORY,
    AlertKind.DEBIT_FAILED: Section.HISTORY,
    AlertKind.OVERPAID: Section.HISTORY,
    AlertKind.LEAK: Section.CONTRACT,
    AlertKind.ESTIMATED: Section.CONTRACT,
    AlertKind.EXCHANGE_LATE: Section.CONTRACT,
    AlertKind.EXCHANGE_DUE: Section.CONTRACT,
}


class CustomerPage(Translated, QWidget):
    """One customer at one location at a time, in one contact."""

    opened = Signal(object)  # Opened
    place_shown = Signal(int)  # contract id
    closed = Signal()
    section_changed = Signal(object)  # Section or Room

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._head: CustomerHead | None = None
        self._contact: ContactFacts | None = None
        self._place: Place | None = None
        self._section: Section | Room = Section.OVERVIEW
        self._rooms: dict[Room, QWidget] = {}
        self._unpaid_only = False
        self.fetching = Fetching(desk, self)
        self.strip = CustomerStrip(desk, self)
        self.sections = Sections(desk, self)
        self.problem = Trouble(self)
        self.protected = Banner(Kind.ERR, "", self)
        self._build()
        self._connect()
        self.retranslate()

    def open(
        self,
        customer_id: int,
        contract_id: int | None,
        how: str,
        channel: Channel = Channel.COUNTER,
        contact_id: int | None = None,
    ) -> None:
        """Open a customer, at their first location unless another is named."""
        if self._head is None or self._head.customer_id != customer_id:
            self._forget()
        asked = Asked(customer_id, contract_id, OpeningReason(how), channel, contact_id)
        self.fetching.open(asked)

    def is_open(self) -> bool:
        """Whether a customer is shown."""
        return self._head is not None

    def case(self) -> Case | None:
        """The customer shown and the contact they are served in."""
        if self._head is None or self._contact is None:
            return None
        return Case(self._contact, self._head, self.fetching.contract_id)

    def take_contact(self, contact: ContactFacts) -> None:
        """Take over how the contact stands now, such as after an identity check."""
        self._contact = contact
        self.strip.show_contact(contact)

    def furnish(self, room: Room, with_: QWidget) -> None:
        """Show a widget in a room; whoever furnishes it says what the widget shows."""
        self._rooms[room] = with_
        self._body.addWidget(with_)

    def set_side(self, side: QWidget) -> None:
        """Show a panel to the right of what is known of the customer."""
        self._middle.addWidget(side)

    @property
    def section(self) -> Section | Room:
        """What is shown now."""
        return self._section

    def show_section(self, section: Section | Room) -> None:
        """Show another part of the customer."""
        changed, self._section = section is not self._section, section
        if isinstance(section, Section):
            self.sections.show_section(section)
        self._show_body()
        if self.isVisible():
            self._take_focus()
        if changed:
            self.section_changed.emit(section)

    def close_customer(self) -> None:
        """Show nobody any more."""
        self._forget()
        self.closed.emit()

    def switch_location(self) -> None:
        """List the customer's locations to choose another."""
        self.strip.switcher.open_list()

    def reload(self) -> None:
        """Fetch everything anew; what is shown stays until then."""
        self.fetching.again(self._contact.contact_id if self._contact else None)

    def copy_number(self) -> None:
        """Put the portal number on the clipboard, without spaces."""
        contract = self.strip.contract
        if contract is not None:
            QGuiApplication.clipboard().setText(contract.portal_number)
            self._desk.messages.note(self.tr("Copied the portal number"))

    def keep_state(self) -> None:
        """Remember how tables are arranged."""
        self.sections.keep_state()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Customer"))
        self.protected.say(
            self.tr(
                "Protected customer: tell nobody where they live, their phone or their mail. "
                "Supervisors alone open and print."
            )
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._take_focus()

    def _build(self) -> None:
        self._blank = QWidget(self)
        self._blank.setObjectName("clear")
        self._body = OneAtATime(self)
        for part in (self._blank, self.sections, self.problem):
            self._body.addWidget(part)
        self.skeleton = Skeleton(self._body)
        self.strip.hide()
        self.protected.hide()
        self._middle: QHBoxLayout = row(self._body, gap=0)
        self._middle.setStretch(0, 1)
        whole = column(self.strip, self.protected, self._middle, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.fetching.began.connect(self._show_waiting)
        self.fetching.opened.connect(self._show_opened)
        self.fetching.place_come.connect(self._show_place)
        self.fetching.failed.connect(self._fail)
        self.strip.location_chosen.connect(self.fetching.place)
        self.strip.alert_chosen.connect(self._follow)
        self.strip.copy_wanted.connect(self.copy_number)
        self.sections.section_wanted.connect(self.show_section)
        self.sections.history.years_wanted.connect(self.fetching.years)
        self.problem.retry_wanted.connect(self.reload)

    def _room(self) -> QWidget | None:
        return self._rooms.get(self._section) if isinstance(self._section, Room) else None

    def _take_focus(self) -> None:
        room = self._room()
        if room is None:
            self.sections.take_focus()
        else:
            room.setFocus()

    def _follow(self, alert: Alert) -> None:
        self.show_section(_LEADS_TO[alert.kind])
        if alert.kind is not AlertKind.OVERDUE or self._head is None:
            return
        late = [place.contract_id for place in self._head.contracts if place.overdue_yen]
        if not late or self.fetching.contract_id in late:
            self.sections.show_unpaid()
        else:
            self._unpaid_only = True
            self.fetching.place(late[0])

    def _show_waiting(self, customer: bool) -> None:
        waits = self.tr("Fetching the customer…") if customer else self.tr("Fetching the bills…")
        self.skeleton.start(waits)

    def _show_opened(self, opened: Opened) -> None:
        first_time, self._head = self._head is None, opened.head
        if first_time:
            self.strip.show_head(opened.head, self.fetching.contract_id, ())
            self.strip.show()
        self.protected.setVisible(opened.head.protected)
        self.take_contact(opened.contact)
        self.opened.emit(opened)
        if self.fetching.contract_id is None:
            self.skeleton.stop()
            self.problem.show_no_location()
            self._body.setCurrentWidget(self.problem)

    def _show_place(self, place: Place) -> None:
        case = self.case()
        contract = case.contract if case else None
        if self._head is None or contract is None:
            return
        self.skeleton.stop()
        self._place = place
        today = self._desk.today
        alerts = customer_alerts(self._head, place.history, place.details, today=today)
        self.strip.show_head(self._head, contract.contract_id, alerts)
        self.sections.show_history(place.history, contract)
        self.sections.show_details(place.details, contract)
        self._show_body()
        self.place_shown.emit(contract.contract_id)
        if self._unpaid_only:
            self._unpaid_only = False
            self.sections.show_unpaid()

    def _show_body(self) -> None:
        room = self._room()
        if room is not None and self._head is not None:
            self._body.setCurrentWidget(room)
        elif self._place is not None:
            self._body.setCurrentWidget(self.sections)

    def _fail(self, error: Exception) -> None:
        self.skeleton.stop()
        self._unpaid_only = False
        if self._place is not None and not is_denied(error):
            again = self.tr("Refresh  F5")
            told = errors.sentence(error)
            self._desk.messages.tell(Kind.ERR, told, action_text=again, action=self.reload)
            return
        self.problem.show_error(error)
        self._body.setCurrentWidget(self.problem)

    def _forget(self) -> None:
        self.fetching.forget()
        self._head = self._contact = self._place = None
        self._unpaid_only = False
        self.strip.hide()
        self.protected.hide()
        self._body.setCurrentWidget(self._blank)
