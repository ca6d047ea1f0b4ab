"""The folder that files go to: typed, or chosen in a dialog; the last one is offered."""

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
    from collections.abc import Callable

    from desktop.desk import Desk

translate = QCoreApplication.translate


class FolderField(Translated, Field):
    """A line for the folder, with a button beside it that lets one look for it.

    ``remembered`` is the name under which the desk remembers it; an empty one keeps nothing.
    ``named`` gives the label and a word on what it is for, in the language of the moment.
    """

    edited = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        remembered: str = "batches/folder",
        named: Callable[[], tuple[str, str]] | None = None,
        lines: int = 2,
    ) -> None:
        self._desk, self._remembered, self._named = desk, remembered, named
        self.edit = QLineEdit(desk.memory.text(remembered) if remembered else "")
        self.choose = Button("", ButtonKind.PLAIN)
        box = QWidget()
        box.setObjectName("clear")
        line = row(self.edit, self.choose, gap=6)
        line.setStretch(0, 1)
        box.setLayout(line)
        super().__init__(box, parent, lines=lines)
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
        elif self._remembered:
            self._desk.memory.keep_text(self._remembered, str(folder))
        return folder

    def recall(self) -> None:
        """Offer the folder that was used last, unless something is typed."""
        if not self.edit.text():
            self.edit.setText(self._desk.memory.text(self._remembered))

    def ask(self) -> None:
        """Let one look for the folder, in a dialog that blocks nothing else."""
        dialog = QFileDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # the system's own dialog speaks the system's language, not the one chosen here
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setWindowTitle(self.tr("Folder for the files"))
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
        name, hint = self._named() if self._named else self._usual_name()
        self.set_label(name, hint)
        self.edit.setAccessibleName(name)
        self.choose.set_text(self.tr("Choose…"))

    def _usual_name(self) -> tuple[str, str]:
        return self.tr("Folder"), self.tr("the files go there")

    def _hear(self) -> None:
        self.show_error("")
        self.edited.emit()
