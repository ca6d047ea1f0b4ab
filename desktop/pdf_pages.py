"""The pages of a PDF as pictures, for the printer and the screen."""

from __future__ import annotations

import io
import threading
from contextlib import contextmanager
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


class DamagedPdf(Exception):
    """What should be a PDF cannot be read as one."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of ``size`` points as a picture, grey for the printer."""

    size: QSizeF
    picture: QImage


def pages(
    data: bytes, dpi: int, *, first_page: int = 1, count: int | None = None
) -> Iterator[Page]:
    """Pages of a PDF in grey, one after another, at that many dots an inch; all by default.

    Raises DamagedPdf.
    """
    with _PDFIUM:
        document = _opened(data)
        numbers = _numbers(document, first_page, count)
    try:
        for number in numbers:
            with _PDFIUM:
                page = _rendered(document, number, dpi / _POINTS_AN_INCH, grey=True)
            yield page
    finally:
        with _PDFIUM:
            document.close()


def page_sizes(data: bytes, *, first_page: int = 1, count: int | None = None) -> tuple[QSizeF, ...]:
    """How large the pages are, in points; raises DamagedPdf."""
    with _PDFIUM, _document(data) as document:
        numbers = _numbers(document, first_page, count)
        if not numbers:
            raise DamagedPdf
        return tuple(QSizeF(*document.get_page_size(number)) for number in numbers)


def page_picture(data: bytes, number: int, *, scale: float) -> QImage:
    """A page, from 1, in colour, at that many pixels a point; raises DamagedPdf."""
    with _PDFIUM, _document(data) as document:
        try:
            return _rendered(document, number - 1, scale, grey=False).picture
        except pypdfium2.PdfiumError as error:
            raise DamagedPdf from error


def part_of(data: bytes, *, first_page: int, count: int) -> bytes:
    """A PDF of some pages of another; the same bytes where those are all of its pages.

    Raises DamagedPdf.
    """
    with _PDFIUM, _document(data) as document:
        numbers = _numbers(document, first_page, count)
        if not numbers:
            raise DamagedPdf
        if len(numbers) == len(document):
            return data
        part, file = pypdfium2.PdfDocument.new(), io.BytesIO()
        part.import_pages(document, list(numbers))
        part.save(file)
        part.close()
        return file.getvalue()


@contextmanager
def _document(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = _opened(data)
    try:
        yield document
    finally:
        document.close()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DamagedPdf from error


def _numbers(document: pypdfium2.PdfDocument, first_page: int, count: int | None) -> range:
    end = len(document)
    if count is not None:
        end = min(end, first_page - 1 + count)
    return range(first_page - 1, end)


def _rendered(document: pypdfium2.PdfDocument, number: int, scale: float, *, grey: bool) -> Page:
    page = document[number]
    size = QSizeF(*page.get_size())
    bitmap = page.render(scale=scale, grayscale=grey, prefer_bgrx=not grey)
    look = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    picture = QImage(
        bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, look
    ).copy()  # PDFium takes its own memory back
    bitmap.close()
    page.close()
    return Page(size, picture)
