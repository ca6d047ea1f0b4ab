"""The newest bill of a location: the one that most customers ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from db.rules.words import PaymentState
from desktop import format as written
from desktop import labels, theme
from desktop.screens.customer.bill_words import due_words, is_late, movements
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card, Rule
from desktop.widgets.chip import Chip
from desktop.widgets.labels import ElidedLabel, Label, Paragraph
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.queries.billing import BillRow, DebtLine, History
    from desktop.desk import Desk

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ACCOUNTS = 2
_GAP, _TAX_GAP = 4, 3


class CurrentBill(Translated, Card):
    """What is to be paid, until when, what it is made of, and what moves about it."""

    breakdown_wanted = Signal(int)  # bill id

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._body = column(gap=4)
        super().__init__(self._body, parent)
        self._desk = desk
        self._bill: BillRow | None = None
        self._history: History | None = None
        self._ended = False
        self.title = Label("", "h2", self)
        self.month = Label("", "sub", self)
        self.total = Label("", "kpi", self)
        self.unit = Label("", "h2", self)
        self.state = Chip(parent=self)
        self.due = ElidedLabel("", "sub", self)
        self.accounts = [AccountLines(self) for _ in range(_ACCOUNTS)]
        self.moving: list[ElidedLabel] = []
        self._movements = QVBoxLayout()
        self.seen = Paragraph("", "xs", self)
        self.breakdown = Button("", parent=self)
        self.nothing = Placeholder("inbox", self)
        self._build()
        self.breakdown.clicked.connect(self._want_breakdown)
        self._fit()
        self.retranslate()

    def show_bill(
        self, bill: BillRow | None, history: History, *, contract_ended: bool = False
    ) -> None:
        """Show the newest bill of a history, the last one where the contract ended."""
        self._bill, self._history, self._ended = bill, history, contract_ended
        self.retranslate()

    def retranslate(self) -> None:
        self.breakdown.set_text(self.tr("Breakdown"))
        self.unit.setText(self.tr("yen"))
        bill, history = self._bill, self._history
        self._sheet.setVisible(bill is not None)
        self.nothing.setVisible(bill is None)
        self.nothing.say(
            self.tr("No bill yet"), self.tr("The first one comes after the first reading.")
        )
        if bill is not None and history is not None:
            self._say_amount(bill)
            self._say_accounts(bill)
            self._say_movements(bill, history)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _build(self) -> None:
        self._movements.setSpacing(2)
        amount = row(self.total, self.unit, STRETCH, self.state, gap=_GAP)
        amount.setAlignment(self.unit, Qt.AlignmentFlag.AlignVCenter)
        foot = row(self.seen, self.breakdown, gap=8)
        foot.setStretch(0, 1)
        self.breakdown.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        body = column(
            row(self.title, STRETCH, self.month),
            amount,
            self.due,
            4,
            Rule(self),
            2,
            *self.accounts,
            self._movements,
            STRETCH,
            foot,
            gap=2,
        )
        self._sheet = clear_box(body, self)
        self._body.addWidget(self._sheet)
        self._body.addWidget(self.nothing)

    def _fit(self) -> None:
        look = theme.of(self)
        self.setFixedWidth(look.px("bill_card"))
        side, end = (13, 8) if look.compact else (16, 12)
        self._body.setContentsMargins(side, end, side, end)
        if self._bill is not None:
            self._say_accounts(self._bill)

    def _say_amount(self, bill: BillRow) -> None:
        code = self._desk.language.code
        self.title.setText(self.tr("Last bill") if self._ended else self.tr("Current bill"))
        self.month.setText(self.tr("for {month}").format(month=written.month(bill.month, code)))
        self.total.setText(written.number(bill.yen))
        self.total.setAccessibleName(written.yen(bill.yen, code))
        words = labels.payment_state(bill.state)
        self.state.show_state(words.text, words.kind, words.icon)
        self._fit_total()
        late = is_late(bill, self._desk.today)
        self.due.set_role("err" if late else "sub")
        self.due.setText(due_words(bill, self._desk.today, code))

    def _fit_total(self) -> None:
        """Set a long amount smaller, rather than cutting its last digits off."""
        beside = self.unit.sizeHint().width() + self.state.sizeHint().width() + 3 * _GAP
        self.total.set_role("kpi")
        if self.total.sizeHint().width() > self._room() - beside:
            self.total.set_role("h1")

    def _room(self) -> int:
        margins = self._body.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _say_accounts(self, bill: BillRow) -> None:
        for at, lines in enumerate(self.accounts):
            lines.setVisible(at < len(bill.debts))
            if at < len(bill.debts):
                self._say_account(lines, bill.debts[at])

    def _say_account(self, lines: AccountLines, debt: DebtLine) -> None:
        short = theme.of(self).compact
        tax = self.tr("tax {yen} yen") if short else self.tr("tax included {yen} yen")
        unit = "" if short else " " + self.tr("yen")
        lines.show_words(
            labels.account(debt.account),
            tax.format(yen=written.number(debt.tax_yen)),
            written.number(debt.yen) + unit,
        )
        lines.fit(self._room() if short else 0)

    def _say_movements(self, bill: BillRow, history: History) -> None:
        told = movements(bill, history, self._desk.today, code=self._desk.language.code)
        while len(self.moving) < len(told):
            self.moving.append(ElidedLabel("", "sub", self))
            self._movements.addWidget(self.moving[-1])
        for at, label in enumerate(self.moving):
            label.setVisible(at < len(told))
            label.setText(told[at] if at < len(told) else "")
        seen = history.payments_seen_to
        self.seen.setText("")
        if seen is not None and bill.state is not PaymentState.CORRECTED:
            day = written.day_of_month(seen, self._desk.language.code)
            self.seen.setText(self.tr("Payments seen up to {day}").format(day=day))

    def _want_breakdown(self) -> None:
        if self._bill is not None:
            self.breakdown_wanted.emit(self._bill.bill_id)


class AccountLines(QWidget):
    """One account's amount at the right, with the tax in it below or beside its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._grid = QGridLayout(self)
        self._name = Label("", "body", self)
        self._tax = Label("", "xs", self)
        self._yen = Label("", "num", self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_TAX_GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self.fit(0)

    def fit(self, room: int) -> None:
        """Take one line if that fits into ``room`` px, else two."""
        parts = (self._name, self._tax, self._yen)
        need = sum(part.sizeHint().width() for part in parts) + 3 * _TAX_GAP
        beside = need <= room
        self._grid.addWidget(self._name, 0, 0)
        self._grid.addWidget(self._tax, 0 if beside else 1, 1 if beside else 0)
        self._grid.addWidget(self._yen, 0, 3, 1 if beside else 2, 1, _RIGHT)

    def words(self) -> tuple[str, str, str]:
        """Name, tax and amount as they are read."""
        return self._name.text(), self._tax.text(), self._yen.text()

    def show_words(self, name: str, tax: str, amount: str) -> None:
        """Show what an account comes to, in yen with the tax in it."""
        self._name.setText(name)
        self._tax.setText(tax)
        self._yen.setText(amount)
