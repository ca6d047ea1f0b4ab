"""A password for one use, shown this once to be handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog

from db.rules.periods import in_japan
from desktop import format as written
from desktop.brief_clipboard import SECONDS, copy_briefly
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from db.commands.staff import Issued

_WIDTH = 480


class OneTimePassword(Translated, QDialog):
    """Shows the password until it is closed; Esc and a second Enter do not lose it unread."""

    def __init__(self, issued: Issued, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._login_id = issued.login_id
        self._expires_at = in_japan(issued.expires_at)
        self._title = Label("", "h1", self)
        self._for = Label("", "body", self)
        self.password = Label(issued.password, "num", self, selectable=True)
        self.password.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._once = Paragraph("", "body", self)
        self.told = Label("", "sub", self)
        self.action = QAction(self)
        self.action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.addAction(self.action)
        self.copy = Button("", ButtonKind.PLAIN, "copy", self)
        self.close_button = Button("", ButtonKind.PRIMARY, parent=self)
        self._lay_out()
        self.action.triggered.connect(self._copy)
        self.close_button.clicked.connect(self.close)
        self.retranslate()
        self.copy.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("One-time password"))
        self._title.setText(self.tr("One-time password"))
        self._for.setText(self.tr("For {login_id}").format(login_id=self._login_id))
        at = f"{written.short_date(self._expires_at.date())} "
        at += written.time_of_day(self._expires_at)
        told = self.tr(
            "It is not shown again. Hand it over yourself; it lets in once, until {time}, "
            "and then asks for a password of their own."
        )
        self._once.setText(told.format(time=at))
        self.password.setAccessibleName(self.tr("One-time password"))
        self.action.setText(self.tr("Copy"))
        self.close_button.set_text(self.tr("Handed over"))
        if self.told.text():
            self._say_copied()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self.password.setText("")
        super().done(result)

    def _copy(self) -> None:
        copy_briefly(self.password.text())
        self._say_copied()

    def _say_copied(self) -> None:
        told = self.tr("Copied; the clipboard is cleared after {seconds} seconds.")
        self.told.setText(told.format(seconds=SECONDS))

    def _lay_out(self) -> None:
        self.copy.follow(self.action, shows_key=True)
        for button in (self.copy, self.close_button):
            button.setAutoDefault(False)
        shown = Card(row(self.password, STRETCH, self.copy, margins=(16, 12, 12, 12)), self)
        self.setLayout(
            column(
                self._title,
                self._for,
                shown,
                self.told,
                self._once,
                10,
                row(STRETCH, self.close_button),
                gap=8,
                margins=(28, 22, 28, 22),
            )
        )
