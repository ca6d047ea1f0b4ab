"""The printers of this desk, and a PDF painted on one of them at its true size."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from db.errors import RuleBroken
from desktop.pdf_pages import DamagedPdf, pages

if TYPE_CHECKING:
    from desktop.pdf_pages import Page

# a grey page of A4 takes 35 MB at this; finer ones are not seen on office paper
_MOST_DPI: Final = 600


class Printers:
    """The printers that this desk's system knows."""

    def names(self) -> list[str]:
        """What they are called, to choose from."""
        return list(QPrinterInfo.availablePrinterNames())

    def ready(self, name: str) -> QPrinter:
        """The printer of that name, or the system's usual one for no name.

        Raises RuleBroken ``printer.none`` when there is no printer at all, and ``printer.gone``
        with its ``name`` when the remembered one is not there.
        """
        info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
        if info.isNull():
            raise RuleBroken("printer.gone", name=name) if name else RuleBroken("printer.none")
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Some pages of a PDF, all of them by default, on one side of a sheet or on both."""

    data: bytes = field(repr=False)
    title: str = ""
    copies: int = 1
    first_page: int = 1
    pages: int | None = None
    both_sides: bool = False


def print_pdf(job: PrintJob, printer: QPrinter) -> None:
    """Paint the pages of a PDF on a printer, to the millimetre.

    Works on any thread. Raises RuleBroken ``printer.refused`` when the printer takes no job, and
    ``pdf.damaged`` when the file is none.
    """
    printer.setDocName(job.title)
    printer.setFullPage(True)
    sides = QPrinter.DuplexMode
    printer.setDuplex(sides.DuplexLongSide if job.both_sides else sides.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    painter = QPainter()
    try:
        _print_copies(job, painter, printer)
    except DamagedPdf as error:
        raise RuleBroken("pdf.damaged") from error
    if painter.isActive() and not painter.end():
        raise _refused(printer)


def _print_copies(job: PrintJob, painter: QPainter, printer: QPrinter) -> None:
    dpi = min(printer.resolution(), _MOST_DPI)
    for copy in range(job.copies):
        painted = 0
        for page in pages(job.data, dpi, first_page=job.first_page, count=job.pages):
            _paint(page, painter, printer)
            painted += 1
        if job.both_sides and painted % 2 and copy + 1 < job.copies and not printer.newPage():
            # the next copy begins on a sheet of its own, not on the back of this one
            raise _refused(printer)


def _paint(page: Page, painter: QPainter, printer: QPrinter) -> None:
    first = not painter.isActive()
    if not first and not printer.newPage():
        raise _refused(printer)
    if first:
        printer.setPageSize(QPageSize(page.size, QPageSize.Unit.Point))
        printer.setPageMargins(QMarginsF())
        if not painter.begin(printer):
            raise _refused(printer)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), page.picture)


def _refused(printer: QPrinter) -> RuleBroken:
    return RuleBroken("printer.refused", name=printer.printerName())
