"""A customer's documents: the list, the page, and how it is printed, side by side."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from db.rules.permissions import Action, may
from desktop import errors
from desktop.permission_words import who_can
from desktop.screens.documents.document_list import DocumentList
from desktop.screens.documents.fetching import Bills, choosing, listing, may_see
from desktop.screens.documents.issue_form import IssueForm
from desktop.screens.documents.options import PrintOptions
from desktop.screens.documents.page import ShownPage
from desktop.screens.documents.preview import PreviewCard
from desktop.widgets.buttons import with_key
from desktop.widgets.layouts import row
from desktop.widgets.one_at_a_time import OneAtATime
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from db.queries.documents import DocumentFacts
    from desktop.case import Case
    from desktop.desk import Desk
    from desktop.tasks import Task

_WIDE_FROM = 1120
_LIST, _LIST_NARROW = 292, 268
_OPTIONS = 288


class DocumentsRoom(Translated, QWidget):
    """F10 prints what the preview shows; what is only proposed is issued by that."""

    check_wanted = Signal()
    issued = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._wished: tuple[int, ...] | None = None
        self._stand_on: int | None = None
        self._listing: Task[Any] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to its parts alone
        self.list = DocumentList(desk, self)
        self.form = IssueForm(desk, self)
        self.preview = PreviewCard(desk, self)
        self.options = PrintOptions(desk, self)
        self.page = ShownPage(desk, self.preview, self.options)
        self._left = OneAtATime(self)
        self._issue_key = QAction(self)
        self._build()
        self._connect()
        self.options.setFixedWidth(_OPTIONS)
        self._share_room(wide=False)
        self.retranslate()

    @property
    def needs_identity(self) -> bool:
        """Whether nothing is shown before the speaker is known."""
        return self._case is not None and not may_see(self._case)

    @property
    def is_issuing(self) -> bool:
        """Whether something new is being put together."""
        return self._left.currentWidget() is self.form

    def show_case(self, case: Case | None) -> None:
        """Show the documents of the customer being served, as far as the speaker may see them."""
        before, self._case = self._case, case
        self.page.take_case(case)
        if case is None or before is None or _place(before) != _place(case):
            self.page.forget()
            self._stand_on = None
            if self._wished is None:
                self._left.setCurrentWidget(self.list)
        self.list.show_case(case)
        self.options.setVisible(case is not None and may_see(case))
        if case is None:
            self._wished = None
            return
        self.page.leaving.look_for_printers(self.options.show_printers)
        self.list.show_waiting()
        self._fetch()
        if self._wished is not None:
            self._fetch_bills()
        elif self.is_issuing:
            self.form.ask()

    def propose_slip(self, bill_ids: Sequence[int]) -> None:
        """Show a slip for these unpaid bills, or for all of the location, before it is issued."""
        self._wished = tuple(bill_ids)
        self.page.forget()
        self._left.setCurrentWidget(self.form)
        self._fetch_bills()
        self.preview.take_focus()

    def press_print(self) -> None:
        """F10: print what the preview shows, once the keyboard is there; else go there."""
        at = QApplication.focusWidget()
        in_options = at is not None and self.options.isAncestorOf(at)
        if at is self.preview.view or in_options:
            self.page.print()
        elif at is not self.preview.warning.action:
            self.preview.take_focus()

    def put_away(self) -> None:
        """Keep no paper in sight or in memory: the desk is locked or left."""
        self.page.forget()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Documents"))
        allowed = may(self._desk.staff.role, Action.ISSUE_DOCUMENT)
        self.list.issue.setEnabled(allowed)
        self._issue_key.setText(self.tr("Issue a document"))
        told = with_key(self._issue_key.text(), self._issue_key)
        self.list.issue.setToolTip(told if allowed else who_can(Action.ISSUE_DOCUMENT))
        self.page.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.is_issuing or self.preview.is_unknown():
            self.preview.take_focus()
        else:
            self.list.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.is_issuing:
            self._close_form()
        else:
            self.list.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room(wide=event.size().width() >= _WIDE_FROM)

    def _share_room(self, *, wide: bool) -> None:
        self._left.setFixedWidth(_LIST if wide else _LIST_NARROW)

    def _build(self) -> None:
        self._left.addWidget(self.list)
        self._left.addWidget(self.form)
        whole = row(self._left, self.preview, self.options, gap=12, margins=(16, 12, 16, 12))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        parts = (self.list.issue, self.list.list, self.preview.view, self.options.printer)
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self._issue_key.setShortcut(QKeySequence("Ctrl+I"))
        self._issue_key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self._issue_key)
        self._issue_key.triggered.connect(self._issue_something)
        self.list.issue_wanted.connect(self._issue_something)
        self.list.chosen.connect(self._show_chosen)
        self.list.entered.connect(self.preview.take_focus)
        self.list.scope_changed.connect(self._fetch)
        self.list.retry_wanted.connect(self._fetch)
        self.form.wanted.connect(self.page.propose)
        self.form.emptied.connect(self._say_nothing_unpaid)
        self.form.closed.connect(self._close_form)
        self.preview.check_wanted.connect(self.check_wanted)
        self.options.language_chosen.connect(self.form.ask)
        self.page.refused.connect(self.form.show_problem)
        self.page.kept.connect(self._take_issued)
        self.page.leaving.changed.connect(self._fetch)

    def _fetch(self, _what: object = None) -> None:
        case = self._case
        if self._listing is not None:
            self._listing.drop()
        if case is not None:
            work = listing(case, everywhere=self.list.is_everywhere())
            self._listing = self._desk.tasks.read(self, work, self._show_list, self._fail_list)

    def _show_list(self, documents: tuple[DocumentFacts, ...]) -> None:
        stand_on, self._stand_on = self._stand_on, None
        self.list.show_documents(documents, stand_on=stand_on)
        self.page.take_documents(documents)
        if not self.is_issuing:
            self._show_chosen(self.list.selected())

    def _fail_list(self, error: Exception) -> None:
        self.list.show_problem(errors.sentence(error))
        if not self.is_issuing:
            self.page.forget()

    def _show_chosen(self, document: DocumentFacts | None) -> None:
        if self.is_issuing or self._case is None:
            return
        if document is not None:
            self.page.show_document(document)
        elif self.needs_identity:
            self.preview.show_unknown()
        else:
            self.page.forget()

    def _issue_something(self) -> None:
        if self.list.issue.isEnabled() and not self.is_issuing:
            self.propose_slip(())
            self.form.take_focus()

    def _fetch_bills(self) -> None:
        if self._case is not None:
            work = choosing(self._case, self._desk.today)
            self._desk.tasks.read(self, work, self._take_bills, self._fail_bills)

    def _take_bills(self, bills: Bills) -> None:
        wished, self._wished = self._wished, None
        if self._case is not None and wished is not None:
            self.form.begin(self._case, bills, chosen=wished)
            self.form.ask()

    def _fail_bills(self, error: Exception) -> None:
        self.preview.show_problem(errors.sentence(error))

    def _say_nothing_unpaid(self) -> None:
        self.page.forget()
        self.preview.show_nothing(
            self.tr("No bill is chosen"),
            self.tr("A slip is for bills that are not paid yet. Other documents can be issued."),
        )

    def _close_form(self) -> None:
        self._wished = None
        self.page.forget()
        self._left.setCurrentWidget(self.list)
        self.list.take_focus()
        self._show_chosen(self.list.selected())

    def _take_issued(self, document_id: int) -> None:
        self._stand_on = document_id
        self._left.setCurrentWidget(self.list)
        self.preview.take_focus()
        self.issued.emit()
        self._fetch()


def _place(case: Case) -> tuple[int, int | None]:
    return case.head.customer_id, case.contract_id
