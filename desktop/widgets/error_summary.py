"""What must be put right in a form: how many things, which, and the way to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_ACCENT = 5


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right: the field's label, the words shown at it, where it is."""

    label: str
    words: str
    at: QWidget


class ErrorSummary(Translated, QFrame):
    """Stands above a form while something in it is wrong; each line leads to its field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "err")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._faults: tuple[Fault, ...] = ()
        self._at = -1
        self._icon = IconLabel("warn", "err", self)
        self.count = Label("", "h3", self)
        self._key = Label("", "sub", self)
        self.links: list[Button] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        head = row(self._icon, self.count, STRETCH, self._key)
        self.setLayout(column(head, self._lines, gap=2, margins=(16, 6, 14, 6)))
        self.retranslate()
        self.hide()

    def faults(self) -> tuple[Fault, ...]:
        """What is wrong now."""
        return self._faults

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """List what is wrong, from the top of the form; nothing takes the list away."""
        if tuple(faults) == self._faults:
            return
        had_focus = any(link.hasFocus() for link in self.links)
        self._faults = tuple(faults)
        self._at = -1
        self._list()
        self.setVisible(bool(faults))
        self.retranslate()
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Go to the first line and have it read aloud."""
        if self.links:
            self.links[0].setFocus(Qt.FocusReason.OtherFocusReason)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def to_next(self) -> None:
        """Go to the next field that is wrong, after the last to the first."""
        if self._faults:
            self._at = (self._at + 1) % len(self._faults)
            self._go_to(self._at)

    def retranslate(self) -> None:
        self.count.setText(self.tr("Please put %n thing(s) right", "", len(self._faults)))
        self._key.setText(self.tr("Ctrl+E: next error"))
        told = "; ".join(link.text().replace("&&", "&") for link in self.links)
        self.setAccessibleName(f"{self.count.text()}: {told}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.of(self)
        radius = look.px("r2")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(outline)
        painter.fillRect(0, 0, _ACCENT, self.height(), look.colour("err"))

    def _list(self) -> None:
        for link in self.links:
            self._lines.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = []
        for fault in self._faults:
            link = Button(f"{fault.label}: {fault.words}", ButtonKind.GHOST, parent=self)
            link.setProperty("fault", "true")
            link.clicked.connect(self._follow_sender)
            self._lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            link.show()  # now, not when the loop comes round to it: it is to have the focus
            self.links.append(link)

    def _follow_sender(self) -> None:
        link = self.sender()
        if isinstance(link, Button) and link in self.links:
            self._at = self.links.index(link)
            self._go_to(self._at)

    def _go_to(self, number: int) -> None:
        self._faults[number].at.setFocus(Qt.FocusReason.ShortcutFocusReason)
