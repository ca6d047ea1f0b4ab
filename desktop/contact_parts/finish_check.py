"""The last look before a contact is ended: what is written down, and one key to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, clear_box, column
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_NAME_WIDTH = 78


class FinishCheck(Translated, QWidget):
    """Lists what will be kept; Enter carries it out, Esc goes back to it."""

    confirmed = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.title = Label("", "h2", self)
        self.caution = Banner(Kind.WARN, "", self)
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(8)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnMinimumWidth(0, _NAME_WIDTH)
        self._facts.setColumnStretch(1, 1)
        self._list = clear_box(self._facts, self)
        self.finish = Button("", ButtonKind.PRIMARY, parent=self)
        self.back = Button("", ButtonKind.PLAIN, parent=self)
        body = (self.title, self.caution, self._list, STRETCH, self.finish, self.back)
        self.setLayout(column(*body, gap=8))
        self.finish.clicked.connect(self.confirmed)
        self.back.clicked.connect(self.back_wanted)
        self.caution.hide()
        self.retranslate()

    def show_facts(self, facts: Sequence[tuple[str, str]], caution: str = "") -> None:
        """Show what will be kept, and what the clerk may have forgotten."""
        while (item := self._facts.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()
        for at, (name, value) in enumerate(facts):
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(Label(name, "sub", self._list), at, 0, top)
            self._facts.addWidget(Paragraph(value, "body", self._list), at, 1, top)
        if caution:
            self.caution.say(caution)
        self.caution.setVisible(bool(caution))

    def begin(self) -> None:
        """Wait for Enter."""
        self.set_busy(busy=False)
        self.finish.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_busy(self, *, busy: bool) -> None:
        """While it is being carried out, a second Enter does nothing."""
        for button in (self.finish, self.back):
            button.setEnabled(not busy)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Finish this contact?"))
        self.finish.set_text(self.tr("Finish  Enter"))
        self.back.set_text(self.tr("Back to the notes  Esc"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)
