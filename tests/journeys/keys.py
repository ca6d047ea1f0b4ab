"""Counts the keys that a task takes, as the program's widgets receive them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from db.demo.accounts import PRACTICE_ID
from db.demo.member_accounts import MEMBER_ANSWER
from db.rules.contact_words import CheckItem
from tests.journeys import at_desk
from tests.journeys.at_desk import (
    DOWN,
    ENTER,
    F4,
    F7,
    F9,
    F10,
    HANAKO,
    HER_OTHER_NUMBER,
    KAZUO,
    KENICHI,
    digit,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_PRESSED = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
}
PHONE = "denwa"
NEW_PASSWORD = "kawa no nagare 38"


class KeyCount(QObject):
    """Counts key strokes and mouse events of the clerk; text from the input method is content."""

    def __init__(self):
        super().__init__()
        self.keys = self.mouse = 0
        self._is_down = False
        self._is_clerk = True

    @contextmanager
    def counting(self):
        """Count what comes to the program's widgets from now until the end."""
        app = QApplication.instance()
        app.installEventFilter(self)
        try:
            yield self
        finally:
            app.removeEventFilter(self)

    @contextmanager
    def customer(self):
        """The keyboard is the customer's meanwhile: their keys are no work of the clerk's."""
        self._is_clerk = False
        yield
        self._is_clerk = True

    def eventFilter(self, _watched, event):
        """Look at every event and let it pass; a key reaches several widgets, and counts once."""
        kind = event.type()
        if kind in _PRESSED and not event.isAutoRepeat():
            self.keys += self._is_clerk and not self._is_down
            self._is_down = True
        elif kind == QEvent.Type.KeyRelease:
            self._is_down = False
        elif kind in _MOUSE:
            self.mouse += 1
        return False


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the table of tasks (ux.md, 2): who does it for whom, and how many keys at most."""

    row: int
    name: str
    target: int
    number: str
    carry_out: Callable
    knows: bool = True
    login_id: str = PRACTICE_ID
    begun: Callable | None = None


def measure(task, clerk):
    """Do the task with a clerk who has signed in; give what was counted."""
    clerk.open(task.number)
    if task.knows and task.login_id == PHONE:
        _call_back(clerk)
    elif task.knows:
        at_desk.check_document(clerk)
    if task.begun is not None:
        task.begun(clerk)
    count = KeyCount()
    with count.counting():
        task.carry_out(clerk, count)
    if clerk.frame is not None:
        clerk.press(at_desk.ESC)
    if clerk.page.is_open():
        at_desk.finish(clerk)
    return count


def _call_back(clerk):
    """F4, name, place and the call back, Enter."""
    clerk.press(F4)
    items = [each.item for each in clerk.panel.body.identity.form.items]
    for item in (CheckItem.NAME, CheckItem.PLACE, CheckItem.CALLED_BACK):
        clerk.press(digit(items.index(item) + 1))
    clerk.press(ENTER)
    clerk.until(lambda: at_desk.is_known(clerk))
    clerk.wait()


def _identify(clerk, _count):
    _call_back(clerk)


def _switch(clerk, _count):
    clerk.press(at_desk.F3)
    clerk.press(DOWN)
    clerk.press(ENTER)
    assert clerk.page.strip.contract.portal_number == HER_OTHER_NUMBER


def _reissue(clerk, _count):
    clerk.press(F10, times=2)
    assert clerk.work.rooms.documents.list.selected().printed_copies == 1


def _print_notice(clerk, _count):
    clerk.press(F7)
    clerk.press(DOWN)
    clerk.press(F10, times=2)
    assert clerk.work.rooms.documents.list.selected().printed_copies == 2


def _have_two_slips(clerk):
    """What the billing host issued is not here to be printed: two slips are."""
    for _ in range(2):
        clerk.press(F10, times=2)
        clerk.press(digit(1), at_desk.ALT)


def _register(clerk, count):
    at_desk.begin(clerk, 1)
    form = clerk.frame.form
    for text in ("kazuo@example.jp", "kazuo@example.jp"):
        clerk.write(text)
        clerk.press(ENTER)
    clerk.write("kazuo1949")
    clerk.press(F9)
    with count.customer():
        at_desk.customer_types(clerk, "ポチ", NEW_PASSWORD, NEW_PASSWORD)
        clerk.until(lambda: form.secrets.password is not None)
        _look_back(clerk)
    at_desk.carry_out(clerk, agreed=True)


def _change_mail(clerk, _count):
    at_desk.begin(clerk, 2)
    clerk.write("ken@example.jp")
    clerk.press(ENTER)
    clerk.write("ken@example.jp")
    at_desk.carry_out(clerk)


def _recover_by_phone(clerk, _count):
    at_desk.begin(clerk, 3)
    at_desk.carry_out(clerk)


def _recover_at_counter(clerk, count):
    at_desk.begin(clerk, 3)
    clerk.press(F9)
    with count.customer():
        at_desk.customer_types(clerk, MEMBER_ANSWER)
        clerk.until(clerk.work.customer_input.password.isVisible)
        at_desk.customer_types(clerk, NEW_PASSWORD, NEW_PASSWORD)
        clerk.until(lambda: clerk.frame.form.typed.password is not None)
        _look_back(clerk)
    at_desk.carry_out(clerk)


def _add_location(clerk, _count):
    at_desk.begin(clerk, 5)
    for figure in HER_OTHER_NUMBER:
        clerk.press(digit(int(figure)))
    at_desk.carry_out(clerk)


def _withdraw(clerk, _count):
    at_desk.begin(clerk, 7)
    at_desk.carry_out(clerk, agreed=True)


def _wrap_up(clerk, _count):
    at_desk.finish(clerk)


def _make_member(clerk):
    """Hanako joins with one of her two locations."""
    at_desk.begin(clerk, 1)
    clerk.write(clerk.frame.form.email.text())
    clerk.press(ENTER)
    clerk.write("hanako2024")
    at_desk.carry_out(clerk, agreed=True)
    clerk.press(at_desk.ESC)


def _look_back(clerk):
    """The clerk turns back to their own window."""
    clerk.until(lambda: not clerk.work.customer_input.isVisible())
    clerk.main.activateWindow()
    clerk.wait()


TASKS = (
    Task(3, "identity check, 3 items", 5, HANAKO, _identify, knows=False, login_id=PHONE),
    Task(11, "ID/password recovery, by phone", 4, KENICHI, _recover_by_phone, login_id=PHONE),
    Task(5, "reprint unpaid slip", 2, HANAKO, _reissue),
    Task(7, "open and print a notice", 4, HANAKO, _print_notice, begun=_have_two_slips),
    Task(8, "switch location", 3, HANAKO, _switch),
    Task(9, "member registration", 9, KAZUO, _register),
    Task(10, "change e-mail", 5, KENICHI, _change_mail),
    Task(11, "ID/password recovery, at the counter", 4, KENICHI, _recover_at_counter),
    Task(12, "add location", 20, HANAKO, _add_location, begun=_make_member),
    Task(13, "withdrawal", 6, KENICHI, _withdraw),
    Task(15, "wrap-up without memo", 2, KAZUO, _wrap_up),
)
"""The tasks that belong to contacts and memberships, as one counter and one phone do them."""
