"""Somebody at the keyboard of the program: presses keys, writes, and looks before going on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.demo.accounts import PRACTICE_ID, PRACTICE_PASSWORD
from desktop.tour import hands

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
MOST_TABS = 60
QUIET = 3  # looks


class Clerk:
    """Somebody at the keyboard who looks before going on."""

    def __init__(self, program, until):
        self.program = program
        self.until = until

    @property
    def main(self):
        return self.program.main

    @property
    def page(self):
        return self.program.main.customer

    @property
    def work(self):
        """The middle of the window: every screen."""
        return self.program.main.work

    @property
    def panel(self):
        """The contact beside the customer."""
        return self.work.wrap_up

    @property
    def frame(self):
        """The procedure that is open, if any."""
        return self.work.rooms.procedures.frame

    @property
    def contact(self):
        """The contact of the customer who is served, if any."""
        case = self.page.case()
        return case.contact if case else None

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier, *, times=1):
        """Press a key where the keyboard is, and wait for what comes of it."""
        for _ in range(times):
            self.step(key, modifiers)
            self.wait()

    def step(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press a key of which nothing comes but at once."""
        hands.press(self.main or self.program.login, key, modifiers)

    def write(self, text):
        """Write where the keyboard is, and wait for what comes of it."""
        hands.write(self.main or self.program.login, text)
        self.wait()

    def wait(self):
        """Wait until nothing is under way any more."""
        looks = []
        # a closing popup takes the keys along only once the event loop has run
        self.until(lambda: looks.append(self._is_settled()) or looks[-QUIET:] == [True] * QUIET)

    def sign_in(self, login_id=PRACTICE_ID, password=PRACTICE_PASSWORD):
        """Sign in to the practice mode."""
        self.until(self.program.login.is_ready)
        self.write(login_id)
        self.press(Qt.Key.Key_Tab)
        self.write(password)
        self.press(Qt.Key.Key_Return)
        self.until(lambda: self.main is not None and self.main.isActiveWindow())

    def open(self, number):
        """Open the customer of a portal number."""
        self.seek(number)
        self.until(self.page.isVisible)
        self.wait()
        shown = self.page.strip.contract
        assert shown.portal_number == number

    def tab_to(self, part):
        """Go on with Tab until the keyboard works in this part of the window."""
        for _ in range(MOST_TABS):
            at = QApplication.focusWidget()
            if at is not None and (at is part or part.isAncestorOf(at)):
                return
            self.step(Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {part}")

    def sign_out(self):
        """Leave the desk."""
        self.press(Qt.Key.Key_Q, CONTROL_SHIFT)
        self.until(lambda: self.main is None)

    def seek(self, text):
        """Look for somebody, from wherever the keyboard is."""
        self.press(Qt.Key.Key_F2)
        self.write(text)

    def _is_settled(self):
        if QApplication.activeWindow() is None:
            # without a window manager nobody gives the keys back when a dialog closes
            (self.main or self.program.login).activateWindow()
            return False
        seeking = self.main is not None and self.main.search.is_under_way()
        return not seeking and not self.program.tasks.busy
