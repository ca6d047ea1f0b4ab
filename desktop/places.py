"""Where in the window one can be: the list at the left, and what of it the role may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from db.rules.member_words import Procedure
from db.rules.permissions import Action, may
from desktop.permission_words import who_can
from desktop.screens.customer.page import Room, Section
from desktop.widgets.side_nav import SideNav

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.actions import Actions
    from desktop.desk import Desk

    Of = Section | Room | Procedure


class Places(QObject):
    """One place is ticked at a time; those of a customer rest while nobody is served."""

    went = Signal(QAction)

    def __init__(self, desk: Desk, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._does = actions
        self.nav = SideNav(window)
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self._build()
        self._group.triggered.connect(self.went)

    def of_customer(self) -> dict[QAction, Of]:
        """What of a customer each place shows, or which procedure it begins."""
        does = self._does
        return {
            does.overview: Section.OVERVIEW,
            does.chart: Section.CHART,
            does.history: Section.HISTORY,
            does.documents: Room.DOCUMENTS,
            does.member: Room.MEMBER,
            does.add_location: Procedure.ADD_LOCATION,
            does.withdraw: Procedure.WITHDRAW,
            does.contacts: Room.CONTACTS,
            does.contract: Section.CONTRACT,
            does.holds: Room.HOLDS,
        }

    def tick(self, place: QAction | None) -> None:
        """Show at which place the clerk is."""
        for action in self._does.sections():
            action.setChecked(action is place)

    def tick_shown(self, shown: Section | Room, procedure: Procedure | None) -> None:
        """Tick the place that shows this of a customer."""
        wanted = procedure if shown is Room.PROCEDURE else shown
        if wanted in (Procedure.HOLD, Procedure.PROTECT):
            wanted = Room.HOLDS
        own = (place for place, what in self.of_customer().items() if what is wanted)
        self.tick(next(own, self._does.member if shown is Room.PROCEDURE else None))

    def enable_customer(self, *, served: bool) -> None:
        """Let what needs a customer be used, or not."""
        for action in self._does.of_customer():
            action.setEnabled(served)

    def retranslate(self) -> None:
        """Set the headings and the reasons of what may not be used anew."""
        self._customer_heading.setText(self.tr("Customer"))
        self._common_heading.setText(self.tr("Common"))
        role = self._desk.staff.role
        for place, needed in self._needs().items():
            allowed = may(role, needed)
            place.setEnabled(allowed)
            place.setToolTip("" if allowed else who_can(needed))

    def _needs(self) -> dict[QAction, Action]:
        does = self._does
        return {
            does.pending: Action.DECIDE_REGISTRATION,
            does.announcements: Action.OPEN_CUSTOMER,
            does.batches: Action.RUN_BATCH,
            does.daily_sheet: Action.PRINT_DAILY_SHEET,
            does.data: Action.BACK_UP,
            does.settings: Action.MANAGE_SETTINGS,
            does.audit: Action.READ_OFFICE_AUDIT,
            does.staff: Action.UNLOCK_OFFICE_STAFF,
            does.general: Action.RECORD_CONTACT,
            does.park: Action.RECORD_CONTACT,
        }

    def _build(self) -> None:
        does = self._does
        icons = {
            does.overview: "home",
            does.chart: "chart",
            does.history: "list",
            does.documents: "doc",
            does.contract: "gauge",
            does.member: "user",
            does.add_location: "pin",
            does.withdraw: "exit",
            does.contacts: "note",
            does.holds: "clock",
            does.pending: "inbox",
            does.announcements: "bell",
            does.texts: "help",
            does.batches: "print",
            does.daily_sheet: "calendar",
            does.data: "history",
            does.settings: "gear",
            does.audit: "audit",
            does.staff: "users",
        }
        self._customer_heading = self.nav.add_section()
        for place in does.customer_places():
            self.nav.add_entry(place, icons[place])
        self._common_heading = self.nav.add_section()
        for place in does.common_places():
            self.nav.add_entry(place, icons[place])
        for place in does.sections():
            self._group.addAction(place)
        self.enable_customer(served=False)
