"""What leaves the program as a file or by the clipboard: recorded first, told last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from db.commands.exports import record_export
from db.errors import RuleBroken
from db.rules.safe_name import safe_name
from desktop import errors
from desktop.settings import documents_folder
from desktop.theme import Kind

if TYPE_CHECKING:
    from desktop.desk import Desk


@dataclass(frozen=True, slots=True)
class Leaving:
    """What the audit says of data about a contract that leaves the program."""

    what: str
    rows: int
    contract_id: int


@dataclass(frozen=True, slots=True)
class Export:
    """A file to be: the name offered, its bytes, and what the audit says of it."""

    name: str
    content: bytes
    leaving: Leaving


class Saver(QObject):
    """Records that data leaves the program, then lets it go and says so."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._export: Export | None = None

    def save(self, export: Export) -> None:
        """Ask the clerk where to save ``export``, in a dialog that blocks nothing else."""
        self._export = export
        dialog = save_dialog(self._window.window(), safe_name(export.name))
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, file: str) -> None:
        """Record the export, then write it to ``file``."""
        if self._export is None:
            return
        export, self._export = self._export, None
        work = partial(_record_and_write, self._desk, export, Path(file))
        self._desk.tasks.run(self, work, self._say_saved, self._say_failed)

    def copy(self, text: str, leaving: Leaving, *, told: str) -> None:
        """Record that ``text`` leaves, then put it on the clipboard and say ``told``."""
        work = partial(_record, self._desk, leaving)
        self._desk.tasks.run(self, work, partial(self._to_clipboard, text, told), self._say_failed)

    def _to_clipboard(self, text: str, told: str, _recorded: None) -> None:
        QGuiApplication.clipboard().setText(text)
        self._desk.messages.note(told)

    def _say_saved(self, file: Path) -> None:
        told = QCoreApplication.translate("Saver", "Saved {name}")
        self._desk.messages.note(told.format(name=file.name))

    def _say_failed(self, error: Exception) -> None:
        self._desk.messages.tell(Kind.ERR, errors.sentence(error))


def export_list(desk: Desk, *, what: str, rows: int, content: bytes, file: Path) -> Path:
    """Record that a list leaves, then write it; raises ``file.not_written``."""
    with desk.database.writing() as session:
        record_export(session, what, rows=rows, contract_id=None, by=desk.actor, now=desk.now)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise RuleBroken("file.not_written", file=str(file), why=error.strerror) from error
    return file


def save_dialog(window: QWidget, name: str) -> QFileDialog:
    """A dialog that asks where to save a file, ``name`` in the documents being offered."""
    dialog = QFileDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # the system's own dialog speaks the system's language, not the one chosen here
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    _name_labels(dialog)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.setDirectory(str(documents_folder()))
    dialog.selectFile(name)
    return dialog


def _name_labels(dialog: QFileDialog) -> None:
    # Qt's own Japanese leaves these two in English
    label = QFileDialog.DialogLabel
    dialog.setLabelText(label.LookIn, QCoreApplication.translate("Saver", "Folder:"))
    dialog.setLabelText(label.FileType, QCoreApplication.translate("Saver", "Kind of file:"))


def _record(desk: Desk, leaving: Leaving) -> None:
    with desk.database.writing() as session:
        record_export(
            session,
            what=leaving.what,
            rows=leaving.rows,
            contract_id=leaving.contract_id,
            by=desk.actor,
            now=desk.now,
        )


def _record_and_write(desk: Desk, export: Export, file: Path) -> Path:
    _record(desk, export.leaving)
    try:
        file.write_bytes(export.content)
    except OSError as error:
        raise RuleBroken("file.not_written", file=str(file), why=error.strerror) from error
    return file
