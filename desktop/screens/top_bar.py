"""The bar along the top: the search box, how fresh the data is, the language, who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from db.rules.periods import in_japan
from desktop import format as written
from desktop import theme
from desktop.labels import role_name
from desktop.portal_hours import portal_words
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.search_box import SearchBox
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.actions import Actions
    from desktop.desk import Desk

_SEARCH_WIDTHS = (240, 560)
_EVERY_MS = 20_000
_ROOM_FOR_OFFICE = 1320


class TopBar(Translated, QFrame):
    """Always there, whatever the window shows below it."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("bar")
        self.setFixedHeight(theme.of(self).px("top_bar"))
        self.search = SearchBox("F2", self)
        self.search.setMinimumWidth(_SEARCH_WIDTHS[0])
        self.search.setMaximumWidth(_SEARCH_WIDTHS[1])
        self._title = Label("", "h3", self)
        self._bureau = Label("", "xs", self)
        self._data_mark = IconLabel("okc", "bar_ok", self, size="icon_small")
        self._data_time = Label("", "xs", self)
        self.portal = Label("", "xs", self)
        self._tick = QTimer(self)
        self._tick.setInterval(_EVERY_MS)
        self._tick.timeout.connect(self._say_portal)
        self._tick.start()
        self.parked = Button("", ButtonKind.SESSION, "clock", self)
        self.parked.follow(actions.park)
        self._delivered_at = desk.bureau.delivered_at
        self._parked_count = 0
        self.language = Button("", ButtonKind.SESSION, parent=self)
        self.language.follow(actions.language)
        self.staff = Button("", ButtonKind.SESSION, "user", self)
        self.staff.setMenu(self._menu(actions))
        self._office = ElidedLabel("", "xs", self)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        staff, bureau = self._desk.staff, self._desk.bureau
        japanese = self._desk.language.code == "ja"
        self._title.setText(self.tr("Water Customer Desk"))
        self._bureau.setText(
            bureau.bureau_name if japanese else bureau.bureau_name_en or bureau.bureau_name
        )
        self.search.set_hint(self.tr("Search by number, name, kana, address or phone"))
        self._say_data_time()
        self._say_portal()
        self.show_parked(self._parked_count)
        name = staff.name if japanese else staff.latin_name or staff.name
        self.staff.set_text(f"{self._desk.settings.desk}  {name}".strip())
        office = staff.office_name if japanese else staff.office_name_en
        self.staff.setToolTip(f"{role_name(staff.role)}  {office}")
        self._office.setText(office)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # in a narrow window the number that is searched for needs the room
        self._office.setVisible(self.width() >= _ROOM_FOR_OFFICE)

    def show_parked(self, count: int) -> None:
        """Say how many customers are parked."""
        self._parked_count = count
        self.parked.set_text(self.tr("Parked {count}").format(count=count))

    def show_delivery(self, at: dt.datetime) -> None:
        """Say of when the data are, once the host's files were stored here."""
        self._delivered_at = at
        self._say_data_time()

    def _say_portal(self) -> None:
        self.portal.setText(portal_words(self._desk.bureau.portal_hours, self._desk.now))

    def _say_data_time(self) -> None:
        delivered = self._delivered_at
        look = theme.of(self)
        if delivered is None:
            self._data_mark.show_icon("warn", look.colour("bar_mark"))
            self._data_time.setText(self.tr("No data delivered yet"))
            return
        time = written.day_and_time(in_japan(delivered))
        self._data_mark.show_icon("okc", look.colour("bar_ok"))
        self._data_time.setText(self.tr("Data as of {time}").format(time=time))

    def _menu(self, actions: Actions) -> QMenu:
        menu = QMenu(self)
        menu.addAction(actions.lock)
        menu.addAction(actions.new_password)
        menu.addAction(actions.sign_out)
        return menu

    def _lay_out(self) -> None:
        drop = IconLabel("drop", "bar_mark", self, size="icon_brand", filled=True)
        brand = clear_box(column(self._title, self._bureau, gap=0))
        who = clear_box(column(self.staff, gap=0))
        for part in (brand, who):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = row(drop, brand, 14, gap=8, margins=(14, 0, 12, 0))
        # the search box grows first, and only to its most does the rest move apart
        line.addWidget(self.search, 100)
        line.addWidget(self.parked, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        hours = clear_box(column(self._data_time, self.portal, gap=0))
        hours.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for part in (self._data_mark, hours, self.language, who, self._office):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
