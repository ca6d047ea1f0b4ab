"""Who is led through the tour: presses keys, waits until all has come of it, takes pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import QApplication

from db.demo.accounts import PRACTICE_PASSWORD
from desktop import theme
from desktop.tour.hands import press, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QComboBox, QWidget

    from desktop.app import App
    from desktop.main_window import MainWindow
    from desktop.tour.album import Album

    Steps = Iterator[Callable[[], bool]]

_PLAIN = Qt.KeyboardModifier.NoModifier
_MOST_TABS = 60


class Guide:
    """Presses keys, waits until all has come of it, takes pictures."""

    def __init__(self, program: App, album: Album) -> None:
        self.program = program
        self._album = album

    @property
    def main(self) -> MainWindow:
        """The window after sign-in."""
        if self.program.main is None:
            raise RuntimeError("nobody is signed in")
        return self.program.main

    @property
    def window(self) -> QWidget:
        """The window at which the clerk is."""
        return self.program.main or self.program.login

    def settled(self) -> bool:
        """Whether nothing is under way or about to be, and a window takes the keys."""
        if QApplication.activeWindow() is None:
            # without a window manager nobody gives the keys back when a dialog closes
            self.window.activateWindow()
            return False
        main = self.program.main
        seeking = main is not None and main.search.is_under_way()
        return not seeking and not self.program.tasks.busy

    def _still(self) -> bool:
        """Whether nothing moves either: what empties a line comes into sight little by little."""
        running = QAbstractAnimation.State.Running
        moving = (each.state() for each in self.window.findChildren(QAbstractAnimation))
        return self.settled() and running not in moving

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _PLAIN) -> Steps:
        """Press a key."""
        press(self.window, key, modifiers)
        yield self.settled

    def tab_to(self, part: QWidget) -> Steps:
        """Go on with Tab until the keyboard works there."""
        for _ in range(_MOST_TABS):
            if part.hasFocus():
                return
            yield from self.press(Qt.Key.Key_Tab)
        raise RuntimeError("the keyboard does not get there")

    def choose(self, part: QComboBox, words: str) -> Steps:
        """Choose from a list, with Tab and the arrow, what it says in these words."""
        yield from self.tab_to(part)
        for _ in range(part.count()):
            if part.currentText() == words:
                return
            yield from self.press(Qt.Key.Key_Down)
        raise RuntimeError(f"{words} is not offered")

    def write(self, text: str) -> Steps:
        """Write where the keyboard is."""
        write(self.window, text)
        yield self._still

    def resize(self, size: tuple[int, int]) -> Steps:
        """Give the window another size."""
        self.window.resize(*size)
        yield self.settled

    def take(self, name: str, *, note: bool = False) -> None:
        """Take a picture of the window; a passing note is on it only when asked for."""
        main = self.program.main
        if main is not None and not note:
            main.toast.hide()
        look, language = theme.of(self.window).name, self.program.language.code
        self._album.take(name, self.window, language=language, theme=look)

    def take_window(self, name: str, window: QWidget) -> None:
        """Take a picture of a window beside the main one."""
        language = self.program.language.code
        self._album.take(name, window, language=language, theme=theme.of(window).name)

    def trigger(self, action: QAction) -> Steps:
        """Go to a place that has no key."""
        action.trigger()
        yield self.settled

    def sign_in(self, login_id: str) -> Steps:
        """Sign in to the practice mode as one of its people."""
        self.program.login.activateWindow()
        yield from self.write(login_id)
        yield from self.press(Qt.Key.Key_Tab)
        yield from self.write(PRACTICE_PASSWORD)
        yield from self.press(Qt.Key.Key_Return)

    @property
    def folder(self) -> Path:
        """Where papers are saved."""
        return self._album.folder
