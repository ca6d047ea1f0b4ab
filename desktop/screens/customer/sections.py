"""The parts of a customer's page, put together for what the clerk wants to see."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop import theme
from desktop.screens.customer.breakdown import Breakdown
from desktop.screens.customer.contract import ContractCard
from desktop.screens.customer.current_bill import CurrentBill
from desktop.screens.customer.history import HistoryCard
from desktop.screens.customer.location_switcher import has_ended
from desktop.screens.customer.usage import UsageCard
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.table_header import RecordHeader

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from db.queries.billing import BillRow, History
    from db.queries.contracts import ContractDetails
    from db.queries.customers import ContractChoice
    from desktop.desk import Desk

_UPPER, _UPPER_LOW = 274, 252
_LEAST_ROWS, _EMPTY_ROWS = 3, 5
_FRAME = 4
_UNPAID = 1
_BREAKDOWN, _BREAKDOWN_NARROW = 372, 312
_WIDE_ENOUGH = 1300
_ALL_COLUMNS = 860
_TOLD_BY_BREAKDOWN = ("water", "sewerage")


class Section(Enum):
    """What of a customer the page shows."""

    OVERVIEW = auto()
    CHART = auto()
    HISTORY = auto()
    CONTRACT = auto()


class Room(Enum):
    """What else of a customer the page shows; who builds the page furnishes it."""

    DOCUMENTS = auto()
    MEMBER = auto()
    CONTACTS = auto()
    HOLDS = auto()
    PROCEDURE = auto()


class Sections(QWidget):
    """Bill, chart, history, breakdown and contract: the same parts, differently put together."""

    section_wanted = Signal(object)  # Section

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._section = Section.OVERVIEW
        self._history: History | None = None
        self._hidden: list[str] = []
        self.setObjectName("clear")
        self.bill = CurrentBill(desk, self)
        self.usage = UsageCard(desk, self)
        self.history = HistoryCard(desk, self)
        self.breakdown = Breakdown(desk, self)
        self.contract = ContractCard(desk, self)
        self._build()
        self._connect()
        self.show_section(Section.OVERVIEW)

    @property
    def section(self) -> Section:
        """What is shown now."""
        return self._section

    def show_section(self, section: Section) -> None:
        """Put the parts together for a section."""
        self._section = section
        over, chart = section is Section.OVERVIEW, section is Section.CHART
        self.bill.setVisible(over)
        self.usage.setVisible(over or chart)
        self._upper.setVisible(over or chart)
        self.history.setVisible(over or section is Section.HISTORY)
        self.breakdown.setVisible(section is Section.HISTORY)
        self._lower.setVisible(over or section is Section.HISTORY)
        self.contract.setVisible(section is Section.CONTRACT)
        self._share_room()

    def show_history(self, history: History, contract: ContractChoice) -> None:
        """Show the bills of a location."""
        self._history = history
        ended = has_ended(contract, self._desk.today)
        self.bill.show_bill(current_bill(history), history, contract_ended=ended)
        self.usage.show_history(history)
        self.history.show_history(history)
        chosen = self.history.table.selected()
        self.breakdown.show_bill(chosen)
        if chosen is not None:
            self.usage.explain_bill(chosen.bill_id)
        self._share_room()

    def show_details(self, details: ContractDetails, contract: ContractChoice) -> None:
        """Show the people and meters of a location."""
        self.contract.show_details(details, contract)

    def show_unpaid(self) -> None:
        """Leave only the unpaid bills in the list."""
        self.history.filter.button(_UNPAID).click()

    def bills_for_slip(self) -> tuple[int, ...]:
        """The unpaid bills chosen in the list; none when the clerk only stands on one."""
        return self.history.bills_chosen() if self.history.isVisible() else ()

    def take_focus(self) -> None:
        """Let the keyboard work on what the section is about."""
        wanted: dict[Section, tuple[QWidget, ...]] = {
            Section.OVERVIEW: (self.history.table, self.usage.chart),
            Section.CHART: (self.usage.chart, self.usage.table),
            Section.HISTORY: (self.history.table, self.history.years),
            Section.CONTRACT: (self.contract.readings, self.contract.people),
        }
        shown = (part for part in wanted[self._section] if part.isVisible())
        if first := next(shown, None):
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_state(self) -> None:
        """Remember how tables are arranged."""
        self._make_room(narrow=False)
        self.history.keep_state()
        self.contract.keep_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._share_room()
        super().changeEvent(event)

    def _build(self) -> None:
        above = row(self.bill, self.usage, gap=12)
        above.setStretch(1, 1)
        below = row(self.history, self.breakdown, gap=12)
        below.setStretch(0, 1)
        self._upper, self._lower = clear_box(above, self), clear_box(below, self)
        whole = column(self._upper, self._lower, self.contract, gap=12, margins=(16, 12, 16, 12))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.bill.breakdown_wanted.connect(self._break_down)
        self.usage.bill_pointed.connect(self.history.select_bill)
        self.history.bill_selected.connect(self._point_out)
        self.history.bill_chosen.connect(self._break_down)

    def _point_out(self, bill_id: int) -> None:
        self.usage.explain_bill(bill_id)
        self.breakdown.show_bill(self._bill(bill_id))

    def _break_down(self, bill_id: int) -> None:
        self.history.select_bill(bill_id)
        self.breakdown.show_bill(self._bill(bill_id))
        self.section_wanted.emit(Section.HISTORY)

    def _bill(self, bill_id: int) -> BillRow | None:
        rows = self._history.rows if self._history else ()
        return next((bill for bill in rows if bill.bill_id == bill_id), None)

    def _share_room(self) -> None:
        look = theme.of(self)
        side = 8 if look.compact else 12
        self.layout().setContentsMargins(16, side, 16, side)  # type: ignore[union-attr]
        beside = self._section is Section.HISTORY
        narrow = self.width() < _WIDE_ENOUGH
        squeezed = self._section is Section.OVERVIEW and self.width() < _ALL_COLUMNS
        self._make_room(narrow=squeezed or (beside and narrow))
        self.breakdown.setFixedWidth(_BREAKDOWN_NARROW if narrow else _BREAKDOWN)
        if self._section is not Section.OVERVIEW:
            self._upper.setMinimumHeight(0)
            self._upper.setMaximumHeight(16777215)
            return
        least = max(_UPPER_LOW if look.compact else _UPPER, self._upper.minimumSizeHint().height())
        # the chart takes what the table cannot fill
        free = self.height() - 2 * side - self._gap() - self._rows_height()
        self._upper.setFixedHeight(max(least, free))

    def _gap(self) -> int:
        layout = self.layout()
        return layout.spacing() if layout else 0

    def _rows_height(self) -> int:
        table = self.history.table
        rows = table.records.rowCount()
        rows = max(rows, _LEAST_ROWS) if rows else _EMPTY_ROWS
        around = self.history.sizeHint().height() - table.sizeHint().height()
        if not table.isVisibleTo(self.history):
            around = theme.of(self).px("table_toolbar")
        heading = theme.of(self).px("table_header")
        return around + heading + rows * theme.of(self).px("table_row") + _FRAME

    def _make_room(self, *, narrow: bool) -> None:
        # what the breakdown tells need not stand in the table beside it
        header = self.history.table.horizontalHeader()
        if not isinstance(header, RecordHeader):
            return
        keys = [each.key for each in self.history.table.records.columns]
        if narrow and not self._hidden:
            shown = (k for k in _TOLD_BY_BREAKDOWN if not header.isSectionHidden(keys.index(k)))
            self._hidden = list(shown)
            for key in self._hidden:
                header.show_column(key, shown=False)
        elif not narrow:
            for key in self._hidden:
                header.show_column(key, shown=True)
            self._hidden = []


def current_bill(history: History) -> BillRow | None:
    """The newest bill, rather a valid one than one that was corrected away."""
    newest = history.rows[0] if history.rows else None
    if newest is None:
        return None
    same = (bill for bill in history.rows if bill.month == newest.month)
    return next((bill for bill in same if not all(d.corrected for d in bill.debts)), newest)
