"""Paper that leaves this desk: recorded first, then printed or saved, and told."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from db.commands.printing import record_print
from db.errors import RuleBroken
from db.rules.paper import PaperWay
from db.rules.safe_name import safe_name
from desktop import errors
from desktop.printers import Printers, PrintJob, print_pdf
from desktop.saving import save_dialog
from desktop.theme import Kind

if TYPE_CHECKING:
    from db.rules.paper import PaperKind
    from desktop.desk import Desk

PRINTER: Final = "printer"
"""Where the desk remembers its printer."""

_CHOICE_HELPS: Final = frozenset({"printer.none", "printer.gone"})


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that is ready; its title says what it is, never who it is about.

    One without a kind is about nobody, such as a calibration sheet: it is not recorded.
    """

    kind: PaperKind | None
    receipt: str
    customer_id: int | None
    title: str
    data: bytes = field(repr=False)
    copies: int = 1

    @property
    def file_name(self) -> str:
        """The name offered for its file."""
        return safe_name(f"{self.title} {self.receipt}.pdf")


@dataclass(frozen=True, slots=True)
class _Job:
    paper: Paper
    to: PaperWay
    file: Path | None = None


class PaperOut(QObject):
    """Lets papers out; what did not get out is kept for another try until it has, or is dropped."""

    left = Signal(object)  # PaperWay: by this way it is out
    failed = Signal(object)  # the error; the clerk has been told

    def __init__(self, desk: Desk, window: QWidget, printers: Printers | None = None) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._printers = printers or Printers()
        self._offered: Paper | None = None
        self._kept: _Job | None = None
        desk.messages.cleared.connect(self.drop)

    def print(self, paper: Paper) -> None:
        """Print on the remembered printer, without a dialog."""
        self._run(_Job(paper, PaperWay.PRINTER))

    def save(self, paper: Paper) -> None:
        """Ask the clerk where to save, in a dialog that blocks nothing else."""
        self._offered = paper
        dialog = save_dialog(self._window.window(), paper.file_name)
        dialog.fileSelected.connect(self.save_to)
        dialog.rejected.connect(self.drop)
        dialog.open()

    def save_to(self, file: str) -> None:
        """Save what ``save`` asked about as ``file``."""
        if self._offered is not None:
            self._run(_Job(self._offered, PaperWay.FILE, Path(file)))

    def again(self) -> None:
        """Try once more what did not get out."""
        if self._kept is not None:
            self._run(self._kept)

    def drop(self) -> None:
        """Forget what did not get out; a password on it is then nowhere in memory."""
        self._offered = self._kept = None

    def choose_printer(self) -> None:
        """Let the clerk choose this desk's printer; what waits for it is printed then."""
        dialog = QInputDialog(self._window.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Printer"))
        dialog.setLabelText(self.tr("Printer of this desk:"))
        dialog.setOkButtonText(self.tr("Use this printer"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.setComboBoxItems(self._printers.names())
        dialog.textValueSelected.connect(self._use_printer)
        dialog.open()

    def _use_printer(self, name: str) -> None:
        if name:
            self._desk.memory.keep_text(PRINTER, name)
            self.again()

    def _run(self, job: _Job) -> None:
        self.drop()
        name = self._desk.memory.text(PRINTER)
        work = partial(_let_out, self._desk, job, self._printers, name)
        failed = partial(self._say_failed, job)
        self._desk.tasks.run(self, work, self._say_out, failed)

    def _say_out(self, job: _Job) -> None:
        if job.file is not None:
            told = QCoreApplication.translate("Saver", "Saved {name}").format(name=job.file.name)
        else:
            told = self.tr("Sent to the printer: {title}").format(title=job.paper.title)
        self._desk.messages.note(told)
        self.left.emit(job.to)

    def _say_failed(self, job: _Job, error: Exception) -> None:
        self._kept = job
        action_text, action = self.tr("Try again"), self.again
        code = error.code if isinstance(error, RuleBroken) else ""
        if code in _CHOICE_HELPS and self._printers.names():
            action_text, action = self.tr("Choose a printer…"), self.choose_printer
        self._desk.messages.tell(
            Kind.ERR, errors.sentence(error), action_text=action_text, action=action
        )
        self.failed.emit(error)


def _let_out(desk: Desk, job: _Job, printers: Printers, printer_name: str) -> _Job:
    if job.file is not None:
        _record(desk, job)
        _write(job.file, job.paper.data)
        return job
    # a printer that is not there is found out before the audit says that paper left by it
    printer = printers.ready(printer_name)
    _record(desk, job)
    print_pdf(PrintJob(job.paper.data, job.paper.title, job.paper.copies), printer)
    return job


def _record(desk: Desk, job: _Job) -> None:
    if job.paper.kind is None:
        return
    with desk.database.writing() as session:
        record_print(
            session,
            job.paper.kind,
            receipt=job.paper.receipt,
            customer_id=job.paper.customer_id,
            by=desk.actor,
            now=desk.now,
            to=job.to,
        )


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise RuleBroken("file.not_written", file=str(file), why=error.strerror) from error
