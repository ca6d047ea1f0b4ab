"""The printers of this desk, and a PDF painted on one of them at its true size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from db.errors import RuleBroken
from desktop.pdf_pages import pages

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


def print_pdf(data: bytes, printer: QPrinter, *, title: str = "", copies: int = 1) -> None:
    """Paint the pages of a PDF on a printer, to the millimetre, one side to a sheet.

    Works on any thread. Raises RuleBroken ``printer.refused`` when the printer takes no job.
    """
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    painter = QPainter()
    dpi = min(printer.resolution(), _MOST_DPI)
    for _ in range(copies):
        for page in pages(data, dpi):
            _paint(page, painter, printer)
    if painter.isActive() and not painter.end():
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
