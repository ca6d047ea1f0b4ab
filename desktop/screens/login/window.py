"""The login window: light, so that somebody can type before anything heavy is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from db.rules.service_hours import parse_hours
from desktop.bureau_texts import TextKind
from desktop.portal_closure import PortalClosedBanner
from desktop.screens.login.brand import BrandSide
from desktop.screens.login.form import SignInForm
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from db.queries.settings import BureauFacts
    from db.rules.sign_in import SignInRefused
    from desktop.i18n import Language
    from desktop.settings import Memory

_SIZE = (960, 640)


class LoginWindow(Translated, QWidget):
    """Asks who works at this desk, as the portal's login page asks its customers."""

    submitted = Signal(str, str)
    retry_wanted = Signal()
    text_wanted = Signal(TextKind)

    def __init__(
        self, memory: Memory, language: Language, clock: Callable[[], dt.datetime]
    ) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*_SIZE)
        self._bureau: BureauFacts | None = None
        self.band = Label("", "xs", self)
        self.band.setObjectName("practice")
        self.band.hide()
        self.closure = PortalClosedBanner(language, clock, self)
        self.form = SignInForm(memory, self)
        self.language = Button("", ButtonKind.GHOST, "languages", self)
        self._switch = QAction(self)
        self.brand = BrandSide(language, clock, self)
        self._status = Label("", "sub", self)
        self._lay_out()
        self._connect(language)
        self.retranslate()

    def is_ready(self) -> bool:
        """Whether the database was found good and a password can be checked at once."""
        return self._bureau is not None

    def show_loading(self) -> None:
        """Take typing and Enter while the database is being looked at."""
        self._bureau = None
        self.form.show_problem(None)
        self.retranslate()

    def show_ready(self, bureau: BureauFacts, practice_login: tuple[str, str] | None) -> None:
        """Show whose desk this is, and in practice mode how to sign in."""
        self._bureau = bureau
        self.band.setVisible(bureau.fictional)
        self.brand.show_bureau(bureau)
        self.form.show_problem(None)
        self.form.practice.offer(practice_login)
        self.retranslate()

    def show_problem(self, error: Exception) -> None:
        """Say why the database cannot be used, and offer to try again."""
        self._bureau = None
        self.form.show_problem(error)
        self.retranslate()

    def show_refused(self, refused: SignInRefused) -> None:
        """Say why nobody was let in."""
        self.form.show_refused(refused)

    def set_busy(self, busy: bool) -> None:
        """Say that the password is being checked."""
        self.form.set_busy(busy)

    def reset(self) -> None:
        """Empty the form for the next person."""
        self.form.reset()

    def keep_id(self) -> None:
        """Remember who just got in, if that was ticked."""
        self.form.keep_id()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Mizumado: sign in"))
        self._switch.setText(self.tr("日本語 / English"))
        self.band.setText(
            self.tr("Practice mode: everybody here is fictional. Nothing reaches the bureau.")
        )
        self._status.setText(self._status_words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form.submit()
        else:
            super().keyPressEvent(event)

    def _status_words(self) -> str:
        if self.form.is_broken():
            return self.tr("What you typed is kept.")
        if self._bureau is None:
            return self.tr("Getting the desk ready. You can type already.")
        hours = parse_hours(self._bureau.staff_hours)
        if hours.always:
            return self.tr("Staff can sign in at any time.")
        opens, closes = hours.text.split("-")
        told = self.tr("Staff can sign in from {opens} to {closes}.")
        return told.format(opens=opens, closes=closes)

    def _connect(self, language: Language) -> None:
        self._switch.setShortcut(QKeySequence("Ctrl+Shift+L"))
        self._switch.triggered.connect(language.toggle)
        self.addAction(self._switch)
        self.language.follow(self._switch)
        self.form.submitted.connect(self.submitted)
        self.form.retry_wanted.connect(self.retry_wanted)
        self.brand.text_wanted.connect(self.text_wanted)

    def _lay_out(self) -> None:
        centred = row(STRETCH, column(self.form, self._status, gap=10), STRETCH)
        switch = row(STRETCH, self.language)
        work = column(
            switch, self.closure, STRETCH, centred, STRETCH, gap=0, margins=(16, 12, 16, 28)
        )
        sides = row(self.brand, gap=0)
        sides.addLayout(work, 1)
        body = column(self.band, gap=0)
        body.addLayout(sides, 1)
        self.setLayout(body)
