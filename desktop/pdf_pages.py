"""The pages of a PDF as pictures, for the printer and the screen."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Iterator

_POINTS_AN_INCH: Final = 72
# PDFium keeps one state for the whole process: two threads in it at once take it down
_PDFIUM: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of ``size`` points as a grey picture."""

    size: QSizeF
    picture: QImage


def pages(data: bytes, dpi: int) -> Iterator[Page]:
    """Every page of a PDF, one after another, at that many dots an inch."""
    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    try:
        for number in range(count):
            with _PDFIUM:
                page = _rendered(document, number, dpi)
            yield page
    finally:
        with _PDFIUM:
            document.close()


def _rendered(document: pypdfium2.PdfDocument, number: int, dpi: int) -> Page:
    page = document[number]
    size = QSizeF(*page.get_size())
    bitmap = page.render(scale=dpi / _POINTS_AN_INCH, grayscale=True)
    picture = QImage(
        bitmap.buffer,
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_Grayscale8,
    ).copy()  # PDFium takes its own memory back
    bitmap.close()
    page.close()
    return Page(size, picture)
