"""Puts the program together: the login first, everything heavy once it is painted."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from db.rules.sign_in import SignInRefused
from desktop import errors, theme
from desktop.format import LanguageCode, day_and_time
from desktop.i18n import Language
from desktop.messages import Messages
from desktop.screens.login import LoginWindow
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import ModuleType

    from db.guard.sign_in import SignedIn
    from desktop.bureau_texts import TextKind
    from desktop.desk import Desk
    from desktop.main_window import MainWindow
    from desktop.program import Opened
    from desktop.screens.new_password import NewPassword
    from desktop.settings import Memory, Settings

TOKYO = ZoneInfo("Asia/Tokyo")
_COMPACT_BELOW = 740


def wall_clock() -> dt.datetime:
    """The moment, aware, in Japan's time."""
    return dt.datetime.now(TOKYO)


def make_application(arguments: Sequence[str]) -> QApplication:
    """The Qt application, with the input methods of Japan reachable."""
    _reach_input_method()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(list(arguments))
    app.setApplicationName("Mizumado")
    app.setQuitOnLastWindowClosed(True)
    return app


def _heavy() -> ModuleType:
    """Import what the login does without; the only late import of the program."""
    from desktop import program  # noqa: PLC0415

    return program


def render_tour(app: QApplication, folder: Path) -> int:
    """Draw every screen into ``folder``; the exit code is 0."""
    code: int = _heavy().render(app, folder, App)
    return code


def issue_notices(arguments: Sequence[str]) -> int:
    """Issue notices as the command line says, without a window; gives the exit code."""
    code: int = _heavy().notices(arguments, wall_clock)
    return code


