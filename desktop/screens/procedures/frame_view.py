"""How a procedure's frame looks and which keys mean what in which step."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.screens.procedures import form_keys
from desktop.screens.procedures.blocked import BlockedPage
from desktop.screens.procedures.form_keys import FormKeys
from desktop.screens.procedures.input_page import InputPage
from desktop.screens.procedures.last_pages import CheckPage, DonePage
from desktop.widgets.card import Card
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.step_chips import StepChips
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.screens.procedures.form import ProcedureForm


class Step(IntEnum):
    """Where a procedure stands."""

    IDENTITY = 0
    INPUT = 1
    CHECK = 2
    DONE = 3


_KEYS = {
    Step.IDENTITY: {form_keys.ESC, form_keys.F4, form_keys.F5, form_keys.F12},
    Step.INPUT: {form_keys.ESC, form_keys.F9, form_keys.F12, form_keys.NEXT_ERROR},
    Step.CHECK: {form_keys.ESC, form_keys.F12},
    Step.DONE: {form_keys.ESC, form_keys.F10, form_keys.SAVE},
}


_SETTLE_MS = 1000


class FrameView(Translated, QWidget):
    """Title and steps above a card, in which one step's page shows."""

    def __init__(self, form: ProcedureForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.form = form
        self._step = Step.IDENTITY
        self._title = Label("", "h1", self)
        self.steps = StepChips(len(Step), self)
        self._optional = ElidedLabel("", "sub", self)
        self.blocked = BlockedPage(self)
        self.input = InputPage(form, self)
        self.check = CheckPage(self)
        self.last = DonePage(self)
        self.settling = QTimer(self)
        self.settling.setSingleShot(True)
        self.settling.setInterval(_SETTLE_MS)
        self.keys = FormKeys(self.wants, self)
        self._pages = QStackedWidget(self)
        self._build()

    @property
    def step(self) -> Step:
        """Where the procedure stands."""
        return self._step

    def wants(self, key: QKeyCombination) -> bool:
        """Whether a key means something in this step."""
        if key == form_keys.F12 and self.settling.isActive():
            return True  # struck once too often: it must not end the contact over the receipt
        return key in _KEYS[self._step]

    def show_page(self, step: Step) -> None:
        """Show a step's page."""
        self._step = step
        self.steps.set_current(step)
        self._optional.setVisible(step is Step.INPUT)
        pages = (self.blocked, self.input, self.check, self.last)
        self._pages.setCurrentWidget(pages[step])

    def take_focus(self) -> None:
        """Go where the work goes on."""
        wanted: dict[Step, QWidget | None] = {
            Step.IDENTITY: self.blocked.button,
            Step.INPUT: self.form.first_focus(),
            Step.CHECK: self.check.go,
            Step.DONE: self.last.first_button(),
        }
        chosen = wanted[self._step]
        if chosen is not None:
            chosen.setFocus()

    def retranslate(self) -> None:
        self._title.setText(self.form.title())
        self.setAccessibleName(self.form.title())
        self._optional.setText(self.tr("Everything is needed except what says “optional”"))
        self.steps.set_names(
            [
                self.tr("Identity check"),
                self.tr("Input"),
                self.tr("Check of the contents"),
                self.tr("Done, control copy"),
            ]
        )

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        return (override and self.keys.handles(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.handles(event):
            super().keyPressEvent(event)

    def _build(self) -> None:
        for page in (self.blocked, self.input, self.check, self.last):
            self._pages.addWidget(page)
        card = Card(column(self._pages, margins=(1, 1, 1, 1)), self)
        self.skeleton = Skeleton(card)
        head = row(self._title, self.steps, STRETCH, self._optional, gap=16)
        whole = column(head, card, gap=10, margins=(16, 10, 16, 12))
        whole.setStretch(1, 1)
        self.setLayout(whole)
