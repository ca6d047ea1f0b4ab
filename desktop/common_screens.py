"""The screens that need no customer, each at its place in the list at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.screens.audit import AuditLog
from desktop.screens.pending import PendingMembers
from desktop.screens.staff_accounts import StaffAccounts
from desktop.screens.texts import TextReader

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.actions import Actions
    from desktop.desk import Desk


class CommonScreens:
    """Whoever adds a screen adds it here: by its place, and to what is reloaded and remembered."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget) -> None:
        self._does = actions
        self.pending = PendingMembers(desk, parent)
        self.audit = AuditLog(desk, parent)
        self.staff = StaffAccounts(desk, parent)
        self.texts = TextReader(desk.language, parent)

    def by_place(self) -> dict[QAction, QWidget]:
        """Which screen each place shows."""
        does = self._does
        return {
            does.pending: self.pending,
            does.audit: self.audit,
            does.staff: self.staff,
            does.texts: self.texts,
        }

    def reload(self, shown: QWidget | None) -> None:
        """Fetch anew what this screen shows, if it fetches anything."""
        match shown:
            case self.pending | self.audit | self.staff as screen:
                screen.reload()

    def keep_state(self) -> None:
        """Remember how tables are arranged."""
        for screen in (self.audit, self.staff):
            screen.keep_state()
