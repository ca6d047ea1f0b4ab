"""The desks a caller is passed on to, all of them in sight with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.format import LanguageCode
from desktop.widgets.labels import Label, Paragraph
from desktop.widgets.layouts import STRETCH, column
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.rules.transfer_desks import TransferDesk
    from desktop.desk import Desk


class DeskList(Translated, QWidget):
    """Names and numbers (取次ぎ先一覧), to be read out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._desks: Sequence[TransferDesk] = ()
        self.setObjectName("clear")
        self.title = Label("", "h2", self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.setLayout(column(self.title, self._grid, STRETCH, gap=10))
        self.retranslate()

    def show_desks(self, desks: Sequence[TransferDesk]) -> None:
        """Show these."""
        self._desks = desks
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Desks to pass a caller on to"))
        while (item := self._grid.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()
        english = self._desk.language.code is LanguageCode.EN
        for at, desk in enumerate(self._desks):
            name = desk.name_en if english else desk.name
            self._grid.addWidget(Paragraph(name, "body", self), at, 0)
            self._grid.addWidget(Label(desk.phone, "num", self, selectable=True), at, 1)
