"""The buttons beside a page's title: smaller, fitted, larger; the page before, the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import Label
from desktop.widgets.layouts import row
from desktop.widgets.pdf_zoom import Fit
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from desktop.widgets.pdf_view import PdfView


class PdfTools(Translated, QWidget):
    """Says how large the page is shown and which one it is; the mouse's way to what keys do."""

    def __init__(self, view: PdfView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._view = view
        self.smaller = Button("", ButtonKind.ICON, "minus", self)
        self.fit = Button("", ButtonKind.GHOST, parent=self)
        self.larger = Button("", ButtonKind.ICON, "plus", self)
        self.back = Button("", ButtonKind.ICON, "chevron-left", self)
        self.pages = Label("", "figure", self)
        self.on = Button("", ButtonKind.ICON, "chevron-right", self)
        parts = (self.smaller, self.fit, self.larger, 4, self.back, self.pages, self.on)
        self.setLayout(row(*parts, gap=2))
        self.smaller.clicked.connect(view.zoom_out)
        self.larger.clicked.connect(view.zoom_in)
        self.fit.clicked.connect(self._fit)
        self.back.clicked.connect(view.previous_page)
        self.on.clicked.connect(view.next_page)
        view.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        view = self._view
        self.smaller.set_text(self.tr("Smaller (-)"))
        self.larger.set_text(self.tr("Larger (+)"))
        self.back.set_text(self.tr("Page before (Page Up)"))
        self.on.set_text(self.tr("Next page (Page Down)"))
        words = {
            Fit.PAGE: self.tr("Whole page"),
            Fit.WIDTH: self.tr("Page width"),
            None: f"{view.percent} %",
        }
        self.fit.set_text(words[view.fit])
        self.fit.setToolTip(self.tr("Whole page (0) or its width (Ctrl+0)"))
        self.pages.setText(f"{view.page} / {view.page_count}")
        for part in (self.smaller, self.fit, self.larger, self.pages):
            part.setVisible(view.page_count > 0)
        several = view.page_count > 1
        for button in (self.back, self.on):
            button.setVisible(several)
        self.back.setEnabled(view.page > 1)
        self.on.setEnabled(view.page < view.page_count)

    def _fit(self) -> None:
        if self._view.fit is Fit.PAGE:
            self._view.fit_width()
        else:
            self._view.fit_page()
