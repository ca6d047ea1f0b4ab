"""Writing what is stored as the billing host's files, and what changed among the members."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from db.rules.csv_safety import csv_cell
from db.rules.import_words import FileKind
from desktop import errors, import_words
from desktop import format as written
from desktop.actions import Commit
from desktop.folder_field import FolderField
from desktop.long_work import LongWork
from desktop.screens.data.acts import ExportAsked, write_files
from desktop.screens.data.progress import ProgressLine
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.combo import ComboField
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.record_model import Column
from desktop.widgets.record_table import RecordTable
from desktop.widgets.segments import Segments
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from db.exchange.exporting import WrittenFile
    from desktop.desk import Desk

translate = QCoreApplication.translate
_EVERYTHING, _MEMBERS = range(2)
_BESIDE = 372


class ExportPart(Translated, QWidget):
    """What is chosen at the left is written with F12; what was written stands at the right."""

    commits_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self._error: Exception | None = None
        self._files: tuple[WrittenFile, ...] | None = None
        self.work = LongWork(desk.tasks, self)
        self.what = Segments("", 2, self)
        self.hint = Paragraph("", "sub", self)
        self.kinds = {kind: QCheckBox(self) for kind in FileKind}
        self.encoding: ComboField[str] = ComboField(self)
        self.folder = FolderField(desk, self, remembered="data/export_folder")
        self.write = Button("", ButtonKind.PRIMARY, "doc", self)
        self.done = Banner(Kind.OK, "", self)
        self.problem = Banner(Kind.ERR, "", self)
        self.progress = ProgressLine(self.work, self)
        self.title = Label("", "h3", self)
        self.table: RecordTable[WrittenFile] = RecordTable(
            _columns(), self, name=self._name, harmless=csv_cell
        )
        self.open = Button("", ButtonKind.PLAIN, "list", self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def commits(self) -> Commit | None:
        """What F12 does here now."""
        return Commit.RUN if self.write.isEnabled() else None

    def proceed(self) -> None:
        """F12: write the files."""
        if self.commits is None:
            return
        folder = self.folder.usable()
        if folder is None:
            return
        self._error, self._files = None, None
        self._tell()
        kinds = None if self.what.current() == _MEMBERS else self._chosen()
        asked = ExportAsked(folder, self.encoding.value() or None, kinds)
        self.work.run(partial(write_files, desk=self._desk, asked=asked))

    def reload(self) -> None:
        """Offer the folder that was used last."""
        self.folder.recall()

    def take_focus(self) -> None:
        """Go to what is written."""
        self.what.button(self.what.current()).setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        self.what.set_name(self.tr("What is written"))
        self.what.set_labels((self.tr("The host's files"), self.tr("Changes of members")))
        for kind, box in self.kinds.items():
            box.setText(import_words.file_kind(kind))
        self.encoding.set_label(self.tr("Encoding"))
        usual = [("", self.tr("As the layout says")), ("cp932", "CP932"), ("utf-8", "UTF-8")]
        self.encoding.set_choices(usual)
        self.write.set_text(self.tr("Write the files") + "  F12")
        self.title.setText(self.tr("Files written"))
        self.open.set_text(self.tr("Open the folder"))
        self._tell()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for at, box in enumerate(self.kinds.values()):
            box.setChecked(True)
            grid.addWidget(box, at // 2, at % 2)
        asked = column(
            row(self.what, STRETCH),
            self.hint,
            grid,
            self.encoding,
            self.folder,
            row(STRETCH, self.write),
            STRETCH,
            gap=12,
            margins=(16, 14, 16, 14),
        )
        left = Card(asked, self)
        left.setFixedWidth(_BESIDE)
        listed = column(
            self.title, self.table, row(STRETCH, self.open), gap=8, margins=(16, 12, 16, 12)
        )
        listed.setStretch(1, 1)
        right = column(self.done, self.problem, self.progress, Card(listed, self), gap=8)
        right.setStretch(3, 1)
        whole = row(left, right, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        for box in self.kinds.values():
            box.toggled.connect(self._tell)
        self.what.chosen.connect(self._tell)
        self.write.clicked.connect(self.proceed)
        self.open.clicked.connect(self._open)
        self.work.changed.connect(self._tell)
        self.work.ended.connect(self._end)
        self.work.failed.connect(self._fail)

    def _chosen(self) -> tuple[FileKind, ...]:
        return tuple(kind for kind, box in self.kinds.items() if box.isChecked())

    def _end(self, files: tuple[WrittenFile, ...]) -> None:
        self._files = files
        self._tell()
        if not self.isVisible():
            self._desk.messages.note(self.done.text())

    def _fail(self, error: Exception) -> None:
        self._error = error
        self._tell()
        if not self.isVisible():
            self._desk.messages.tell(Kind.ERR, errors.sentence(error))

    def _tell(self, _what: object = None) -> None:
        running, members = self.work.running, self.what.current() == _MEMBERS
        every = self.tr("What is stored, by the host's own layouts: importing it gives it back.")
        changes = self.tr("Registered, withdrawn, added and removed since the last such file.")
        self.hint.setText(changes if members else every)
        for box in self.kinds.values():
            box.setEnabled(not members and not running)
        self.write.setEnabled(not running and (members or bool(self._chosen())))
        self.problem.setVisible(self._error is not None)
        if self._error is not None:
            self.problem.say(errors.sentence(self._error))
        files = self._files
        self.done.setVisible(files is not None)
        self.open.setEnabled(bool(files))
        self.table.show_rows(files or ())
        if files is not None:
            self.done.say(self.tr("%n file(s) written", "", len(files)))
        self.commits_changed.emit()

    def _open(self) -> None:
        if self._files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._files[0].path.parent)))

    def _name(self) -> str:
        return self.tr("Files written")


def _columns() -> tuple[Column[WrittenFile], ...]:
    return (
        Column(
            key="name",
            title=lambda: translate("Export", "File"),
            text=lambda file: file.path.name,
            room=28,
        ),
        Column(
            key="rows",
            title=lambda: translate("Export", "Lines"),
            text=lambda file: written.number(file.rows),
            sort=lambda file: file.rows,
            plain=lambda file: str(file.rows),
            room=10,
            weight=0.1,
            numeric=True,
        ),
        Column(
            key="sha256",
            title=lambda: translate("Export", "SHA-256"),
            text=lambda file: file.sha256,
            room=24,
        ),
    )
