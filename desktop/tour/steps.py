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

_ALT: Final = Qt.KeyboardModifier.AltModifier
_CONTROL_SHIFT: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_PICTURED: Final = (1366, 768)
_WIDE: Final = (1920, 1080)
_LOW: Final = (1280, 640)


def contact(program: App, album: Album) -> Iterator[Callable[[], bool]]:
    """Sign in, find the customer, explain the bill, switch location, in both languages."""
    yield from _sign_in(program, album)
    guide = _Guide(program, album)
    yield from _find(guide)
    yield from _explain(guide)
    yield from _look_around(guide)
    yield from _in_english(guide)
    yield from _other_sizes(guide)


class _Guide:
    """What every step after sign-in needs."""

    def __init__(self, program: App, album: Album) -> None:
        self.program = program
        self._album = album

    @property
    def window(self) -> MainWindow:
        window = self.program.main
        if window is None:
            raise RuntimeError("nobody is signed in")
        return window

    def settled(self) -> bool:
        """Whether nothing is under way, and a window takes the keys."""
        if QApplication.activeWindow() is None:
            # without a window manager nobody gives the keys back when a dialog closes
            self.window.activateWindow()
            return False
        return not self.program.tasks.busy

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        press(self.window, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def write(self, text: str) -> None:
        write(self.window, text)

    def take(self, name: str, window: QWidget | None = None) -> None:
        shown = window or self.window
        language = self.program.language.code
        self._album.take(name, shown, language=language, theme=theme.of(shown).name)


def _sign_in(program: App, album: Album) -> Iterator[Callable[[], bool]]:
    login = program.login
    yield lambda: login.is_ready() and not program.tasks.busy
    album.take("login", login, language=program.language.code, theme=theme.of(login).name)
    write(login, PRACTICE_ID)
    press(login, Qt.Key.Key_Tab)
    write(login, "まちがい")
    press(login, Qt.Key.Key_Return)
    yield lambda: not program.tasks.busy
    album.take("login-refused", login, language=program.language.code, theme="light")
    write(login, PRACTICE_PASSWORD)
    press(login, Qt.Key.Key_Return)
    yield lambda: program.main is not None and not program.tasks.busy
    if program.main is not None:
        program.main.resize(*_PICTURED)


def _find(guide: _Guide) -> Iterator[Callable[[], bool]]:
    yield guide.settled
    guide.take("search-start")
    guide.write("ヤマダ 本町")
    yield guide.settled
    guide.take("search")
    guide.press(Qt.Key.Key_F2)
    guide.write("ヤマダ 九谷")
    yield guide.settled
    guide.take("search-nothing")
    guide.press(Qt.Key.Key_F2)
    guide.write("1702 4458 0031 2296")
    yield guide.settled


def _explain(guide: _Guide) -> Iterator[Callable[[], bool]]:
    yield guide.settled
    guide.take("overview")
    guide.press(Qt.Key.Key_2, _ALT)
    yield guide.settled
    guide.take("chart")
    guide.press(Qt.Key.Key_F6)
    yield guide.settled
    guide.take("history")
    guide.press(Qt.Key.Key_4, _ALT)
    yield guide.settled
    guide.take("contract")
    guide.press(Qt.Key.Key_1, _ALT)
    yield guide.settled


def _look_around(guide: _Guide) -> Iterator[Callable[[], bool]]:
    guide.press(Qt.Key.Key_F3)
    yield guide.settled
    guide.take("locations")
    yield from _choose_location(guide, Qt.Key.Key_Down)
    guide.take("other-location")
    guide.press(Qt.Key.Key_F1)
    yield guide.settled
    guide.take("keys")
    guide.press(Qt.Key.Key_Escape)
    yield guide.settled
    guide.press(Qt.Key.Key_0, _ALT)
    yield guide.settled
    guide.take("texts")
    guide.press(Qt.Key.Key_1, _ALT)
    guide.press(Qt.Key.Key_F3)
    yield guide.settled
    yield from _choose_location(guide, Qt.Key.Key_Up)


def _choose_location(guide: _Guide, direction: Qt.Key) -> Iterator[Callable[[], bool]]:
    guide.press(direction)
    guide.press(Qt.Key.Key_Return)
    yield guide.settled


def _in_english(guide: _Guide) -> Iterator[Callable[[], bool]]:
    guide.press(Qt.Key.Key_L, _CONTROL_SHIFT)
    yield guide.settled
    guide.take("overview-en")
    guide.press(Qt.Key.Key_F6)
    yield guide.settled
    guide.take("history-en")
    guide.press(Qt.Key.Key_4, _ALT)
    yield guide.settled
    guide.take("contract-en")
    guide.press(Qt.Key.Key_F2)
    guide.write("ヤマダ 本町")
    yield guide.settled
    guide.take("search-en")
    guide.press(Qt.Key.Key_Escape)
    yield guide.settled
    guide.press(Qt.Key.Key_L, _CONTROL_SHIFT)
    guide.press(Qt.Key.Key_1, _ALT)
    yield guide.settled


def _other_sizes(guide: _Guide) -> Iterator[Callable[[], bool]]:
    for size, name in ((_WIDE, "overview-1920x1080"), (_LOW, "overview-1280x640")):
        guide.window.resize(*size)
        yield guide.settled
        yield guide.settled
        guide.take(name)
    guide.window.resize(*_PICTURED)
    yield guide.settled
