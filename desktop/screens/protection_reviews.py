"""The protections that a supervisor has to look into again, shown where the search begins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from db.queries.protections import due_for_review
from db.rules.csv_safety import csv_cell
from db.rules.permissions import Action, may
from desktop import contact_words, theme
from desktop import format as written
from desktop.theme import Kind
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.record_model import Column
from desktop.widgets.record_table import RecordTable
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db.queries.protections import ProtectionFacts
    from desktop.desk import Desk

translate = QCoreApplication.translate
_MOST_ROWS = 2


class ProtectionReviews(Translated, Card):
    """Thirty days before one ends, and after; for supervisors alone, without any no room."""

    chosen = Signal(object)  # ProtectionFacts, whose customer is to be opened

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=0, margins=(1, 0, 1, 1))
        super().__init__(frame, parent)
        self._desk = desk
        self._may = may(desk.staff.role, Action.OPEN_PROTECTED)
        self.title = Label("", "h3", self)
        self.hint = Label("", "sub", self)
        self.table: RecordTable[ProtectionFacts] = RecordTable(
            _columns(desk), self, name=self._name, identity=_protection_id, harmless=csv_cell
        )
        frame.addLayout(row(self.title, STRETCH, self.hint, margins=(16, 5, 16, 4)))
        frame.addWidget(self.table)
        self.hide()
        self.table.chosen.connect(self.chosen)
        self.retranslate()

    def reload(self) -> None:
        """Look what is to be reviewed; nobody else ever asks."""
        if self._may:
            work = partial(due_for_review, today=self._desk.today)
            self._desk.tasks.read(self, work, self.show_protections)

    def show_protections(self, protections: tuple[ProtectionFacts, ...]) -> None:
        """Show these, the one that ends first above."""
        self.table.show_rows(protections)
        if self.table.selected() is None:
            self.table.select(0)
        look = theme.of(self)
        rows = min(len(protections), _MOST_ROWS)
        self.table.setFixedHeight(look.px("table_header") + rows * look.px("table_row") + 4)
        self.setVisible(bool(protections))
        self.retranslate()

    def retranslate(self) -> None:
        count = self.table.records.count()
        self.title.setText(self.tr("%n protection(s) to be reviewed", "", count))
        self.hint.setText(self.tr("Enter opens the customer"))

    def _name(self) -> str:
        return self.tr("Protections to be reviewed")


def _protection_id(protection: ProtectionFacts) -> object:
    return protection.protection_id


def _columns(desk: Desk) -> tuple[Column[ProtectionFacts], ...]:
    return (
        Column(
            key="to_on",
            title=lambda: translate("ProtectionReviews", "Until"),
            text=lambda p: written.short_date(p.to_on),
            chip=lambda p: _mark(p, desk),
            sort=lambda p: p.to_on,
            room=14,
            weight=0.3,
        ),
        Column(
            key="customer",
            title=lambda: translate("ProtectionReviews", "Customer"),
            text=lambda p: p.customer_name,
            room=14,
            weight=0.8,
            bold=True,
        ),
        Column(
            key="source",
            title=lambda: translate("ProtectionReviews", "By what"),
            text=lambda p: contact_words.protection_source(p.source),
            room=16,
            weight=0.8,
        ),
        Column(
            key="note",
            title=lambda: translate("ProtectionReviews", "Note"),
            text=lambda p: p.note.strip().replace("\n", " "),
            tooltip=lambda p: p.note,
            room=20,
            weight=2.0,
            muted=True,
        ),
    )


def _mark(protection: ProtectionFacts, desk: Desk) -> tuple[str, Kind, str]:
    late = protection.to_on < desk.today
    day = written.short_date(protection.to_on)
    return day, Kind.WARN if late else Kind.INFO, "warn" if late else "clock"
