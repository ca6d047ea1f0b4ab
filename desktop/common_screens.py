"""The screens that need no customer, each at its place in the list at the left."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.queries.announcements import portal_closed
from desktop.actions import Commit
from desktop.printing import Paper, PaperOut
from desktop.screens.announcements import AnnouncementsScreen
from desktop.screens.announcements.writing import Step
from desktop.screens.audit import AuditLog
from desktop.screens.batches import BatchesScreen
from desktop.screens.daily_sheet import DailySheetScreen
from desktop.screens.data import DataScreen
from desktop.screens.paper_settings import PaperSettingsScreen
from desktop.screens.pending import PendingMembers
from desktop.screens.staff_accounts import StaffAccounts
from desktop.screens.texts import TextReader
from desktop.text_type import text_pdf
from desktop.theme import of

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from db.queries.members import MemberFacts
    from desktop.actions import Actions
    from desktop.case import Case
    from desktop.desk import Desk

S = TypeVar("S", bound=QWidget)
_ARRANGED = (AuditLog, StaffAccounts, AnnouncementsScreen, BatchesScreen, DataScreen)
_STEPS = {Step.INPUT: Commit.CHECK, Step.CHECK: Commit.CARRY_OUT}


class CommonScreens(QObject):
    """Whoever adds a screen adds it here: by its place, its F12, and what is remembered of it.

    A screen is made when somebody first goes to its place: most desks never show most of them.
    """

    made = Signal(object)  # QWidget, to be put among the others
    applicant_wanted = Signal(int)  # customer id
    commit_changed = Signal()
    closure_come = Signal(object)  # Closure or None
    delivered = Signal(object)  # when the billing host's data were stored, a moment
    backups_changed = Signal()

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._does = actions
        self._parent = parent
        self._case: Case | None = None
        self.texts = TextReader(desk.language, parent, hints=True)
        self.announcements = AnnouncementsScreen(desk, parent)
        self.screens: list[QWidget] = [self.texts, self.announcements]
        self.out = PaperOut(desk, self.texts)
        self._connect()

    @cached_property
    def pending(self) -> PendingMembers:
        """The registrations that wait for a decision."""
        screen = PendingMembers(self._desk, self._parent)
        screen.customer_wanted.connect(self.applicant_wanted)
        return self._put(screen)

    @cached_property
    def audit(self) -> AuditLog:
        """The record of operations."""
        screen = AuditLog(self._desk, self._parent)
        screen.offer_customer(None if self._case is None else self._case.head)
        return self._put(screen)

    @cached_property
    def staff(self) -> StaffAccounts:
        """The accounts of staff."""
        return self._put(StaffAccounts(self._desk, self._parent))

    @cached_property
    def batches(self) -> BatchesScreen:
        """Notices in batches."""
        screen = BatchesScreen(self._desk, self._parent)
        screen.commits_changed.connect(self._tell_commit)
        return self._put(screen)

    @cached_property
    def daily_sheet(self) -> DailySheetScreen:
        """The sheet that closes a day."""
        return self._put(DailySheetScreen(self._desk, self._parent))

    @cached_property
    def data(self) -> DataScreen:
        """What comes and goes as files, and backups."""
        screen = DataScreen(self._desk, self._parent)
        screen.commits_changed.connect(self._tell_commit)
        screen.delivered.connect(self.delivered)
        screen.backups_changed.connect(self.backups_changed)
        return self._put(screen)

    @cached_property
    def settings(self) -> PaperSettingsScreen:
        """The settings of the bureau and its paper."""
        screen = PaperSettingsScreen(self._desk, self._parent)
        screen.unsaved_changed.connect(self._tell_commit)
        return self._put(screen)

    def at(self, place: QAction) -> QWidget | None:
        """The screen of a place, made when somebody first goes there; None for other places."""
        does = self._does
        names = {
            does.pending: "pending",
            does.audit: "audit",
            does.staff: "staff",
            does.texts: "texts",
            does.announcements: "announcements",
            does.batches: "batches",
            does.daily_sheet: "daily_sheet",
            does.data: "data",
            does.settings: "settings",
        }
        screen: QWidget | None = getattr(self, names[place]) if place in names else None
        return screen

    def commits(self, shown: QWidget | None) -> Commit | None:
        """What F12 does at this screen; None where there is nothing to do."""
        match shown:
            case PendingMembers():
                return Commit.ACCEPT
            case AnnouncementsScreen() if shown.step is not None:
                return _STEPS[shown.step]
            case BatchesScreen() | DataScreen():
                return shown.commits
            case PaperSettingsScreen() if shown.unsaved:
                return Commit.STORE
        return None

    def carry_on(self, shown: QWidget | None) -> None:
        """F12 at this screen."""
        match shown:
            case PendingMembers():
                shown.decide()
            case AnnouncementsScreen() | BatchesScreen() | DataScreen():
                shown.proceed()
            case PaperSettingsScreen():
                shown.save()

    def prints(self, shown: QWidget | None) -> bool:
        """Whether F10 has anything to do at this screen."""
        return isinstance(shown, DailySheetScreen)

    def print(self, shown: QWidget | None) -> None:
        """F10: print the daily sheet while it has the keyboard; else go to it first."""
        if not isinstance(shown, DailySheetScreen):
            return
        if shown.view.hasFocus():
            shown.print()
        else:
            shown.setFocus()

    def reload(self, shown: QWidget | None) -> None:
        """Fetch anew what this screen shows, if it fetches anything."""
        self.look_whether_closed()
        match shown:
            case PaperSettingsScreen() if shown.unsaved:
                return  # what is typed stays
            case (
                PendingMembers()
                | AuditLog()
                | StaffAccounts()
                | AnnouncementsScreen()
                | BatchesScreen()
                | DailySheetScreen()
                | DataScreen()
                | PaperSettingsScreen()
            ):
                shown.reload()

    def take_case(self, case: Case | None) -> None:
        """Know who is being served."""
        self._case = case
        for screen in self.screens:
            if isinstance(screen, AuditLog):
                screen.offer_customer(None if case is None else case.head)
        self.announcements.show_case(case)
        if case is None:
            self.texts.show_agreed("")

    def take_member(self, member: MemberFacts | None) -> None:
        """Know to which terms the member being served agreed."""
        if member is not None:
            self.texts.show_agreed(member.terms_version, member.consented_at)

    def look_whether_closed(self) -> None:
        """Look whether the portal is closed now or soon."""
        work = partial(portal_closed, now=self._desk.now)
        self._desk.tasks.read(self, work, self.closure_come.emit, self._leave_closure)

    def put_away(self) -> None:
        """Stop what runs by itself, cleanly: whoever started it leaves."""
        for screen in self.screens:
            if isinstance(screen, (BatchesScreen, DataScreen)):
                screen.stop()

    def keep_state(self) -> None:
        """Remember how tables are arranged."""
        for screen in self.screens:
            if isinstance(screen, _ARRANGED):
                screen.keep_state()

    def _put(self, screen: S) -> S:
        self.screens.append(screen)
        self.made.emit(screen)
        return screen

    def _connect(self) -> None:
        self.texts.print_wanted.connect(self._print_text)
        self.announcements.step_changed.connect(self._tell_commit)
        self.announcements.closures_changed.connect(self.look_whether_closed)

    def _tell_commit(self, _what: object = None) -> None:
        self.commit_changed.emit()

    def _leave_closure(self, _error: Exception) -> None:
        """Say nothing of it: whatever is wrong, the next work tells."""

    def _print_text(self, title: str, markdown: str) -> None:
        data = text_pdf(markdown, of(self.texts), title=title)
        self.out.print(Paper(None, "", None, title, data))
