"""What is to be issued: its kind, and what of that kind is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.queries.notice_catalogue import FILLERS
from db.rules.notice_facts import Wanted
from db.rules.paper import DUNNING, PaperKind
from desktop import errors
from desktop import format as written
from desktop.day_field import DayField
from desktop.paper_words import paper_kind
from desktop.screens.documents.bill_choice import BillChoice
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.combo import ComboField
from desktop.widgets.field import TextField
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QVBoxLayout

    from db.errors import RuleBroken
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.screens.documents.fetching import Bills

SLIP: Final = PaperKind.REISSUED_SLIP
_OF_ONE_BILL: Final = (PaperKind.READING_NOTICE, PaperKind.PAYMENT_NOTICE)
_FIRST: Final = (SLIP, PaperKind.CERTIFICATE, PaperKind.STATEMENT, PaperKind.READING_NOTICE)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST_PURPOSE: Final = 60


def kinds_offered() -> tuple[PaperKind, ...]:
    """What is issued one by one, the most wanted first; dunning goes out in batches."""
    first = [kind for kind in _FIRST if kind in FILLERS]
    rest = [k for k in PaperKind if k in FILLERS and k not in first and k not in DUNNING]
    return (*first, *rest)


class IssueForm(Translated, Card):
    """Whatever is changed here is seen beside it at once; nothing is issued before it is printed.

    Esc leads back to the list.
    """

    wanted = Signal(object)  # Wanted
    emptied = Signal()  # no bill is ticked
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        body = column(gap=6, margins=(14, 8, 12, 12))
        super().__init__(body, parent)
        self._desk = desk
        self._case: Case | None = None
        self._months: tuple[tuple[int, dt.date], ...] = ()
        self._title = Label("", "h2", self)
        self.close_form = Button("", ButtonKind.ICON, "x", self)
        self.kind: ComboField[PaperKind] = ComboField(self)
        self.bills = BillChoice(desk, self)
        self.bill: ComboField[int] = ComboField(self)
        self.since = DayField(desk, self)
        self.until = DayField(desk, self)
        self.purpose = TextField(parent=self)
        self.told = Paragraph("", "sub", self)
        self.preview = Button("", ButtonKind.PLAIN, "eye", self)
        self._parts = QStackedWidget(self)
        self._build(body)
        self._connect()
        self.retranslate()

    def begin(self, case: Case, bills: Bills, *, chosen: Sequence[int]) -> None:
        """Begin with a slip for the bills chosen, else for all that are unpaid here."""
        self._case = case
        self.kind.choose(SLIP)
        self.bills.show_bills(bills.unpaid, case.contract_id or 0, chosen=chosen)
        self._months = bills.here
        self._offer_bills()
        self.since.set_day(self._desk.today.replace(month=1, day=1))
        self.until.set_day(self._desk.today)
        self.purpose.edit.clear()
        self._turn()

    def ask(self) -> None:
        """Have the paper shown as it would be issued, unless a field is to be put right first."""
        kind, case = self.kind.value(), self._case
        self.kind.show_error("")
        if kind is None or case is None or case.contract_id is None or not self._is_in_order(kind):
            return
        bill = self.bill.value()
        ids: tuple[int, ...] = ()
        if kind in _OF_ONE_BILL and bill is not None:
            ids = (bill,)
        elif kind is SLIP:
            ids = self.bills.bill_ids()
            if not ids:
                self.emptied.emit()
                return
        spans = kind is PaperKind.CERTIFICATE
        self.wanted.emit(
            Wanted(
                kind,
                case.contract_id,
                bill_ids=ids,
                since=self.since.day() if spans else None,
                until=self.until.day() if spans else None,
                purpose=self.purpose.text().strip() if spans else "",
            )
        )

    def show_problem(self, error: RuleBroken) -> None:
        """Say at the kind why there is no such paper."""
        self.kind.show_error(errors.sentence(error))

    def take_focus(self) -> None:
        """Let the keyboard work on what is to be issued."""
        self.kind.combo.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Issue a document"))
        self.close_form.set_text(self.tr("Back to the list (Esc)"))
        self.kind.set_label(self.tr("Document"))
        self.kind.set_choices([(kind, paper_kind(kind)) for kind in kinds_offered()])
        self.bill.set_label(self.tr("Bill"))
        self._offer_bills()
        self.since.set_label(self.tr("From"))
        self.until.set_label(self.tr("Until"))
        self.purpose.set_label(self.tr("Purpose"), self.tr("optional"))
        self.preview.set_text(self.tr("Show it"))
        self._say_told()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER:
            self.ask()
        else:
            super().keyPressEvent(event)

    def _build(self, body: QVBoxLayout) -> None:
        one = clear_box(column(self.bill, STRETCH), self)
        days = row(self.since, self.until)
        span = clear_box(column(days, self.purpose, STRETCH, gap=2), self)
        nothing = QWidget(self)
        nothing.setObjectName("clear")
        for part in (self.bills, one, span, nothing):
            self._parts.addWidget(part)
        self.purpose.edit.setMaxLength(_LONGEST_PURPOSE)
        head = row(self._title, STRETCH, self.close_form)
        for part in (clear_box(head, self), self.kind, self._parts, self.told, self.preview):
            body.addWidget(part)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._turn_and_ask)
        self.bills.changed.connect(self.ask)
        self.bill.chosen.connect(self.ask)
        self.preview.clicked.connect(self.ask)
        self.close_form.clicked.connect(self.closed)

    def _offer_bills(self) -> None:
        code = self._desk.language.code
        self.bill.set_choices([(bill_id, written.month(of, code)) for bill_id, of in self._months])

    def _turn_and_ask(self) -> None:
        self._turn()
        self.ask()

    def _turn(self) -> None:
        kind = self.kind.value()
        page = 3
        if kind is SLIP:
            page = 0
        elif kind in _OF_ONE_BILL:
            page = 1
        elif kind is PaperKind.CERTIFICATE:
            page = 2
        self._parts.setCurrentIndex(page)
        for field in (self.kind, self.since, self.until):
            field.show_error("")
        self._say_told()

    def _say_told(self) -> None:
        kind = self.kind.value()
        told = self.tr("It is about the location shown.")
        if kind is SLIP:
            told = self.tr("Space ticks a bill. One slip stands for all that are ticked.")
        elif kind is PaperKind.STATEMENT:
            told = self.tr("It shows two years of the location shown.")
        self.told.setText(told)

    def _is_in_order(self, kind: PaperKind) -> bool:
        if kind is not PaperKind.CERTIFICATE:
            return True
        problems = {field: field.problem() for field in (self.since, self.until)}
        for field, error in problems.items():
            field.show_error(errors.sentence(error) if error else "")
        wrong = next((field for field, error in problems.items() if error), None)
        if wrong is None and self._ends_before_it_begins():
            wrong = self.until
            wrong.show_error(self.tr("Type a day after the first"))
        if wrong is not None:
            wrong.edit.setFocus()
        return wrong is None

    def _ends_before_it_begins(self) -> bool:
        since, until = self.since.day(), self.until.day()
        return since is not None and until is not None and until < since
