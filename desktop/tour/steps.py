"""The steps of the tour: what the clerk does, what must have come of it, what is pictured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.demo.accounts import PRACTICE_ID, PRACTICE_PASSWORD
from desktop import theme
from desktop.tour.hands import press, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from desktop.app import App
    from desktop.main_window import MainWindow
    from desktop.tour.album import Album

    Steps = Iterator[Callable[[], bool]]

_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_CONTROL_SHIFT: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_PICTURED: Final = (1366, 768)
_WIDE: Final = (1920, 1080)
_LOW: Final = (1280, 640)
_SOUGHT: Final = "ヤマダ 本町"
_SECTIONS: Final = (
    (Qt.Key.Key_1, "overview"),
    (Qt.Key.Key_2, "chart"),
    (Qt.Key.Key_3, "history"),
    (Qt.Key.Key_4, "contract"),
)


def contact(program: App, album: Album) -> Steps:
    """Sign in, find the customer, explain the bill, switch location, in both languages."""
    guide = _Guide(program, album)
    yield from _sign_in(guide)
    yield from _find(guide)
    yield from _sections(guide)
    yield from _explain(guide)
    yield from _look_around(guide)
    yield from _in_english(guide)
    yield from _other_sizes(guide)


class _Guide:
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

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _PLAIN) -> Steps:
        press(self.window, key, modifiers)
        yield self.settled

    def write(self, text: str) -> Steps:
        write(self.window, text)
        yield self.settled

    def resize(self, size: tuple[int, int]) -> Steps:
        self.window.resize(*size)
        yield self.settled

    def take(self, name: str) -> None:
        look, language = theme.of(self.window).name, self.program.language.code
        self._album.take(name, self.window, language=language, theme=look)


def _sign_in(guide: _Guide) -> Steps:
    yield guide.program.login.is_ready
    yield from guide.resize(_PICTURED)
    guide.take("login")
    yield from guide.press(Qt.Key.Key_L, _CONTROL_SHIFT)
    guide.take("login-en")
    yield from guide.press(Qt.Key.Key_L, _CONTROL_SHIFT)
    yield from guide.write(PRACTICE_ID)
    yield from guide.press(Qt.Key.Key_Tab)
    yield from guide.write("まちがい")
    yield from guide.press(Qt.Key.Key_Return)
    guide.take("login-refused")
    yield from guide.write(PRACTICE_PASSWORD)
    yield from guide.press(Qt.Key.Key_Return)
    yield from guide.resize(_PICTURED)


def _find(guide: _Guide) -> Steps:
    toast = guide.main.toast
    toast.say(toast.text())  # once more: on a slow machine it is gone by now
    guide.take("search-start")
    toast.hide()
    yield from guide.write("ヤマダ 九谷")
    guide.take("search-nothing")
    yield from _seek(guide, _SOUGHT)
    guide.take("search")
    yield from _seek(guide, "1702 4458 0031 2296")


def _seek(guide: _Guide, text: str) -> Steps:
    yield from guide.press(Qt.Key.Key_F2)
    yield from guide.write(text)


def _sections(guide: _Guide, ending: str = "") -> Steps:
    for key, name in _SECTIONS:
        yield from guide.press(key, _ALT)
        guide.take(name + ending)


def _explain(guide: _Guide) -> Steps:
    yield from guide.press(Qt.Key.Key_F6)
    yield from guide.press(Qt.Key.Key_Down)
    guide.take("breakdown")
    yield from guide.press(Qt.Key.Key_2, _ALT)
    yield from guide.press(Qt.Key.Key_Left)
    guide.take("chart-tip")
    yield from guide.press(Qt.Key.Key_Backtab)
    yield from guide.press(Qt.Key.Key_Backtab)
    yield from guide.press(Qt.Key.Key_Right)
    guide.take("chart-24-months")
    yield from guide.press(Qt.Key.Key_Right)
    guide.take("chart-table")
    yield from guide.press(Qt.Key.Key_Left)
    yield from guide.press(Qt.Key.Key_Left)


def _look_around(guide: _Guide) -> Steps:
    yield from guide.press(Qt.Key.Key_1, _ALT)
    yield from guide.press(Qt.Key.Key_F3)
    guide.take("locations")
    yield from _choose(guide, Qt.Key.Key_Down)
    guide.take("other-location")
    yield from guide.press(Qt.Key.Key_F1)
    guide.take("keys")
    yield from guide.press(Qt.Key.Key_Escape)
    yield from guide.press(Qt.Key.Key_0, _ALT)
    guide.take("texts")
    yield from guide.press(Qt.Key.Key_1, _ALT)
    yield from guide.press(Qt.Key.Key_F3)
    yield from _choose(guide, Qt.Key.Key_Up)


def _choose(guide: _Guide, direction: Qt.Key) -> Steps:
    yield from guide.press(direction)
    yield from guide.press(Qt.Key.Key_Return)


def _in_english(guide: _Guide) -> Steps:
    yield from guide.press(Qt.Key.Key_L, _CONTROL_SHIFT)
    yield from _sections(guide, "-en")
    yield from _search_again(guide, "-en")
    yield from guide.press(Qt.Key.Key_L, _CONTROL_SHIFT)


def _search_again(guide: _Guide, ending: str) -> Steps:
    yield from _seek(guide, _SOUGHT)
    guide.take(f"search{ending}")
    yield from guide.press(Qt.Key.Key_Escape)


def _other_sizes(guide: _Guide) -> Steps:
    yield from guide.resize(_WIDE)
    yield from _sections(guide, "-1920x1080")
    yield from _search_again(guide, "-1920x1080")
    yield from guide.resize(_LOW)
    guide.take("overview-1280x640")
