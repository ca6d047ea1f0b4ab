"""The strip above a customer's page: who it is, where, and what to know before speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from desktop import format as written
from desktop import labels, theme
from desktop.format import LanguageCode
from desktop.screens.customer.alert_words import alert_hint, alert_words
from desktop.screens.customer.chip_button import ChipButton
from desktop.screens.customer.location_switcher import (
    LocationSwitcher,
    ended_words,
    has_ended,
)
from desktop.screens.customer.marks import Marks
from desktop.theme import Kind
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.chip import Chip
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from db.commands.reveals import ContactDetails
    from db.queries.contacts import ContactFacts
    from db.queries.customers import ContractChoice, CustomerHead
    from db.rules.alerts import Alert
    from desktop.desk import Desk

_ALERTS_SHOWN = 2
_NAME_LEAST = 220


class CustomerStrip(Translated, QFrame):
    """Two lines: the customer with alerts at the right, the contract with its location."""

    location_chosen = Signal(int)  # contract id
    alert_chosen = Signal(object)  # Alert
    copy_wanted = Signal()
    check_wanted = Signal()
    announcements_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._head: CustomerHead | None = None
        self.contract: ContractChoice | None = None
        self._alerts: Sequence[Alert] = ()
        self.setObjectName("strip")
        self.name = ElidedLabel("", "h1", self, selectable=True)
        self.kana = ElidedLabel("", "sub", self)
        self.phone = Label("", "sub", self)
        self.marks = Marks(self)
        self.ended = Chip(parent=self)
        self.note = ChipButton(self, cut_short=True)
        self.alerts = [ChipButton(self) for _ in range(_ALERTS_SHOWN)]
        self.more = ChipButton(self)
        self.number_title = Label("", "sub", self)
        self.number = Label("", "num", self, selectable=True)
        self.copy = Button("", ButtonKind.ICON, "copy", self)
        self.location_title = Label("", "sub", self)
        self.switcher = LocationSwitcher(desk, self)
        self.facts = ElidedLabel("", "sub", self)
        self._build()
        self._connect()
        self.retranslate()

    def show_head(
        self, head: CustomerHead, contract_id: int | None, alerts: Sequence[Alert]
    ) -> None:
        """Show a customer at one of their locations, with what is urgent about them."""
        self._head = head
        self._alerts = alerts
        same = (choice for choice in head.contracts if choice.contract_id == contract_id)
        self.contract = next(same, None)
        self.switcher.show_locations(head.contracts, contract_id)
        self.retranslate()

    def show_contact(self, contact: ContactFacts) -> None:
        """Show how far the speaker is known; a new contact hides what an earlier one revealed."""
        self.marks.show_contact(contact)
        self._say_phone()

    def show_details(self, details: ContactDetails) -> None:
        """Show the phone number whole, and offer the rest of what was revealed."""
        self.marks.show_details(details)
        self._say_phone()

    def retranslate(self) -> None:
        self.number_title.setText(self.tr("Portal number"))
        self.location_title.setText(self.tr("Location"))
        self.copy.set_text(self.tr("Copy the portal number (Ctrl+Shift+C)"))
        if self._head is not None:
            self._say_who(self._head)
        self._say_contract(self.contract)
        self._say_alerts()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _build(self) -> None:
        phone = clear_box(row(IconLabel("phone", parent=self, size="icon_chip"), self.phone, gap=4))
        self._phone_box = phone
        first = row(self.name, self.kana, self.marks, self.ended, phone, self.note, gap=10)
        first.setStretchFactor(self.note, 1000)
        first.addStretch(1)
        for chip in (*self.alerts, self.more):
            first.addWidget(chip)
        second = row(
            self.number_title,
            self.number,
            self.copy,
            12,
            self.location_title,
            self.switcher,
            8,
            self.facts,
            self.marks.announcements,
            self.marks.reach,
            gap=8,
        )
        # the address is read out, the facts can be looked up: they give way first
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        second.setStretchFactor(self.facts, 1)
        second.setAlignment(self.copy, Qt.AlignmentFlag.AlignVCenter)
        self._lines = column(first, second, gap=4, margins=(16, 8, 16, 8))
        self.setLayout(self._lines)
        self._fit()

    def _connect(self) -> None:
        self.copy.clicked.connect(self.copy_wanted)
        self.switcher.location_chosen.connect(self.location_chosen)
        self.note.clicked.connect(self._show_note)
        self.marks.identity.clicked.connect(self.check_wanted)
        self.marks.announcements.clicked.connect(self.announcements_wanted)
        self.marks.reach.clicked.connect(self._show_details)
        self.more.clicked.connect(self._list_more)
        for chip in self.alerts:
            chip.clicked.connect(self._open_alert)

    def _fit(self) -> None:
        look = theme.of(self)
        self.setFixedHeight(look.px("strip"))
        side = 3 if look.compact else 8
        self._lines.setContentsMargins(16, side, 16, side)

    def _say_who(self, head: CustomerHead) -> None:
        english = self._desk.language.code is LanguageCode.EN
        latin = head.latin_name if english else None
        self.name.setText(latin or labels.addressed(head.name, head.kind))
        # who it is comes before all that is said about them
        self.name.setMinimumWidth(min(self.name.sizeHint().width(), _NAME_LEAST))
        self.kana.setText(head.kana)
        self._say_phone()
        first_line = head.note.strip().partition("\n")[0]
        self.note.setVisible(bool(first_line))
        self.note.show_words(first_line, Kind.INFO, "note", self.tr("Standing note: shows all"))

    def _say_phone(self) -> None:
        details = self.marks.details
        masked = self._head.phone_masked if self._head else ""
        number = (details.phone or "") if details else masked
        self.phone.setText(number)
        self.phone.setAccessibleName(self.tr("Phone {number}").format(number=number))
        self._phone_box.setVisible(bool(number))

    def _say_contract(self, contract: ContractChoice | None) -> None:
        ended = contract is not None and has_ended(contract, self._desk.today)
        self.ended.setVisible(ended)
        for part in (self.number_title, self.number, self.copy, self.facts):
            part.setVisible(contract is not None)
        if contract is None:
            return
        if ended:
            words = ended_words(contract)
            self.ended.show_state(words.text, words.kind, words.icon)
        self.number.setText(written.in_fours(contract.portal_number))
        self.facts.setText(self.tr(" · ", "between two facts").join(self._facts(contract)))

    def _facts(self, contract: ContractChoice) -> list[str]:
        bore = self.tr("bore {mm} mm").format(mm=contract.bore_mm)
        sewer = self.tr("public sewer") if contract.has_sewerage else self.tr("no public sewer")
        facts = [labels.usage_class(contract.usage_class)]
        if contract.bore_mm is not None:
            facts.append(bore)
        return [*facts, labels.payment_method(contract.payment_method), sewer]

    def _say_alerts(self) -> None:
        shown = list(self._alerts[:_ALERTS_SHOWN])
        for at, chip in enumerate(self.alerts):
            chip.setVisible(at < len(shown))
            if at < len(shown):
                words = alert_words(shown[at], self._desk.language.code)
                chip.show_words(words.text, words.kind, words.icon, alert_hint(shown[at]))
        rest = len(self._alerts) - len(shown)
        self.more.setVisible(rest > 0)
        self.more.show_words(self.tr("%n more", "alerts", rest), Kind.MUTE, "")

    def _open_alert(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self.alert_chosen.emit(self._alerts[self.alerts.index(chip)])

    def _list_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for alert in self._alerts[_ALERTS_SHOWN:]:
            words = alert_words(alert, self._desk.language.code)
            menu.addAction(words.text).setData(alert)
        menu.triggered.connect(self._open_listed)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _open_listed(self, action: QAction) -> None:
        self.alert_chosen.emit(action.data())

    def _show_details(self) -> None:
        self._desk.messages.tell(Kind.INFO, self.marks.words())

    def _show_note(self) -> None:
        if self._head is not None:
            self._desk.messages.tell(Kind.INFO, self._head.note)
