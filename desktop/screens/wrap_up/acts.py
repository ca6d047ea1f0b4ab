"""What was done in this contact, written down by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules.periods import in_japan
from db.rules.words import EventKind
from desktop import format as written
from desktop.event_words import event_words
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.queries.contacts import Act

_LOOKED_AT = {
    EventKind.CUSTOMER_OPENED,
    EventKind.BILLS_VIEWED,
    EventKind.MEMBER_VIEWED,
    EventKind.REVEALED,
    EventKind.LOGIN_ID_SHOWN,
}
_UNTOLD = {EventKind.CONTACT_STARTED, EventKind.CUSTOMER_OPENED}


class ActsList(Translated, QWidget):
    """The newest acts with their time (操作の自動記録), each kind once in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._acts: Sequence[Act] = ()
        self._most = 4
        self.title = Label("", "h3", self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(1)
        self.setLayout(column(self.title, self._lines, gap=3))
        self.retranslate()

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Show these, the newest first."""
        self._acts = [act for act in acts if act.kind not in _UNTOLD]
        self.retranslate()

    def show_most(self, lines: int) -> None:
        """Show at most so many lines from now on."""
        if lines != self._most:
            self._most = lines
            self.retranslate()

    def has_any(self) -> bool:
        """Whether anything was done yet."""
        return bool(self._acts)

    def said(self) -> list[str]:
        """What was done, the newest first, without the time."""
        kinds = [act.kind for act in self._acts]
        return [event_words(kind) for kind in dict.fromkeys(kinds)]

    def retranslate(self) -> None:
        self.title.setText(self.tr("Recorded by itself"))
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        shown = _once_in_a_row(self._acts)[: self._most]
        for act in shown:
            self._lines.addWidget(self._line(act))

    def _line(self, act: Act) -> QWidget:
        looked = act.kind in _LOOKED_AT
        picture = ("eye", "text3") if looked else ("okc", "ok_icon")
        icon = IconLabel(*picture, self, size="icon_chip")
        time = Label(written.time_of_day(in_japan(act.at)), "sub", self)
        words = ElidedLabel(event_words(act.kind), "sub", self)
        line = row(icon, time, words, gap=6)
        line.setStretch(2, 1)
        return clear_box(line, self)


def _once_in_a_row(acts: Sequence[Act]) -> list[Act]:
    pairs = zip(acts, [None, *acts], strict=False)
    return [act for act, newer in pairs if newer is None or newer.kind is not act.kind]