class App(QObject):
    """Leads from the login to the main window and back."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        memory: Memory,
        clock: Callable[[], dt.datetime] = wall_clock,
        new_key: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._memory = memory
        self._clock = clock
        self._new_key = new_key
        self._program: ModuleType | None = None
        self._opened: Opened | None = None
        self._waiting: tuple[str, str] | None = None
        self._signed_in: SignedIn | None = None
        self.tasks = Tasks(parent=self)
        self.messages = Messages(self)
        self.language = Language(LanguageCode(settings.language), self)
        self.main: MainWindow | None = None
        self.renewal: NewPassword | None = None
        theme.apply(app, theme.load(settings.theme), compact=self._is_low())
        self.login = LoginWindow(memory, self.language, clock)
        self.login.submitted.connect(self.sign_in)
        self.login.retry_wanted.connect(self.open_database)
        self.login.text_wanted.connect(self.show_text)
        self.tasks.failed.connect(self._tell_failure)
        app.aboutToQuit.connect(self.close)

    def start(self) -> None:
        """Show the login; what is heavy follows when it is painted."""
        self.login.show()
        QTimer.singleShot(0, self, self._prepare)

    def open_database(self) -> None:
        """Look at the desk's database, again if it could not be used before."""
        self._opened = None
        self.login.show_loading()
        if self._program is None:
            self._prepare()
            return
        work = partial(self._program.open_at, self._settings, self._clock())
        self.tasks.run(self, work, self._show_opened, self._show_problem)

    def sign_in(self, login_id: str, password: str) -> None:
        """Sign in as soon as the database is known; what was typed meanwhile is kept."""
        self.login.set_busy(True)
        if self._opened is None:
            self._waiting = (login_id, password)
            return
        self._waiting = None
        work = partial(
            self._loaded.sign_in,
            self._opened.settings.database,
            login_id,
            password,
            desk=self._settings.desk,
            now=self._clock(),
        )
        self.tasks.run(self, work, self._show_outcome, self._show_problem)

    def show_text(self, kind: TextKind) -> None:
        """Show the terms, or another text, to somebody who has not signed in."""
        if self._program is None:
            return  # the links follow the rest a moment later
        dialog = self._program.TextDialog(self.language, kind, self.login)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def sign_out(self) -> None:
        """Close the main window and show an empty login."""
        if self.main is None:
            return
        main, self.main = self.main, None
        self.login.reset()
        self.login.show()
        main.close()
        main.deleteLater()
        self._leave_database()

    def quit(self) -> None:
        """Close the main window, and with it the program."""
        if self.main is not None:
            self.main.close()
        self._app.quit()

    def close(self) -> None:
        """Keep what is typed, let running work finish and close the database."""
        if self.main is not None and self.tasks.database is not None:
            self.main.work.put_away()
            self.main.work.common.put_away()  # a batch ends with its bundle, not in hours
        self.tasks.close()
        self._leave_database()

    @property
    def _loaded(self) -> ModuleType:
        if self._program is None:
            raise RuntimeError("the heavy part is not loaded yet")
        return self._program

    def _prepare(self) -> None:
        self.tasks.run(self, _heavy, self._take_program, self._show_problem)

    def _take_program(self, program: ModuleType) -> None:
        self._program = program
        self.open_database()

    def _show_opened(self, opened: Opened) -> None:
        self._opened = opened
        self.login.show_ready(opened.bureau, opened.practice_login)
        self.login.closure.show_closure(opened.closure)
        if self._waiting is not None:
            self.sign_in(*self._waiting)

    def _show_outcome(self, outcome: SignedIn | SignInRefused) -> None:
        self.login.set_busy(False)
        if isinstance(outcome, SignInRefused):
            self.login.show_refused(outcome)
            return
        self.login.keep_id()
        self.login.reset()
        self._signed_in = outcome
        self.tasks.database = outcome.database
        if outcome.staff.must_change_password:
            self._ask_new_password()
        else:
            self._enter()

    def _ask_new_password(self) -> None:
        self.renewal = self._loaded.NewPassword(self._make_desk())
        self.renewal.done_with.connect(self._enter)
        self.renewal.cancelled.connect(self._give_up)
        self.renewal.show()
        self.login.hide()

    def _enter(self) -> None:
        self.main = self._loaded.MainWindow(self._make_desk())
        self.main.sign_out_wanted.connect(self.sign_out)
        self.main.quit_wanted.connect(self.quit)
        room = self._app.primaryScreen().availableGeometry().size()
        least, usual = self.main.minimumSize(), self.main.size()
        if least.boundedTo(room) == least and usual.boundedTo(room) != usual:
            self.main.showMaximized()  # else its foot would stand below the screen's
        else:
            self.main.show()
        self.login.hide()
        self._end_renewal()
        self._tell_last_sign_in()

    def _tell_last_sign_in(self) -> None:
        last = self._signed_in.staff.last_signed_in_at if self._signed_in else None
        if last is None:
            self.messages.note(self.tr("Welcome. This is your first sign-in."))
        else:
            at = day_and_time(last.astimezone(TOKYO))
            self.messages.note(self.tr("Last sign-in: {time}").format(time=at))

    def _give_up(self) -> None:
        self.login.reset()
        self.login.show()
        self._end_renewal()
        self._leave_database()

    def _end_renewal(self) -> None:
        renewal, self.renewal = self.renewal, None
        if renewal is not None:
            renewal.hide()
            renewal.deleteLater()

    def _make_desk(self) -> Desk:
        opened, signed_in = self._opened, self._signed_in
        if opened is None or signed_in is None:
            raise RuntimeError("nobody is signed in")
        desk: Desk = self._loaded.Desk(
            tasks=self.tasks,
            database=signed_in.database,
            clock=self._clock,
            settings=opened.settings,
            memory=self._memory,
            messages=self.messages,
            language=self.language,
            staff=signed_in.staff,
            bureau=opened.bureau,
        )
        return desk if self._new_key is None else replace(desk, new_key=self._new_key)

    def _leave_database(self) -> None:
        if self._signed_in is not None:
            self._signed_in.database.dispose()
        self._signed_in = None
        self.tasks.database = None

    def _show_problem(self, error: Exception) -> None:
        self._waiting = None
        self.login.set_busy(False)
        self.login.show_problem(error)

    def _tell_failure(self, error: Exception) -> None:
        self.messages.tell(theme.Kind.ERR, errors.sentence(error))

    def _is_low(self) -> bool:
        return self._app.primaryScreen().availableGeometry().height() < _COMPACT_BELOW


def _reach_input_method() -> None:
    """Have fcitx5 and ibus answer: Debian's fcitx plugin cannot load into the shipped Qt."""
    asked = os.environ.get("QT_IM_MODULE", "")
    modifiers = os.environ.get("XMODIFIERS", "")
    unset = not asked and any(name in modifiers for name in ("fcitx", "ibus"))
    if asked in ("fcitx", "fcitx5") or unset:
        os.environ["QT_IM_MODULE"] = "ibus"
