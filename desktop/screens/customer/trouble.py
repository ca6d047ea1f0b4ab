"""What stands on the page when the customer cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from db.errors import OutOfReach, RuleBroken
from desktop import errors
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def is_denied(error: Exception) -> bool:
    """Whether the role, and not the moment, is in the way."""
    return isinstance(error, RuleBroken) and error.code == "permission.denied"


class Trouble(Translated, Placeholder):
    """Says why nobody is shown, and offers to try again where that can help."""

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("circle-x", parent, colour="err")
        self._error: Exception | None = None
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self.add_button(self.retry)
        self.retry.clicked.connect(self.retry_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        self.retry.set_text(self.tr("Try again  F5"))
        if self._error is not None:
            self._say_problem(self._error)

    def show_error(self, error: Exception) -> None:
        """Say what went wrong; said again in the other language when that changes."""
        self._error = error if isinstance(error, (RuleBroken, OutOfReach)) else None
        self._say_problem(error)
        self.retry.setVisible(not is_denied(error))

    def show_no_location(self) -> None:
        """Say that the customer has no contract, and never had."""
        self._error = None
        self.show_icon("pin")
        self.say(
            self.tr("This customer uses no location"),
            self.tr("There is no contract in their name, neither now nor earlier."),
        )
        self.retry.hide()

    def _say_problem(self, error: Exception) -> None:
        if is_denied(error):
            self.show_icon("lock")
            self.say(
                self.tr("Your role sees no customers"),
                self.tr("Staff at the counter, on the phone and supervisors open customers."),
            )
            return
        self.show_icon("circle-x", "err")
        self.say(self.tr("The customer could not be shown"), errors.sentence(error))
