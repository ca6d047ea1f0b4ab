"""Printers that print into files, and where the ink of a page is."""

from __future__ import annotations

import pypdfium2
from PySide6.QtPrintSupport import QPrinter

from db.errors import RuleBroken
from desktop.printers import Printers


class PdfPrinters(Printers):
    """Real printers of Qt's that print into files; ``broken`` ones are not there."""

    def __init__(self, folder):
        self.folder = folder
        self.there = ["counter"]
        self.asked = []

    def names(self):
        return self.there

    def ready(self, name):
        self.asked.append(name)
        if not self.there:
            raise RuleBroken("printer.none")
        if name and name not in self.there:
            raise RuleBroken("printer.gone", name=name)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(150)  # a page at 600 dpi takes a second
        printer.setOutputFileName(str(self.folder / f"{len(self.asked)}.pdf"))
        return printer


def ink_of(data):
    """Where the ink of the first page begins and ends: left, top, right, bottom in mm."""
    with pypdfium2.PdfDocument(data) as document:
        bitmap = document[0].render(scale=4, grayscale=True)
        picture = memoryview(bitmap.buffer).tobytes()
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    rows = [picture[y * stride : y * stride + width] for y in range(height)]
    dark = bytes(1 if value < 128 else 0 for value in range(256))
    inked = [row.translate(dark) for row in rows]
    ys = [y for y, row in enumerate(inked) if 1 in row]
    left = min(inked[y].find(1) for y in ys)
    right = max(inked[y].rfind(1) for y in ys)
    return tuple(at / 4 / 72 * 25.4 for at in (left, ys[0], right, ys[-1]))
