"""Choosing the billing host's files: dropped, or looked for in a dialog; then what they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from db.rules.csv_safety import csv_cell
from desktop.screens.data.import_columns import found_columns
from desktop.settings import documents_folder
from desktop.theme import Kind
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card
from desktop.widgets.labels import Label
from desktop.widgets.layouts import STRETCH, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.record_table import RecordTable
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.rules.import_facts import Delivery, FoundFile
    from desktop.desk import Desk

translate = QCoreApplication.translate
_REMEMBERED = "data/import_folder"


class FileChooser(Translated, Placeholder):
    """The place that files are dropped on, with buttons for who has no mouse."""

    taken = Signal(object)  # the paths, a tuple

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("inbox", parent)
        self._desk = desk
        self.files = self.add_button(Button("", ButtonKind.PRIMARY, "doc", self))
        self.folder = self.add_button(Button("", ButtonKind.PLAIN, "list", self))
        self.files.clicked.connect(self.ask_files)
        self.folder.clicked.connect(self.ask_folder)
        self.retranslate()

    def ask_files(self) -> None:
        """Let one look for files, in a dialog that blocks nothing else."""
        self._open(QFileDialog.FileMode.ExistingFiles, self.tr("The billing host's files"))

    def ask_folder(self) -> None:
        """Let one look for a folder of files."""
        self._open(QFileDialog.FileMode.Directory, self.tr("Folder of the billing host's files"))

    def take(self, files: Sequence[str]) -> None:
        """Use these files, or this folder."""
        paths = tuple(Path(file) for file in files)
        if paths:
            self._desk.memory.keep_text(_REMEMBERED, str(paths[0].parent))
            self.taken.emit(paths)

    def retranslate(self) -> None:
        self.say(
            self.tr("Drop the billing host's files or their folder here"),
            self.tr("Files are looked at first; nothing is stored before F12."),
        )
        self.files.set_text(self.tr("Choose files…"))
        self.folder.set_text(self.tr("Choose a folder…"))

    def _open(self, mode: QFileDialog.FileMode, title: str) -> None:
        dialog = QFileDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # the system's own dialog speaks the system's language, not the one chosen here
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(mode)
        dialog.setWindowTitle(title)
        label = QFileDialog.DialogLabel
        dialog.setLabelText(label.LookIn, translate("Saver", "Folder:"))
        dialog.setLabelText(label.FileType, translate("Saver", "Kind of file:"))
        dialog.setLabelText(label.Accept, self.tr("Choose"))
        dialog.setDirectory(self._desk.memory.text(_REMEMBERED) or str(documents_folder()))
        dialog.filesSelected.connect(self.take)
        dialog.open()


class FoundFiles(Translated, QWidget):
    """What was recognised, and what hinders it from being stored."""

    store_wanted = Signal()
    trial_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._delivery: Delivery | None = None
        self._running = False
        self.title = Label("", "h2", self)
        self.problem = Banner(Kind.ERR, "", self)
        self.table: RecordTable[FoundFile] = RecordTable(
            found_columns(), self, name=self._name, identity=_path, harmless=csv_cell
        )
        self.back = Button("", ButtonKind.PLAIN, "x", self)
        self.trial = Button("", ButtonKind.PLAIN, "check", self)
        self.store = Button("", ButtonKind.PRIMARY, "inbox", self)
        buttons = row(self.back, STRETCH, self.trial, self.store)
        inside = column(
            self.title, self.problem, self.table, buttons, gap=8, margins=(16, 12, 16, 12)
        )
        inside.setStretch(2, 1)
        self.setLayout(column(Card(inside, self)))
        self.back.clicked.connect(self.back_wanted)
        self.trial.clicked.connect(self.trial_wanted)
        self.store.clicked.connect(self.store_wanted)
        self.retranslate()

    @property
    def usable(self) -> bool:
        """Whether every file can be stored."""
        return self._delivery is not None and not self._delivery.problems

    def show_delivery(self, delivery: Delivery) -> None:
        """Show what was found."""
        self._delivery = delivery
        self.table.show_rows(delivery.files)
        self.table.select(0)
        self.retranslate()

    def set_running(self, running: bool) -> None:
        """Rest while it is stored."""
        self._running = running
        self.retranslate()

    def take_focus(self) -> None:
        """Go to what is done next, or to what is wrong."""
        target = self.store if self.store.isEnabled() else self.table
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        delivery, ready = self._delivery, self.usable and not self._running
        wrong = 0 if delivery is None else len(delivery.problems)
        self.title.setText(self.tr("What was recognised"))
        self.problem.setVisible(wrong > 0)
        if wrong:
            self.problem.say(self.tr("%n file(s) cannot be stored", "", wrong))
        self.back.set_text(self.tr("Choose others") + "  Esc")
        self.trial.set_text(self.tr("Check only"))
        self.store.set_text(self.tr("Store") + "  F12")
        self.back.setEnabled(not self._running)
        self.trial.setEnabled(ready)
        self.store.setEnabled(ready)

    def _name(self) -> str:
        return self.tr("Files of this delivery")


def _path(file: FoundFile) -> Path:
    return file.path
