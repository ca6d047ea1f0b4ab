"""The main window: which screen shows, and the only place that joins screens to each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from db.commands.staff import sign_out
from db.rules.permissions import Action, may
from desktop import theme
from desktop.actions import Actions
from desktop.missed_backup import MissedBackup
from desktop.places import Places
from desktop.portal_closure import PortalClosedBanner
from desktop.screens.key_list import KeyList
from desktop.screens.lock import LockScreen
from desktop.screens.new_password import NewPassword
from desktop.screens.top_bar import TopBar
from desktop.widgets.banner import Banner, BannerStack
from desktop.widgets.function_bar import FunctionBar
from desktop.widgets.labels import Label
from desktop.widgets.layouts import clear_box, column, row
from desktop.widgets.toast import Toast
from desktop.widgets.translated import Translated
from desktop.work_area import WorkArea

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from db.queries.contacts import ContactFacts
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
        self.places = Places(desk, self.actions_, self)
        self.nav = self.places.nav
        self.top = TopBar(desk, self.actions_, self)
        self.work = WorkArea(desk, self.actions_, self.places, self)
        self.search, self.customer = self.work.search, self.work.customer
        self.function_bar = FunctionBar(self)
        self.function_bar.set_actions(self.actions_.function_keys())
        self.banners = BannerStack(self)
        self.closure = PortalClosedBanner(desk.language, desk.clock, self, leads_on=True)
        self.missed_backup = MissedBackup(desk, self)
        self._build()
        self.toast = Toast(self.work, above=8)
        self.lock_screen = LockScreen(desk, self)
        self._connect()
        self.retranslate()
        self.show_start()

    def show_start(self) -> None:
        """Show what the role begins with: whom to search for, or the accounts."""
        if may(self._desk.staff.role, Action.SEARCH):
            self.show_search()
            self.work.serving.look()
            self.work.common.look_whether_closed()
        else:
            self.work.go_to(self.actions_.staff)
        self.missed_backup.look()

    def show_search(self) -> None:
        """Show the search, ready to type."""
        self.work.show_finds()
        self.work.follow_ups.reload()
        self.work.reviews.reload()
        self.top.search.begin()

    def show_message(self, message: Message) -> None:
        """Show a bar above the work."""
        banner = Banner(message.kind, message.text, action_text=message.action_text, closable=True)
        if message.action is not None:
            banner.acted.connect(message.action)
        self.banners.add(banner)

    def retranslate(self) -> None:
        self.actions_.retranslate()
        self.places.retranslate()
        self.setWindowTitle(self.tr("Mizumado: water customer desk"))
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
        self.work.keep_state()
        super().closeEvent(event)

    def _build(self) -> None:
        self._practice = Label("", "xs", self)
        self._practice.setObjectName("practice")
        self._practice.setVisible(self._desk.bureau.fictional)
        self.banners.setContentsMargins(16, 8, 16, 0)
        above = (self.closure, self.missed_backup, self.banners)
        told = clear_box(column(*above, self.work, gap=0))
        middle = row(self.nav, told, gap=0)
        body = column(self.top, self._practice, middle, self.function_bar, gap=0)
        body.setStretchFactor(middle, 1)
        canvas = QWidget(self)
        canvas.setObjectName("canvas")
        canvas.setLayout(body)
        self.setCentralWidget(canvas)

    def _connect(self) -> None:
        does = self.actions_
        does.search.triggered.connect(self.show_search)
        self.places.went.connect(self.work.go_to)
        does.location.triggered.connect(self.customer.switch_location)
        does.refresh.triggered.connect(self.work.refresh)
        does.refresh.triggered.connect(self.missed_backup.look)
        does.copy_number.triggered.connect(self.customer.copy_number)
        does.language.triggered.connect(self._desk.language.toggle)
        does.help.triggered.connect(self._show_keys)
        does.lock.triggered.connect(self.lock_screen.lock)
        does.new_password.triggered.connect(self._change_password)
        does.sign_out.triggered.connect(self._sign_out)
        self.lock_screen.sign_out_wanted.connect(self._sign_out)
        self.lock_screen.locked.connect(self.work.put_away)
        self.lock_screen.unlocked.connect(self.work.take_up_again)
        self.top.search.typed.connect(self._look_for)
        self.top.search.entered.connect(self._settle)
        self.top.search.cleared.connect(self._clear_search)
        self.top.search.moved.connect(self.search.move_selection)
        self.search.back_wanted.connect(self.top.search.begin)
        self.search.tab_after(self.top.search)
        self.work.common.closure_come.connect(self.closure.show_closure)
        self.work.common.delivered.connect(self.top.show_delivery)
        self.work.common.backups_changed.connect(self.missed_backup.look)
        self.missed_backup.acted.connect(self._show_backups)
        self.closure.details_wanted.connect(self.work.show_announcement)
        self._desk.messages.told.connect(self.show_message)
        self._desk.messages.noted.connect(self.toast.say)
        self.work.currentChanged.connect(self.toast.raise_)  # a screen gone to comes to the front
        self._desk.messages.cleared.connect(self.banners.clear)

        self._connect_contact()

    def _connect_contact(self) -> None:
        does, work = self.actions_, self.work
        does.check.triggered.connect(work.begin_check)
        does.print.triggered.connect(work.print)
        does.park.triggered.connect(self._show_parked)
        does.commit.triggered.connect(work.carry_on)
        does.wrong_opening.triggered.connect(work.wrap_up.wrong_opening)
        does.memo.triggered.connect(work.write_memo)
        does.snippets.triggered.connect(work.offer_phrases)
        does.general.triggered.connect(work.show_general)
        work.search_wanted.connect(self.show_search)
        work.serving.waiting_changed.connect(self._show_waiting)

    def _show_waiting(self, waiting: tuple[ContactFacts, ...]) -> None:
        self.top.show_parked(len(waiting))
        self.work.parked.show_waiting(waiting)

    def _show_parked(self) -> None:
        self.work.parked.open_below(self.top.parked)

    def _look_for(self, text: str) -> None:
        self.work.show_finds()
        self.search.look_for(text)

    def _settle(self, text: str) -> None:
        self.work.show_finds()
        self.search.settle(text)

    def _clear_search(self) -> None:
        """Esc in the search box: back to the customer who is open, if any."""
        self.search.clear()
        self.work.go_back()

    def _show_keys(self) -> None:
        dialog = KeyList(self.actions_.everything(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_backups(self) -> None:
        self.work.go_to(self.actions_.data)
        self.work.common.data.show_backups()

    def _change_password(self) -> None:
        dialog = NewPassword(self._desk, self)
        dialog.done_with.connect(dialog.close)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _sign_out(self) -> None:
        # a window on its way out must neither lock nor take the first key of who comes next
        self.lock_screen.rest()
        self.work.put_away()
        self.work.common.put_away()
        work = partial(sign_out, by=self._desk.actor, now=self._desk.now)
        # whoever goes may go, even while the database is away and nobody can write it down
        self._desk.tasks.write(self, work, self._say_signed_out, self._say_signed_out)

    def _say_signed_out(self, _outcome: object) -> None:
        self._signed_out = True
        if self._desk.tasks.busy:  # what was typed last is still being kept
            self._desk.tasks.busy_changed.connect(self._leave)
        else:
            self._leave(False)

    def _leave(self, busy: bool) -> None:
        if busy:
            return
        if self._quits:
            self.quit_wanted.emit()
        else:
            self.sign_out_wanted.emit()
