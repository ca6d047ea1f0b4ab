"""The button that says which of a customer's locations is shown, and changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop import assets, theme
from desktop import format as written
from desktop.format import LanguageCode
from desktop.labels import ChipWords
from desktop.screens.customer.location_list import LocationEntry, LocationList
from desktop.theme import Kind
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from db.queries.customers import ContractChoice
    from desktop.desk import Desk

_OPENING_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}
_SIDE = 11
_NARROWEST, _WIDEST = 150, 420


class LocationSwitcher(Translated, QPushButton):
    """Shows the address and its place among the others; pressed, or by F3, it lists them."""

    location_chosen = Signal(int)  # contract id

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choices: Sequence[ContractChoice] = ()
        self._contract_id: int | None = None
        self._words = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.popup = LocationList(self)
        self.clicked.connect(self.open_list)
        self.popup.chosen.connect(self.location_chosen)
        self.retranslate()

    def show_locations(self, choices: Sequence[ContractChoice], contract_id: int | None) -> None:
        """Show which of the locations the page is about."""
        self._choices, self._contract_id = choices, contract_id
        self.setEnabled(bool(choices))
        self.retranslate()

    def open_list(self) -> None:
        """List the locations to choose one."""
        if self._choices:
            entries = [self._entry(choice) for choice in self._choices]
            self.popup.open_with(entries, self)

    def words(self) -> str:
        """The whole text, of which the button may show less."""
        return self._words

    def retranslate(self) -> None:
        self._words = self._sentence()
        self.popup.set_words(
            self.tr("Locations of this customer"), self.tr("Narrow by address or number")
        )
        self.setAccessibleName(self.tr("Location: {words}").format(words=self._words))
        hint = self.tr("Switch location (F3)")
        self.setToolTip(f"{self._words}\n{hint}")
        self.updateGeometry()
        self.update()

    def _sentence(self) -> str:
        ids = [choice.contract_id for choice in self._choices]
        if self._contract_id not in ids:
            return self.tr("No location")
        at = ids.index(self._contract_id)
        place = self.tr("{address}  ({number} of {count})")
        address = self._address(self._choices[at])
        return place.format(address=address, number=at + 1, count=len(ids))

    def _address(self, choice: ContractChoice) -> str:
        if self._desk.language.code is LanguageCode.EN and choice.address_latin:
            return choice.address_latin
        return choice.address

    def _entry(self, choice: ContractChoice) -> LocationEntry:
        current = choice.contract_id == self._contract_id
        return LocationEntry(choice, self._address(choice), self._chip(choice), current)

    def _chip(self, choice: ContractChoice) -> ChipWords | None:
        code = self._desk.language.code
        if choice.overdue_yen:
            late = self.tr("Overdue {yen}").format(yen=written.yen(choice.overdue_yen, code))
            return ChipWords(late, Kind.ERR, "warn")
        if has_ended(choice, self._desk.today):
            return ended_words(choice)
        if choice.unpaid_yen:
            unpaid = self.tr("Not due yet {yen}")
            yen = written.yen(choice.unpaid_yen, code)
            return ChipWords(unpaid.format(yen=yen), Kind.INFO, "clock")
        return None

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.of(self).font())
        width = metrics.horizontalAdvance(self._words) + self._around()
        return QSize(min(width, _WIDEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_NARROWEST, self.sizeHint().width()), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _OPENING_KEYS:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.of(self)
        size = look.px("icon_small")
        top = (self.height() - size) // 2
        painter = QPainter(self)
        pin = assets.pixmap("pin", look.colour("text2"), size=size)
        painter.drawPixmap(_SIDE, top, pin)
        arrow = assets.pixmap("chev", look.colour("text2"), size=size)
        painter.drawPixmap(self.width() - _SIDE - size, top, arrow)
        room = QRectF(self.rect()).adjusted(_SIDE + size + 6, 0, -_SIDE - size - 6, 0)
        painter.setPen(look.colour("text" if self.isEnabled() else "disabled"))
        painter.setFont(look.font())
        words = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideMiddle, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _around(self) -> int:
        return 2 * (_SIDE + theme.of(self).px("icon_small") + 6) + 2


def has_ended(choice: ContractChoice, today: dt.date) -> bool:
    """Whether nobody uses water under this contract any more (中止)."""
    return choice.ended_on is not None and choice.ended_on < today


def ended_words(choice: ContractChoice) -> ChipWords:
    """The chip of a contract that ended: since when."""
    ended = QCoreApplication.translate("Locations", "Ended {month}")
    month = f"{choice.ended_on:%Y/%m}" if choice.ended_on else ""
    return ChipWords(ended.format(month=month), Kind.MUTE, "minus")
