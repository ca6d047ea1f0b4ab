"""The third and the fourth step: what was entered, to be read out, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from desktop.screens.procedures.words import next_step
from desktop.widgets.banner import BannerStack
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Rule
from desktop.widgets.labels import IconLabel, Label, Paragraph
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout

    from desktop.screens.procedures.form import Checked, Done

_LABEL_WIDTH = 200
_TABLE_WIDTH = 900


class CheckPage(Translated, QWidget):
    """What was entered, label and value, before → after; nothing can be typed here."""

    go_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._busy = False
        self.banners = BannerStack(self)
        self._lead = Paragraph("", "body", self)
        self._scroll = _scroll_area(self)
        self.lines: tuple[Checked, ...] = ()
        self.back = Button("", ButtonKind.PLAIN, parent=self)
        self.go = Button("", ButtonKind.PRIMARY, parent=self)
        foot = row(STRETCH, self.back, self.go, gap=10, margins=(20, 8, 20, 10))
        head = column(self.banners, self._lead, gap=8, margins=(20, 12, 20, 4))
        whole = column(head, self._scroll, Rule(self), foot, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.go.clicked.connect(self.go_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.retranslate()

    def show_lines(self, lines: Sequence[Checked]) -> None:
        """Show what will be done."""
        self.lines = tuple(lines)
        self._scroll.setWidget(_table(self.lines, self.tr("(none)")))

    def set_busy(self, busy: bool) -> None:
        """While it is being carried out, nothing can be pressed."""
        self._busy = busy
        for button in (self.go, self.back):
            button.setEnabled(not busy)
        self.retranslate()

    def retranslate(self) -> None:
        self._lead.setText(
            self.tr("Read this out or show it to the customer. Is everything right?")
        )
        self.back.set_text(self.tr("Correct") + "  Esc")
        carry_out = self.tr("Being carried out…") if self._busy else self.tr("Carry out") + "  F12"
        self.go.set_text(carry_out)


class DonePage(Translated, QWidget):
    """The receipt: what was done, under which number, what happens next."""

    print_wanted = Signal()
    save_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._done: Done | None = None
        self.banners = BannerStack(self)
        self._mark = IconLabel("okc", "ok_icon", self, size="icon_large")
        self.headline = Label("", "h1", self)
        self._receipt_label = Label("", "sub", self)
        self.receipt = Label("", "num", self, selectable=True)
        self._next = Label("", "h3", self)
        self._steps = Paragraph("", "body", self)
        self.print = Button("", ButtonKind.PRIMARY, "print", self)
        self.save = Button("", ButtonKind.PLAIN, "doc", self)
        self.back = Button("", ButtonKind.PLAIN, parent=self)
        self.setLayout(self._laid_out())
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.retranslate()

    def first_button(self) -> Button:
        """Where the work goes on: at the paper, if there is one."""
        return self.back if self.print.isHidden() else self.print

    def show_done(self, done: Done) -> None:
        """Tell what was done; without lines for a paper there is nothing to print."""
        self._done = done
        self.print.setVisible(bool(done.lines))
        self.save.setVisible(bool(done.lines))
        self.retranslate()

    def retranslate(self) -> None:
        self._receipt_label.setText(self.tr("Receipt number"))
        self._next.setText(self.tr("What happens next"))
        self.print.set_text(self.tr("Print the control copy") + "  F10")
        self.save.set_text(self.tr("Save PDF") + "  Ctrl+S")
        self.back.set_text(self.tr("Back to the overview") + "  Esc")
        if self._done is None:
            return
        self.headline.setText(self._done.headline)
        self.receipt.setText(self._done.receipt)
        self._receipt_label.setVisible(bool(self._done.receipt))
        steps = [f"・ {next_step(step)}" for step in self._done.next_steps]
        self._steps.setText("\n".join(steps))
        self._next.setVisible(bool(steps))

    def _laid_out(self) -> QLayout:
        head = row(self._mark, self.headline, STRETCH, gap=12)
        number = row(self._receipt_label, self.receipt, STRETCH, gap=10)
        text = column(
            self.banners, head, number, 8, self._next, self._steps, STRETCH, margins=(20, 16, 20, 8)
        )
        foot = row(self.back, STRETCH, self.save, self.print, gap=10, margins=(20, 8, 20, 10))
        scroll = _scroll_area(self)
        scroll.setWidget(clear_box(text))
        whole = column(scroll, Rule(self), foot, gap=0)
        whole.setStretch(0, 1)
        return whole


def _scroll_area(parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setObjectName("clear")
    return area


def _table(lines: Sequence[Checked], nothing: str) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(20, 4, 20, 12)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
    for number, line in enumerate(lines):
        grid.addWidget(Paragraph(line.label, "sub"), 2 * number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_value(line, nothing), 2 * number, 1)
        grid.addWidget(Rule(), 2 * number + 1, 0, 1, 2)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(2 * len(lines), 1)
    inside = clear_box(grid)
    inside.setMaximumWidth(_TABLE_WIDTH)
    return inside


def _value(line: Checked, nothing: str) -> QLayout:
    after = Paragraph(line.value or nothing, "body")
    if line.before is None:
        return row(after)
    arrow = IconLabel("arrow-right", "text2", size="icon_small")
    arrow.setAccessibleName("→")
    before = Paragraph(line.before or nothing, "sub")
    whole = row(before, arrow, after, gap=12)
    whole.setStretch(0, 1)
    whole.setStretch(2, 1)
    return whole
