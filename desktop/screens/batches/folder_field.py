"""The folder that a batch's files go to: typed, or chosen in a dialog; the last one is offered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop.settings import documents_folder
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.field import Field
from desktop.widgets.layouts import row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from desktop.desk import Desk

translate = QCoreApplication.translate
_REMEMBERED = "batches/folder"


class FolderField(Translated, Field):
    """A line for the folder, with a button beside it that lets one look for it."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self.edit = QLineEdit(desk.memory.text(_REMEMBERED))
        self.choose = Button("", ButtonKind.PLAIN)
        box = QWidget()
        box.setObjectName("clear")
        line = row(self.edit, self.choose, gap=6)
        line.setStretch(0, 1)
        box.setLayout(line)
        super().__init__(box, parent, lines=2)
        box.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._hear)
        self.choose.clicked.connect(self.ask)
        self.retranslate()

    def folder(self) -> Path | None:
        """The folder typed, or None."""
        typed = self.edit.text().strip()
        return Path(typed).expanduser() if typed else None

    def usable(self) -> Path | None:
        """The folder typed, kept in mind for the next time; else it is said that one is needed."""
        folder = self.folder()
        if folder is None:
            self.show_error(self.tr("Choose the folder that the files go to."))
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._desk.memory.keep_text(_REMEMBERED, str(folder))
        return folder

    def recall(self) -> None:
        """Offer the folder that was used last, unless something is typed."""
        if not self.edit.text():
            self.edit.setText(self._desk.memory.text(_REMEMBERED))

    def ask(self) -> None:
        """Let one look for the folder, in a dialog that blocks nothing else."""
        dialog = QFileDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # the system's own dialog speaks the system's language, not the one chosen here
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setWindowTitle(self.tr("Folder for the notices"))
        label = QFileDialog.DialogLabel
        dialog.setLabelText(label.LookIn, translate("Saver", "Folder:"))
        dialog.setLabelText(label.FileType, translate("Saver", "Kind of file:"))
        dialog.setLabelText(label.FileName, translate("Saver", "Folder:"))
        dialog.setLabelText(label.Accept, self.tr("Choose"))
        dialog.setDirectory(str(self.folder() or documents_folder()))
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, folder: str) -> None:
        """Use this folder."""
        self.edit.setText(folder)
        self._hear()

    def retranslate(self) -> None:
        self.set_label(self.tr("Folder"), self.tr("the files go there"))
        self.edit.setAccessibleName(self.tr("Folder"))
        self.choose.set_text(self.tr("Choose…"))

    def _hear(self) -> None:
        self.show_error("")
        self.edited.emit()
