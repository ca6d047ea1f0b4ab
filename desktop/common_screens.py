"""The screens that need no customer, each at its place in the list at the left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.queries.announcements import portal_closed
from desktop.actions import Commit
from desktop.printing import Paper, PaperOut
from desktop.screens.announcements import AnnouncementsScreen
from desktop.screens.announcements.writing import Step
from desktop.screens.audit import AuditLog
from desktop.screens.batches import BatchesScreen
from desktop.screens.daily_sheet import DailySheetScreen
from desktop.screens.paper_settings import PaperSettingsScreen
from desktop.screens.pending import PendingMembers
from desktop.screens.staff_accounts import StaffAccounts
from desktop.screens.texts import TextReader
from desktop.text_type import text_pdf
from desktop.theme import of

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from db.queries.members import MemberFacts
    from desktop.actions import Actions
    from desktop.case import Case
    from desktop.desk import Desk

_STEPS = {Step.INPUT: Commit.CHECK, Step.CHECK: Commit.CARRY_OUT}


class CommonScreens(QObject):
    """Whoever adds a screen adds it here: by its place, its F12, and what is remembered of it."""

    commit_changed = Signal()
    closure_come = Signal(object)  # Closure or None

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._does = actions
        self.pending = PendingMembers(desk, parent)
        self.audit = AuditLog(desk, parent)
        self.staff = StaffAccounts(desk, parent)
        self.texts = TextReader(desk.language, parent, hints=True)
        self.announcements = AnnouncementsScreen(desk, parent)
        self.batches = BatchesScreen(desk, parent)
        self.daily_sheet = DailySheetScreen(desk, parent)
        self.settings = PaperSettingsScreen(desk, parent)
        self.out = PaperOut(desk, self.texts)
        self._connect()

    def by_place(self) -> dict[QAction, QWidget]:
        """Which screen each place shows."""
        does = self._does
        return {
            does.pending: self.pending,
            does.audit: self.audit,
            does.staff: self.staff,
            does.texts: self.texts,
            does.announcements: self.announcements,
            does.batches: self.batches,
            does.daily_sheet: self.daily_sheet,
            does.settings: self.settings,
        }

    def commits(self, shown: QWidget | None) -> Commit | None:
        """What F12 does at this screen; None where there is nothing to do."""
        if shown is self.pending:
            return Commit.ACCEPT
        if shown is self.announcements and self.announcements.step is not None:
            return _STEPS[self.announcements.step]
        if shown is self.batches:
            return self.batches.commits
        if shown is self.settings and self.settings.unsaved:
            return Commit.STORE
        return None

    def carry_on(self, shown: QWidget | None) -> None:
        """F12 at this screen."""
        if shown is self.pending:
            self.pending.decide()
        elif shown is self.announcements:
            self.announcements.proceed()
        elif shown is self.batches:
            self.batches.proceed()
        elif shown is self.settings:
            self.settings.save()

    def print(self, shown: QWidget | None) -> None:
        """F10: print the daily sheet while it has the keyboard; else go to it first."""
        if shown is not self.daily_sheet:
            return
        if self.daily_sheet.view.hasFocus():
            self.daily_sheet.print()
        else:
            self.daily_sheet.setFocus()

    def reload(self, shown: QWidget | None) -> None:
        """Fetch anew what this screen shows, if it fetches anything."""
        self.look_whether_closed()
        match shown:
            case self.settings:
                if not self.settings.unsaved:
                    self.settings.reload()
            case (
                self.pending
                | self.audit
                | self.staff
                | self.announcements
                | self.batches
                | self.daily_sheet
            ):
                shown.reload()

    def take_case(self, case: Case | None) -> None:
        """Know who is being served."""
        self.audit.offer_customer(None if case is None else case.head)
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
        self.batches.stop()

    def keep_state(self) -> None:
        """Remember how tables are arranged."""
        for screen in (self.audit, self.staff, self.announcements, self.batches):
            screen.keep_state()

    def _connect(self) -> None:
        self.texts.print_wanted.connect(self._print_text)
        self.announcements.step_changed.connect(self._tell_commit)
        self.announcements.closures_changed.connect(self.look_whether_closed)
        self.batches.commits_changed.connect(self._tell_commit)
        self.settings.unsaved_changed.connect(self._tell_commit)

    def _tell_commit(self, _what: object = None) -> None:
        self.commit_changed.emit()

    def _leave_closure(self, _error: Exception) -> None:
        """Say nothing of it: whatever is wrong, the next work tells."""

    def _print_text(self, title: str, markdown: str) -> None:
        data = text_pdf(markdown, of(self.texts), title=title)
        self.out.print(Paper(None, "", None, title, data))
