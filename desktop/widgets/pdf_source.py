"""Where a view gets its pages from: drawn off the GUI thread, one at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QSizeF, Signal

from desktop.pdf_pages import page_picture, page_sizes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage


class Dropped(Protocol):
    """Work under way that nobody may want any more."""

    def drop(self) -> None:
        """Ignore the outcome."""


class Worker(Protocol):
    """Who does work elsewhere and brings the outcome back."""

    def run(
        self,
        owner: QObject,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Dropped:
        """Do ``work``, then ``then`` with what came of it, here."""


class PdfSource(QObject):
    """Keeps one PDF and at most one picture; asked anew, it forgets what it was asked before."""

    measured = Signal()
    pictured = Signal()
    failed = Signal()

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._under_way: Dropped | None = None
        self._data = b""
        self._first = 1
        self._wanted: tuple[int, float] | None = None
        self.sizes: tuple[QSizeF, ...] = ()
        self.picture: QImage | None = None

    def open(self, data: bytes, *, first_page: int, pages: int | None) -> None:
        """Measure the pages of a PDF, or some of them."""
        self.forget()
        self._data, self._first = data, first_page
        work = partial(page_sizes, data, first_page=first_page, count=pages)
        self._run(work, self._take_sizes)

    def draw(self, page: int, scale: float) -> None:
        """Draw a page, from 0, at so many pixels a point, unless that is done or under way."""
        if self._wanted == (page, scale):
            return
        if self._wanted is not None and self._wanted[0] != page:
            self.picture = None  # of another page nothing is shown, not even for a moment
        self._wanted = page, scale
        work = partial(page_picture, self._data, self._first + page, scale=scale)
        self._run(work, self._take_picture)

    def forget(self) -> None:
        """Keep nothing of what was shown."""
        if self._under_way is not None:
            self._under_way.drop()
        self._under_way = self._wanted = self.picture = None
        self._data, self.sizes = b"", ()

    def _run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        self._under_way = self._worker.run(self, work, then, self._fail)

    def _take_sizes(self, sizes: tuple[QSizeF, ...]) -> None:
        self._under_way = None
        self.sizes = sizes
        self.measured.emit()

    def _take_picture(self, picture: QImage) -> None:
        self._under_way = None
        self.picture = picture
        self.pictured.emit()

    def _fail(self, _error: Exception) -> None:
        self.forget()
        self.failed.emit()
