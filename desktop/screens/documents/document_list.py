"""What was issued to a customer, the newest first: of one location, or of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStackedWidget

from desktop import format as written
from desktop.screens.documents.list_delegate import ENTRY, DocumentDelegate, Entry
from desktop.screens.documents.words import document_title, on_portal, state_of, told_of
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.segments import Segments
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from db.queries.documents import DocumentFacts
    from desktop.case import Case
    from desktop.desk import Desk

_HERE, _EVERYWHERE = 0, 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DocumentList(Translated, Card):
    """The arrows go through the documents, Enter goes on to the page."""

    chosen = Signal(object)  # DocumentFacts or None
    entered = Signal()
    issue_wanted = Signal()
    scope_changed = Signal()
    retry_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        frame = column(gap=0, margins=(1, 0, 1, 1))
        super().__init__(frame, parent)
        self._desk = desk
        self._case: Case | None = None
        self._documents: tuple[DocumentFacts, ...] = ()
        self._problem = ""
        self._title = Label("", "h2", self)
        self._count = ElidedLabel("", "sub", self)
        self.issue = Button("", ButtonKind.PLAIN, "plus", self)
        self.scope = Segments("", 2, self)
        self.list = _Rows(self)
        self.list.setItemDelegate(DocumentDelegate(self.list))
        self.nothing = Placeholder("doc", self)
        self.trouble = Placeholder("circle-x", self, colour="err")
        self.retry = Button("", ButtonKind.PRIMARY, "refresh", self)
        self._build(frame)
        self._connect()
        self.retranslate()

    def show_case(self, case: Case | None) -> None:
        """Whose documents these are going to be; of somebody else nothing stays."""
        before, self._case = self._case, case
        same = before and case and before.head.customer_id == case.head.customer_id
        if not same:
            self.scope.choose(_HERE)
            self._documents = ()
            self._fill(None)
        self.scope.setVisible(case is not None and len(case.head.contracts) > 1)

    def is_everywhere(self) -> bool:
        """Whether the documents of all locations are wanted."""
        return self.scope.current() == _EVERYWHERE

    def show_documents(
        self, documents: tuple[DocumentFacts, ...], *, stand_on: int | None = None
    ) -> None:
        """Show what was issued; the document stood on stays, unless another is to be stood on."""
        self.skeleton.stop()
        chosen = self.selected()
        keep = stand_on or (chosen.document_id if chosen else None)
        self._documents, self._problem = documents, ""
        self._fill(keep)
        self._body.setCurrentWidget(self.list if documents else self.nothing)
        self.retranslate()

    def show_waiting(self) -> None:
        """Say that they are being fetched, unless they come at once."""
        self.skeleton.start(self.tr("Fetching the documents…"))

    def show_problem(self, sentence: str) -> None:
        """Say why there is no list."""
        self.skeleton.stop()
        self._documents, self._problem = (), sentence
        self._fill(None)
        self._body.setCurrentWidget(self.trouble)
        self.retranslate()

    def selected(self) -> DocumentFacts | None:
        """The document stood on."""
        at = self.list.currentRow()
        return self._documents[at] if 0 <= at < len(self._documents) else None

    def _stand_on(self, document_id: int | None) -> None:
        ids = [document.document_id for document in self._documents]
        newest = 0 if ids else -1
        self.list.setCurrentRow(ids.index(document_id) if document_id in ids else newest)

    def take_focus(self) -> None:
        """Let the keyboard work on the list, or on what stands in its place."""
        way: QWidget = self.list
        if self._body.currentWidget() is self.trouble:
            way = self.retry
        elif self._body.currentWidget() is self.nothing:
            way = self.issue
        way.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Documents"))
        self._count.setText(self.tr("%n document(s)", "", len(self._documents)))
        self.issue.set_text(self.tr("Issue…"))
        self.list.setAccessibleName(self.tr("Documents"))
        self.scope.set_name(self.tr("Documents shown"))
        self.scope.set_labels([self.tr("This location"), self.tr("All locations")])
        self.retry.set_text(self.tr("Try again"))
        self.nothing.say(
            self.tr("Nothing was issued here yet"),
            self.tr("What the bureau sends, and what is issued here, is kept in this list."),
        )
        self.trouble.say(self.tr("The documents cannot be listed"), self._problem)
        for number, document in enumerate(self._documents):
            self._word(self.list.item(number), document)

    def _build(self, frame: QVBoxLayout) -> None:
        self._body = QStackedWidget(self)
        for part in (self.list, self.nothing, self.trouble):
            self._body.addWidget(part)
        self.trouble.add_button(self.retry)
        self.skeleton = Skeleton(self._body)
        head = row(self._title, self._count, margins=(16, 6, 10, 6))
        head.setStretch(1, 1)
        scope = row(self.scope, STRETCH, margins=(12, 0, 12, 8))
        above = clear_box(column(head, scope, gap=0), self)
        above.setMinimumHeight(44)
        frame.addWidget(above)
        frame.addWidget(self._body)
        frame.addLayout(row(self.issue, margins=(12, 8, 12, 12)))

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._tell_chosen)
        self.list.entered_by_key.connect(self.entered)
        self.list.itemDoubleClicked.connect(self.entered)
        self.issue.clicked.connect(self.issue_wanted)
        self.scope.chosen.connect(self.scope_changed)
        self.retry.clicked.connect(self.retry_wanted)

    def _fill(self, keep: int | None) -> None:
        told = self.list.blockSignals(True)
        self.list.clear()
        for document in self._documents:
            self._word(QListWidgetItem(self.list), document)
        self._stand_on(keep)
        self.list.blockSignals(told)

    def _word(self, item: QListWidgetItem, document: DocumentFacts) -> None:
        code = self._desk.language.code
        below = written.short_date(document.issued_on)
        if self.is_everywhere():
            below = f"{below}  {self._place(document)}"
        title, told = document_title(document, code), told_of(document, code)
        chip, published = state_of(document), document.published_on is not None
        item.setData(ENTRY, Entry(document.document_id, title, below, chip, published))
        item.setText(title)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        tip = [title, document.number, self._place(document), on_portal() if published else ""]
        item.setToolTip("\n".join(line for line in tip if line))

    def _place(self, document: DocumentFacts) -> str:
        contracts = self._case.head.contracts if self._case else ()
        same = (each for each in contracts if each.contract_id == document.contract_id)
        return next((each.address for each in same), "")

    def _tell_chosen(self, _row: int) -> None:
        self.chosen.emit(self.selected())


class _Rows(QListWidget):
    """Enter goes on to the page; typed letters move nobody to another document."""

    entered_by_key = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered_by_key.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Ignore typed letters."""
