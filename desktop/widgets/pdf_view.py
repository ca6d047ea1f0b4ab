"""The pages of a PDF to be read before they are printed: zoomed, scrolled, leafed through."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop import theme
from desktop.widgets.pdf_source import PdfSource
from desktop.widgets.pdf_zoom import Fit, Zoom, fine_enough
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop.widgets.pdf_source import Worker

_AROUND: Final = 14
_LINE: Final = 24
_NOTCH: Final = 120


class Shown(Enum):
    """What there is to see."""

    NOTHING = auto()
    COMING = auto()
    PAGES = auto()
    DAMAGED = auto()


class PdfView(Translated, QAbstractScrollArea):
    """One page at a time, drawn off the GUI thread as finely as the screen is.

    + and - zoom, 0 fits the whole page and Ctrl+0 its width; Page Up and Page Down leaf, the
    arrows scroll.
    """

    rendered = Signal()  # the page stands there, as sharp as it gets
    changed = Signal()  # another page, another zoom, or nothing more

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = PdfSource(worker, self)
        self._zoom = Zoom()
        self._page = 0
        self.state = Shown.NOTHING
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.damaged = Placeholder("circle-x", self.viewport(), colour="err")
        self.damaged.hide()
        self._skeleton = Skeleton(self.viewport())
        self._source.measured.connect(self._take_sizes)
        self._source.pictured.connect(self._take_picture)
        self._source.failed.connect(self._fail)
        self.retranslate()

    def show_pdf(self, data: bytes, *, first_page: int = 1, pages: int | None = None) -> None:
        """Show a PDF, or some pages of it; what was shown is gone at once."""
        self.clear()
        self._become(Shown.COMING)
        self._skeleton.start(self.tr("Drawing the page…"))
        self._source.open(data, first_page=first_page, pages=pages)

    def clear(self) -> None:
        """Show nothing, and keep nothing of what was shown."""
        self._source.forget()
        self._skeleton.stop()
        self._page = 0
        self._become(Shown.NOTHING)

    @property
    def page(self) -> int:
        """The number of the page shown, from 1; 0 while there is none."""
        return self._page + 1 if self._source.sizes else 0

    @property
    def page_count(self) -> int:
        """How many pages there are to leaf through."""
        return len(self._source.sizes)

    @property
    def fit(self) -> Fit | None:
        """What the page is fitted to, or None for a zoom that was chosen."""
        return self._zoom.fit

    @property
    def percent(self) -> int:
        """How large the page is shown; at 100 it is about as large as on paper."""
        return round(self._scale() / Zoom.TRUE_SIZE * 100)

    def zoom_in(self) -> None:
        """Show the page larger."""
        self._rescale(self._zoom.larger(self._scale()))

    def zoom_out(self) -> None:
        """Show the page smaller."""
        self._rescale(self._zoom.smaller(self._scale()))

    def fit_page(self) -> None:
        """Show the whole page."""
        self._rescale(Zoom(Fit.PAGE))

    def fit_width(self) -> None:
        """Show the page as wide as there is room."""
        self._rescale(Zoom(Fit.WIDTH))

    def next_page(self) -> None:
        """Leaf on."""
        self._leaf_to(self._page + 1)

    def previous_page(self) -> None:
        """Leaf back."""
        self._leaf_to(self._page - 1)

    def retranslate(self) -> None:
        self.damaged.say(
            self.tr("This paper cannot be shown"),
            self.tr("The file is damaged. Nothing is printed of it."),
        )
        self._name()

    def sizeHint(self) -> QSize:
        return QSize(480, 520)

    def _become(self, state: Shown) -> None:
        self.state = state
        self.damaged.setVisible(state is Shown.DAMAGED)
        self._arrange()
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Preview"))
        told = self.tr("Page {page} of {pages}").format(page=self.page, pages=self.page_count)
        self.setAccessibleDescription(told if self._source.sizes else "")

    def _take_sizes(self) -> None:
        self._become(Shown.PAGES)
        self._draw()

    def _take_picture(self) -> None:
        self._skeleton.stop()
        self.viewport().update()
        self.rendered.emit()

    def _fail(self) -> None:
        self.clear()
        self._become(Shown.DAMAGED)

    def _draw(self) -> None:
        """Have the page drawn as fine as it is shown."""
        if self.state is Shown.PAGES:
            size = self._source.sizes[self._page]
            scale = fine_enough(self._scale() * self.devicePixelRatioF(), size)
            self._source.draw(self._page, scale)

    def _scale(self) -> float:
        size = self._source.sizes[self._page] if self._source.sizes else QSizeF(595, 842)
        room = QSizeF(self.maximumViewportSize()) - QSizeF(2 * _AROUND, 2 * _AROUND)
        return self._zoom.scale(size, room, bar=self.verticalScrollBar().sizeHint().width())

    def _rescale(self, zoom: Zoom) -> None:
        self._zoom = zoom
        self._arrange()
        self._draw()
        self.changed.emit()

    def _leaf_to(self, page: int) -> None:
        if not 0 <= page < len(self._source.sizes) or page == self._page:
            return
        self._page = page
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._name()
        self._draw()
        self.changed.emit()

    def _sheet(self) -> QRectF:
        """Where the page lies in the viewport."""
        size = self._source.sizes[self._page] * self._scale()
        room = self.viewport().size()
        left = max(float(_AROUND), (room.width() - size.width()) / 2)
        top = max(float(_AROUND), (room.height() - size.height()) / 2)
        at = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(round(left) - at.x(), round(top) - at.y(), size.width(), size.height())

    def _arrange(self) -> None:
        sizes = self._source.sizes
        size = sizes[self._page] * self._scale() if sizes else QSizeF()
        room = self._room_beside_bars(size)
        for bar, whole, part in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            beyond = round(whole + 2 * _AROUND) - part if whole else 0
            bar.setRange(0, max(0, beyond))
            bar.setPageStep(part)
            bar.setSingleStep(_LINE)
        self.viewport().update()

    def _room_beside_bars(self, size: QSizeF) -> QSize:
        # not the viewport as it is: its bars may be there only for what was shown before
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        high = round(size.height() + 2 * _AROUND) > room.height()
        wide = round(size.width() + 2 * _AROUND) > room.width() - bar * high
        high = round(size.height() + 2 * _AROUND) > room.height() - bar * wide
        return QSize(room.width() - bar * high, room.height() - bar * wide)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.ScreenChangeInternal):
            self._draw()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.damaged.setGeometry(self.viewport().rect())
        self._arrange()
        self._draw()
        self.changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = self._keys().get(Qt.Key(event.key()))
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_0 and held:
            self.fit_width()
        elif does is not None:
            does()
        else:
            super().keyPressEvent(event)

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Semicolon: self.zoom_in,  # plus without Shift on a Japanese keyboard
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_page,
            Qt.Key.Key_PageDown: self.next_page,
            Qt.Key.Key_PageUp: self.previous_page,
            Qt.Key.Key_Home: partial(self._leaf_to, 0),
            Qt.Key.Key_End: partial(self._leaf_to, len(self._source.sizes) - 1),
        }

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if steps > 0 else self.zoom_out)()
            return
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.minimum() if steps > 0 else bar.maximum())
        if at_end and abs(steps) >= _NOTCH:
            (self.previous_page if steps > 0 else self.next_page)()
            return
        super().wheelEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.of(self), QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look.colour("sunken"))
        if self.state is Shown.PAGES:
            sheet = self._sheet()
            painter.fillRect(sheet, look.colour("paper"))
            if self._source.picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(sheet, self._source.picture)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(self._ring())

    def _ring(self) -> QRect:
        return self.viewport().rect().adjusted(1, 1, -1, -1)
