"""How a speaker was known, what they may be told and what not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.rules.contact_words import CheckResult
from desktop import theme
from desktop.screens.wrap_up import identity_words
from desktop.widgets.labels import Paragraph
from desktop.widgets.layouts import column

if TYPE_CHECKING:
    from db.queries.contacts import Identity


class KnownLines(QWidget):
    """Three lines at most; in a low window only what must not be told is left of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.how = Paragraph("", "sub", self)
        self.told = Paragraph("", "sub", self)
        self.withheld = Paragraph("", "warn", self)
        self.setLayout(column(self.how, self.told, self.withheld, gap=0))

    def show_identity(self, identity: Identity | None) -> None:
        """Show the outcome of a check; one that was not passed opens nothing."""
        passed = identity is not None and identity.result is CheckResult.PASSED
        known = identity if passed else None
        self.how.setText(identity_words.how_known(known) if known else "")
        self.told.setText(identity_words.told(known.speaker) if known else "")
        self.withheld.setText(identity_words.withheld(known.speaker) if known else "")
        self.fold()

    def fold(self) -> None:
        """Take as many lines as the window has room for."""
        low = theme.of(self).compact
        self.how.setVisible(not low and bool(self.how.text()))
        self.told.setVisible(not low and bool(self.told.text()))
        self.withheld.setVisible(bool(self.withheld.text()))

    def has_lines(self) -> bool:
        """Whether any line is shown."""
        return not all(line.isHidden() for line in (self.how, self.told, self.withheld))

    def in_full(self) -> str:
        """Everything, for where it does not fit."""
        lines = (self.how.text(), self.told.text(), self.withheld.text())
        return "\n".join(line for line in lines if line)
