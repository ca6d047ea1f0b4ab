"""A batch looked at before anything is issued: whom it writes to, and whom it leaves out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from db.rules.csv_safety import csv_cell
from db.rules.safe_name import safe_name
from desktop import errors, paper_words
from desktop import format as written
from desktop.folder_field import FolderField
from desktop.saving import export_list, save_dialog
from desktop.screens.batches.columns import left_out_columns, planned_columns
from desktop.screens.batches.sums import SumList
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.fact_list import FactList
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.rules.batch_totals import Sum
    from desktop.desk import Desk
    from desktop.screens.batches.acts import DryRun, LeftOutLine, PlannedLine

_BESIDE = 328
_SENT = 0


class PlanPage(Translated, QWidget):
    """Totals and the folder at the left, the lists at the right."""

    back_wanted = Signal()
    run_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._found: DryRun | None = None
        self._file = ("", b"", 0)
        self._titles = [Label("", "h2", self) for _ in range(2)]
        self.yet = Label("", "sub", self)
        self.facts = FactList(self, name_width=104)
        self.totals = SumList(self)
        self.reasons = SumList(self)
        self.warning = Banner(Kind.WARN, "", self)
        self.folder = FolderField(desk, self)
        self.back = Button("", ButtonKind.PLAIN, parent=self)
        self.issue = Button("", ButtonKind.PRIMARY, "check", self)
        self.which = Segments("", 2, self)
        self.csv = Button("", ButtonKind.GHOST, "csv", self)
        self.planned: RecordTable[PlannedLine] = RecordTable(
            planned_columns(), self, name=self._planned_name, harmless=csv_cell
        )
        self.left_out: RecordTable[LeftOutLine] = RecordTable(
            left_out_columns(), self, name=self._left_out_name, harmless=csv_cell
        )
        self.nothing = Placeholder("inbox", self)
        self.nobody_out = Placeholder("check", self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def found(self) -> DryRun | None:
        """The dry run that is shown."""
        return self._found

    def show_found(self, found: DryRun) -> None:
        """Show what a batch would be."""
        self._found = found
        self.folder.recall()
        self.folder.show_error("")
        self.planned.show_rows(found.planned)
        self.left_out.show_rows(found.left_out)
        self.which.choose(_SENT)
        self.retranslate()

    def take_focus(self) -> None:
        """Go where the supervisor looks first."""
        found = self._found
        if found is not None and found.planned:
            self.planned.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.back.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        titles = (self.tr("To be sent"), self.tr("Left out"))
        for title, words in zip(self._titles, titles, strict=True):
            title.setText(words)
        self.yet.setText(self.tr("Nothing is issued yet."))
        self.back.set_text(self.tr("Back") + "  Esc")
        self.issue.set_text(self.tr("Issue") + "  F12")
        self.csv.set_text(self.tr("Save the list (CSV)"))
        self.which.set_name(self.tr("Which list"))
        self.nothing.say(
            self.tr("Nothing to send"),
            self.tr("Look at what is left out and why, or change the criteria."),
        )
        self.nobody_out.say(self.tr("Nobody is left out"))
        if self._found is not None:
            self._show(self._found)

    def _show(self, found: DryRun) -> None:
        counts = (len(found.planned), len(found.left_out))
        self.which.set_labels((self.tr("To be sent"), self.tr("Left out")), counts)
        self.facts.show_facts(self._facts(found))
        self.totals.show_lines(self._sums(found.total))
        unit = written.yen
        code = self._desk.language.code
        self.reasons.show_lines(
            (paper_words.exclusion(why), written.number(of.notices), unit(of.yen, code))
            for why, of in found.left_out_totals
        )
        self._titles[1].setVisible(bool(found.left_out))
        self.issue.setEnabled(bool(found.planned))
        self._warn(found)
        self._turn(self.which.current())

    def _facts(self, found: DryRun) -> list[tuple[str, str]]:
        criteria = found.criteria
        day = written.short_date
        facts = [
            (self.tr("Notice"), paper_words.paper_kind(criteria.kind)),
            (self.tr("Day of issue"), day(criteria.issued_on)),
        ]
        if criteria.limit_on is not None:
            facts.append((self.tr("Limit"), day(criteria.limit_on)))
        if criteria.seen_to is not None:
            facts.append((self.tr("Payments until"), day(criteria.seen_to)))
        return facts

    def _sums(self, total: Sum) -> list[tuple[str, str]]:
        code = self._desk.language.code
        return [
            (self.tr("Notices"), written.number(total.notices)),
            (self.tr("Water"), written.yen(total.water_yen, code)),
            (self.tr("Sewerage"), written.yen(total.sewerage_yen, code)),
            (self.tr("Together"), written.yen(total.yen, code)),
        ]

    def _warn(self, found: DryRun) -> None:
        told = []
        if found.unprintable:
            letters = " ".join(found.unprintable)
            words = self.tr("No font has these letters, 〓 stands for them: {letters}")
            told.append(words.format(letters=letters))
        if found.without_code:
            told.append(self.tr("%n address(es) without a postal code", "", found.without_code))
        self.warning.setVisible(bool(told))
        self.warning.say("\n".join(told))

    def _build(self) -> None:
        inside = column(self.facts, 4, self._titles[0], self.totals, gap=5)
        inside.addWidget(self._titles[1])
        inside.addWidget(self.reasons)
        inside.addStretch(1)
        room = QScrollArea(self)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(clear_box(inside))
        room.viewport().setObjectName("clear")
        below = column(self.folder, row(self.back, STRETCH, self.issue), gap=4)
        left = column(room, self.warning, below, gap=8, margins=(16, 12, 16, 12))
        left.setStretch(0, 1)
        beside = Card(left, self)
        beside.setFixedWidth(_BESIDE)
        self._lists = QStackedWidget(self)
        for part in (self.planned, self.left_out, self.nothing, self.nobody_out):
            self._lists.addWidget(part)
        head = clear_box(row(self.which, self.yet, STRETCH, self.csv, margins=(12, 10, 12, 8)))
        listed = Card(column(head, self._lists, gap=0, margins=(1, 0, 1, 1)), self)
        whole = row(beside, listed, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.which.chosen.connect(self._turn)
        self.back.clicked.connect(self.back_wanted)
        self.issue.clicked.connect(self.run_wanted)
        self.csv.clicked.connect(self._save)

    def _turn(self, which: int) -> None:
        found = self._found
        if found is None:
            return
        rows = found.planned if which == _SENT else found.left_out
        self.csv.setEnabled(bool(rows))
        self._lists.setCurrentIndex(which if rows else which + 2)

    def _save(self) -> None:
        found = self._found
        if found is None:
            return
        sent = self.which.current() == _SENT
        table: RecordTable[Any] = self.planned if sent else self.left_out
        what = "batch_plan_csv" if sent else "batch_left_out_csv"
        self._file = (what, table.as_csv(), table.records.rowCount())
        day = f"{found.criteria.issued_on:%Y-%m-%d}"
        kind = paper_words.paper_kind(found.criteria.kind)
        which = self.tr("To be sent") if sent else self.tr("Left out")
        name = f"{kind}_{day}_{which}.csv"
        dialog = save_dialog(self.window(), safe_name(name))
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, file: str) -> None:
        """Write the list that was asked for to ``file``, after that is recorded."""
        what, content, rows = self._file
        work = partial(
            export_list, self._desk, what=what, rows=rows, content=content, file=Path(file)
        )
        self._desk.tasks.run(self, work, self._say_saved, self._say_failed)

    def _say_saved(self, file: Path) -> None:
        self._desk.messages.note(self.tr("Saved {name}").format(name=file.name))

    def _say_failed(self, error: Exception) -> None:
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))

    def _planned_name(self) -> str:
        return self.tr("Notices to be sent")

    def _left_out_name(self) -> str:
        return self.tr("Left out")
