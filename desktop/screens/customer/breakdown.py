"""One bill, block by block of m³, as its tariff makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from db.errors import RuleBroken
from db.tariffs import tariffs
from desktop import format as written
from desktop import labels
from desktop.screens.customer.bill_columns import remarks
from desktop.widgets.card import Card, Rule
from desktop.widgets.labels import ElidedLabel, Label, Paragraph
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.queries.billing import BillRow, DebtLine
    from db.rules.tariff import Charge, Quote
    from desktop.desk import Desk

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDTH = 372


class Breakdown(Translated, Card):
    """Basic fee, blocks, tax and sum of the water and of the sewerage of a bill."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=4, margins=(16, 12, 8, 8))
        super().__init__(frame, parent)
        self._desk = desk
        self._bill: BillRow | None = None
        self._title = Label("", "h2", self)
        self._month = Label("", "sub", self)
        self._room = QScrollArea(self)
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QScrollArea.Shape.NoFrame)
        self._room.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        frame.addLayout(row(self._title, STRETCH, self._month, margins=(0, 0, 8, 4)))
        frame.addWidget(self._room)
        self.setFixedWidth(_WIDTH)
        self.retranslate()

    def show_bill(self, bill: BillRow | None) -> None:
        """Show how a bill came to its amount."""
        self._bill = bill
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Breakdown"))
        self._room.setAccessibleName(self.tr("Breakdown of the bill"))
        code = self._desk.language.code
        self._month.setText(written.month(self._bill.month, code) if self._bill else "")
        sheet = QWidget(self._room)
        sheet.setObjectName("clear")
        sheet.setLayout(self._sheet(self._bill))
        self._room.setWidget(sheet)

    def _sheet(self, bill: BillRow | None) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 4, 8)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        if bill is None:
            self._say(grid, self.tr("Choose a bill to see how it came to its amount."))
        else:
            self._fill(grid, bill)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _fill(self, grid: QGridLayout, bill: BillRow) -> None:
        period = self.tr("{start}–{end}, {days} days, {usage}").format(
            start=written.short_date(bill.from_on),
            end=written.short_date(bill.to_on),
            days=bill.days,
            usage=written.cubic_metres(bill.usage_m3),
        )
        self._say(grid, period, "sub")
        quote = self._quote(grid, bill)
        for debt in bill.debts:
            charge = None if quote is None else _charge_of(quote, debt)
            self._account(grid, debt, charge, bill)
        self._rule(grid)
        self._line(grid, self.tr("Total"), bill.yen, role="h3")
        if told := remarks(bill):
            self._rule(grid)
            self._say(grid, told)
        if quote is not None and not quote.published:
            note = self.tr("* This price is not public; a made-up one stands in its place.")
            self._say(grid, note, "xs")

    def _quote(self, grid: QGridLayout, bill: BillRow) -> Quote | None:
        try:
            return tariffs().quote(
                bill.tariff,
                bill.usage_class,
                usage_m3=bill.usage_m3,
                sewerage_m3=bill.sewerage_m3 if bill.sewerage else None,
            )
        except RuleBroken:
            told = self.tr("The tariff {code} is not known here: only the sums can be shown.")
            self._say(grid, told.format(code=bill.tariff))
            return None

    def _account(
        self, grid: QGridLayout, debt: DebtLine, charge: Charge | None, bill: BillRow
    ) -> None:
        self._rule(grid)
        title = f"{labels.account(debt.account)}  {labels.usage_class(bill.usage_class)}"
        grid.addWidget(Label(title, "h3", self), grid.rowCount(), 0, 1, 3)
        if charge is not None:
            self._blocks(grid, charge)
            self._line(grid, self.tr("Before tax"), charge.net_yen)
        self._line(grid, self.tr("Consumption tax"), debt.tax_yen)
        self._line(grid, self.tr("Sum"), debt.yen, role="h3")
        if charge is not None and charge.yen != debt.yen:
            by_hand = self.tr("Set by hand: the tariff makes {yen} yen.")
            self._say(grid, by_hand.format(yen=written.number(charge.yen)), "warn")

    def _blocks(self, grid: QGridLayout, charge: Charge) -> None:
        basic = self.tr("Basic fee, two months")
        self._line(grid, basic, charge.basic_yen, marked=not charge.basic_published)
        for block in charge.lines:
            end = "" if block.to_m3 is None else str(block.to_m3)
            price = self.tr("{start}–{end} m³: {m3} × ¥{yen}").format(
                start=block.from_m3, end=end, m3=block.m3, yen=block.yen_per_m3
            )
            self._line(grid, price, block.yen, marked=not block.published)

    def _line(
        self, grid: QGridLayout, text: str, amount: int, *, role: str = "sub", marked: bool = False
    ) -> None:
        line = grid.rowCount()
        grid.addWidget(ElidedLabel(text, role, self), line, 0)
        grid.addWidget(Label("*" if marked else "", "xs", self), line, 1)
        figure = Label(written.number(amount), "num" if role == "h3" else "figure", self)
        figure.setAlignment(_RIGHT)
        grid.addWidget(figure, line, 2)

    def _say(self, grid: QGridLayout, text: str, role: str = "sub") -> None:
        grid.addWidget(Paragraph(text, role, self), grid.rowCount(), 0, 1, 3)

    def _rule(self, grid: QGridLayout) -> None:
        grid.addWidget(Rule(self), grid.rowCount(), 0, 1, 3)


def _charge_of(quote: Quote, debt: DebtLine) -> Charge | None:
    return {"water": quote.water, "sewerage": quote.sewerage}[debt.account]
