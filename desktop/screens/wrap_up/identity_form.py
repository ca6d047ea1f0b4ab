"""The form of an identity check: who speaks, and what they show or say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.commands.identity_checks import Typed
from db.rules.contact_words import CheckItem, CheckMethod, Speaker
from db.rules.identity import missing
from desktop.screens.wrap_up import identity_words
from desktop.screens.wrap_up.identity_item import IdentityItem
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.choice import Choice
from desktop.widgets.labels import IconLabel, Label, Paragraph
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from db.rules.identity import Asking

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENTERED = 0


class IdentityForm(Translated, QWidget):
    """Digits tick, Enter asks whether it is enough, Esc leaves it; nothing typed outlives it."""

    speaker_changed = Signal()
    check_wanted = Signal()
    abandoned = Signal()
    number_wanted = Signal()  # the clerk calls back
    override_wanted = Signal()
    in_writing_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking: Asking | None = None
        self._early: list[int] = []
        self.items: list[IdentityItem] = []
        self.setObjectName("clear")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.speaker: Choice[Speaker] = Choice(self)
        self.request = Paragraph("", "sub", self)
        self.problem = Paragraph("", "err", self)
        self.number = Label("", "num", self)
        self.in_writing = Button("", ButtonKind.PLAIN, "doc", self)
        self.check = Button("", ButtonKind.PRIMARY, parent=self)
        self.override = Button("", ButtonKind.GHOST, parent=self)
        self._build()
        self._connect()
        self.retranslate()

    def offer_speakers(self, speakers: Sequence[tuple[Speaker, str]]) -> None:
        """Offer who may be speaking, the user first."""
        self.speaker.set_choices(speakers)

    def speaker_value(self) -> Speaker:
        """Who speaks."""
        return self.speaker.value() or Speaker.USER

    def ask(self, asking: Asking) -> None:
        """Show what to ask for; what was given already stays where it is asked again."""
        given, said = self.given(), {each.item: each.text() for each in self.items}
        self._asking = asking
        self._fill(asking)
        for each in self.items:
            each.take_over(given=each.item in given, text=said.get(each.item, ""))
        self._show_state()
        early, self._early = self._early, []
        for number in early:
            if number == _ENTERED:
                self._submit()
            else:
                self._press(number)

    def clear(self) -> None:
        """Forget everything that was said, and who said it."""
        self._asking = None
        self._early = []
        self.speaker.choose(Speaker.USER)
        self._fill(None)
        self.show_problem("")
        self.reveal_number("")

    def given(self) -> frozenset[CheckItem]:
        """What was shown, said or typed."""
        return frozenset(each.item for each in self.items if each.is_given())

    def typed(self) -> Typed:
        """What the caller said, to be compared."""
        said = {each.item: each.text() for each in self.items}
        yen = said.get(CheckItem.LAST_AMOUNT, "")
        return Typed(
            customer_number=said.get(CheckItem.CUSTOMER_NUMBER, ""),
            debit_bank=said.get(CheckItem.DEBIT_BANK, ""),
            last_amount_yen=int(yen) if yen else None,
        )

    def method(self) -> CheckMethod:
        """By what the speaker is to be known."""
        if CheckItem.CALLED_BACK in self.given():
            return CheckMethod.CALL_BACK
        return self._asking.method if self._asking else CheckMethod.DOCUMENT

    def show_problem(self, text: str) -> None:
        """Say why it was not enough, and what to do next."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def reveal_number(self, number: str) -> None:
        """Show the number on file, to be dialled and not read out."""
        self.number.setText(number)
        self._number.setVisible(bool(number))

    def set_busy(self, *, busy: bool) -> None:
        """While it is being compared, a second Enter does nothing."""
        self.check.setEnabled(not busy)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Identity check"))
        self.speaker.setAccessibleName(self.tr("Who speaks"))
        self.check.set_text(self.tr("Check  Enter"))
        self.override.set_text(self.tr("Supervisor"))
        self.in_writing.set_text(self.tr("Leave it to a supervisor"))
        if self._asking is not None:
            self.ask(self._asking)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        number = event.key() - int(Qt.Key.Key_0)
        if key in _ENTER:
            self._submit()
        elif key == Qt.Key.Key_Escape:
            self.abandoned.emit()
        elif 1 <= number <= 9:
            self._press(number)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        phone = IconLabel("phone", parent=self, size="icon_small")
        self._number = clear_box(row(22, phone, self.number, STRETCH, gap=6), self)
        parts = (self.speaker, self.request, self._list, self._number, self.problem)
        ends = row(self.check, self.override, STRETCH, gap=4)
        self.setLayout(column(*parts, self.in_writing, ends, gap=5))
        self.problem.hide()

    def _connect(self) -> None:
        self.speaker.picked.connect(self.speaker_changed)
        self.check.clicked.connect(self._submit)
        self.override.clicked.connect(self.override_wanted)
        self.in_writing.clicked.connect(self.in_writing_wanted)

    def _fill(self, asking: Asking | None) -> None:
        for each in self.items:
            each.hide()
            self._list.removeWidget(each)
            each.deleteLater()
        self.items = []
        if asking is None:
            return
        wanted = (*asking.required, *asking.one_of, *asking.two_of, *asking.papers)
        for number, item in enumerate(dict.fromkeys(wanted), start=1):
            each = IdentityItem(item, number, self)
            each.changed.connect(self._show_state)
            self._list.addWidget(each)
            self.items.append(each)
        self._order_tabs()

    def _order_tabs(self) -> None:
        answers = [each.tick or each.edit for each in self.items]
        ends = [self.in_writing, self.check, self.override]
        stops: list[QWidget | None] = [self.speaker, *answers, *ends]
        before: QWidget = self
        for stop in stops:
            if stop is not None:
                QWidget.setTabOrder(before, stop)
                before = stop

    def _show_state(self) -> None:
        asking = self._asking
        possible = asking is not None and asking.impossible is None
        written = asking is not None and asking.impossible == "third_party_in_writing"
        self.request.setText(identity_words.request(asking) if asking else "")
        self.in_writing.setVisible(written)
        self.check.setVisible(possible)
        self.override.setVisible(not written)
        called = CheckItem.CALLED_BACK in self.given()
        self._number.setVisible(called and bool(self.number.text()))
        if called and not self.number.text():
            self.number_wanted.emit()

    def _press(self, number: int) -> None:
        if self._asking is None:
            self._early.append(number)
        elif number <= len(self.items):
            self.items[number - 1].press()

    def _submit(self) -> None:
        asking = self._asking
        if asking is None:  # the keys were faster than the database
            self._early.append(_ENTERED)
            return
        if asking.impossible is not None or not self.check.isEnabled():
            return
        wanting = missing(asking, self.given())
        if wanting:
            self.show_problem(identity_words.wanting(asking, wanting))
        else:
            self.check_wanted.emit()
