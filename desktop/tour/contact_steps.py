"""The tour's contact: who speaks, what is registered, who waits, and what supervisors do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from db.demo.accounts import PRACTICE_PASSWORD
from desktop.tour.data_steps import data_of_administrators
from desktop.tour.paper_steps import papers, papers_of_supervisors, settings_of_paper

if TYPE_CHECKING:
    from desktop.tour.guide import Guide, Steps

_ALT: Final = Qt.KeyboardModifier.AltModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_CONTROL_SHIFT: Final = _CONTROL | Qt.KeyboardModifier.ShiftModifier
_PICTURED: Final = (1366, 768)
_HANAKO: Final = "1702 4458 0031 2296"
_MEMBER: Final = "1702 3380 0056 1043"
_TWO_PLACES: Final = "1702 6290 5319 8161"
_PROTECTED: Final = "1702 6893 9445 5880"
_MAIL: Final = "hanako.yamada@example.jp"
_PROCEDURES: Final = (
    (Qt.Key.Key_2, "change"),
    (Qt.Key.Key_3, "recover"),
    (Qt.Key.Key_4, "password"),
    (Qt.Key.Key_5, "add-location"),
    (Qt.Key.Key_7, "withdraw"),
)


def serving(guide: Guide) -> Steps:
    """Check who speaks, register them, let them wait, and end the contact."""
    yield from _open(guide, _HANAKO)
    yield from guide.press(Qt.Key.Key_F8)
    guide.take("member-unknown")
    yield from guide.press(Qt.Key.Key_F4)
    guide.take("identity")
    yield from guide.press(Qt.Key.Key_1)
    yield from guide.press(Qt.Key.Key_Return)
    yield from _register(guide)
    yield from papers(guide)
    yield from _wait_and_finish(guide)


def procedures(guide: Guide) -> Steps:
    """Look at each form of a member."""
    yield from _open(guide, _MEMBER)
    yield from guide.press(Qt.Key.Key_F4)
    yield from guide.press(Qt.Key.Key_1)
    yield from guide.press(Qt.Key.Key_Return)
    yield from guide.press(Qt.Key.Key_F8)
    guide.take("member")
    for key, name in _PROCEDURES:
        yield from guide.press(key)
        guide.take(name)
        yield from guide.press(Qt.Key.Key_Escape)
    yield from guide.press(Qt.Key.Key_F12)
    yield from guide.press(Qt.Key.Key_Return)


def supervising(guide: Guide) -> Steps:
    """See what a supervisor and an administrator see besides."""
    yield from _change_places(guide, "kantoku")
    yield from _acts_of_supervisors(guide)
    yield from _open(guide, _PROTECTED)
    guide.take("protected")
    yield from guide.press(Qt.Key.Key_F12)
    yield from guide.press(Qt.Key.Key_Return)
    yield from guide.trigger(guide.main.actions_.pending)
    guide.take("pending")
    yield from guide.trigger(guide.main.actions_.audit)
    yield from guide.press(Qt.Key.Key_Return)
    guide.take("audit")
    yield from guide.press(Qt.Key.Key_L, _CONTROL)
    guide.take("locked")
    yield from guide.write(PRACTICE_PASSWORD)
    yield from guide.press(Qt.Key.Key_Return)
    yield from papers_of_supervisors(guide)
    yield from _change_places(guide, "kanri")
    guide.take("staff")
    yield from settings_of_paper(guide)
    yield from data_of_administrators(guide)


def by_phone(guide: Guide) -> Steps:
    """Ask a caller what the program compares."""
    yield from _change_places(guide, "denwa")
    yield from _open(guide, _HANAKO)
    yield from guide.press(Qt.Key.Key_F4)
    guide.take("identity-phone")
    yield from guide.press(Qt.Key.Key_Escape)
    yield from guide.press(Qt.Key.Key_F12)
    yield from guide.press(Qt.Key.Key_Return)


def _acts_of_supervisors(guide: Guide) -> Steps:
    yield from _open(guide, _TWO_PLACES)
    yield from guide.press(Qt.Key.Key_F4)
    yield from guide.press(Qt.Key.Key_1)
    yield from guide.press(Qt.Key.Key_Return)
    yield from guide.press(Qt.Key.Key_F8)
    for key, name in ((Qt.Key.Key_6, "remove-location"), (Qt.Key.Key_8, "member-state")):
        yield from guide.press(key)
        guide.take(name)
        yield from guide.press(Qt.Key.Key_Escape)
    yield from guide.press(Qt.Key.Key_H, _ALT)
    holds = guide.main.work.rooms.holds
    for button, name in ((holds.set, "hold"), (holds.protection.begin, "protect")):
        yield from guide.tab_to(button)
        yield from guide.press(Qt.Key.Key_Return)
        guide.take(name)
        yield from guide.press(Qt.Key.Key_Escape)
    yield from guide.press(Qt.Key.Key_F12)
    yield from guide.press(Qt.Key.Key_Return)


def _open(guide: Guide, number: str) -> Steps:
    yield from guide.press(Qt.Key.Key_F2)
    yield from guide.write(number)


def _register(guide: Guide) -> Steps:
    yield from guide.press(Qt.Key.Key_F8)
    yield from guide.press(Qt.Key.Key_1)
    guide.take("register")
    yield from guide.press(Qt.Key.Key_F12)
    guide.take("register-errors")
    yield from guide.press(Qt.Key.Key_E, _CONTROL)
    yield from guide.write(_MAIL)
    yield from guide.press(Qt.Key.Key_Return)
    yield from guide.write("hanako4821")
    yield from guide.press(Qt.Key.Key_F9)
    guide.take_window("customer-input", guide.main.work.customer_input)
    yield from guide.press(Qt.Key.Key_Escape)
    yield from guide.press(Qt.Key.Key_F12)
    yield from guide.press(Qt.Key.Key_Space)
    yield from guide.press(Qt.Key.Key_F12)
    guide.take("register-check")
    yield from guide.press(Qt.Key.Key_F12)
    guide.take("register-done")
    yield from guide.press(Qt.Key.Key_S, _CONTROL)
    yield from guide.write(str(guide.folder / "control-copy.pdf"))
    yield from guide.press(Qt.Key.Key_Return)
    yield from guide.press(Qt.Key.Key_Escape)


def _wait_and_finish(guide: Guide) -> Steps:
    yield from guide.press(Qt.Key.Key_M, _CONTROL)
    yield from guide.write("会員登録を受け付けた。")
    yield from guide.press(Qt.Key.Key_1, _ALT)
    guide.take("contact")
    yield from guide.press(Qt.Key.Key_F11)
    guide.take("parked")
    yield from guide.press(Qt.Key.Key_Return)
    yield from guide.press(Qt.Key.Key_F11)
    yield from guide.press(Qt.Key.Key_Return)
    for key, name in ((Qt.Key.Key_8, "contacts"), (Qt.Key.Key_H, "holds")):
        yield from guide.press(key, _ALT)
        guide.take(name)
    yield from guide.press(Qt.Key.Key_N, _CONTROL)
    guide.take("general-contact")
    yield from guide.press(Qt.Key.Key_1, _ALT)
    yield from guide.press(Qt.Key.Key_F12)
    guide.take("finish")
    yield from guide.press(Qt.Key.Key_Return)


def _change_places(guide: Guide, login_id: str) -> Steps:
    yield from guide.press(Qt.Key.Key_Q, _CONTROL_SHIFT)
    yield guide.program.login.is_ready
    yield from guide.sign_in(login_id)
    yield from guide.resize(_PICTURED)
