"""The steps of the tour: what the clerk does, what must have come of it, what is pictured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from db.demo.accounts import PRACTICE_ID, PRACTICE_PASSWORD
from desktop.tour.contact_steps import by_phone, procedures, serving, supervising
from desktop.tour.guide import Guide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.app import App
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
    (Qt.Key.Key_9, "contract"),
)


def contact(program: App, album: Album) -> Steps:
    """Sign in, find the customer, explain the bill, switch location, in both languages."""
    guide = Guide(program, album)
    yield from _sign_in(guide)
    yield from _find(guide)
    yield from _sections(guide)
    yield from _explain(guide)
    yield from _look_around(guide)
    yield from _in_english(guide)
    yield from _other_sizes(guide)
    yield from guide.resize(_PICTURED)
    yield from serving(guide)
    yield from procedures(guide)
    yield from by_phone(guide)
    yield from supervising(guide)


def _sign_in(guide: Guide) -> Steps:
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


def _find(guide: Guide) -> Steps:
    toast = guide.main.toast
    toast.say(toast.text())  # once more: on a slow machine it is gone by now
    guide.take("search-start", note=True)
    toast.hide()
    yield from guide.write("ヤマダ 九谷")
    guide.take("search-nothing")
    yield from _seek(guide, _SOUGHT)
    guide.take("search")
    yield from _seek(guide, "1702 4458 0031 2296")


def _seek(guide: Guide, text: str) -> Steps:
    yield from guide.press(Qt.Key.Key_F2)
    yield from guide.write(text)


def _sections(guide: Guide, ending: str = "") -> Steps:
    for key, name in _SECTIONS:
        yield from guide.press(key, _ALT)
        guide.take(name + ending)


def _explain(guide: Guide) -> Steps:
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


def _look_around(guide: Guide) -> Steps:
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


def _choose(guide: Guide, direction: Qt.Key) -> Steps:
    yield from guide.press(direction)
    yield from guide.press(Qt.Key.Key_Return)


def _in_english(guide: Guide) -> Steps:
    yield from guide.press(Qt.Key.Key_L, _CONTROL_SHIFT)
    yield from _sections(guide, "-en")
    yield from _search_again(guide, "-en")
    yield from guide.press(Qt.Key.Key_L, _CONTROL_SHIFT)


def _search_again(guide: Guide, ending: str) -> Steps:
    yield from _seek(guide, _SOUGHT)
    guide.take(f"search{ending}")
    yield from guide.press(Qt.Key.Key_Escape)


def _other_sizes(guide: Guide) -> Steps:
    yield from guide.resize(_WIDE)
    yield from _sections(guide, "-1920x1080")
    yield from _search_again(guide, "-1920x1080")
    yield from guide.resize(_LOW)
    guide.take("overview-1280x640")
