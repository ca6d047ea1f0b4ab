"""The main window: which screen shows, and the only place that joins screens to each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from db.commands.staff import sign_out
from desktop import theme
from desktop.actions import Actions
from desktop.screens.customer.page import CustomerPage, Section
from desktop.screens.customer_search import CustomerSearch
from desktop.screens.key_list import KeyList
from desktop.screens.new_password import NewPassword
from desktop.screens.texts import TextReader
from desktop.screens.top_bar import TopBar
from desktop.widgets.banner import Banner, BannerStack
from desktop.widgets.function_bar import FunctionBar
from desktop.widgets.labels import Label
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.side_nav import SideNav
from desktop.widgets.toast import Toast
from desktop.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.desk import Desk
    from desktop.messages import Message

LEAST_SIZE = (1280, 640)
_FIRST_SIZE = (1366, 768)
_COMPACT_BELOW = 740


class MainWindow(Translated, QMainWindow):
    """The desk at work: search above, functions left, the customer in the middle."""

    sign_out_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._quits = False
        self._signed_out = False
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        self.actions_ = Actions(self)
        self.addActions(self.actions_.everything())
        self.top = TopBar(desk, self.actions_, self)
        self.search = CustomerSearch(desk, self)
        self.customer = CustomerPage(desk, self)
        self.texts = TextReader(desk.language, self)
        self.function_bar = FunctionBar(self)
        self.function_bar.set_actions(self.actions_.function_keys())
        self.banners = BannerStack(self)
        self._build()
        self.toast = Toast(self._stack, above=8)
        self._connect()
        self.retranslate()
        self.show_search()

    def show_search(self) -> None:
        """Show the search, ready to type."""
        self._stack.setCurrentWidget(self.search)
        self._tick(None)
        self.top.search.begin()

    def open_customer(self, customer_id: int, contract_id: int, how: str) -> None:
        """Open a customer at one of their locations; that it was opened is recorded first."""
        self._desk.messages.clear()
        self.customer.open(customer_id, contract_id, how)
        self._go_to(self.actions_.overview)
        self.customer.setFocus()  # a second Enter must not open anybody again

    def show_message(self, message: Message) -> None:
        """Show a bar above the work."""
        banner = Banner(message.kind, message.text, action_text=message.action_text, closable=True)
        if message.action is not None:
            banner.acted.connect(message.action)
        self.banners.add(banner)

    def retranslate(self) -> None:
        self.actions_.retranslate()
        self.setWindowTitle(self.tr("Mizumado: water customer desk"))
        self._customer_heading.setText(self.tr("Customer"))
        self._common_heading.setText(self.tr("Common"))
        self._practice.setText(
            self.tr("Practice mode: everybody here is fictional. Nothing reaches the bureau.")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        app = QApplication.instance()
        low = self.height() < _COMPACT_BELOW
        if isinstance(app, QApplication) and theme.of(self).compact != low:
            theme.apply(app, theme.of(self), compact=low)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._signed_out:
            # closing the window is signing out too, and that is recorded first
            event.ignore()
            self._quits = True
            self._sign_out()
            return
        self.search.keep_state()
        self.customer.keep_state()
        super().closeEvent(event)

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        for screen in (self.search, self.customer, self.texts):
            self._stack.addWidget(screen)
        self.nav = SideNav(self)
        self._fill_nav()
        self._practice = Label("", "xs", self)
        self._practice.setObjectName("practice")
        self._practice.setVisible(self._desk.bureau.fictional)
        self.banners.setContentsMargins(16, 8, 16, 0)
        middle = row(self.nav, clear_box(column(self.banners, self._stack, gap=0)), gap=0)
        body = column(self.top, self._practice, middle, self.function_bar, gap=0)
        body.setStretchFactor(middle, 1)
        canvas = QWidget(self)
        canvas.setObjectName("canvas")
        canvas.setLayout(body)
        self.setCentralWidget(canvas)

    def _fill_nav(self) -> None:
        does = self.actions_
        self._customer_heading = self.nav.add_section()
        for action, icon in (
            (does.overview, "home"),
            (does.chart, "chart"),
            (does.history, "list"),
            (does.contract, "gauge"),
        ):
            self.nav.add_entry(action, icon)
        self._common_heading = self.nav.add_section()
        self.nav.add_entry(does.texts, "help")
        self._places = QActionGroup(self)
        self._places.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for action in does.sections():
            self._places.addAction(action)
        for action in does.of_customer():
            action.setEnabled(False)

    def _connect(self) -> None:
        does = self.actions_
        does.search.triggered.connect(self.show_search)
        self._places.triggered.connect(self._go_to)
        does.location.triggered.connect(self.customer.switch_location)
        does.refresh.triggered.connect(self._refresh)
        does.copy_number.triggered.connect(self.customer.copy_number)
        does.language.triggered.connect(self._desk.language.toggle)
        does.help.triggered.connect(self._show_keys)
        does.new_password.triggered.connect(self._change_password)
        does.sign_out.triggered.connect(self._sign_out)
        self.top.search.typed.connect(self._look_for)
        self.top.search.entered.connect(self._settle)
        self.top.search.cleared.connect(self._clear_search)
        self.top.search.moved.connect(self.search.move_selection)
        self.search.chosen.connect(self.open_customer)
        self.search.back_wanted.connect(self.top.search.begin)
        self.search.tab_after(self.top.search)
        self.customer.opened.connect(self._enable_customer)
        self.customer.section_changed.connect(self._tick_section)
        self._desk.messages.told.connect(self.show_message)
        self._desk.messages.noted.connect(self.toast.say)
        self._desk.messages.cleared.connect(self.banners.clear)

    def _go_to(self, place: QAction) -> None:
        self._tick(place)
        if place is self.actions_.texts:
            self._stack.setCurrentWidget(self.texts)
            self.texts.setFocus()
            return
        self._stack.setCurrentWidget(self.customer)
        self.customer.show_section(self._sections()[place])

    def _sections(self) -> dict[QAction, Section]:
        does = self.actions_
        return {
            does.overview: Section.OVERVIEW,
            does.chart: Section.CHART,
            does.history: Section.HISTORY,
            does.contract: Section.CONTRACT,
        }

    def _tick(self, place: QAction | None) -> None:
        for action in self.actions_.sections():
            action.setChecked(action is place)

    def _tick_section(self, section: Section) -> None:
        places = {shown: place for place, shown in self._sections().items()}
        self._tick(places[section])

    def _refresh(self) -> None:
        shown = self._stack.currentWidget()
        if shown is self.search:
            self.search.reload()
        elif shown is self.customer:
            self.customer.reload()

    def _look_for(self, text: str) -> None:
        self._show_finds()
        self.search.look_for(text)

    def _settle(self, text: str) -> None:
        self._show_finds()
        self.search.settle(text)

    def _clear_search(self) -> None:
        """Esc in the search box: back to the customer who is open, if any."""
        self.search.clear()
        if self.customer.is_open():
            self._go_to(self.actions_.overview)
            self.customer.setFocus()

    def _show_finds(self) -> None:
        self._stack.setCurrentWidget(self.search)
        self._tick(None)

    def _enable_customer(self, _head: object) -> None:
        for action in self.actions_.of_customer():
            action.setEnabled(True)

    def _show_keys(self) -> None:
        dialog = KeyList(self.actions_.everything(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _change_password(self) -> None:
        dialog = NewPassword(self._desk, self)
        dialog.done_with.connect(dialog.close)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _sign_out(self) -> None:
        work = partial(sign_out, by=self._desk.actor, now=self._desk.now)
        # whoever goes may go, even while the database is away and nobody can write it down
        self._desk.tasks.write(self, work, self._say_signed_out, self._say_signed_out)

    def _say_signed_out(self, _outcome: object) -> None:
        self._signed_out = True
        if self._quits:
            self.quit_wanted.emit()
        else:
            self.sign_out_wanted.emit()
