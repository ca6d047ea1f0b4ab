"""What stands where there is nothing to show: the fact, where else to look, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import IconLabel, Paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_READABLE_WIDTH = 560


class Placeholder(QWidget):
    """An icon, a fact, a hint and the buttons of some actions, in the middle of a free space."""

    def __init__(
        self, icon: str = "inbox", parent: QWidget | None = None, *, colour: str = "text3"
    ) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._icon = IconLabel(icon, colour, self, size="icon_large")
        self.fact = Paragraph("", "h2", self)
        self.hint = Paragraph("", "sub", self)
        for label in (self.fact, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
            label.setMaximumWidth(_READABLE_WIDTH)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        self._lay_out()

    def say(self, fact: str, hint: str = "") -> None:
        """Say what there is not, and where else to look."""
        self.fact.setText(fact)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.setAccessibleName(f"{fact} {hint}".strip())

    def show_icon(self, name: str, colour: str = "text3") -> None:
        """Show another picture, in a colour of the theme."""
        self._icon.show_icon(name, theme.of(self).colour(colour))

    def add_action(self, action: QAction, kind: ButtonKind = ButtonKind.PLAIN) -> Button:
        """Offer an action, with its key; the button hides while the action is invisible."""
        button = Button("", kind, parent=self)
        button.follow(action, shows_key=True)
        return self.add_button(button)

    def add_button(self, button: Button) -> Button:
        """Offer a button."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.fact, self.hint):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(label, 100)
            line.addStretch(1)
            column.addLayout(line)
        column.addSpacing(6)
        column.addLayout(self._buttons)
        column.addStretch(1)
