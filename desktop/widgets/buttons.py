"""Buttons, each with the key that does the same."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QPushButton

from desktop import assets, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class ButtonKind(StrEnum):
    """How loud a button is: one primary a region, danger never beside it."""

    PLAIN = "plain"
    PRIMARY = "primary"
    GHOST = "ghost"
    ICON = "icon"
    DANGER = "danger"
    SESSION = "session"


_ICON_COLOUR = {
    ButtonKind.PLAIN: "text2",
    ButtonKind.PRIMARY: "on_primary",
    ButtonKind.GHOST: "link",
    ButtonKind.ICON: "text2",
    ButtonKind.DANGER: "err",
    ButtonKind.SESSION: "bar_text",
}


def key_of(action: QAction) -> str:
    """The first key of an action as the clerk reads it, such as F5 or Ctrl+Z."""
    return next(iter(keys_of(action)), "")


def keys_of(action: QAction) -> list[str]:
    """All keys of an action as the clerk reads them on the keyboard."""
    native = QKeySequence.SequenceFormat.NativeText
    return [key.toString(native).replace("Return", "Enter") for key in action.shortcuts()]


def with_key(text: str, action: QAction) -> str:
    """A text followed by the action's key in brackets, for tooltips."""
    key = key_of(action)
    return f"{text} ({key})" if key else text


def plain_text(action: QAction) -> str:
    """The action's text without its mnemonic mark."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def told_of(action: QAction) -> str:
    """What a tooltip says of an action: its name, or why it rests."""
    return plain_text(action) if action.isEnabled() else action.toolTip()


class Button(QPushButton):
    """A button of a kind, with an icon from ``resources/icons``; Enter presses it as Space does."""

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = ButtonKind.PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._kind = kind
        self._action: QAction | None = None
        self._shows_key = False
        self.setProperty("kind", str(kind))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_text(text)
        self.set_icon(icon)

    def set_text(self, text: str) -> None:
        """Set the words; an ampersand stays an ampersand. Icon buttons show them as tooltip."""
        if self._kind is ButtonKind.ICON:
            self.setToolTip(text)
        else:
            self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def set_icon(self, name: str) -> None:
        """Show another icon; an empty name shows none."""
        self._icon = name
        if not name:
            self.setIcon(QIcon())
            return
        look = theme.of(self)
        size = look.px("icon" if self._kind is ButtonKind.ICON else "icon_small")
        self.setIconSize(QSize(size, size))
        colour = look.colour(_ICON_COLOUR[self._kind])
        self.setIcon(assets.icon(name, colour, size=size, disabled=look.colour("disabled")))

    def follow(self, action: QAction, *, shows_key: bool = False) -> None:
        """Do what the action does, say what it says, rest while it is disabled."""
        self._action = action
        self._shows_key = shows_key
        self.clicked.connect(action.trigger)
        action.changed.connect(self._copy_action)
        self._copy_action()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and self._icon:
            self.set_icon(self._icon)
        super().changeEvent(event)

    def _copy_action(self) -> None:
        if self._action is None:
            return
        text = plain_text(self._action)
        self.set_text(f"{text}  {key_of(self._action)}" if self._shows_key else text)
        self.setAccessibleName(text)
        self.setToolTip(with_key(told_of(self._action), self._action))
        self.setEnabled(self._action.isEnabled())
