"""Paper that leaves this desk: recorded first, then printed or saved, and told."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from db.commands import documents
from db.commands.printing import PaperOfAct, record_print
from db.errors import RuleBroken
from db.rules.paper import PaperLanguage, PaperWay
from db.rules.safe_name import safe_name
from desktop import errors
from desktop.format import LanguageCode
from desktop.pdf_pages import DamagedPdf, page_sizes, part_of
from desktop.printers import Printers, PrintJob, print_pdf
from desktop.saving import save_dialog
from desktop.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from db.rules.paper import PaperKind
    from desktop.desk import Desk

PRINTER: Final = "printer"
"""Where the desk remembers its printer."""

BOTH_SIDES: Final = "printer/both_sides"
"""Where the desk remembers whether it prints on both sides of a sheet."""

_CHOICE_HELPS: Final = frozenset({"printer.none", "printer.gone"})


@dataclass(frozen=True, slots=True)
class FromFile:
    """Which document a paper is, and the pages of the file kept that are its own."""

    document_id: int
    contact_id: int | None
    first_page: int = 1
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that is ready; its title says what it is, never who it is about.

    One without a kind is about nobody, such as a calibration sheet: it is not recorded. Of a
    document that was issued each way out is kept with it. Other papers are listed by their
    receipt, and their file is kept only where ``kept`` says that it holds no secret.
    """

    kind: PaperKind | None
    receipt: str
    customer_id: int | None
    title: str
    data: bytes = field(repr=False)
    copies: int = 1
    document: FromFile | None = None
    language: LanguageCode = LanguageCode.JA
    kept: bool = False

    @property
    def file_name(self) -> str:
        """The name offered for its file."""
        return safe_name(f"{self.title} {self.receipt}.pdf")


@dataclass(frozen=True, slots=True)
class _Job:
    paper: Paper
    to: PaperWay
    file: Path | None = None
    printer: str = ""
    both_sides: bool = False


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
        memory = self._desk.memory
        job = replace(job, printer=memory.text(PRINTER), both_sides=bool(memory.text(BOTH_SIDES)))
        work = partial(_let_out, self._desk, job, self._printers)
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


def _let_out(desk: Desk, job: _Job, printers: Printers) -> _Job:
    if job.file is not None:
        data = _own_pages(job.paper)
        with _recorded(desk, job):
            _write(job.file, data)
        return job
    # a printer that is not there is found out before the audit says that paper left by it
    printer = printers.ready(job.printer)
    with _recorded(desk, replace(job, printer=printer.printerName())):
        print_pdf(_print_job(job), printer)
    return job


def _print_job(job: _Job) -> PrintJob:
    paper, document = job.paper, job.paper.document
    return PrintJob(
        paper.data,
        paper.title,
        paper.copies,
        first_page=document.first_page if document else 1,
        pages=document.pages if document else None,
        both_sides=job.both_sides and document is not None,
    )


def _own_pages(paper: Paper) -> bytes:
    """The paper without the pages that are about others in the same file."""
    document = paper.document
    if document is None or document.pages is None:
        return paper.data
    try:
        return part_of(paper.data, first_page=document.first_page, count=document.pages)
    except DamagedPdf as error:
        raise RuleBroken("pdf.damaged") from error


@contextmanager
def _recorded(desk: Desk, job: _Job) -> Iterator[None]:
    """Record that a paper leaves before it does, and afterwards that it did not."""
    with desk.database.writing() as session:
        left = _record(session, desk, job)
    try:
        yield
    except RuleBroken as error:
        if left is not None:
            with desk.database.writing() as session:
                documents.record_failure(session, left, error.code, by=desk.actor, now=desk.now)
        raise


def _record(session: Session, desk: Desk, job: _Job) -> int | None:
    paper, document = job.paper, job.paper.document
    if document is not None:
        return documents.record_print(
            session,
            document.document_id,
            job.to,
            printer=job.printer,
            copies=paper.copies,
            contact_id=document.contact_id,
            by=desk.actor,
            now=desk.now,
        )
    if paper.kind is None or paper.customer_id is None:
        return None  # about nobody
    of_act = PaperOfAct(
        paper.kind,
        paper.receipt,
        paper.customer_id,
        PaperLanguage(paper.language.value),
        pages=len(page_sizes(paper.data)),
        copies=paper.copies,
        data=paper.data if paper.kept else None,
    )
    return record_print(
        session, of_act, to=job.to, printer=job.printer, by=desk.actor, now=desk.now
    )


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise RuleBroken("file.not_written", file=str(file), why=error.strerror) from error
