"""The one way to tell staff something: a bar in the window, or a passing note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.theme import Kind


@dataclass(frozen=True, slots=True)
class Message:
    """What is told, and what can be done about it."""

    kind: Kind
    text: str
    action_text: str = ""
    action: Callable[[], None] | None = None


class Messages(QObject):
    """Hands messages to the window that is open; words come in ready to read."""

    told = Signal(object)  # Message, for a bar that stays until it is closed
    noted = Signal(str)  # what happened without a visible change, for a few seconds
    cleared = Signal()  # the bars no longer hold: another customer, another screen

    def tell(
        self,
        kind: Kind,
        text: str,
        *,
        action_text: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """Show a bar above the content."""
        self.told.emit(Message(kind, text, action_text, action))

    def note(self, text: str) -> None:
        """Show a passing note, never for an error."""
        self.noted.emit(text)

    def clear(self) -> None:
        """Take the bars away."""
        self.cleared.emit()
