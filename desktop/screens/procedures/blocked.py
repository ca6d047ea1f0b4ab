"""What stands in a procedure's place while there is no form: who is it, or why it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.errors import OutOfReach
from db.rules.contact_words import CheckResult, Disclosure
from db.rules.identity import may_be_told
from desktop.errors import sentence
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.layouts import column
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.queries.contacts import Identity


def is_known(identity: Identity | None, needs: Disclosure | None) -> bool:
    """Whether the check that was made allows what a procedure needs; None needs no check."""
    if needs is None:
        return True
    passed = identity is not None and identity.result is CheckResult.PASSED
    return passed and identity is not None and needs in may_be_told(identity.speaker)


class BlockedPage(Translated, QWidget):
    """Nothing of the customer's stands here: only what is needed, and the key for it."""

    identity_wanted = Signal()
    retry_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._identity: Identity | None = None
        self._error: Exception | None = None
        self._asks = False
        self._card = Placeholder("user", self)
        self.button = Button("", ButtonKind.PRIMARY, parent=self)
        self.back = Button("", ButtonKind.PLAIN, parent=self)
        self._card.add_button(self.back)
        self._card.add_button(self.button)
        self.setLayout(column(self._card))
        self.button.clicked.connect(self._act)
        self.back.clicked.connect(self.back_wanted)
        self.retranslate()

    def ask(self, identity: Identity | None) -> None:
        """Say that the speaker must be known first, or that this one may not do it."""
        self._identity, self._error, self._asks = identity, None, True
        self._card.show_icon("user", "primary")
        self.retranslate()

    def tell(self, error: Exception) -> None:
        """Say why there is no form."""
        self._error, self._asks = error, False
        self._card.show_icon("circle-x" if isinstance(error, OutOfReach) else "info", "text2")
        self.retranslate()

    def wait(self) -> None:
        """Show nothing: the form is being fetched."""
        self._error, self._asks = None, False
        self.retranslate()

    def ask_identity(self) -> None:
        """F4, while the identity check is what is missing."""
        if self._asks:
            self.identity_wanted.emit()

    def retry(self) -> None:
        """F5, after something that may be better now."""
        if self._error is not None:
            self.retry_wanted.emit()

    def fact(self) -> str:
        """What the page says."""
        return self._card.fact.text()

    def retranslate(self) -> None:
        self._card.setVisible(self._asks or self._error is not None)
        self.back.set_text(self.tr("Back to the overview") + "  Esc")
        if self._error is not None:
            self._card.say(self.tr("This cannot be done now"), sentence(self._error))
            self.button.set_text(self.tr("Try again") + "  F5")
            return
        self.button.set_text(self.tr("Check identity") + "  F4")
        identity = self._identity
        if identity is not None and identity.result is CheckResult.PASSED:
            self._card.say(
                self.tr("Whoever was identified may not do this for the customer"),
                self.tr(
                    "A membership is handled with the user, or with an agent, guardian, heir or "
                    "employee who shows a paper. Check the identity of one of them."
                ),
            )
        else:
            self._card.say(
                self.tr("The identity check has not been done"),
                self.tr(
                    "Press F4 and check who is speaking. "
                    "Until then nothing of the customer's is shown here."
                ),
            )

    def _act(self) -> None:
        if self._error is not None:
            self.retry()
        else:
            self.ask_identity()
