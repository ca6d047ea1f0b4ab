"""The page to be printed, or why there is none; above it what is to be known before printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.pdf_tools import PdfTools
from desktop.widgets.pdf_view import PdfView
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from desktop.desk import Desk


class PreviewCard(Translated, Card):
    """One page of paper in the middle; nothing of it before the speaker is known."""

    check_wanted = Signal()
    retry_wanted = Signal()
    in_spite_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=0, margins=(1, 0, 1, 1))
        super().__init__(frame, parent)
        self.title = ElidedLabel("", "h2", self)
        self.view = PdfView(desk.tasks, self)
        self.tools = PdfTools(self.view, self)
        self.warning = Banner(Kind.WARN, "", self, action_text=" ")
        self.faults = Banner(Kind.INFO, "", self)
        self.unknown = Placeholder("lock", self)
        self.check = Button("", ButtonKind.PRIMARY, "user", self)
        self.nothing = Placeholder("doc", self)
        self.problem = Placeholder("circle-x", self, colour="err")
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self._body = QStackedWidget(self)
        self._build(frame)
        self.check.clicked.connect(self.check_wanted)
        self.retry.clicked.connect(self.retry_wanted)
        self.warning.acted.connect(self.in_spite_wanted)
        self.show_nothing("", "")
        self.retranslate()

    def show_pdf(self, data: bytes, *, first_page: int, pages: int | None) -> None:
        """Show a paper."""
        self.skeleton.stop()
        self._turn_to(self.view)
        self.view.show_pdf(data, first_page=first_page, pages=pages)

    def show_waiting(self, title: str) -> None:
        """Another paper is coming; the one before is gone."""
        self.view.clear()
        self.title.setText(title)
        self.say_warning("")
        self.say_faults("")
        self._turn_to(self.view)
        self.skeleton.start(self.tr("Fetching the paper…"))

    def show_nothing(self, fact: str, hint: str, *, icon: str = "doc") -> None:
        """Say why there is no paper."""
        self._leave_page()
        self.nothing.show_icon(icon)
        self.nothing.say(fact, hint)
        self._turn_to(self.nothing)

    def show_unknown(self) -> None:
        """Ask for the identity check."""
        self._leave_page()
        self._turn_to(self.unknown)

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong, and offer to try again."""
        self._leave_page()
        self.problem.say(self.tr("The paper cannot be shown"), sentence)
        self._turn_to(self.problem)

    def say_warning(self, told: str, *, decide: bool = False) -> None:
        """Warn before printing, with the way on in spite of it if that is to be decided."""
        self.warning.setVisible(bool(told))
        self.warning.action.setVisible(decide)
        if told:
            self.warning.say(told)

    def say_faults(self, told: str) -> None:
        """Tell what does not stand on the paper as it is on file."""
        self.faults.setVisible(bool(told))
        if told:
            self.faults.say(told)

    def is_unknown(self) -> bool:
        """Whether the identity check is asked for."""
        return self._body.currentWidget() is self.unknown

    def shows_page(self) -> bool:
        """Whether a page stands there to be printed."""
        return self._body.currentWidget() is self.view and self.view.page > 0

    def take_focus(self) -> None:
        """Let the keyboard work on the page, or on what stands in its place."""
        way: QWidget = self.view
        if self.is_unknown():
            way = self.check
        elif self._body.currentWidget() is self.problem:
            way = self.retry
        way.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.check.set_text(self.tr("Check identity  F4"))
        self.retry.set_text(self.tr("Try again"))
        self.warning.action.set_text(self.tr("Print all the same"))
        self.unknown.say(
            self.tr("The identity has not been checked"),
            self.tr("Paper is shown and printed only for people who may know what is on it."),
        )

    def _build(self, frame: QVBoxLayout) -> None:
        self.unknown.add_button(self.check)
        self.problem.add_button(self.retry)
        pages: tuple[QWidget, ...] = (self.view, self.unknown, self.nothing, self.problem)
        for page in pages:
            self._body.addWidget(page)
        self.skeleton = Skeleton(self._body)
        head = row(self.title, self.tools, margins=(16, 6, 10, 6))
        head.setStretch(0, 1)
        above = clear_box(head, self)
        above.setMinimumHeight(44)
        told = clear_box(column(self.warning, self.faults, gap=6, margins=(10, 0, 10, 6)), self)
        for part in (above, told, self._body):
            frame.addWidget(part)

    def _turn_to(self, page: QWidget) -> None:
        held = any(part.hasFocus() for part in (self.view, self.check, self.retry))
        self._body.setCurrentWidget(page)
        self.tools.setVisible(page is self.view)
        if held:
            self.take_focus()  # the button that had it has gone with its page

    def _leave_page(self) -> None:
        self.skeleton.stop()
        self.view.clear()
        self.title.setText("")
        self.say_warning("")
        self.say_faults("")
