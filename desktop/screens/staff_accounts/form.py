"""Making an account, or changing one: what is wrong stands above and at its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog

from db.errors import RuleBroken
from desktop import errors
from desktop.screens.staff_accounts.account_fields import AccountFields
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.error_summary import ErrorSummary, Fault
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from db.queries.staff_accounts import OfficeLine, StaffLine
    from desktop.desk import Desk

_WIDTH = 560
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AccountForm(Translated, QDialog):
    """Asks for what an account is made of; ``line`` is the account to change, if there is one.

    ``wanted`` carries a NewStaff or StaffChanges; the owner stores it and says how that went.
    """

    wanted = Signal(object)
    comparing = Signal()  # somebody else changed the account: the owner is to show it as it is

    def __init__(
        self,
        desk: Desk,
        offices: Sequence[OfficeLine],
        line: StaffLine | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._busy = self._tried = False
        self._error: Exception | None = None
        self._title = Label("", "h1", self)
        self.summary = ErrorSummary(self)
        self.problem = Banner(Kind.ERR, "", self)
        self.compare = Button("", ButtonKind.PLAIN, parent=self)
        self.fields = AccountFields(desk, offices, line, self)
        self.cancel = Button("", ButtonKind.PLAIN, parent=self)
        self.go = Button("", ButtonKind.PRIMARY, parent=self)
        self.next_error = self._action("Ctrl+E", self.summary.to_next)
        self.commit = self._action("F12", self.submit)
        self._lay_out()
        self.fields.edited.connect(self._forget_error)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.submit)
        self.compare.clicked.connect(self.comparing)
        self.retranslate()
        self.fields.begin()

    @property
    def line(self) -> StaffLine | None:
        """The account that is being changed, as it was last read; None for a new one."""
        return self.fields.line

    def submit(self) -> None:
        """Hand over what was typed, unless something is wrong with it."""
        if self._busy:
            return
        self._tried, self._error = True, None
        self._show_problems()
        if self.summary.faults():
            self.summary.take_focus()
            return
        self._set_busy(True)
        self.wanted.emit(self.fields.typed())

    def refuse(self, error: Exception) -> None:
        """Say why it was not stored; what was typed stays."""
        self._error = error
        self._set_busy(False)
        if self.compare.isVisibleTo(self):
            self.compare.setFocus()
        else:
            self.summary.take_focus()

    def stored(self) -> None:
        """It is stored: close."""
        self._busy = False
        self.accept()

    def show_present(self, line: StaffLine) -> None:
        """The account as somebody else changed it meanwhile: what differs is said at its field."""
        self.fields.line = line
        self.fields.retranslate()
        self._forget_error()
        self.fields.begin()

    def reject(self) -> None:
        if not self._busy:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.focusNextPrevChild(not back)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        new = self.line is None
        title = self.tr("New account") if new else self.tr("Change account")
        self.setWindowTitle(title)
        self._title.setText(title)
        self.compare.set_text(self.tr("Compare, keeping what is typed"))
        self.cancel.set_text(self.tr("Cancel") + "  Esc")
        go = self.tr("Make the account") if new else self.tr("Change the account")
        self.go.set_text((self.tr("Storing…") if self._busy else go) + "  F12")
        self.next_error.setText(self.tr("Next error"))
        self.commit.setText(go)
        self._show_problems()

    def _show_problems(self) -> None:
        told = self.fields.problems() if self._tried else {}
        fields = self.fields.by_name()
        at = _field_of(self._error)
        if self._error is not None and at in fields:
            told[at] = errors.sentence(self._error)
        for key, field in fields.items():
            if field.error() != told.get(key, ""):
                field.show_error(told.get(key, ""))
        self.summary.show_faults(
            [
                Fault(field.editor.accessibleName(), told[key], field.editor)
                for key, field in fields.items()
                if key in told
            ]
        )
        self._show_banner(shown=self._error is not None and at not in fields)

    def _show_banner(self, *, shown: bool) -> None:
        self.problem.setVisible(shown)
        changed = isinstance(self._error, RuleBroken) and self._error.code == "record.changed"
        self.compare.setVisible(shown and changed)
        if self._error is not None and shown:
            words = self.tr("Somebody changed this account meanwhile. What you typed is kept.")
            self.problem.say(words if changed else errors.sentence(self._error))

    def _forget_error(self) -> None:
        self._error = None
        self._show_problems()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for button in (self.go, self.cancel):
            button.setEnabled(not busy)
        self.retranslate()

    def _action(self, key: str, slot: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        for button in (self.cancel, self.go, self.compare):
            button.setAutoDefault(False)
        self.setLayout(
            column(
                self._title,
                self.summary,
                self.problem,
                row(STRETCH, self.compare),
                self.fields,
                8,
                row(STRETCH, self.cancel, self.go),
                gap=6,
                margins=(28, 20, 28, 22),
            )
        )


def _field_of(error: Exception | None) -> str:
    if not isinstance(error, RuleBroken):
        return ""
    if error.code.startswith("staff.login_id"):
        return "login_id"
    if error.code == "office.unknown":
        return "office"
    return str(error.facts.get("field", "")).removeprefix("staff.")
