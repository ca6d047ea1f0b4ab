"""The account stood on: what is known of it, and what may be done with it by whom."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from db.rules.permissions import Action, may
from db.rules.words import Role
from desktop import labels
from desktop.permission_words import who_can
from desktop.screens.staff_accounts.columns import (
    has_left,
    is_locked,
    moment,
    office_words,
    state_words,
)
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.fact_list import FactList
from desktop.widgets.labels import Paragraph
from desktop.widgets.layouts import STRETCH, column
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db.queries.staff_accounts import StaffLine
    from desktop.desk import Desk

_WIDTH = 288


class Act(StrEnum):
    """What is done with an account."""

    CHANGE = "change"
    UNLOCK = "unlock"
    RESET = "reset"
    DISABLE = "disable"


_ASKED_TWICE = (Act.RESET, Act.DISABLE)


class AccountCard(Translated, Card):
    """Facts above, acts below; what takes somebody's access away is asked for twice."""

    wanted = Signal(Act)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._line: StaffLine | None = None
        self._asked: Act | None = None
        self._busy = False
        frame = column(gap=8, margins=(16, 14, 16, 14))
        super().__init__(frame, parent)
        self.setFixedWidth(_WIDTH)
        self._facts = FactList(self, name_width=92)
        self.sure = Paragraph("", "warn", self)
        self.buttons = {
            Act.CHANGE: Button("", ButtonKind.PLAIN, "pencil", self),
            Act.UNLOCK: Button("", ButtonKind.PLAIN, "lock", self),
            Act.RESET: Button("", ButtonKind.PLAIN, "key", self),
            Act.DISABLE: Button("", ButtonKind.DANGER, "exit", self),
        }
        for part in (self._facts, STRETCH, self.sure, *self.buttons.values()):
            frame.addStretch(1) if part is STRETCH else frame.addWidget(part)
        for button in self.buttons.values():
            button.clicked.connect(self._press)
        self.retranslate()

    def show_account(self, line: StaffLine | None) -> None:
        """Show an account, or nothing; what was asked before is asked no more."""
        self._line, self._asked = line, None
        self._busy = False
        self._show()

    def set_busy(self) -> None:
        """Something is being done with the account; until it is shown anew nothing else is."""
        self._busy = True
        self._show()

    def retranslate(self) -> None:
        words = {
            Act.CHANGE: self.tr("Change  Enter"),
            Act.UNLOCK: self.tr("Unlock"),
            Act.RESET: self.tr("Reset the password"),
            Act.DISABLE: self.tr("Disable"),
        }
        for act, button in self.buttons.items():
            button.set_text(words[act])
        self._show()

    def why_not(self, act: Act) -> str:
        """Why this may not be done with the account shown; nothing if it may."""
        line, role = self._line, self._desk.staff.role
        if line is None:
            return self.tr("Choose an account first.")
        if not may(role, Action.MANAGE_STAFF) and line.role is Role.ADMIN:
            return who_can(Action.MANAGE_STAFF)
        if act is Act.CHANGE:
            return ""
        return self._why_not_now(act, line)

    def _why_not_now(self, act: Act, line: StaffLine) -> str:
        if has_left(line, self._desk.today):
            return self.tr("This account is disabled already.")
        if act is Act.UNLOCK:
            free = not is_locked(line, self._desk.now)
            return self.tr("This account is not locked.") if free else ""
        own = line.staff_id == self._desk.staff.id
        return self.tr("This is your own account.") if own else ""

    def _show(self) -> None:
        self._facts.show_facts(self._told())
        for act, button in self.buttons.items():
            why = self.why_not(act)
            button.setEnabled(not why and not self._busy)
            button.setToolTip(why)
        self.sure.setText(self._question())
        self.sure.setVisible(self._asked is not None)

    def _told(self) -> tuple[tuple[str, str], ...]:
        line = self._line
        if line is None:
            return ()
        return (
            (self.tr("ID"), line.login_id),
            (self.tr("Full name"), f"{line.name}\n{line.name_latin}"),
            (self.tr("Role"), labels.role_name(line.role)),
            (self.tr("Workplace"), office_words(line, self._desk.language.code)),
            (self.tr("State"), state_words(line, self._desk.now).text),
            (self.tr("Last sign-in"), moment(line.last_signed_in_at) or self.tr("never")),
        )

    def _question(self) -> str:
        name = self._line.name if self._line else ""
        told = {
            None: "",
            Act.RESET: self.tr("The present password of {name} ends at once. Once more: reset it."),
            Act.DISABLE: self.tr(
                "{name} cannot sign in any more, and nobody can undo it. Once more: disable it."
            ),
        }
        return told[self._asked].format(name=name)

    def _press(self) -> None:
        button = self.sender()
        act = next(act for act, known in self.buttons.items() if known is button)
        if act in _ASKED_TWICE and self._asked is not act:
            self._asked = act
            self._show()
            return
        self._asked = None
        self._show()
        self.wanted.emit(act)
