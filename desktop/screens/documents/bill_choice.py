"""Which bills a slip is for: ticked off, of one location or of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from desktop import format as written
from desktop import theme
from desktop.widgets.labels import Label
from desktop.widgets.layouts import column
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.queries.unpaid_bills import UnpaidBill
    from desktop.desk import Desk

_BILL: Final = Qt.ItemDataRole.UserRole
_TICKED, _LEFT = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class BillChoice(Translated, QWidget):
    """The bills that are ticked stand on one slip; the sum below says what it comes to."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._bills: tuple[UnpaidBill, ...] = ()
        self._contract_id: int | None = None
        self._label = Label("", "h3", self)
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.everywhere = QCheckBox(self)
        self.sum = Label("", "num", self)
        self.setLayout(column(self._label, self.everywhere, self.list, self.sum, gap=4))
        self.list.itemChanged.connect(self._tell)
        self.everywhere.toggled.connect(self._change_places)
        self.retranslate()

    def show_bills(
        self, bills: tuple[UnpaidBill, ...], contract_id: int, *, chosen: Sequence[int]
    ) -> None:
        """Offer the unpaid bills; those chosen are ticked, else all of the location."""
        self._bills, self._contract_id = bills, contract_id
        elsewhere = {bill.contract_id for bill in bills} - {contract_id}
        told = self.everywhere.blockSignals(True)
        self.everywhere.setVisible(bool(elsewhere))
        self.everywhere.setChecked(False)
        self.everywhere.blockSignals(told)
        known = {bill.bill_id for bill in self._offered()}
        wanted = known.intersection(chosen)
        self._fill(wanted or known)

    def bill_ids(self) -> tuple[int, ...]:
        """The bills ticked, the oldest first."""
        return tuple(bill.bill_id for bill in self._ticked())

    def retranslate(self) -> None:
        self._label.setText(self.tr("Unpaid bills"))
        self.list.setAccessibleName(self.tr("Unpaid bills"))
        self.everywhere.setText(self.tr("All locations on one slip"))
        ticked = set(self.bill_ids())
        self._fill(ticked)

    def _offered(self) -> list[UnpaidBill]:
        every = self.everywhere.isChecked()
        return [bill for bill in self._bills if every or bill.contract_id == self._contract_id]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _ticked(self) -> list[UnpaidBill]:
        items = (item for item in self._items() if item.checkState() is _TICKED)
        return [item.data(_BILL) for item in items]

    def _fill(self, ticked: set[int]) -> None:
        told = self.list.blockSignals(True)
        self.list.clear()
        height = theme.of(self).px("table_row")
        for bill in self._offered():
            item = QListWidgetItem(self._words(bill), self.list)
            item.setSizeHint(QSize(0, height))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_TICKED if bill.bill_id in ticked else _LEFT)
            item.setData(_BILL, bill)
            item.setToolTip(bill.address)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self.list.blockSignals(told)
        self._say_sum()

    def _words(self, bill: UnpaidBill) -> str:
        code = self._desk.language.code
        told = f"{written.month(bill.month, code)}  {written.yen(bill.yen, code)}"
        return f"{told}  {bill.address}" if self.everywhere.isChecked() else told

    def _say_sum(self) -> None:
        total = sum(bill.yen for bill in self._ticked())
        self.sum.setText(written.yen(total, self._desk.language.code))

    def _change_places(self) -> None:
        self._fill({bill.bill_id for bill in self._offered()})
        self.changed.emit()

    def _tell(self, _item: QListWidgetItem) -> None:
        self._say_sum()
        self.changed.emit()
