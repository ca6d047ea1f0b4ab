"""What came of a delivery: its files with their sums, and every refused line with its reason."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from db.rules.csv_safety import csv_cell
from db.rules.import_words import ImportState
from db.rules.safe_name import safe_name
from desktop import errors, theme
from desktop import format as written
from desktop.saving import export_list, save_dialog
from desktop.screens.data.acts import write_report
from desktop.screens.data.backup_columns import moment
from desktop.screens.data.import_columns import file_columns, refusal_columns
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.record_table import RecordTable
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.rules.import_facts import FileReport, ImportReport, Refusal
    from desktop.desk import Desk
    from desktop.tasks import Task

_FILES_AT_ONCE = 5
_ANY_HEIGHT = 16_777_215


class ImportResult(Translated, QWidget):
    """Reads the same just after a run and years later."""

    new_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._report: ImportReport | None = None
        self._narrowing: Task[tuple[Refusal, ...]] | None = None
        self.banners = {kind: Banner(kind, "", self) for kind in _KINDS.values()}
        self.sums = Label("", "sub", self)
        self.files: RecordTable[FileReport] = RecordTable(
            file_columns(), self, name=self._files_name, harmless=csv_cell
        )
        self.title = Label("", "h3", self)
        self.sought = QLineEdit(self)
        self.find_action = QAction(self)
        self.csv = Button("", ButtonKind.PLAIN, "csv", self)
        self.pdf = Button("", ButtonKind.PLAIN, "doc", self)
        self.refusals: RecordTable[Refusal] = RecordTable(
            refusal_columns(), self, name=self._refusals_name, harmless=csv_cell
        )
        self.new = Button("", ButtonKind.PLAIN, "plus", self)
        self._build()
        self.sought.textChanged.connect(self._narrow)
        self.sought.returnPressed.connect(self.refusals.setFocus)
        self.find_action.triggered.connect(self.sought.setFocus)
        self.csv.clicked.connect(self._ask_csv)
        self.pdf.clicked.connect(self._ask_pdf)
        self.new.clicked.connect(self.new_wanted)
        self.retranslate()

    def show_report(self, report: ImportReport) -> None:
        """Show what came of a delivery."""
        self._report = report
        self.sought.clear()
        self.files.show_rows(report.files)
        self.refusals.select(-1)  # or the line of another report would be looked for in this one
        self.refusals.show_rows(report.refusals)
        self.retranslate()

    def take_focus(self) -> None:
        """Go to the refused lines, or to what is done next."""
        some = self.refusals.records.rowCount()
        (self.refusals if some else self.new).setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        self.sought.setPlaceholderText(self.tr("Line, field or reason  Ctrl+F"))
        self.sought.setAccessibleName(self.tr("Filter the refused lines"))
        self.find_action.setText(self.tr("Filter the refused lines"))
        self.csv.set_text(self.tr("Save as CSV"))
        self.pdf.set_text(self.tr("Save as PDF"))
        self.new.set_text(self.tr("Another delivery") + "  Esc")
        self._tell()

    def _build(self) -> None:
        self.find_action.setShortcut(QKeySequence("Ctrl+F"))
        self.find_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.find_action)
        self.sought.setFixedWidth(280)
        tools = row(self.title, 8, self.sought, STRETCH, self.csv)
        inside = column(
            *self.banners.values(),
            self.files,
            self.sums,
            6,
            tools,
            self.refusals,
            row(self.new, STRETCH, self.pdf),
            gap=6,
            margins=(16, 12, 16, 12),
        )
        for table in (self.files, self.refusals):
            inside.setStretchFactor(table, 1)
        self.setLayout(column(Card(inside, self)))

    def _tell(self) -> None:
        report = self._report
        if report is None:
            return
        for kind, banner in self.banners.items():
            banner.setVisible(kind is _KINDS[report.state])
        self.banners[_KINDS[report.state]].say(self._words(report))
        words = self.tr("Lines read: {lines}   New: {new}   Changed: {changed}")
        counts = {
            "lines": report.rows_read,
            "new": sum(file.rows_new for file in report.files),
            "changed": sum(file.rows_changed for file in report.files),
        }
        # no sums here: what is billed, what is paid and what is over are not one amount
        self.sums.setText(words.format(**{name: written.number(n) for name, n in counts.items()}))
        refused = len(report.refusals)
        self.title.setText(self.tr("%n refused line(s)", "", refused))
        for part in (self.sought, self.csv, self.refusals):
            part.setVisible(refused > 0)
        height = self.files.verticalHeader().defaultSectionSize()
        rows = min(len(report.files), _FILES_AT_ONCE)
        least = theme.of(self).px("table_header") + rows * height + 4
        self.files.setMinimumHeight(least)
        self.files.setMaximumHeight(least if refused else _ANY_HEIGHT)

    def _words(self, report: ImportReport) -> str:
        at = moment(report.came_at or report.ended_at)
        stored = self.tr("Stored at {at}.")
        words = {
            ImportState.STORED: self.tr("All is well: nothing was stored yet.")
            if report.trial
            else stored,
            ImportState.REFUSED: self.tr(
                "Refused: nothing was stored. A whole file is wrong: have the host send it again."
            )
            if report.state is ImportState.REFUSED and report.has_wrong_file
            else self.tr("Refused: nothing was stored. At most {most} lines may be refused."),
            ImportState.CANCELLED: self.tr("Cancelled: nothing was stored."),
            ImportState.CAME_BEFORE: self.tr(
                "These files were stored before, at {at}. Nothing was changed."
            ),
        }
        return words[report.state].format(at=at, most=report.most_refused)

    def _narrow(self, sought: str) -> None:
        if self._narrowing is not None:
            self._narrowing.drop()
        lines = () if self._report is None else self._report.refusals
        wanted = sought.strip().casefold()
        if wanted:
            texts = tuple(cell.text for cell in self.refusals.records.columns)
            work = partial(_with, wanted, lines, texts)
            self._narrowing = self._desk.tasks.run(self, work, self.refusals.show_rows)
        else:
            self.refusals.show_rows(lines)

    def _ask_csv(self) -> None:
        dialog = save_dialog(self.window(), safe_name(self._refusals_name() + ".csv"))
        dialog.fileSelected.connect(self.save_csv)
        dialog.open()

    def _ask_pdf(self) -> None:
        dialog = save_dialog(self.window(), safe_name(self.tr("Report of a delivery") + ".pdf"))
        dialog.fileSelected.connect(self.save_pdf)
        dialog.open()

    def save_csv(self, file: str) -> None:
        """Record that the lines shown leave, then write them."""
        work = partial(
            _write_csv,
            self._desk,
            self.refusals.csv_later(),
            rows=self.refusals.records.rowCount(),
            file=Path(file),
        )
        self._desk.tasks.run(self, work, self._saved, self._fail)

    def save_pdf(self, file: str) -> None:
        """Record that the report leaves, then write it with every refused line."""
        if self._report is not None:
            work = partial(write_report, self._desk, self._report, file=Path(file))
            self._desk.tasks.run(self, work, self._saved, self._fail)

    def _saved(self, file: Path) -> None:
        self._desk.messages.note(self.tr("Saved {name}").format(name=file.name))

    def _fail(self, error: Exception) -> None:
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))

    def _files_name(self) -> str:
        return self.tr("Files of this delivery")

    def _refusals_name(self) -> str:
        return self.tr("Refused lines")


def _with(
    wanted: str, lines: Sequence[Refusal], texts: Sequence[Callable[[Refusal], str]]
) -> tuple[Refusal, ...]:
    return tuple(line for line in lines if any(wanted in text(line).casefold() for text in texts))


def _write_csv(desk: Desk, content: Callable[[], bytes], *, rows: int, file: Path) -> Path:
    what = "import_refusals.csv"
    return export_list(desk, what=what, rows=rows, content=content(), file=file)


_KINDS = {
    ImportState.STORED: Kind.OK,
    ImportState.REFUSED: Kind.ERR,
    ImportState.CANCELLED: Kind.WARN,
    ImportState.CAME_BEFORE: Kind.INFO,
}
