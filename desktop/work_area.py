"""The middle of the window: every screen, which of them shows, and how they serve one customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.rules.member_words import Procedure
from desktop.actions import Commit
from desktop.common_screens import CommonScreens
from desktop.rooms import Rooms
from desktop.screens.customer.page import CustomerPage, Room, Section
from desktop.screens.customer_input import CustomerInput
from desktop.screens.customer_search import CustomerSearch
from desktop.screens.follow_ups import FollowUps
from desktop.screens.general_contact import GeneralContact
from desktop.screens.parked import ParkedList
from desktop.screens.procedures.frame import Step
from desktop.screens.protection_reviews import ProtectionReviews
from desktop.screens.wrap_up.panel import WrapUp
from desktop.serving import Serving, Visit
from desktop.widgets.layouts import clear_box, column

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from desktop.actions import Actions
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.places import Places

_WIDE_FROM = 1600
_BESIDE_PANEL = (Section.OVERVIEW, Section.CHART, Room.MEMBER)


class WorkArea(QStackedWidget):
    """Joins the screens: none of them knows another."""

    search_wanted = Signal()

    def __init__(self, desk: Desk, actions: Actions, places: Places, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._does = actions
        self._places = places
        self.search = CustomerSearch(desk, self)
        self.follow_ups = FollowUps(desk, self)
        self.reviews = ProtectionReviews(desk, self)
        self.customer = CustomerPage(desk, self)
        self.wrap_up = WrapUp(desk, self.customer)
        self.customer.set_side(self.wrap_up)
        self.customer_input = CustomerInput(desk, self)
        self.serving = Serving(desk, self.customer, self.wrap_up, self)
        self.rooms = Rooms(desk, self.customer, self.customer_input)
        self.parked = ParkedList(desk, self)
        self.general = GeneralContact(desk, self)
        self.common = CommonScreens(desk, actions, self)
        self._build()
        self._connect()
        self._arrange()

    def show_finds(self) -> None:
        """Show what was searched for, and who is to be called back."""
        self.setCurrentWidget(self.begin)
        self._places.tick(None)

    def open_customer(self, customer_id: int, contract_id: int | None, how: str) -> None:
        """Open a customer at one of their locations; that it was opened is recorded first."""
        self.serving.serve(Visit(customer_id, contract_id, how))

    def go_to(self, place: QAction) -> None:
        """Show a place of the list at the left."""
        self._places.tick(place)
        screen = self.common.at(place)
        if screen is not None:
            self.setCurrentWidget(screen)
            self.refresh()
            screen.setFocus()
            return
        self.setCurrentWidget(self.customer)
        wanted = self._places.of_customer()[place]
        if isinstance(wanted, Procedure):
            self.rooms.begin(wanted)
        else:
            self.customer.show_section(wanted)

    def go_back(self) -> None:
        """Show the customer again who is open, if any."""
        if self.customer.is_open():
            self.go_to(self._does.overview)
            self.customer.setFocus()

    def refresh(self) -> None:
        """F5: fetch anew what is shown."""
        match self.currentWidget():
            case self.begin:
                self.search.reload()
                self.follow_ups.reload()
                self.reviews.reload()
            case self.customer:
                self.customer.reload()
                self.rooms.reload()
            case shown:
                self.common.reload(shown)

    def carry_on(self) -> None:
        """F12: on with the form, or with the contact; each asks once more before it acts."""
        shown, frame = self.currentWidget(), self.rooms.procedures.frame
        there = self.customer.section is Room.PROCEDURE and frame is not None
        in_form = there and frame is not None and frame.step is not Step.DONE
        if shown is self.general:
            self.general.finish()
        elif self.common.commits(shown) is not None:
            self.common.carry_on(shown)
        elif shown is self.customer and in_form and frame is not None:
            frame.proceed()
        elif self._show_panel():
            self.wrap_up.finish()

    def begin_check(self) -> None:
        """F4: check who is speaking."""
        if self._show_panel():
            self.wrap_up.begin_check()

    def write_memo(self) -> None:
        """Ctrl+M: write into the memo of the contact."""
        if self._show_panel():
            self.wrap_up.to_memo()

    def offer_phrases(self) -> None:
        """Ctrl+T: list the phrases for the memo of the contact."""
        if self.currentWidget() is self.general:
            self.general.entries.memo.offer_phrases()
        elif self._show_panel():
            self.wrap_up.body.entries.memo.offer_phrases()

    def show_general(self) -> None:
        """Write down a contact without a customer."""
        self._places.tick(None)
        self.setCurrentWidget(self.general)
        self.general.begin()

    def put_away(self) -> None:
        """Keep what is typed and blank the customer's window: the desk is locked or left."""
        self.customer_input.give_up()
        self.wrap_up.flush()
        self.general.flush()
        self.rooms.put_away()

    def take_up_again(self) -> None:
        """Show the paper again that lay here before the desk was locked."""
        if self.customer.section is Room.DOCUMENTS and self.customer.is_open():
            self.rooms.reload()

    def print(self) -> None:
        """F10: show the unpaid slip of the customer, or print the paper shown."""
        shown, frame = self.currentWidget(), self.rooms.procedures.frame
        if shown in self.common.screens:
            self.common.print(shown)
            return
        if self.customer.section is Room.PROCEDURE and frame is not None:
            return  # its own last page prints
        if shown is not self.customer:
            self.go_back()
        self.rooms.print()

    def keep_state(self) -> None:
        """Remember how tables are arranged."""
        for screen in (self.search, self.customer, self.common):
            screen.keep_state()

    def _build(self) -> None:
        due = column(self.follow_ups, self.reviews, gap=8, margins=(20, 0, 20, 12))
        aside = clear_box(due, self)
        start = column(self.search, aside, gap=0)
        start.setStretch(0, 1)
        self.begin = clear_box(start, self)
        for screen in (self.begin, self.customer, self.general, *self.common.screens):
            self.addWidget(screen)

    def _connect(self) -> None:
        serving, rooms = self.serving, self.rooms
        self.search.chosen.connect(self.open_customer)
        self.follow_ups.chosen.connect(serving.take_up)
        self.reviews.chosen.connect(serving.review)
        self.common.made.connect(self.addWidget)
        self.common.applicant_wanted.connect(serving.look_at_applicant)
        self.common.commit_changed.connect(self._arrange)
        self.common.announcements.unread_changed.connect(self.customer.strip.marks.show_unread)
        self.common.announcements.told.connect(self.wrap_up.reload_acts)
        self.customer.strip.announcements_wanted.connect(self._show_unread)
        rooms.member.member_come.connect(self.common.take_member)
        self.general.finished.connect(self.search_wanted)
        self.parked.park_wanted.connect(serving.park)
        self.parked.chosen.connect(serving.resume)
        self.parked.general_wanted.connect(self.show_general)
        serving.page_wanted.connect(self._show_customer)
        serving.search_wanted.connect(self.search_wanted)
        serving.case_changed.connect(self._take_case)
        self.customer.section_changed.connect(self._tick_section)
        self.customer.strip.check_wanted.connect(self.begin_check)
        rooms.member.check_wanted.connect(self.begin_check)
        rooms.documents.check_wanted.connect(self.begin_check)
        rooms.documents.issued.connect(self.wrap_up.reload_acts)
        rooms.procedures.identity_wanted.connect(self.begin_check)
        rooms.procedures.opened.connect(self._tick_procedure)
        rooms.procedures.carried_out.connect(self.wrap_up.reload_acts)
        rooms.procedures.step_changed.connect(self._arrange)
        self.currentChanged.connect(self._arrange)
        rooms.decision_wanted.connect(self._go_to_pending)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _show_panel(self) -> bool:
        """Show the contact beside the customer, and say whether there is one."""
        if not self.customer.is_open():
            return False
        self.setCurrentWidget(self.customer)
        if not self._has_room_beside():
            self.customer.show_section(Section.OVERVIEW)
        self.wrap_up.show()
        return True

    def _has_room_beside(self) -> bool:
        if self.customer.section is Room.DOCUMENTS and self.rooms.documents.needs_identity:
            return True  # the check is made there
        return self.window().width() >= _WIDE_FROM or self.customer.section in _BESIDE_PANEL

    def _share_room(self) -> None:
        """Leave the whole width to what is wide: long lists, and forms beyond their first step."""
        served, frame = self.customer.is_open(), self.rooms.procedures.frame
        if self.customer.section is Room.PROCEDURE and frame is not None:
            beside = frame.step is Step.IDENTITY
        else:
            beside = self._has_room_beside()
        self.wrap_up.setVisible(served and beside)
        self.updateGeometry()  # the page needs less room now than what was counted before

    def _show_customer(self) -> None:
        self._desk.messages.clear()
        self.go_to(self._does.overview)
        self.customer.setFocus()  # a second Enter must not open anybody again

    def _take_case(self, case: Case | None) -> None:
        self._places.enable_customer(served=case is not None)
        self.common.take_case(case)
        self.rooms.take_case(case)
        self._arrange()
        self.parked.show_case(case)

    def _tick_section(self, section: Section | Room) -> None:
        self._places.tick_shown(section, self.rooms.procedures.procedure)
        self._arrange()

    def _tick_procedure(self, procedure: Procedure) -> None:
        self.serving.keep()
        self._places.tick_shown(Room.PROCEDURE, procedure)

    def _arrange(self, _what: object = None) -> None:
        """Share the room among what shows now, and say what F12 does there."""
        self._share_room()
        frame, shown = self.rooms.procedures.frame, self.currentWidget()
        in_form = self.customer.section is Room.PROCEDURE and shown is self.customer
        steps = {Step.INPUT: Commit.CHECK, Step.CHECK: Commit.CARRY_OUT}
        commits = steps.get(frame.step, Commit.FINISH) if frame and in_form else Commit.FINISH
        there = self.common.commits(shown)
        self._does.name_commit(there or commits)
        self._does.commit.setEnabled(
            self.customer.is_open() or shown is self.general or there is not None
        )
        elsewhere = shown in self.common.screens
        prints = self.common.prints(shown) if elsewhere else self.customer.is_open()
        self._does.print.setEnabled(prints)

    def show_announcement(self, announcement_id: int) -> None:
        """Show one announcement."""
        self.go_to(self._does.announcements)
        self.common.announcements.show_announcement(announcement_id)

    def _show_unread(self) -> None:
        self.go_to(self._does.announcements)
        self.common.announcements.show_unread()

    def _go_to_pending(self) -> None:
        self.go_to(self._does.pending)
