"""The customers who wait: F11 puts the present one aside or takes one up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from db.commands.contacts import MOST_PARKED
from db.rules.contact_words import ContactState
from db.rules.periods import in_japan
from desktop import assets, contact_words, theme
from desktop import format as written
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import column
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.queries.contacts import ContactFacts
    from desktop.case import Case
    from desktop.desk import Desk

_CONTACT = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTH = 380


class ParkedList(Translated, QFrame):
    """Opens below its button; the arrows and Enter choose, Esc closes it."""

    park_wanted = Signal()
    chosen = Signal(object)  # ContactFacts of a customer who waits
    general_wanted = Signal()  # the contact chosen has no customer

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._desk = desk
        self._waiting: Sequence[ContactFacts] = ()
        self._case: Case | None = None
        self.setObjectName("popup")
        self.title = Label("", "h3", self)
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.hint = Paragraph("", "sub", self)
        self.setLayout(column(self.title, self.list, self.hint, gap=6, margins=(10, 8, 10, 8)))
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.retranslate()

    def show_waiting(self, waiting: Sequence[ContactFacts]) -> None:
        """Show who waits: parked, or left open when the program ended."""
        self._waiting = waiting
        self.retranslate()

    def show_case(self, case: Case | None) -> None:
        """Offer to put this customer aside; without one, nobody can be."""
        self._case = case
        self.retranslate()

    def open_below(self, button: QWidget) -> None:
        """Open, standing on the first line."""
        self.retranslate()
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        self.move(button.mapToGlobal(button.rect().bottomLeft()))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def lines(self) -> list[str]:
        """What can be chosen, from the top."""
        return [self.list.item(at).text() for at in range(self.list.count())]

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Customers who wait"))
        self.list.setAccessibleName(self.tr("Customers who wait"))
        count, most = len(self._waiting), MOST_PARKED
        title = self.tr("Waiting: {count} of {most}").format(count=count, most=most)
        self.title.setText(title)
        self.list.clear()
        if self._case is not None and count < MOST_PARKED:
            words = self.tr("Let {name} wait").format(name=self._case.head.name)
            self._add(words, "clock", None)
        for contact in self._waiting:
            self._add(self._words(contact), "user", contact)
        self.list.setCurrentRow(0)
        self.hint.setText(self._advice(count))
        rows = max(1, self.list.count())
        self.list.setFixedHeight(rows * theme.of(self).px("table_row") + 4)
        self.list.setVisible(self.list.count() > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._take(self.list.currentItem())
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            return super().eventFilter(watched, event)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # with an empty list, the keys come here
        if Qt.Key(event.key()) in (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)

    def _advice(self, count: int) -> str:
        if count >= MOST_PARKED and self._case is not None:
            return self.tr("Three customers wait already. Finish one of them first.")
        if not count and self._case is None:
            return self.tr("Nobody waits.")
        return self.tr("↑↓ choose   Enter   Esc close")

    def _words(self, contact: ContactFacts) -> str:
        name = contact.customer_name or self.tr("Without a customer")
        since = written.day_and_time(in_japan(contact.started_at))
        if in_japan(contact.started_at).date() == self._desk.today:
            since = written.time_of_day(in_japan(contact.started_at))
        topic = contact_words.topic(contact.topic) if contact.topic else ""
        open_yet = contact.state is ContactState.OPEN
        state = self.tr("not finished") if open_yet else ""
        parts = (name, self.tr("since {time}").format(time=since), topic, state)
        return "   ".join(part for part in parts if part)

    def _add(self, words: str, icon: str, contact: ContactFacts | None) -> None:
        look = theme.of(self)
        size = look.px("icon_small")
        item = QListWidgetItem(assets.icon(icon, look.colour("text2"), size=size), words)
        item.setData(_CONTACT, contact)
        item.setToolTip(contact.memo if contact else "")
        height = look.px("table_row")
        item.setSizeHint(QSize(0, height))
        self.list.addItem(item)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        contact: ContactFacts | None = item.data(_CONTACT)
        self.close()
        if contact is None:
            self.park_wanted.emit()
        elif contact.customer_id is None:
            self.general_wanted.emit()
        else:
            self.chosen.emit(contact)
