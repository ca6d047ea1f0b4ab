"""Usage and amounts as a chart or a table, and the sentence that explains the bill looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from db.rules.csv_safety import csv_cell
from db.tariffs import tariffs
from desktop.explanation import why_it_differs
from desktop.periods import (
    bills_of_two_years,
    compared_periods,
    comparing_column,
    single_column,
)
from desktop.saving import Export, Leaving, Saver
from desktop.screens.customer.comparison_columns import comparison_columns
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.chart_legend import ChartLegend, LegendEntry, Mark
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.record_table import RecordTable
from desktop.widgets.segments import Segments
from desktop.widgets.short_paragraph import ShortParagraph
from desktop.widgets.translated import Translated
from desktop.widgets.usage_chart import UsageChart

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from db.queries.billing import BillRow, History
    from desktop.desk import Desk
    from desktop.periods import Compared

_COMPARE, _TWO_YEARS, _TABLE = range(3)
_LOW, _HIGH = 240, 400  # px of the card: below, the chart needs all of it; above, there is room


class UsageCard(Translated, Card):
    """Year against year, 24 months, or the same figures as a table."""

    bill_pointed = Signal(int)  # bill id of the column or line pointed at

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=4, margins=(16, 10, 12, 8))
        super().__init__(frame, parent)
        self._desk = desk
        self._history: History | None = None
        self._bill: BillRow | None = None
        self._shown: tuple[BillRow | None, ...] = ()
        self._saver = Saver(desk, self)
        self._title = ElidedLabel("", "h2", self)
        self._subtitle = ElidedLabel("", "sub", self)
        self.view = Segments("", 3, self)
        self.file = Button("", ButtonKind.ICON, "csv", self)
        self.legend = ChartLegend(self)
        self.chart = UsageChart(self)
        self.table: RecordTable[Compared] = RecordTable(
            comparison_columns(desk.language), self, name=self._table_name, harmless=csv_cell
        )
        self.sentence = ShortParagraph("", "sub", self)
        self._build(frame)
        self.view.chosen.connect(self._show_view)
        self.file.clicked.connect(self.export)
        self.chart.band_moved.connect(self._point)
        self.table.selection_changed.connect(self._point_line)
        self.retranslate()

    def show_history(self, history: History) -> None:
        """Show the usage at one location and explain its newest bill."""
        self._history = history
        self._bill = history.rows[0] if history.rows else None
        self.table.show_rows(compared_periods(history)[::-1])
        self._show_view(self.view.current())

    def explain_bill(self, bill_id: int) -> None:
        """Explain another bill than the newest."""
        every = self._history.rows + self._history.earlier if self._history else ()
        self._bill = next((bill for bill in every if bill.bill_id == bill_id), self._bill)
        self._say_why()

    def export(self) -> None:
        """Save what is shown: the chart as a picture, the table as a CSV file."""
        if self._history is None or not self._shown:
            return
        if self.view.current() == _TABLE:
            name = self.tr("usage and amounts {day}.csv")
            content = self.table.as_csv()
            leaving = Leaving("usage.csv", self.table.records.rowCount(), self._history.contract_id)
        else:
            name = self.tr("usage and amounts {day}.png")
            content = self.chart.as_png(self._title.text(), self.legend)
            leaving = Leaving("usage.png", 1, self._history.contract_id)
        self._saver.save(Export(name.format(day=self._desk.today), content, leaving))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Usage and amount"))
        self.view.set_name(self.tr("View of the usage"))
        self.view.set_labels([self.tr("Compare"), self.tr("24 months"), self.tr("Table")])
        self.chart.setAccessibleName(self.tr("Chart of usage and amount"))
        self.chart.set_empty_text(self.tr("There is nothing to draw yet: no bill so far."))
        self._show_view(self.view.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sentence.set_lines(1 if self.height() < _LOW else 2 if self.height() < _HIGH else 6)

    def _table_name(self) -> str:
        return self.tr("Usage and amount, year against year")

    def _build(self, frame: QVBoxLayout) -> None:
        head = row(self._title, self._subtitle, self.view, self.file, gap=10)
        head.setStretch(1, 1)
        drawing = clear_box(column(self.legend, self.chart, gap=2))
        self._views = QStackedWidget(self)
        self._views.addWidget(drawing)
        self._views.addWidget(self.table)
        frame.addLayout(head)
        frame.addWidget(self._views, 1)
        frame.addWidget(self.sentence)

    def _show_view(self, view: int) -> None:
        self._views.setCurrentIndex(1 if view == _TABLE else 0)
        if self._history is not None:
            self._draw(self._history, compared=view != _TWO_YEARS)
        self.file.setEnabled(bool(self._shown))
        self._say_view(view)
        self._say_why()

    def _draw(self, history: History, *, compared: bool) -> None:
        code = self._desk.language.code
        if compared:
            pairs = compared_periods(history)
            self._shown = tuple(pair.now for pair in pairs)
            columns = [comparing_column(pair, code) for pair in pairs]
        else:
            bills = bills_of_two_years(history)
            self._shown = bills
            columns = [single_column(bill, code) for bill in bills]
        self.chart.show_periods(columns, compared=compared)
        self._name_marks(compared=compared)

    def _name_marks(self, *, compared: bool) -> None:
        if compared:
            entries = [
                LegendEntry(Mark.BEFORE, self.tr("m³ before")),
                LegendEntry(Mark.NOW, self.tr("m³ now")),
                LegendEntry(Mark.YEN_BEFORE, self.tr("yen before")),
                LegendEntry(Mark.YEN, self.tr("yen now")),
            ]
        else:
            entries = [
                LegendEntry(Mark.NOW, self.tr("Usage")),
                LegendEntry(Mark.YEN, self.tr("Amount")),
            ]
        if any(bill is not None and bill.estimated for bill in self._shown):
            entries.append(LegendEntry(Mark.ESTIMATED, self.tr("Estimated")))
        self.legend.show_entries(self.tr("m³"), entries, self.tr("yen"))

    def _say_view(self, view: int) -> None:
        if view == _TWO_YEARS:
            self._subtitle.setText(self.tr("every bill of 24 months"))
        else:
            self._subtitle.setText(self.tr("against the same period last year"))
        if view == _TABLE:
            self.file.set_text(self.tr("Save the table as a CSV file"))
        else:
            self.file.set_text(self.tr("Save the chart as a picture"))

    def _say_why(self) -> None:
        if self._bill is None or self._history is None:
            self.sentence.setText("")
            return
        code = self._desk.language.code
        self.sentence.setText(why_it_differs(self._bill, self._history, tariffs().quote, code))

    def _point(self, position: int) -> None:
        bill = self._shown[position] if 0 <= position < len(self._shown) else None
        if bill is not None:
            self._tell(bill)

    def _point_line(self, pair: Compared | None) -> None:
        # newer rows keep the line stood on: that is not the clerk pointing at it
        if pair is not None and pair.now is not None and self.table.hasFocus():
            self._tell(pair.now)

    def _tell(self, bill: BillRow) -> None:
        self._bill = bill
        self._say_why()
        self.bill_pointed.emit(bill.bill_id)
