"""A search box over the search screen, joined as in the main window."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from db.models import AuditEvent
from db.rules.words import EventKind
from desktop.screens.customer_search import CustomerSearch
from desktop.widgets.layouts import column
from desktop.widgets.search_box import SearchBox
from tests.typing_help import type_text


class SearchCounter(QWidget):
    """What the clerk sees of a search, and the keys with which they work."""

    def __init__(self, desk):
        super().__init__()
        self.desk = desk
        self.box = SearchBox("F2", self)
        self.search = CustomerSearch(desk, self)
        self.box.set_hint("Search")
        self.setLayout(column(self.box, self.search))
        self.resize(1366, 700)
        self.box.typed.connect(self.search.look_for)
        self.box.entered.connect(self.search.settle)
        self.box.cleared.connect(self.search.clear)
        self.box.moved.connect(self.search.move_selection)
        self.search.back_wanted.connect(self.box.begin)
        self.search.tab_after(self.box)
        self.opened = []
        self.search.chosen.connect(self._note_opened)
        self.listed_ever = []
        self.table.records.modelReset.connect(self._note_listed)

    @property
    def table(self):
        return self.search.finds.table

    @property
    def told(self):
        """What stands where nothing is listed."""
        place = self.search.finds.placeholder
        return f"{place.fact.text()}\n{place.hint.text()}" if place.isVisible() else ""

    def begin(self):
        """Put the focus into the box, as the main window does."""
        self.activateWindow()
        self.box.begin()

    def type(self, text):
        """Type over what stands in the box."""
        self.box.begin()
        type_text(self.box, text)

    def press(self, key):
        QTest.keyClick(self.focusWidget(), key)

    def enter(self, text):
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def names(self):
        """The names listed, from the top."""
        return [row.name for row in self.table.records.rows()]

    def searches(self):
        """What was recorded as searched for: text and filter."""
        with self.desk.database.reading() as session:
            searched = select(AuditEvent.facts).where(AuditEvent.kind == EventKind.SEARCHED)
            facts = [json.loads(f) for f in session.scalars(searched.order_by(AuditEvent.id))]
        return [(fact["text"], fact["only"]) for fact in facts]

    def _note_opened(self, customer_id, contract_id, how):
        self.opened.append((customer_id, contract_id, how))

    def _note_listed(self):
        self.listed_ever.append(self.names())
